using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Dateline.Documents.Markup;

/// <summary>What a tag of a page is for, as far as its words are concerned.</summary>
internal enum TagUse
{
    /// <summary>It sets its content apart, as a paragraph or a column does.</summary>
    Block,

    /// <summary>A block whose end tag may be missing: the parser closes it.</summary>
    OpenBlock,

    /// <summary>It stands in running text.</summary>
    Inline,

    /// <summary>Inline and only a matter of looks: left out unless it has a class.</summary>
    Looks,

    /// <summary>It has no content and is kept: a line break, a rule, a picture, a statement of metadata.</summary>
    Empty,

    /// <summary>Left out, its content kept.</summary>
    Dropped,

    /// <summary>Left out with its content, to the end of the page when it is not closed: scripts, styles.</summary>
    Unseen,

    /// <summary>Left out with its content when it is closed: drawings, lists to choose from, what is shown without scripts.</summary>
    Skipped,
}

/// <summary>The use of every tag that is not an ordinary block.</summary>
internal static class TagUses
{
    private static readonly FrozenDictionary<string, TagUse> Uses = new (TagUse Use, string[] Tags)[]
    {
        (TagUse.OpenBlock, [TagNames.P, TagNames.Li, TagNames.Dt, TagNames.Dd, TagNames.Tr, TagNames.Td, TagNames.Th, TagNames.Tbody, TagNames.Thead, TagNames.Tfoot, TagNames.Caption]),
        (TagUse.OpenBlock, [TagNames.Html, TagNames.Head, TagNames.Body, TagNames.Title]),
        (TagUse.Inline, [TagNames.A, TagNames.Span, TagNames.Time, TagNames.Cite, TagNames.Q, TagNames.Label, TagNames.Del]),
        (TagUse.Looks, [TagNames.B, TagNames.I, TagNames.Em, TagNames.Strong, TagNames.U, TagNames.Font, TagNames.S, TagNames.Strike, TagNames.Small, TagNames.Big, TagNames.Tt, TagNames.NoBr]),
        (TagUse.Looks, [TagNames.Code, TagNames.Mark, "abbr", "acronym", TagNames.Ins, "bdi"]),
        (TagUse.Looks, [TagNames.Bdo, "var", "kbd", "samp", TagNames.Dfn, TagNames.Sub, TagNames.Sup]),
        (TagUse.Empty, [TagNames.Br, TagNames.Hr, TagNames.Img, TagNames.Meta, TagNames.Link]),
        (TagUse.Dropped, [TagNames.Plaintext, TagNames.Frameset, TagNames.Frame, TagNames.Base, TagNames.Wbr, TagNames.Input, TagNames.Source, TagNames.Track, TagNames.Embed, TagNames.Param]),
        (TagUse.Dropped, [TagNames.Area, TagNames.Col, TagNames.Colgroup, TagNames.Map, TagNames.Picture, TagNames.Ruby, TagNames.Rt, TagNames.Rp]),
        (TagUse.Unseen, [TagNames.Script, TagNames.Style, TagNames.Textarea]),
        (TagUse.Skipped, [TagNames.NoScript, TagNames.Iframe, TagNames.NoEmbed, TagNames.NoFrames, TagNames.Xmp, TagNames.Svg, TagNames.Math, TagNames.Object, TagNames.Select, TagNames.Datalist]),
        (TagUse.Skipped, [TagNames.Canvas, TagNames.Audio, TagNames.Video, TagNames.Applet, TagNames.Template]),
    }.SelectMany(row => row.Tags, (row, tag) => (tag, row.Use)).ToFrozenDictionary(pair => pair.tag, pair => pair.Use, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, TagUse>.AlternateLookup<ReadOnlySpan<char>> Lookup = Uses.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The use of a tag, in any case.</summary>
    public static TagUse Of(ReadOnlySpan<char> tag) => Lookup.TryGetValue(tag, out var use) ? use : TagUse.Block;
}
