using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Reads passive cues: "was reported by Yonhap", "is believed to have fired", "was quoted as saying".</summary>
internal sealed class PassiveCues(FunctionWords words, SourceFinder sources, CitationCues citations)
{
    /// <summary>The clause of a passive verb, or null when it attributes nothing.</summary>
    public CueClause? Read(CueSentence s, Cue cue, int after, Clause clause)
    {
        var first = clause.Verb.First > 0 && words.Is(s.Tokens[clause.Verb.First - 1], "as") ? clause.Verb.First - 1 : clause.Verb.First;
        if (cue.Frames.HasFlag(CueFrames.QuoteAs))
        {
            return citations.SayingAfter(s, after) is { } saying && clause.Subject >= 0 && sources.CanSpeak(s, clause.Subject, speech: true)
                ? new CueClause(s, cue, clause.Verb.First, saying + 1) { Source = clause.Subject, SourceFirst = sources.First(s, clause.Subject), SourceAfter = s.Syntax.Nouns[clause.Subject].After, Cites = true }
                : null;
        }

        if (cue.Frames.HasFlag(CueFrames.Judge) && Judged(s, cue, after, clause) is { } judged)
        {
            return judged;
        }

        foreach (var complement in clause.Complements)
        {
            if (words.Is(s.Tokens[s.Syntax.Nouns[complement].Preposition], "by") && s.Syntax.Nouns[complement].Preposition <= after + 1)
            {
                var noun = SourceFinder.Owned(s, complement);
                var told = (cue.Frames.HasFlag(CueFrames.Speech) || cue.Certainty == Certainty.Fact) && (!clause.Verb.Participle || first < clause.Verb.First || Joined(s, clause) || Closes(s, clause, noun)) && !clause.Relative;
                return told && sources.CanSpeak(s, noun, speech: false)
                    ? new CueClause(s, cue, first, s.Syntax.Nouns[complement].Preposition + 1) { Source = noun, SourceFirst = s.Syntax.Nouns[complement].First, SourceAfter = sources.After(s, noun), Negated = clause.Verb.Negated, Passive = true }
                    : null;
            }
        }

        var hedges = cue.Certainty is not Certainty.Fact && cue.Stance is not (Stance.Demands or Stance.Orders) && !clause.Verb.Participle && after < s.Tokens.Count && words.Is(s.Tokens[after], "to");
        return hedges ? new CueClause(s, cue, clause.Verb.First, after) { Negated = clause.Verb.Negated, Passive = true } : null;
    }

    // "was described by the army as a balloon", "has been called “hollow” by a historian": who judges stands behind "by"
    private CueClause? Judged(CueSentence s, Cue cue, int after, Clause clause)
    {
        for (var by = after; by + 1 < s.End && !(s.Breaks(by) && s.Tokens[by].Kind != TokenKind.Quote); by++)
        {
            if (!words.Is(s.Tokens[by], "by") || s.QuotationAt(by) >= 0 || s.Syntax.NounAt(by + 1) is not (>= 0 and var noun))
            {
                continue;
            }

            noun = SourceFinder.Owned(s, noun);
            var close = sources.After(s, noun);
            var (from, to) = by > after ? (after, by) : close < s.End && words.Is(s.Tokens[close], "as") ? (close, -1) : (0, 0);
            var particle = from < s.End && s.Tokens[from].Tag is PartOfSpeech.Adposition or PartOfSpeech.Adverb or PartOfSpeech.Particle && !words.Is(s.Tokens[from], "as"); // was called off by
            if (from == to || particle || !sources.CanSpeak(s, noun, speech: false))
            {
                return null;
            }

            return new CueClause(s, cue, clause.Verb.First, after) { Source = noun, SourceFirst = by + 1, SourceAfter = close, Negated = clause.Verb.Negated, Passive = true, Judged = (from, to), Subject = clause.Subject };
        }

        return null;
    }

    // "…, reported by X": the last words of the sentence
    private bool Closes(CueSentence s, Clause clause, int noun) => s.Is(clause.Verb.First - 1, ',') && s.Tokens[s.Syntax.Nouns[noun].Head].IsCapitalised && sources.After(s, noun) >= s.End;

    // "as reported by X and confirmed by Y"
    private static bool Joined(CueSentence s, Clause clause)
    {
        var before = -1;
        for (var c = 0; c < s.Syntax.Clauses.Count && s.Syntax.Clauses[c].Verb.First < clause.Verb.First; c++)
        {
            before = c;
        }

        return before >= 0 && !s.Syntax.Clauses[before].Relative && s.Tokens[clause.Verb.First - 1].Tag == PartOfSpeech.CoordinatingConjunction;
    }
}
