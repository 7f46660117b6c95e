using System.Globalization;
using System.Text.Json;
using Dateline.Checks.Tables;
using Dateline.Tests.Annotations;

namespace Dateline.Tests.App;

/// <summary><c>dateline check --table</c>: what each check finds in rows of somebody's own table, and where it stays silent.</summary>
public sealed class CheckTableTests : IDisposable
{
    private const string Spec = "table-checks.jsonl";
    private const int LeastFiring = 8;
    private const int LeastSilent = 12;

    private const string Map = """
        {
          "fields": { "id": "no", "day": "date", "weekday": "weekday", "weapon_class": "class" },
          "figures": { "distance": { "column": "km", "unit": "km" }, "duration": { "column": "seconds", "unit": "seconds" }, "altitude": { "column": "apogee", "unit": "km" } },
          "links": ["link"], "words": ["remarks"]
        }
        """;

    private static readonly string[] Columns = ["no", "date", "weekday", "class", "km", "seconds", "apogee", "link", "remarks"];
    private static readonly string[] NeedNoMinimum = ["DL0103"];

    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void FindsWhatTheRowsSay()
    {
        var rows = SpecRows.All(Spec);
        var csv = string.Join(',', Columns) + "\n" + string.Concat(rows.Select((row, i) => string.Join(',', Columns.Select(column => Quoted(column is "no" ? i.ToString(CultureInfo.InvariantCulture) : Cell(row, column)))) + "\n"));

        var outcome = Bench.RunWhole("check", "--table", bench.File("t.csv", csv), "--map", bench.File("m.json", Map), "--format", "jsonl");

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        var found = Json.Lines(outcome.Output).ToLookup(f => f.GetProperty("id").GetString()!, StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            var own = found[i.ToString(CultureInfo.InvariantCulture)].Where(f => f.GetProperty("check").ValueEquals(row.GetProperty("check").GetString())).Select(f => f.GetProperty("severity").GetString() + ": " + f.GetProperty("message").GetString()).ToList();
            var expected = row.GetProperty("finds").GetString()!;
            var colon = expected.IndexOf(':', StringComparison.Ordinal);
            var isRight = expected.Length == 0 ? own.Count == 0 : own.Exists(f => f.StartsWith(expected[..colon], StringComparison.Ordinal) && f.Contains(expected[(colon + 2)..], StringComparison.Ordinal));
            if (!isRight)
            {
                wrong.Add(row.GetRawText() + " -> " + string.Join(" | ", own));
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void EveryCheckHasRowsThatFireAndRowsThatStaySilent()
    {
        foreach (var rows in SpecRows.All(Spec).GroupBy(row => row.GetProperty("check").GetString()!).Where(rows => !NeedNoMinimum.Contains(rows.Key, StringComparer.Ordinal)))
        {
            Assert.True(rows.Count(row => row.GetProperty("finds").GetString()!.Length > 0) >= LeastFiring, rows.Key + " fires in too few rows");
            Assert.True(rows.Count(row => row.GetProperty("finds").GetString()!.Length == 0) >= LeastSilent, rows.Key + " stays silent in too few rows");
        }
    }

    [Fact]
    public void TellsTheLineTheColumnsAndTheWords()
    {
        var row = Json.Lines(Run("no,date,weekday,class,km,seconds,apogee,link,remarks\n7,2025-01-14,,,,,,,\"It flew\n3,700 km (3,000 miles).\"\n8,2025-01-14,Friday,,,,,,\n").Output).ToList();

        Assert.Equal([2, 4], row.Select(r => r.GetProperty("line").GetInt32()));
        Assert.Equal(("7", "remarks", "3,700 km (3,000 miles"), (row[0].GetProperty("id").GetString(), row[0].GetProperty("columns")[0].GetString(), row[0].GetProperty("words").GetString()));
        Assert.Equal(["weekday", "date"], row[1].GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
    }

    [Fact]
    public void EndsWithThreeWhereAsked()
    {
        const string Header = "no,date,weekday,class,km,seconds,apogee,link,remarks\n";
        Assert.Equal(3, Run(Header + "8,2025-01-14,Friday,,,,,,\n", "--fail-on", "warning").Status);
        Assert.Equal(0, Run(Header + "8,2025-01-14,Friday,,,,,,\n", "--fail-on", "warning", "--check", "DL0101").Status);
        Assert.Equal(0, Run(Header + "8,2025-01-14,Tuesday,,,,,,\n", "--fail-on", "info").Status);
        var unread = Run(Header + "8,soon,,,,,,,\n");
        Assert.Equal(1, unread.Status);
        Assert.Contains("t.csv:2: \"soon\" is no day", unread.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--table and --map go together", "check", "--table", "t.csv")]
    [InlineData("--table and --map go together", "check", "--map", "m.json")]
    [InlineData("name one", "check", "--table", "t.csv", "--map", "m.json", "--ledger", "x.db")]
    [InlineData("take no inputs", "check", "a.txt", "--ledger", "x.db")]
    [InlineData("--event needs --ledger", "check", "a.txt", "--event", "ev-1")]
    [InlineData("cannot be read", "check", "--table", "nosuch.csv", "--map", "nosuch.json")]
    public void WrongUseIsTold(string message, params string[] args)
    {
        var outcome = Bench.RunWhole(args);
        Assert.Equal(2, outcome.Status);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/2024/09/18/x", "2024-09-18")]
    [InlineData("https://example.org/x-20240918.html", "2024-09-18")]
    [InlineData("https://example.org/2024/9/8", "2024-09-08")]
    [InlineData("https://example.org/2024-13-01", null)]
    [InlineData("https://example.org/2024-09/18", null)]
    [InlineData("https://example.org/2023-02-29", null)]
    [InlineData("https://example.org/120240918", null)]
    [InlineData("", null)]
    public void DaysAreReadOutOfAddresses(string address, string? day) => Assert.Equal(day, LinkDay.Of(address)?.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture));

    private Outcome Run(string csv, params string[] options) => Bench.RunWhole(["check", "--table", bench.File("t.csv", csv), "--map", bench.File("m.json", Map), "--format", "jsonl", .. options]);

    private static string Cell(JsonElement row, string column) => row.GetProperty("cells").TryGetProperty(column, out var cell) ? cell.GetString()! : "";

    private static string Quoted(string cell) => "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
