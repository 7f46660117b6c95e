using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Says where what is said begins behind a cue, from what follows it and the frames the cue allows.</summary>
internal sealed class ContentBehind(FunctionWords words)
{
    /// <summary>First token of the content, or null when nothing behind the cue is said.</summary>
    public int? Start(CueClause clause)
    {
        var s = clause.Sentence;
        var at = clause.AdjunctsAfter;
        var frames = clause.Cue.Frames;
        var content = frames.HasFlag(CueFrames.Content) || clause.Cites;
        if (clause.Stance == Stance.DeclinesToComment && clause.Behind is Behind.Nothing && clause.After < s.End && !s.Breaks(clause.After))
        {
            return s.Tokens[clause.After].Tag == PartOfSpeech.Adposition && clause.After + 1 < s.End ? clause.After + 1 : clause.After; // declined to comment on the launch
        }

        switch (clause.Behind)
        {
            case Behind.Quotation when content || frames.HasFlag(CueFrames.Quote) || frames.HasFlag(CueFrames.About) || frames.HasFlag(CueFrames.Judge):
                return ContentCutter.BehindMark(s, at);
            case Behind.Colon when content || frames.HasFlag(CueFrames.Quote):
                return at + 1;
            case Behind.Conjunction when content:
                return words.Is(s.Tokens[at], "that") ? at + (s.Is(at + 1, ',') && at + 2 < s.End ? 2 : 1) : at; // that, while talks go on, …
            case Behind.Clause when content:
                return at;
            case Behind.Infinitive when frames.HasFlag(CueFrames.Infinitive):
                return at;
            case Behind.Gerund when content || frames.HasFlag(CueFrames.About):
            case Behind.Object when frames.HasFlag(CueFrames.Infinitive) && DoesSomething(s, at):
                return at;
            case Behind.Object when frames.HasFlag(CueFrames.Figure):
                return (content ? HoldsFigure(s, at, ChunksAfter(s, at)) : PutsAt(s, at)) ? at : null;
            case Behind.Object when (frames & (CueFrames.Judge | CueFrames.About | CueFrames.QuoteAs)) == CueFrames.Judge && !HasPredicate(s, at) && !(clause.Begin > 0 && (words.Is(s.Tokens[clause.Begin - 1], "what") || words.Is(s.Tokens[clause.Begin - 1], "relative"))):
                return null;
            case Behind.Object or Behind.Clause when (frames & (CueFrames.About | CueFrames.Judge | CueFrames.QuoteAs)) != CueFrames.None:
                return at;
            case Behind.Infinitive when clause.Passive:
                return at;
            default:
                return null;
        }
    }

    // "ordered his men to hold": an infinitive right behind the object
    private static bool DoesSomething(CueSentence s, int at)
    {
        var after = ChunksAfter(s, at);
        return after < s.End && s.Syntax.ClauseAt(after) is >= 0 and var c && s.Syntax.Clauses[c].Verb.Infinitive;
    }

    // "called the flight a mistake", "dangerous", "as …", "…": not "called his brother"
    private bool HasPredicate(CueSentence s, int at)
    {
        var after = ChunksAfter(s, at);
        if (s.Syntax.NounAt(at) is >= 0 and var called && s.Syntax.Following(called).Any(n => s.Syntax.Nouns[n].Preposition is >= 0 and var p && words.Is(s.Tokens[p], "as")))
        {
            return true;
        }

        return after < s.End && (s.QuotationAt(after) >= 0 || words.Is(s.Tokens[after], "as") || s.Tokens[after].Tag == PartOfSpeech.Adjective || (s.Syntax.NounAt(after) is >= 0 and var noun && s.Syntax.Nouns[noun].Preposition < 0))
            || (at > 0 && s.Syntax.NounAt(at) >= 0 && HoldsQuotation(s, at, after));
    }

    // "put the number of dead at 15"
    private bool PutsAt(CueSentence s, int from)
    {
        for (var i = from + 1; i + 1 < s.End && !s.Breaks(i); i++)
        {
            if (words.Is(s.Tokens[i], "at") && HoldsFigure(s, i + 1, Math.Min(s.End, i + 4)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsFigure(CueSentence s, int from, int after)
    {
        for (var i = from; i < after; i++)
        {
            if (s.Tokens[i].Kind == TokenKind.Number || s.Tokens[i].Tag == PartOfSpeech.Numeral)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsQuotation(CueSentence s, int from, int after)
    {
        for (var i = from; i < after; i++)
        {
            if (s.QuotationAt(i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // index after a noun chunk with its owned chunk and the prepositional ones behind it
    private static int ChunksAfter(CueSentence s, int at)
    {
        var noun = s.Syntax.NounAt(at);
        if (noun < 0)
        {
            return at;
        }

        var after = s.Syntax.Nouns[noun].After;
        foreach (var next in s.Syntax.Following(noun))
        {
            after = s.Syntax.Nouns[next].After;
        }

        return after;
    }
}
