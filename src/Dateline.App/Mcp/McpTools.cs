using System.Text;
using System.Text.Json;
using Dateline.App.Commands;
using Dateline.App.Output;
using Dateline.App.Web;
using Dateline.Documents;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.App.Mcp;

/// <summary>What a program may ask for over the Model Context Protocol; the rows are those of the commands.</summary>
internal sealed class McpTools(ReadingDesk desk)
{
    private const int Usual = 20;
    private const int Most = 200;

    /// <summary>Calls a tool: its answer as JSON, or what is wrong, in words.</summary>
    public async Task<(string Text, bool IsWrong)> CallAsync(string name, JsonElement arguments, CancellationToken stop)
    {
        try
        {
            return name switch
            {
                "read_report" => await ReadAsync(arguments, stop).ConfigureAwait(false),
                "find_events" => Look(reader => Rows(arguments, RecordRows.Events, new FindingRows(reader, desk.Knowledge).Events(Filter(arguments)))),
                "get_event" => Look(reader => Event(reader, arguments.Plain("id"))),
                "get_claims" => Look(reader => Rows(arguments, RecordRows.Claims, ListCommands.Judged(reader, reader.Readings(Filter(arguments)), Filter(arguments), RecordJson.Claims))),
                "search_reports" => Look(reader => Search(reader, arguments)),
                _ => ($"there is no tool {name}", true),
            };
        }
        catch (LedgerException error)
        {
            return (error.Message, true);
        }
    }

    private (string Text, bool IsWrong) Look(Func<ILedgerReader, string> look) => desk.Look(look) is { } found ? (found, false) : ("there is no ledger yet; dateline add makes one", true);

    private async Task<(string Text, bool IsWrong)> ReadAsync(JsonElement arguments, CancellationToken stop)
    {
        var (published, outlet) = (Words(arguments, "published"), Words(arguments, "outlet"));
        if (published is not null && StatedDate.Parse(published) is null)
        {
            return ($"published \"{published}\" is no date; write 2025-02-28", true);
        }

        var input = new DocumentReader(() => new MemoryStream(Encoding.UTF8.GetBytes(arguments.Plain("text"))), InputFormat.Text, published, outlet).Read([DocumentReader.StandardInput]).FirstOrDefault();
        if (input?.Document is not { } document)
        {
            return (input?.Problem is { } problem ? $"the report {problem}" : "there was no text", true);
        }

        using var json = new MemoryStream();
        var output = new JsonOutput(json, new ReadingJsonOptions(Indented: false, Brief: true));
        output.Add(await desk.ReadAsync(document, stop).ConfigureAwait(false));
        output.End(default);
        return (Encoding.UTF8.GetString(json.ToArray()), false);
    }

    private string Event(ILedgerReader reader, string id) => reader.Event(id) is { } happening
        ? Encoding.UTF8.GetString(new FindingRows(reader, desk.Knowledge).Event(happening, [.. reader.ReadingsOf(happening)]).Span)
        : throw JudgeWork.Wrong($"the record has no event {id}");

    private static string Search(ILedgerReader reader, JsonElement arguments)
    {
        var words = Words(arguments, "words") ?? throw JudgeWork.Wrong("words must say what to look for");
        var result = reader.Search(words, Filter(arguments), Limit(arguments));
        return Encoding.UTF8.GetString(SearchJson.Write(words, result, SearchCommand.Rows(reader, result, words)).Span);
    }

    private static string Rows(JsonElement arguments, IReadOnlyList<RecordColumn> columns, IEnumerable<ReadOnlyMemory<byte>> rows)
    {
        using var json = new MemoryStream();
        var output = new JsonListOutput(json, isIndented: false, Limit(arguments));
        output.Begin(columns);
        foreach (var row in rows)
        {
            if (!output.Add(row))
            {
                break;
            }
        }

        output.End("");
        return Encoding.UTF8.GetString(json.ToArray());
    }

    private static LedgerFilter Filter(JsonElement arguments) => new(
        Words(arguments, "kind")?.Replace(' ', '_'),
        Words(arguments, "status"),
        Words(arguments, "actor"),
        Words(arguments, "place"),
        Day(arguments, "from"),
        Day(arguments, "to"),
        Words(arguments, "source"),
        null);

    private static string? Day(JsonElement arguments, string name) =>
        Words(arguments, name) is not { } day ? null : StatedDate.Parse(day) is { Time: null } ? day : throw JudgeWork.Wrong($"{name} \"{day}\" is no day; write 2025-02-28");

    private static int Limit(JsonElement arguments) =>
        arguments.ValueKind is JsonValueKind.Object && arguments.TryGetProperty("limit", out var limit) && limit.ValueKind is JsonValueKind.Number && limit.TryGetInt32(out var number) ? Math.Clamp(number, 1, Most) : Usual;

    private static string? Words(JsonElement arguments, string name) => arguments.Plain(name).Trim() is { Length: > 0 } words ? words : null;
}
