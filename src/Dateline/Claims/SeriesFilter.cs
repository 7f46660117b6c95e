using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Takes out what tells of many happenings at once, or only reminds of one: with a reason, never silently.</summary>
internal sealed class SeriesFilter(ArgumentTypes types, FunctionWords words)
{
    /// <summary>How many of a kind within a year, at least, tell of a series and not of one happening.</summary>
    private const int SeriesCount = 5;

    /// <summary>Takes such drafts of one sentence out.</summary>
    public void Remove(ReportView view, List<MentionDraft> drafts, List<Abstention> abstained)
    {
        RemoveSeries(view, drafts, abstained);
        RemoveReminders(drafts, abstained);
    }

    // "in answer to the killing of its leaders": without a figure and a day it only reminds of what everybody knows
    private void RemoveReminders(List<MentionDraft> drafts, List<Abstention> abstained)
    {
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Time: null, Frame.Kind: "casualties" } && !d.Claims.Exists(c => c.Value is QuantityValue) && words.Is(d.Syntax.Sentence.Tokens[d.Syntax.Nouns[d.Noun].First], "definite")).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "only reminds of a loss"));
            drafts.Remove(draft);
        }
    }

    // "fired more than 40 missiles last year", "300 air strikes in a year": many in a year are a series, not one happening
    private void RemoveSeries(ReportView view, List<MentionDraft> drafts, List<Abstention> abstained)
    {
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike", Time.Precision: >= TimePrecision.Week } && view.Quantities(d.Syntax.SpanOf(d.Syntax.Nouns[d.Noun])).Any(q => q.Vague is not null)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft); // "died in several raids last week"
        }

        // "has claimed similar attacks in the past"
        foreach (var draft in drafts.Where(d => d is { Time: null, Frame.Kind: "strike" } && IsKind(d)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "in over 60 attacks last week": many in no single day
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike" } && d.Time is null or { Precision: >= TimePrecision.Week } && d.Syntax.Sentence.Tokens[d.Syntax.Nouns[d.Noun].Head].Form == WordForm.Plural && IsMany(view, d) && !RecallReader.IsLead(view, d.Syntax.Sentence)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "1,300 have been killed in attacks by both sides", "in 2024 attacks on refineries have become frequent"
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike" } && d.Syntax.Sentence.Tokens[d.Syntax.Nouns[d.Noun].Head].Form == WordForm.Plural && (d.Time is { Precision: TimePrecision.Year } || (d.Time is null && IsOfMany(view, d)))).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "since January it has attacked refineries at least 64 times"
        foreach (var draft in drafts.Where(d => d is { Noun: < 0, Clause: >= 0, Time: null, Frame.Kind: "strike" } && d.Syntax.Clauses[d.Clause].Verb is { Tense: Tense.Perfect, Infinitive: false } && Enumerable.Range(0, d.Syntax.Sentence.Tokens.Count).Any(i => words.Is(d.Syntax.Sentence.Tokens[i], "since") || words.Is(d.Syntax.Sentence.Tokens[i], "times"))).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "has carried out several bomb attacks, killing eight": many, in no time of their own
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Clause: >= 0, Time: null, Frame.Kind: "strike" } && d.Syntax.Clauses[d.Clause].Verb.Tense == Tense.Perfect && view.Quantities(d.Syntax.SpanOf(d.Syntax.Nouns[d.Noun])).Any(q => q.Vague is not null)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.RemoveAll(d => ReferenceEquals(d, draft) || d.Cause == draft.Span);
        }

        // "has held several operations in the north, targeting militants"
        foreach (var draft in drafts.Where(d => d is { Noun: < 0, Clause: >= 0, Frame.Kind: "strike", Time: null or { Precision: TimePrecision.Year } } && d.Syntax.Clauses[d.Clause] is { Verb: { Participle: true, Passive: false }, Parent: >= 0, Marker: < 0 } on && d.Syntax.Clauses[on.Parent].Verb is { Tense: Tense.Perfect, Infinitive: false } && !drafts.Exists(o => o.Noun < 0 && o.Clause == on.Parent) && !RecallReader.IsLead(view, d.Syntax.Sentence)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "has carried out three missile tests this year"
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Clause: >= 0, Time: { Precision: TimePrecision.Year }, Frame.IsVerb: false } && d.Syntax.Clauses[d.Clause].Verb.Tense == Tense.Perfect && HasNumber(view, d)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        foreach (var draft in drafts.Where(d => d.Time is { Precision: TimePrecision.Year } && (d.Claims.Exists(c => c is { Role: "count", Value: QuantityValue { Quantity.Low: >= SeriesCount } }) || IsMany(view, d))).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }
    }

    // a number of those the noun tells of
    private static bool HasNumber(ReportView view, MentionDraft draft) =>
        view.Quantities(draft.Syntax.SpanOf(draft.Syntax.Nouns[draft.Noun])).Any(q => q is { Low: > 1 } && q.Span.Overlaps(draft.Span));

    // told below the lead as what many died in, in the perfect
    private static bool IsOfMany(ReportView view, MentionDraft draft) =>
        draft.Syntax.Clauses.Any(c => c.Verb is { Tense: Tense.Perfect, Passive: true } && c.Complements.Any(n => ChunkLinks.Owned(draft.Syntax, n) == draft.Noun)) && !RecallReader.IsLead(view, draft.Syntax.Sentence);

    // "such attacks", "similar mortar attacks"
    private bool IsKind(MentionDraft draft)
    {
        var tokens = draft.Syntax.Sentence.Tokens;
        var chunk = draft.Noun >= 0 ? draft.Syntax.Nouns[draft.Noun] : (draft.Slots["patient"].FirstOrDefault(f => types.Fits("attack", f)) ?? draft.Slots["agent"].FirstOrDefault(f => types.Fits("attack", f)))?.Chunk;
        return chunk is not null && tokens[chunk.Head].Form == WordForm.Plural && Enumerable.Range(chunk.First, chunk.Head - chunk.First).Any(i => words.Is(tokens[i], "alike"));
    }

    private static bool IsMany(ReportView view, MentionDraft draft) =>
        draft.Frame.Kind is "strike" && draft.Slots["patient"].Select(f => f.Chunk).Append(draft.Noun >= 0 ? draft.Syntax.Nouns[draft.Noun] : null).Any(n => n is not null && view.Quantities(draft.Syntax.Sentence.Span).Any(q => q is { Low: >= SeriesCount, Dimension: null or "count" } && q.Span.Overlaps(draft.Syntax.SpanOf(n))));
}
