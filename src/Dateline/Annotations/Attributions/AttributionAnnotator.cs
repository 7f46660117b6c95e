using System.Globalization;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>
/// Finds who said what: quotations are paired first, then cues and their clauses are read sentence by sentence, then
/// what lies inside one another is nested, and quotations that go on without a cue are given to who spoke last.
/// </summary>
public sealed class AttributionAnnotator(CueLexicon cues, FunctionWords words)
{
    /// <summary>The attributions of a report, in text order of their first word.</summary>
    public IReadOnlyList<Attribution> Annotate(Article article, IReadOnlyList<SentenceSyntax> syntaxes, IReadOnlyList<ActorMention> actors, IReadOnlyList<PlaceMention> places, IReadOnlyList<TimeExpression> times)
    {
        var quotations = QuotationReader.Read(article, [.. syntaxes.Select(s => s.Sentence)]);
        var sources = new SourceFinder(cues, words);
        var finder = new CueFinder(cues, words, sources);
        var cutter = new ContentCutter(cues, words, sources);
        var speakers = new SpeakerReader(article.Text, cues, words, sources, actors, places);
        var assembler = new AttributionAssembler(article.Text, quotations, times);
        var found = new List<Attribution>();
        for (var i = 0; i < syntaxes.Count; i++)
        {
            if (article.Blocks[syntaxes[i].Sentence.Block].DuplicateOf is not null)
            {
                continue; // a caption printed twice says nothing twice
            }

            var sentence = new CueSentence(article.Text, syntaxes[i], quotations, times, actors);
            var clauses = finder.Find(sentence);
            cutter.Cut(clauses);
            foreach (var clause in clauses)
            {
                var elsewhere = clause.Backward ? Before(syntaxes, i, found) : null;
                if (elsewhere is not { Count: > 0 } && clause.Content.Count == 0)
                {
                    continue;
                }

                var source = clause.Source >= 0 ? speakers.Read(sentence, clause) : null;
                found.Add(assembler.Assemble(clause, source, elsewhere));
                speakers.Spoke(sentence, source);
            }

            speakers.Passed(syntaxes[i]);
        }

        AddCarriedOn(article, syntaxes, quotations, found);
        return Nest(found);
    }

    // What "This was reported by X" speaks of: the content of the attribution right before, else the sentence before.
    private static IReadOnlyList<TextSpan>? Before(IReadOnlyList<SentenceSyntax> syntaxes, int sentence, List<Attribution> found)
    {
        if (sentence == 0)
        {
            return null;
        }

        var before = syntaxes[sentence - 1].Sentence.Span;
        return found.FindLast(a => before.Contains(a.Span)) is { } said ? said.Content : [before];
    }

    // A quotation of a sentence or more that no cue claims is the last speaker's of its paragraph, or of the one before when that ended quoted.
    private static void AddCarriedOn(Article article, IReadOnlyList<SentenceSyntax> syntaxes, List<Quotation> quotations, List<Attribution> found)
    {
        foreach (var quotation in quotations.Where(q => q.Words >= 6))
        {
            if (found.Exists(a => a.Content.Any(c => c.Overlaps(quotation.Inner))))
            {
                continue;
            }

            var sentence = syntaxes.FirstOrDefault(s => s.Sentence.Span.Contains(quotation.Outer.Start))?.Sentence;
            var alone = sentence is not null && quotation.Outer.Length >= sentence.Span.Length - 2;
            var last = found.Where(a => a.Span.End <= quotation.Outer.Start && a.Speaker is not null).MaxBy(a => a.Span.End);
            if (!alone || last is null)
            {
                continue;
            }

            var block = article.Blocks[sentence!.Block];
            var near = block.Span.Contains(last.Span.Start) || (last.Mode != AttributionMode.Indirect && sentence.Block > 0 && article.Blocks[sentence.Block - 1].Span.Contains(last.Span.Start));
            if (near)
            {
                found.Add(last with { Span = quotation.Outer, Rule = "attributions.quotation carried on", Source = [], Cue = [], Content = [quotation.Inner], Mode = AttributionMode.Direct, Stance = Stance.Asserts, SaidOn = null });
            }
        }
    }

    // Numbers them in text order and nests each in the smallest one whose content holds its cue and source.
    private static List<Attribution> Nest(List<Attribution> found)
    {
        var ordered = found.OrderBy(a => a.Span.Start).ThenByDescending(a => a.Span.End).ThenBy(a => a.Cue.Count > 0 ? a.Cue[0].Start : a.Span.Start).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i] = ordered[i] with { Id = "a" + (i + 1).ToString(CultureInfo.InvariantCulture) };
        }

        var covering = new CoveringAttributions(ordered);
        return ordered.ConvertAll(inner => inner with { Within = Parent(inner, ordered, covering) });
    }

    private static string? Parent(Attribution inner, List<Attribution> all, CoveringAttributions covering)
    {
        if (inner.Cue.Count == 0)
        {
            return null;
        }

        Attribution? best = null;
        var cited = inner.Rule.Contains("citing", StringComparison.Ordinal);
        foreach (var index in cited ? covering.Of(inner.Cue[0], inner.Content) : covering.Of(inner.Cue[0]))
        {
            var outer = all[index];
            var holds = !ReferenceEquals(outer, inner) && outer.Covers(inner.Cue[0]) && !inner.Covers(outer.Cue.Count > 0 ? outer.Cue[0] : outer.Span);
            var cites = !ReferenceEquals(outer, inner) && cited && outer.Content.SequenceEqual(inner.Content);
            if ((holds || cites) && (best is null || outer.Content.Sum(c => c.Length) < best.Content.Sum(c => c.Length)))
            {
                best = outer;
            }
        }

        return best?.Id;
    }
}
