namespace Dateline.Text.Syntax;

/// <summary>Finds noun groups in a tagged sentence, in one pass.</summary>
internal sealed class NounChunker(FunctionWords words)
{
    /// <summary>Noun groups in text order, the tokens of verb groups left out.</summary>
    public List<NounChunk> Chunks(TokenList tokens, IReadOnlyList<VerbChunk> verbs, SentenceHints known)
    {
        var taken = Taken(tokens, verbs);
        var closes = Closes(tokens, known);

        var found = new List<NounChunk>();
        var i = 0;
        while (i < tokens.Count)
        {
            var noun = taken[i] ? null : NounAt(tokens, taken, closes, i, found);
            if (noun is null)
            {
                i++;
                continue;
            }

            found.Add(noun);
            i = noun.After;
        }

        return found;
    }

    // The tokens of verb groups, without what is put between an auxiliary and its verb ("had at the time issued").
    private static bool[] Taken(TokenList tokens, IReadOnlyList<VerbChunk> verbs)
    {
        var taken = new bool[tokens.Count];
        foreach (var verb in verbs)
        {
            var aside = false;
            for (var i = verb.First; i < verb.After; i++)
            {
                aside = tokens[i].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Auxiliary) && (aside || tokens[i].Tag == PartOfSpeech.Adposition || tokens[i].Kind == TokenKind.Punctuation);
                taken[i] = !aside;
            }
        }

        return taken;
    }

    // True where a chunk must not run on: at the first token of a whole expression (a time) and behind its last; before a figure with its unit.
    private bool[] Closes(TokenList tokens, SentenceHints known)
    {
        var closes = new bool[tokens.Count];
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            closes[i] = (tokens[i].Tag == PartOfSpeech.Numeral && words.Is(tokens[i + 1], "times") && tokens[i - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun) || OpensCount(tokens, i); // "violated the airspace | three times"
            closes[i] |= words.Is(tokens[i], "span") && tokens[i - 1] is { Tag: PartOfSpeech.Noun, Form: WordForm.Plural } && (words.Is(tokens[i + 1], "before") || words.Is(tokens[i + 1], "recalling")); // "fired missiles | hours before the vote"
        }

        foreach (var whole in known.Wholes)
        {
            var (first, after) = (FirstFrom(tokens, whole.Start), FirstFrom(tokens, whole.End));
            if (NounInsides.IsAttribute(tokens, first, after))
            {
                continue;
            }

            if (first < tokens.Count && tokens[first].Start == whole.Start)
            {
                closes[first] = true;
            }

            if (after > 0 && after < tokens.Count && tokens[after - 1].End == whole.End)
            {
                closes[after] = true;
            }
        }

        foreach (var figure in known.Figures)
        {
            var i = FirstFrom(tokens, figure);
            if (i > 0 && i < tokens.Count && tokens[i].Start == figure && tokens[i - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun)
            {
                closes[i] = true;
            }
        }

        return closes;
    }

    // "in the attack | four people were killed", "in Fife | one person died": what is counted does not go with the noun before it
    private bool OpensCount(TokenList tokens, int i)
    {
        if (!(tokens[i].Tag == PartOfSpeech.Numeral || tokens[i].Kind == TokenKind.Number) || tokens[i].IsCapitalised || tokens[i - 1].Tag is not (PartOfSpeech.Noun or PartOfSpeech.ProperNoun) || tokens[i - 1].Kind != TokenKind.Word || tokens[i + 1] is not { Tag: PartOfSpeech.Noun, Kind: TokenKind.Word })
        {
            return false;
        }

        var first = i - 1;
        while (first > 0 && tokens[first - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective or PartOfSpeech.Determiner)
        {
            first--;
        }

        var fronted = first == 1 && words.Is(tokens[0], "locative"); // "In Fife 12 people died"
        return fronted && (tokens[i + 1].Form == WordForm.Plural || tokens[i].Kind == TokenKind.Word);
    }

    // Index of the first token that begins at the position or behind it.
    private static int FirstFrom(TokenList tokens, int position)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private NounChunk? NounAt(TokenList tokens, bool[] taken, bool[] closes, int first, List<NounChunk> before)
    {
        var head = -1;
        var i = first;
        for (; i < tokens.Count && !taken[i]; i++)
        {
            var token = tokens[i];
            if (i > first && closes[i])
            {
                break;
            }

            if (token.Tag == PartOfSpeech.Pronoun && !IsPossessivePronoun(tokens, i))
            {
                if (i == first)
                {
                    head = i++;
                }

                break;
            }

            if (NounInsides.IsAbbreviation(tokens, i, head))
            {
                i += 2;
                continue;
            }

            if (!ContinuesNoun(tokens, i, head, first))
            {
                break;
            }

            if (token.Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral or PartOfSpeech.Other || (token.Tag == PartOfSpeech.Symbol && token.Kind == TokenKind.Symbol) || token.Kind is TokenKind.Number || IsHalfOfName(tokens, i, head))
            {
                head = i;
            }
        }

        if (head < 0)
        {
            // "the injured", "this", "those": a determiner or adjective alone stands for a noun
            // (and "Seoul's military", where the tagger takes the noun for an adjective)
            var owned = first > 0 && tokens[first - 1].Is(TokenShape.Clitic) && tokens[first].Tag == PartOfSpeech.Adjective;
            if ((tokens[first].Tag != PartOfSpeech.Determiner && !owned) || i <= first)
            {
                return null;
            }

            head = i - 1;
        }

        return new NounChunk(first, head + 1, head, PrepositionOf(tokens, first), PossessorOf(tokens, first, before));
    }

    private bool ContinuesNoun(TokenList tokens, int i, int head, int first)
    {
        var token = tokens[i];
        if (token.Is(TokenShape.Clitic) || OpensContact(tokens, i, head))
        {
            return false;
        }

        switch (token.Tag)
        {
            case PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral:
                return true;
            case PartOfSpeech.Other:
                return (token.Kind == TokenKind.Word && token.IsCapitalised && head >= 0) // "Kim Nam-wook": a part of a name the tagger does not know
                    || (i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Hyphen && NounFollows(tokens, i + 2)); // "four anti-ship missiles"
            case PartOfSpeech.Determiner or PartOfSpeech.Pronoun:
                return head < 0;
            case PartOfSpeech.Adjective or PartOfSpeech.Verb:
                return head < 0 || NounFollows(tokens, i + 1)
                    || IsHalfOfName(tokens, i, head);
            case PartOfSpeech.CoordinatingConjunction when head < 0 && i > first && tokens[i - 1].Tag == PartOfSpeech.Adjective && (tokens[i + 1 < tokens.Count ? i + 1 : i].Tag is PartOfSpeech.Adjective or PartOfSpeech.Noun || (tokens[i - 1].IsCapitalised && i + 2 < tokens.Count && tokens[i + 1].Tag == PartOfSpeech.ProperNoun && tokens[i + 2].Tag == PartOfSpeech.Noun)):
                return NounFollows(tokens, i + 1); // "joint naval and air drills"
            case PartOfSpeech.Adverb when i > first && head < 0 && IsHyphenedParticiple(tokens, i):
                return true; // "an indigenously-developed missile"
            case PartOfSpeech.Adverb:
                return head < 0 && i + 1 < tokens.Count && (NounFollows(tokens, i + 1) || IsSum(tokens, i + 1))
                    && (tokens[i + 1].Tag is PartOfSpeech.Numeral or PartOfSpeech.Symbol or PartOfSpeech.Adjective or PartOfSpeech.Determiner
                        || (i > first && tokens[i + 1] is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple })); // "a locally developed missile"
        }

        if (head >= 0 && head == i - 1 && words.Is(token, "slash") && i + 1 < tokens.Count && tokens[i - 1].End == token.Start && tokens[i + 1].Start == token.End)
        {
            return tokens[i - 1].Tag == PartOfSpeech.ProperNoun && tokens[i + 1].Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Numeral; // "F/A-18"
        }

        if (IsJoiner(token))
        {
            return IsInsideCompound(tokens, i); // sea-to-surface, command-and-staff
        }

        if (token.Kind == TokenKind.Hyphen && i + 2 < tokens.Count && IsInsideCompound(tokens, i + 1))
        {
            return true;
        }

        if (token.Kind is TokenKind.Hyphen or TokenKind.Symbol)
        {
            return i + 1 < tokens.Count && tokens[i + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral or PartOfSpeech.Adjective or PartOfSpeech.Verb or PartOfSpeech.Adverb;
        }

        // a mark before the first word opens or closes something else; behind a figure it opens or closes what describes the noun: "two 'short-range' missiles"
        return token.Kind is TokenKind.Quote && (head < 0 || (head == i - 1 && tokens[head] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number }) || IsInQuotes(tokens, first, i)) && i > first && NounFollows(tokens, i + 1);
    }

    // "nearly $3 billion"
    private static bool IsSum(TokenList tokens, int i) => i + 1 < tokens.Count && tokens[i] is { Tag: PartOfSpeech.Symbol, Kind: TokenKind.Symbol } && tokens[i + 1].Kind is TokenKind.Number;

    // "Agni-Prime": the second half of a name, where it looks like an adjective
    private static bool IsHalfOfName(TokenList tokens, int i, int head) =>
        head >= 0 && head == i - 2 && tokens[i] is { Tag: PartOfSpeech.Adjective, IsCapitalised: true } && tokens[i - 1].Kind == TokenKind.Hyphen && tokens[head].Tag == PartOfSpeech.ProperNoun;

    private static bool IsInsideCompound(TokenList tokens, int i) =>
        i > 0 && i + 1 < tokens.Count && IsJoiner(tokens[i]) && tokens[i - 1].Kind == TokenKind.Hyphen && tokens[i + 1].Kind == TokenKind.Hyphen;

    private static bool IsJoiner(Token token) => token.Tag is PartOfSpeech.Adposition or PartOfSpeech.Particle or PartOfSpeech.CoordinatingConjunction;

    // "the last time North Korea tested a device": a name that is the subject of the next verb, behind a noun that is no title of it
    private bool OpensContact(TokenList tokens, int i, int head)
    {
        if (head != i - 1 || head < 0 || tokens[i].Tag != PartOfSpeech.ProperNoun || tokens[head].Tag != PartOfSpeech.Noun
            || !(words.Is(tokens[head], "contact") || (tokens[head].Form == WordForm.Plural && !tokens[head].IsCapitalised)))
        {
            return false;
        }

        while (i < tokens.Count && (tokens[i].Tag == PartOfSpeech.ProperNoun || tokens[i].Kind == TokenKind.Hyphen))
        {
            i++;
        }

        return i < tokens.Count && tokens[i] is { Tag: PartOfSpeech.Verb or PartOfSpeech.Auxiliary, Form: WordForm.Past or WordForm.Present or WordForm.Modal };
    }

    // "two 'tactical' missiles": the mark that closes what another behind a figure opened
    private static bool IsInQuotes(TokenList tokens, int first, int mark)
    {
        var (marks, opensBehindFigure) = (0, false);
        for (var i = first; i < mark; i++)
        {
            marks += tokens[i].Kind == TokenKind.Quote ? 1 : 0;
            opensBehindFigure |= tokens[i].Kind == TokenKind.Quote && i > first && tokens[i - 1].Kind == TokenKind.Number;
        }

        return marks == 1 && opensBehindFigure && tokens[mark - 1].Tag is PartOfSpeech.Adjective;
    }

    // "indigenously-developed": behind a hyphen the participle the adverb goes with
    private static bool IsHyphenedParticiple(TokenList tokens, int adverb) =>
        adverb + 2 < tokens.Count && tokens[adverb + 1].Kind == TokenKind.Hyphen && tokens[adverb + 2] is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple };

    private static bool NounFollows(TokenList tokens, int i)
    {
        for (; i < tokens.Count; i++)
        {
            switch (tokens[i].Tag)
            {
                case PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral:
                    return true;
                case PartOfSpeech.Adjective or PartOfSpeech.Verb:
                    continue;
                case PartOfSpeech.Adverb when IsHyphenedParticiple(tokens, i) || (i + 1 < tokens.Count && tokens[i + 1] is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple }): // "its locally developed missile"
                    continue;
            }

            if (tokens[i].Kind != TokenKind.Hyphen)
            {
                return false;
            }
        }

        return false;
    }

    // its, their, his before a noun
    private bool IsPossessivePronoun(TokenList tokens, int i) =>
        i + 1 < tokens.Count && words.Is(tokens[i], "possessive") && !tokens[i + 1].Is(TokenShape.Clitic) && NounFollows(tokens, i + 1);

    private int PrepositionOf(TokenList tokens, int first)
    {
        var i = first - 1;
        while (i >= 0 && (tokens[i].Kind == TokenKind.Quote || (words.Is(tokens[i], "both") && i > 0 && tokens[i - 1].Tag == PartOfSpeech.Adposition) || (tokens[i].Tag == PartOfSpeech.Adverb && i > 0 && tokens[i - 1].Tag == PartOfSpeech.Adposition)))
        {
            i--;
        }

        if (i < 0 || tokens[i].Tag != PartOfSpeech.Adposition)
        {
            return -1;
        }

        return BoundStart(tokens, i, first) is >= 0 and var bound ? PrepositionOf(tokens, bound) : i;
    }

    // "at least 53", "up to 12,000", "more than 300", "as many as 50": the preposition belongs to the figure. Index where the phrase begins, or -1.
    private int BoundStart(TokenList tokens, int preposition, int first)
    {
        if (words.Is(tokens[first], "bound-after") && words.Is(tokens[preposition], "locative"))
        {
            return preposition;
        }

        if (words.Is(tokens[first], "indefinite") && first + 1 < tokens.Count && tokens[first + 1].Tag == PartOfSpeech.Numeral && words.Is(tokens[preposition], "roughly"))
        {
            return preposition; // "around a dozen jets"
        }

        var opens = preposition > 0 && words.Is(tokens[preposition], "bound") && words.Is(tokens[preposition - 1], "bound-before");
        return !opens ? -1 : preposition > 1 && (words.Is(tokens[preposition - 2], "as") || words.Is(tokens[preposition - 2], "none") || words.Is(tokens[preposition - 2], "not")) ? preposition - 2 : preposition - 1;
    }

    private int PossessorOf(TokenList tokens, int first, List<NounChunk> before) =>
        first > 0 && before.Count > 0 && before[^1].After == first - 1 && (tokens[first - 1].Is(TokenShape.Clitic) || IsPluralOwner(tokens, first - 1)) ? before.Count - 1 : -1;

    // "the foreign ministers' meeting": an apostrophe right behind a plural
    private bool IsPluralOwner(TokenList tokens, int mark) =>
        mark > 0 && mark + 1 < tokens.Count && words.Is(tokens[mark], "apostrophe") && tokens[mark].Start == tokens[mark - 1].End && tokens[mark + 1].Start > tokens[mark].End
        && tokens[mark - 1] is { Tag: PartOfSpeech.Noun, Form: WordForm.Plural } && tokens[mark + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Verb;
}
