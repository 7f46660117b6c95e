using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Reads cues that hand on somebody else's words: citing X, quoted X as saying.</summary>
internal sealed class CitationCues(CueLexicon cues, FunctionWords words, SourceFinder sources)
{
    /// <summary>citing X · KCNA cited X</summary>
    public CueClause? Citing(CueSentence s, Cue cue, int after, Clause clause)
    {
        var noun = s.Syntax.NounAt(after);
        if (noun < 0 || s.Syntax.Nouns[noun].First > after)
        {
            return null;
        }

        noun = SourceFinder.Owned(s, noun);
        return sources.CanSpeak(s, noun, speech: false) && !words.Is(s.Tokens[s.Syntax.Nouns[noun].First], "possessive")
            ? new CueClause(s, cue, clause.Verb.First, after) { Source = noun, SourceFirst = after, SourceAfter = sources.After(s, noun), Cites = true, Leans = clause.Verb.Participle }
            : null;
    }

    /// <summary>State media quoted Kim as saying …: the words are Kim's, the quoting is the media's.</summary>
    public CueClause? SayingOf(CueSentence s, Clause clause)
    {
        var noun = s.Syntax.NounAt(clause.Verb.After);
        noun = noun >= 0 ? SourceFinder.Owned(s, noun) : -1;
        return noun >= 0 && SayingAfter(s, sources.After(s, noun)) is { } saying && cues.CueAt(s.Tokens, saying) is { } cue
            ? new CueClause(s, cue.Cue, saying - 1, saying + 1) { AsSaying = true, Source = noun, SourceFirst = s.Syntax.Nouns[noun].First, SourceAfter = sources.After(s, noun) }
            : null;
    }

    /// <summary>True for "quoted X as saying".</summary>
    public bool AsSaying(CueSentence s, Clause clause)
    {
        var noun = s.Syntax.NounAt(clause.Verb.After);
        return noun >= 0 && SayingAfter(s, sources.After(s, SourceFinder.Owned(s, noun))) is not null;
    }

    /// <summary>Index of "saying" in "as saying", within a few words; or null.</summary>
    public int? SayingAfter(CueSentence s, int at)
    {
        for (var i = at; i + 1 < s.Tokens.Count && i < at + 8; i++)
        {
            if (words.Is(s.Tokens[i], "as") && s.Tokens[i + 1].Form == WordForm.Gerund && cues.CueAt(s.Tokens, i + 1) is not null)
            {
                return i + 1;
            }
        }

        return null;
    }
}
