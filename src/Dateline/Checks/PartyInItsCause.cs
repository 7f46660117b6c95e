using Dateline.Annotations.Actors;
using Dateline.Claims;
using Dateline.Events;
using Dateline.Knowledge;

namespace Dateline.Checks;

/// <summary>
/// DL0402: all values of an event for which a source is named go back to one source, and that source is a party to the event: of the country of
/// one who acts, to whom it is done or where it happened, or the group itself. Only for kinds of which others could know (ontology/witnessed-kinds.tsv).
/// </summary>
public sealed class PartyInItsCause : ICheck
{
    private readonly HashSet<string> kinds;

    /// <summary>Loads the kinds of events of which others than the parties could know.</summary>
    public PartyInItsCause(KnowledgeFiles files) => kinds = [.. files.Table("ontology/witnessed-kinds.tsv").Rows.Select(row => row["kind"])];

    /// <inheritdoc/>
    public string Id => "DL0402";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var told in input.Events.Events.Where(e => e.Status == EventStatus.News && kinds.Contains(e.Kind)))
        {
            var sourced = told.Claims.Where(c => c.Claim.AccordingTo.Count > 0).ToList();
            if (sourced.Count == 0)
            {
                continue;
            }

            var tellers = sourced.SelectMany(c => c.Claim.AccordingTo[^1].With.Prepend(c.Claim.AccordingTo[^1].Actor)).ToList();
            if (tellers.Exists(t => !IsOneOrigin(t, tellers[0])) || !IsParty(told, tellers[0]))
            {
                continue;
            }

            yield return new Finding(
                Id,
                Severity.Info,
                $"{tellers[0].Name}, a party to this {told.Kind.Replace('_', ' ')}, is its only named source ({sourced.Count} of {told.Claims.Count} values).",
                [.. sourced.Select(c => c.Id)],
                [new("source", tellers[0].Name), new("country", tellers[0].Country), new("values", sourced.Count)],
                sourced[0].Claim.AccordingTo[^1].Span);
        }
    }

    // the organs of one state are one origin
    private static bool IsOneOrigin(Actor one, Actor other) => one.IsSameAs(other) || (one.Country is not null && one.Country == other.Country && IsOfState(one) && IsOfState(other));

    private static bool IsOfState(Actor actor) => actor.Kind is ActorKind.State or ActorKind.Government or ActorKind.Ministry or ActorKind.Military or ActorKind.Intelligence or ActorKind.StateMedia;

    private static bool IsParty(Event told, Actor source) =>
        (IsOfState(source) || source.Kind is ActorKind.ArmedGroup || (source.Kind is ActorKind.Person && source.Title is not null))
        && (told.Claims.Where(c => c.Claim.Role is "actor" or "recipient" or "participant").Select(c => c.Claim.Value).OfType<ActorValue>()
                .Any(party => party.Actor.IsSameAs(source) || (party.Actor.Country is { } country && country == source.Country))
            || (source.Country is not null && told.Claims.Select(c => c.Claim.Value).OfType<PlaceValue>().Any(place => place.Country == source.Country)));
}
