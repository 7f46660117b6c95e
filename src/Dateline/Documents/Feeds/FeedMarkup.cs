using System.Buffers;

namespace Dateline.Documents.Feeds;

/// <summary>
/// Tags of a feed as they stand, well formed or not: comments, instructions, document types and CDATA sections are stepped over, nothing is looked up
/// or expanded, nothing outside is ever asked for. Linear in the text; never throws.
/// </summary>
internal sealed class FeedMarkup(string text)
{
    private const string CdataBegin = "<![CDATA[";
    private const string CdataEnd = "]]>";
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/><");
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    // Where each mark was last found, from where: looked for once, however often it is asked for.
    private readonly Dictionary<string, (int From, int At)> found = new(StringComparer.Ordinal);

    /// <summary>The text.</summary>
    public string Text => text;

    /// <summary>The next tag that begins at a position or behind it and before a limit, or null.</summary>
    public FeedTag? Next(int at, int limit)
    {
        while (at < limit)
        {
            var open = text.AsSpan(at, limit - at).IndexOf('<');
            if (open < 0 || at + open + 1 >= limit)
            {
                return null;
            }

            at += open;
            var next = text[at + 1];
            if (char.IsAsciiLetter(next) || next == '/')
            {
                if (TagAt(at, limit) is { } tag)
                {
                    return tag;
                }

                at++;
            }
            else
            {
                at = next switch
                {
                    '!' => AfterDeclaration(at, limit),
                    '?' => After("?>", at, limit, 2),
                    _ => at + 1,
                };
            }
        }

        return null;
    }

    /// <summary>Where the tag that closes one begins, or -1 when none does before the limit. The same element may stand inside.</summary>
    public int CloseOf(FeedTag open, int limit)
    {
        var depth = 1;
        for (var tag = Next(open.End, limit); tag is { } next; tag = Next(next.End, limit))
        {
            if (!next.Name.Equals(open.Name, StringComparison.OrdinalIgnoreCase) || next.IsEmpty)
            {
                continue;
            }

            depth += next.IsClose ? -1 : 1;
            if (depth == 0)
            {
                return next.Start;
            }
        }

        return -1;
    }

    /// <summary>Behind the CDATA section that begins here; where it is not closed, behind its first characters.</summary>
    public int AfterCdata(int at, int limit)
    {
        var content = Math.Min(at + CdataBegin.Length, limit);
        var end = Find(CdataEnd, content);

        // Another one beginning first: this one was never closed.
        return Find(CdataBegin, content) < end || end > limit - CdataEnd.Length ? content : end + CdataEnd.Length;
    }

    /// <summary>True when a CDATA section begins here.</summary>
    public bool IsCdata(int at) => text.AsSpan(at).StartsWith(CdataBegin, StringComparison.OrdinalIgnoreCase);

    /// <summary>Value of an attribute as written, or null.</summary>
    public string? Attribute(FeedTag tag, string name)
    {
        var inside = text.AsSpan(tag.Start, tag.End - tag.Start);
        for (var from = tag.Name.Length + 1; from < inside.Length;)
        {
            var next = inside[from..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (next < 0)
            {
                return null;
            }

            var begin = from + next;
            from = begin + name.Length;
            var rest = inside[from..].TrimStart(" \t\r\n");
            if (Blanks.Contains(inside[begin - 1]) && rest is ['=', ..])
            {
                return Value(rest[1..].TrimStart(" \t\r\n"));
            }
        }

        return null;
    }

    private static string Value(ReadOnlySpan<char> rest)
    {
        if (rest is ['"' or '\'', ..])
        {
            var end = rest[1..].IndexOf(rest[0]);
            return (end < 0 ? rest[1..].TrimEnd("/>") : rest.Slice(1, end)).Trim().ToString();
        }

        var stop = rest.IndexOfAny(" \t\r\n>");
        return (stop < 0 ? rest : rest[..stop]).ToString();
    }

    private FeedTag? TagAt(int at, int limit)
    {
        var isClose = text[at + 1] == '/';
        var nameAt = at + (isClose ? 2 : 1);
        var length = text.AsSpan(nameAt, limit - nameAt).IndexOfAny(NameEnds);
        if (length <= 0)
        {
            return null;
        }

        var end = EndOf(nameAt + length, limit);
        return end < 0 ? null : new FeedTag(at, end, text.Substring(nameAt, length), isClose, !isClose && text[end - 2] == '/');
    }

    // Behind the ">" of a tag; one inside quotation marks does not count, unless they are never closed before another tag begins.
    private int EndOf(int at, int limit)
    {
        for (var i = at; i < limit; i++)
        {
            switch (text[i])
            {
                case '>':
                    return i + 1;
                case '<':
                    return -1;
                case '"' or '\'' when i > at && text[i - 1] is '=' or ' ':
                    var close = text.AsSpan(i + 1, limit - i - 1).IndexOfAny(text[i], '<');
                    i += close >= 0 && text[i + 1 + close] == text[i] ? close + 1 : 0;
                    break;
                default:
                    break;
            }
        }

        return -1;
    }

    private int AfterDeclaration(int at, int limit)
    {
        if (IsCdata(at))
        {
            return AfterCdata(at, limit);
        }

        if (text.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            return After("-->", at, limit, 4);
        }

        // A document type may declare entities between brackets; they are never used.
        return Find("[", at) >= Find(">", at) ? After(">", at, limit, 2) : After("]>", Find("[", at), limit, 1);
    }

    private int After(string mark, int at, int limit, int skip)
    {
        var from = Math.Min(limit, at + skip);
        var end = Find(mark, from);
        return end > limit - mark.Length ? from : end + mark.Length;
    }

    // int.MaxValue when there is none
    private int Find(string mark, int from)
    {
        if (found.TryGetValue(mark, out var last) && from >= last.From && from <= last.At)
        {
            return last.At;
        }

        var at = text.IndexOf(mark, from, StringComparison.Ordinal);
        at = at < 0 ? int.MaxValue : at;
        found[mark] = (from, at);
        return at;
    }
}

/// <summary>A tag as it stands.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its ">".</param>
/// <param name="Name">Its name as written, with prefix.</param>
/// <param name="IsClose">True for a closing tag.</param>
/// <param name="IsEmpty">True for a tag that is its own end.</param>
internal readonly record struct FeedTag(int Start, int End, string Name, bool IsClose, bool IsEmpty)
{
    /// <summary>The name without prefix, in small letters.</summary>
    public string Local => Name[(Name.LastIndexOf(':') + 1)..].ToLowerInvariant();

    /// <summary>The prefix in small letters; empty when there is none.</summary>
    public string Prefix => Name.LastIndexOf(':') is > 0 and var colon ? Name[..colon].ToLowerInvariant() : "";
}
