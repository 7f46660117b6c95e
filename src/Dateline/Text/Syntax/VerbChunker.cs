namespace Dateline.Text.Syntax;

/// <summary>Finds verb groups in a tagged sentence, in one pass.</summary>
internal sealed class VerbChunker(FunctionWords words)
{
    // How far before "is to" a noun of aim may stand ("the aim of the drill is to test").
    private const int AimReach = 8;

    /// <summary>Verb groups in text order.</summary>
    public List<VerbChunk> Chunks(TokenList tokens)
    {
        var found = new List<VerbChunk>();
        var i = 0;
        while (i < tokens.Count)
        {
            var verb = IsVerbal(tokens, i) ? At(tokens, i) : null;
            if (verb is null)
            {
                i++;
                continue;
            }

            found.Add(verb);
            i = verb.After;
        }

        return found;
    }

    private bool IsVerbal(TokenList tokens, int i)
    {
        var token = tokens[i];
        if (token.Tag == PartOfSpeech.Auxiliary)
        {
            return true;
        }

        if (token.Tag == PartOfSpeech.Particle && words.Is(token, "to"))
        {
            return IsQuotedBase(tokens, i + 1) || (i + 1 < tokens.Count && (tokens[i + 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary || (tokens[i + 1].Tag == PartOfSpeech.Adverb && i + 2 < tokens.Count && tokens[i + 2].Tag == PartOfSpeech.Verb)));
        }

        return token.Tag == PartOfSpeech.Verb && !IsModifier(tokens, i);
    }

    // to "provide support": the mark that opens the words of another stands before the verb
    private static bool IsQuotedBase(TokenList tokens, int mark) =>
        mark + 1 < tokens.Count && tokens[mark].Kind == TokenKind.Quote && tokens[mark + 1] is { Tag: PartOfSpeech.Verb, Form: WordForm.Base };

    // "the suspected missile", "test-fired missiles", "a planned launch": a participle before its noun is no verb group.
    private bool IsModifier(TokenList tokens, int i)
    {
        if (tokens[i].Form is not (WordForm.PastParticiple or WordForm.Gerund or WordForm.Past) || i + 1 >= tokens.Count)
        {
            return false;
        }

        var next = tokens[i + 1].Kind is TokenKind.Hyphen or TokenKind.Quote && i + 2 < tokens.Count ? tokens[i + 2] : tokens[i + 1]; // an "indigenously-developed" missile
        var described = tokens[i].Form == WordForm.PastParticiple && IsDescribed(tokens, i);
        var prefix = next.Tag == PartOfSpeech.Other && i + 2 < tokens.Count && tokens[i + 2].Kind == TokenKind.Hyphen; // "a ship-launched anti-ship missile"
        if (i == 0 || !(prefix || next.Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.ProperNoun || (described && next is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple })))
        {
            return false;
        }

        var before = tokens[i - 1].Kind == TokenKind.Quote && i > 1 ? tokens[i - 2] : tokens[i - 1]; // the "training launch"
        return described || before.Tag is PartOfSpeech.Determiner or PartOfSpeech.Adjective
            || (before.Tag == PartOfSpeech.Numeral && !(tokens[i].Form == WordForm.Past && IsDesignation(tokens, i - 1)))
            || (before.Kind == TokenKind.Hyphen && tokens[i].Form == WordForm.PastParticiple)
            || before.Is(TokenShape.Clitic) || (before.Tag == PartOfSpeech.Pronoun && words.Is(before, "possessive") && tokens[i].Form == WordForm.PastParticiple); // "its designated target"
    }

    // "a locally developed missile", "its first indigenously developed extended-range rocket": behind a determiner or an owner and what goes with the participle
    private bool IsDescribed(TokenList tokens, int i)
    {
        var at = i - 1;
        while (at > 0 && (tokens[at].Tag == PartOfSpeech.Adverb || tokens[at] is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple }))
        {
            at--;
        }

        var described = at < i - 1;
        while (described && at > 0 && (tokens[at].Tag == PartOfSpeech.Adjective || words.Is(tokens[at], "order")))
        {
            at--;
        }

        return described && at >= 0 && (tokens[at].Tag == PartOfSpeech.Determiner || tokens[at].Is(TokenShape.Clitic) || (tokens[at].Tag == PartOfSpeech.Pronoun && words.Is(tokens[at], "possessive")));
    }

    // "Flight 7 left Day 3": a figure behind its noun counts nothing
    private static bool IsDesignation(TokenList tokens, int figure) =>
        figure > 0 && tokens[figure - 1] is { IsCapitalised: true, Tag: PartOfSpeech.Noun or PartOfSpeech.ProperNoun };

    private VerbChunk? At(TokenList tokens, int first)
    {
        var group = new Auxiliaries(words);
        var i = group.Read(tokens, first, IsScheduled);
        i = group.Infinitive && IsQuotedBase(tokens, i) ? i + 1 : i;
        if (group.Last >= 0 && i + 2 < tokens.Count && tokens[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Verb && tokens[i + 1].Kind == TokenKind.Hyphen && tokens[i + 2] is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple or WordForm.Past or WordForm.Gerund } && (!IsModifier(tokens, i + 2) || (i > first && tokens[i].Tag == PartOfSpeech.Noun && tokens[i - 1].Tag == PartOfSpeech.Adverb)))
        {
            i += 2; // had test-fired, was air-dropped: the first half belongs to the verb
        }

        var negated = group.Negated || (group.Last < 0 && first > 0 && words.Is(tokens[first - 1], "not"));
        if (i < tokens.Count && tokens[i].Tag == PartOfSpeech.Verb && !(group.Last >= 0 && IsModifier(tokens, i)))
        {
            var agentBehind = group.Last < 0 && tokens[i].Form == WordForm.Past && (IsBy(tokens, i + 1) || (i + 1 < tokens.Count && words.Is(tokens[i + 1], "particle") && IsBy(tokens, i + 2))); // carried out by
            var bare = group.Last < 0 && !group.Infinitive;
            var half = bare ? FirstHalf(tokens, first) : first;
            var form = agentBehind ? WordForm.PastParticiple : half < first && i + 1 < tokens.Count && tokens[i + 1].Tag is PartOfSpeech.Determiner or PartOfSpeech.Numeral ? WordForm.Past : tokens[i].Form;
            var passive = group.Be && (form is WordForm.PastParticiple or WordForm.Past);
            return new VerbChunk(half, i + 1, i, group.TenseOf(form), passive, negated, group.ModalBefore(form), group.Infinitive, bare && (form is WordForm.Gerund or WordForm.PastParticiple));
        }

        // a copula: the last auxiliary is the head
        return group.Last < 0 ? null
            : new VerbChunk(first, group.Last + 1, group.Last, group.TenseOf(WordForm.None), false, negated, group.ModalBefore(WordForm.None), group.Infinitive, false);
    }

    private bool IsBy(TokenList tokens, int i) => i < tokens.Count && words.Is(tokens[i], "by");

    // "the army test-fired a missile": the first half of a finite verb belongs to it, not to the noun before
    private static int FirstHalf(TokenList tokens, int verb) =>
        verb >= 2 && tokens[verb].Form is WordForm.Past or WordForm.PastParticiple or WordForm.Present && tokens[verb - 1] is { Kind: TokenKind.Hyphen } hyphen && hyphen.End == tokens[verb].Start
        && tokens[verb - 2] is { Tag: PartOfSpeech.Noun, IsCapitalised: false } half && half.End == hyphen.Start ? verb - 2 : verb;

    // "is to be tested" tells of the future, "the aim is to test" what the aim is.
    private bool IsScheduled(TokenList tokens, int first, int to)
    {
        if (!words.Is(tokens[to], "to") || to + 1 >= tokens.Count || tokens[to + 1].Form != WordForm.Base || first == 0)
        {
            return false;
        }

        for (var i = first - 1; i >= 0 && i >= first - AimReach && tokens[i].Kind is not (TokenKind.Punctuation or TokenKind.Terminal or TokenKind.Quote); i--)
        {
            if (words.Is(tokens[i], "aim"))
            {
                return false;
            }
        }

        return tokens[first - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun or PartOfSpeech.Adverb or PartOfSpeech.Numeral;
    }
}
