using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Binds where: the place of a filler, else the nearest place of the clause, else the land of who fires.</summary>
internal sealed class PlaceBinder(ReportView view, Codebook codebook, FrameLexicon frames, FunctionWords words, NameLexicon names, ClaimMaker maker)
{
    /// <summary>Binds the place a filler names or leans on.</summary>
    public void Bind(MentionDraft draft, string role, Filler filler, string rule)
    {
        if (filler.Place is { Place: { } place } mention)
        {
            draft.Add(maker.Make(role, new PlaceValue(place, mention.Relation) { DistanceKm = mention.DistanceKm, RadiusKm = mention.RadiusKm }, draft.Status, rule, mention.Span));
        }
        else if (filler.Actor is { Actor.Kind: ActorKind.State } state && filler.Country is { } code && names.Country(code) is { } country)
        {
            draft.Add(maker.Make(role, new PlaceValue(country, null), draft.Status, rule, state.Span));
        }
    }

    /// <summary>Any place of the trigger's own clause that no slot took: the nearest with role place.</summary>
    public void BindNearest(MentionDraft draft)
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
            draft.Add(maker.Make(role, new PlaceValue(best.Place!, best.Relation) { DistanceKm = best.DistanceKm, RadiusKm = best.RadiusKm }, draft.Status, "claims.place nearest of the sentence; " + best.Rule, best.Span));
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

    /// <summary>A state fires and tests from its own land unless the report says otherwise: inferred, never where a launch place stands.</summary>
    public void InferLaunchPlace(MentionDraft draft)
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
}
