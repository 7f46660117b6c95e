using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Dateline.Documents.Markup;

/// <summary>Reads the attributes of one start tag and writes down those that tell what its words are.</summary>
internal struct AttributeReader(string page, int from)
{
    private const int Most = 100; // attributes of one tag
    private const int LongestValue = 400;
    private const int LongestContent = 6000;
    private const string JsonLinked = "ld+json";

    /// <summary>Attributes by which authors say what an element is for.</summary>
    public static readonly string[] Naming = [AttributeNames.Class, AttributeNames.Id, AttributeNames.Role, AttributeNames.Rel, "data-testid", "data-component", "data-qa", "data-type", "aria-label"];

    private static readonly FrozenDictionary<string, int> Limits = new (int Limit, string[] Names)[]
    {
        (LongestContent, [AttributeNames.Content]),
        (LongestValue, [AttributeNames.Lang, AttributeNames.Datetime, AttributeNames.Name, AttributeNames.Href, AttributeNames.Hidden, AttributeNames.Charset]),
        (LongestValue, ["itemprop", "property", "aria-hidden"]),
        (LongestValue, Naming),
    }.SelectMany(row => row.Names, (row, name) => (name, row.Limit)).ToFrozenDictionary(pair => pair.name, pair => pair.Limit, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Limits.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string source = page;
    private int at = from;

    /// <summary>Number of attributes written down.</summary>
    public int Written { get; private set; } = 0;

    /// <summary>True when the type attribute says that the content is structured data.</summary>
    public bool IsStatement { get; private set; } = false;

    /// <summary>Reads to the end of the tag and answers the position behind it.</summary>
    /// <param name="kept">Where to write, or null to write nothing.</param>
    /// <param name="looksAtType">True when <see cref="IsStatement"/> is asked for.</param>
    public int Read(CharBuffer? kept, bool looksAtType)
    {
        while (at < source.Length)
        {
            var c = source[at];
            if (c == '>')
            {
                return at + 1;
            }

            if (c == '/' || char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            Attribute(kept, looksAtType);
        }

        return at;
    }

    private void Attribute(CharBuffer? kept, bool looksAtType)
    {
        var start = at;
        at++;
        while (at < source.Length && source[at] is not ('=' or '>' or '/') && !char.IsWhiteSpace(source[at]))
        {
            at++;
        }

        var name = source.AsSpan(start, at - start);
        var value = Value();
        if (looksAtType && name.Equals(AttributeNames.Type, StringComparison.OrdinalIgnoreCase))
        {
            IsStatement = value.Contains(JsonLinked, StringComparison.OrdinalIgnoreCase);
        }

        if (kept is null || Written >= Most)
        {
            return;
        }

        if (Lookup.TryGetValue(name, out var limit))
        {
            Write(kept, name, value[..Math.Min(limit, value.Length)]);
        }
        else if (name.Equals(AttributeNames.Style, StringComparison.OrdinalIgnoreCase) && IsUnseen(value))
        {
            Write(kept, AttributeNames.Hidden, []);
        }
    }

    private ReadOnlySpan<char> Value()
    {
        var next = at;
        while (next < source.Length && char.IsWhiteSpace(source[next]))
        {
            next++;
        }

        if (next >= source.Length || source[next] != '=')
        {
            return [];
        }

        at = next + 1;
        while (at < source.Length && char.IsWhiteSpace(source[at]))
        {
            at++;
        }

        if (at >= source.Length || source[at] == '>')
        {
            return [];
        }

        var quote = source[at] is '"' or '\'' ? source[at++] : '\0';
        var start = at;
        if (quote != '\0')
        {
            var end = source.IndexOf(quote, at);
            end = end < 0 ? source.Length : end;
            at = Math.Min(source.Length, end + 1);
            return source.AsSpan(start, end - start);
        }

        while (at < source.Length && source[at] != '>' && !char.IsWhiteSpace(source[at]))
        {
            at++;
        }

        return source.AsSpan(start, at - start);
    }

    private void Write(CharBuffer kept, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        var quote = value.Contains('"') ? "'" : "\"";
        kept.Write(" ");
        kept.Write(name);
        kept.Write("=");
        kept.Write(quote);
        kept.Write(quote is "'" && value.Contains('\'') ? value[..value.IndexOf('\'')] : value);
        kept.Write(quote);
        Written++;
    }

    // style="display:none"
    private static bool IsUnseen(ReadOnlySpan<char> style)
    {
        var display = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return display >= 0 && style[(display + "display".Length)..].TrimStart(" :").StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }
}
