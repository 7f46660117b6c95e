using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Articles;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Puts a noun chunk into a slot with all that goes with it: what it counts, who leads it, what it is called, and those listed with it.</summary>
internal sealed class SlotWriter(ReportView view, FunctionWords words, ArgumentTypes types, FillerReader fillers, ChunkLinks links)
{
    /// <summary>A chunk and those listed with it: "Seoul and Washington".</summary>
    public void Add(SlotSet slots, string slot, SentenceSyntax syntax, int noun)
    {
        if (IsTime(syntax, noun))
        {
            if (noun + 1 < syntax.Nouns.Count && syntax.Nouns[noun + 1].Preposition == syntax.Nouns[noun].After && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].After], "of"))
            {
                Add(slots, slot, syntax, noun + 1); // "five hours of talks"
            }

            return; // "sent overnight": a time fills no slot
        }

        if (slot == SlotReader.Agent && noun > 2 && DelegationOf(syntax, noun) is { } body)
        {
            Add(slots, slot, syntax, body);
            return;
        }

        if (slot == SlotReader.Agent && noun > 1 && RepresentativesOf(syntax, noun) is { } sent)
        {
            AddStates(slots, slot, syntax, sent);
        }

        if (slot == SlotReader.Agent && SpokenFor(syntax, noun) is { } speakers)
        {
            Add(slots, slot, syntax, speakers);
            return;
        }

        var measured = Measured(syntax, noun);
        // "24 of 28 drones": the figure that was hit stays beside what it is of
        if (measured is null || (syntax.Sentence.Tokens[syntax.Nouns[noun].Head] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number } && !IsMoney(syntax, noun)))
        {
            slots.Add(slot, fillers.Fill(syntax, noun));
        }

        if (measured is { } counted)
        {
            slots.Add(slot, fillers.Fill(syntax, counted));
            slots.Add("sort", fillers.Fill(syntax, noun));
        }

        if (slot is not SlotReader.Agent && noun + 1 < syntax.Nouns.Count && syntax.Nouns[noun + 1].Preposition == syntax.Nouns[noun].After && types.Fits("parts", fillers.Fill(syntax, noun)) && ChunkLinks.Owned(syntax, noun + 1) is var whole && fillers.Fill(syntax, whole).Weapon is not null)
        {
            slots.Add(slot, fillers.Fill(syntax, whole)); // "carrying components of the S-400"
        }

        AddStates(slots, slot, syntax, noun);
        AddLeader(slots, slot, syntax, noun);
        if (noun + 1 < syntax.Nouns.Count && ((links.IsApposition(syntax, noun, noun + 1) && !ChunkLinks.IsDoer(syntax, noun + 1)) || IsHolder(syntax, noun)))
        {
            slots.Add(slot, fillers.Fill(syntax, noun + 1));
        }

        if ((NamedBehind(syntax, noun) ?? CalledBehind(syntax, noun)) is { } name)
        {
            slots.Add(slot, name);
        }

        for (var n = slot == SlotReader.Agent ? FirstOfName(syntax, noun) : noun; n > 0 && ChunkLinks.IsListed(syntax, n - 1, n) && (syntax.Nouns[n - 1].Preposition == syntax.Nouns[n].Preposition || links.OpensClause(syntax, n - 1)) && !OpensWith(syntax, n - 1) && !IsIncluded(syntax, n - 1); n--)
        {
            slots.Add(slot, fillers.Fill(syntax, n - 1));
        }

        // a headline lists with commas alone: "Kenya, Uganda hold talks"
        for (var n = noun; n > 0 && slot == SlotReader.Agent && view.Article.Blocks[syntax.Sentence.Block].Kind == BlockKind.Headline && ChunkLinks.IsBesideComma(syntax, n - 1, n) && view.Text[syntax.Sentence.Tokens[syntax.Nouns[n - 1].After].Start] == ',' && !IsTime(syntax, n - 1); n--)
        {
            slots.Add(slot, fillers.Fill(syntax, n - 1));
        }

        if (noun + 1 < syntax.Nouns.Count && slot == SlotReader.Agent && IsAlongside(syntax, noun))
        {
            slots.Add(slot, fillers.Fill(syntax, ChunkLinks.Owned(syntax, noun + 1)));
        }

        var those = words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Head], "demonstrative"); // "one was an officer and those injured were stable"
        for (var n = noun; n > 0 && !those && slot != SlotReader.Agent && syntax.Nouns[n].Preposition < 0 && ChunkLinks.IsListed(syntax, n - 1, n) && !IsTime(syntax, n - 1) && !IsIncluded(syntax, n - 1); n--)
        {
            slots.Add(slot, fillers.Fill(syntax, n - 1));
        }

        for (var n = noun; n + 1 < syntax.Nouns.Count && ChunkLinks.IsListed(syntax, n, n + 1) && syntax.Nouns[n + 1].Preposition < 0 && !ChunkLinks.IsDoer(syntax, n + 1); n++)
        {
            slots.Add(slot, fillers.Fill(syntax, n + 1));
            AddStates(slots, slot, syntax, n + 1);
        }
    }

    // "the Tigray People's Liberation Front", "Russia's Vladimir Putin": where the name begins that a chunk ends, and who has whose state before his name
    private int FirstOfName(SentenceSyntax syntax, int noun) =>
        syntax.Nouns[noun].Possessor is >= 0 and var owner && noun + 1 < syntax.Nouns.Count && IsHolder(syntax, noun) ? owner // "Chile's president, A, and Peru's president, B, signed"
        : syntax.Nouns[noun].Possessor is >= 0 and var whose && fillers.Fill(syntax, noun).Actor is { } named
            && (named.Span.Contains(syntax.Sentence.Tokens[syntax.Nouns[whose].Head].Start) || (named.Actor.Kind is ActorKind.Person && fillers.Fill(syntax, whose).Actor is { Actor.Kind: ActorKind.State }))
            ? whose : noun;

    // "Niger's junta leader, General Abdourahamane Tiani, received": between two commas who holds the office
    private bool IsHolder(SentenceSyntax syntax, int noun)
    {
        var (office, name) = (syntax.Nouns[noun], syntax.Nouns[noun + 1]);
        var tokens = syntax.Sentence.Tokens;
        return name is { Preposition: < 0, Possessor: < 0 } && name.First == office.After + 1 && tokens[office.After].Kind == TokenKind.Punctuation && (tokens[office.Head].Tag == PartOfSpeech.Noun || (office.Possessor >= 0 && tokens[office.Head].Tag == PartOfSpeech.ProperNoun))
            && name.After < tokens.Count && tokens[name.After].Kind is TokenKind.Punctuation or TokenKind.Terminal
            && fillers.Fill(syntax, noun + 1) is { Actor.Actor.Kind: ActorKind.Person } && types.Fits("representative", fillers.Fill(syntax, noun));
    }

    // "two were killed, including a child, and seven injured": the child is of the two
    private bool IsIncluded(SentenceSyntax syntax, int noun) =>
        syntax.Nouns[noun].First > 0 && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].First - 1], "inclusive");

    // "Regarding Syria, Putin and Erdogan spoke": what the words before the comma are about
    private static bool OpensWith(SentenceSyntax syntax, int noun) =>
        syntax.Clauses.Count > 0 && syntax.Clauses[0] is { Subject: < 0, Verb: { Participle: true, First: 0 } } opening && opening.Objects.Contains(noun);

    // "the navy, along with the coast guard, fired": who is said to do it too, right behind who does it
    private bool IsAlongside(SentenceSyntax syntax, int noun)
    {
        var tokens = syntax.Sentence.Tokens;
        var at = syntax.Nouns[noun].After;
        at = at < tokens.Count && tokens[at].Kind == TokenKind.Punctuation ? at + 1 : at;
        return at + 2 < tokens.Count && words.Is(tokens[at], "alongside") && words.Is(tokens[at + 1], "with") && syntax.Nouns[noun + 1].First == at + 2;
    }

    private bool IsTime(SentenceSyntax syntax, int noun) =>
        view.Times(syntax.Sentence.Span).Any(t => t.Span.End >= syntax.Sentence.Tokens[syntax.Nouns[noun].Head].End && (syntax.SpanOf(syntax.Nouns[noun]).Contains(t.Span) || t.Span.Contains(syntax.SpanOf(syntax.Nouns[noun]))));

    // "dozens of ballistic missiles", "thousands of troops": the chunk counts what follows it
    private int? Measured(SentenceSyntax syntax, int noun)
    {
        if (noun + 1 < syntax.Nouns.Count && syntax.Nouns[noun].After + 1 == syntax.Nouns[noun + 1].Preposition && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].After], "particle") && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun + 1].Preposition], "of")
            && syntax.Sentence.Tokens[syntax.Nouns[noun].Head] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number })
        {
            return noun + 1; // "10 out of 14 drones"
        }

        if (noun + 1 >= syntax.Nouns.Count || syntax.Nouns[noun + 1].Preposition != syntax.Nouns[noun].After)
        {
            return null;
        }

        if ((syntax.Sentence.Tokens[syntax.Nouns[noun].Head] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number } or { Tag: PartOfSpeech.Adjective } || words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Head], "order")) && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].After], "of")
            && (syntax.Sentence.Tokens[syntax.Nouns[noun].Head].Tag != PartOfSpeech.Adjective || words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Head], "order")))
        {
            return noun + 1; // "24 of 28 drones", "the last of 24 jets"
        }

        if (IsMoney(syntax, noun) && (types.Fits("arms", fillers.Fill(syntax, noun + 1)) || types.Fits("sale", fillers.Fill(syntax, noun + 1))))
        {
            return noun + 1; // "$3 billion in military aid"
        }

        if (links.IsSort(syntax, noun) || IsOffice(syntax, noun))
        {
            return ChunkLinks.Owned(syntax, noun + 1); // "new versions of the rocket", "a swarm of drones", "U.S. Secretary of State Antony Blinken"
        }

        if (words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].After], "of") && types.Fits("body", fillers.Fill(syntax, noun)) && types.Fits("force", fillers.Fill(syntax, noun + 1)))
        {
            return noun + 1; // "a convoy of Turkish troops"
        }

        var head = syntax.Sentence.Tokens[syntax.Nouns[noun].Head].Span;
        var next = syntax.Sentence.Tokens[syntax.Nouns[noun + 1].Head].Span;
        return view.Quantities(syntax.Sentence.Span).Any(q => q.Span.Contains(head) && q.Span.Contains(next)) ? noun + 1 : null;
    }

    // "The president and his delegation of ministers and businessmen arrived": the verb's nearest noun is the last of what the delegation is made of
    private int? DelegationOf(SentenceSyntax syntax, int noun)
    {
        var first = noun;
        while (first > 0 && syntax.Nouns[first].Preposition < 0 && ChunkLinks.IsListed(syntax, first - 1, first))
        {
            first--;
        }

        return first > 1 && first < noun && syntax.Nouns[first].Preposition is >= 0 and var of && words.Is(syntax.Sentence.Tokens[of], "of") && syntax.Nouns[first - 1].After == of
            && types.Fits("delegation", fillers.Fill(syntax, first - 1)) && ChunkLinks.IsListed(syntax, first - 2, first - 1) ? first - 1 : null;
    }

    // "Representatives of the army and the rebels signed": the verb's nearest noun is only the last of those they speak for
    private int? RepresentativesOf(SentenceSyntax syntax, int noun)
    {
        var first = noun;
        while (first > 0 && syntax.Nouns[first].Preposition < 0 && ChunkLinks.IsListed(syntax, first - 1, first))
        {
            first--;
        }

        return first > 0 && first < noun && syntax.Nouns[first].Preposition is >= 0 and var of && words.Is(syntax.Sentence.Tokens[of], "of") && syntax.Nouns[first - 1].After == of
            && syntax.Sentence.Tokens[syntax.Nouns[first - 1].Head].Form == WordForm.Plural && types.Fits("representative", fillers.Fill(syntax, first - 1)) ? first - 1 : null;
    }

    private bool IsMoney(SentenceSyntax syntax, int noun) =>
        syntax.SpanOf(syntax.Nouns[noun]) is var span && view.Quantities(syntax.Sentence.Span).Any(q => q.Dimension is "currency" && q.Span.Overlaps(span)); // "more than $3 billion"

    // "India and Pakistan said they had agreed": they are those who speak
    private int? SpokenFor(SentenceSyntax syntax, int noun)
    {
        if (!words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Head], "they") || view.Actors(syntax.SpanOf(syntax.Nouns[noun])).Any())
        {
            return null;
        }

        var first = syntax.Nouns[noun].First;
        var saying = syntax.Clauses.LastOrDefault(c => c.Subject >= 0 && c.Subject < noun && c.Verb.After <= first && !c.Verb.Participle);
        return saying is { Subject: > 0 } said && ChunkLinks.IsListed(syntax, said.Subject - 1, said.Subject) && view.Annotations.Attributions.Any(a => a.Cue.Any(u => u.Contains(syntax.Sentence.Tokens[said.Verb.Head].Start))) ? said.Subject : null;
    }

    // "Minister of Defence Aung Thein": the name stands in what the office is of
    private bool IsOffice(SentenceSyntax syntax, int noun) =>
        words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].After], "of") && syntax.Sentence.Tokens[syntax.Nouns[noun].Head] is { IsCapitalised: true, Tag: PartOfSpeech.ProperNoun or PartOfSpeech.Noun }
        && fillers.Fill(syntax, noun + 1).Actor is { Actor.Kind: ActorKind.Person } && fillers.Fill(syntax, noun) is { Actor: null } own && (types.Fits("representative", own) || types.Fits("dignitary", own));

    // "the defence ministers of Egypt and Qatar", "Indian and Chinese commanders": those who speak for several states stand for each
    private void AddStates(SlotSet slots, string slot, SentenceSyntax syntax, int noun)
    {
        var own = fillers.Fill(syntax, noun);
        if (!types.Fits("representative", own))
        {
            return;
        }

        var described = StatesIn(syntax.SpanOf(syntax.Nouns[noun])).ToList();
        if (described.Count > 0 && syntax.Sentence.Tokens[syntax.Nouns[noun].Head].Form == WordForm.Plural)
        {
            AddStatesBefore(syntax, syntax.Nouns[noun].First, described);
        }

        if (described.Count > 1)
        {
            described.ForEach(state => slots.AddAnyway(slot, own with { Actor = state, Country = state.Actor.Country, CountryWords = state.Span }));
            return;
        }

        var body = own.Actor is { Actor.Kind: ActorKind.Military or ActorKind.Government or ActorKind.Ministry } && noun + 2 < syntax.Nouns.Count && ChunkLinks.IsListed(syntax, noun + 1, noun + 2); // "forces of Chile and Peru"
        if ((own.Actor is not null && !body) || described.Count > 0 || !syntax.Following(noun).Any() || syntax.Nouns[noun + 1].Preposition != syntax.Nouns[noun].After || !(words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].After], "belonging-to") || (slot is "on" or "against" && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].After], "in")))) // "sanctions on firms in Turkey and China"
        {
            return;
        }

        var isHeadline = view.Article.Blocks[syntax.Sentence.Block].Kind == BlockKind.Headline;
        var first = noun + 1;
        if (first + 1 < syntax.Nouns.Count && syntax.Nouns[first + 1].Preposition == syntax.Nouns[first].After && words.Is(syntax.Sentence.Tokens[syntax.Nouns[first].After], "of") && !StatesIn(syntax.SpanOf(syntax.Nouns[first])).Any() && fillers.Fill(syntax, first).Actor is null)
        {
            first++; // "the directors of military operations of Chile and Peru"
        }

        for (var n = first; n < syntax.Nouns.Count && (n == first || ((ChunkLinks.IsListed(syntax, n - 1, n) || (isHeadline && ChunkLinks.IsNameBesideComma(syntax, n - 1, n))) && syntax.Nouns[n].Preposition < 0)); n++)
        {
            foreach (var state in StatesIn(syntax.SpanOf(syntax.Nouns[n])).DefaultIfEmpty(fillers.Fill(syntax, n).Actor).OfType<ActorMention>())
            {
                slots.AddAnyway(slot, own with { Actor = state, Country = state.Actor.Country, CountryWords = state.Span });
            }
        }
    }

    // "Kazakh, Russian presidents": adjectives of states before the one the chunk begins with
    private void AddStatesBefore(SentenceSyntax syntax, int first, List<ActorMention> described)
    {
        var tokens = syntax.Sentence.Tokens;
        while (first > 1 && (tokens[first - 1].Kind == TokenKind.Punctuation || tokens[first - 1].Tag == PartOfSpeech.CoordinatingConjunction) && tokens[first - 2].Tag == PartOfSpeech.Adjective
            && view.Places(syntax.Sentence.Span).FirstOrDefault(p => p.Span.End == tokens[first - 2].End && p is { Role: PlaceRole.Modifier, Place: { Precision: PlacePrecision.Country, Country: not null } }) is { } other)
        {
            described.Add(new ActorMention(other.Span, other.Rule, NameLexicon.State(other.Place!), null));
            first = syntax.Sentence.TokenAt(other.Span.Start);
        }
    }

    private IEnumerable<ActorMention> StatesIn(TextSpan span) =>
        view.Places(span).Where(p => p.Place is { Precision: PlacePrecision.Country, Country: not null }).Select(p => new ActorMention(p.Span, p.Rule, NameLexicon.State(p.Place!), null));

    // "a delegation led by X", "the delegation headed by X": who leads it fills the slot with it
    private void AddLeader(SlotSet slots, string slot, SentenceSyntax syntax, int noun)
    {
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject != noun || !clause.Verb.Participle || !words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "lead"))
            {
                continue;
            }

            foreach (var by in clause.Complements.Where(n => words.Is(syntax.Sentence.Tokens[syntax.Nouns[n].Preposition], "by")))
            {
                slots.Add(slot, fillers.Fill(syntax, by));
                slots.Add("leader", fillers.Fill(syntax, by));
            }
        }
    }

    // "the missile, dubbed Fateh-110, was fired": a system's name behind a participle of naming
    private Filler? CalledBehind(SentenceSyntax syntax, int noun)
    {
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Verb.First - syntax.Nouns[noun].After is 0 or 1 && words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "naming"))
            {
                return clause.Objects.Concat(clause.Complements).Select(n => fillers.Fill(syntax, n)).FirstOrDefault(f => f.Weapon is { SystemId: not null });
            }
        }

        return null;
    }

    // "the missile, Fateh-110, was fired": a system's name between two commas behind the weapon it names
    private Filler? NamedBehind(SentenceSyntax syntax, int noun)
    {
        var tokens = syntax.Sentence.Tokens;
        if (noun + 1 >= syntax.Nouns.Count || syntax.Nouns[noun + 1] is not { Preposition: < 0 } right || right.First != syntax.Nouns[noun].After + 1 || tokens[right.First - 1].Kind != TokenKind.Punctuation
            || (right.After < tokens.Count && tokens[right.After].Kind is not (TokenKind.Punctuation or TokenKind.Terminal)))
        {
            return null;
        }

        return fillers.Fill(syntax, noun + 1) is { Weapon.SystemId: not null } name && fillers.Fill(syntax, noun).Weapon is { SystemId: null } ? name : null;
    }
}
