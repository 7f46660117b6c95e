namespace Dateline.Text.Syntax;

/// <summary>
/// Binds subjects, objects and prepositional phrases to verbs by position and closed-class words: no parser, but the
/// patterns that carry most news sentences. Where nothing fits, the slot stays empty.
/// </summary>
public sealed class ClauseReader
{
    private readonly Chunker chunker;
    private readonly FunctionWords words;

    /// <summary>A reader over the function words.</summary>
    public ClauseReader(FunctionWords words)
    {
        this.words = words;
        chunker = new Chunker(words);
    }

    /// <summary>The shallow syntax of a tagged sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="wholes">Expressions inside it that no noun group crosses: its times.</param>
    public SentenceSyntax Read(Sentence sentence, IReadOnlyList<TextSpan> wholes)
    {
        var tokens = sentence.Tokens;
        var verbs = chunker.Verbs(tokens);
        var nouns = chunker.Nouns(tokens, verbs, wholes);
        var drafts = new List<Draft>(verbs.Count);
        foreach (var verb in verbs)
        {
            drafts.Add(Subject(tokens, verb, nouns, drafts) is var draft && IsContact(tokens, draft, nouns, wholes) ? draft with { Relative = true, Antecedent = draft.Subject - 1, Parent = drafts.Count - 1 } : draft);
        }

        var clauses = new List<Clause>(verbs.Count);
        for (var v = 0; v < drafts.Count; v++)
        {
            clauses.Add(Complete(tokens, drafts, v, nouns));
        }

        return new SentenceSyntax(sentence, nouns, clauses);
    }

    // "a missile it described as hypersonic": a pronoun right behind a noun, which is no time ("on Monday it said")
    private static bool IsContact(IReadOnlyList<Token> tokens, Draft draft, List<NounChunk> nouns, IReadOnlyList<TextSpan> wholes)
    {
        if (draft.Subject <= 0 || draft.Verb.Participle || draft.Verb.Infinitive || draft.Marker >= 0 || nouns[draft.Subject].After != draft.Verb.First || tokens[nouns[draft.Subject].Head].Tag != PartOfSpeech.Pronoun)
        {
            return false;
        }

        var antecedent = nouns[draft.Subject - 1];
        return antecedent.After == nouns[draft.Subject].First && antecedent.Preposition < 0 && tokens[antecedent.Head].Tag == PartOfSpeech.Noun
            && !wholes.Any(w => w.End > tokens[antecedent.First].Start && w.Start < tokens[antecedent.After - 1].End);
    }

    private Draft Subject(IReadOnlyList<Token> tokens, VerbChunk verb, List<NounChunk> nouns, List<Draft> earlier)
    {
        var parent = earlier.Count - 1;
        var at = verb.First - 1;
        while (at >= 0 && tokens[at].Tag == PartOfSpeech.Adverb && !words.Is(tokens[at], "relative"))
        {
            at--;
        }

        if (at < 0)
        {
            return new Draft(verb, -1, -1, false, -1);
        }

        if (parent >= 0 && tokens[at].Tag == PartOfSpeech.Verb && at == earlier[parent].Verb.Head && verb.Participle)
        {
            return new Draft(verb, earlier[parent].Subject, parent, false, -1); // began sending
        }

        if (parent >= 0 && verb.Infinitive && words.Is(tokens[earlier[parent].Verb.Head], "object-control") && FirstChunkAfter(nouns, earlier[parent].Verb.After) is >= 0 and var sent && nouns[sent].After <= verb.First)
        {
            return new Draft(verb, earlier[parent].Verb.Passive ? earlier[parent].Subject : sent, parent, false, -1); // sent a delegation to meet
        }

        var marker = tokens[at].Tag is PartOfSpeech.SubordinatingConjunction or PartOfSpeech.Adposition ? at : -1;
        if (verb.Infinitive || (marker >= 0 && verb.Participle))
        {
            return new Draft(verb, parent >= 0 ? earlier[parent].Subject : -1, parent, false, marker);
        }

        if (words.Is(tokens[at], "relative") || (words.Is(tokens[at], "that") && at > 0 && EndsNoun(nouns, at)))
        {
            return new Draft(verb, ChunkEndingBy(nouns, at), parent, true, -1);
        }

        if (tokens[at].Tag == PartOfSpeech.CoordinatingConjunction && parent >= 0)
        {
            return verb.Participle && !earlier[parent].Verb.Participle && verb.Passive ? new Draft(verb, -1, parent, false, -1) : new Draft(verb, earlier[parent].Subject, earlier[parent].Parent, false, -1);
        }

        if (tokens[at].Kind == TokenKind.Punctuation && verb.Participle && parent >= 0)
        {
            if (words.Is(tokens[earlier[parent].Verb.Head], "show") && ChunkEndingBy(nouns, at) is >= 0 and var shown && nouns[shown].First >= earlier[parent].Verb.After)
            {
                return new Draft(verb, shown, parent, false, -1); // photos showed X, a Y, joining
            }

            return new Draft(verb, earlier[parent].Subject, parent, false, -1);
        }

        return ByPosition(tokens, verb, nouns, earlier, at);
    }

    private Draft ByPosition(IReadOnlyList<Token> tokens, VerbChunk verb, List<NounChunk> nouns, List<Draft> earlier, int at)
    {
        var parent = earlier.Count - 1;
        var barrier = parent >= 0 ? earlier[parent].Verb.After : 0;
        var chunk = ChunkEndingBy(nouns, at + 1);
        if (chunk >= 0 && tokens[at].Kind is TokenKind.Punctuation or TokenKind.Dash && nouns[chunk].After == at)
        {
            // NP , apposition or aside , verb: the subject stands before the aside
            var open = OpeningOf(tokens, at, barrier);
            var before = open >= 0 ? ChunkEndingBy(nouns, open) : -1;
            if (before >= 0 && nouns[before].After > barrier)
            {
                chunk = before;
            }
            else if (parent >= 0 && earlier[parent].Relative && open < 0)
            {
                // NP , who … , verb: the relative clause lies between
                return new Draft(verb, earlier[parent].Subject, earlier[parent].Parent, false, -1);
            }
        }

        if (verb.Participle && chunk >= 0 && nouns[chunk].After == verb.First && tokens[verb.Head].Form == WordForm.PastParticiple)
        {
            return new Draft(verb, chunk, parent, false, -1); // the delegation led by X
        }

        if (chunk >= 0 && parent >= 0 && earlier[parent] is { Subject: >= 0, Verb: { Participle: true, Passive: true } named } && !verb.Participle && named.First > 0 && tokens[named.First - 1].Kind == TokenKind.Punctuation && nouns[chunk].First >= barrier && ChunkEndingBy(nouns, nouns[chunk].First) == earlier[parent].Subject + ChunksBetween(nouns, earlier[parent].Subject, named.First) && !HasConjunction(tokens, barrier, verb.First))
        {
            return new Draft(verb, earlier[parent].Subject, -1, false, -1); // drills, named Freedom Edge, will take place
        }

        if (chunk >= 0 && parent >= 0 && earlier[parent].Relative && earlier[parent].Subject >= 0 && !verb.Participle && nouns[chunk].Preposition >= barrier && nouns[chunk].After == verb.First && !CommaBetween(tokens, barrier, verb.First) && !HasConjunction(tokens, barrier, verb.First))
        {
            // soldiers who took part in the war were killed: no noun of the relative clause is free to be the subject
            return new Draft(verb, earlier[parent].Subject, earlier[parent].Parent, false, -1);
        }

        while (chunk > 0 && nouns[chunk].Preposition >= 0 && !OpensClause(tokens, nouns[chunk], verb) && nouns[chunk - 1].After > barrier && nouns[chunk - 1].After <= nouns[chunk].Preposition && !CommaBetween(tokens, nouns[chunk - 1].After, nouns[chunk].First))
        {
            chunk--;
        }

        var conjunction = chunk >= 0 && nouns[chunk].First >= barrier && nouns[chunk].Preposition >= 0 && words.Is(tokens[nouns[chunk].Preposition], "conjunction");
        if (chunk < 0 || nouns[chunk].First < barrier || (nouns[chunk].Preposition >= 0 && !conjunction))
        {
            // after a relative clause, or a participle on the subject ("its soldiers deployed there suffered"), the earlier subject speaks on
            var runsOn = parent >= 0 && !CommaBetween(tokens, earlier[parent].Verb.After, verb.First) && !HasConjunction(tokens, earlier[parent].Verb.After, verb.First);
            var shared = parent >= 0 && (earlier[parent].Relative || earlier[parent].Verb.Participle || runsOn) && !verb.Participle ? earlier[parent].Speaking : -1;
            return new Draft(verb, shared, parent, false, -1);
        }

        var marker = nouns[FirstListed(tokens, nouns, chunk, barrier)].First - 1;
        while (marker >= 0 && (tokens[marker].Kind is TokenKind.Quote || (tokens[marker].Tag is PartOfSpeech.Adverb && !words.Is(tokens[marker], "when"))))
        {
            marker--;
        }

        var subordinate = marker >= 0 && (conjunction || tokens[marker].Tag == PartOfSpeech.SubordinatingConjunction || words.Is(tokens[marker], "that") || words.Is(tokens[marker], "when"));
        var reduced = verb.Participle;
        return new Draft(verb, chunk, subordinate || reduced ? parent : -1, false, subordinate ? marker : -1);
    }

    // "since Kim and Trump met", "after Seoul's air force bombed": the conjunction stands before the whole subject
    private static int FirstListed(IReadOnlyList<Token> tokens, List<NounChunk> nouns, int chunk, int barrier)
    {
        while (chunk > 0 && nouns[chunk - 1].First >= barrier
            && (nouns[chunk].Possessor == chunk - 1 || (nouns[chunk].First == nouns[chunk - 1].After + 1 && tokens[nouns[chunk - 1].After].Tag == PartOfSpeech.CoordinatingConjunction)))
        {
            chunk--;
        }

        return chunk;
    }

    private Clause Complete(IReadOnlyList<Token> tokens, List<Draft> drafts, int v, List<NounChunk> nouns)
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

            if (nouns[n].Preposition >= verb.After)
            {
                complements.Add(n);
            }
            else if (nouns[n].Preposition < 0 && !IsOwnedBehind(nouns, n, verb.After) && (n + 1 >= nouns.Count || nouns[n + 1].Possessor != n) && !CommaBetween(tokens, verb.After, nouns[n].First))
            {
                objects.Add(n);
            }
        }

        if (verb.Participle && subject >= 0 && tokens[verb.Head].Form == WordForm.PastParticiple && objects.Count > 0 && nouns[objects[0]].First == verb.After && !words.Is(tokens[verb.After], "by"))
        {
            // "the guard shot down 12 drones": with an object and no auxiliary it is the past tense, whatever the tagger says
            verb = verb with { Participle = false, Passive = false, Tense = Tense.Past };
        }

        var passive = verb.Passive || (verb.Participle && tokens[verb.Head].Form == WordForm.PastParticiple && objects.Count == 0);
        return new Clause(verb with { Passive = passive }, subject, objects, complements, parent, relative, marker);
    }

    // "by Seoul's military": the owner carries the preposition
    private static bool IsOwnedBehind(List<NounChunk> nouns, int n, int after)
    {
        while (nouns[n].Possessor >= 0)
        {
            n = nouns[n].Possessor;
        }

        return nouns[n].Preposition >= after;
    }

    // The chunk is the subject of the next verb and no reduced passive hangs on it ("missiles fired from …").
    private static bool IsLaterSubject(List<Draft> drafts, int v, int noun)
    {
        if (v + 1 >= drafts.Count)
        {
            return false;
        }

        var next = drafts[v + 1];
        return next.Subject == noun && !next.Relative && !next.Verb.Participle && !next.Verb.Infinitive && next.Subject != drafts[v].Subject;
    }

    // "two days after North Korea sent": a name right before the verb, behind a word that also opens clauses, is its subject
    private bool OpensClause(IReadOnlyList<Token> tokens, NounChunk noun, VerbChunk verb) =>
        noun.After == verb.First && tokens[noun.Head].Tag == PartOfSpeech.ProperNoun && words.Is(tokens[noun.Preposition], "conjunction");

    private static bool HasConjunction(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Tag is PartOfSpeech.CoordinatingConjunction or PartOfSpeech.SubordinatingConjunction)
            {
                return true;
            }
        }

        return false;
    }

    private static bool CommaBetween(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind is TokenKind.Punctuation or TokenKind.Dash or TokenKind.Terminal)
            {
                return true;
            }
        }

        return false;
    }

    // Index of the comma, dash or bracket that opened the aside closed at this token, or -1.
    private static int OpeningOf(IReadOnlyList<Token> tokens, int close, int barrier)
    {
        for (var i = close - 1; i >= barrier; i--)
        {
            if (tokens[i].Kind is TokenKind.Punctuation or TokenKind.Dash)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool EndsNoun(List<NounChunk> nouns, int at)
    {
        var chunk = ChunkEndingBy(nouns, at);
        return chunk >= 0 && nouns[chunk].After == at;
    }

    private static int FirstChunkAfter(List<NounChunk> nouns, int token)
    {
        for (var n = 0; n < nouns.Count; n++)
        {
            if (nouns[n].First >= token && nouns[n].Preposition < 0)
            {
                return n;
            }
        }

        return -1;
    }

    // How many chunks stand behind a noun and before a token.
    private static int ChunksBetween(List<NounChunk> nouns, int noun, int token)
    {
        var count = 0;
        while (noun + count + 1 < nouns.Count && nouns[noun + count + 1].After <= token)
        {
            count++;
        }

        return count;
    }

    // The last noun chunk that ends at or before the token.
    private static int ChunkEndingBy(List<NounChunk> nouns, int at)
    {
        for (var n = nouns.Count - 1; n >= 0; n--)
        {
            if (nouns[n].After <= at)
            {
                return n;
            }
        }

        return -1;
    }

    private readonly record struct Draft(VerbChunk Verb, int Subject, int Parent, bool Relative, int Marker, int Antecedent = -1)
    {
        /// <summary>Index of the chunk that goes on as a subject behind the clause.</summary>
        public int Speaking => Antecedent >= 0 ? Antecedent : Subject;
    }
}
