using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Dateline.App.Web;

/// <summary>The style and the script of the pages, out of the program itself.</summary>
internal static class PageAssets
{
    private static readonly FrozenDictionary<string, (string Type, byte[] Bytes)> All = new[] { ("style.css", "text/css; charset=utf-8"), ("script.js", "text/javascript; charset=utf-8"), ("mark.svg", "image/svg+xml"), ("openapi.json", "application/json; charset=utf-8"), ("outlines.txt", "text/plain; charset=utf-8") }
        .ToFrozenDictionary(asset => asset.Item1, asset => (asset.Item2, Read(asset.Item1)), StringComparer.Ordinal);

    /// <summary>Changes whenever one of them does, so that no browser shows an old one.</summary>
    public static string Version { get; } = typeof(PageAssets).Module.ModuleVersionId.ToString("n")[..8];

    /// <summary>The bytes of one that is there.</summary>
    public static byte[] Bytes(string name) => All[name].Bytes;

    /// <summary>Sends the one that the address names.</summary>
    public static Task Send(HttpContext context) => Send(context, (string)context.Request.RouteValues["name"]!);

    /// <summary>Sends the outlines of all countries as a picture.</summary>
    public static Task SendWorld(HttpContext context) => Send(context, "image/svg+xml", Outlines.Picture);

    /// <summary>Sends one.</summary>
    public static Task Send(HttpContext context, string name)
    {
        if (!All.TryGetValue(name, out var asset))
        {
            return Routes.Complain(context, StatusCodes.Status404NotFound, "There is no such file here.");
        }

        return Send(context, asset.Type, asset.Bytes);
    }

    private static Task Send(HttpContext context, string type, byte[] bytes)
    {
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "private, max-age=86400";
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private static byte[] Read(string name)
    {
        using var source = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        return bytes.ToArray();
    }
}
