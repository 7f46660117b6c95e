using System.Text.Json;
using Dateline.Exports;
using Dateline.Ledger;

namespace Dateline.App.Web;

/// <summary>A page of the list of events.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Rows">The events of this page, as <c>dateline events</c> prints them.</param>
/// <param name="Total">Events there are.</param>
/// <param name="Timeline">All of them over time.</param>
/// <param name="Kinds">Kinds to choose from, with the number of events of each under the other filters.</param>
public sealed record EventsModel(EventsQuery Query, IReadOnlyList<JsonElement> Rows, int Total, Timeline Timeline, IReadOnlyList<(string Kind, int Events)> Kinds)
{
    /// <summary>Events on one page of the list.</summary>
    public const int OnePage = 50;

    private const int Searched = 1_000; // reports a search looks at

    /// <summary>Pages there are.</summary>
    public int Pages => Math.Max(1, (Total + OnePage - 1) / OnePage);

    /// <summary>Asks a ledger.</summary>
    public static EventsModel Of(ILedgerReader reader, EventsQuery query) => All(reader, query, query.Number).First();

    /// <summary>The pages of a list from one of them on; what they share is asked for once.</summary>
    public static IEnumerable<EventsModel> All(ILedgerReader reader, EventsQuery query, int first = 1)
    {
        var heads = Found(reader, query with { Filter = query.Filter with { Kind = null } });
        var kinds = heads.GroupBy(head => head.Kind, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count())).ToList();
        var ordered = Ordered(heads, query);
        var timeline = Timeline.Of(ordered);
        for (var number = first; number == first || (number - 1) * (long)OnePage < ordered.Count; number++)
        {
            var rows = ordered.Skip((int)Math.Min(int.MaxValue, (number - 1) * (long)OnePage)).Take(OnePage).Select(head => reader.Event(head.Id)).OfType<EventRow>().Select(row => JsonDocument.Parse(RecordJson.Event(row)).RootElement).ToList();
            yield return new EventsModel(query with { Number = number }, rows, ordered.Count, timeline, kinds);
        }
    }

    /// <summary>The events that are asked for, the newest first: that is what a newsroom looks for. Those without a day come last.</summary>
    internal static IReadOnlyList<EventHead> Chosen(ILedgerReader reader, EventsQuery query) => Ordered(Found(reader, query), query);

    private static List<EventHead> Ordered(List<EventHead> heads, EventsQuery query)
    {
        var chosen = query.Filter.Kind is { } kind ? heads.FindAll(head => string.Equals(head.Kind, kind, StringComparison.Ordinal)) : heads;
        return [.. chosen.Where(head => head.First is not null).Reverse(), .. chosen.Where(head => head.First is null)];
    }

    private static List<EventHead> Found(ILedgerReader reader, EventsQuery query)
    {
        var heads = reader.Heads(query.Filter).ToList();
        if (query.Words is { } words)
        {
            var told = reader.Search(words, query.Filter, Searched).Reports.SelectMany(found => found.Events).ToHashSet(StringComparer.Ordinal);
            heads.RemoveAll(head => !told.Contains(head.Id));
        }

        return heads;
    }
}
