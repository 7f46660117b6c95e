using Dateline.Exports;
using Microsoft.AspNetCore.Http;

namespace Dateline.App.Web;

/// <summary>Answers of the API.</summary>
internal static class ApiAnswer
{
    /// <summary>What is wrong, as JSON: <c>{"error": "…"}</c>.</summary>
    public static async Task Error(HttpContext context, string message)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new System.Text.Json.Utf8JsonWriter(context.Response.BodyWriter, JsonStyle.Options(indented: false));
        writer.WriteStartObject();
        writer.WriteString("error", message);
        writer.WriteEndObject();
    }
}
