using System.Globalization;

namespace Dateline.Ledger.Sql;

/// <summary>A filter over events (table e) as a condition.</summary>
internal static class SqlFilter
{
    /// <summary>WHERE with its values, from $1 on; empty for no filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="alwaysEvents">True where every row has an event, so that rejected ones can be left out though nothing is filtered.</param>
    public static (string Where, IReadOnlyList<object?> Values) Of(LedgerFilter filter, bool alwaysEvents = false)
    {
        var conditions = new List<string>();
        var values = new List<object?>();
        Add("e.kind = {0}", filter.Kind);
        Add("e.status = {0}", filter.Status);
        Add("e.last_day >= {0}", filter.From);
        Add("e.first_day <= {0}", filter.To);
        Term(filter.Actor, EventFacet.Actor, EventFacet.ActorCountry);
        Term(filter.Place, EventFacet.Place, EventFacet.PlaceCountry);
        Term(filter.Source, EventFacet.Source, null);
        Report(filter.Report);
        Finding(filter.Finding);
        Event(filter.Event);
        if (filter.Across)
        {
            conditions.Add($"e.id IN (SELECT event FROM event_terms WHERE term IN (SELECT id FROM terms WHERE facet = {Next(EventFacet.Across)}))");
        }

        if (!filter.Rejected && (alwaysEvents || !filter.IsAll))
        {
            conditions.Add("NOT e.rejected");
        }

        return (conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions), values);

        void Add(string condition, object? value)
        {
            if (value is not null)
            {
                conditions.Add(condition.Replace("{0}", Next(value), StringComparison.Ordinal));
            }
        }

        void Term(string? asked, string facet, string? countries)
        {
            if (asked is null)
            {
                return;
            }

            var any = $"(facet = {Next(facet)} AND (value = {Next(asked)} OR instr(folded, {Next(asked.ToLowerInvariant())}) > 0))";
            any += countries is null ? "" : $" OR (facet = {Next(countries)} AND value = {Next(asked.ToUpperInvariant())})";
            conditions.Add($"e.id IN (SELECT event FROM event_terms WHERE term IN (SELECT id FROM terms WHERE {any}))");
        }

        void Report(string? asked)
        {
            if (asked is not null)
            {
                var id = Next(asked);
                conditions.Add($"e.id IN (SELECT m.event FROM mentions m JOIN reports r ON r.id = m.report WHERE r.public_id = {id} OR instr(r.source, {id}) > 0)");
            }
        }

        void Finding(string? asked)
        {
            if (asked is not null)
            {
                conditions.Add($"e.id IN (SELECT event FROM event_terms WHERE term IN (SELECT id FROM terms WHERE facet = {Next(EventFacet.Finding)} AND value = {Next(asked)}))");
            }
        }

        void Event(string? asked)
        {
            if (asked is not null)
            {
                var id = Next(asked);
                conditions.Add($"(e.public_id = {id} OR e.id IN (SELECT event FROM mentions WHERE alias = {id}))");
            }
        }

        string Next(object value)
        {
            values.Add(value);
            return "$" + values.Count.ToString(CultureInfo.InvariantCulture);
        }
    }
}
