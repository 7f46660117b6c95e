using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Binds who: whom a filler names, whose forces it is, and the state that is inferred where nobody is named.</summary>
internal sealed class ActorBinder(ReportView view, FrameLexicon frames, NameLexicon names, ArgumentTypes types, FigureBinder figures, WeaponBinder weapons, FunctionWords words, ClaimMaker maker)
{
    /// <summary>Binds whom a filler names, or the state that describes it.</summary>
    public void Bind(MentionDraft draft, string role, Filler filler, string rule)
    {
        var figure = draft.Frame.Kind is "casualties" ? CasualtyRole(draft) : null;
        if (figure is not null && role is "recipient")
        {
            figures.Bind(draft, filler, figure, rule);
        }

        if (filler.Actor is { Members.Count: > 0 } several)
        {
            foreach (var member in several.Members)
            {
                draft.Add(maker.Make(role, new ActorValue(member), draft.Status, rule + "; one of those named before", several.Span));
            }

            return;
        }

        if (role is "actor" && filler.Actor is { Actor.Kind: ActorKind.Military } && OwnGroup(filler) is { } owner)
        {
            draft.Add(maker.Make(role, new ActorValue(owner.Actor), draft.Status, rule + "; its fighters", owner.Span));
            return; // "the group said its forces had killed six"
        }

        if (role is "recipient" && filler.Actor is { } itself && draft.Claims.Exists(c => c is { Role: "actor", Value: ActorValue doer } && doer.Actor.IsSameAs(itself.Actor)))
        {
            return; // "sanctions on entities it accused": nobody does it to himself
        }

        if (draft.Frame.Kind is not "sanction" && filler is { Actor: null or { Actor.Kind: ActorKind.State }, CountryWords: { } state, Weapon: null } && types.Names("nonstate", filler.Syntax.Sentence.Tokens, filler.Syntax.Sentence.TokenAt(state.End)))
        {
            if (filler.Noun != draft.Noun)
            {
                BindNameless(draft, role, filler, rule);
            }

            return; // "Sudanese paramilitary shelling", "Palestinian militants"
        }

        if (role is "actor" && draft.Frame.Kind is "casualties" && (types.Fits("dweller", filler) || (filler.Actor is { Actor.Kind: ActorKind.Person } && draft is { Clause: >= 0 } && draft.Syntax.Clauses[draft.Clause].Relative)))
        {
            return; // "four Syrians killed"; "a strike on the commander, which killed seven"
        }

        if (role is "recipient" && draft.Frame.Kind is "strike" && filler.Country is { } struck && filler.Actor is null or { Actor.Kind: ActorKind.State } && draft.Claims.Exists(c => c is { Role: "actor", Value: ActorValue { Actor: { Kind: ActorKind.State or ActorKind.Military, Country: { } own } } } && own == struck))
        {
            return; // "against its territory": nobody strikes his own
        }

        if (filler.Actor is { Actor.Kind: not ActorKind.Unnamed } actor && !(actor.Actor.Kind == ActorKind.State && filler.Country is null))
        {
            draft.Add(maker.Make(role, new ActorValue(actor.Actor), draft.Status, rule, actor.Span));
            return;
        }

        if (draft.Frame.Kind is "agreement" or "meeting" && filler is { Actor: null, CountryWords: not null } && words.Is(filler.Syntax.Sentence.Tokens[filler.Chunk.Head], "sides"))
        {
            return; // "Sudan's warring sides" are not the state
        }

        if (role is "recipient" && draft.Frame.Kind is "strike" && filler.Actor is null && filler.Noun != draft.Noun && GroupBefore(filler) is { } holder)
        {
            draft.Add(maker.Make(role, new ActorValue(holder.Actor), draft.Status, rule + "; whose it is", holder.Span));
            return; // "against two Houthi drones"
        }

        // "the Saudi Hospital": a proper name that holds a state's is not the state
        var named = role is "recipient" && filler.Actor is null && filler.Weapon is null && filler.CountryWords is { } inside && filler.Span.Contains(inside) && filler.Syntax.Sentence.Tokens[filler.Chunk.Head] is { Tag: PartOfSpeech.ProperNoun } head && !inside.Contains(head.Start);
        if (filler.Actor is null && draft.Frame.Kind is not ("sanction" or "exercise") && types.Fits("nonstate", filler) && !types.Fits("craft", filler))
        {
            BindNameless(draft, role, filler, rule);
            return; // "Sudanese rebels" are not the state
        }

        if (role is "recipient" && draft.Frame.Kind is "casualties" && filler.Actor is { } teller && view.AttributionOf(draft.Span) is { } telling && telling.Source.Any(s => s.Overlaps(teller.Span)))
        {
            return; // "vehicles the group said were captured": who tells it is no victim
        }

        if (role is "actor" && draft.Frame.Kind is "strike" && filler is { Actor: null, Country: null, Weapon: null, Place: null, IsPronoun: false } && types.Fits("soldiery", filler) && filler.Syntax.Sentence.Tokens[filler.Chunk.Head].Tag == PartOfSpeech.Noun)
        {
            var first = words.Is(filler.Syntax.Sentence.Tokens[filler.Chunk.First], "the") ? filler.Chunk.First + 1 : filler.Chunk.First;
            var span = filler.Syntax.SpanOf(first, filler.Chunk.Head + 1);
            draft.Add(maker.Make(role, new ActorValue(new Actor(null, span.In(view.Text), ActorKind.Military, null)), draft.Status, rule + "; no name", span));
            return; // "security forces shelled the town"
        }

        if (!named && filler.Country is { } code && filler.CountryWords is { } stateWords && names.Country(code) is { } country)
        {
            draft.Add(maker.Make(role, new ActorValue(NameLexicon.State(country)), draft.Status, rule + "; state that describes it", stateWords));
            if (role is "actor" && filler.Weapon is not null && !(draft.Frame.Kind is "artillery_fire" && filler.Weapon.Class is "ship") && draft.Frame.Kind is not "interception" && !draft.Frame.Adds.Contains("interception", StringComparer.Ordinal))
            {
                weapons.Bind(draft, filler, rule);
            }
        }
        else if (!named && filler.Place is { Place: { Precision: PlacePrecision.Country } land } place && (draft.Frame.Kind is not ("casualties" or "arms_transfer") || filler.Span.Contains(place.Span)) && (place.Role != PlaceRole.Place || role is "recipient" || draft.Frame.Kind is "arms_transfer") && place.Relation is null)
        {
            draft.Add(maker.Make(role, new ActorValue(NameLexicon.State(land)), draft.Status, rule, place.Span));
        }
        else if (draft.Frame.Kind is "arms_transfer" && role is "recipient" && filler is { Actor: null, Place: { Relation: null, Place: { Country: { } of } city } at } && names.Capital(of) is { } capital && capital.Id == city.Id && names.Country(of) is { } state0)
        {
            draft.Add(maker.Make(role, new ActorValue(NameLexicon.State(state0)), draft.Status, rule + "; the capital of the state", at.Span)); // "handed 16 howitzers to Kyiv"
        }
        else if (draft.Frame.Kind is "visit" && role is "actor" && !filler.IsPronoun && filler.Weapon is null && !types.Fits("delegation", filler))
        {
            var span = filler.Syntax.SpanOf(filler.Chunk);
            draft.Add(maker.Make(role, new ActorValue(new Actor(null, span.In(view.Text), ActorKind.Unnamed, filler.Country)), draft.Status, rule + "; no name", span));
        }
    }

    /// <summary>"The attack was claimed by Storm Front": a name no table has stands for a group.</summary>
    public void BindBlamed(MentionDraft draft, Filler filler)
    {
        var head = filler.Syntax.Sentence.Tokens[filler.Chunk.Head];
        if (filler is not { Actor: null, Weapon: null, CountryWords: null } || head.Tag != PartOfSpeech.ProperNoun || !head.IsCapitalised || draft.Claims.Exists(c => c.Role is "actor"))
        {
            return;
        }

        var tokens = filler.Syntax.Sentence.Tokens;
        var first = tokens[filler.Chunk.First].Tag == PartOfSpeech.Determiner ? filler.Chunk.First + 1 : filler.Chunk.First;
        var span = filler.Syntax.SpanOf(first, filler.Chunk.Head + 1);
        draft.Add(maker.Make("actor", new ActorValue(new Actor(null, span.In(view.Text), ActorKind.ArmedGroup, null)), draft.Status, "claims.blamed; name no table has", span));
    }

    // "a Houthi missile", "two Hezbollah launchers": the group named right before what it has
    private ActorMention? GroupBefore(Filler filler)
    {
        var head = filler.Syntax.Sentence.Tokens[filler.Chunk.Head].Start;
        return view.Actors(filler.Span).LastOrDefault(a => a.Actor.Kind == ActorKind.ArmedGroup && a.Span.End <= head);
    }

    private ActorMention? OwnGroup(Filler filler) =>
        filler.Syntax.Sentence.Tokens[filler.Chunk.First].Tag == PartOfSpeech.Pronoun && filler.Syntax.Clauses.LastOrDefault(c => c.Subject >= 0 && c.Subject < filler.Noun) is { } clause
            ? view.Actors(filler.Syntax.SpanOf(filler.Syntax.Nouns[clause.Subject])).LastOrDefault(a => a.Actor.Kind == ActorKind.ArmedGroup)
            : null;

    // "gunmen", "suspected militants": who did it is told, though not by name
    private void BindNameless(MentionDraft draft, string role, Filler filler, string rule)
    {
        if (role is not "actor" || draft.Frame.Kind is not ("strike" or "casualties" or "missile_test" or "interception") || !types.Fits("armed", filler))
        {
            return;
        }

        if (view.Actors(filler.Span).LastOrDefault(a => a.Actor.Kind == ActorKind.ArmedGroup) is { } group)
        {
            draft.Add(maker.Make(role, new ActorValue(group.Actor), draft.Status, rule + "; its fighters", group.Span));
            return; // "Hezbollah fighters"
        }

        var tokens = filler.Syntax.Sentence.Tokens;
        if (tokens[filler.Chunk.First].Tag == PartOfSpeech.Pronoun && view.Actors(filler.Syntax.Sentence.Span).LastOrDefault(a => a.Actor.Kind == ActorKind.ArmedGroup && a.Span.End <= filler.Span.Start) is { } owner)
        {
            draft.Add(maker.Make(role, new ActorValue(owner.Actor), draft.Status, rule + "; its fighters", owner.Span));
            return; // "the group said its fighters had attacked"
        }

        if (filler.Noun + 1 < filler.Syntax.Nouns.Count && filler.Syntax.Nouns[filler.Noun + 1] is var from && from.Preposition == filler.Chunk.After && view.Actors(filler.Syntax.SpanOf(from)).FirstOrDefault(a => a.Actor.Kind == ActorKind.ArmedGroup) is { } named)
        {
            draft.Add(maker.Make(role, new ActorValue(named.Actor), draft.Status, rule + "; its fighters", named.Span));
            return; // "rebels from the X group"
        }

        var first = tokens[filler.Chunk.First].Tag == PartOfSpeech.Determiner ? filler.Chunk.First + 1 : filler.Chunk.First;
        var span = filler.Syntax.SpanOf(first, filler.Chunk.Head + 1);
        draft.Add(maker.Make(role, new ActorValue(new Actor(null, span.In(view.Text), ActorKind.Unnamed, null)), draft.Status, rule + "; no name", span));
    }

    // "4,700 soldiers killed or wounded": one figure for both
    private bool IsJoint(MentionDraft draft, string role)
    {
        var tokens = draft.Syntax.Sentence.Tokens;
        return (draft.After + 1 < tokens.Count && tokens[draft.After].Tag == PartOfSpeech.CoordinatingConjunction && frames.Casualty(tokens, draft.After + 1) is { } next && !string.Equals(next, role, StringComparison.Ordinal))
            || (draft.Trigger > 1 && tokens[draft.Trigger - 1].Tag == PartOfSpeech.CoordinatingConjunction && frames.Casualty(tokens, draft.Trigger - 2) is { } before && !string.Equals(before, role, StringComparison.Ordinal)); // "murdered and beheaded" is one fate
    }

    private string? CasualtyRole(MentionDraft draft)
    {
        for (var i = draft.Trigger; i < draft.After; i++)
        {
            if (frames.Casualty(draft.Syntax.Sentence.Tokens, i) is { } role)
            {
                return IsJoint(draft, role) ? "casualties" : role is "casualties" ? OfObject(draft) ?? role : role;
            }
        }

        return null;
    }

    // "four people sustained injuries": what the object says of them
    private string? OfObject(MentionDraft draft) =>
        draft is { Noun: < 0, Clause: >= 0 } ? draft.Slots["patient"].Select(f => frames.Casualty(f.Syntax.Sentence.Tokens, f.Chunk.Head)).FirstOrDefault(r => r is "wounded") : null;

    /// <summary>"North Korean troops were redeployed": whose forces they are is who acts, when nobody else is named.</summary>
    public void BindForces(MentionDraft draft)
    {
        if (draft is { Frame: { Kind: "sanction", IsVerb: true } } && !draft.Claims.Exists(c => c.Role is "actor"))
        {
            foreach (var measure in draft.Slots["patient"].Where(f => f is { Actor: null or { Actor.Kind: ActorKind.State }, CountryWords: not null } && types.Fits("sanctions", f)))
            {
                Bind(draft, "actor", measure with { Actor = null }, "claims.owner of the sanctions"); // "new US sanctions were announced"
            }
        }

        if (draft.Frame.Kind is "arms_transfer" && !draft.Claims.Exists(c => c.Role is "actor"))
        {
            BindSupplier(draft);
        }

        if (draft.Frame.Kind is "interception" or "strike" && !draft.Claims.Exists(c => c.Role is "actor"))
        {
            // "by a US fighter jet", "Israeli planes and tanks", "army jets": whose craft they are
            foreach (var craft in draft.Slots["agent"].Where(f => ((f.Actor is null && f.CountryWords is not null) || f.Actor is { Actor.Kind: ActorKind.Military or ActorKind.Organization }) && (types.Fits("platform", f) || types.Fits("airdefence", f))))
            {
                Bind(draft, "actor", craft, "claims.owner of what is moved or fired");
            }
        }

        if (draft is { Frame: { Kind: "troop_deployment", IsVerb: true }, Noun: < 0, Clause: >= 0 } && draft.Claims.Exists(c => c.Role is "actor") && words.Is(draft.Syntax.Sentence.Tokens[draft.Syntax.Clauses[draft.Clause].Verb.Head], "conveying"))
        {
            foreach (var force in draft.Slots["patient"].Where(f => f is { Actor: null or { Actor.Kind: ActorKind.Military }, CountryWords: not null } && types.Fits("force", f)))
            {
                Bind(draft, "actor", force with { Actor = null, Weapon = null }, "claims.owner of what is moved or fired"); // "1,500 Chilean troops were transported by Peruvian ships"
            }
        }

        var attack = draft.Frame.Kind is "strike" or "incursion" or "artillery_fire";
        if (!(attack || draft.Frame.Kind is "troop_deployment" or "troop_withdrawal" or "exercise" or "missile_test" or "satellite_launch" or "weapon_test" || IsOfFlight(draft)) || draft.Claims.Exists(c => c.Role is "actor" || (c.Role is "participant" && draft.Frame.Kind is "exercise")))
        {
            return;
        }

        if (draft.Frame.Kind is "interception")
        {
            return;
        }

        var aimed = attack && draft.Frame.Roles.Any(r => r is { Slot: SlotReader.Patient, Role: "recipient" or "target_place" }); // "targeted two Houthi drones": no doer's
        foreach (var slot in draft.Frame.Kind is null || aimed ? [SlotReader.Agent] : new[] { SlotReader.Patient, SlotReader.Agent })
        {
            foreach (var unit in draft.Slots[slot].Where(f => !attack && f is { Actor: null, Weapon: null, CountryWords: null } && (types.Fits("force", f) || types.Fits("convoy", f))))
            {
                if (view.Actors(unit.Span).LastOrDefault(a => a.Actor.Kind is ActorKind.Military or ActorKind.ArmedGroup) is { } navy)
                {
                    draft.Add(maker.Make("actor", new ActorValue(navy.Actor), draft.Status, "claims.owner of what is moved or fired", navy.Span)); // "the Navy's training ships"
                }
            }

            foreach (var ship in draft.Slots[slot].Where(f => !attack && f.Weapon is { Class: "ship" or "submarine", Country: not null } && f.Country is null))
            {
                if (names.Country(ship.Weapon!.Country!) is { } flag)
                {
                    draft.Add(maker.Make("actor", new ActorValue(NameLexicon.State(flag)), draft.Status, "claims.owner of a named ship; " + ship.Weapon.Rule, ship.Weapon.Span));
                }
            }

            foreach (var filler in draft.Slots[slot].Where(f => f.Actor is null && (f.Weapon is not null || !attack) && OwnerOf(f) is not null))
            {
                var owner = OwnerOf(filler)!;
                draft.Add(maker.Make("actor", new ActorValue(owner.Actor), draft.Status, "claims.owner of what is moved or fired", owner.Span));
            }

            foreach (var body in draft.Slots[slot].Where(f => !attack && f.Weapon is null && types.Fits("convoy", f)).Select(f => f.Actor).OfType<ActorMention>().Where(a => a.Actor.Kind is ActorKind.ArmedGroup or ActorKind.Organization))
            {
                draft.Add(maker.Make("actor", new ActorValue(body.Actor), draft.Status, "claims.owner of what is moved or fired", body.Span)); // "Wagner fighters quit the town"
            }

            foreach (var filler in draft.Slots[slot].Where(f => f.CountryWords is not null && (f.Weapon is not null || !attack) && !draft.Claims.Exists(c => c.Role is "actor") && f.Actor is not { Actor.Kind: ActorKind.State or ActorKind.Government }))
            {
                Bind(draft, "actor", filler with { Actor = null, Weapon = null }, "claims.owner of what is moved or fired");
            }
        }
    }

    // "German howitzers arrived in Fife": of whose arms they are, unless they are only of its make ("German-made")
    private void BindSupplier(MentionDraft draft)
    {
        var tokens = draft.Syntax.Sentence.Tokens;
        foreach (var arms in draft.Slots[SlotReader.Patient].Concat(draft.Slots[SlotReader.Agent]).Where(f => f is { CountryWords: not null, Actor: null or { Actor.Kind: ActorKind.State } } && types.Fits("arms", f)))
        {
            var behind = draft.Syntax.Sentence.TokenAt(arms.CountryWords!.Value.End - 1) + 1;
            if (behind < tokens.Count && tokens[behind].Kind != TokenKind.Hyphen && !draft.Claims.Exists(c => c is { Role: "recipient", Value: ActorValue { Actor.Country: { } to } } && string.Equals(to, arms.Country, StringComparison.Ordinal)))
            {
                Bind(draft, "actor", arms with { Actor = null, Weapon = null }, "claims.inferred from whose arms they are");
                for (var c = 0; c < draft.Claims.Count; c++)
                {
                    draft.Claims[c] = draft.Claims[c].Role is "actor" ? draft.Claims[c] with { Inferred = true } : draft.Claims[c];
                }

                return;
            }
        }
    }

    // "RSF drones hit the market": the armed body named before its weapon
    private ActorMention? OwnerOf(Filler filler) =>
        filler.Weapon is { } weapon ? view.Actors(filler.Span).LastOrDefault(a => a.Span.End <= weapon.Span.Start && a.Actor.Kind is ActorKind.ArmedGroup or ActorKind.Military) : null;

    // "a North Korean rocket exploded": adds to a launch, whoever tells it
    private static bool IsOfFlight(MentionDraft draft) => draft.Frame is { Kind: null, IsVerb: true } frame && frame.Adds.Contains("satellite_launch", StringComparer.Ordinal);

    /// <summary>"SpaceX launched the satellite from Florida": somebody did it, though nobody the tables know.</summary>
    public static bool NamesDoer(MentionDraft draft) =>
        draft.Slots[SlotReader.Agent].Any(a => a.Weapon is null && !a.IsPronoun && draft.Syntax.Sentence.Tokens[a.Chunk.Head].Tag == PartOfSpeech.ProperNoun);

    /// <summary>The state whose leader oversees a test, or from whose land it is launched, does it: inferred, and said so in the rule.</summary>
    public void Infer(MentionDraft draft)
    {
        InferDefender(draft);
        if (draft.Frame.Kind is not ("missile_test" or "weapon_test" or "satellite_launch" or "strike" or "troop_deployment" or "troop_withdrawal") || draft.Claims.Exists(c => c.Role is "actor"))
        {
            return;
        }

        foreach (var claim in draft.Claims.Where(c => c.Role is "overseer" || (c.Role is "launch_place" && !NamesDoer(draft))).ToList())
        {
            var code = claim.Value switch
            {
                ActorValue { Actor.Country: { } led } => led,
                PlaceValue { Relation: null, Place: { Precision: PlacePrecision.Country, Country: { } land } } => land,
                _ => null,
            };
            if (code is not null && draft.Frame.Kind is "strike" or "missile_test" && claim.Role is "launch_place" && GroupsOf(code) is { Count: > 0 } groups)
            {
                if (groups.Count == 1)
                {
                    draft.Add(maker.Make("actor", new ActorValue(groups[0]), draft.Status, "claims.inferred from the launch place; its armed group the report names", claim.Evidence) with { Inferred = true });
                }

                return; // "a missile fired from Yemen", in a report of the Houthis
            }

            if (code is not null && names.Country(code) is { } country)
            {
                draft.Add(maker.Make("actor", new ActorValue(NameLexicon.State(country)), draft.Status, $"claims.inferred from the {claim.Role.Replace('_', ' ')}", claim.Evidence) with { Inferred = true });
                return;
            }
        }
    }

    private List<Actor> GroupsOf(string country) =>
        [.. view.Annotations.Actors.Select(a => a.Actor).Where(a => a is { Kind: ActorKind.ArmedGroup, Id: not null } && string.Equals(a.Country, country, StringComparison.Ordinal)).DistinctBy(a => a.Id, StringComparer.Ordinal)];

    // "40 drones were shot down, Ukraine's air force said": where nobody else is told to have done it, those who defend tell it
    private void InferDefender(MentionDraft draft)
    {
        if (draft.Frame.Kind is not "interception" || draft.Status is not (EventStatus.News or EventStatus.Background) || draft.Claims.Exists(c => c.Role is "actor") || draft.Slots["by"].Any()
            || view.AttributionOf(draft.Span) is not { Speaker: { Kind: ActorKind.Military or ActorKind.Ministry or ActorKind.Government or ActorKind.State, Country: { } code }, Source: { Count: > 0 } source })
        {
            return;
        }

        if (draft.Slots.All.Any(s => string.Equals(s.Filler.Country, code, StringComparison.Ordinal)) || names.Country(code) is not { } country)
        {
            return; // "its drone was shot down, the ministry said"
        }

        draft.Add(maker.Make("actor", new ActorValue(NameLexicon.State(country)), draft.Status, "claims.inferred from who tells of it", source[0]) with { Inferred = true });
    }
}
