using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Dateline.App.Web;

/// <summary>The outlines of countries (Natural Earth, public domain, 1:110 million), as SVG paths in degrees: longitude to the right, latitude upwards.</summary>
internal static class Outlines
{
    private static readonly IReadOnlyList<(string Code, string Path)> All = [.. Encoding.UTF8.GetString(PageAssets.Bytes("outlines.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).Select(cells => (cells[0], PathOf(cells[2])))];
    private static readonly FrozenDictionary<string, string> ByCode = All.Where(country => country.Code.Length > 0).GroupBy(country => country.Code, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => string.Concat(group.Select(country => country.Path)), StringComparer.Ordinal);

    /// <summary>The outline of a country, or null for one that the map does not have.</summary>
    public static string? Of(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>All of them as a picture of its own, in a grey that stands on light and dark: a browser fetches it once.</summary>
    public static byte[] Picture { get; } = Encoding.UTF8.GetBytes(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-180 -90 360 180\" preserveAspectRatio=\"none\"><path d=\""
        + string.Concat(All.Select(country => country.Path))
        + "\" fill=\"#888\" fill-opacity=\".22\" fill-rule=\"evenodd\" stroke=\"#888\" stroke-opacity=\".7\" stroke-width=\".08\"/></svg>");

    /// <summary>Rings of tenths of a degree, upwards, as a path in degrees, downwards as SVG has it.</summary>
    private static string PathOf(string rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var command = 'M';
            foreach (var point in ring.Split(' '))
            {
                var comma = point.IndexOf(',', StringComparison.Ordinal);
                path.Append(command).Append(Degrees(point.AsSpan(0, comma), 1)).Append(' ').Append(Degrees(point.AsSpan(comma + 1), -1));
                command = 'L';
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    private static string Degrees(ReadOnlySpan<char> tenths, int sign) => (sign * int.Parse(tenths, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) / 10d).ToString("0.#", CultureInfo.InvariantCulture);
}
