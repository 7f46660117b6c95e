using Dateline.Annotations.Attributions;
using Dateline.Articles;

namespace Dateline.App.Web;

/// <summary>Words that something points at.</summary>
/// <param name="Span">Where they stand.</param>
/// <param name="Target">What points at them: the id of a claim (c3) or of an event (e1).</param>
/// <param name="IsFirst">True for the first words of the target: there its link arrives.</param>
public readonly record struct Mark(TextSpan Span, string Target, bool IsFirst)
{
    /// <summary>The marks of one target.</summary>
    public static IEnumerable<Mark> Of(string target, IEnumerable<TextSpan> words) => words.Order().Select((span, i) => new Mark(span, target, i == 0));
}

/// <summary>A stretch of text that is one in everything.</summary>
/// <param name="Words">Its characters.</param>
/// <param name="Voice">Whose words they are; null for the outlet's own.</param>
/// <param name="Targets">What points at it, the closest first.</param>
/// <param name="Begins">What begins to point here.</param>
public sealed record Piece(string Words, Voice? Voice, IReadOnlyList<string> Targets, IReadOnlyList<string> Begins);

/// <summary>A block of a report in pieces.</summary>
/// <param name="Kind">Its role.</param>
/// <param name="IsNoise">True for what is no part of the story, or was told before.</param>
/// <param name="Pieces">Its text.</param>
public sealed record MarkedBlock(BlockKind Kind, bool IsNoise, IReadOnlyList<Piece> Pieces);

/// <summary>A report's text with everything that points at it.</summary>
/// <param name="Paragraphs">Blocks by paragraph.</param>
public sealed record MarkedText(IReadOnlyList<IReadOnlyList<MarkedBlock>> Paragraphs)
{
    /// <summary>Marks a text.</summary>
    /// <param name="article">The text.</param>
    /// <param name="attributions">Who says which words.</param>
    /// <param name="marks">What points where.</param>
    /// <param name="voices">Who speaks; filled in the order of the text.</param>
    public static MarkedText Of(Article article, IReadOnlyList<Attribution> attributions, IReadOnlyList<Mark> marks, Voices voices)
    {
        var spoken = attributions
            .SelectMany(attribution => attribution.Content.Select(span => (Span: span, Attribution: attribution)))
            .OrderBy(content => content.Span)
            .Select(content => (content.Span, Voice: voices.Of(content.Attribution, article.Text)))
            .ToList();
        return new MarkedText([.. article.Blocks
            .GroupBy(block => block.Paragraph)
            .Select(paragraph => (IReadOnlyList<MarkedBlock>)[.. paragraph.Select(block => new MarkedBlock(block.Kind, !block.IsRead || block.DuplicateOf is not null, Pieces(article.Text, block.Span, spoken, marks)))])]);
    }

    private static List<Piece> Pieces(string text, TextSpan block, List<(TextSpan Span, Voice? Voice)> spoken, IReadOnlyList<Mark> marks)
    {
        var near = spoken.FindAll(content => content.Span.Overlaps(block));
        var pointing = marks.Where(mark => mark.Span.Overlaps(block)).ToList();
        var cuts = new SortedSet<int> { block.Start, block.End };
        foreach (var span in near.Select(content => content.Span).Concat(pointing.Select(mark => mark.Span)))
        {
            cuts.Add(Math.Max(span.Start, block.Start));
            cuts.Add(Math.Min(span.End, block.End));
        }

        return [.. cuts.Zip(cuts.Skip(1), (start, end) => PieceOf(text, new TextSpan(start, end), near, pointing))];
    }

    private static Piece PieceOf(string text, TextSpan span, List<(TextSpan Span, Voice? Voice)> spoken, List<Mark> marks)
    {
        // Of words within words, the inner speaker's are the nearer.
        var voice = spoken.Where(content => content.Span.Contains(span)).OrderBy(content => content.Span.Length).Select(content => content.Voice).FirstOrDefault();
        var covering = marks.Where(mark => mark.Span.Contains(span)).OrderBy(mark => mark.Span.Length).ToList();
        return new Piece(
            span.In(text),
            voice,
            [.. covering.Select(mark => mark.Target).Distinct(StringComparer.Ordinal)],
            [.. covering.Where(mark => mark.IsFirst && mark.Span.Start == span.Start).Select(mark => mark.Target).Distinct(StringComparer.Ordinal)]);
    }
}
