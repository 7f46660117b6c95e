using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Dateline.Tests.Web;

/// <summary>What a page points at, and what can be pointed at on it.</summary>
internal static class Links
{
    public static IReadOnlySet<string> Ids(string page) => Elements(page, "[id]").Select(element => element.Id!).ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<string> Repeated(string page) => Elements(page, "[id]").GroupBy(element => element.Id!, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);

    public static IEnumerable<string> Of(string page) => Elements(page, "a[href]").Select(element => element.GetAttribute("href")!);

    /// <summary>Everything a browser fetches without being asked.</summary>
    public static IEnumerable<string> Sources(string page) => Elements(page, "script[src], link[href], img[src], image").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!);

    public static IEnumerable<IElement> Elements(string page, string selector) => new HtmlParser().ParseDocument(page).QuerySelectorAll(selector);
}
