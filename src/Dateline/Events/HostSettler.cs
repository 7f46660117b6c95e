using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Events;

/// <summary>Gives visits and movements into another state that state as the one they are made to: "flew to Moscow" has Russia as its host.</summary>
internal sealed class HostSettler
{
    private const string Rule = "events.hosts ontology/hosts.tsv";

    private readonly Dictionary<string, (string Place, string Role)> rows;
    private readonly NameLexicon names;

    /// <summary>Reads ontology/hosts.tsv.</summary>
    public HostSettler(KnowledgeFiles files, NameLexicon names)
    {
        rows = files.Table("ontology/hosts.tsv").Rows.ToDictionary(row => row["kind"], row => (row["place_role"], row["role"]), StringComparer.Ordinal);
        this.names = names;
    }

    /// <summary>Completes the drafts. Where several states could be meant, or the doers' own state is not known, none is given.</summary>
    public void Settle(List<EventDraft> drafts)
    {
        foreach (var draft in drafts)
        {
            RemoveHosts(draft);
            if (!rows.TryGetValue(draft.Kind, out var row) || draft.Claims.Any(c => string.Equals(c.Role, row.Role, StringComparison.Ordinal)))
            {
                continue;
            }

            var own = draft.Countries("actor", "participant");
            var goals = draft.Claims.Where(c => !c.Inferred && string.Equals(c.Role, row.Place, StringComparison.Ordinal) && c.Value is PlaceValue { Country: not null }).ToList();
            if (own.Count > 0 && goals.DistinctBy(CountryOf, StringComparer.Ordinal).Take(2).ToList() is [var goal] && !own.Contains(CountryOf(goal)) && names.Country(CountryOf(goal)) is { } state)
            {
                var mention = draft.Mentions[0];
                var host = goal with { Role = row.Role, Value = new ActorValue(NameLexicon.State(state)), Inferred = true, Rule = Rule };
                draft.Replace(mention, mention with { Claims = [.. mention.Claims, host] });
            }
        }
    }

    // "was received by the leader during his visit to Pyongyang": of two who could be the visitor, it is not the one whose land it is
    private static void RemoveHosts(EventDraft draft)
    {
        if (draft.Kind is not "visit" || draft.Claims.Where(c => c.Role is "destination_place" && c.Value is PlaceValue { Country: not null }).Select(CountryOf).ToHashSet(StringComparer.Ordinal) is not { Count: 1 } goals || draft.Countries("actor") is not { Count: > 1 })
        {
            return;
        }

        foreach (var mention in draft.Mentions.Where(m => m.Claims.Any(IsHost)).ToList())
        {
            draft.Replace(mention, mention with { Claims = [.. mention.Claims.Where(c => !IsHost(c))] });
        }

        bool IsHost(Claim claim) => claim is { Role: "actor", Value: ActorValue { Actor: { Kind: Annotations.Actors.ActorKind.Person, Country: { } own } } } && goals.Contains(own);
    }

    private static string CountryOf(Claim claim) => ((PlaceValue)claim.Value).Country!;
}
