using System.Text;
using AngleSharp.Dom;

namespace Dateline.Documents.Markup;

/// <summary>One walk over a parsed page.</summary>
internal sealed class MarkupWalk(MarkupTrim trim)
{
    private const int LeastStated = 400;

    private readonly BlockWriter writer = new(trim);
    private readonly List<MarkupBox> boxes = [];
    private readonly List<MetadataEntry> entries = [];

    public MarkupPage Walk(IDocument document, StructuredData data, bool cut)
    {
        Head(document);
        if (document.DocumentElement is { } root)
        {
            Element(root, -1, -1);
        }

        var all = entries.Concat(data.Entries).OrderBy(e => e.At).ToList();
        Stated(data);
        return new MarkupPage(writer.ToString(), writer.Blocks, boxes, all, data.Bodies, cut);
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

    private int PageAt(IElement element) => trim.PageOf(element.SourceReference is { Position.Index: > 0 and var at } ? at : writer.Position);

    private void Element(IElement element, int parent, int setApart)
    {
        var tag = element.LocalName;
        switch (tag)
        {
            case "head" or "meta" or "link" or "title":
                return;
            case "br":
                writer.Break();
                return;
            case "hr":
                writer.Flush(setApart);
                return;
            case "img":
                Picture(parent);
                return;
            default:
                break;
        }

        writer.Reach(element.SourceReference is { Position.Index: > 0 and var at } ? at : writer.Position);
        var cell = tag is "td" or "th";
        var inline = TagUses.Of(tag) is TagUse.Inline or TagUse.Looks || (cell && writer.IsShort);
        if (!inline)
        {
            writer.Flush(setApart);
        }

        var anchor = tag is "a" && element.HasAttribute(AttributeNames.Href);
        if (anchor)
        {
            writer.BeginLink(setApart);
        }

        if (inline)
        {
            writer.BeginInline();
        }

        var box = AddBox(element, tag, parent, inline);
        var own = inline ? setApart : box;
        foreach (var child in element.ChildNodes)
        {
            if (child is IText words)
            {
                writer.Words(words.Data, own);
            }
            else if (child is IElement inner)
            {
                Element(inner, box, own);
            }
        }

        if (anchor)
        {
            writer.EndLink();
        }

        if (!inline && !cell)
        {
            writer.Flush(own);
        }

        writer.EndElement(inline || cell);
        boxes[box].EndBlock = writer.Blocks.Count;
        boxes[box].Span = new TextSpan(boxes[box].Span.Start, Math.Max(boxes[box].Span.Start, writer.Length));
        Microdata(element, boxes[box]);
    }

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
            FirstBlock = writer.Blocks.Count,
            Span = new TextSpan(writer.Length, writer.Length),
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
            value ??= element.TagName is "A" && element.Children.Length == 0 ? element.TextContent.Trim() : box.Span.Length is > 0 and < 300 ? writer.In(box.Span).Trim() : null;
            if (value is { Length: > 0 })
            {
                entries.Add(new MetadataEntry("microdata", property, value, writer.Page));
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

    // A story that its page tells only in structured data: scripts would have put it on the screen.
    private void Stated(StructuredData data)
    {
        var longest = data.Bodies.MaxBy(b => b.Length);
        var own = writer.Blocks.Where(b => b.LinkLength * 2 < b.Span.Length && b.Span.Length > 80).Sum(b => b.Span.Length);
        if (longest is null || longest.Length < LeastStated || own * 4 > longest.Length)
        {
            return;
        }

        foreach (var paragraph in longest.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            writer.Stated(paragraph, data.BodyAt);
        }
    }
}
