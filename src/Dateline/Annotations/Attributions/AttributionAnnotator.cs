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
        var quoted = new QuotedSpeech(sources, cues, words);
        var colons = new ColonReader(sources, cues);
        var relays = new RelayReader(cues, words, new NamesNear(article.Text, actors, places));
        var elsewheres = new ContentElsewhere(article, syntaxes, quotations);
        var assembler = new AttributionAssembler(article.Text, quotations, times, new Hedges(cues, words), words);
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
            colons.Add(sentence, clauses, elsewheres.Opens(i), elsewheres.IsAlone(i));
            quoted.Add(sentence, clauses);
            foreach (var clause in clauses)
            {
                var elsewhere = elsewheres.Of(clause, i, found);
                var refuses = clause is { Stance: Stance.DeclinesToComment, Source: >= 0 };
                if (elsewhere is not { Count: > 0 } && clause.Content.Count == 0 && !refuses)
                {
                    continue;
                }

                var source = clause.Source >= 0 || clause.Bare ? speakers.Read(sentence, clause) : null;
                var relay = relays.Of(sentence, clause);
                found.Add(assembler.Assemble(clause, source, elsewhere) with { Relay = relay?.Actor, RelayWords = relay?.Span });
                speakers.Spoke(sentence, source);
            }

            speakers.Passed(syntaxes[i]);
        }

        SignedQuotations.Add(article, quotations, actors, found);
        CarriedOn.Add(article, syntaxes, quotations, found);
        new ReportGoesOn(cues, words).Add(syntaxes, found);
        OneVoice.Join(cues, actors, found);
        return Nest(found);
    }

    // Numbers them in text order and nests each in the smallest one whose content holds its cue and source.
    private static List<Attribution> Nest(List<Attribution> found)
    {
        LeaveOutEvidence(found);
        var ordered = found.OrderBy(a => a.Span.Start).ThenByDescending(a => a.Span.End).ThenBy(a => a.Cue.Count > 0 ? a.Cue[0].Start : a.Span.Start).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            ordered[i] = ordered[i] with { Id = "a" + (i + 1).ToString(CultureInfo.InvariantCulture) };
        }

        var covering = new CoveringAttributions(ordered);
        return ordered.ConvertAll(inner => inner with { Within = Parent(inner, ordered, covering) });
    }

    // What somebody says that pictures show is his own word: the pictures have none.
    private static void LeaveOutEvidence(List<Attribution> found)
    {
        var shown = found.Where(a => a.Rule.EndsWith(SpeakerReader.EvidenceRule, StringComparison.Ordinal) && !IsCited(a)).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        var all = found.ToArray();
        var covering = new CoveringAttributions(all);
        var told = shown.Where(e => covering.Of(e.Cue[0]).Any(a => !ReferenceEquals(all[a], e) && all[a].Speaker is not null && !e.Covers(all[a].Cue.Count > 0 ? all[a].Cue[0] : all[a].Span))).ToHashSet(ReferenceEqualityComparer.Instance);
        found.RemoveAll(told.Contains);
    }

    private static string? Parent(Attribution inner, List<Attribution> all, CoveringAttributions covering)
    {
        if (inner.Cue.Count == 0)
        {
            return null;
        }

        Attribution? best = null;
        var cited = IsCited(inner);
        foreach (var index in cited ? covering.Of(inner.Cue[0], inner.Content) : covering.Of(inner.Cue[0]))
        {
            var outer = all[index];
            var holds = !ReferenceEquals(outer, inner) && outer.Covers(inner.Cue[0]) && !inner.Covers(outer.Cue.Count > 0 ? outer.Cue[0] : outer.Span);
            var cites = !ReferenceEquals(outer, inner) && cited && outer.Content.SequenceEqual(inner.Content);
            if ((holds || cites) && (best is null || IsNearer(outer, best, !cited)))
            {
                best = outer;
            }
        }

        return best?.Id;
    }

    // The shorter content, of equal ones that of whom is cited: "X reported, citing Y, that Z believes …".
    private static bool IsNearer(Attribution outer, Attribution best, bool preferCited)
    {
        var (length, least) = (outer.Content.Sum(c => c.Length), best.Content.Sum(c => c.Length));
        return length < least || (length == least && preferCited && IsCited(outer) && !IsCited(best));
    }

    private static bool IsCited(Attribution attribution) => attribution.Rule.Contains("citing", StringComparison.Ordinal);
}
