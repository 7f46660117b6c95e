using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Finds who a cue belongs to: the chunk that can speak, and how far its words reach.</summary>
internal sealed class SourceFinder(CueLexicon cues, FunctionWords words)
{
    /// <summary>The chunk that speaks with a finite verb, or -1.</summary>
    public int Subject(CueSentence s, Clause clause, bool speech)
    {
        var subject = clause.Subject >= 0 ? OutOfPreposition(s, clause.Subject) : -1;
        if (subject >= 0 && CanSpeak(s, subject, speech) && !AsideBefore(s, clause))
        {
            return subject;
        }

        return Walk(s, clause, speech);
    }

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
        if (s.TimeAfter(chunk.Head) >= 0)
        {
            return false;
        }

        if (head.Tag == PartOfSpeech.Pronoun)
        {
            return words.Is(head, "he") || words.Is(head, "it") || words.Is(head, "they");
        }

        if (cues.NounAt(s.Tokens, chunk.First, chunk.After) is not null || s.ActorAt(chunk.Head) is not null)
        {
            return true;
        }

        var named = head.Tag == PartOfSpeech.ProperNoun || (head.IsCapitalised && !head.Is(TokenShape.SentenceStart));
        return named || (speech && !(head.Tag == PartOfSpeech.Numeral && chunk.First > 0 && s.Is(chunk.First - 1, ',')) && head.Tag is PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Other or PartOfSpeech.Numeral or PartOfSpeech.Determiner);
    }

    /// <summary>First token of a chunk with its owners and what is joined to it: "Seoul's military", "South Korean and Japanese officials".</summary>
    public int First(CueSentence s, int noun)
    {
        var nouns = s.Syntax.Nouns;
        while (nouns[noun].Possessor >= 0)
        {
            noun = nouns[noun].Possessor;
        }

        var first = nouns[noun].First;
        while (first > 1 && s.Tokens[first - 1].Tag == PartOfSpeech.CoordinatingConjunction && s.Syntax.NounAt(first - 2) is >= 0 and var other && CanSpeak(s, other, speech: false))
        {
            while (nouns[other].Possessor >= 0)
            {
                other = nouns[other].Possessor;
            }

            first = nouns[other].First;
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

        return first;
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
            if ((!of && !named && chunk.Possessor < 0) || s.TimeAfter(chunk.Head) >= 0 || s.TimeAfter(chunk.After) >= 0)
            {
                break;
            }

            after = s.Syntax.Nouns[next].After;
        }

        return after > source.After ? AfterJoinedName(s, after) : after;
    }

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

        return i;
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

    // A comma right before the verb closes an aside, whose words ClauseReader may have taken for the subject.
    private static bool AsideBefore(CueSentence s, Clause clause) => clause.Subject >= 0 && (s.Is(clause.Verb.First - 1, ',') || InBrackets(s, s.Syntax.Nouns[clause.Subject].First, clause.Verb.First - 1));

    // "the company (XCHG: XYZ) reported": a chunk behind the bracket that opens
    private static bool InBrackets(CueSentence s, int first, int closing)
    {
        var open = closing;
        while (s.Is(closing, ')') && open > 0 && !s.Is(open, '('))
        {
            open--;
        }

        return open < first && s.Is(open, '(');
    }

    private int Walk(CueSentence s, Clause clause, bool speech)
    {
        var at = clause.Verb.First - 1;
        while (at >= 0 && (s.Tokens[at].Tag == PartOfSpeech.Adverb || s.TimeAfter(at) >= 0 || (s.Tokens[at].Tag == PartOfSpeech.Adposition && s.TimeAfter(at + 1) >= 0)))
        {
            at--;
        }

        if (at < 0)
        {
            return -1;
        }

        if (s.Is(at, ')'))
        {
            while (at > 0 && !s.Is(at, '('))
            {
                at--;
            }

            return s.Syntax.NounAt(at - 1) is >= 0 and var beside && CanSpeak(s, beside, speech) ? beside : -1;
        }

        if (s.Is(at, ',') || s.Tokens[at].Kind == TokenKind.Dash)
        {
            return BeforeAside(s, clause, at, speech);
        }

        var chunk = s.Syntax.NounAt(at);
        while (chunk > 0 && s.Syntax.Nouns[chunk].Preposition >= 0 && s.Syntax.Nouns[chunk - 1].After == s.Syntax.Nouns[chunk].Preposition)
        {
            chunk--;
        }

        return chunk >= 0 && s.Syntax.Nouns[chunk].Preposition < 0 && CanSpeak(s, chunk, speech) ? chunk : -1;
    }

    // "Lee, a lawmaker who was briefed, said": the first chunk behind a barrier, only relative clauses and participles between.
    private int BeforeAside(CueSentence s, Clause clause, int comma, bool speech)
    {
        var barrier = comma - 1;
        while (barrier >= 0 && s.QuotationAt(barrier) < 0 && s.Tokens[barrier].Kind is not TokenKind.Terminal && !s.Is(barrier, ':') && !s.Is(barrier, ';')
            && !(words.Is(s.Tokens[barrier], "that") && s.Tokens[barrier].Tag == PartOfSpeech.SubordinatingConjunction))
        {
            var c = s.Syntax.ClauseAt(barrier);
            if (c >= 0 && s.Syntax.Clauses[c] is { Relative: false } other && !other.Verb.Participle && !other.Verb.Infinitive && !InsideRelative(s, c) && !OfWhose(s, other))
            {
                break;
            }

            barrier--;
        }

        if (barrier >= 0 && s.Syntax.ClauseAt(barrier) >= 0)
        {
            barrier = NextComma(s, barrier, comma); // what the verb before governs does not speak
        }

        for (var n = 0; n < s.Syntax.Nouns.Count && s.Syntax.Nouns[n].After <= comma; n++)
        {
            var chunk = s.Syntax.Nouns[n];
            var owns = n + 1 < s.Syntax.Nouns.Count && s.Syntax.Nouns[n + 1].Possessor == n;
            if (chunk.First > barrier && chunk.Preposition < 0 && !owns && CanSpeak(s, n, speech) && chunk.After <= comma)
            {
                return n;
            }
        }

        return -1;
    }

    private static int NextComma(CueSentence s, int from, int before)
    {
        var i = from;
        while (i < before && !s.Is(i, ','))
        {
            i++;
        }

        return i;
    }

    // "a lawmaker whose party won"
    private bool OfWhose(CueSentence s, Clause clause) =>
        clause.Subject >= 0 && s.Syntax.Nouns[clause.Subject].First is > 0 and var first && (words.Is(s.Tokens[first - 1], "relative") || words.Is(s.Tokens[first], "relative"));

    // a finite verb joined to a relative clause, or a clause inside it
    private static bool InsideRelative(CueSentence s, int c)
    {
        for (var parent = s.Syntax.Clauses[c].Parent; parent >= 0; parent = s.Syntax.Clauses[parent].Parent)
        {
            if (s.Syntax.Clauses[parent].Relative)
            {
                return true;
            }
        }

        return false;
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
