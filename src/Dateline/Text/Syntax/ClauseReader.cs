using Dateline.Knowledge;

namespace Dateline.Text.Syntax;

/// <summary>
/// Binds subjects, objects and prepositional phrases to verbs by position and closed-class words: no parser, but the
/// patterns that carry most news sentences. Where nothing fits, the slot stays empty.
/// </summary>
public sealed class ClauseReader : ISyntax
{
    private readonly FunctionWords words;
    private readonly Lemmatizer lemmatizer;
    private readonly TagMender mender;
    private readonly VerbChunker verbChunker;
    private readonly NounChunker nounChunker;
    private readonly SubjectFinder subjects;

    /// <summary>A reader over the function words and the words that attribute.</summary>
    /// <exception cref="KnowledgeException">A table is missing or malformed.</exception>
    public ClauseReader(KnowledgeFiles files, Inflector inflector, FunctionWords words)
    {
        this.words = words;
        lemmatizer = new Lemmatizer(files, inflector);
        mender = new TagMender(words);
        verbChunker = new VerbChunker(words);
        nounChunker = new NounChunker(words);
        subjects = new SubjectFinder(words, new ContentVerbs(files, lemmatizer));
    }

    /// <inheritdoc/>
    public SentenceSyntax Read(string text, Sentence sentence, SentenceHints known)
    {
        sentence = mender.Mend(sentence);
        var tokens = sentence.Tokens;
        var verbs = verbChunker.Chunks(tokens);
        var nouns = nounChunker.Chunks(tokens, verbs, known);
        var drafts = subjects.Find(text, tokens, verbs, nouns, known);
        var clauses = new List<Clause>(verbs.Count);
        for (var v = 0; v < drafts.Count; v++)
        {
            clauses.Add(Complete(tokens, drafts, v, nouns));
        }

        return new SentenceSyntax(sentence, nouns, clauses) { Lemmas = token => lemmatizer.Lemma(Folding.Fold(token.Span.Of(text)), token.Tag, token.Form) };
    }

    private Clause Complete(TokenList tokens, List<ClauseDraft> drafts, int v, List<NounChunk> nouns)
    {
        var (verb, subject, parent, relative, marker, _) = drafts[v];
        var to = v + 1 < drafts.Count ? drafts[v + 1].Verb.First : tokens.Count;
        var objects = new List<int>();
        var complements = new List<int>();
        for (var n = 0; n < nouns.Count; n++)
        {
            if (nouns[n].First < verb.After || nouns[n].First >= to || IsLaterSubject(drafts, v, n) || (n > 0 && nouns[n].Possessor < 0 && n + 1 < nouns.Count && nouns[n + 1].Possessor == n && IsLaterSubject(drafts, v, n + 1)))
            {
                continue;
            }

            if (IsHarmedToo(tokens, drafts, v, nouns[n]))
            {
                break;
            }

            if (nouns[n].Preposition == verb.After && objects.Count == 0 && complements.Count == 0 && words.Is(tokens[verb.After], "particle") && !words.Is(tokens[verb.After + 1], "by"))
            {
                objects.Add(n); // shot down 14 drones, carried out such a test
            }
            else if (nouns[n].Preposition >= verb.After)
            {
                complements.Add(n);
            }
            else if (nouns[n].Preposition < 0 && !IsOwnedBehind(nouns, n, verb.After) && !IsListedBehind(tokens, nouns, n, verb.After) && (n + 1 >= nouns.Count || nouns[n + 1].Possessor != n) && !ChunkOrder.CommaBetween(tokens, verb.After, nouns[n].First))
            {
                objects.Add(n);
            }
        }

        if (verb.Participle && subject >= 0 && tokens[verb.Head].Form == WordForm.PastParticiple && objects.Count > 0 && (nouns[objects[0]].First == verb.After || nouns[objects[0]].Preposition == verb.After) && !words.Is(tokens[verb.After], "by"))
        {
            // "the guard shot down 12 drones": with an object and no auxiliary it is the past tense, whatever the tagger says
            verb = verb with { Participle = false, Passive = false, Tense = Tense.Past };
        }

        var passive = verb.Passive || (verb.Participle && tokens[verb.Head].Form == WordForm.PastParticiple && objects.Count == 0);
        return new Clause(verb with { Passive = passive }, subject, objects, complements, parent, relative, marker);
    }

    // "six soldiers killed and twenty injured": what stands between the conjunction and the next participle is that one's
    private static bool IsHarmedToo(TokenList tokens, List<ClauseDraft> drafts, int v, NounChunk noun) =>
        v + 1 < drafts.Count && drafts[v + 1].Verb is { Participle: true } next && next.First == noun.After && noun.First == drafts[v].Verb.After + 1 && tokens[drafts[v].Verb.After].Tag == PartOfSpeech.CoordinatingConjunction
        && tokens[drafts[v].Verb.Head].Form == WordForm.PastParticiple && tokens[next.Head].Form == WordForm.PastParticiple;

    // "by Seoul's military": the owner carries the preposition
    private static bool IsOwnedBehind(List<NounChunk> nouns, int n, int after)
    {
        while (nouns[n].Possessor >= 0)
        {
            n = nouns[n].Possessor;
        }

        return nouns[n].Preposition >= after;
    }

    // "sanctions on five firms and one person": joined to what a preposition governs
    private static bool IsListedBehind(TokenList tokens, List<NounChunk> nouns, int n, int after) =>
        n > 0 && nouns[n - 1].After > after && nouns[n].First == nouns[n - 1].After + 1 && tokens[nouns[n - 1].After].Tag == PartOfSpeech.CoordinatingConjunction && IsOwnedBehind(nouns, n - 1, after);

    // The chunk is the subject of the next verb and no reduced passive hangs on it ("missiles fired from …").
    private static bool IsLaterSubject(List<ClauseDraft> drafts, int v, int noun)
    {
        if (v + 1 >= drafts.Count)
        {
            return false;
        }

        var next = drafts[v + 1];
        return next.Subject == noun && !next.Relative && !next.Verb.Participle && !next.Verb.Infinitive && next.Subject != drafts[v].Subject;
    }
}
