namespace Dateline.Text.Syntax;

/// <summary>Finds the subject of each verb group, and the clause it leans on.</summary>
internal sealed class SubjectFinder(FunctionWords words, ContentVerbs contentVerbs)
{
    private readonly AsideSubjects asides = new(words);

    /// <summary>A draft for each verb group, in text order.</summary>
    public List<ClauseDraft> Find(string text, TokenList tokens, List<VerbChunk> verbs, List<NounChunk> nouns, SentenceHints known)
    {
        var drafts = new List<ClauseDraft>(verbs.Count);
        foreach (var verb in verbs)
        {
            var draft = BehindTime(Subject(text, tokens, verb, nouns, drafts, known.Wholes), nouns, tokens, known.Wholes);
            drafts.Add(IsContact(tokens, draft, nouns, known.Wholes) ? draft with { Relative = true, Antecedent = draft.Subject - 1, Parent = drafts.Count - 1 } : draft);
        }

        return drafts;
    }

    // "India Sunday tested a missile": a bare time between a name and its verb is no subject
    private static ClauseDraft BehindTime(ClauseDraft draft, List<NounChunk> nouns, TokenList tokens, IReadOnlyList<TextSpan> wholes)
    {
        if (draft.Subject <= 0 || draft.Relative || nouns[draft.Subject] is not { Preposition: < 0, Possessor: < 0 } bare || nouns[draft.Subject - 1].After != bare.First)
        {
            return draft;
        }

        return wholes.Any(w => w.Start == tokens[bare.First].Start && w.End == tokens[bare.After - 1].End) ? draft with { Subject = draft.Subject - 1 } : draft;
    }

    // "a missile it described as hypersonic", "the last time Iran used it": a pronoun or name right behind a noun, which is no time ("on Monday it said")
    private static bool IsContact(TokenList tokens, ClauseDraft draft, List<NounChunk> nouns, IReadOnlyList<TextSpan> wholes)
    {
        if (draft.Subject <= 0 || draft.Verb.Participle || draft.Verb.Infinitive || draft.Marker >= 0 || nouns[draft.Subject].After != draft.Verb.First || tokens[nouns[draft.Subject].Head].Tag is not (PartOfSpeech.Pronoun or PartOfSpeech.ProperNoun))
        {
            return false;
        }

        var antecedent = nouns[draft.Subject - 1];
        return antecedent.After == nouns[draft.Subject].First && antecedent.Preposition < 0 && tokens[antecedent.Head].Tag == PartOfSpeech.Noun
            && !wholes.Any(w => w.End > tokens[antecedent.First].Start && w.Start < tokens[antecedent.After - 1].End);
    }

    private ClauseDraft Subject(string text, TokenList tokens, VerbChunk verb, List<NounChunk> nouns, List<ClauseDraft> earlier, IReadOnlyList<TextSpan> wholes)
    {
        var parent = earlier.Count - 1;
        var at = verb.First - 1;
        while (at >= 0 && tokens[at].Tag == PartOfSpeech.Adverb && !words.Is(tokens[at], "relative"))
        {
            at--;
        }

        if (at < 0)
        {
            return new ClauseDraft(verb, -1, -1, false, -1);
        }

        at = BehindConjunction(tokens, wholes, at);

        if (parent >= 0 && tokens[at].Tag == PartOfSpeech.Verb && at == earlier[parent].Verb.Head && verb.Participle)
        {
            return new ClauseDraft(verb, earlier[parent].Subject, parent, false, -1); // began sending
        }

        if (parent >= 0 && verb.Infinitive && words.Is(tokens[earlier[parent].Verb.Head], "object-control") && Owned(nouns, ChunkOrder.FirstChunkAfter(nouns, earlier[parent].Verb.After)) is >= 0 and var sent && nouns[sent].After <= verb.First)
        {
            return new ClauseDraft(verb, earlier[parent].Verb.Passive ? earlier[parent].Subject : sent, parent, false, -1); // sent a delegation to meet
        }

        var marker = tokens[at].Tag is PartOfSpeech.SubordinatingConjunction or PartOfSpeech.Adposition ? at : -1;
        if (verb.Infinitive && ChunkOrder.ChunkEndingBy(nouns, verb.First) is >= 0 and var aim && nouns[aim].After == verb.First && nouns[aim] is { Possessor: >= 0 } planned && tokens[planned.Head].Tag == PartOfSpeech.Noun && (parent < 0 || nouns[planned.Possessor].First >= earlier[parent].Verb.After))
        {
            return new ClauseDraft(verb, planned.Possessor, parent, false, -1); // the North's attempt to launch
        }

        if (verb.Infinitive && parent < 0 && Promised(tokens, verb, nouns) is >= 0 and var promised)
        {
            return new ClauseDraft(verb, promised, -1, false, -1);
        }

        if (verb.Infinitive || (marker >= 0 && verb.Participle))
        {
            return new ClauseDraft(verb, parent >= 0 ? earlier[parent].Subject : -1, parent, false, marker);
        }

        if (words.Is(tokens[at], "relative") || (words.Is(tokens[at], "that") && at > 0 && ChunkOrder.EndsNoun(nouns, at)))
        {
            return new ClauseDraft(verb, ChunkOrder.ChunkEndingBy(nouns, at), parent, true, -1);
        }

        if (tokens[at].Tag == PartOfSpeech.CoordinatingConjunction && parent >= 0)
        {
            if (earlier[parent].Verb.Infinitive && verb.First == verb.Head && tokens[verb.Head].Form is WordForm.Base or WordForm.Present && tokens[verb.Head].Span.In(text) is { } word && !word.EndsWith('s'))
            {
                return new ClauseDraft(verb with { Infinitive = true, Tense = Tense.None }, earlier[parent].Subject, earlier[parent].Parent, false, -1); // plans to build and sell
            }

            while (parent > 0 && !verb.Participle && IsInclusive(tokens, earlier[parent].Verb) && !earlier[parent - 1].Verb.Participle)
            {
                parent--; // has killed six, including an officer, and has injured another
            }

            if (verb.Participle && tokens[verb.Head].Form == WordForm.PastParticiple && earlier[parent].Verb is { Tense: Tense.Perfect or Tense.Pluperfect, Passive: false } had && had.After == at && verb.After < tokens.Count && tokens[verb.After].Tag is PartOfSpeech.Determiner or PartOfSpeech.Numeral)
            {
                return new ClauseDraft(verb with { Participle = false, Passive = false, Tense = had.Tense }, earlier[parent].Subject, earlier[parent].Parent, false, -1); // had intercepted and destroyed two drones
            }

            return verb.Participle && !earlier[parent].Verb.Participle && verb.Passive ? new ClauseDraft(verb, -1, parent, false, -1) : new ClauseDraft(verb, earlier[parent].Subject, earlier[parent].Parent, false, -1);
        }

        if (tokens[at].Kind == TokenKind.Punctuation && verb.Participle && parent >= 0)
        {
            while (earlier[parent] is { Relative: false, Marker: < 0, Parent: >= 0, Verb: { Participle: true, First: > 0 } on } && tokens[on.Head].Form == WordForm.Gerund && tokens[on.First - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun)
            {
                parent = earlier[parent].Parent; // went off near a bus carrying soldiers, wounding seven
            }

            while (tokens[verb.Head].Form == WordForm.Gerund && earlier[parent] is { Relative: false, Marker: < 0, Parent: >= 0, Verb: { Participle: true, First: > 0 } by } && tokens[by.Head].Form == WordForm.PastParticiple && tokens[by.First - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun && !IsInclusive(tokens, verb))
            {
                parent = earlier[parent].Parent; // attacked a base manned by the police, killing four
            }

            if (words.Is(tokens[earlier[parent].Verb.Head], "show") && ChunkOrder.ChunkEndingBy(nouns, at) is >= 0 and var shown && nouns[shown].First >= earlier[parent].Verb.After)
            {
                return new ClauseDraft(verb, shown, parent, false, -1); // photos showed X, a Y, joining
            }

            if (IsInclusive(tokens, verb) && ChunkOrder.ChunkEndingBy(nouns, at) is >= 0 and var whole && nouns[whole].After == at && nouns[whole].First >= earlier[parent].Verb.After)
            {
                return new ClauseDraft(verb, whole, parent, false, -1); // it said that a drill, including warships, began
            }

            return new ClauseDraft(verb, earlier[parent].Subject, parent, false, -1);
        }

        return ByPosition(text, tokens, verb, nouns, earlier, at);
    }

    // "Chile and Peru to hold drills": in a line without a finite verb before it, who is to do it; a name, or any noun where no finite verb follows; or -1
    private static int Promised(TokenList tokens, VerbChunk verb, List<NounChunk> nouns)
    {
        var noun = ChunkOrder.ChunkEndingBy(nouns, verb.First);
        if (noun < 0 || nouns[noun] is not { Preposition: < 0 } chunk || chunk.After != verb.First)
        {
            return -1;
        }

        if (tokens[chunk.Head].Tag == PartOfSpeech.ProperNoun)
        {
            return noun;
        }

        for (var i = verb.After; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Terminal || (tokens[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary && tokens[i].Form is WordForm.Past or WordForm.Present or WordForm.Modal))
            {
                return -1;
            }
        }

        return tokens[chunk.Head].Tag == PartOfSpeech.Noun ? noun : -1;
    }

    // "withdrew from the base on Monday, and on Friday pulled out", "the soldiers, the last of the force, on Thursday left": the time between a conjunction or an aside and the verb; what stands before it, else the same token
    private static int BehindConjunction(TokenList tokens, IReadOnlyList<TextSpan> wholes, int at)
    {
        foreach (var whole in wholes)
        {
            if (whole.End != tokens[at].End)
            {
                continue;
            }

            var before = at;
            while (before >= 0 && tokens[before].Start >= whole.Start)
            {
                before--;
            }

            var led = before > 0 && tokens[before].Tag == PartOfSpeech.Adposition;
            before = led ? before - 1 : before;
            return before >= 0 && (tokens[before].Tag == PartOfSpeech.CoordinatingConjunction || (led && before > 1 && tokens[before].Kind == TokenKind.Punctuation && tokens[before - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun)) ? before : at;
        }

        return at;
    }

    private ClauseDraft ByPosition(string text, TokenList tokens, VerbChunk verb, List<NounChunk> nouns, List<ClauseDraft> earlier, int at)
    {
        var parent = earlier.Count - 1;
        var barrier = parent >= 0 ? earlier[parent].Verb.After : 0;
        var chunk = ChunkOrder.ChunkEndingBy(nouns, at + 1);
        if (chunk > 0 && nouns[chunk].After == verb.First && words.Is(tokens[nouns[chunk].Head], "reflexive") && nouns[chunk - 1].After == nouns[chunk].First)
        {
            chunk--; // "the forces themselves attacked"
        }

        if (chunk > 1 && nouns[chunk].After == verb.First && nouns[chunk] is { Preposition: < 0, Possessor: < 0 } common && common.First >= 3 && tokens[common.First - 1].Kind == TokenKind.Punctuation && tokens[common.Head].Tag == PartOfSpeech.Noun
            && nouns[chunk - 1] is { Preposition: < 0 } brief && brief.After == common.First - 1 && brief.First == brief.Head && tokens[brief.First - 1].Kind == TokenKind.Punctuation && nouns[chunk - 2] is { } full && full.After == brief.First - 1 && tokens[full.Head].Tag == PartOfSpeech.ProperNoun && tokens[brief.Head].Is(TokenShape.AllCaps) && !contentVerbs.Holds(text, tokens[verb.Head]))
        {
            chunk -= 2; // "when the National Liberation Army (ELN) guerrilla attacked"
        }

        if (asides.Find(tokens, verb, nouns, earlier, at) is { } behind)
        {
            return behind;
        }

        if (chunk >= 0 && tokens[at].Kind is TokenKind.Punctuation or TokenKind.Dash && nouns[chunk].After == at)
        {
            // NP , apposition or aside , verb: the subject stands before the aside
            var open = ChunkOrder.OpeningOf(tokens, at, barrier);
            var before = open >= 0 ? ChunkOrder.ChunkEndingBy(nouns, open) : -1;
            if (before >= 0 && nouns[before].After > barrier)
            {
                chunk = before;
            }
            else if (parent >= 0 && open < 0 && earlier[parent].Relative)
            {
                // NP , who … , verb: what describes the subject lies between
                return new ClauseDraft(verb, earlier[parent].Subject, earlier[parent].Parent, false, -1);
            }
        }

        if (chunk >= 0 && parent >= 0 && !verb.Participle && !verb.Infinitive && earlier[parent] is { Subject: >= 0, Relative: false, Verb: { Participle: true } describing } && (earlier[parent].Marker < 0 || words.Is(tokens[earlier[parent].Marker], "that")) && tokens[describing.Head].Form == WordForm.Gerund && nouns[earlier[parent].Subject].After == describing.First
            && nouns[chunk].First >= barrier && nouns[chunk].After == verb.First && !ChunkOrder.CommaBetween(tokens, barrier, verb.First) && !words.Is(tokens[describing.Head], "saying"))
        {
            return new ClauseDraft(verb, earlier[parent].Subject, earlier[parent].Parent, false, earlier[parent].Marker); // drills involving Egyptian and Chinese jets started
        }

        if (chunk >= 0 && parent > 0 && !verb.Participle && !verb.Infinitive && earlier[parent] is { Verb.Infinitive: true } goal && goal.Parent == parent - 1 && earlier[parent - 1] is { Subject: >= 0, Relative: false, Marker: < 0, Verb: { Participle: true, Passive: false } trying } && trying.After == goal.Verb.First
            && nouns[earlier[parent - 1].Subject].After == trying.First && nouns[chunk].First >= goal.Verb.After && nouns[chunk].After == verb.First && !ChunkOrder.CommaBetween(tokens, trying.First, verb.First) && !ChunkOrder.HasConjunction(tokens, goal.Verb.After, verb.First))
        {
            return new ClauseDraft(verb, earlier[parent - 1].Subject, earlier[parent - 1].Parent, false, -1); // a drone trying to reach Israel was shot down
        }

        if (verb.Participle && chunk >= 0 && nouns[chunk].After == verb.First && tokens[verb.Head].Form == WordForm.PastParticiple && !(nouns[chunk].Preposition >= 0 && HasObject(tokens, verb, nouns, chunk)))
        {
            return new ClauseDraft(verb, chunk, parent, false, -1); // the delegation led by X
        }

        if (chunk >= 0 && parent >= 0 && earlier[parent] is { Subject: >= 0, Verb: { Participle: true, Passive: true } named } && !verb.Participle && named.First > 0 && tokens[named.First - 1].Kind == TokenKind.Punctuation && nouns[chunk].First >= barrier && ChunkOrder.ChunkEndingBy(nouns, nouns[chunk].First) == earlier[parent].Subject + ChunkOrder.ChunksBetween(nouns, earlier[parent].Subject, named.First) && !ChunkOrder.HasConjunction(tokens, barrier, verb.First))
        {
            return new ClauseDraft(verb, earlier[parent].Subject, -1, false, -1); // drills, named Freedom Edge, will take place
        }

        if (chunk >= 0 && parent >= 0 && earlier[parent].Relative && earlier[parent].Subject >= 0 && !verb.Participle && nouns[chunk].Preposition >= barrier && nouns[chunk].After == verb.First && !ChunkOrder.CommaBetween(tokens, barrier, verb.First) && !ChunkOrder.HasConjunction(tokens, barrier, verb.First))
        {
            // soldiers who took part in the war were killed: no noun of the relative clause is free to be the subject
            return new ClauseDraft(verb, earlier[parent].Subject, earlier[parent].Parent, false, -1);
        }

        if (parent >= 0 && !verb.Participle && !verb.Infinitive && earlier[parent] is { Verb.Infinitive: true } aimed && ChunkOrder.ChunkEndingBy(nouns, aimed.Verb.First) is >= 0 and var attempt && nouns[attempt].After == aimed.Verb.First && nouns[attempt].Preposition < 0 && chunk > attempt && nouns[chunk].After == verb.First
            && !ChunkOrder.CommaBetween(tokens, aimed.Verb.After, verb.First) && !ChunkOrder.HasConjunction(tokens, aimed.Verb.After, verb.First) && !OpensBetween(tokens, aimed.Verb.After, verb.First) && (parent == 0 || (contentVerbs.Holds(text, tokens[earlier[parent - 1].Verb.Head]) && tokens[nouns[attempt].Head].Tag == PartOfSpeech.Noun)))
        {
            return new ClauseDraft(verb, attempt, -1, false, -1); // the attempt to launch a satellite failed
        }

        if (parent >= 0 && !verb.Participle && IsObject(text, tokens, nouns, chunk, earlier[parent], verb))
        {
            return new ClauseDraft(verb, earlier[parent].Speaking, earlier[parent].Parent, false, -1); // the rocket that hit the depot was fired
        }

        var last = chunk;
        chunk = Owner(tokens, nouns, FirstBehindPreposition(tokens, verb, nouns, chunk, barrier));
        var opened = chunk != last && nouns[chunk].Preposition is >= 0 and var opening && words.Is(tokens[opening], "conjunction"); // "hours before the leaders of A and B met"
        while (!opened && chunk > 0 && nouns[chunk].Preposition >= 0 && !(chunk != last && IsJoined(tokens, nouns[chunk], earlier)) && !OpensClause(tokens, nouns[chunk], verb) && !OpensClauseBehind(tokens, nouns[chunk], verb, earlier) && nouns[chunk - 1].After > barrier && nouns[chunk - 1].After <= nouns[chunk].Preposition && !ChunkOrder.CommaBetween(tokens, nouns[chunk - 1].After, nouns[chunk].First))
        {
            chunk--;
            chunk = Owner(tokens, nouns, FirstBehindPreposition(tokens, verb, nouns, chunk, barrier)); // "clashes between the army and rebels in the east killed"
        }

        // "will visit the land as relations between A and B thaw": behind a finite clause the conjunction opens another
        var conjunction = chunk >= 0 && nouns[chunk].First >= barrier && nouns[chunk].Preposition >= 0 && words.Is(tokens[nouns[chunk].Preposition], "conjunction");
        if (chunk < 0 || nouns[chunk].First < barrier || (nouns[chunk].Preposition >= 0 && !conjunction))
        {
            // after a relative clause, or a participle on the subject ("its soldiers deployed there suffered"), the earlier subject speaks on
            var runsOn = parent >= 0 && !ChunkOrder.CommaBetween(tokens, earlier[parent].Verb.After, verb.First) && !ChunkOrder.HasConjunction(tokens, earlier[parent].Verb.After, verb.First);
            var shared = parent >= 0 && (earlier[parent].Relative || earlier[parent].Verb.Participle || runsOn) && !verb.Participle ? earlier[parent].Speaking : -1;
            return new ClauseDraft(verb, shared, parent, false, -1);
        }

        var listed = FirstListed(tokens, nouns, chunk, barrier);
        conjunction |= listed < chunk && !verb.Participle && nouns[listed].Preposition is >= 0 and var joins && nouns[listed].First >= barrier && words.Is(tokens[joins], "conjunction") && (joins == 0 || StandsBefore(tokens, nouns[chunk], verb)); // "a week after the presidents of X and Y met"
        var marker = nouns[listed].First - 1;
        while (marker >= 0 && (tokens[marker].Kind is TokenKind.Quote || (tokens[marker].Tag is PartOfSpeech.Adverb && !words.Is(tokens[marker], "awaiting"))))
        {
            marker--;
        }

        if (!verb.Participle && IsRelative(tokens, nouns, marker, barrier) && !contentVerbs.Holds(text, tokens[verb.Head]) && ChunkOrder.ChunkEndingBy(nouns, marker) is >= 0 and var described)
        {
            return new ClauseDraft(verb, chunk, parent, true, -1, described); // the bridge which the army had built
        }

        var subordinate = marker >= 0 && (conjunction || tokens[marker].Tag == PartOfSpeech.SubordinatingConjunction || words.Is(tokens[marker], "that") || words.Is(tokens[marker], "awaiting"));
        return new ClauseDraft(verb, chunk, subordinate || verb.Participle ? parent : -1, false, subordinate ? marker : -1);
    }

    // "the chiefs of the two armies held talks": with an object right behind it the verb is finite, whatever the tagger says, and its subject may lie further off
    private bool HasObject(TokenList tokens, VerbChunk verb, List<NounChunk> nouns, int chunk) =>
        chunk + 1 < nouns.Count && nouns[chunk + 1] is { Preposition: < 0 } next && next.First == verb.After && tokens[next.Head] is { Tag: PartOfSpeech.Noun, IsCapitalised: false } && !words.Is(tokens[verb.Head], "naming");

    // "an exchange between A and B was", "the ministers of A and B met": two joined behind a preposition are no subject where the preposition
    // joins them, where the verb wants one only, or where several are of them
    private int FirstBehindPreposition(TokenList tokens, VerbChunk verb, List<NounChunk> nouns, int chunk, int barrier)
    {
        var first = chunk;
        while (first > 0 && nouns[first].Preposition < 0 && nouns[first].First == nouns[first - 1].After + 1 && tokens[nouns[first - 1].After] is { Tag: PartOfSpeech.CoordinatingConjunction } or { Kind: TokenKind.Punctuation } && nouns[first - 1].First >= barrier)
        {
            first--;
        }

        if (first == chunk || tokens[nouns[chunk - 1].After].Tag != PartOfSpeech.CoordinatingConjunction || first < 1 || nouns[first].Preposition is not (>= 0 and var at) || nouns[first - 1].After != at || words.Is(tokens[at], "conjunction") || !HasCoordinator(tokens, nouns[first].After, nouns[chunk].First))
        {
            return chunk;
        }

        var among = nouns[first - 1].After > barrier && (tokens[nouns[first - 1].Head] is { Tag: PartOfSpeech.Noun, Form: WordForm.Plural } || words.Is(tokens[nouns[first - 1].Head], "several")) && words.Is(tokens[at], "belonging-to")
            && tokens[nouns[first].Head].Tag == PartOfSpeech.ProperNoun && tokens[nouns[chunk].Head].Tag == PartOfSpeech.ProperNoun;
        var beside = tokens[nouns[first].Head].Tag == PartOfSpeech.ProperNoun && tokens[nouns[chunk].Head].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective && nouns[first - 1].Preposition < 0 && nouns[first - 1].First >= barrier && nouns[first - 1] is { } counted && tokens[counted.First].Tag == PartOfSpeech.Numeral && chunk == first + 1; // "three soldiers from Fife and a civilian died"
        return among || beside ? first - 1 : words.Is(tokens[at], "joining") || words.Is(tokens[verb.First], "singular") ? first : chunk;
    }

    private bool OpensBetween(TokenList tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Tag == PartOfSpeech.SubordinatingConjunction || words.Is(tokens[i], "conjunction") || words.Is(tokens[i], "relative"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasCoordinator(TokenList tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Tag == PartOfSpeech.CoordinatingConjunction)
            {
                return true;
            }
        }

        return false;
    }

    // "fired from the North's town of Wonsan flew": what hangs on a preposition through its owner is no subject; the owner stands for it
    private int Owner(TokenList tokens, List<NounChunk> nouns, int chunk)
    {
        var first = chunk;
        while (first >= 0 && nouns[first].Possessor >= 0)
        {
            first = nouns[first].Possessor;
        }

        return first != chunk && nouns[first].Preposition is >= 0 and var at && !words.Is(tokens[at], "conjunction") ? first : chunk;
    }

    // "ordered Iran's army to hold": the owned, not its owner
    private static int Owned(List<NounChunk> nouns, int noun)
    {
        while (noun >= 0 && noun + 1 < nouns.Count && nouns[noun + 1].Possessor == noun)
        {
            noun++;
        }

        return noun;
    }

    // "which" and "that" right behind a noun, a comma at most between.
    private bool IsRelative(TokenList tokens, List<NounChunk> nouns, int at, int barrier)
    {
        if (at <= barrier || tokens[at].Tag != PartOfSpeech.Pronoun || !(words.Is(tokens[at], "relative") || words.Is(tokens[at], "that")))
        {
            return false;
        }

        var end = words.Is(tokens[at], "relative") && tokens[at - 1].Kind == TokenKind.Punctuation ? at - 1 : at;
        return ChunkOrder.EndsNoun(nouns, end);
    }

    // The chunk right behind the verb of a relative clause is its object, unless the verb takes a whole sentence ("who said the depot was hit").
    private bool IsObject(string text, TokenList tokens, List<NounChunk> nouns, int chunk, ClauseDraft relative, VerbChunk verb)
    {
        if (chunk < 0 || !relative.Relative || relative.Speaking < 0 || nouns[chunk].After != verb.First)
        {
            return false;
        }

        var first = chunk;
        while (nouns[first].Possessor >= 0)
        {
            first = nouns[first].Possessor;
        }

        return nouns[first].First == relative.Verb.After && !contentVerbs.Holds(text, tokens[relative.Verb.Head]);
    }

    // "since Kim and Trump met", "after Seoul's air force bombed": the conjunction stands before the whole subject
    private static int FirstListed(TokenList tokens, List<NounChunk> nouns, int chunk, int barrier)
    {
        while (chunk > 0 && nouns[chunk - 1].First >= barrier
            && (nouns[chunk].Possessor == chunk - 1 || (nouns[chunk].First == nouns[chunk - 1].After + 1 && tokens[nouns[chunk - 1].After].Tag == PartOfSpeech.CoordinatingConjunction)))
        {
            chunk--;
        }

        return chunk;
    }

    private bool IsJoined(TokenList tokens, NounChunk noun, List<ClauseDraft> earlier) =>
        words.Is(tokens[noun.Preposition], "as") && earlier.Count > 0 && earlier[^1] is { Relative: false, Subject: >= 0, Verb: { Participle: false, Infinitive: false } };

    // "after the group launched", "before the army pulled out": behind a finite main clause the noun before the verb is its subject
    private bool OpensClauseBehind(TokenList tokens, NounChunk noun, VerbChunk verb, List<ClauseDraft> earlier) =>
        StandsBefore(tokens, noun, verb) && ((!verb.Participle && (tokens[verb.Head].Form is WordForm.Past or WordForm.Present || tokens[verb.First].Form is WordForm.Past or WordForm.Present)) || (verb.After < tokens.Count && tokens[verb.Head].Form == WordForm.PastParticiple && tokens[verb.After].Tag is PartOfSpeech.Determiner or PartOfSpeech.Numeral)) && words.Is(tokens[noun.Preposition], "conjunction")
        && (noun.Preposition == 0 || words.Is(tokens[noun.Preposition - 1], "span") || (earlier.Count > 0 && earlier[^1] is { Relative: false, Marker: < 0, Verb: { Participle: false, Infinitive: false } } main && main.Subject >= 0));

    private bool IsInclusive(TokenList tokens, VerbChunk verb) => verb.Participle && words.Is(tokens[verb.Head], "inclusive");

    // "two days after North Korea sent": a name right before the verb, behind a word that also opens clauses, is its subject;
    // behind "since" any noun is: "since the conflict began"
    private bool OpensClause(TokenList tokens, NounChunk noun, VerbChunk verb) =>
        StandsBefore(tokens, noun, verb) && ((tokens[noun.Head].Tag == PartOfSpeech.ProperNoun && words.Is(tokens[noun.Preposition], "conjunction")) || (!verb.Participle && words.Is(tokens[noun.Preposition], "since")));

    // right before it or an adverb before it, or with the short form of its name between: "after the Home Guard (HGD) launched"
    private static bool StandsBefore(TokenList tokens, NounChunk noun, VerbChunk verb) =>
        noun.After == verb.First
        || (noun.After == verb.First - 1 && tokens[noun.After].Tag == PartOfSpeech.Adverb)
        || (verb.First == noun.After + 3 && tokens[noun.After].Kind == TokenKind.Punctuation && tokens[noun.After + 1].Is(TokenShape.AllCaps) && tokens[noun.After + 2].Kind == TokenKind.Punctuation);
}
