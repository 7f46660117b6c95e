using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Says how noun chunks of a sentence hang together: listed, in apposition, owned, measured.</summary>
internal sealed class ChunkLinks(FunctionWords words)
{
    /// <summary>"Iron Mace, a joint exercise": one comma and an article between a name and what it is.</summary>
    public bool IsApposition(SentenceSyntax syntax, int left, int right)
    {
        var (a, b) = (syntax.Nouns[left], syntax.Nouns[right]);
        var tokens = syntax.Sentence.Tokens;
        return b.First == a.After + 1 && tokens[a.After].Kind == TokenKind.Punctuation && tokens[a.Head].Tag == PartOfSpeech.ProperNoun && words.Is(tokens[b.First], "indefinite");
    }

    /// <summary>"as Putin and Kim meet": a conjunction the tagger takes for a preposition.</summary>
    public bool OpensClause(SentenceSyntax syntax, int noun) =>
        syntax.Nouns[noun].Preposition is >= 0 and var at && words.Is(syntax.Sentence.Tokens[at], "conjunction");

    /// <summary>Two chunks joined by a conjunction, or two names of a list whose end is: "Japan, the United States and South Korea".</summary>
    public static bool IsListed(SentenceSyntax syntax, int left, int right)
    {
        var (a, b) = (syntax.Nouns[left], syntax.Nouns[right]);
        if (b.Possessor == left || b.First - a.After is < 1 or > 2)
        {
            return false;
        }

        var conjunction = false;
        var tokens = syntax.Sentence.Tokens;
        for (var t = a.After; t < b.First; t++)
        {
            conjunction |= tokens[t].Tag == PartOfSpeech.CoordinatingConjunction;
            if (tokens[t].Tag != PartOfSpeech.CoordinatingConjunction && tokens[t].Kind != TokenKind.Punctuation)
            {
                return false;
            }
        }

        var names = tokens[a.Head].Tag == PartOfSpeech.ProperNoun && tokens[b.Head].Tag == PartOfSpeech.ProperNoun;
        return conjunction || (names && right + 1 < syntax.Nouns.Count && syntax.Nouns[right + 1].Preposition < 0 && IsListed(syntax, right, right + 1));
    }

    /// <summary>Two names with a comma and nothing else between them, the first at the beginning of its line.</summary>
    public static bool IsBesideComma(SentenceSyntax syntax, int left, int right) =>
        left == 0 && syntax.Nouns[left].First == 0 && IsNameBesideComma(syntax, left, right);

    /// <summary>Two names with a comma and nothing else between them: a headline lists so.</summary>
    public static bool IsNameBesideComma(SentenceSyntax syntax, int left, int right)
    {
        var (a, b) = (syntax.Nouns[left], syntax.Nouns[right]);
        var tokens = syntax.Sentence.Tokens;
        return b.First == a.After + 1 && tokens[a.After].Kind == TokenKind.Punctuation && tokens[a.Head].Tag == PartOfSpeech.ProperNoun && tokens[b.Head].Tag == PartOfSpeech.ProperNoun;
    }

    /// <summary>True for a chunk that says what sort of thing stands behind its of: "new versions of the rocket".</summary>
    public bool IsSort(SentenceSyntax syntax, int noun) =>
        words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Head], "sort") && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].After], "of");

    /// <summary>"in Russia's Kursk region": the preposition governs what is owned.</summary>
    public static int Owned(SentenceSyntax syntax, int noun)
    {
        while (noun + 1 < syntax.Nouns.Count && syntax.Nouns[noun + 1].Possessor == noun)
        {
            noun++;
        }

        return noun;
    }

    /// <summary>True behind "after", "since", "in response to": a happening before the one told.</summary>
    public bool IsAnswered(FrameLexicon frames, SentenceSyntax syntax, int noun)
    {
        while (syntax.Nouns[noun].Possessor >= 0)
        {
            noun = syntax.Nouns[noun].Possessor; // "since Tuesday's strike"
        }

        return syntax.Nouns[noun].Preposition is >= 0 and var at && (words.Is(syntax.Sentence.Tokens[at], "recalling") || (at > 0 && frames.IsRecall(syntax.Sentence.Tokens, at - 1)));
    }

    /// <summary>True for the subject of a finite verb behind it: "sanctions on a firm, and Britain froze", "to Russia, an official said".</summary>
    public static bool IsDoer(SentenceSyntax syntax, int noun) =>
        syntax.Clauses.Any(c => c.Subject == noun && !c.Relative && c.Verb is { Participle: false, Infinitive: false } && c.Verb.First >= syntax.Nouns[noun].After);

    /// <summary>"with the secretary of state also meeting the envoy": the noun behind "with" that does what the participle tells, or null.</summary>
    public int? Absolute(SentenceSyntax syntax, Clause clause)
    {
        var tokens = syntax.Sentence.Tokens;
        var at = clause.Verb.First - 1;
        while (at > 0 && tokens[at].Tag == PartOfSpeech.Adverb)
        {
            at--;
        }

        if (syntax.NounAt(at) is not (>= 0 and var doer) || syntax.Nouns[doer].After != at + 1)
        {
            return null;
        }

        var first = doer;
        while (first > 0 && syntax.Nouns[first].Preposition is >= 0 and var of && words.Is(tokens[of], "of") && syntax.Nouns[first - 1].After == of)
        {
            first--;
        }

        return syntax.Nouns[first].Preposition is >= 0 and var with && words.Is(tokens[with], "with") ? doer : null;
    }

    /// <summary>"signed and issued a statement": two verbs with one object.</summary>
    public static bool SharesObjects(SentenceSyntax syntax, int clause)
    {
        if (clause + 1 >= syntax.Clauses.Count)
        {
            return false;
        }

        var (own, next) = (syntax.Clauses[clause], syntax.Clauses[clause + 1]);
        return own.Objects.Count == 0 && own.Complements.Count == 0 && next.Verb.First == own.Verb.After + 1 && syntax.Sentence.Tokens[own.Verb.After].Tag == PartOfSpeech.CoordinatingConjunction;
    }
}
