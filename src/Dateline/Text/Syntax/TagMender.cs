namespace Dateline.Text.Syntax;

/// <summary>Mends tags that only the words further off give away: auxiliaries parted from their verb, adverbs taken for adjectives, participles for verbs.</summary>
internal sealed class TagMender(FunctionWords words)
{
    private const int AsideReach = 6; // tokens between an auxiliary and its verb

    /// <summary>The sentence with its tags mended; the same one where nothing is to be mended.</summary>
    public Sentence Mend(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        Token[]? own = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (PartedVerb(tokens, i) is > 0 and var verb)
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Auxiliary, tokens[i].Form);
                own = tokens[verb].Tag == PartOfSpeech.Verb ? Set(ref tokens, own, verb, PartOfSpeech.Verb, WordForm.PastParticiple) : own;
                own = words.Is(tokens[i + 1], "floating") ? Set(ref tokens, own, i + 1, PartOfSpeech.Adverb, WordForm.None) : own;
            }
            else if (IsFiniteBehindOrder(tokens, i))
            {
                own = Set(ref tokens, own, i - 1, PartOfSpeech.Adverb, WordForm.None);
                own = Set(ref tokens, own, i, PartOfSpeech.Verb, WordForm.Past);
            }
            else if (IsLeftSo(tokens, i) || IsHarmedToo(tokens, i) || IsSentOut(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Verb, WordForm.PastParticiple);
            }
            else if (IsActive(tokens, i) || IsFurtherHarm(tokens, i) || IsVerbBeforeName(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Verb, WordForm.Past);
                own = tokens[i - 1].Tag == PartOfSpeech.Adjective && i > 1 && tokens[i - 2].Tag == PartOfSpeech.Determiner ? Set(ref tokens, own, i - 1, PartOfSpeech.Noun, WordForm.Singular) : own;
            }
            else if (IsTheHarmed(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Noun, WordForm.Plural);
            }
            else if (IsNounBeforeAgent(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Noun, WordForm.None);
            }
            else if (IsVoice(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Noun, WordForm.Singular);
                own = Set(ref tokens, own, i + 1, PartOfSpeech.Verb, WordForm.Past);
            }
            else if (IsModifierBehindPair(tokens, i) || IsSuspect(tokens, i) || IsGuest(tokens, i) || IsHalfOfCompound(tokens, i) || IsEndOfCompound(tokens, i) || IsJoinedParticiple(tokens, i) || IsObjectsParticiple(tokens, i) || IsErstwhile(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Adjective, WordForm.None);
            }
            else if (IsFloating(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Adverb, WordForm.None);
            }
            else if (IsInfinitiveTo(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Particle, WordForm.None);
            }
            else if (i > 0 && i + 1 < tokens.Count && words.Is(tokens[i - 1], "handing") && words.Is(tokens[i], "over") && tokens[i + 1].Tag is PartOfSpeech.Numeral or PartOfSpeech.Determiner or PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.ProperNoun)
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Particle, WordForm.None); // "handed over 16 vehicles": not more than 16
            }
            else if (IsPrepositionTo(tokens, i) || IsPrepositionOfTime(tokens, i) || IsWorth(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Adposition, WordForm.None);
            }
            else if (IsNominal(tokens, i) || IsSecondHalf(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Noun, WordForm.Singular);
            }
            else if (IsVerbBehindNames(tokens, i) || IsIntending(tokens, i) || IsVerbOfHeadline(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Verb, WordForm.Present);
            }
            else if (IsVerbal(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Verb, WordForm.Gerund);
            }
            else if (IsFiniteAlone(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Verb, WordForm.Past);
            }
        }

        return own is null ? sentence : sentence with { Tokens = TokenList.Over(own) };
    }

    private static Token[] Set(ref TokenList tokens, Token[]? own, int i, PartOfSpeech tag, WordForm form)
    {
        own ??= [.. tokens];
        own[i] = own[i] with { Tag = tag, Form = form };
        tokens = TokenList.Over(own);
        return own;
    }

    // "Fife and Angus each handed over 90 prisoners": a word for all of them between those who do it and the verb
    private bool IsFloating(TokenList tokens, int i) =>
        i > 0 && i + 1 < tokens.Count && words.Is(tokens[i], "floating") && tokens[i - 1].Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun && tokens[i + 1] is { Tag: PartOfSpeech.Verb, Form: WordForm.Past or WordForm.PastParticiple };

    // "by suspected militants", "Suspected rebels stormed": it tells who is meant, not that somebody suspected
    private bool IsSuspect(TokenList tokens, int i) =>
        tokens[i].Tag == PartOfSpeech.Verb && i + 1 < tokens.Count && words.Is(tokens[i], "suspect") && tokens[i + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective
        && (i == 0 || tokens[i - 1].Tag is PartOfSpeech.Adposition or PartOfSpeech.Determiner);

    // "held talks with visiting Pakistani minister X": who is a guest, not somebody's visiting
    private bool IsGuest(TokenList tokens, int i) =>
        tokens[i] is { Tag: PartOfSpeech.Verb, Form: WordForm.Gerund } && i > 0 && i + 1 < tokens.Count && words.Is(tokens[i], "guest") && tokens[i + 1].Tag is PartOfSpeech.Adjective or PartOfSpeech.Noun
        && (words.Is(tokens[i - 1], "with") || tokens[i - 1] is { Tag: PartOfSpeech.Verb, Form: WordForm.Past or WordForm.Present or WordForm.PastParticiple });

    // "held closed-door talks": a participle joined by a hyphen to a noun before a noun describes it
    private static bool IsHalfOfCompound(TokenList tokens, int i) =>
        tokens[i] is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple or WordForm.Past } && i > 0 && i + 3 < tokens.Count && tokens[i + 1] is { Kind: TokenKind.Hyphen }
        && tokens[i + 2].Tag == PartOfSpeech.Noun && tokens[i + 3].Tag == PartOfSpeech.Noun && tokens[i - 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Adposition or PartOfSpeech.Adjective;

    // "the then-president", "Peru's then-Prime Minister"
    private bool IsErstwhile(TokenList tokens, int i) =>
        tokens[i].Tag == PartOfSpeech.Adverb && i + 2 < tokens.Count && words.Is(tokens[i], "erstwhile") && tokens[i + 1].Kind == TokenKind.Hyphen && tokens[i + 2].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective;

    // "left one soldier killed and two injured"
    private bool IsLeftSo(TokenList tokens, int i)
    {
        if (tokens[i] is not { Tag: PartOfSpeech.Verb, Form: WordForm.Past } || !words.Is(tokens[i], "harming") || i + 1 >= tokens.Count || tokens[i + 1].Tag != PartOfSpeech.CoordinatingConjunction)
        {
            return false;
        }

        for (var t = i - 1; t > 0 && t > i - AsideReach - 3 && tokens[t].Kind != TokenKind.Punctuation; t--)
        {
            if (tokens[t].Tag == PartOfSpeech.Verb)
            {
                return words.Is(tokens[t], "leaving-so");
            }
        }

        return false;
    }

    // "put the injured at 2,700", "the wounded were flown home"
    private bool IsTheHarmed(TokenList tokens, int i) =>
        i > 0 && i + 1 < tokens.Count && tokens[i].Tag == PartOfSpeech.Verb && words.Is(tokens[i], "harming") && words.Is(tokens[i - 1], "the") && tokens[i + 1].Tag is PartOfSpeech.Adposition or PartOfSpeech.Auxiliary && !words.Is(tokens[i + 1], "by");

    // "intercepted two Houthi drones launched from Yemen": right behind its object, with its preposition, the form is no second main verb
    private bool IsSentOut(TokenList tokens, int i)
    {
        if (tokens[i] is not { Tag: PartOfSpeech.Verb, Form: WordForm.Past } || !words.Is(tokens[i], "sending") || i + 1 >= tokens.Count || tokens[i + 1].Tag != PartOfSpeech.Adposition || i < 2 || tokens[i - 1].Tag is not (PartOfSpeech.Noun or PartOfSpeech.ProperNoun))
        {
            return false;
        }

        var t = i - 1;
        while (t > 0 && (tokens[t].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective or PartOfSpeech.Numeral or PartOfSpeech.Determiner || tokens[t].Kind == TokenKind.Number))
        {
            t--;
        }

        return tokens[t] is { Tag: PartOfSpeech.Verb, Form: WordForm.Past or WordForm.PastParticiple } && !words.Is(tokens[t], "saying");
    }

    // "were killed and two others seriously wounded", "left four dead and two badly hurt"
    private bool IsHarmedToo(TokenList tokens, int i)
    {
        if (tokens[i] is not { Tag: PartOfSpeech.Verb or PartOfSpeech.Adjective, Form: not WordForm.Gerund } || !words.Is(tokens[i], "harming") || (i + 1 < tokens.Count && tokens[i + 1].Tag is PartOfSpeech.Determiner or PartOfSpeech.Numeral or PartOfSpeech.Noun or PartOfSpeech.Pronoun or PartOfSpeech.ProperNoun))
        {
            return false;
        }

        var t = i - 1;
        while (t > 1 && (tokens[t].Tag is PartOfSpeech.Noun or PartOfSpeech.Numeral or PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Adverb || tokens[t].Kind == TokenKind.Number))
        {
            t--;
        }

        if (t >= i - 1 || tokens[t].Tag != PartOfSpeech.CoordinatingConjunction)
        {
            return false;
        }

        return (words.Is(tokens[t - 1], "harming") && tokens[t - 1] is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple })
            || (tokens[t - 1].Tag == PartOfSpeech.Adjective && Enumerable.Range(Math.Max(0, t - AsideReach), Math.Min(t, AsideReach)).Any(b => words.Is(tokens[b], "leaving-so")));
    }

    // "in conflict-hit northeastern Nigeria"
    private bool IsEndOfCompound(TokenList tokens, int i) =>
        tokens[i].Tag == PartOfSpeech.Verb && i > 1 && i + 1 < tokens.Count && words.Is(tokens[i], "past-alike") && tokens[i - 1].Kind == TokenKind.Hyphen && tokens[i - 2].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun && tokens[i + 1].Tag is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun;

    // "a rebel-held area", "an Iranian-backed militia": glued behind what did it, before what it describes; not "the army test-fired missiles"
    private bool IsJoinedParticiple(TokenList tokens, int i)
    {
        if (i < 2 || i + 1 >= tokens.Count || tokens[i] is not { Tag: PartOfSpeech.Verb, Form: WordForm.Past, IsCapitalised: false } || tokens[i - 1].Kind != TokenKind.Hyphen || tokens[i - 1].End != tokens[i].Start || tokens[i - 2].End != tokens[i - 1].Start
            || tokens[i + 1].Tag is not (PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective))
        {
            return false;
        }

        return tokens[i - 2] switch
        {
            { IsCapitalised: true, Tag: PartOfSpeech.ProperNoun or PartOfSpeech.Adjective } => true,
            { Tag: PartOfSpeech.Noun } => i > 2 && (tokens[i - 3].Tag is PartOfSpeech.Determiner or PartOfSpeech.Adposition || tokens[i - 3].Is(TokenShape.Clitic) || words.Is(tokens[i - 3], "possessive")),
            _ => false,
        };
    }

    // "has placed targeted financial sanctions": a participle between a verb and an adjective or noun describes the object
    private bool IsObjectsParticiple(TokenList tokens, int i) =>
        tokens[i] is { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple } && i > 1 && i + 1 < tokens.Count && tokens[i - 1] is { Tag: PartOfSpeech.Verb, Form: WordForm.Past or WordForm.PastParticiple or WordForm.Present }
        && (tokens[i + 1] is { Tag: PartOfSpeech.Adjective } or { Tag: PartOfSpeech.Noun, Form: WordForm.Plural } || (tokens[i + 1].Tag == PartOfSpeech.ProperNoun && tokens[i - 2].Tag == PartOfSpeech.Auxiliary && !words.Is(tokens[i - 2], "be"))) // "has delivered promised Leopards"
        && (!words.Is(tokens[i - 1], "saying") || (tokens[i - 1].Form == WordForm.PastParticiple && tokens[i - 2].Tag is PartOfSpeech.Auxiliary or PartOfSpeech.Adverb)); // "have all announced targeted sanctions"

    // "a decree imposing sanctions": what looks like an adjective is the verb of what stands behind it
    private bool IsVerbal(TokenList tokens, int i) =>
        tokens[i].Tag == PartOfSpeech.Adjective && i > 0 && i + 1 < tokens.Count && words.Is(tokens[i], "verbal") && tokens[i - 1].Tag is not PartOfSpeech.Determiner && tokens[i + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective;

    // "travelled to Moscow", "agreed to a truce": no infinitive follows
    private bool IsPrepositionTo(TokenList tokens, int i) =>
        tokens[i].Tag == PartOfSpeech.Particle && i + 1 < tokens.Count && words.Is(tokens[i], "to") && tokens[i + 1].Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Determiner or PartOfSpeech.Noun;

    // "Chile to deploy tanks": nothing but an infinitive has the bare form behind it
    private bool IsInfinitiveTo(TokenList tokens, int i) =>
        tokens[i].Tag == PartOfSpeech.Adposition && i + 1 < tokens.Count && tokens[i + 1] is { Tag: PartOfSpeech.Verb, Form: WordForm.Base } && words.Is(tokens[i], "to");

    // "a deal worth 30 million dollars": the deal is what is told, the sum describes it
    private bool IsWorth(TokenList tokens, int i) =>
        tokens[i].Tag == PartOfSpeech.Adjective && i > 0 && i + 1 < tokens.Count && words.Is(tokens[i], "worth") && tokens[i - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adverb
        && (tokens[i + 1].Tag is PartOfSpeech.Numeral or PartOfSpeech.Adverb or PartOfSpeech.Adposition or PartOfSpeech.Adjective or PartOfSpeech.ProperNoun || tokens[i + 1].Kind is not TokenKind.Word);

    // "since the fall of the city": where no verb follows before the next comma, a conjunction of time is a preposition
    private bool IsPrepositionOfTime(TokenList tokens, int i)
    {
        if (tokens[i].Tag != PartOfSpeech.SubordinatingConjunction || !(words.Is(tokens[i], "recalling") || words.Is(tokens[i], "until")))
        {
            return false;
        }

        for (var t = i + 1; t < tokens.Count && tokens[t].Kind is not (TokenKind.Punctuation or TokenKind.Terminal or TokenKind.Quote); t++)
        {
            if (tokens[t].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary)
            {
                return false;
            }
        }

        return i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Word;
    }

    // "its arms embargo", "the ministers' meeting": behind a word only nouns have before them, what looks like a verb is the noun
    private bool IsNominal(TokenList tokens, int i)
    {
        if (i < 2 || tokens[i].Tag != PartOfSpeech.Verb || !words.Is(tokens[i], "nominal"))
        {
            return false;
        }

        var before = tokens[i - 1];
        var ministers = words.Is(before, "apostrophe") && before.Start == tokens[i - 2].End && tokens[i - 2] is { Tag: PartOfSpeech.Noun, Form: WordForm.Plural };
        var compound = before.Tag == PartOfSpeech.Noun && tokens[i].Form is not (WordForm.Past or WordForm.Gerund) && (tokens[i - 2].Tag is PartOfSpeech.Determiner or PartOfSpeech.Adjective || words.Is(tokens[i - 2], "possessive"));
        var counted = before.Tag == PartOfSpeech.Noun && i > 3 && tokens[i - 2].Kind == TokenKind.Hyphen && tokens[i - 3] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number }; // "their 10-day training"
        return ministers || compound || counted || before.Tag is PartOfSpeech.Determiner or PartOfSpeech.Adjective;
    }

    // "lead-in fighter jets", "follow-up talks": what looks like a preposition is the second half of a word before a noun
    private static bool IsSecondHalf(TokenList tokens, int i) =>
        tokens[i].Tag is PartOfSpeech.Adposition or PartOfSpeech.Adverb && i > 1 && i + 1 < tokens.Count && tokens[i - 1].Kind == TokenKind.Hyphen && tokens[i - 1].Start == tokens[i - 2].End && tokens[i].Start == tokens[i - 1].End
        && tokens[i - 2].Tag is PartOfSpeech.Noun or PartOfSpeech.Verb or PartOfSpeech.Adjective && tokens[i + 1].Tag == PartOfSpeech.Noun;

    // "The envoys met in secret in Cyprus.": a verb of moving or gathering without object, alone in its clause, is no passive
    private bool IsFiniteAlone(TokenList tokens, int i)
    {
        if (i < 1 || tokens[i] is not { Tag: PartOfSpeech.Verb, Form: WordForm.PastParticiple } || !words.Is(tokens[i], "standing") || (i + 1 < tokens.Count && words.Is(tokens[i + 1], "by")))
        {
            return false;
        }

        var subject = i - 1;
        while (subject > 0 && (tokens[subject].Tag == PartOfSpeech.Adverb || words.Is(tokens[subject], "order")))
        {
            subject--;
        }

        var military = subject > 0 && tokens[subject].Tag == PartOfSpeech.Adjective && tokens[subject - 1].Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Adjective or PartOfSpeech.Determiner; // "the Chilean military participated"
        return (military || tokens[subject].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Pronoun or PartOfSpeech.Numeral) && !HasFinite(tokens, i, -1) && !HasFinite(tokens, i, 1);
    }

    // whether the clause holds a finite verb to one side of a token; a verb of saying before it opens another clause
    private bool HasFinite(TokenList tokens, int from, int step)
    {
        for (var t = from + step; t >= 0 && t < tokens.Count; t += step)
        {
            var token = tokens[t];
            if (token.Kind is TokenKind.Punctuation or TokenKind.Terminal or TokenKind.Quote or TokenKind.Dash || words.Is(token, "that") || token.Tag == PartOfSpeech.SubordinatingConjunction || token.Tag == PartOfSpeech.CoordinatingConjunction)
            {
                return false;
            }

            if (token.Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary && (token.Tag == PartOfSpeech.Auxiliary || token.Form is WordForm.Past or WordForm.Present))
            {
                return step > 0 || !words.Is(token, "saying");
            }
        }

        return false;
    }

    // "killed five people and wounded several others"
    private bool IsFurtherHarm(TokenList tokens, int i)
    {
        if (i < 3 || i + 1 >= tokens.Count || !words.Is(tokens[i], "harming") || tokens[i - 1].Tag != PartOfSpeech.CoordinatingConjunction || tokens[i + 1].Tag is PartOfSpeech.Adposition or PartOfSpeech.Adverb && !words.Is(tokens[i + 1], "at"))
        {
            return false;
        }

        for (var before = i - 2; before > 0; before--)
        {
            if (tokens[before].Tag == PartOfSpeech.Verb || tokens[before].Kind == TokenKind.Punctuation)
            {
                return tokens[before].Form == WordForm.Past && words.Is(tokens[before], "harming") && tokens[before - 1].Tag != PartOfSpeech.Auxiliary;
            }
        }

        return false;
    }

    // "had at the time issued", "has since then fired", "may never have left": the participle that makes "have" an auxiliary, or -1.
    private int PartedVerb(TokenList tokens, int i)
    {
        if (!words.Is(tokens[i], "have") || tokens[i].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Auxiliary))
        {
            return -1;
        }

        var at = i + 1;
        while (at < tokens.Count && (tokens[at].Tag == PartOfSpeech.Adverb || words.Is(tokens[at], "not") || (at == i + 1 && words.Is(tokens[at], "floating"))))
        {
            at++; // "have all announced"
        }

        var after = Asides.After(tokens, at);
        if (after >= tokens.Count)
        {
            return -1;
        }

        var form = tokens[after].Form;
        return tokens[after].Tag switch
        {
            PartOfSpeech.Auxiliary when form == WordForm.PastParticiple => after,
            PartOfSpeech.Verb when form == WordForm.PastParticiple || (form == WordForm.Past && after > i + 1) => after,
            _ => -1,
        };
    }

    // "Pyongyang last fired short-range missiles": a word of order between a noun and a past form with an object is an adverb.
    private bool IsFiniteBehindOrder(TokenList tokens, int i) =>
        i >= 2 && i + 1 < tokens.Count
        && tokens[i].Tag == PartOfSpeech.Verb && tokens[i].Form is WordForm.Past or WordForm.PastParticiple
        && tokens[i - 1].Tag is PartOfSpeech.Adjective or PartOfSpeech.Adverb or PartOfSpeech.Adposition && words.Is(tokens[i - 1], "order")
        && tokens[i - 2].Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun && !tokens[i - 2].Is(TokenShape.Clitic)
        && (tokens[i + 1].Tag is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Numeral
            || words.Is(tokens[i + 1], "possessive"));

    // "heavy shelling by the army killed four": a gerund before who does it, with a word before it that only nouns have, is a noun
    private bool IsNounBeforeAgent(TokenList tokens, int i) =>
        tokens[i].Tag == PartOfSpeech.Verb && tokens[i].Form == WordForm.Gerund && i + 2 < tokens.Count && words.Is(tokens[i + 1], "by")
        && tokens[i + 2].Tag is PartOfSpeech.Determiner or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective
        && (i == 0 || tokens[i - 1].Tag is PartOfSpeech.Adjective or PartOfSpeech.Determiner or PartOfSpeech.Noun);

    // "Shells slammed into the hall", "jets struck and destroyed a depot", "fired what appeared to be a missile": no passive can be meant
    private bool IsActive(TokenList tokens, int i)
    {
        if (i == 0 || i + 2 >= tokens.Count || tokens[i].Tag != PartOfSpeech.Verb || tokens[i].Form != WordForm.PastParticiple)
        {
            return false;
        }

        var before = i - 1;
        while (before > 0 && (tokens[before].Tag == PartOfSpeech.Adverb || tokens[before].Kind == TokenKind.Hyphen || (before + 1 < i && tokens[before + 1].Kind == TokenKind.Hyphen)))
        {
            before--; // "briefly strayed", "test-fired"
        }

        var named = tokens[before].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun || (before > 0 && tokens[before].Tag == PartOfSpeech.Adjective && tokens[before - 1].Tag == PartOfSpeech.Determiner && words.Is(tokens[i], "intransitive")); // "a civilian died"
        return named && !HasAuxiliary(tokens, before)
            && (words.Is(tokens[i], "intransitive") || IsFiring(tokens, i) || TakesObject(tokens, i) || TakesName(tokens, i) || (words.Is(tokens[i - 1], "shooter") && tokens[i + 1].Tag == PartOfSpeech.Adposition && words.Is(tokens[i], "shooting")) || (i > 2 && tokens[i - 1].Kind == TokenKind.Hyphen && words.Is(tokens[i - 2], "trying") && tokens[i + 1].Tag is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.Numeral or PartOfSpeech.ProperNoun) || words.Is(tokens[i + 1], "what")
                || (tokens[i + 1].Tag == PartOfSpeech.CoordinatingConjunction && tokens[i + 2] is { Tag: PartOfSpeech.Verb } second && (second.Form == WordForm.Past || (second.Form == WordForm.PastParticiple && i + 3 < tokens.Count && tokens[i + 3].Tag is PartOfSpeech.Determiner or PartOfSpeech.Numeral)))); // "intercepted and destroyed two drones"
    }

    // "a missile hit Angus": before a name, behind a noun of its own, a form that is past and present alike is no second noun
    private bool IsVerbBeforeName(TokenList tokens, int i) =>
        i > 1 && i + 1 < tokens.Count && tokens[i].Tag == PartOfSpeech.Noun && tokens[i + 1].Tag == PartOfSpeech.ProperNoun && words.Is(tokens[i], "past-alike") && words.Is(tokens[i], "assaulting")
        && tokens[i - 1] is { Tag: PartOfSpeech.Noun, IsCapitalised: false } && tokens[i - 2].Tag is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Numeral or PartOfSpeech.Noun;

    // "had at the time issued"
    private static bool HasAuxiliary(TokenList tokens, int last)
    {
        for (var i = last; i >= 0 && i > last - AsideReach && tokens[i].Kind is not (TokenKind.Punctuation or TokenKind.Quote) && tokens[i].Tag != PartOfSpeech.Verb; i--)
        {
            if (tokens[i].Tag == PartOfSpeech.Auxiliary)
            {
                return true;
            }
        }

        return false;
    }

    // "a missile struck the tanker": an object right behind it, which is no time ("fired the same day") nor what somebody is called or given
    // "gunmen on motorbikes stormed Angus and Fife villages": a place, and no day, behind a verb of attacking
    private bool TakesName(TokenList tokens, int i) =>
        (words.Is(tokens[i], "shooting") || words.Is(tokens[i], "slaying")) && tokens[i + 1].Tag == PartOfSpeech.ProperNoun && tokens[i + 2].Tag is PartOfSpeech.CoordinatingConjunction or PartOfSpeech.Noun or PartOfSpeech.ProperNoun && !words.Is(tokens[i + 2], "contact");

    // "a vessel fired warning shots": behind a noun, with bare things right behind it
    private bool IsFiring(TokenList tokens, int i) =>
        words.Is(tokens[i], "shooting") && tokens[i - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun && IsThings(tokens[i + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective || tokens[i + 1].Form == WordForm.Gerund ? tokens[IsThings(tokens[i + 1]) ? i + 1 : i + 2] : tokens[i + 1]);

    private static bool IsThings(Token token) => token is { Tag: PartOfSpeech.Noun, Form: WordForm.Plural };

    private bool TakesObject(TokenList tokens, int i) =>
        (tokens[i + 1].Tag == PartOfSpeech.Determiner || words.Is(tokens[i + 2], "bound-after") || (tokens[i + 1].Tag == PartOfSpeech.Numeral && tokens[i + 2].Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective && !words.Is(tokens[i + 2], "span")) || (words.Is(tokens[i + 1], "possessive") && tokens[i + 2].Tag != PartOfSpeech.Verb)) && tokens[i - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adverb && !words.Is(tokens[i], "naming") && !words.Is(tokens[i], "giving")
        && !words.Is(tokens[i + 2], "contact") && !(i + 3 < tokens.Count && words.Is(tokens[i + 3], "contact"));

    // "The official said army troops …", "the military told AFP": an adjective that names who speaks, before a past form and more nouns
    private bool IsVoice(TokenList tokens, int i) =>
        i > 0 && i + 2 < tokens.Count && tokens[i].Tag == PartOfSpeech.Adjective && words.Is(tokens[i], "voice")
        && tokens[i - 1].Tag is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Particle
        && tokens[i + 1].Tag == PartOfSpeech.Verb && ((tokens[i + 1].Form is WordForm.Past or WordForm.PastParticiple && words.Is(tokens[i + 1], "saying")) || (tokens[i + 1].Form == WordForm.Past && tokens[i - 1].Tag != PartOfSpeech.Adjective)
            || (tokens[i + 1].Form == WordForm.PastParticiple && tokens[i - 1].Is(TokenShape.Clitic) && tokens[i + 2].Tag is PartOfSpeech.Determiner or PartOfSpeech.Numeral or PartOfSpeech.ProperNoun)); // "Russia's military attacked Ukraine"

    // "Gunmen ambush army convoy, killing four": in a line without a finite verb, what those who attack do right behind them
    private bool IsVerbOfHeadline(TokenList tokens, int i)
    {
        if (i is 0 or > 3 || tokens[i].Tag is not (PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective) || !words.Is(tokens[i], "assaulting") || !words.Is(tokens[i - 1], "shooters")
            || i + 1 >= tokens.Count || tokens[i + 1].Tag is not (PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective or PartOfSpeech.Determiner or PartOfSpeech.Numeral))
        {
            return false;
        }

        for (var t = 0; t < tokens.Count; t++)
        {
            if (t != i && tokens[t].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary && tokens[t].Form is WordForm.Past or WordForm.Present or WordForm.Modal)
            {
                return false;
            }
        }

        return true;
    }

    // "Kenya, Uganda hold talks": in a line without a verb, what stands behind the names it begins with and is a verb of doing together
    private bool IsVerbBehindNames(TokenList tokens, int i)
    {
        if (i < 3 || tokens[i] is not { Tag: PartOfSpeech.Noun or PartOfSpeech.ProperNoun, IsCapitalised: false } || !words.Is(tokens[i], "joint-verb") || i + 1 >= tokens.Count)
        {
            return false;
        }

        var comma = false;
        for (var t = 0; t < i; t++)
        {
            comma |= tokens[t].Kind == TokenKind.Punctuation;
            if (tokens[t].Tag is not (PartOfSpeech.ProperNoun or PartOfSpeech.Adjective or PartOfSpeech.CoordinatingConjunction) && tokens[t].Kind != TokenKind.Punctuation)
            {
                return false;
            }
        }

        for (var t = i + 1; t < tokens.Count; t++)
        {
            if (tokens[t].Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary && tokens[t].Form is WordForm.Past or WordForm.Present or WordForm.Modal)
            {
                return false;
            }
        }

        return comma;
    }

    // "Moya, who took office in June, plans to visit": behind the comma of an aside and before an infinitive
    private bool IsIntending(TokenList tokens, int i) =>
        tokens[i] is { Tag: PartOfSpeech.Noun, IsCapitalised: false } && i > 2 && i + 2 < tokens.Count && tokens[i - 1].Kind == TokenKind.Punctuation && words.Is(tokens[i], "intending") && words.Is(tokens[i + 1], "to")
        && tokens[i + 2] is { Tag: PartOfSpeech.Verb, Form: WordForm.Base } && tokens[0].Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Determiner or PartOfSpeech.Adjective;

    // "a U.S.–South Korea combined nuclear exercise": two names joined by a hyphen behind a determiner want a noun, so the past form is a modifier.
    private static bool IsModifierBehindPair(TokenList tokens, int i)
    {
        if (tokens[i].Tag != PartOfSpeech.Verb || tokens[i].Form is not (WordForm.Past or WordForm.PastParticiple)
            || i + 1 >= tokens.Count || tokens[i + 1].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Adjective))
        {
            return false;
        }

        var at = i - 1;
        var joined = false;
        while (at > 0 && (tokens[at].Tag == PartOfSpeech.ProperNoun || tokens[at].Kind == TokenKind.Hyphen))
        {
            joined |= tokens[at].Kind == TokenKind.Hyphen;
            at--;
        }

        return joined && at >= 0 && at < i - 3 && tokens[at].Tag == PartOfSpeech.Determiner;
    }
}
