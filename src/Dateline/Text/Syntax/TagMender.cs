namespace Dateline.Text.Syntax;

/// <summary>Mends tags that only the words further off give away: auxiliaries parted from their verb, adverbs taken for adjectives, participles for verbs.</summary>
internal sealed class TagMender(FunctionWords words)
{
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
            }
            else if (IsFiniteBehindOrder(tokens, i))
            {
                own = Set(ref tokens, own, i - 1, PartOfSpeech.Adverb, WordForm.None);
                own = Set(ref tokens, own, i, PartOfSpeech.Verb, WordForm.Past);
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
            else if (IsModifierBehindPair(tokens, i) || IsSuspect(tokens, i))
            {
                own = Set(ref tokens, own, i, PartOfSpeech.Adjective, WordForm.None);
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

    // "by suspected militants", "Suspected rebels stormed": it tells who is meant, not that somebody suspected
    private bool IsSuspect(TokenList tokens, int i) =>
        tokens[i].Tag == PartOfSpeech.Verb && i + 1 < tokens.Count && words.Is(tokens[i], "suspect") && tokens[i + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective
        && (i == 0 || tokens[i - 1].Tag is PartOfSpeech.Adposition or PartOfSpeech.Determiner);

    // "had at the time issued", "has since then fired", "may never have left": the participle that makes "have" an auxiliary, or -1.
    private int PartedVerb(TokenList tokens, int i)
    {
        if (!words.Is(tokens[i], "have") || tokens[i].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Auxiliary))
        {
            return -1;
        }

        var at = i + 1;
        while (at < tokens.Count && (tokens[at].Tag == PartOfSpeech.Adverb || words.Is(tokens[at], "not")))
        {
            at++;
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

    // "The official said army troops …", "the military told AFP": an adjective that names who speaks, before a past form and more nouns
    private bool IsVoice(TokenList tokens, int i) =>
        i > 0 && i + 2 < tokens.Count && tokens[i].Tag == PartOfSpeech.Adjective && words.Is(tokens[i], "voice")
        && tokens[i - 1].Tag is PartOfSpeech.Determiner or PartOfSpeech.Adjective or PartOfSpeech.Particle
        && tokens[i + 1].Tag == PartOfSpeech.Verb && tokens[i + 1].Form is WordForm.Past or WordForm.PastParticiple && words.Is(tokens[i + 1], "saying");

    // "Kenya, Uganda hold talks": in a line without a verb, what stands behind the names it begins with and is a verb of doing together
    private bool IsVerbBehindNames(TokenList tokens, int i)
    {
        if (i < 3 || tokens[i].Tag != PartOfSpeech.Noun || !words.Is(tokens[i], "joint-verb") || i + 1 >= tokens.Count)
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
