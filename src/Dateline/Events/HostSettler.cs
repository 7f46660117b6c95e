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

    private static string CountryOf(Claim claim) => ((PlaceValue)claim.Value).Country!;
}
