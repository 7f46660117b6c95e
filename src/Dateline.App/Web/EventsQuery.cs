using System.Globalization;
using Dateline.Documents;
using Dateline.Ledger;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Dateline.App.Web;

/// <summary>Which events are asked for: what the address says.</summary>
/// <param name="Filter">The part of the record.</param>
/// <param name="Words">Words their reports must hold, or null.</param>
/// <param name="Number">The page of the list, from 1 on.</param>
/// <param name="Problem">What could not be understood, or null.</param>
public sealed record EventsQuery(LedgerFilter Filter, string? Words, int Number, string? Problem)
{
    /// <summary>What a request asks for; days that are none are left out.</summary>
    public static EventsQuery Of(IQueryCollection asked)
    {
        var (from, to) = (Field(asked, "from"), Field(asked, "to"));
        var wrong = new[] { from, to }.OfType<string>().Where(day => !IsDay(day)).ToList();
        var filter = new LedgerFilter(
            Field(asked, "kind")?.Replace(' ', '_'),
            Field(asked, "status"),
            Field(asked, "actor"),
            Field(asked, "place"),
            from is not null && IsDay(from) ? from : null,
            to is not null && IsDay(to) ? to : null,
            Field(asked, "source"),
            Field(asked, "report"),
            Field(asked, "rejected") is not null)
        {
            Finding = Field(asked, "finding"),
            Event = Field(asked, "event"),
        };
        var number = int.TryParse(Field(asked, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;
        return new EventsQuery(filter, Field(asked, "q"), number, wrong.Count > 0 ? $"“{wrong[0]}” is no day; write 2025-02-28." : null);
    }

    /// <summary>The address of this with something else: <c>("page", "2")</c>.</summary>
    public string Address(string path, params (string Name, string? Value)[] changes)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["q"] = Words,
            ["kind"] = Filter.Kind,
            ["status"] = Filter.Status,
            ["actor"] = Filter.Actor,
            ["place"] = Filter.Place,
            ["from"] = Filter.From,
            ["to"] = Filter.To,
            ["source"] = Filter.Source,
            ["report"] = Filter.Report,
            ["finding"] = Filter.Finding,
            ["event"] = Filter.Event,
            ["rejected"] = Filter.Rejected ? "yes" : null,
        };
        foreach (var (name, value) in changes)
        {
            fields[name] = value;
        }

        return QueryHelpers.AddQueryString(path, fields.Where(field => field.Value is not null));
    }

    private static bool IsDay(string day) => StatedDate.Parse(day) is { Time: null };

    private static string? Field(IQueryCollection asked, string name) => asked[name].ToString().Trim() is { Length: > 0 } value ? value : null;
}
