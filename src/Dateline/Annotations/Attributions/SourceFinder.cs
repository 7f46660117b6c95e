using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Says which chunk can be a source, and how far its words reach.</summary>
internal sealed class SourceFinder(CueLexicon cues, FunctionWords words)
{
    /// <summary>"officials in Odesa": the chunk that the prepositional ones behind it hang on.</summary>
    public int OutOfPreposition(CueSentence s, int noun)
    {
        var nouns = s.Syntax.Nouns;
        while (noun > 0 && nouns[noun].Preposition >= 0 && nouns[noun - 1].After == nouns[noun].Preposition && !words.Is(s.Tokens[nouns[noun].Preposition], "conjunction"))
        {
            noun--;
        }

        return noun;
    }

    /// <summary>"the negotiators of Riga, Oslo and Bern": the chunk the "of" of a list hangs on that the chunk closes; else the same.</summary>
    public int HeadOfList(CueSentence s, int noun)
    {
        var nouns = s.Syntax.Nouns;
        var at = noun;
        while (at > 0 && nouns[at].Preposition < 0 && s.Tokens[nouns[at].Head].IsCapitalised && nouns[at - 1].After == nouns[at].First - 1 && (s.Is(nouns[at].First - 1, ',') || s.Tokens[nouns[at].First - 1].Tag == PartOfSpeech.CoordinatingConjunction))
        {
            at--;
        }

        var hangs = at < noun && at > 0 && s.Tokens[nouns[noun].First - 1].Tag == PartOfSpeech.CoordinatingConjunction && nouns[at].Preposition >= 0 && words.Is(s.Tokens[nouns[at].Preposition], "of") && nouns[at - 1].After == nouns[at].Preposition;
        return hangs && CanSpeak(s, at - 1, speech: false) ? at - 1 : noun;
    }

    /// <summary>"the harbour monitoring group SeaWatch": the chunk behind an -ing form right after a chunk and right before the next; else the same.</summary>
    public int PastGerund(CueSentence s, int noun)
    {
        var after = s.Syntax.Nouns[noun].After;
        return after + 1 < s.End && s.Tokens[after].Form == WordForm.Gerund && s.Syntax.NounAt(after + 1) is >= 0 and var next && s.Syntax.Nouns[next].First == after + 1 && CanSpeak(s, next, speech: false) ? next : noun;
    }

    /// <summary>True for a chunk that names somebody, is a pronoun, is a noun that sources go by, or for a verb of speech any noun.</summary>
    public bool CanSpeak(CueSentence s, int noun, bool speech)
    {
        var chunk = s.Syntax.Nouns[noun];
        var head = s.Tokens[chunk.Head];
        var asked = words.Is(s.Tokens[chunk.First], "asks") && s.Is(s.Tokens.Count - 1, '?'); // how many people believe this?
        if (s.TimeAfter(chunk.Head) >= 0 || asked)
        {
            return false;
        }

        if (head.Tag == PartOfSpeech.Pronoun)
        {
            return words.Is(head, "he") || words.Is(head, "it") || words.Is(head, "they");
        }

        var known = cues.NounAt(s.Tokens, chunk.First, chunk.After);
        if (known?.Class == SourceNoun.Nobody && (!head.IsCapitalised || head.Is(TokenShape.SentenceStart)))
        {
            return false;
        }

        if (known is not null || s.ActorAt(chunk.Head) is not null)
        {
            return true;
        }

        var named = head.Tag == PartOfSpeech.ProperNoun || (chunk.Head > chunk.First + 1 && s.Tokens[chunk.Head - 1].Kind == TokenKind.Hyphen && s.Tokens[chunk.Head - 2].IsCapitalised) || (head.IsCapitalised && !head.Is(TokenShape.SentenceStart));
        return named || (speech && !words.Is(s.Tokens[chunk.First], "none") && !(head.Tag == PartOfSpeech.Numeral && chunk.First > 0 && s.Is(chunk.First - 1, ',')) && head.Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Other or PartOfSpeech.Numeral or PartOfSpeech.Determiner);
    }

    /// <summary>First token of a chunk with its owners and what is joined to it: "Seoul's military", "South Korean and Japanese officials".</summary>
    public int First(CueSentence s, int noun)
    {
        var nouns = s.Syntax.Nouns;
        while (nouns[noun].Possessor >= 0)
        {
            noun = nouns[noun].Possessor;
        }

        var first = BeforeBrackets(s, noun, nouns[noun].First);
        for (var before = Before(s, first); before >= 0; before = Before(s, first))
        {
            first = s.Tokens[first - 1].Tag == PartOfSpeech.CoordinatingConjunction ? ListStart(s, nouns[before].First) : nouns[before].First;
        }

        if (first < nouns[noun].Head && (words.Is(s.Tokens[first], "relative") || words.Is(s.Tokens[first], "what")))
        {
            return first + 1; // "which experts think"
        }

        // an adjective joined by "and" that is no chunk of its own
        if (first > 1 && s.Tokens[first - 1].Tag == PartOfSpeech.CoordinatingConjunction && s.Tokens[first - 2].Tag == PartOfSpeech.Adjective && s.Tokens[first - 2].IsCapitalised)
        {
            first -= 2;
            while (first > 0 && s.Tokens[first - 1].IsCapitalised && s.Tokens[first - 1].Kind == TokenKind.Word)
            {
                first--;
            }
        }

        return s.Tokens[nouns[noun].Head] is { Form: WordForm.Plural, IsCapitalised: false } ? AdjectivesBefore(s, first) : first;
    }

    // "The Norwegian, Danish and Finnish ministers": back over adjectives of countries and commas, to their article
    private int AdjectivesBefore(CueSentence s, int first)
    {
        var at = first;
        while (s.Is(at - 1, ',') && at > 1 && s.Tokens[at - 2].IsCapitalised && s.TimeAfter(at - 2) < 0)
        {
            var word = at - 2;
            while (word > 0 && s.Tokens[word - 1].IsCapitalised && s.Tokens[word - 1].Kind == TokenKind.Word && !words.Is(s.Tokens[word - 1], "definite"))
            {
                word--;
            }

            var opens = word == 0 || words.Is(s.Tokens[word - 1], "definite");
            if (s.Tokens[at - 2].Tag != PartOfSpeech.Adjective && !(opens && s.Tokens[at - 2].Is(TokenShape.AllCaps)) && !(opens && s.Text[s.Tokens[at - 2].End - 1] == '.'))
            {
                break; // "In Norway, Danish and Finnish ministers", not "The U.S., Danish and Finnish ministers"
            }

            at = word;
        }

        return at < first && at > 0 && words.Is(s.Tokens[at - 1], "the") ? at - 1 : at;
    }

    // "Riga, Tallinn and Vilnius said": back over names and commas to the start of the sentence
    private static int ListStart(CueSentence s, int first)
    {
        var at = first;
        while (s.Is(at - 1, ',') && s.Syntax.NounAt(at - 2) is >= 0 and var name && s.ActorAt(s.Syntax.Nouns[name].Head) is not null)
        {
            at = s.Syntax.Nouns[name].First;
        }

        return at == 0 ? 0 : first;
    }

    // the chunk that the words from a token on are joined to: "the guard (SCG) and", "Riga and", "the Bureau of"; with its owners; or -1
    private int Before(CueSentence s, int first)
    {
        var nouns = s.Syntax.Nouns;
        var joined = first > 1 && s.Tokens[first - 1].Tag == PartOfSpeech.CoordinatingConjunction;
        var other = joined ? s.Is(first - 2, ')') ? Bracketed(s, first - 2) : s.Syntax.NounAt(first - 2)
            : first > 1 && words.Is(s.Tokens[first - 1], "of") && s.ActorAt(first - 2) is { } whole && whole.Span.Contains(s.Tokens[first].Start) ? s.Syntax.NounAt(first - 2) : -1;
        if (other < 0 || !CanSpeak(s, other, speech: false))
        {
            return -1;
        }

        while (nouns[other].Possessor >= 0)
        {
            other = nouns[other].Possessor;
        }

        return other;
    }

    // "an Inter-Services Relations (ISPR) statement": a bare noun behind a bracket goes with what stands before it
    private static int BeforeBrackets(CueSentence s, int noun, int first) =>
        first > 2 && s.Is(first - 1, ')') && s.Syntax.Nouns[noun].Head == first && s.Tokens[first].Tag == PartOfSpeech.Noun && Bracketed(s, first - 1) is >= 0 and var before ? BackToBreak(s, s.Syntax.Nouns[before].First) : first;

    // "an Inter-Services …": back over the parts of a name that the tagger does not know
    private static int BackToBreak(CueSentence s, int first)
    {
        var hyphen = s.Tokens[first].Kind == TokenKind.Hyphen;
        while (first > 0 && (hyphen ? s.Tokens[first - 1].IsCapitalised || s.Tokens[first - 1].Tag == PartOfSpeech.Determiner : s.Tokens[first - 1].Kind == TokenKind.Hyphen))
        {
            first--;
        }

        return first;
    }

    // the chunk before the bracket that closes at a token, or -1
    private static int Bracketed(CueSentence s, int closing)
    {
        var open = closing;
        while (open > 0 && closing - open < 6 && !s.Is(open, '('))
        {
            open--;
        }

        return s.Is(open, '(') ? s.Syntax.NounAt(open - 1) : -1;
    }

    /// <summary>Index after a chunk with "of …", "in …" behind it.</summary>
    public int After(CueSentence s, int noun)
    {
        var source = s.Syntax.Nouns[noun];
        var after = source.After;
        var nameless = s.Tokens[source.Head].Tag == PartOfSpeech.Noun && s.ActorAt(source.Head) is null && cues.NounAt(s.Tokens, source.First, source.After)?.Class is null or SourceNoun.Person or SourceNoun.Document;
        if (nameless && after < s.End && (s.Tokens[after].Tag == PartOfSpeech.Adjective || (s.Tokens[after].Form == WordForm.PastParticiple && s.Syntax.ClauseAt(after) >= 0 && after + 1 < s.End && s.Tokens[after + 1].Tag == PartOfSpeech.Adposition)))
        {
            return AfterReduced(s, after);
        }

        foreach (var next in s.Syntax.Following(noun))
        {
            var chunk = s.Syntax.Nouns[next];
            var of = chunk.Preposition >= 0 && words.Is(s.Tokens[chunk.Preposition], "of");
            var named = s.ActorAt(chunk.Head) is not null || s.Tokens[chunk.Head].IsCapitalised || nameless;
            if ((chunk.Preposition >= 0 && words.Is(s.Tokens[chunk.Preposition], "conjunction")) || (!of && !named && chunk.Possessor < 0) || s.TimeAfter(chunk.Head) >= 0 || s.TimeAfter(chunk.After) >= 0)
            {
                break;
            }

            after = s.Syntax.Nouns[next].After;
        }

        after = after > source.After ? AfterJoinedName(s, after) : after;
        return AfterJoined(s, after);
    }

    // "according to the police and witnesses", "said Riga, Tallinn and Vilnius": what can speak, joined, where the words end
    private int AfterJoined(CueSentence s, int after)
    {
        var at = after;
        while (s.Is(at, ',') && Next(s, at) is >= 0 and var member && s.Tokens[s.Syntax.Nouns[member].Head].IsCapitalised)
        {
            at = s.Syntax.Nouns[member].After;
        }

        if (at >= s.End || s.Tokens[at].Tag != PartOfSpeech.CoordinatingConjunction || Next(s, at) is not (>= 0 and var joined))
        {
            return after;
        }

        joined = Owned(s, joined);
        var end = s.Syntax.Nouns[joined].After;
        var closes = end >= s.End || (s.Breaks(end) && s.Tokens[end].Kind != TokenKind.Quote) || s.TimeAfter(end) > 0 || s.Syntax.ClauseAt(end) >= 0 || (s.Tokens[end].Tag is PartOfSpeech.Adverb or PartOfSpeech.Adposition && !words.Is(s.Tokens[end], "of"));
        return closes && CanSpeak(s, joined, speech: false) && s.Tokens[s.Syntax.Nouns[joined].Head].Tag != PartOfSpeech.Pronoun ? end : after;
    }

    // the chunk right behind a comma or conjunction, or -1
    private static int Next(CueSentence s, int at) => at + 1 < s.End && s.Syntax.NounAt(at + 1) is >= 0 and var noun && s.Syntax.Nouns[noun].First == at + 1 ? noun : -1;

    // "officials in Riga and Tallinn": a name joined to one, when a verb or a mark follows
    private static int AfterJoinedName(CueSentence s, int after)
    {
        if (after + 1 >= s.End || s.Tokens[after].Tag != PartOfSpeech.CoordinatingConjunction || !s.Tokens[after - 1].IsCapitalised || s.Syntax.NounAt(after + 1) is not (>= 0 and var joined))
        {
            return after;
        }

        var chunk = s.Syntax.Nouns[joined];
        return chunk.First == after + 1 && s.Tokens[chunk.First].IsCapitalised && s.Tokens[chunk.Head].IsCapitalised && (s.Breaks(chunk.After) || s.Syntax.ClauseAt(chunk.After) >= 0) ? chunk.After : after;
    }

    // "a person familiar with the talks", "two officials briefed on the matter": to a comma, a time or a verb
    private static int AfterReduced(CueSentence s, int at)
    {
        var i = at + 1;
        while (i < s.End && i < at + 12 && !s.Breaks(i) && s.TimeAfter(i) < 0 && s.Syntax.ClauseAt(i) < 0)
        {
            i++;
        }

        return i < s.End && s.TimeAfter(i) > 0 && s.Tokens[i - 1].Tag == PartOfSpeech.Adposition ? i - 1 : i; // published on Monday
    }

    /// <summary>Index after ", a lawmaker of the ruling party," that begins at a comma; the same index when none does.</summary>
    public int AfterApposition(CueSentence s, int at)
    {
        if (s.Is(at, '('))
        {
            var closing = at;
            while (closing < s.End && !s.Is(closing, ')'))
            {
                closing++;
            }

            return closing < s.End ? closing + 1 : at;
        }

        if (!s.Is(at, ',') || at + 1 >= s.End)
        {
            return at;
        }

        var relative = words.Is(s.Tokens[at + 1], "relative");
        var noun = s.Syntax.NounAt(at + 1);
        if (!relative && (noun < 0 || s.Tokens[s.Syntax.Nouns[noun].Head].Form == WordForm.Plural || !words.Is(s.Tokens[at + 1], "indefinite") && cues.NounAt(s.Tokens, s.Syntax.Nouns[noun].First, s.Syntax.Nouns[noun].After) is null))
        {
            return at;
        }

        for (var i = at + 1; i < s.End && i < at + 24; i++)
        {
            relative |= words.Is(s.Tokens[i], "relative");
            if (s.Tokens[i].Kind == TokenKind.Quote || (!relative && s.Syntax.ClauseAt(i) >= 0))
            {
                return at;
            }

            if (s.Is(i, ','))
            {
                return i;
            }
        }

        return s.End - at < 24 && !relative ? s.End : at;
    }

    /// <summary>The last chunk of a row of owners: of "the country's army" the army.</summary>
    public static int Owned(CueSentence s, int noun)
    {
        while (noun + 1 < s.Syntax.Nouns.Count && s.Syntax.Nouns[noun + 1].Possessor == noun)
        {
            noun++;
        }

        return noun;
    }
}
