using System.Text.Json;
using Dateline.App.Commands;
using Dateline.Views;

namespace Dateline.App.Watching;

/// <summary>Tells new events: a line each on standard output, and to a command or an address.</summary>
internal sealed class EventTeller(Surroundings around, EventHooks hooks, bool asJson)
{
    private const int MostTries = 6;

    /// <summary>Shows events, one line each.</summary>
    public void Show(IReadOnlyList<NewEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }

        using var text = around.OutputText();
        foreach (var happening in events)
        {
            text.WriteLine(asJson ? System.Text.Encoding.UTF8.GetString(happening.Json) : Line(happening));
        }
    }

    /// <summary>Hands events over; those that were taken, or refused too often, are struck out. True when something went wrong.</summary>
    public async Task<bool> HandOverAsync(List<OutgoingEvent> outgoing, CancellationToken stop)
    {
        var wentWrong = false;
        foreach (var one in outgoing.Where(o => (o.Exec && hooks.HasCommand) || (o.Post && hooks.HasAddress)).ToList())
        {
            if (await hooks.HandAsync(one, stop).ConfigureAwait(false) is not { } problem)
            {
                continue;
            }

            wentWrong = true;
            var isLast = one.Tries >= MostTries;
            DatelineCommand.Say(around, $"{one.Id}: {problem}{(isLast ? "; not tried again" : "; tried again with the next news")}");
            if (isLast)
            {
                (one.Exec, one.Post) = (false, false);
            }
        }

        outgoing.RemoveAll(o => !(o.Exec && hooks.HasCommand) && !(o.Post && hooks.HasAddress));
        return wentWrong;
    }

    private static string Line(NewEvent happening)
    {
        using var json = JsonDocument.Parse(happening.Json);
        var row = json.RootElement;
        var cells = RecordRows.Events.Where(c => c.Name is "when" or "kind" or "status" or "where" or "who").Select(c => c.Cell(row)).Where(cell => cell.Length > 0).ToList();
        var source = row.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("source").GetString()).FirstOrDefault();
        return string.Join("  ", cells.Append(source ?? "").Append(happening.Id).Select(ValueWords.OneLine));
    }
}
