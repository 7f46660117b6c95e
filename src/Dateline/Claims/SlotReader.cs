using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Says what fills the slots around a trigger: agent and patient, whatever the voice, and prepositional phrases.</summary>
internal sealed class SlotReader(ReportView view, FrameLexicon frames, FunctionWords words)
{
    private readonly FillerReader fillers = new(view, words);

    private const string Agent = "agent";
    private const string Patient = "patient";
    private const string Both = "both";

    /// <summary>Slots of a verb.</summary>
    /// <param name="syntax">The sentence.</param>
    /// <param name="clauseIndex">The verb's clause.</param>
    /// <param name="after">Index after the trigger: a particle inside it ("shot down") governs nothing.</param>
    public SlotSet OfVerb(SentenceSyntax syntax, int clauseIndex, int after)
    {
        var clause = syntax.Clauses[clauseIndex];
        var slots = new SlotSet();
        if (clause.Subject >= 0)
        {
            AddAll(slots, clause.Verb.Passive ? Patient : Agent, syntax, clause.Subject);
        }

        AddFreeRelative(slots, syntax, clauseIndex);
        var carrier = SharesObjects(syntax, clauseIndex) ? syntax.Clauses[clauseIndex + 1] : clause;
        foreach (var noun in carrier.Objects.Take(2))
        {
            AddAll(slots, clause.Verb.Passive && clause.Subject >= 0 ? "object" : Patient, syntax, noun);
            AddParticiples(slots, syntax, noun);
        }

        foreach (var noun in clause.Complements.Where(n => syntax.Nouns[n].Preposition < after))
        {
            AddAll(slots, clause.Verb.Passive && clause.Subject >= 0 ? "object" : Patient, syntax, Owned(syntax, noun));
        }

        AddComplements(slots, syntax, [.. clause.Complements.Where(n => syntax.Nouns[n].Preposition >= after)], clause.Verb.Passive);
        AddBoth(slots);
        return slots;
    }

    // "signed and issued a statement": two verbs with one object
    private static bool SharesObjects(SentenceSyntax syntax, int clause)
    {
        if (clause + 1 >= syntax.Clauses.Count)
        {
            return false;
        }

        var (own, next) = (syntax.Clauses[clause], syntax.Clauses[clause + 1]);
        return own.Objects.Count == 0 && own.Complements.Count == 0 && next.Verb.First == own.Verb.After + 1 && syntax.Sentence.Tokens[own.Verb.After].Tag == PartOfSpeech.CoordinatingConjunction;
    }

    // "Kim and Putin met": two who do a thing together
    private static void AddBoth(SlotSet slots)
    {
        var agents = slots[Agent].ToList();
        if (agents.Count > 1)
        {
            agents.ForEach(a => slots.Add(Both, a));
        }
    }

    /// <summary>Slots of a noun: its owner and modifiers, what follows it, and what a support verb carries to it.</summary>
    public (SlotSet Slots, int Clause, string? Gives) OfNoun(SentenceSyntax syntax, int noun, int triggerFirst)
    {
        var slots = new SlotSet();
        var chunk = syntax.Nouns[noun];
        if (chunk.Possessor >= 0)
        {
            AddAll(slots, Agent, syntax, chunk.Possessor);
        }
        else if (words.Is(syntax.Sentence.Tokens[chunk.First], "possessive"))
        {
            AddOwners(slots, syntax, noun);
        }

        var own = fillers.Fill(syntax, noun);
        var modifiers = new TextSpan(syntax.Sentence.Tokens[chunk.First].Start, syntax.Sentence.Tokens[triggerFirst].Start);
        if (chunk.Possessor < 0)
        {
            AddDescribers(slots, own, modifiers);
        }

        if (view.Weapons(modifiers).LastOrDefault() is { } weapon)
        {
            slots.Add(Patient, own with { Weapon = weapon, Actor = null });
        }

        foreach (var next in syntax.Following(noun))
        {
            var preposition = syntax.Nouns[next].Preposition;
            if (preposition < 0 || (words.Is(syntax.Sentence.Tokens[preposition], "of") && !HangsOn(syntax, noun, next)))
            {
                continue;
            }

            var owned = Owned(syntax, next);
            AddAll(slots, words.Is(syntax.Sentence.Tokens[preposition], "of") ? Patient : SlotName(syntax, preposition), syntax, owned);
            AddAll(slots, SlotName(syntax, preposition), syntax, owned);
            if (words.Is(syntax.Sentence.Tokens[preposition], "by"))
            {
                AddAll(slots, Agent, syntax, owned); // "a strike by Iran"
            }

            if (frames.IsEventNoun(syntax.Sentence.Tokens, syntax.Nouns[next].Head))
            {
                break; // "drills following a visit by X": what follows goes with the nearer event
            }
        }

        AddParticiples(slots, syntax, noun);
        var (index, gives) = Carrier(syntax, noun, slots);
        return (slots, index, gives);
    }

    // "a withdrawal by the middle of September": "of" goes with the noun right before it, times aside
    private bool HangsOn(SentenceSyntax syntax, int noun, int next)
    {
        var own = syntax.SpanOf(syntax.Nouns[next]);
        if (view.Times(syntax.Sentence.Span).Any(t => t.Span.Overlaps(own)))
        {
            return false; // "the middle of September"
        }

        for (var n = noun + 1; n < next; n++)
        {
            var between = syntax.SpanOf(syntax.Nouns[n]);
            if (syntax.Nouns[n].Possessor < 0 && !view.Times(syntax.Sentence.Span).Any(t => t.Span.Overlaps(between)))
            {
                return false;
            }
        }

        return true;
    }

    // "a U.S.-South Korea exercise": each state that describes the noun does it
    private void AddDescribers(SlotSet slots, Filler own, TextSpan modifiers)
    {
        var found = false;
        foreach (var place in view.Places(modifiers).Where(p => p.Place is { Precision: PlacePrecision.Country } && p.Role != PlaceRole.Place))
        {
            var state = new ActorMention(place.Span, place.Rule, NameLexicon.State(place.Place!), null);
            slots.AddAnyway(Agent, own with { Actor = state, Weapon = null, Country = place.Place!.Country, CountryWords = place.Span });
            found = true;
        }

        if (!found && own.CountryWords is { } by && modifiers.Contains(by))
        {
            slots.Add(Agent, own with { Actor = null, Weapon = null });
        }
    }

    // agent: the slot of a passive's by-phrase ("the launch was watched by X" makes X no doer)
    private void AddComplements(SlotSet slots, SentenceSyntax syntax, IReadOnlyList<int> complements, bool passive, string agent = Agent)
    {
        foreach (var noun in complements)
        {
            var preposition = syntax.Nouns[noun].Preposition;
            if (preposition < 0 || (preposition > 0 && words.Is(syntax.Sentence.Tokens[preposition - 1], "not")))
            {
                continue;
            }

            if (noun > 0 && words.Is(syntax.Sentence.Tokens[preposition], "of") && syntax.Nouns[noun - 1].After == preposition && complements.Contains(noun - 1))
            {
                continue; // "in response to the downing of a drone"
            }

            var name = SlotName(syntax, preposition);
            var owned = Owned(syntax, noun);
            AddAll(slots, passive && words.Is(syntax.Sentence.Tokens[preposition], "by") ? agent : name, syntax, owned);
            if (passive)
            {
                AddAll(slots, name, syntax, owned);
            }
        }
    }

    // "in Russia's Kursk region": the preposition governs what is owned
    private static int Owned(SentenceSyntax syntax, int noun)
    {
        while (noun + 1 < syntax.Nouns.Count && syntax.Nouns[noun + 1].Possessor == noun)
        {
            noun++;
        }

        return noun;
    }

    // A chunk and those listed with it: "Seoul and Washington".
    private void AddAll(SlotSet slots, string slot, SentenceSyntax syntax, int noun)
    {
        if (view.Times(syntax.SpanOf(syntax.Nouns[noun])).Any(t => t.Span.End >= syntax.Sentence.Tokens[syntax.Nouns[noun].Head].End))
        {
            return; // "sent overnight": a time fills no slot
        }

        var measured = Measured(syntax, noun);
        // "24 of 28 drones": the figure that was hit stays beside what it is of
        if (measured is null || syntax.Sentence.Tokens[syntax.Nouns[noun].Head] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number })
        {
            slots.Add(slot, fillers.Fill(syntax, noun));
        }

        if (measured is { } counted)
        {
            slots.Add(slot, fillers.Fill(syntax, counted));
        }

        AddLeader(slots, slot, syntax, noun);
        if (noun + 1 < syntax.Nouns.Count && IsApposition(syntax, noun, noun + 1))
        {
            slots.Add(slot, fillers.Fill(syntax, noun + 1));
        }

        if (NamedBehind(syntax, noun) is { } name)
        {
            slots.Add(slot, name);
        }

        for (var n = noun; n > 0 && IsListed(syntax, n - 1, n) && (syntax.Nouns[n - 1].Preposition == syntax.Nouns[n].Preposition || OpensClause(syntax, n - 1)); n--)
        {
            slots.Add(slot, fillers.Fill(syntax, n - 1));
        }

        for (var n = noun; n > 0 && slot != Agent && syntax.Nouns[n].Preposition < 0 && IsListed(syntax, n - 1, n); n--)
        {
            slots.Add(slot, fillers.Fill(syntax, n - 1));
        }

        for (var n = noun; n + 1 < syntax.Nouns.Count && IsListed(syntax, n, n + 1) && syntax.Nouns[n + 1].Preposition < 0; n++)
        {
            slots.Add(slot, fillers.Fill(syntax, n + 1));
        }
    }

    // "dozens of ballistic missiles", "thousands of troops": the chunk counts what follows it
    private int? Measured(SentenceSyntax syntax, int noun)
    {
        if (noun + 1 >= syntax.Nouns.Count || syntax.Nouns[noun + 1].Preposition != syntax.Nouns[noun].After)
        {
            return null;
        }

        if (syntax.Sentence.Tokens[syntax.Nouns[noun].Head] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number })
        {
            return noun + 1; // "24 of 28 drones"
        }

        if (IsSort(syntax, noun))
        {
            return noun + 1; // "new versions of the rocket", "a swarm of drones"
        }

        var head = syntax.Sentence.Tokens[syntax.Nouns[noun].Head].Span;
        var next = syntax.Sentence.Tokens[syntax.Nouns[noun + 1].Head].Span;
        return view.Quantities(syntax.Sentence.Span).Any(q => q.Span.Contains(head) && q.Span.Contains(next)) ? noun + 1 : null;
    }

    private bool IsSort(SentenceSyntax syntax, int noun) =>
        words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Head], "sort") && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].After], "of");

    // "fires what it says are strategic missiles": what stands for the noun behind the copula
    private void AddFreeRelative(SlotSet slots, SentenceSyntax syntax, int clauseIndex)
    {
        var clause = syntax.Clauses[clauseIndex];
        var tokens = syntax.Sentence.Tokens;
        if (clause.Verb.After >= tokens.Count || !words.Is(tokens[clause.Verb.After], "what"))
        {
            return;
        }

        for (var c = clauseIndex + 1; c < Math.Min(syntax.Clauses.Count, clauseIndex + 4); c++)
        {
            var copula = syntax.Clauses[c];
            if (copula.Verb.Head < tokens.Count && (words.Is(tokens[copula.Verb.Head], "be") || tokens[copula.Verb.First].Tag == PartOfSpeech.Particle) && copula.Objects.Count > 0)
            {
                AddAll(slots, Patient, syntax, copula.Objects[0]);
                AddComplements(slots, syntax, copula.Complements, false);
                return;
            }
        }
    }

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

    private void AddLastPerson(SlotSet slots, SentenceSyntax syntax, int noun)
    {
        for (var n = noun - 1; n >= 0; n--)
        {
            if (fillers.Fill(syntax, n) is { Actor.Actor.Kind: ActorKind.Person } filler)
            {
                slots.Add(Agent, filler);
                return;
            }
        }
    }

    // "drills involving Japan", "an attack using drones": a participle that works like a preposition
    private void AddParticiples(SlotSet slots, SentenceSyntax syntax, int noun)
    {
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject != noun || !clause.Verb.Participle || !words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "prepositional"))
            {
                continue;
            }

            foreach (var owned in clause.Objects)
            {
                AddAll(slots, SlotName(syntax, clause.Verb.Head), syntax, owned);
            }
        }
    }

    // "their meeting", "his visit": the subject of the sentence and those named with it; for one person the last named before
    private void AddOwners(SlotSet slots, SentenceSyntax syntax, int noun)
    {
        if (words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].First], "his"))
        {
            AddLastPerson(slots, syntax, noun);
            return;
        }

        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject >= 0 && clause.Subject < noun)
            {
                AddAll(slots, Agent, syntax, clause.Subject);
                for (var n = 0; n < clause.Subject && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].First], "their"); n++)
                {
                    if (fillers.Fill(syntax, n).Actor is { Actor.Kind: ActorKind.Person })
                    {
                        AddAll(slots, Agent, syntax, n);
                    }
                }

                return;
            }
        }
    }

    // "Iron Mace, a joint exercise": one comma and an article between a name and what it is
    private bool IsApposition(SentenceSyntax syntax, int left, int right)
    {
        var (a, b) = (syntax.Nouns[left], syntax.Nouns[right]);
        var tokens = syntax.Sentence.Tokens;
        return b.First == a.After + 1 && tokens[a.After].Kind == TokenKind.Punctuation && tokens[a.Head].Tag == PartOfSpeech.ProperNoun && words.Is(tokens[b.First], "indefinite");
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

    // "as Putin and Kim meet": a conjunction the tagger takes for a preposition
    private bool OpensClause(SentenceSyntax syntax, int noun) =>
        syntax.Nouns[noun].Preposition is >= 0 and var at && words.Is(syntax.Sentence.Tokens[at], "conjunction");

    // Two chunks joined by a conjunction, or two names of a list whose end is: "Japan, the United States and South Korea".
    private static bool IsListed(SentenceSyntax syntax, int left, int right)
    {
        var (a, b) = (syntax.Nouns[left], syntax.Nouns[right]);
        if (b.Possessor == left || b.First - a.After is < 1 or > 2)
        {
            return false;
        }

        var conjunction = false;
        var tokens = syntax.Sentence.Tokens;
        for (var t = a.After; t < b.First; t++)
        {
            conjunction |= tokens[t].Tag == PartOfSpeech.CoordinatingConjunction;
            if (tokens[t].Tag != PartOfSpeech.CoordinatingConjunction && tokens[t].Kind != TokenKind.Punctuation)
            {
                return false;
            }
        }

        var names = tokens[a.Head].Tag == PartOfSpeech.ProperNoun && tokens[b.Head].Tag == PartOfSpeech.ProperNoun;
        return conjunction || (names && right + 1 < syntax.Nouns.Count && syntax.Nouns[right + 1].Preposition < 0 && IsListed(syntax, right, right + 1));
    }

    // The clause whose object or subject the noun is, and what its verb gives: "conducted a test", "oversaw the launch", "the test took place".
    private (int Clause, string? Gives) Carrier(SentenceSyntax syntax, int noun, SlotSet slots)
    {
        for (var c = 0; c < syntax.Clauses.Count; c++)
        {
            var clause = syntax.Clauses[c];
            var isObject = clause.Objects.Contains(noun);
            if (!isObject && clause.Subject != noun && !clause.Complements.Contains(noun))
            {
                continue;
            }

            var support = frames.Support(syntax.Sentence.Tokens, clause.Verb.Head);
            var carried = support is { } s && (s.Subject ? clause.Subject == noun : isObject || (clause.Verb.Passive && clause.Subject == noun) || clause.Complements.Contains(noun));
            if (!carried)
            {
                return (c, null);
            }

            if (support is { Subject: false, Gives: "actor" } && clause.Subject >= 0 && clause.Subject != noun)
            {
                AddAll(slots, Agent, syntax, clause.Subject);
            }
            else if (support is { Subject: false } && clause.Subject >= 0 && clause.Subject != noun)
            {
                AddAll(slots, support.Value.Gives, syntax, clause.Subject);
            }

            AddComplements(slots, syntax, clause.Complements.Where(n => n != noun).ToList(), clause.Verb.Passive, support is { Subject: false, Gives: { Length: > 0 } gives and not "-" } ? gives is "actor" ? Agent : gives : Agent);
            return (c, support!.Value.Gives);
        }

        return (-1, null);
    }

    // "from near Pyongyang", "from off the coast": of two prepositions the first says how
    private string SlotName(SentenceSyntax syntax, int preposition)
    {
        var tokens = syntax.Sentence.Tokens;
        var first = preposition > 0 && tokens[preposition - 1].Tag == PartOfSpeech.Adposition ? preposition - 1 : preposition;
        return Folding.Fold(tokens[first].Span.Of(view.Text));
    }
}
