using System.Text.Json;
using Dateline.Views;
using Spectre.Console;
using Words = Spectre.Console.Text;

namespace Dateline.App.Output;

/// <summary>One event of the record on a terminal: its row, the values of its roles, its reports.</summary>
internal static class EventOutput
{
    /// <summary>Shows an event, from its row's JSON.</summary>
    public static void Show(IAnsiConsole console, JsonElement row)
    {
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(2)).AddColumn();
        foreach (var column in RecordRows.Events.Where(column => column.Cell(row).Length > 0))
        {
            facts.AddRow(new Words(column.Name, Terminal.Quiet), new Words(ValueWords.OneLine(column.Cell(row))));
        }

        console.Write(facts);
        var values = Terminal.Table("role", "value", "status", "claims", "texts", "origins");
        foreach (var role in row.GetProperty("roles").EnumerateObject())
        {
            foreach (var told in role.Value.EnumerateArray())
            {
                values.AddRow(
                    new Words(ValueWords.Spaced(role.Name), Terminal.Strong),
                    new Words(ValueWords.OneLine(told.GetProperty("words").GetString()! + Machine(told))),
                    new Words(ValueWords.Spaced(told.GetProperty("status").GetString()!)),
                    new Words(told.GetProperty("claims").GetRawText()),
                    new Words(told.GetProperty("texts").GetRawText()),
                    new Words(string.Join(", ", told.GetProperty("origins").EnumerateArray().Select(origin => ValueWords.OneLine(origin.GetProperty("name").GetString()!)))));
            }
        }

        console.Write(values);
        foreach (var finding in row.GetProperty("findings").EnumerateArray())
        {
            console.Write(new Words(ValueWords.OneLine($" {finding.GetProperty("check").GetString()}  {finding.GetProperty("severity").GetString()}: {finding.GetProperty("message").GetString()}")));
            console.WriteLine();
        }

        foreach (var judgement in row.GetProperty("judgements").EnumerateArray())
        {
            var by = judgement.GetProperty("by").GetString() is { } name ? " by " + name : "";
            var why = judgement.GetProperty("why").GetString() is { } reason ? ": " + reason : "";
            console.Write(new Words(ValueWords.OneLine($" {judgement.GetProperty("id").GetString()}  {ValueWords.Spaced(judgement.GetProperty("kind").GetString()!)}{by}{why}")));
            console.WriteLine();
        }

        foreach (var report in row.GetProperty("reports").EnumerateArray())
        {
            console.Write(new Words($" {RecordRows.Short(report.GetProperty("id").GetString()!)}  {ValueWords.OneLine(report.GetProperty("source").GetString()!)}", Terminal.Quiet));
            console.WriteLine();
        }
    }

    /// <summary>What the program had read where a person gave another value.</summary>
    private static string Machine(JsonElement told) => told.TryGetProperty("machine", out var machine)
        ? $" (corrected; read as {string.Join(", ", machine.EnumerateArray().Select(read => read.GetProperty("words").GetString()))})"
        : "";
}
