using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Binds where: the place of a filler, else the nearest place of the clause, else the land of who fires.</summary>
internal sealed class PlaceBinder(ReportView view, Codebook codebook, FrameLexicon frames, FunctionWords words, NameLexicon names, ArgumentTypes types, ClaimMaker maker)
{
    /// <summary>The rule of a place no slot took.</summary>
    public const string NearestRule = "claims.place nearest of the sentence";

    private const int Reach = 18; // tokens between a place and the trigger it goes with, a comma counting for twelve

    /// <summary>Binds the place a filler names or leans on.</summary>
    public void Bind(MentionDraft draft, string role, Filler filler, string rule)
    {
        if (filler.Place is { } whole && Within(filler, whole) is { Place: { } place } mention)
        {
            if (role is "target_place" && draft.Frame.Kind is "strike" && place.Precision == PlacePrecision.Country && IsOwn(draft, place.Country))
            {
                return; // "launched drones against its territory": nobody strikes his own
            }

            if (role is "place" && IsTopic(draft, filler.Syntax.Sentence.TokenAt(mention.Span.Start)))
            {
                return;
            }

            draft.Add(maker.Make(role, new PlaceValue(place, mention.Relation) { DistanceKm = mention.DistanceKm, RadiusKm = mention.RadiusKm }, draft.Status, rule, mention.Span));
        }
        else if (filler.Actor is { Actor.Kind: ActorKind.State } state && filler.Country is { } code && names.Country(code) is { } country)
        {
            draft.Add(maker.Make(role, new PlaceValue(country, null), draft.Status, rule, state.Span));
        }
    }

    // "from Russia's space base in Knockhill": the spot behind a noun that only its land owns
    private PlaceMention Within(Filler filler, PlaceMention whole)
    {
        var (syntax, next) = (filler.Syntax, filler.Noun + 1);
        return whole.Place is { Precision: PlacePrecision.Country } && whole.Span.End <= syntax.Sentence.Tokens[filler.Chunk.Head].Start && next < syntax.Nouns.Count && syntax.Nouns[next].Preposition == filler.Chunk.After && words.Is(syntax.Sentence.Tokens[filler.Chunk.After], "locative")
            && view.Places(syntax.SpanOf(syntax.Nouns[next])).FirstOrDefault(p => p is { Role: PlaceRole.Place, Form: NameForm.Name, Place.Precision: not (PlacePrecision.Country or PlacePrecision.Area) }) is { } spot ? spot : whole;
    }

    /// <summary>Any place of the trigger's own clause that no slot took: the nearest with role place; and the town, where a slot took but the land it lies in.</summary>
    public void BindNearest(MentionDraft draft)
    {
        if (draft.Frame.Kind is "arms_transfer" or "sanction" or "agreement" || (draft.Frame is { Kind: null, IsNoun: true } && draft.Frame.Adds.Contains("casualties", StringComparer.Ordinal)))
        {
            return;
        }

        BindStruck(draft);
        var told = draft.Claims.Where(c => c.Value is PlaceValue).Select(c => (PlaceValue)c.Value).ToList();
        if (told.Count == 0 && (Antecedent(draft) ?? Nearest(draft, static _ => true)) is { } best)
        {
            // what flies is seen over one place and falls toward another: neither is where it was launched
            var role = (draft.Frame.Kind is not { } kind || codebook.Carries(kind, "target_place")) && frames.IsFlown(best.Relation) ? "target_place" : "place";
            Add(draft, role, best, NearestRule + "; ");
            told.Add(new PlaceValue(best.Place!, best.Relation));
        }

        // "attacked the village of Knockhill in northern Fife"
        if (draft.Frame.Kind is "strike" or "casualties" && told.Count > 0 && told.TrueForAll(IsWide) && Nearest(draft, p => !IsWide(new PlaceValue(p.Place!, null)) && told.Exists(w => p.Place!.Country is null || w.Place.Country is null || string.Equals(p.Place.Country, w.Place.Country, StringComparison.Ordinal))) is { } town)
        {
            Add(draft, "place", town, "claims.place of the town within; ");
        }
    }

    // "flew to Knockhill in Fife, where he met the president": the town "where" goes back to
    private PlaceMention? Antecedent(MentionDraft draft)
    {
        var (syntax, tokens) = (draft.Syntax, draft.Syntax.Sentence.Tokens);
        if (draft is not { Frame.Kind: "meeting" or "visit" or "strike" or "exercise" or "casualties", Clause: >= 0 })
        {
            return null;
        }

        var at = syntax.Clauses[draft.Clause].Verb.First - 1;
        while (at > 0 && !words.Is(tokens[at], "where-at") && tokens[at].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Auxiliary) && tokens[at].Kind is not (TokenKind.Punctuation or TokenKind.Quote or TokenKind.Dash))
        {
            at--;
        }

        if (at < 1 || !words.Is(tokens[at], "where-at"))
        {
            return null;
        }

        var noun = syntax.NounAt(tokens[at - 1].Kind == TokenKind.Punctuation ? at - 2 : at - 1);
        PlaceMention? found = null;
        for (; noun >= 0; noun--)
        {
            var head = tokens[syntax.Nouns[noun].Head].Start;
            found = view.Places(syntax.Sentence.Span).FirstOrDefault(p => p is { Place: not null, Form: NameForm.Name } && p.Span.Contains(head)) ?? found;
            var inside = noun > 0 && syntax.Nouns[noun].Preposition is >= 0 and var within && syntax.Nouns[noun - 1].After == within && words.Is(tokens[within], "locative") && view.Places(syntax.SpanOf(syntax.Nouns[noun - 1])).Any();
            var wider = noun > 0 && syntax.Nouns[noun].Preposition < 0 && ChunkLinks.IsNameBesideComma(syntax, noun - 1, noun) && view.Places(syntax.SpanOf(syntax.Nouns[noun - 1])).Any();
            if (!inside && !wider)
            {
                break;
            }
        }

        return found;
    }

    // "the town of Knockhill in Fife's outskirts was hit": where that lies which was struck
    private void BindStruck(MentionDraft draft)
    {
        if (draft is not { Frame: { Kind: "strike", IsVerb: true }, Clause: >= 0 } || draft.Claims.Exists(c => c.Value is PlaceValue))
        {
            return;
        }

        if (draft.Slots["patient"].FirstOrDefault(f => f.Weapon is null && f.Place is { Role: PlaceRole.Place, Form: NameForm.Name, Place: not null }) is { Place: { } struck } && !IsOwnLand(draft, struck))
        {
            Add(draft, "place", struck, "claims.place of what was struck; ");
        }
    }

    private static bool IsWide(PlaceValue value) => value.Place.Precision is PlacePrecision.Region or PlacePrecision.Country or PlacePrecision.Area;

    private void Add(MentionDraft draft, string role, PlaceMention place, string rule) =>
        draft.Add(maker.Make(role, new PlaceValue(place.Place!, place.Relation) { DistanceKm = place.DistanceKm, RadiusKm = place.RadiusKm }, draft.Status, rule + place.Rule, place.Span));

    // "a protest to Chile over the launch", "the drill is a rehearsal for an attack on Peru": whom words are for, and what another doing is aimed at
    private bool IsOfOther(MentionDraft draft, int place)
    {
        var (syntax, noun) = (draft.Syntax, draft.Syntax.NounAt(place));
        var first = noun;
        while (first > 0 && syntax.Nouns[first].Preposition < 0 && ChunkLinks.IsListed(syntax, first - 1, first))
        {
            first--;
        }

        for (var n = first; n > 0 && syntax.Nouns[n].Preposition >= 0 && syntax.Nouns[n - 1].After == syntax.Nouns[n].Preposition; n--)
        {
            if (words.Is(syntax.Sentence.Tokens[syntax.Nouns[n - 1].Head], "circumstance"))
            {
                return true; // "in the backdrop of an emergency in the islands"
            }
        }

        if (draft.Frame.Kind is "statement" && noun >= 0 && syntax.Nouns[noun].Preposition is >= 0 and var toward && (words.Is(syntax.Sentence.Tokens[toward], "to") || words.Is(syntax.Sentence.Tokens[toward], "with")))
        {
            return true; // "summoned the envoy to Chile"
        }

        if (draft.Noun < 0 || noun < 1 || noun == draft.Noun || syntax.Nouns[noun].Preposition is not (>= 0 and var at) || syntax.Nouns[noun - 1].After != at || noun - 1 == draft.Noun)
        {
            return false;
        }

        return (words.Is(syntax.Sentence.Tokens[at], "to") && place < draft.Trigger && draft.Frame.Kind is not ("visit" or "troop_deployment" or "troop_withdrawal"))
            || (words.Is(syntax.Sentence.Tokens[at], "on") && place > draft.Trigger && frames.IsEventNoun(syntax.Sentence.Tokens, syntax.Nouns[noun - 1].Head));
    }

    private PlaceMention? Nearest(MentionDraft draft, Func<PlaceMention, bool> fits)
    {
        PlaceMention? best = null;
        var bestCost = int.MaxValue;
        var (clauses, home) = (draft.Clauses, draft.Home);
        foreach (var place in view.Places(draft.Syntax.Sentence.Span))
        {
            if (place.Place is null || place.Role != PlaceRole.Place || (draft.Part is { } part && !part.Contains(place.Span)) || draft.Claims.Exists(c => c.Evidence[0] == place.Span) || !fits(place))
            {
                continue;
            }

            var at = draft.Syntax.Sentence.TokenAt(place.Span.Start);
            var cost = IsFronted(draft, at, home) ? Reach : Math.Abs(at - draft.Trigger) + (Separated(draft, at) ? 12 : 0);
            if (cost < bestCost && cost <= Reach && !FillerReader.Describes(draft.Syntax, place) && !(place is { Relation: "near", Place.Precision: PlacePrecision.Country }) && !IsContainer(draft, at) && !IsOfSending(draft, at, place) && !IsOfAgent(draft, at) && !IsSource(draft, at) && !IsOfSpeaker(draft, at) && !IsSeat(draft, at, place) && !IsOfTeller(draft, at) && !IsOfAttacker(draft, at) && !IsTopic(draft, at) && !IsOfOther(draft, at) && !IsOwnLand(draft, place) && !IsOfAnswer(draft, at) && !IsOfReaction(draft, at) && (draft.Frame.Kind is not null || frames.IsFlown(place.Relation)) && clauses.Together(home, clauses.HomeOf(at)))
            {
                (best, bestCost) = (place, cost);
            }
        }

        return best;
    }

    // "five drones launched by the rebels in Fife": where those are who did it
    private bool IsOfAgent(MentionDraft draft, int at) =>
        draft is { Frame.Kind: "strike", Noun: < 0, Clause: >= 0 } && draft.Syntax.Clauses[draft.Clause].Verb is { Passive: true, Participle: true } && words.Is(draft.Syntax.Sentence.Tokens[draft.Syntax.Clauses[draft.Clause].Verb.Head], "sending")
        && draft.Syntax.NounAt(at) is > 0 and var noun && draft.Syntax.Nouns[noun].Preposition == draft.Syntax.Nouns[noun - 1].After && draft.Syntax.Nouns[noun - 1].Preposition is >= 0 and var by && words.Is(draft.Syntax.Sentence.Tokens[by], "by");

    // "intercepted drones launched by the rebels in Fife": where those are who sent what was shot down
    private bool IsOfSending(MentionDraft draft, int at, PlaceMention place) =>
        draft is { Frame.Kind: "interception", Noun: < 0, Clause: >= 0 } && place.Place!.Precision == PlacePrecision.Country && place.Relation is null
        && draft.Syntax.Clauses.Any(c => c is { Subject: >= 0, Verb: { Participle: true, Passive: true } sent } && sent.Head < at && draft.Syntax.Clauses[draft.Clause].Objects.Contains(c.Subject) && words.Is(draft.Syntax.Sentence.Tokens[sent.Head], "sending") && c.Complements.Contains(draft.Syntax.NounAt(at)));

    // "the launch prompted warnings in Fife": where others did something about it
    private bool IsOfReaction(MentionDraft draft, int at) =>
        draft is { Noun: >= 0, Frame.Kind: not ("strike" or "casualties" or "interception") }
        && draft.Syntax.Clauses.Any(c => c.Subject == draft.Noun && !c.Verb.Passive && c.Verb.Head < at && (words.Is(draft.Syntax.Sentence.Tokens[c.Verb.Head], "reacting") || IsMeanwhile(draft.Syntax, c, at)));

    // "the launch came as the ministers met in Fife"
    private bool IsMeanwhile(SentenceSyntax syntax, Clause clause, int at) =>
        words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "coming") && syntax.Clauses.Any(c => c.Marker > clause.Verb.Head && c.Marker < at);

    // "fired rockets into the lake in response to a drill": where the answer went is not where the drill was
    private bool IsOfAnswer(MentionDraft draft, int at) =>
        draft.Noun >= 0 && draft.Syntax.Nouns[draft.Noun].Preposition is > 0 and var behind && at < behind && frames.IsRecall(draft.Syntax.Sentence.Tokens, behind - 1);

    // "at Fife's northern Angus region": the owner only contains it
    private bool IsContainer(MentionDraft draft, int place)
    {
        var (syntax, noun) = (draft.Syntax, draft.Syntax.NounAt(place));
        var owned = ChunkLinks.Owned(syntax, Math.Max(noun, 0));
        return noun >= 0 && owned > noun && view.Places(syntax.SpanOf(syntax.Nouns[owned])).Any(p => p is { Role: PlaceRole.Place, Form: NameForm.Name, Place: not null });
    }

    private static bool IsOwn(MentionDraft draft, string? country) =>
        country is not null && draft.Claims.Exists(c => c is { Role: "actor", Value: ActorValue { Actor: { Kind: ActorKind.State or ActorKind.Military, Country: { } own } } } && string.Equals(own, country, StringComparison.Ordinal));

    // "launched drones against its territory": the nearest state named is the one that launched them
    private static bool IsOwnLand(MentionDraft draft, PlaceMention place) =>
        draft.Frame.Kind is "strike" && place.Rule.StartsWith("places.relation", StringComparison.Ordinal) && IsOwn(draft, place.Place!.Country);

    // "militants in the Gaza Strip fired rockets at the coast": where the attacker stands is not where he struck
    private static bool IsOfAttacker(MentionDraft draft, int place) =>
        draft is { Frame.Kind: "strike" or "interception", Noun: < 0, Clause: >= 0 } && draft.Syntax.Clauses[draft.Clause] is { Subject: >= 0, Verb.Passive: false } clause
        && draft.Syntax.NounAt(place) > clause.Subject && place < clause.Verb.First && draft.Syntax.Following(clause.Subject).Contains(draft.Syntax.NounAt(place));

    // "the chiefs in Seoul said the North had fired": a place on who speaks, with the verb of saying behind it
    private static bool IsOfSpeaker(MentionDraft draft, int place) =>
        place < draft.Trigger && draft.Syntax.NounAt(place) is > 0 and var noun && draft.Syntax.Nouns[noun].Preposition >= 0
        && draft.Clause > 0 && draft.Syntax.Clauses[draft.Clause].Subject > noun
        && Enumerable.Range(0, draft.Clause).Any(c => draft.Syntax.Clauses[c] is { Subject: >= 0, Verb: { Participle: false, Infinitive: false } verb } clause && verb.First > place && clause.Subject < noun && verb.Head < draft.Trigger);

    // "In Lima, a government spokesman said the rebels had killed six": a capital is where those sit who speak for the state
    private bool IsSeat(MentionDraft draft, int at, PlaceMention place)
    {
        var (syntax, tokens) = (draft.Syntax, draft.Syntax.Sentence.Tokens);
        if (at > draft.Trigger || syntax.NounAt(at) != 0 || syntax.Nouns[0] is not { Preposition: 0 } opening || opening.After >= tokens.Count || tokens[opening.After].Kind != TokenKind.Punctuation || place.Place is not { Country: { } land } || names.Capital(land)?.Id != place.Place.Id)
        {
            return false;
        }

        return syntax.Clauses.Count > 0 && syntax.Clauses[0] is { Subject: > 0 } saying && draft.Clause != 0 && words.Is(tokens[saying.Verb.Head], "saying")
            && (view.Actors(syntax.SpanOf(syntax.Nouns[saying.Subject])).Any(a => a.Actor.Kind is ActorKind.Government or ActorKind.Ministry or ActorKind.Military or ActorKind.Intelligence) || Enumerable.Range(opening.After, saying.Verb.First - opening.After).Any(t => words.Is(tokens[t], "state-voice")));
    }

    // "…, the ministry in Lima said": where those are who tell it
    private bool IsOfTeller(MentionDraft draft, int place)
    {
        var syntax = draft.Syntax;
        return place > draft.Trigger && syntax.NounAt(place) is > 0 and var noun && syntax.Nouns[noun].Preposition >= 0 && syntax.Nouns[noun - 1].After == syntax.Nouns[noun].Preposition
            && syntax.Clauses.Any(c => c.Subject == noun - 1 && c.Verb.First >= syntax.Nouns[noun].After && words.Is(syntax.Sentence.Tokens[c.Verb.Head], "saying"));
    }

    // "talks on the war in Gaza", "met to end the fighting in Gaza": where what they spoke of is, is not where they spoke
    private bool IsTopic(MentionDraft draft, int place)
    {
        if (draft.Frame.Kind is not ("meeting" or "visit" or "statement"))
        {
            return false;
        }

        var syntax = draft.Syntax;
        if (draft is { Noun: < 0, Frame.Kind: "meeting" } && place > draft.Trigger && words.Is(syntax.Sentence.Tokens[draft.Trigger], "discussing") && !Enumerable.Range(draft.Trigger, place - draft.Trigger).Any(t => words.Is(syntax.Sentence.Tokens[t], "with") || words.Is(syntax.Sentence.Tokens[t], "during")))
        {
            return true; // "discussed issues related to Chile"
        }

        for (var t = Math.Min(draft.Trigger, place) + 1; t < place; t++)
        {
            if (words.Is(syntax.Sentence.Tokens[t], "about-what") || (syntax.ClauseAt(t) is >= 0 and var c && c != draft.Clause && syntax.Clauses[c].Verb.Infinitive))
            {
                if (syntax.NounAt(t + 1) < 0 || !view.Times(syntax.SpanOf(syntax.Nouns[syntax.NounAt(t + 1)])).Any())
                {
                    return true;
                }
            }
        }

        return false;
    }

    // "missiles fired from Iran": where it came from is not where it happened
    private bool IsSource(MentionDraft draft, int place)
    {
        var syntax = draft.Syntax;
        // "from the service's bases in Wyoming, Montana": what hangs on it too
        for (var noun = syntax.NounAt(place); noun >= 0; noun--)
        {
            var chunk = syntax.Nouns[noun];
            if (chunk.Preposition >= 0 && words.Is(syntax.Sentence.Tokens[chunk.Preposition], "from"))
            {
                return true;
            }

            var linked = noun > 0 && (chunk.Possessor == noun - 1 || ChunkLinks.IsListed(syntax, noun - 1, noun) || (chunk.Preposition >= 0 && chunk.Preposition == syntax.Nouns[noun - 1].After));
            if (!linked || (place > draft.Trigger && chunk.Possessor < 0 && !(chunk.Preposition >= 0 && words.Is(syntax.Sentence.Tokens[chunk.Preposition], "belonging"))))
            {
                return false;
            }
        }

        return false;
    }

    // "In Knockhill, Fife Oblast, a hall was hit": what a sentence opens with holds for its main clause
    private bool IsFronted(MentionDraft draft, int at, int home)
    {
        var syntax = draft.Syntax;
        return at <= 2 && syntax.NounAt(at) == 0 && syntax.Nouns[0].Preposition == 0 && words.Is(syntax.Sentence.Tokens[0], "locative") && home >= 0
            && syntax.Clauses[home] is { Subject: > 0, Parent: < 0, Marker: < 0 };
    }

    private static bool Separated(MentionDraft draft, int at)
    {
        var (low, high) = at < draft.Trigger ? (at, draft.Trigger) : (draft.Trigger, at);
        for (var i = low; i < high; i++)
        {
            if (draft.Syntax.Sentence.Tokens[i].Kind is TokenKind.Punctuation or TokenKind.Dash)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A state fires and tests from its own land unless the report says otherwise: inferred, never where a launch place stands nor for what a ship fires.</summary>
    public void InferLaunchPlace(MentionDraft draft)
    {
        if (draft.Frame.Kind is not ("missile_test" or "satellite_launch" or "nuclear_test" or "artillery_fire") || draft.Status is EventStatus.Denied or EventStatus.Hypothetical || draft.Claims.Exists(c => c is { Role: not "target_place", Value: PlaceValue { Place.Country: not null } })
            || draft.Slots.All.Any(s => s.Slot is SlotReader.Agent or "by" or "from" or "aboard" && types.Fits("vessel", s.Filler)))
        {
            return;
        }

        var role = codebook.Carries(draft.Frame.Kind, "launch_place") ? "launch_place" : "place";
        var state = draft.Claims.Find(c => c is { Role: "actor", Value: ActorValue { Actor: { Kind: ActorKind.State, Country: not null } } });
        if (state?.Value is ActorValue { Actor.Country: { } code } && !draft.Claims.Exists(c => c is { Role: "actor", Value: ActorValue { Actor: { Kind: ActorKind.State, Country: { } other } } } && !string.Equals(other, code, StringComparison.Ordinal)) && names.Country(code) is { } land)
        {
            draft.Claims.Add(maker.Make(role, new PlaceValue(land, null), draft.Status, "claims.inferred from the actor", state.Evidence) with { Inferred = true });
        }
    }
}
