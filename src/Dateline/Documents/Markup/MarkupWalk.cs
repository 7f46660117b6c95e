using System.Buffers;
using System.Text;
using AngleSharp.Dom;

namespace Dateline.Documents.Markup;

/// <summary>One walk over a parsed page.</summary>
internal sealed class MarkupWalk(MarkupTrim trim)
{
    private const string Separator = "\n\n";
    private const int LeastStated = 400;
    private const int LongestCells = 200;
    private const int LeastTitle = 25;
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \n\t\r\f\u00a0");
    private static readonly SearchValues<char> WordEnds = SearchValues.Create("&<> \n\t\r\f\u00a0\ufffd");

    private readonly StringBuilder text = new(1 << 14);
    private readonly List<MarkupBlock> blocks = [];
    private readonly List<MarkupBox> boxes = [];
    private readonly List<MetadataEntry> entries = [];
    private int start = -1; // of the block being written
    private int pageStart;
    private int pageEnd;
    private int linkLength;
    private int links;
    private bool blank; // white space is due before the next word
    private bool turned; // a line break was the last thing
    private bool seam; // two inline elements touch: their words are kept apart
    private int source; // position in the trimmed source, about
    private int inLink;
    private int linkEnd; // where the last link ended
    private bool pending; // the block ends here, if more words follow

    public MarkupPage Walk(IDocument document, StructuredData data, bool cut)
    {
        Head(document);
        if (document.DocumentElement is { } root)
        {
            Element(root, -1, -1);
        }

        var all = entries.Concat(data.Entries).OrderBy(e => e.At).ToList();
        Stated(data);
        return new MarkupPage(text.ToString(), blocks, boxes, all, data.Bodies, cut);
    }

    private void Head(IDocument document)
    {
        foreach (var element in document.All)
        {
            switch (element.LocalName)
            {
                case "meta" when (element.GetAttribute(AttributeNames.Content) ?? "") is { Length: > 0 } value:
                    AddNames(element, value, "property");
                    AddNames(element, value, AttributeNames.Name);
                    AddNames(element, value, "itemprop");
                    break;
                case "link" when element.GetAttribute(AttributeNames.Href) is { Length: > 0 } address:
                    AddNames(element, address, AttributeNames.Rel, "link");
                    break;
                case "title" when element.TextContent.Trim() is { Length: > 0 } title:
                    entries.Add(new MetadataEntry("html", "title", title, PageAt(element)));
                    break;
                case "html" when element.GetAttribute(AttributeNames.Lang) is { Length: > 0 } language:
                    entries.Add(new MetadataEntry("html", AttributeNames.Lang, language, PageAt(element)));
                    break;
                default:
                    break;
            }
        }
    }

    private void AddNames(IElement element, string value, string attribute, string? carrier = null)
    {
        if (element.GetAttribute(attribute) is { Length: > 0 } name)
        {
            entries.Add(new MetadataEntry(carrier ?? (attribute is "itemprop" ? "microdata" : "meta"), name, value.Trim(), PageAt(element)));
        }
    }

    private int PageAt(IElement element) => trim.PageOf(element.SourceReference is { Position.Index: > 0 and var at } ? at : source);

    private void Element(IElement element, int parent, int setApart)
    {
        var tag = element.LocalName;
        switch (tag)
        {
            case "head" or "meta" or "link" or "title":
                return;
            case "br":
                Break();
                return;
            case "hr":
                Flush(setApart);
                return;
            case "img":
                Picture(parent);
                return;
            default:
                break;
        }

        source = element.SourceReference is { Position.Index: > 0 and var at } ? at : source;
        var cell = tag is "td" or "th";
        var inline = TagUses.Of(tag) is TagUse.Inline or TagUse.Looks || (cell && IsShort());
        if (!inline)
        {
            Flush(setApart);
        }

        var anchor = tag is "a" && element.HasAttribute(AttributeNames.Href);
        if (anchor && start >= 0 && linkEnd == text.Length && text.Length - start >= LeastTitle)
        {
            // Titles that are links, side by side.
            Flush(setApart);
        }

        seam |= inline && start >= 0 && !blank;
        var box = AddBox(element, tag, parent, inline);
        links += anchor ? 1 : 0;
        inLink += anchor ? 1 : 0;
        var own = inline ? setApart : box;
        foreach (var child in element.ChildNodes)
        {
            if (child is IText words)
            {
                Words(words.Data, own);
            }
            else if (child is IElement inner)
            {
                Element(inner, box, own);
            }
        }

        inLink -= anchor ? 1 : 0;
        linkEnd = anchor ? text.Length : linkEnd;
        if (!inline && !cell)
        {
            Flush(own);
        }

        seam = (inline || cell) && start >= 0 && !blank;
        boxes[box].EndBlock = blocks.Count;
        boxes[box].Span = new TextSpan(boxes[box].Span.Start, Math.Max(boxes[box].Span.Start, text.Length));
        Microdata(element, boxes[box]);
    }

    // The cells of a row of figures read as one line; those that set out a page do not.
    private bool IsShort() => start < 0 || text.Length - start < LongestCells;

    private int AddBox(IElement element, string tag, int parent, bool inline)
    {
        boxes.Add(new MarkupBox
        {
            Parent = parent,
            Tag = tag,
            Names = Names(element),
            Property = element.GetAttribute("itemprop"),
            Datetime = element.GetAttribute(AttributeNames.Datetime),
            IsHidden = element.HasAttribute(AttributeNames.Hidden) || element.GetAttribute("aria-hidden") is "true",
            IsInline = inline,
            FirstBlock = blocks.Count,
            Span = new TextSpan(text.Length, text.Length),
        });
        return boxes.Count - 1;
    }

    private static string Names(IElement element)
    {
        StringBuilder? names = null;
        string? only = null;
        foreach (var attribute in element.Attributes)
        {
            var value = attribute.Value;
            if (value.Length == 0 || !AttributeReader.Naming.Contains(attribute.Name, StringComparer.Ordinal))
            {
                continue;
            }

            if (only is null)
            {
                only = value;
            }
            else
            {
                (names ??= new StringBuilder(only)).Append(' ').Append(value);
            }
        }

        return names?.ToString() ?? only ?? "";
    }

    // <span itemprop="datePublished">2 May 2025</span>
    private void Microdata(IElement element, MarkupBox box)
    {
        var value = box.Datetime;
        if (box.Property is { Length: > 0 } property)
        {
            value ??= element.TagName is "A" && element.Children.Length == 0 ? element.TextContent.Trim() : box.Span.Length is > 0 and < 300 ? text.ToString(box.Span.Start, box.Span.Length).Trim() : null;
            if (value is { Length: > 0 })
            {
                entries.Add(new MetadataEntry("microdata", property, value, trim.PageOf(source)));
            }
        }
    }

    private void Picture(int parent)
    {
        for (var (box, steps) = (parent, 0); box >= 0 && steps < 4; box = boxes[box].Parent, steps++)
        {
            boxes[box].HasPicture = true;
        }
    }

    // Two line breaks end a block; so does one behind the end of a sentence.
    private void Break()
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

    private void Words(string data, int setApart)
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
        linkLength += inLink > 0 ? 1 : 0;
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

    private void Flush(int setApart)
    {
        pending = false;
        if (start >= 0)
        {
            var span = new TextSpan(start, text.Length);
            blocks.Add(new MarkupBlock(span, Math.Max(0, setApart), linkLength, links, new TextSpan(pageStart, Math.Max(pageStart, pageEnd))));
        }

        (start, links, seam, blank, turned) = (-1, 0, false, false, false);
    }

    // A story that its page tells only in structured data: scripts would have put it on the screen.
    private void Stated(StructuredData data)
    {
        var longest = data.Bodies.MaxBy(b => b.Length);
        var own = blocks.Where(b => b.LinkLength * 2 < b.Span.Length && b.Span.Length > 80).Sum(b => b.Span.Length);
        if (longest is null || longest.Length < LeastStated || own * 4 > longest.Length)
        {
            return;
        }

        var at = data.BodyAt;
        foreach (var paragraph in longest.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Length > 0)
            {
                text.Append(Separator);
            }

            var from = text.Length;
            text.Append(paragraph);
            blocks.Add(new MarkupBlock(new TextSpan(from, text.Length), 0, 0, 0, new TextSpan(at, at), IsStated: true));
        }
    }
}
