namespace Dateline.Text.Syntax;

/// <summary>A base noun phrase: from its determiner to its head, without what follows ("the fourth missile launch").</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="After">Index after its last token.</param>
/// <param name="Head">Index of its head: the last noun, name, pronoun or figure.</param>
/// <param name="Preposition">Index of the preposition that governs it, or -1.</param>
/// <param name="Possessor">Index of the chunk that owns it through 's, or -1.</param>
public sealed record NounChunk(int First, int After, int Head, int Preposition, int Possessor)
{
    /// <summary>True when the token belongs to it.</summary>
    public bool Holds(int token) => First <= token && token < After;
}

/// <summary>When a verb group speaks of.</summary>
public enum Tense
{
    /// <summary>An infinitive or participle: as its governing verb.</summary>
    None,

    /// <summary>Past.</summary>
    Past,

    /// <summary>Present perfect: has fired.</summary>
    Perfect,

    /// <summary>Past perfect: had fired.</summary>
    Pluperfect,

    /// <summary>Present.</summary>
    Present,

    /// <summary>Future: will, is to, is going to.</summary>
    Future,
}

/// <summary>A verb with its auxiliaries, negation and adverbs between them.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="After">Index after its last token.</param>
/// <param name="Head">Index of the main verb.</param>
/// <param name="Tense">When it speaks of.</param>
/// <param name="Passive">True for be + participle and for a reduced passive ("missiles fired by").</param>
/// <param name="Negated">True with not, n't, never.</param>
/// <param name="Modal">Index of a modal other than will (could, may, would …), or -1.</param>
/// <param name="Infinitive">True for to + verb.</param>
/// <param name="Participle">True for -ing and -ed forms without an auxiliary.</param>
public sealed record VerbChunk(int First, int After, int Head, Tense Tense, bool Passive, bool Negated, int Modal, bool Infinitive, bool Participle);

/// <summary>A verb with what stands around it.</summary>
/// <param name="Verb">The verb group.</param>
/// <param name="Subject">Index of the noun chunk that does it (for a passive: to which it is done), or -1.</param>
/// <param name="Objects">Noun chunks without a preposition after it, in order.</param>
/// <param name="Complements">Noun chunks with a preposition after it, in order.</param>
/// <param name="Parent">Index of the clause it leans on (infinitive, participle, relative), or -1.</param>
/// <param name="Relative">True when it hangs on a relative pronoun.</param>
/// <param name="Marker">Index of the conjunction that opens it (that, after, if, while), or -1.</param>
public sealed record Clause(
    VerbChunk Verb,
    int Subject,
    IReadOnlyList<int> Objects,
    IReadOnlyList<int> Complements,
    int Parent,
    bool Relative,
    int Marker);

/// <summary>The shallow syntax of one sentence.</summary>
/// <param name="Sentence">Its tokens.</param>
/// <param name="Nouns">Noun chunks, in text order.</param>
/// <param name="Clauses">Clauses by their verbs, in text order.</param>
public sealed record SentenceSyntax(Sentence Sentence, IReadOnlyList<NounChunk> Nouns, IReadOnlyList<Clause> Clauses)
{
    private readonly int[] nounOfToken = MapNouns(Sentence.Tokens.Count, Nouns);
    private readonly int[] clauseOfToken = MapVerbs(Sentence.Tokens.Count, Clauses);

    /// <summary>Gives the dictionary form of a token of the sentence; null for a syntax that knows none.</summary>
    public Func<Token, string>? Lemmas { get; init; }

    /// <summary>Dictionary form of a token, folded ("fired" and "fires": fire), made when asked; the empty string where the syntax knows none.</summary>
    public string Lemma(int token) => Lemmas?.Invoke(Sentence.Tokens[token]) ?? "";

    /// <summary>Index of the noun chunk that holds the token, or -1.</summary>
    public int NounAt(int token) => token >= 0 && token < nounOfToken.Length ? nounOfToken[token] : -1;

    /// <summary>Index of the clause whose verb group holds the token, or -1.</summary>
    public int ClauseAt(int token) => token >= 0 && token < clauseOfToken.Length ? clauseOfToken[token] : -1;

    /// <summary>Where a noun chunk stands.</summary>
    public TextSpan SpanOf(NounChunk noun) => new(Sentence.Tokens[noun.First].Start, Sentence.Tokens[noun.After - 1].End);

    /// <summary>Where some tokens stand.</summary>
    public TextSpan SpanOf(int first, int after) => new(Sentence.Tokens[first].Start, Sentence.Tokens[after - 1].End);

    /// <summary>The prepositional chunks that follow a noun chunk without a verb or comma between: "launch of missiles from Sunan".</summary>
    public IEnumerable<int> Following(int noun)
    {
        for (var i = noun + 1; i < Nouns.Count; i++)
        {
            var (before, chunk) = (Nouns[i - 1], Nouns[i]);
            if (chunk.Preposition < 0 && chunk.Possessor != i - 1)
            {
                yield break;
            }

            var from = before.After;
            var to = chunk.Preposition >= 0 ? chunk.Preposition : chunk.First;
            for (var t = from; t < to; t++)
            {
                if (Sentence.Tokens[t].Kind is TokenKind.Punctuation or TokenKind.Terminal or TokenKind.Dash || ClauseAt(t) >= 0)
                {
                    yield break;
                }
            }

            yield return i;
        }
    }

    private static int[] MapNouns(int tokens, IReadOnlyList<NounChunk> nouns)
    {
        var map = new int[tokens];
        Array.Fill(map, -1);
        for (var i = 0; i < nouns.Count; i++)
        {
            Array.Fill(map, i, nouns[i].First, nouns[i].After - nouns[i].First);
        }

        return map;
    }

    private static int[] MapVerbs(int tokens, IReadOnlyList<Clause> clauses)
    {
        var map = new int[tokens];
        Array.Fill(map, -1);
        for (var i = 0; i < clauses.Count; i++)
        {
            Array.Fill(map, i, clauses[i].Verb.First, clauses[i].Verb.After - clauses[i].Verb.First);
        }

        return map;
    }
}
