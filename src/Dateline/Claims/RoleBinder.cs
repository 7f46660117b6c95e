using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Binds the fillers of a mention to the roles of its frame, as claims.</summary>
internal sealed class RoleBinder(ReportView view, Codebook codebook, FrameLexicon frames, FunctionWords words, NameLexicon names, ArgumentTypes types, ClaimMaker maker)
{
    private const string Weapon = "weapon";

    /// <summary>Adds the claims of one mention: who, with what, how many, where, when.</summary>
    public void Bind(MentionDraft draft)
    {
        foreach (var (slot, role) in draft.Frame.Roles)
        {
            foreach (var filler in draft.Slots[slot])
            {
                BindFiller(draft, slot, role, filler);
            }
        }

        foreach (var slot in new[] { "overseer", "participant" })
        {
            // a leader oversees; a state or an agency that sees a launch only watches
            foreach (var filler in draft.Slots[slot].Where(f => slot is not "overseer" || f.Actor is { Actor.Kind: ActorKind.Person }))
            {
                // who attends talks takes part in them
                BindActor(draft, draft.Frame.Kind is "meeting" ? "participant" : slot, filler, "patterns/support-verbs.tsv");
            }
        }

        BindForces(draft);
        BindInferredActor(draft);
        BindTime(draft);
        BindPlace(draft);
        BindInferredLaunchPlace(draft);
    }

    // "North Korean troops were redeployed": whose forces they are is who acts, when nobody else is named
    private void BindForces(MentionDraft draft)
    {
        var attack = draft.Frame.Kind is "strike" or "incursion" or "artillery_fire";
        if (!(attack || draft.Frame.Kind is "troop_deployment" or "troop_withdrawal" or "exercise" or "missile_test") || draft.Claims.Exists(c => c.Role is "actor"))
        {
            return;
        }

        foreach (var slot in new[] { "patient", "agent" })
        {
            foreach (var filler in draft.Slots[slot].Where(f => f.Actor is null && (f.Weapon is not null || !attack) && OwnerOf(f) is not null))
            {
                var owner = OwnerOf(filler)!;
                Add(draft, maker.Make("actor", new ActorValue(owner.Actor), draft.Status, "claims.owner of what is moved or fired", owner.Span));
            }

            foreach (var filler in draft.Slots[slot].Where(f => f.CountryWords is not null && (f.Weapon is not null || !attack) && !draft.Claims.Exists(c => c.Role is "actor") && f.Actor is not { Actor.Kind: ActorKind.State or ActorKind.Government }))
            {
                BindActor(draft, "actor", filler with { Actor = null, Weapon = null }, "claims.owner of what is moved or fired");
            }
        }
    }

    // "RSF drones hit the market": the armed body named before its weapon
    private ActorMention? OwnerOf(Filler filler) =>
        filler.Weapon is { } weapon ? view.Actors(filler.Span).LastOrDefault(a => a.Span.End <= weapon.Span.Start && a.Actor.Kind is ActorKind.ArmedGroup or ActorKind.Military) : null;

    // The state whose leader oversees a test, or from whose land it is launched, does it: inferred, and said so in the rule.
    private void BindInferredActor(MentionDraft draft)
    {
        if (draft.Frame.Kind is not ("missile_test" or "weapon_test" or "satellite_launch" or "strike") || draft.Claims.Exists(c => c.Role is "actor"))
        {
            return;
        }

        foreach (var claim in draft.Claims.Where(c => c.Role is "overseer" or "launch_place").ToList())
        {
            var code = claim.Value switch
            {
                ActorValue { Actor.Country: { } led } => led,
                PlaceValue { Relation: null, Place: { Precision: PlacePrecision.Country, Country: { } land } } => land,
                _ => null,
            };
            if (code is not null && names.Country(code) is { } country)
            {
                Add(draft, maker.Make("actor", new ActorValue(NameLexicon.State(country)), draft.Status, $"claims.inferred from the {claim.Role.Replace('_', ' ')}", claim.Evidence) with { Inferred = true });
                return;
            }
        }
    }

    // A state fires and tests from its own land unless the report says otherwise: inferred, never where a launch place stands.
    private void BindInferredLaunchPlace(MentionDraft draft)
    {
        if (draft.Frame.Kind is not ("missile_test" or "satellite_launch" or "nuclear_test" or "artillery_fire") || draft.Status is EventStatus.Denied or EventStatus.Hypothetical || draft.Claims.Exists(c => c is { Role: not "target_place", Value: PlaceValue { Place.Country: not null } }))
        {
            return;
        }

        var role = codebook.Carries(draft.Frame.Kind, "launch_place") ? "launch_place" : "place";
        var state = draft.Claims.Find(c => c is { Role: "actor", Value: ActorValue { Actor: { Kind: ActorKind.State, Country: not null } } });
        if (state?.Value is ActorValue { Actor.Country: { } code } && names.Country(code) is { } land)
        {
            draft.Claims.Add(maker.Make(role, new PlaceValue(land, null), draft.Status, "claims.inferred from the actor", state.Evidence) with { Inferred = true });
        }
    }

    /// <summary>"following a temporary withdrawal from the area": whose forces and which area the mention before it in the sentence says.</summary>
    public void Share(MentionDraft draft, IReadOnlyList<MentionDraft> before)
    {
        if (draft.Frame.Kind is not ("troop_deployment" or "troop_withdrawal") || draft.Frame.IsVerb || draft.Claims.Exists(c => c.Role is "actor"))
        {
            return;
        }

        var earlier = before.LastOrDefault(b => b.Frame.Kind is "troop_deployment" or "troop_withdrawal" && !ReferenceEquals(b, draft));
        foreach (var claim in earlier?.Claims.Where(c => c.Role is "actor" or "destination_place") ?? [])
        {
            var role = claim.Role is "actor" ? "actor" : "origin_place";
            if (claim.Role is "actor" || (draft.Frame.Kind is "troop_withdrawal" && draft.Slots["from"].Any(f => f.Place is null)))
            {
                Add(draft, maker.Make(role, claim.Value, draft.Status, "claims.shared with the mention before it", claim.Evidence));
            }
        }
    }

    private void BindFiller(MentionDraft draft, string slot, string role, Filler filler)
    {
        var rule = $"claims.frame {draft.Frame.Where} {slot}";
        if (role is Weapon)
        {
            BindWeapon(draft, filler, rule);
            BindCount(draft, filler, "count", rule);
            return;
        }

        if (codebook.Role(role) is not { } row || (draft.Frame.Kind is { } kind && !codebook.Carries(kind, role)))
        {
            return;
        }

        switch (row.Value)
        {
            case RoleValue.Actor:
                BindActor(draft, role, filler, rule);
                break;
            case RoleValue.Place:
                BindPlaceFiller(draft, role, filler, rule);
                break;
            case RoleValue.Text:
                BindText(draft, role, filler, rule);
                break;
            case RoleValue.Quantity:
                BindCount(draft, filler, role, rule);
                break;
        }
    }

    private void BindActor(MentionDraft draft, string role, Filler filler, string rule)
    {
        var figure = draft.Frame.Kind is "casualties" ? CasualtyRole(draft) : null;
        if (figure is not null && role is "recipient")
        {
            BindCount(draft, filler, figure, rule);
        }

        if (filler.Actor is { Members.Count: > 0 } several)
        {
            foreach (var member in several.Members)
            {
                Add(draft, maker.Make(role, new ActorValue(member), draft.Status, rule + "; one of those named before", several.Span));
            }

            return;
        }

        if (role is "recipient" && filler.Actor is { } itself && draft.Claims.Exists(c => c is { Role: "actor", Value: ActorValue doer } && doer.Actor.IsSameAs(itself.Actor)))
        {
            return; // "sanctions on entities it accused": nobody does it to himself
        }

        if (filler.Actor is { Actor.Kind: not ActorKind.Unnamed } actor && !(actor.Actor.Kind == ActorKind.State && filler.Country is null))
        {
            Add(draft, maker.Make(role, new ActorValue(actor.Actor), draft.Status, rule, actor.Span));
            return;
        }

        // "the Saudi Hospital": a proper name that holds a state's is not the state
        var named = role is "recipient" && filler.Actor is null && filler.Weapon is null && filler.CountryWords is { } inside && filler.Span.Contains(inside) && filler.Syntax.Sentence.Tokens[filler.Chunk.Head] is { Tag: PartOfSpeech.ProperNoun } head && !inside.Contains(head.Start);
        if (filler.Actor is null && types.Fits("nonstate", filler))
        {
            return; // "Sudanese rebels" are not the state
        }

        if (!named && filler.Country is { } code && filler.CountryWords is { } words && names.Country(code) is { } country)
        {
            Add(draft, maker.Make(role, new ActorValue(NameLexicon.State(country)), draft.Status, rule + "; state that describes it", words));
            if (role is "actor" && filler.Weapon is not null)
            {
                BindWeapon(draft, filler, rule);
            }
        }
        else if (!named && filler.Place is { Place: { Precision: PlacePrecision.Country } state } place && (place.Role != PlaceRole.Place || role is "recipient") && place.Relation is null)
        {
            Add(draft, maker.Make(role, new ActorValue(NameLexicon.State(state)), draft.Status, rule, place.Span));
        }
        else if (draft.Frame.Kind is "visit" && role is "actor" && !filler.IsPronoun)
        {
            var span = filler.Syntax.SpanOf(filler.Chunk);
            Add(draft, maker.Make(role, new ActorValue(new Actor(null, span.In(view.Text), ActorKind.Unnamed, filler.Country)), draft.Status, rule + "; no name", span));
        }
    }

    private string? CasualtyRole(MentionDraft draft)
    {
        for (var i = draft.Trigger; i < draft.After; i++)
        {
            if (frames.Casualty(draft.Syntax.Sentence.Tokens, i) is { } role)
            {
                return role;
            }
        }

        return null;
    }

    private void BindPlaceFiller(MentionDraft draft, string role, Filler filler, string rule)
    {
        if (filler.Place is { Place: { } place } mention)
        {
            Add(draft, maker.Make(role, new PlaceValue(place, mention.Relation) { DistanceKm = mention.DistanceKm, RadiusKm = mention.RadiusKm }, draft.Status, rule, mention.Span));
        }
        else if (filler.Actor is { Actor.Kind: ActorKind.State } state && filler.Country is { } code && names.Country(code) is { } country)
        {
            Add(draft, maker.Make(role, new PlaceValue(country, null), draft.Status, rule, state.Span));
        }
    }

    private void BindText(MentionDraft draft, string role, Filler filler, string rule)
    {
        if (filler.IsPronoun || (role is "item" && filler.Actor is not null))
        {
            return;
        }

        if (role is "name" && draft.Frame.Kind is "exercise" && !HasName(filler))
        {
            return; // "their first joint drills" is no name
        }

        var span = filler.Syntax.SpanOf(filler.Chunk);
        Add(draft, maker.Make(role, new TextValue(span.In(view.Text), filler.Weapon?.Class), draft.Status, rule, span));
        if (role is "item" or "unit")
        {
            BindCount(draft, filler, "count", rule);
        }
    }

    // A capitalised word that names neither a state nor a place.
    private bool HasName(Filler filler)
    {
        var tokens = filler.Syntax.Sentence.Tokens;
        for (var i = filler.Chunk.First; i < filler.Chunk.After; i++)
        {
            var token = tokens[i];
            if (token.Tag == PartOfSpeech.ProperNoun && i > 0 && !view.Places(filler.Syntax.Sentence.Span).Any(p => p.Span.Contains(token.Start)) && !view.Actors(filler.Syntax.Sentence.Span).Any(a => a.Span.Contains(token.Start)))
            {
                return true;
            }
        }

        return false;
    }

    private void BindWeapon(MentionDraft draft, Filler filler, string rule)
    {
        if (filler.Weapon is not { } weapon)
        {
            return;
        }

        Add(draft, maker.Make("weapon_class", new WeaponClassValue(codebook.ClassFor(draft.Frame.Kind, weapon.Class), weapon.RangeClass), draft.Status, rule + "; " + weapon.Rule, weapon.Span));
        if (weapon.System is { } system)
        {
            Add(draft, maker.Make("weapon_name", new WeaponNameValue(weapon.SystemId, system), draft.Status, rule + "; " + weapon.Rule, weapon.Span));
        }
    }

    private void BindCount(MentionDraft draft, Filler filler, string role, string rule)
    {
        if (UnknownNumber(draft, filler, role, rule))
        {
            return;
        }

        foreach (var quantity in view.Quantities(draft.Syntax.Sentence.Span))
        {
            // a bound stands before its chunk: "at least | 53 people"
            if (quantity.Span.Overlaps(filler.Span) && quantity.Span.End <= filler.Span.End && quantity is { Dimension: null or "count", Restates: null })
            {
                Add(draft, maker.Make(role, new QuantityValue(quantity, quantity.Span.In(view.Text)), draft.Status, rule + "; " + quantity.Rule, quantity.Span));
                return;
            }
        }

        if (role is "count")
        {
            BindOne(draft, filler, rule);
        }
        else
        {
            BindAdjective(draft, filler, role, rule);
        }
    }

    // "heavy casualties": no number, but the word is a claim
    private void BindAdjective(MentionDraft draft, Filler filler, string role, string rule)
    {
        var tokens = filler.Syntax.Sentence.Tokens;
        var (before, head) = (filler.Chunk.Head - 1, filler.Chunk.Head);
        if (before < filler.Chunk.First || tokens[before].Tag != PartOfSpeech.Adjective || frames.Casualty(tokens, head) is null)
        {
            return;
        }

        var span = new TextSpan(tokens[before].Start, tokens[head].End);
        var vague = new Quantity(span, "quantities.adjective", null, null, null, "count", null, null, null, false, tokens[before].Span.In(view.Text), null, null, tokens[head].Span.In(view.Text), null);
        Add(draft, maker.Make(role, new QuantityValue(vague, span.In(view.Text)), draft.Status, rule + "; adjective of amount", span));
    }

    // "a ballistic missile": the article counts one
    private void BindOne(MentionDraft draft, Filler filler, string rule)
    {
        var article = filler.Syntax.Sentence.Tokens[filler.Chunk.First];
        if (filler.Weapon is not { Plural: false } weapon || !words.Is(article, "indefinite") || !weapon.Span.Contains(filler.Syntax.Sentence.Tokens[filler.Chunk.Head].Start))
        {
            return;
        }

        var span = new TextSpan(article.Start, weapon.Span.End);
        var one = new Quantity(span, "quantities.indefinite article", 1, 1, weapon.Class.Replace('_', ' '), "count", null, null, null, false, null, null, null, weapon.Span.In(view.Text), null);
        Add(draft, maker.Make("count", new QuantityValue(one, span.In(view.Text)), draft.Status, rule + "; indefinite article", span));
    }

    // "did not confirm how many missiles": that it is not given is the claim
    private bool UnknownNumber(MentionDraft draft, Filler filler, string role, string rule)
    {
        var attribution = view.AttributionOf(draft.Span);
        if (attribution?.Stance is not (Stance.DoesNotConfirm or Stance.DoesNotKnow or Stance.DeclinesToComment))
        {
            return false;
        }

        var tokens = draft.Syntax.Sentence.Tokens;
        for (var i = Math.Max(0, filler.Chunk.First - 3); i < filler.Chunk.After; i++)
        {
            if (frames.UnknownNumber(tokens, i) is { } after)
            {
                var span = new TextSpan(tokens[i].Start, Math.Max(tokens[after - 1].End, filler.Span.End));
                var made = maker.Make(role, new UnknownValue(span.In(view.Text)), draft.Status, rule + "; patterns/unknown-number.tsv", span);
                Add(draft, made with { Factuality = Factuality.Unconfirmed, AccordingTo = view.Chain(attribution), Attribution = attribution.Id });
                return true;
            }
        }

        return false;
    }

    private void BindTime(MentionDraft draft)
    {
        if (draft.Time is { } time)
        {
            Add(draft, maker.Make("time", new TimeValue(time), draft.Status, "claims.time nearest of the sentence; " + time.Rule, time.Span));
        }
    }

    // Any place of the trigger's own clause that no slot took: the nearest with role place.
    private void BindPlace(MentionDraft draft)
    {
        if (draft.Frame.Kind is "arms_transfer" or "sanction" or "agreement" || draft.Claims.Exists(c => c.Value is PlaceValue))
        {
            return;
        }

        PlaceMention? best = null;
        var bestCost = int.MaxValue;
        var (clauses, home) = (draft.Clauses, draft.Home);
        foreach (var place in view.Places(draft.Syntax.Sentence.Span))
        {
            var at = draft.Syntax.Sentence.TokenAt(place.Span.Start);
            var cost = Math.Abs(at - draft.Trigger) + (Separated(draft, at) ? 12 : 0);
            if (place.Place is not null && place.Role == PlaceRole.Place && !FillerReader.Describes(draft.Syntax, place) && !IsSource(draft.Syntax, at) && !IsOfSpeaker(draft, at) && !IsOfAttacker(draft, at) && (draft.Frame.Kind is not null || frames.IsFlown(place.Relation)) && cost < bestCost && cost <= 18 && !draft.Claims.Exists(c => c.Evidence[0] == place.Span) && clauses.Together(home, clauses.HomeOf(at)))
            {
                (best, bestCost) = (place, cost);
            }
        }

        if (best is not null)
        {
            // what flies is seen over one place and falls toward another: neither is where it was launched
            var role = (draft.Frame.Kind is not { } kind || codebook.Carries(kind, "target_place")) && frames.IsFlown(best.Relation) ? "target_place" : "place";
            Add(draft, maker.Make(role, new PlaceValue(best.Place!, best.Relation) { DistanceKm = best.DistanceKm, RadiusKm = best.RadiusKm }, draft.Status, "claims.place nearest of the sentence; " + best.Rule, best.Span));
        }
    }

    // "militants in the Gaza Strip fired rockets at the coast": where the attacker stands is not where he struck
    private static bool IsOfAttacker(MentionDraft draft, int place) =>
        draft is { Frame.Kind: "strike" or "interception", Noun: < 0, Clause: >= 0 } && draft.Syntax.Clauses[draft.Clause] is { Subject: >= 0, Verb.Passive: false } clause
        && draft.Syntax.NounAt(place) > clause.Subject && place < clause.Verb.First && draft.Syntax.Following(clause.Subject).Contains(draft.Syntax.NounAt(place));

    // "the chiefs in Seoul said the North had fired": a place on who speaks, with the verb of saying behind it
    private static bool IsOfSpeaker(MentionDraft draft, int place) =>
        place < draft.Trigger && draft.Syntax.NounAt(place) is > 0 and var noun && draft.Syntax.Nouns[noun].Preposition >= 0
        && draft.Clause > 0 && draft.Syntax.Clauses[draft.Clause].Subject > noun
        && Enumerable.Range(0, draft.Clause).Any(c => draft.Syntax.Clauses[c] is { Subject: >= 0, Verb: { Participle: false, Infinitive: false } verb } clause && verb.First > place && clause.Subject < noun && verb.Head < draft.Trigger);

    // "missiles fired from Iran": where it came from is not where it happened
    private bool IsSource(SentenceSyntax syntax, int place) =>
        syntax.NounAt(place) is >= 0 and var noun && syntax.Nouns[noun].Preposition is >= 0 and var at && words.Is(syntax.Sentence.Tokens[at], "from");

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

    private static void Add(MentionDraft draft, Claim claim)
    {
        if (draft.Claims.Exists(c => string.Equals(c.Role, claim.Role, StringComparison.Ordinal) && c.Evidence[0] == claim.Evidence[0]))
        {
            return;
        }

        draft.Claims.Add(claim);
    }
}
