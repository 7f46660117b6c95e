using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Says what fills the slots around a trigger: agent and patient, whatever the voice, and prepositional phrases.</summary>
internal sealed class SlotReader
{
    /// <summary>The slot of who does it.</summary>
    public const string Agent = "agent";

    /// <summary>The slot of whom or what it is done to.</summary>
    public const string Patient = "patient";

    private const string Both = "both";

    private readonly ReportView view;
    private readonly FrameLexicon frames;
    private readonly FunctionWords words;
    private readonly ArgumentTypes types;
    private readonly FillerReader fillers;
    private readonly ChunkLinks links;
    private readonly SlotWriter writer;
    private readonly PhraseReader phrases;
    private readonly OwnerReader owners;
    private readonly GapReader gaps;
    private readonly BlameReader blames;
    private readonly MeanwhileReader meanwhile;

    /// <summary>A reader of one report.</summary>
    public SlotReader(ReportView view, FrameLexicon frames, FunctionWords words, ArgumentTypes types)
    {
        (this.view, this.frames, this.words, this.types) = (view, frames, words, types);
        fillers = new FillerReader(view, words, types);
        links = new ChunkLinks(words);
        writer = new SlotWriter(view, words, types, fillers, links);
        phrases = new PhraseReader(view, words, writer);
        owners = new OwnerReader(view, words, fillers, writer);
        gaps = new GapReader(fillers);
        blames = new BlameReader(view, frames, words, types, fillers, writer);
        meanwhile = new MeanwhileReader(words, types, fillers, writer);
    }

    /// <summary>The slots of each of several happenings one verb tells of, with the words that go with each; empty where it tells of one.</summary>
    public List<(SlotSet Slots, TextSpan Part)> Parts(SentenceSyntax syntax, int clause, SlotSet whole) => gaps.Read(syntax, clause, whole);

    /// <summary>Slots of a verb.</summary>
    /// <param name="syntax">The sentence.</param>
    /// <param name="clauseIndex">The verb's clause.</param>
    /// <param name="after">Index after the trigger: a particle inside it ("shot down") governs nothing.</param>
    public SlotSet OfVerb(SentenceSyntax syntax, int clauseIndex, int after)
    {
        var clause = syntax.Clauses[clauseIndex];
        var slots = new SlotSet();
        var subject = Accused(syntax, clause, clauseIndex) ?? Guest(syntax, clause, clauseIndex) ?? clause.Subject;
        if (subject >= 0)
        {
            var whole = Whole(syntax, subject);
            writer.Add(slots, clause.Verb.Passive ? Patient : Agent, syntax, whole);
            blames.AddBody(slots, syntax, clauseIndex, whole);
            if (!clause.Verb.Passive)
            {
                blames.AddSender(slots, syntax, whole);
            }

            phrases.AddParticiples(slots, syntax, whole);
            phrases.AddJoined(slots, syntax, whole, clause.Verb.Passive);
        }

        if (subject < 0 && clause.Verb is { Participle: true, Passive: false } && links.Absolute(syntax, clause) is { } absolute)
        {
            writer.Add(slots, Agent, syntax, absolute);
        }

        if (subject >= 0 && clause is { Verb: { Participle: true, Passive: false }, Parent: >= 0 } && syntax.Clauses[clause.Parent] is { Subject: >= 0 } signing && signing.Objects.Contains(subject) && types.Fits("decree", fillers.Fill(syntax, subject)))
        {
            writer.Add(slots, Agent, syntax, signing.Subject); // "signed a decree imposing sanctions"
        }

        AddFreeRelative(slots, syntax, clauseIndex);
        var carrier = ChunkLinks.SharesObjects(syntax, clauseIndex) ? syntax.Clauses[clauseIndex + 1] : clause;
        foreach (var noun in carrier.Objects.Take(2))
        {
            writer.Add(slots, clause.Verb.Passive && clause.Subject >= 0 ? "object" : Patient, syntax, noun);
            phrases.AddParticiples(slots, syntax, noun);
        }

        foreach (var noun in clause.Complements.Where(n => syntax.Nouns[n].Preposition < after))
        {
            writer.Add(slots, clause.Verb.Passive && clause.Subject >= 0 ? "object" : Patient, syntax, ChunkLinks.Owned(syntax, noun));
        }

        phrases.AddBehindVerb(slots, syntax, [.. clause.Complements.Where(n => syntax.Nouns[n].Preposition >= after && !IsOfInner(syntax, clause, n))], clause.Verb.Passive);
        AddBoth(slots);
        return slots;
    }

    /// <summary>Slots of a word of state: the noun right before it or the subject of its copula, and what stands behind it; null where it describes the noun after it.</summary>
    public (SlotSet Slots, int Clause)? OfState(SentenceSyntax syntax, int trigger)
    {
        var noun = syntax.NounAt(trigger - 1);
        if (noun > 0 && syntax.Nouns[noun] is { Preposition: > 0 } whole && syntax.Sentence.Tokens[whole.Head].Tag == PartOfSpeech.Pronoun && words.Is(syntax.Sentence.Tokens[whole.Preposition], "of") && syntax.Nouns[noun - 1].After == whole.Preposition)
        {
            noun--; // "4,700 fell, about 600 of them killed"
        }

        var before = trigger - 1;
        while (before > 0 && syntax.Sentence.Tokens[before].Tag == PartOfSpeech.Adverb)
        {
            before--; // "were also wounded"
        }

        var clause = noun < 0 ? syntax.ClauseAt(before) : syntax.Clauses.ToList().FindIndex(c => c.Objects.Contains(noun) || c.Subject == noun);
        noun = noun < 0 && clause >= 0 ? syntax.Clauses[clause].Subject : noun;
        if (noun < 0 || syntax.NounAt(trigger) >= 0 || words.Is(syntax.Sentence.Tokens[trigger - 1], "the"))
        {
            return null; // "300 and the injured at 2,700"
        }

        var slots = new SlotSet();
        writer.Add(slots, Patient, syntax, noun);
        if (clause >= 0)
        {
            phrases.AddBehindVerb(slots, syntax, [.. syntax.Clauses[clause].Complements.Where(n => syntax.Nouns[n].Preposition > trigger)], false);
        }

        return (slots, clause);
    }

    // "received the president as he arrived": he is the guest
    private int? Guest(SentenceSyntax syntax, Clause clause, int index)
    {
        var tokens = syntax.Sentence.Tokens;
        return clause is { Subject: >= 0, Marker: >= 0 } && words.Is(tokens[syntax.Nouns[clause.Subject].Head], "he") && index > 0 && syntax.Clauses[index - 1] is { Verb: { Passive: false, Participle: false }, Objects: [var guest, ..] } host && words.Is(tokens[host.Verb.Head], "receiving") && guest < clause.Subject
            ? guest : null;
    }

    // "accused Iran of supplying drones": the accused does it, and what follows from it: "of shelling a camp, killing nine"
    private int? Accused(SentenceSyntax syntax, Clause clause, int index)
    {
        if (clause is { Verb: { Participle: true, Passive: false }, Parent: >= 0, Marker: >= 0 } && words.Is(syntax.Sentence.Tokens[clause.Marker], "for") && syntax.Clauses[clause.Parent] is { Verb.Passive: false, Objects.Count: > 0 } penal && words.Is(syntax.Sentence.Tokens[penal.Verb.Head], "penal"))
        {
            return penal.Objects[^1]; // "sanctioned two firms for supplying drones"
        }

        if (clause is { Verb: { Participle: true, Passive: false }, Parent: >= 0, Marker: > 0 } && syntax.NounAt(clause.Marker - 1) is >= 0 and var part && words.Is(syntax.Sentence.Tokens[syntax.Nouns[part].Head], "involvement") && syntax.Clauses[clause.Parent] is var telling && telling.Verb.Head < clause.Marker)
        {
            return telling.Verb.Passive ? clause.Subject : telling.Complements.Concat(telling.Objects).Where(n => n < part && fillers.Fill(syntax, n) is { CountryWords: not null } or { Actor: not null }).DefaultIfEmpty(-1).Last(); // "sanctions on firms for their role in supplying drones"
        }

        if (clause is not { Verb: { Participle: true, Passive: false }, Parent: >= 0 } || (clause.Marker >= 0 && !words.Is(syntax.Sentence.Tokens[clause.Marker], "of")))
        {
            return null;
        }

        var first = clause.Marker >= 0 ? clause : index > 0 && syntax.Clauses[index - 1] is { Marker: >= 0, Parent: >= 0 } before && (before.Parent == clause.Parent || clause.Parent == index - 1) && words.Is(syntax.Sentence.Tokens[before.Marker], "of") ? before : null;
        return first is not null && syntax.Clauses[first.Parent] is { Verb.Passive: false, Objects.Count: > 0 } accusing && words.Is(syntax.Sentence.Tokens[accusing.Verb.Head], "accusing")
            ? accusing.Objects[^1] : null;
    }

    // "nine people, including a soldier, were killed": all of them
    // "the town of X in Fife's outskirts was hit": the town
    private int Whole(SentenceSyntax syntax, int noun)
    {
        while (noun > 1 && syntax.Nouns[noun].Possessor == noun - 1 && syntax.Nouns[noun - 1].Preposition >= 0 && syntax.Following(noun - 2).Contains(noun - 1))
        {
            noun -= 2;
            while (noun > 0 && syntax.Nouns[noun].Preposition >= 0 && syntax.Following(noun - 1).Contains(noun))
            {
                noun--;
            }
        }

        noun = BeforeBrackets(syntax, noun);
        var before = syntax.Nouns[noun].Preposition >= 0 ? syntax.Nouns[noun].Preposition : syntax.Nouns[noun].First - 1;
        return noun > 0 && before > 0 && words.Is(syntax.Sentence.Tokens[before], "inclusive") && syntax.Nouns[noun - 1].After >= before - 1 ? noun - 1 : noun;
    }

    // "the National Liberation Army [ELN] group": the name before the brackets
    private static int BeforeBrackets(SentenceSyntax syntax, int noun)
    {
        var tokens = syntax.Sentence.Tokens;
        var closing = syntax.Nouns[noun].First - 1;
        return noun > 1 && syntax.Nouns[noun].Preposition < 0 && closing > 2 && tokens[closing].Kind == TokenKind.Punctuation && syntax.Nouns[noun - 1].After == closing && syntax.Nouns[noun - 1].After - syntax.Nouns[noun - 1].First == 1
            && tokens[closing - 1].Is(TokenShape.AllCaps) && tokens[closing - 2].Kind == TokenKind.Punctuation && syntax.Nouns[noun - 2].After == closing - 2 && tokens[syntax.Nouns[noun - 2].Head].Tag == PartOfSpeech.ProperNoun && tokens[closing].Span is { Length: 1 } && tokens[closing - 2].End == tokens[closing - 1].Start ? noun - 2 : noun;
    }

    // "Kim and Putin met": two who do a thing together
    private static void AddBoth(SlotSet slots)
    {
        var agents = slots[Agent].ToList();
        if (agents.Count > 1)
        {
            agents.ForEach(a => slots.AddAnyway(Both, a));
        }
    }

    /// <summary>Slots of a noun: its owner and modifiers, what follows it, and what a support verb carries to it.</summary>
    public (SlotSet Slots, int Clause, string? Gives) OfNoun(SentenceSyntax syntax, int noun, int triggerFirst)
    {
        var slots = new SlotSet();
        var chunk = syntax.Nouns[noun];
        if (chunk.Possessor >= 0)
        {
            writer.Add(slots, Agent, syntax, chunk.Possessor);
        }
        else if (words.Is(syntax.Sentence.Tokens[chunk.First], "possessive"))
        {
            owners.AddOwners(slots, syntax, noun);
        }

        var own = fillers.Fill(syntax, noun);
        if (words.Is(syntax.Sentence.Tokens[chunk.First], "the") || words.Is(syntax.Sentence.Tokens[chunk.First], "demonstrative"))
        {
            slots.Add("definite", own); // "the attack": one told before
        }
        else if (OpensAnother(syntax, chunk) || (noun > 0 && chunk.Preposition == syntax.Nouns[noun - 1].After && links.IsSort(syntax, noun - 1) && OpensAnother(syntax, syntax.Nouns[noun - 1])))
        {
            slots.Add("another", own); // "another strike", "two more rounds of tests": one not told before
        }

        if (view.Quantities(own.Span).Any(q => q.Dimension is null or "count"))
        {
            slots.Add("counted", own); // "two injuries"
        }

        var modifiers = new TextSpan(syntax.Sentence.Tokens[chunk.First].Start, syntax.Sentence.Tokens[triggerFirst].Start);
        owners.AddGoal(slots, own, modifiers);
        if (chunk.Possessor < 0)
        {
            owners.AddDescribers(slots, own, modifiers);
        }

        if (view.Weapons(modifiers).LastOrDefault() is { } weapon)
        {
            slots.Add(Patient, own with { Weapon = weapon, Actor = null });
        }

        phrases.AddBehindNoun(slots, syntax, noun, frames);
        phrases.AddParticiples(slots, syntax, noun);
        AddDone(slots, syntax, noun, own);
        AddBringers(slots, syntax, noun);
        blames.AddDoer(slots, syntax, noun, own);
        var (index, gives) = Carrier(syntax, noun, slots);
        AddBoth(slots);
        return (slots, index, gives);
    }

    // "another strike", "a separate strike", "a second strike"
    private bool OpensAnother(SentenceSyntax syntax, NounChunk chunk)
    {
        var tokens = syntax.Sentence.Tokens;
        for (var i = chunk.First; i < chunk.Head; i++)
        {
            if (words.Is(tokens[i], "another") || (i > chunk.First && words.Is(tokens[i], "added") && tokens[i - 1].Tag == PartOfSpeech.Numeral) || (i > chunk.First && (words.Is(tokens[i], "further") || words.Is(tokens[i], "alike")) && words.Is(tokens[chunk.First], "indefinite")))
            {
                return true;
            }
        }

        return false;
    }

    // "five died in a raid", "the raid left five dead"; "the group claimed responsibility for the raid"
    private void AddDone(SlotSet slots, SentenceSyntax syntax, int noun, Filler own)
    {
        var tokens = syntax.Sentence.Tokens;
        foreach (var clause in syntax.Clauses)
        {
            var governed = clause.Complements.Any(c => ChunkLinks.Owned(syntax, c) == noun);
            if (!governed && clause.Subject != noun)
            {
                continue;
            }

            if (frames.Casualty(tokens, clause.Verb.Head) is not null || (!governed && clause.Objects.Any(o => syntax.Nouns[o].After < tokens.Count && frames.Casualty(tokens, syntax.Nouns[o].After) is not null)))
            {
                slots.Add("victims", own);
            }

            if (governed && clause.Objects.Any(o => words.Is(tokens[syntax.Nouns[o].Head], "responsibility")))
            {
                slots.Add("claimed", own);
                if (clause.Subject >= 0 && !clause.Verb.Negated && !words.Is(tokens[syntax.Nouns[clause.Subject].First], "none"))
                {
                    writer.Add(slots, Agent, syntax, clause.Subject);
                }
            }
        }
    }

    // "the raid led to the deaths of nine", "…, causing three injuries": what brought them
    private void AddBringers(SlotSet slots, SentenceSyntax syntax, int noun)
    {
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject >= 0 && clause.Subject != noun && words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "causing") && (clause.Objects.Contains(noun) || clause.Complements.Contains(noun)))
            {
                writer.Add(slots, "cause", syntax, clause.Subject);
            }
        }
    }

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
                writer.Add(slots, Patient, syntax, copula.Objects[0]);
                phrases.AddBehindVerb(slots, syntax, copula.Complements, false);
                return;
            }

            var named = words.Is(tokens[copula.Verb.Head], "naming") || words.Is(tokens[copula.Verb.Head], "describing") ? copula.Objects.Concat(copula.Complements.Where(n => words.Is(tokens[syntax.Nouns[n].Preposition], "as"))).DefaultIfEmpty(-1).First() : -1;
            if (named >= 0)
            {
                writer.Add(slots, Patient, syntax, named); // "tested what the media called a hydrogen bomb", "entered what it describes as its waters"
                return;
            }
        }
    }

    // "fired a missile during a drill with Japan", "in a joint drill", "is on a visit to Paris": done by who does the rest
    private bool IsDoneMeanwhile(SentenceSyntax syntax, Clause clause, int noun, SlotSet slots)
    {
        var tokens = syntax.Sentence.Tokens;
        if (syntax.Nouns[noun].Preposition is not (>= 0 and var at))
        {
            return false;
        }

        if (words.Is(tokens[clause.Verb.Head], "be") && (words.Is(tokens[at], "on") || (words.Is(tokens[at], "for") && slots["with"].Any()))) // "was in Paris for talks with his counterpart"
        {
            return true;
        }

        var drill = types.Fits("drill", fillers.Fill(syntax, noun)) && (words.Is(tokens[at], "during") || (words.Is(tokens[at], "in") && !(clause.Objects.Contains(noun - 1) && fillers.Fill(syntax, noun - 1).Weapon is null))); // "participation in drills"
        drill |= types.Fits("drill", fillers.Fill(syntax, noun)) && words.Is(tokens[at], "for") && IsSending(tokens, clause); // "sends ships for drills"
        drill &= fillers.Fill(syntax, clause.Subject) is not { Actor.Actor.Kind: ActorKind.Person }; // "the colonel leads a team in the drill"
        return drill || ((fillers.Fill(syntax, clause.Subject).Actor is not null || types.Fits("party", fillers.Fill(syntax, clause.Subject))) && (slots["with"].Any() || slots["to"].Any()) && words.Is(tokens[at], "during"));
    }

    // "spoke to the president ahead of talks with the king": with whom the talks are, not who spoke
    private bool IsOfInner(SentenceSyntax syntax, Clause clause, int noun) =>
        noun > 0 && clause.Complements.Contains(noun - 1) && syntax.Nouns[noun].Preposition == syntax.Nouns[noun - 1].After && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Preposition], "with")
        && frames.IsEventNoun(syntax.Sentence.Tokens, syntax.Nouns[noun - 1].Head) && !words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun - 1].Preposition], "during") && types.Fits("talks", fillers.Fill(syntax, noun - 1));

    // "announced sanctions over arms sales": what it is about
    private bool IsTopic(SentenceSyntax syntax, int noun) => syntax.Nouns[noun].Preposition is >= 0 and var at && words.Is(syntax.Sentence.Tokens[at], "about-what") && !words.Is(syntax.Sentence.Tokens[at], "on");

    private bool IsSending(TokenList tokens, Clause clause) =>
        words.Is(tokens[clause.Verb.Head], "object-control") || words.Is(tokens[clause.Verb.Head], "sent-out") || words.Is(tokens[clause.Verb.Head], "moving");

    // "killed in air strikes carried out by Peru": who did it stands behind the participle, whatever else the sentence tells of the noun
    private void AddDoer(SentenceSyntax syntax, int noun, SlotSet slots)
    {
        var tokens = syntax.Sentence.Tokens;
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Verb is { Participle: true } verb && verb.First == syntax.Nouns[noun].After && frames.Support(tokens, verb.Head) is { Subject: false, Gives: "actor" } && !words.Is(tokens[verb.Head], "announcing"))
            {
                foreach (var by in clause.Complements.Where(c => syntax.Nouns[c].Preposition >= 0 && (words.Is(tokens[syntax.Nouns[c].Preposition], "by") || words.Is(tokens[syntax.Nouns[c].First - 1], "by"))).Take(1))
                {
                    writer.Add(slots, Agent, syntax, by);
                }
            }
        }
    }

    // The clause whose object or subject the noun is, and what its verb gives: "conducted a test", "oversaw the launch", "the test took place".
    private (int Clause, string? Gives) Carrier(SentenceSyntax syntax, int noun, SlotSet slots)
    {
        AddDoer(syntax, noun, slots);

        // "the drill, involving Japan, will start": the verb of the sentence before the participle on the noun
        var finite = syntax.Clauses.Any(c => c.Subject == noun && !c.Verb.Participle && !c.Verb.Infinitive);
        for (var c = 0; c < syntax.Clauses.Count; c++)
        {
            var clause = syntax.Clauses[c];
            var isObject = clause.Objects.Contains(noun);
            if ((!isObject && clause.Subject != noun && !clause.Complements.Contains(noun) && !clause.Complements.Contains(meanwhile.Root(syntax, noun))) || (finite && clause.Subject == noun && clause.Verb.Participle))
            {
                continue;
            }

            var support = frames.Support(syntax.Sentence.Tokens, clause.Verb.Head);
            var carried = support is { } s && (s.Subject ? clause.Subject == noun : isObject || (clause.Verb.Passive && clause.Subject == noun) || (clause.Complements.Contains(noun) && !links.IsAnswered(frames, syntax, noun) && !IsTopic(syntax, noun))); // "fired rockets in response to a strike": another doing
            if (!carried)
            {
                if (!isObject && clause.Subject >= 0 && clause.Subject != noun && (IsDoneMeanwhile(syntax, clause, noun, slots) || meanwhile.AreTalksOfSeveral(syntax, clause, noun, slots) || meanwhile.AreTalksToCome(syntax, clause, noun, slots)))
                {
                    writer.Add(slots, Agent, syntax, clause.Subject);
                }

                return (c, null);
            }

            if (support is { Subject: false, Gives: "actor" } && clause.Subject >= 0 && clause.Subject != noun && !(words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "ending") && slots[Agent].Any()) && !(words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "announcing") && (slots["from"].Any() || types.Fits("attack", fillers.Fill(syntax, noun)) || frames.Casualty(syntax.Sentence.Tokens, syntax.Nouns[noun].Head) is not null))) // "announced arms from Sweden", "announced a drone attack on its regions", "announced the killing of two"
            {
                writer.Add(slots, Agent, syntax, clause.Subject);
            }
            else if (support is { Subject: false } && clause.Subject >= 0 && clause.Subject != noun)
            {
                var ordered = words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "ordering") && fillers.Fill(syntax, clause.Subject).Actor is { Actor.Kind: not ActorKind.Person };
                writer.Add(slots, ordered ? Agent : support.Value.Gives, syntax, clause.Subject); // "the ministry ordered the deployment"
            }

            if (support is { Subject: true } && clause.Objects.Count > 0 && clause.Subject == noun)
            {
                return (c, support.Value.Gives); // "his visit follows a trip to Peru": what follows goes with the object
            }

            phrases.AddBehindVerb(slots, syntax, clause.Complements.Where(n => n != noun).ToList(), clause.Verb.Passive, support is { Subject: false, Gives: { Length: > 0 } gives and not "-" } ? gives is "actor" ? Agent : gives : Agent);
            return (c, support!.Value.Gives);
        }

        meanwhile.AddOpening(slots, syntax, noun);
        return (-1, null);
    }
}
