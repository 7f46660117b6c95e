using System.Buffers;
using System.Net;
using System.Text;

namespace Dateline.Documents.Feeds;

/// <summary>What the inside of a feed's element says: escaped once or twice, in CDATA or not, markup or words.</summary>
internal static class FeedText
{
    private const int LongestReference = 12;
    private const int LongestTag = 4000;
    private const int LongestElement = 4000; // in which the end of one is looked for, to tell a tag from words in angle brackets
    private static readonly SearchValues<char> Noise = SearchValues.Create(ControlCharacters());
    private static readonly Encoding? Western = CodePagesEncodingProvider.Instance.GetEncoding(1252);

    /// <summary>The inside of an element as the markup it stands for.</summary>
    /// <param name="markup">The feed.</param>
    /// <param name="from">Where the inside begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="isPlain">True when the feed says that these are words and no markup.</param>
    public static string Markup(FeedMarkup markup, int from, int to, bool isPlain = false)
    {
        var (value, written) = Once(markup, from, to);
        if (written)
        {
            return value;
        }

        if (!HasTags(value) && (HasTags(WebUtility.HtmlDecode(value)) || HasEscapedReference(value)))
        {
            value = Clean(WebUtility.HtmlDecode(value)); // escaped twice
        }

        return HasTags(value) ? value : Paragraphs(value, isPlain);
    }

    /// <summary>The inside of an element as words on one line.</summary>
    public static string Words(FeedMarkup markup, int from, int to) => Words(Once(markup, from, to).Value);

    /// <summary>Some value as words on one line: without tags, references read, white space one blank.</summary>
    public static string Words(string value)
    {
        var text = Decode(Decode(WithoutTags(Clean(value))));
        return string.Join(' ', WithoutTags(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>Words with nothing in them that markup would read otherwise, paragraph by paragraph.</summary>
    public static string Paragraphs(string value, bool isPlain)
    {
        var html = new StringBuilder();
        var text = isPlain ? value : Decode(value);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>\n");
        }

        return html.ToString();
    }

    /// <summary>Without control characters, which no text has and many feeds do.</summary>
    public static string Clean(string value) => value.AsSpan().ContainsAny(Noise) ? string.Concat(value.Where(c => !Noise.Contains(c))) : value;

    // Read once: CDATA as it stands, the rest with its references; markup that was not escaped at all stays.
    private static (string Value, bool IsWritten) Once(FeedMarkup markup, int from, int to)
    {
        var tagged = markup.Next(from, to) is not null;
        var value = new StringBuilder(to - from);
        for (var at = from; at < to;)
        {
            var open = markup.Text.AsSpan(at, to - at).IndexOf('<');
            var end = open < 0 ? to : at + open;
            var words = markup.Text[at..end];
            value.Append(tagged ? words : Decode(words));
            at = end;
            if (at == to)
            {
                break;
            }

            if (!markup.IsCdata(at))
            {
                value.Append('<');
                at++;
                continue;
            }

            var content = Math.Min(to, at + "<![CDATA[".Length);
            var after = markup.AfterCdata(at, to);
            var close = after > content ? after - "]]>".Length : to;
            value.Append(markup.Text, content, close - content);
            at = after > content ? after : to;
        }

        var text = Clean(value.ToString()).Replace("]]>", "", StringComparison.Ordinal).Trim();
        return (text, tagged && HasTags(text));
    }

    private static string Decode(string text)
    {
        if (!text.Contains('&', StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = Clean(WebUtility.HtmlDecode(text));
        return decoded.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0 || Western is null ? decoded : string.Concat(decoded.Select(c => c is >= '\u0080' and <= '\u009F' ? Western.GetString([(byte)c]) : c.ToString()));
    }

    // &amp;#8217; and &amp;nbsp; were escaped once too often; &amp; alone may be meant.
    private static bool HasEscapedReference(string value)
    {
        for (var at = value.IndexOf('&', StringComparison.Ordinal); at >= 0; at = value.IndexOf('&', at + 1))
        {
            var end = value.AsSpan(at, Math.Min(LongestReference, value.Length - at)).IndexOf(';');
            if (end > 2)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTags(string value)
    {
        for (var at = value.IndexOf('<', StringComparison.Ordinal); at >= 0; at = value.IndexOf('<', at + 1))
        {
            if (TagLength(value, at) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // Characters of a tag of a page at a place. "<Exclusive>" and "a < b" are words: a tag is short, is closed again, or has something in it.
    private static int TagLength(string value, int at)
    {
        var end = value.AsSpan(at, Math.Min(LongestTag, value.Length - at)).IndexOf('>');
        if (end < 2)
        {
            return 0;
        }

        var inside = value.AsSpan(at + 1, end - 1);
        var isClose = inside[0] == '/';
        var name = (isClose ? inside[1..] : inside).TrimEnd('/').Trim();
        var blank = name.IndexOfAny(" \t\r\n");
        var rest = blank < 0 ? [] : name[blank..];
        name = blank < 0 ? name : name[..blank];
        if (name.IsEmpty || !char.IsAsciiLetter(name[0]) || name.IndexOfAnyExceptInRange('-', 'z') >= 0)
        {
            return 0;
        }

        var isTag = isClose || name.Length <= 2 || inside[^1] == '/' || rest.Contains('=') || value.AsSpan(at + end, Math.Min(LongestElement, value.Length - at - end)).Contains(string.Concat("</", name), StringComparison.OrdinalIgnoreCase);
        return isTag ? end + 1 : 0;
    }

    private static string WithoutTags(string value)
    {
        if (!value.Contains('<', StringComparison.Ordinal))
        {
            return value;
        }

        var kept = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length;)
        {
            var length = value[at] == '<' ? TagLength(value, at) : 0;
            if (length == 0)
            {
                kept.Append(value[at++]);
                continue;
            }

            // <br> and <p> part words, <b> does not
            kept.Append(value[at + 1] is 'b' or 'B' && value[at + 2] is 'r' or 'R' || value[at + 1] is 'p' or 'P' ? " " : "");
            at += length;
        }

        return kept.ToString();
    }

    private static string ControlCharacters() =>
        string.Concat(Enumerable.Range(0, 32).Select(i => (char)i).Where(c => c is not ('\t' or '\n' or '\r')).Append('\u007F').Append('\uFFFE').Append('\uFFFF'));
}
