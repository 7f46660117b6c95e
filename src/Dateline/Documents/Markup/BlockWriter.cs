using System.Buffers;
using System.Text;

namespace Dateline.Documents.Markup;

/// <summary>Writes the words of a page down block by block: white space as one blank, blocks joined by blank lines, with their place in the source.</summary>
internal sealed class BlockWriter(MarkupTrim trim)
{
    private const string Separator = "\n\n";
    private const int LongestCells = 200;
    private const int LeastTitle = 25;
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \n\t\r\f\u00a0");
    private static readonly SearchValues<char> WordEnds = SearchValues.Create("&<> \n\t\r\f\u00a0\ufffd");

    private readonly StringBuilder text = new(1 << 14);
    private readonly List<MarkupBlock> blocks = [];
    private int start = -1; // of the block being written
    private int pageStart;
    private int pageEnd;
    private int linkLength;
    private int links;
    private int linkEnd; // where the last link ended
    private bool blank; // white space is due before the next word
    private bool turned; // a line break was the last thing
    private bool seam; // two inline elements touch: their words are kept apart
    private bool pending; // the block ends here, if more words follow
    private int source; // position in the trimmed source, about

    /// <summary>The blocks so far.</summary>
    public List<MarkupBlock> Blocks => blocks;

    /// <summary>Characters written so far.</summary>
    public int Length => text.Length;

    /// <summary>Number of links that are open.</summary>
    public int InLink { get; private set; }

    /// <summary>Where the walk is in the trimmed source, about.</summary>
    public int Position => source;

    /// <summary>Where the walk is in the page.</summary>
    public int Page => trim.PageOf(source);

    /// <summary>True when the cells of a row so far are few words: they read as one line, but those that set out a page do not.</summary>
    public bool IsShort => start < 0 || text.Length - start < LongestCells;

    /// <summary>Some of what was written.</summary>
    public string In(TextSpan span) => text.ToString(span.Start, span.Length);

    /// <summary>All that was written.</summary>
    public override string ToString() => text.ToString();

    /// <summary>An element begins at a position of the trimmed source.</summary>
    public void Reach(int at) => source = at;

    /// <summary>A link begins: titles that are links, side by side, are blocks.</summary>
    public void BeginLink(int setApart)
    {
        if (start >= 0 && linkEnd == text.Length && text.Length - start >= LeastTitle)
        {
            Flush(setApart);
        }

        links++;
        InLink++;
    }

    /// <summary>A link ends.</summary>
    public void EndLink()
    {
        InLink--;
        linkEnd = text.Length;
    }

    /// <summary>An element in running text begins.</summary>
    public void BeginInline() => seam |= start >= 0 && !blank;

    /// <summary>An element ends.</summary>
    /// <param name="inline">True when it stands in running text.</param>
    public void EndElement(bool inline) => seam = inline && start >= 0 && !blank;

    /// <summary>Writes a block that stands in structured data only.</summary>
    public void Stated(string paragraph, int at)
    {
        if (text.Length > 0)
        {
            text.Append(Separator);
        }

        var from = text.Length;
        text.Append(paragraph);
        blocks.Add(new MarkupBlock(new TextSpan(from, text.Length), 0, 0, 0, new TextSpan(at, at), IsStated: true));
    }

    /// <summary>A line break: two of them end a block; so does one behind the end of a sentence.</summary>
    public void Break()
    {
        if (start < 0)
        {
            return;
        }

        if (turned || EndsSentence())
        {
            pending = true;
            return;
        }

        (turned, blank) = (true, true);
    }

    private bool EndsSentence()
    {
        var at = text.Length - 1;
        while (at > start && text[at] is '"' or '”' or '’' or ')' or '\'' or ' ')
        {
            at--;
        }

        return at > start && text[at] is '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '۔' or '।';
    }

    /// <summary>Writes the words of a stretch of text.</summary>
    /// <param name="data">The stretch.</param>
    /// <param name="setApart">Index of the innermost element that sets them apart.</param>
    public void Words(string data, int setApart)
    {
        var found = -1;
        foreach (var c in data)
        {
            if (c is ' ' or '\n' or '\t' or '\r' or '\f' or '\u00a0' or '\u2028' or '\u2029' or '\u0085' or '\v')
            {
                blank = true;
                continue;
            }

            if (c is '\u200b' or '\ufeff' or '\u00ad' or '\u2060' or (< ' ') or '\u007f')
            {
                continue;
            }

            if (found < 0)
            {
                found = Locate(data);
            }

            Write(c, setApart);
        }

        if (found >= 0)
        {
            source = found + data.Length;
            pageEnd = trim.PageOf(source);
        }
    }

    private void Write(char c, int setApart)
    {
        if (pending && start >= 0)
        {
            Flush(setApart);
        }

        if (start < 0)
        {
            if (text.Length > 0)
            {
                text.Append(Separator);
            }

            (start, blank, turned, linkLength) = (text.Length, false, false, 0);
            pageStart = trim.PageOf(source);
        }
        else if (blank || seam)
        {
            text.Append(turned ? '\n' : ' ');
        }

        (blank, turned, seam) = (false, false, false);
        text.Append(c);
        linkLength += InLink > 0 ? 1 : 0;
    }

    // The first word of a stretch of text, looked for from where the walk is in the source.
    private int Locate(string data)
    {
        var from = data.AsSpan().IndexOfAnyExcept(Blanks);
        var word = data.AsSpan(from, Math.Min(12, data.Length - from));
        var end = word.IndexOfAny(WordEnds);
        word = end > 0 ? word[..end] : word;
        var window = trim.Text.AsSpan(Math.Min(source, trim.Text.Length));
        var at = window[..Math.Min(window.Length, 4000)].IndexOf(word, StringComparison.Ordinal);
        source = Math.Min(source, trim.Text.Length) + Math.Max(0, at);
        return source;
    }

    /// <summary>Ends the block.</summary>
    /// <param name="setApart">Index of the element it belongs to.</param>
    public void Flush(int setApart)
    {
        pending = false;
        if (start >= 0)
        {
            var span = new TextSpan(start, text.Length);
            blocks.Add(new MarkupBlock(span, Math.Max(0, setApart), linkLength, links, new TextSpan(pageStart, Math.Max(pageStart, pageEnd))));
        }

        (start, links, seam, blank, turned) = (-1, 0, false, false, false);
    }
}
