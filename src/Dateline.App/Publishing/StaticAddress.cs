using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Dateline.App.Publishing;

/// <summary>Where a page of the server lies on a site of files.</summary>
internal static class StaticAddress
{
    private const string Ending = ".html";
    private const int LongestSlug = 60;

    private static readonly string[] Filters = ["kind", "status", "place", "actor", "source", "finding"];
    private static readonly string[] Assets = ["style.css", "script.js", "mark.svg", "world.svg"];

    /// <summary>The file of an address of the server, with forward slashes; null where a site of files has no such page.</summary>
    public static string? FileOf(string address)
    {
        var question = address.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (address, "") : (address[..question], address[question..]);
        return path.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => "index.html",
            ["events"] => EventsFile(query),
            ["map" or "sources" or "knowledge" or "reports" or "findings"] => ListFile(path[1..], query),
            ["source"] => QueryHelpers.ParseQuery(query).TryGetValue("name", out var name) ? "source/" + Slug(name.ToString()) + Ending : null,
            ["event", var id] => "event/" + id + Ending,
            ["report", var id] => "report/" + id + Ending,
            ["assets", var asset] when Assets.Contains(asset, StringComparer.Ordinal) => "assets/" + asset,
            ["data", var file] => "data/" + file,
            _ => null,
        };
    }

    /// <summary>From one file of the site to another.</summary>
    public static string Relative(string from, string to) => string.Concat(Enumerable.Repeat("../", from.Count(letter => letter == '/'))) + to;

    private static string? EventsFile(string query)
    {
        var fields = Fields(query, out var page);
        var suffix = Suffix(page);
        if (suffix is null)
        {
            return null;
        }

        return fields.Count switch
        {
            0 => page == 1 ? "index.html" : "events/all" + suffix + Ending,
            1 when Filters.Contains(fields[0].Key, StringComparer.Ordinal) => $"events/{fields[0].Key}-{Slug(fields[0].Value)}{suffix}{Ending}",
            2 when fields[0].Key == "from" && fields[1].Key == "to" => $"events/{Slug(fields[0].Value)}-to-{Slug(fields[1].Value)}{suffix}{Ending}",
            _ => null,
        };
    }

    private static string? ListFile(string name, string query)
    {
        var fields = Fields(query, out var page);
        var wanted = name == "findings" ? "finding" : "";
        return Suffix(page) is not { } suffix ? null
            : fields.Count == 0 ? name + suffix + Ending
            : fields.Count == 1 && fields[0].Key == wanted ? $"{name}-{Slug(fields[0].Value)}{suffix}{Ending}"
            : null;
    }

    private static List<KeyValuePair<string, string>> Fields(string query, out int page)
    {
        var all = QueryHelpers.ParseQuery(query).Where(field => field.Value.ToString().Length > 0).Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())).ToList();
        page = all.Find(field => field.Key == "page").Value is { } words ? int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0 : 1;
        return [.. all.Where(field => field.Key is not ("page" or "")).OrderBy(field => field.Key, StringComparer.Ordinal)];
    }

    private static string? Suffix(int page) => page switch
    {
        < 1 => null,
        1 => "",
        _ => "-p" + page.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A name for files out of any words: what is no letter or digit of ASCII becomes a hyphen, and where that loses something a hash tells them apart.</summary>
    private static string Slug(string words)
    {
        var plain = string.Concat(words.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' ? letter : '-'));
        plain = plain.Length > LongestSlug ? plain[..LongestSlug] : plain;
        return plain == words && words.Length > 0 && !words.Any(char.IsAsciiLetterUpper) ? plain : $"{plain}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..8]}";
    }
}
