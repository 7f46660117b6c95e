using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Reads cues whose verb the tagger took for a plural noun or for a participle.</summary>
internal sealed class MistakenCues(FunctionWords words, SourceFinder sources, AdjunctReader adjuncts)
{
    /// <summary>"The army estimates that …", "…, Yonhap reports", where the tagger took the verb for a plural: the rest of its chunk speaks.</summary>
    public CueClause? Noun(CueSentence s, Cue cue, int first, int after)
    {
        var chunk = s.Syntax.NounAt(first);
        if (chunk >= 0 && cue.Frames.HasFlag(CueFrames.Content) && s.Syntax.Nouns[chunk] is var whole && whole.After == after && Questions(s, whole, first, after))
        {
            return new CueClause(s, cue, first, after) { SourceFirst = whole.First, SourceAfter = first, Bare = true };
        }

        if (chunk >= 0 && cue.Frames.HasFlag(CueFrames.Content) && s.Tokens[first].Form == WordForm.Plural && s.Syntax.Nouns[chunk].First == first && after == s.Syntax.Nouns[chunk].After && s.Is(first - 1, ',') && after < s.End && words.Is(s.Tokens[after], "that") && Leading(s, first) is >= 0 and var subject)
        {
            return new CueClause(s, cue, first, after) { Source = subject, SourceFirst = sources.First(s, subject), SourceAfter = s.Syntax.Nouns[subject].After };
        }

        if (s.Tokens[first].Form != WordForm.Plural || chunk < 0 || s.Syntax.Nouns[chunk] is not { Preposition: < 0 } noun || noun.After != after || noun.First >= first || !cue.Frames.HasFlag(CueFrames.Content))
        {
            return null;
        }

        var closes = after >= s.End && s.Is(noun.First - 1, ',');
        var opens = noun.First == 0 && after < s.End && (s.OpensQuotation(after) || (s.Is(after, ':') && after + 1 >= s.End) || (words.Is(s.Tokens[after], "that") && s.Tokens[after].Tag == PartOfSpeech.SubordinatingConjunction));
        return closes || opens ? new CueClause(s, cue, first, after) { SourceFirst = noun.First, SourceAfter = first, Bare = true } : null;
    }

    /// <summary>"The military confirmed on Monday that …", where the tagger took the verb for a participle: its subject when no "by" follows, else -1.</summary>
    public int Past(CueSentence s, Cue cue, int after, Clause clause)
    {
        var verb = clause.Verb;
        if (!verb.Participle || s.Tokens[verb.Head].Form == WordForm.Gerund || clause.Subject < 0 || (after >= s.End && after == verb.After) || (after < s.End && words.Is(s.Tokens[after], "by") && !ThatBehind(s, after)) || s.Syntax.NounAt(verb.First - 1) < 0)
        {
            return -1;
        }

        var subject = sources.OutOfPreposition(s, clause.Subject);

        if (s.Syntax.Nouns[subject].Preposition >= 0 || !sources.CanSpeak(s, subject, speech: false))
        {
            return -1;
        }

        if (after > verb.After)
        {
            return subject; // declined to comment: the cue goes on behind the verb
        }

        var probe = new CueClause(s, cue, verb.First, after);
        adjuncts.Read(probe);
        var trails = probe.Behind == Behind.Nothing && probe.AdjunctsAfter >= s.End && s.Is(s.Syntax.Nouns[subject].First - 1, ',');
        var only = probe.Behind == Behind.Object && !s.Syntax.Clauses.Any(c => c.Subject == clause.Subject && !ReferenceEquals(c, clause) && !c.Verb.Infinitive) && !s.Syntax.Clauses.Any(c => c.Subject == subject && !ReferenceEquals(c, clause) && !c.Verb.Infinitive);
        return trails || only || probe.Behind is Behind.Conjunction or Behind.Infinitive or Behind.Quotation ? subject : -1;
    }

    // "announced by radio that it was ready"
    private bool ThatBehind(CueSentence s, int by) =>
        s.Syntax.NounAt(by + 1) is >= 0 and var means && s.Syntax.Nouns[means].After is var that && that < s.End && words.Is(s.Tokens[that], "that") && s.Tokens[that].Tag == PartOfSpeech.SubordinatingConjunction && !sources.CanSpeak(s, means, speech: false);

    // "Many experts question how …": a base form behind a plural, before a question
    private bool Questions(CueSentence s, NounChunk chunk, int first, int after) =>
        first > chunk.First && s.Tokens[first].Form == WordForm.Singular && s.Tokens[first - 1].Form == WordForm.Plural && s.Tokens[first - 1].Tag == PartOfSpeech.Noun && chunk.Preposition < 0 && after < s.End
        && (words.Is(s.Tokens[after], "asks") || (words.Is(s.Tokens[after], "that") && s.Tokens[after].Tag == PartOfSpeech.SubordinatingConjunction));

    // "Norway, which has flown balloons, maintains that …": the chunk that opens the sentence, a relative clause between commas behind it
    private int Leading(CueSentence s, int verb)
    {
        var subject = s.Syntax.NounAt(0);
        var after = subject >= 0 ? s.Syntax.Nouns[SourceFinder.Owned(s, subject)].After : 1;
        return after + 1 < verb && s.Is(after, ',') && words.Is(s.Tokens[after + 1], "relative") && subject >= 0 && sources.CanSpeak(s, subject, speech: false) ? SourceFinder.Owned(s, subject) : -1;
    }
}
