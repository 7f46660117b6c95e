namespace Dateline.Text.Syntax;

/// <summary>Finds noun and verb groups in a tagged sentence, in one pass each.</summary>
public sealed class Chunker(FunctionWords words)
{
    /// <summary>Verb groups in text order.</summary>
    public List<VerbChunk> Verbs(IReadOnlyList<Token> tokens)
    {
        var found = new List<VerbChunk>();
        var i = 0;
        while (i < tokens.Count)
        {
            var verb = IsVerbal(tokens, i) ? VerbAt(tokens, i) : null;
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

    /// <summary>Noun groups in text order, the tokens of verb groups left out.</summary>
    public List<NounChunk> Nouns(IReadOnlyList<Token> tokens, IReadOnlyList<VerbChunk> verbs, IReadOnlyList<TextSpan> wholes)
    {
        var taken = new bool[tokens.Count];
        var closes = Closes(tokens, wholes);
        foreach (var verb in verbs)
        {
            Array.Fill(taken, true, verb.First, verb.After - verb.First);
        }

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

    private bool IsVerbal(IReadOnlyList<Token> tokens, int i)
    {
        var token = tokens[i];
        if (token.Tag == PartOfSpeech.Auxiliary)
        {
            return true;
        }

        if (token.Tag == PartOfSpeech.Particle && words.Is(token, "to"))
        {
            return i + 1 < tokens.Count && (tokens[i + 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary || (tokens[i + 1].Tag == PartOfSpeech.Adverb && i + 2 < tokens.Count && tokens[i + 2].Tag == PartOfSpeech.Verb));
        }

        return token.Tag == PartOfSpeech.Verb && !IsModifier(tokens, i);
    }

    // "the suspected missile", "test-fired missiles", "a planned launch": a participle before its noun is no verb group.
    private static bool IsModifier(IReadOnlyList<Token> tokens, int i)
    {
        if (tokens[i].Form is not (WordForm.PastParticiple or WordForm.Gerund or WordForm.Past) || i + 1 >= tokens.Count)
        {
            return false;
        }

        var next = tokens[i + 1].Kind == TokenKind.Hyphen && i + 2 < tokens.Count ? tokens[i + 2] : tokens[i + 1];
        if (next.Tag is not (PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.ProperNoun))
        {
            return false;
        }

        var before = i > 0 ? tokens[i - 1] : default;
        return i > 0 && (before.Tag is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Numeral || (before.Kind == TokenKind.Hyphen && tokens[i].Form == WordForm.PastParticiple) || before.Is(TokenShape.Clitic));
    }

    private VerbChunk? VerbAt(IReadOnlyList<Token> tokens, int first)
    {
        var (be, have, had, did, will, modal, negated, infinitive) = (false, false, false, false, false, -1, false, false);
        var lastAuxiliary = -1;
        var i = first;
        for (; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Tag == PartOfSpeech.Auxiliary)
            {
                be |= words.Is(token, "be");
                have |= words.Is(token, "have");
                had |= words.Is(token, "had");
                did |= words.Is(token, "did");
                will |= words.Is(token, "will");
                modal = words.Is(token, "modal") ? i : modal;
                lastAuxiliary = i;
            }
            else if (words.Is(token, "not"))
            {
                negated = true;
            }
            else if (token.Tag == PartOfSpeech.Particle && words.Is(token, "to") && i == first)
            {
                infinitive = true;
            }
            else if (token.Tag == PartOfSpeech.Verb)
            {
                break;
            }
            else if (token.Tag != PartOfSpeech.Adverb || i == first)
            {
                break;
            }
        }

        if (i < tokens.Count && tokens[i].Tag == PartOfSpeech.Verb && !(lastAuxiliary >= 0 && IsModifier(tokens, i)))
        {
            var agentBehind = lastAuxiliary < 0 && tokens[i].Form == WordForm.Past && i + 1 < tokens.Count && words.Is(tokens[i + 1], "by");
            var form = agentBehind ? WordForm.PastParticiple : tokens[i].Form;
            var bare = lastAuxiliary < 0 && !infinitive;
            var passive = be && (form is WordForm.PastParticiple or WordForm.Past);
            var tense = TenseOf(will, modal >= 0, had, have, did, infinitive, form, PastBe(tokens, first, i), lastAuxiliary >= 0);
            return new VerbChunk(first, i + 1, i, tense, passive, negated, modal, infinitive, bare && (form is WordForm.Gerund or WordForm.PastParticiple));
        }

        if (lastAuxiliary < 0)
        {
            return null;
        }

        // a copula: the last auxiliary is the head
        var copulaTense = TenseOf(will, modal >= 0, had, have, did, infinitive, WordForm.None, PastBe(tokens, first, lastAuxiliary + 1), true);
        return new VerbChunk(first, lastAuxiliary + 1, lastAuxiliary, copulaTense, false, negated, modal, infinitive, false);
    }

    private static bool PastBe(IReadOnlyList<Token> tokens, int first, int after)
    {
        for (var i = first; i < after; i++)
        {
            if (tokens[i].Tag == PartOfSpeech.Auxiliary && tokens[i].Form == WordForm.Past)
            {
                return true;
            }
        }

        return false;
    }

    private static Tense TenseOf(bool will, bool modal, bool had, bool have, bool did, bool infinitive, WordForm form, bool pastAuxiliary, bool auxiliary) =>
        will ? Tense.Future
        : had ? Tense.Pluperfect
        : have ? Tense.Perfect
        : infinitive ? Tense.None
        : did || pastAuxiliary ? Tense.Past
        : modal || auxiliary ? Tense.Present
        : form switch
        {
            WordForm.Past => Tense.Past,
            WordForm.Present or WordForm.Base => Tense.Present,
            _ => Tense.None,
        };

    // True where a chunk must not run on: at the first token of a whole expression (a time) and behind its last.
    private static bool[] Closes(IReadOnlyList<Token> tokens, IReadOnlyList<TextSpan> wholes)
    {
        var closes = new bool[tokens.Count];
        foreach (var whole in wholes)
        {
            for (var i = 0; i < tokens.Count; i++)
            {
                closes[i] |= tokens[i].Start == whole.Start || (i > 0 && tokens[i - 1].End == whole.End);
            }
        }

        return closes;
    }

    private NounChunk? NounAt(IReadOnlyList<Token> tokens, bool[] taken, bool[] closes, int first, List<NounChunk> before)
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

            if (!ContinuesNoun(tokens, i, head, first))
            {
                break;
            }

            if (token.Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral or PartOfSpeech.Other || (token.Tag == PartOfSpeech.Symbol && token.Kind == TokenKind.Symbol) || token.Kind is TokenKind.Number)
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

    private static bool ContinuesNoun(IReadOnlyList<Token> tokens, int i, int head, int first)
    {
        var token = tokens[i];
        if (token.Is(TokenShape.Clitic))
        {
            return false;
        }

        switch (token.Tag)
        {
            case PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral:
                return true;
            case PartOfSpeech.Other:
                return token.Kind == TokenKind.Word && token.IsCapitalised && head >= 0; // "Kim Nam-wook": a part of a name the tagger does not know
            case PartOfSpeech.Determiner or PartOfSpeech.Pronoun:
                return head < 0;
            case PartOfSpeech.Adjective or PartOfSpeech.Verb:
                return head < 0 || NounFollows(tokens, i + 1);
            case PartOfSpeech.Adverb:
                return head < 0 && i + 1 < tokens.Count && tokens[i + 1].Tag is PartOfSpeech.Numeral or PartOfSpeech.Adjective or PartOfSpeech.Determiner && NounFollows(tokens, i + 1);
        }

        if (token.Tag is PartOfSpeech.Adposition or PartOfSpeech.Particle)
        {
            return IsInsideCompound(tokens, i); // sea-to-surface, air-to-air
        }

        if (token.Kind == TokenKind.Hyphen && i + 2 < tokens.Count && IsInsideCompound(tokens, i + 1))
        {
            return true;
        }

        if (token.Kind is TokenKind.Hyphen or TokenKind.Symbol)
        {
            return i + 1 < tokens.Count && tokens[i + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral or PartOfSpeech.Adjective or PartOfSpeech.Verb or PartOfSpeech.Adverb;
        }

        return token.Kind is TokenKind.Quote && head < 0 && i > first && NounFollows(tokens, i + 1); // a mark before the first word opens or closes something else
    }

    private static bool IsInsideCompound(IReadOnlyList<Token> tokens, int i) =>
        i > 0 && i + 1 < tokens.Count && tokens[i].Tag is PartOfSpeech.Adposition or PartOfSpeech.Particle && tokens[i - 1].Kind == TokenKind.Hyphen && tokens[i + 1].Kind == TokenKind.Hyphen;

    private static bool NounFollows(IReadOnlyList<Token> tokens, int i)
    {
        for (; i < tokens.Count; i++)
        {
            switch (tokens[i].Tag)
            {
                case PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral:
                    return true;
                case PartOfSpeech.Adjective or PartOfSpeech.Verb:
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
    private bool IsPossessivePronoun(IReadOnlyList<Token> tokens, int i) =>
        i + 1 < tokens.Count && words.Is(tokens[i], "possessive") && !tokens[i + 1].Is(TokenShape.Clitic) && NounFollows(tokens, i + 1);

    private int PrepositionOf(IReadOnlyList<Token> tokens, int first)
    {
        var i = first - 1;
        while (i >= 0 && (tokens[i].Kind == TokenKind.Quote || (tokens[i].Tag == PartOfSpeech.Adverb && i > 0 && tokens[i - 1].Tag == PartOfSpeech.Adposition)))
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
    private int BoundStart(IReadOnlyList<Token> tokens, int preposition, int first)
    {
        if (words.Is(tokens[first], "bound-after") && words.Is(tokens[preposition], "locative"))
        {
            return preposition;
        }

        var opens = preposition > 0 && words.Is(tokens[preposition], "bound") && words.Is(tokens[preposition - 1], "bound-before");
        return !opens ? -1 : preposition > 1 && words.Is(tokens[preposition - 2], "as") ? preposition - 2 : preposition - 1;
    }

    private static int PossessorOf(IReadOnlyList<Token> tokens, int first, List<NounChunk> before) =>
        first > 0 && before.Count > 0 && before[^1].After == first - 1 && tokens[first - 1].Is(TokenShape.Clitic) ? before.Count - 1 : -1;
}
