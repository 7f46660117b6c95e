using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Dateline.App.Publishing;

/// <summary>Makes a page of the server one of a site of files: without what needs a server, with links to files.</summary>
internal static class StaticPage
{
    private const string Link = "href";

    /// <summary>The page as it is written, and the addresses of the server it leads to.</summary>
    /// <param name="html">The page as the server gives it.</param>
    /// <param name="file">The file it will be.</param>
    /// <param name="fileOf">The file of an address; null for what the site does not have.</param>
    public static (string Html, IReadOnlyCollection<string> Links) Of(string html, string file, Func<string, string?> fileOf)
    {
        using var page = new HtmlParser().ParseDocument(html);
        foreach (var live in page.QuerySelectorAll("[data-live], form").ToList())
        {
            live.Remove();
        }

        var links = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var element in page.QuerySelectorAll("[href], [src]").ToList())
        {
            var name = element.HasAttribute(Link) ? Link : "src";
            var address = element.GetAttribute(name)!;
            if (!address.StartsWith('/'))
            {
                continue;
            }

            var hash = address.IndexOf('#', StringComparison.Ordinal);
            var (own, anchor) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
            if (fileOf(own) is { } target)
            {
                links.Add(own);
                element.SetAttribute(name, StaticAddress.Relative(file, target) + anchor);
            }
            else
            {
                Unlink(element, name);
            }
        }

        return (page.ToHtml() + "\n", links);
    }

    /// <summary>What led somewhere stays as words; a shape on a map stays where it is.</summary>
    private static void Unlink(IElement element, string name)
    {
        if (element.LocalName == "a" && element.NamespaceUri == "http://www.w3.org/1999/xhtml")
        {
            element.Replace([.. element.ChildNodes]);
        }
        else
        {
            element.RemoveAttribute(name);
        }
    }
}
