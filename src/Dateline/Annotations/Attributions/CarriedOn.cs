using Dateline.Articles;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Gives quotations that no cue claims to whoever spoke last: "…," she said. "…"</summary>
internal static class CarriedOn
{
    private const int LeastWords = 2; // a sentence of its own between marks; fewer are a heading or a term

    private const int Remembered = 12; // attributions before a quotation among which its speaker is looked for

    /// <summary>Adds an attribution for every quotation that stands as sentences of its own, or opens one, right after somebody spoke.</summary>
    public static void Add(Article article, IReadOnlyList<SentenceSyntax> syntaxes, IReadOnlyList<Quotation> quotations, List<Attribution> found)
    {
        var contents = found.SelectMany(a => a.Content.Select(c => (Content: c, By: a.Span))).OrderBy(c => c.Content).ToArray();
        var ended = found.OrderBy(a => a.Span.End).ToArray();
        Attribution? carried = null;
        var (content, before) = (0, 0);
        foreach (var quotation in quotations)
        {
            for (; content < contents.Length && contents[content].Content.End <= quotation.Inner.Start; content++)
            {
                // behind us
            }

            for (; before < ended.Length && ended[before].Span.End <= quotation.Outer.Start; before++)
            {
                // before the quotation
            }

            if (quotation.Words < LeastWords || SentenceOf(syntaxes, quotation) is not { } sentence || Claimed(contents, content, quotation))
            {
                continue;
            }

            var opens = quotation.Outer.Start <= sentence.Span.Start + 1;
            var whole = quotation.Outer.Length >= sentence.Span.Length - 2;
            var candidates = ended[Math.Max(0, before - Remembered)..before].Append(carried).OfType<Attribution>();
            if (opens && Speaker(article, syntaxes, sentence, whole, candidates, quotation) is { } last)
            {
                carried = last with { Span = quotation.Outer, Rule = "attributions.quotation carried on", Source = [], Cue = [], Content = [quotation.Inner], Mode = AttributionMode.Direct, Stance = Stance.Asserts, SaidOn = null };
                found.Add(carried);
            }
        }
    }

    // the last that spoke, quoted before reported, in the paragraph; or at the end of the paragraph before, when quoted
    private static Attribution? Speaker(Article article, IReadOnlyList<SentenceSyntax> syntaxes, Sentence sentence, bool whole, IEnumerable<Attribution> candidates, Quotation quotation)
    {
        var before = candidates.Where(a => a.Speaker is not null && !a.Rule.Contains("citing", StringComparison.Ordinal)).ToList();
        var last = before.MaxBy(a => a.Span.End);
        if (last is null)
        {
            return null;
        }

        var spoken = syntaxes[SentenceAt(syntaxes, last.Span.Start)].Sentence.Span;
        last = before.LastOrDefault(a => a.Mode == AttributionMode.Direct && spoken.Overlaps(a.Span) && !before.Exists(b => !ReferenceEquals(a, b) && b.Covers(a.Span))) ?? last;
        var here = article.Blocks[sentence.Block].Span.Contains(last.Span.Start);
        var above = whole && last.Mode != AttributionMode.Indirect && sentence.Block > 0 && article.Blocks[sentence.Block - 1].Span.Contains(last.Span.Start);
        var next = SentenceAt(syntaxes, quotation.Outer.Start) == SentenceAt(syntaxes, spoken.End - 1) + 1;
        return (whole ? here || above : here && last.Mode == AttributionMode.Direct && next) ? last : null;
    }

    private static bool Claimed((TextSpan Content, TextSpan By)[] contents, int from, Quotation quotation)
    {
        for (var i = from; i < contents.Length && contents[i].Content.Start < quotation.Inner.End; i++)
        {
            if (contents[i].Content.Overlaps(quotation.Inner) && !quotation.Inner.Contains(contents[i].By))
            {
                return true;
            }
        }

        return false;
    }

    private static Sentence? SentenceOf(IReadOnlyList<SentenceSyntax> syntaxes, Quotation quotation)
    {
        var at = SentenceAt(syntaxes, quotation.Outer.Start);
        return at >= 0 && syntaxes[at].Sentence.Span.Contains(quotation.Outer.Start) ? syntaxes[at].Sentence : null;
    }

    // The last sentence that begins at or before a position, or -1.
    private static int SentenceAt(IReadOnlyList<SentenceSyntax> syntaxes, int position)
    {
        var (low, high) = (0, syntaxes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (syntaxes[middle].Sentence.Span.Start <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
