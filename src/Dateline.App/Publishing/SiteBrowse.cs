using System.Text.Json;
using Dateline.App.Web;
using Dateline.Exports;
using Dateline.Knowledge;
using Dateline.Ledger;

namespace Dateline.App.Publishing;

/// <summary>Counts the events of a site by kind, year, country, actor, status and finding: the ways to them without a server.</summary>
internal static class SiteBrowse
{
    private const int MostActors = 60;

    /// <summary>Counts them.</summary>
    /// <param name="events">The events.</param>
    /// <param name="knowledge">For the names of countries.</param>
    /// <param name="lead">What the site says first.</param>
    /// <param name="files">Exports beside the pages.</param>
    public static BrowseModel Of(IEnumerable<EventRow> events, KnowledgeFiles knowledge, string lead, IReadOnlyList<(string Name, string Address)> files)
    {
        var (kinds, years, countries, actors, statuses, findings) = (new Counter(), new Counter(), new Counter(), new Counter(), new Counter(), new Counter());
        foreach (var happening in events)
        {
            using var json = JsonDocument.Parse(RecordJson.Event(happening));
            var row = json.RootElement;
            kinds.Add(row.Plain("kind"), row.Spaced("kind"));
            statuses.Add(row.Plain("status"), row.Plain("status"));
            if (row.GetProperty("time").Plain("earliest") is { Length: > 0 } day)
            {
                years.Add(day[..4], day[..4]);
            }

            if (row.GetProperty("place").Plain("country") is { Length: > 0 } country)
            {
                countries.Add(country, country);
            }

            foreach (var actor in row.List("actors").Where(actor => actor.Plain("id").Length > 0).DistinctBy(actor => actor.Plain("id"), StringComparer.Ordinal))
            {
                actors.Add(actor.Plain("id"), actor.Plain("name"));
            }

            foreach (var check in row.List("findings").SelectMany(finding => new[] { finding.Plain("severity"), finding.Plain("check") }).Distinct(StringComparer.Ordinal))
            {
                findings.Add(check, check);
            }
        }

        var names = knowledge.Table("gazetteer/countries.tsv").Rows.GroupBy(row => row["code"], StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First()["name"], StringComparer.Ordinal);
        var titles = CheckBook.All.ToDictionary(check => check.Id, check => check.Title, StringComparer.Ordinal);
        return new BrowseModel(
            lead,
            [
                ("By kind", kinds.Ways("kind", int.MaxValue)),
                ("By year", [.. years.Ways("", int.MaxValue).Select(year => (year.Name, $"/events?from={year.Name}-01-01&to={year.Name}-12-31", year.Events)).OrderByDescending(year => year.Name, StringComparer.Ordinal)]),
                ("By country", [.. countries.Ways("place", int.MaxValue).Select(way => (names.GetValueOrDefault(way.Name, way.Name), way.Address, way.Events))]),
                ("By who acts", actors.Ways("actor", MostActors)),
                ("By status", statuses.Ways("status", int.MaxValue)),
                ("By what the checks say", [.. findings.Ways("finding", int.MaxValue).Select(way => (titles.TryGetValue(way.Name, out var title) ? $"{way.Name} {title}" : way.Name, way.Address, way.Events))]),
            ],
            files);
    }

    private sealed class Counter
    {
        private readonly Dictionary<string, (string Name, int Events)> counts = new(StringComparer.Ordinal);

        public void Add(string key, string name) => counts[key] = counts.TryGetValue(key, out var known) ? (string.CompareOrdinal(name, known.Name) < 0 ? name : known.Name, known.Events + 1) : (name, 1);

        public IReadOnlyList<(string Name, string Address, int Events)> Ways(string filter, int most) =>
        [
            .. counts.OrderByDescending(count => count.Value.Events).ThenBy(count => count.Key, StringComparer.Ordinal).Take(most)
                .Select(count => (count.Value.Name, $"/events?{filter}={Uri.EscapeDataString(count.Key)}", count.Value.Events)),
        ];
    }
}
