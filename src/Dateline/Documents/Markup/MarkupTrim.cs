namespace Dateline.Documents.Markup;

/// <summary>
/// Leaves out of a page's source what nobody reads (scripts, styles, comments, drawings, attributes of looks), and what a parser could be hurt with:
/// nesting deeper than <see cref="Deepest"/>, endless tags and attributes. One pass, linear; remembers where everything stood.
/// </summary>
internal sealed class MarkupTrim
{
    /// <summary>Elements nested deeper are left out, their words kept. The deepest real pages have under a hundred.</summary>
    public const int Deepest = 200;

    /// <summary>Tags kept of one page; of what stands behind only the words are. Long live blogs have fifty thousand.</summary>
    public const int MostTags = 250_000;

    private const int LongestName = 60;
    private const int MostStatements = 60;

    private readonly string source;
    private readonly CharBuffer kept;
    private readonly List<(int Kept, int Page)> marks = [];
    private readonly List<(int Name, string? Written)> open = [];
    private int buried;
    private int tags;

    private MarkupTrim(string source)
    {
        this.source = source;
        kept = new CharBuffer(Math.Max(256, source.Length / 2));
    }

    /// <summary>The source without what was left out.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The contents of scripts that hold structured data, with their position in the page.</summary>
    public List<(string Json, int At)> Statements { get; } = [];

    /// <summary>True when the page has more tags than are read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Trims a page's source.</summary>
    public static MarkupTrim Of(string source)
    {
        var trim = new MarkupTrim(source);
        trim.kept.Write("<!DOCTYPE html>");
        trim.Run();
        trim.Text = trim.kept.Written.ToString();
        return trim;
    }

    /// <summary>The position in the page of a position in <see cref="Text"/>.</summary>
    public int PageOf(int at)
    {
        var (low, high) = (0, marks.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = marks[middle].Kept <= at ? (middle + 1, high) : (low, middle - 1);
        }

        return high < 0 ? 0 : Math.Min(source.Length, marks[high].Page + at - marks[high].Kept);
    }

    private void Run()
    {
        var at = 0;
        while (at < source.Length)
        {
            var next = source.AsSpan(at).IndexOf('<');
            Words(at, next < 0 ? source.Length : at + next);
            if (next < 0)
            {
                return;
            }

            at = Tag(at + next);
        }
    }

    private void Words(int from, int to)
    {
        var words = source.AsSpan(from, to - from);
        if (words.IsEmpty)
        {
            return;
        }

        if (words.IsWhiteSpace())
        {
            kept.Write(" ");
            return;
        }

        Mark(from);
        kept.Write(words);
    }

    private void Mark(int page)
    {
        if (marks.Count == 0 || page - kept.Length != marks[^1].Page - marks[^1].Kept)
        {
            marks.Add((kept.Length, page));
        }
    }

    // Answers where to go on behind the tag or the "<" that is none.
    private int Tag(int at)
    {
        var next = at + 1 < source.Length ? source[at + 1] : ' ';
        if (next is '!' or '?')
        {
            return AfterComment(at);
        }

        if (next == '/')
        {
            return EndTag(at);
        }

        if (!char.IsAsciiLetter(next))
        {
            Mark(at);
            kept.Write("&lt;");
            return at + 1;
        }

        return StartTag(at);
    }

    private int AfterComment(int at)
    {
        var comment = source.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal);
        var empty = comment && (source.AsSpan(at + 4).StartsWith(">", StringComparison.Ordinal) || source.AsSpan(at + 4).StartsWith("->", StringComparison.Ordinal));
        var end = comment && !empty ? source.IndexOf("-->", at + 4, StringComparison.Ordinal) : source.IndexOf('>', at);
        return end < 0 ? source.Length : end + (comment && !empty ? 3 : 1);
    }

    private int EndTag(int at)
    {
        var name = Name(at + 2);
        var end = source.IndexOf('>', at + 2);
        end = end < 0 ? source.Length : end + 1;
        var use = TagUses.Of(name);
        if (name.IsEmpty || use is TagUse.Unseen or TagUse.Skipped or TagUse.Dropped or TagUse.Empty)
        {
            return end;
        }

        if (use == TagUse.OpenBlock)
        {
            if (!IsCut)
            {
                Write(at, "</", name, ">");
            }

            return end;
        }

        Close(at, name, use);
        return end;
    }

    // Closes the nearest element of that name; an end tag that closes nothing is left out.
    private void Close(int at, ReadOnlySpan<char> name, TagUse use)
    {
        if (buried > 0)
        {
            buried--;
            return;
        }

        var hash = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
        for (var i = open.Count - 1; i >= 0; i--)
        {
            if (open[i].Name != hash)
            {
                continue;
            }

            if (open[i].Written is { } written)
            {
                Write(at, "</", written, ">");
            }

            if (use == TagUse.Looks)
            {
                open.RemoveAt(i);
            }
            else
            {
                open.RemoveRange(i, open.Count - i);
            }

            return;
        }
    }

    private int StartTag(int at)
    {
        var name = Name(at + 1);
        var use = name.Length > LongestName ? TagUse.Dropped : TagUses.Of(name);
        var attributes = new AttributeReader(source, at + 1 + name.Length);
        var from = kept.Length;
        var writes = use is not (TagUse.Dropped or TagUse.Unseen or TagUse.Skipped) && (use is TagUse.OpenBlock or TagUse.Empty || open.Count < Deepest) && !IsCut;
        var statement = use == TagUse.Unseen && IsScript(name);
        var end = attributes.Read(writes ? kept : null, statement);
        if (use is TagUse.Unseen or TagUse.Skipped)
        {
            return AfterContent(end, name, use, attributes.IsStatement);
        }

        if (!writes)
        {
            buried += use is TagUse.Block or TagUse.Inline or TagUse.Looks ? 1 : 0;
            kept.Write(IsCut && use is TagUse.Block or TagUse.OpenBlock or TagUse.Empty ? " " : "");
            return end;
        }

        Finish(at, from, name, use, attributes.Written > 0);
        return end;
    }

    // The attributes were written first, because only they tell whether the tag is: "<b>" is left out, <b class="credit"> is not.
    private void Finish(int at, int from, ReadOnlySpan<char> name, TagUse use, bool attributed)
    {
        var written = use == TagUse.Looks ? (attributed ? "span" : null) : name.ToString().ToLowerInvariant();
        if (use is TagUse.Block or TagUse.Inline or TagUse.Looks)
        {
            open.Add((string.GetHashCode(name, StringComparison.OrdinalIgnoreCase), written));
        }

        if (written is null)
        {
            return;
        }

        var attributes = kept.Written[from..].ToString();
        kept.Length = from;
        Mark(at);
        kept.Write("<");
        kept.Write(written);
        kept.Write(attributes);
        kept.Write(">");
        IsCut = ++tags >= MostTags;
    }

    private int AfterContent(int at, ReadOnlySpan<char> name, TagUse use, bool statement)
    {
        var end = at;
        while (true)
        {
            end = source.AsSpan(end).IndexOf("</", StringComparison.Ordinal) is >= 0 and var found ? end + found : -1;
            if (end < 0)
            {
                return use == TagUse.Unseen ? source.Length : at;
            }

            if (source.AsSpan(end + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            end += 2;
        }

        if (statement && Statements.Count < MostStatements)
        {
            Statements.Add((source[at..end], at));
        }

        return source.IndexOf('>', end) is >= 0 and var close ? close + 1 : source.Length;
    }

    private void Write(int at, ReadOnlySpan<char> opening, ReadOnlySpan<char> name, ReadOnlySpan<char> closing)
    {
        Mark(at);
        kept.Write(opening);
        kept.Write(name);
        kept.Write(closing);
    }

    private ReadOnlySpan<char> Name(int at)
    {
        var end = at;
        while (end < source.Length && !char.IsWhiteSpace(source[end]) && source[end] is not ('>' or '/' or '<'))
        {
            end++;
        }

        return source.AsSpan(at, end - at);
    }

    private static bool IsScript(ReadOnlySpan<char> name) => name.Equals(AngleSharp.Dom.TagNames.Script, StringComparison.OrdinalIgnoreCase);
}
