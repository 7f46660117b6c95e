using System.Text.Json;
using Dateline.Tests.App;

namespace Dateline.Tests.Exports;

/// <summary>A ledger of the samples and of reports whose names and words are traps, with what a person decided, in every format.</summary>
public sealed class ExportedSamples : IDisposable
{
    /// <summary>What a spreadsheet would run.</summary>
    public const string Formula = "=HYPERLINK(\"http://x.example\",\"open\")";

    private static readonly string[] Hostile =
    [
        Line(Formula, "@SUM(1+1)*cmd|' /C calc'!A0", "SEOUL, May 6, 2025 - South Korea fired two missiles from Anheung on Tuesday, the “=1+1 <script>alert(1)</script>” group said. They flew 300 km.\n"),
        Line("+1", "-2+3", "TOKYO, May 7, 2025 - A drone strike on a depot in Belgorod killed nine people on Tuesday, the governor said. A ministry \u202Espokesman said five people had been killed in the strike on the depot in Belgorod.\n"),
        Line("plain", null, "A drone struck a ship, the army said, and nobody said when or where.\n"),
    ];

    private readonly Bench bench = new();

    public ExportedSamples()
    {
        Ledger = Add("ledger.db", reversed: false);
        var claim = Rows("claims").First(row => row.GetProperty("role").GetString() == "distance" && row.GetProperty("event").ValueKind is JsonValueKind.String);
        Judged = claim.GetProperty("key").GetString()!;
        Assert.Equal(0, Bench.RunWhole("judge", "accept", Judged, "--by", "Kim", "--why", "the words say so", "--ledger", Ledger).Status);
        Events = Rows("events");
        Claims = Rows("claims");
    }

    /// <summary>The ledger.</summary>
    public string Ledger { get; }

    /// <summary>Key of the claim a person accepted.</summary>
    public string Judged { get; }

    /// <summary>Rows of <c>dateline events</c>.</summary>
    public IReadOnlyList<JsonElement> Events { get; }

    /// <summary>Rows of <c>dateline claims</c>.</summary>
    public IReadOnlyList<JsonElement> Claims { get; }

    /// <summary>One event of the record by what its row says.</summary>
    public JsonElement Event(Func<JsonElement, bool> isIt) => Events.First(isIt);

    public void Dispose() => bench.Dispose();

    /// <summary>Another ledger of the same reports.</summary>
    public string Add(string name, bool reversed)
    {
        var traps = bench.File(name + ".jsonl", string.Concat(reversed ? Hostile.Reverse() : Hostile));
        var inputs = Repository.Files("samples", "*.txt").Select(file => Repository.At("samples/" + file)).Append(traps);
        var outcome = Bench.RunWhole(["add", .. reversed ? inputs.Reverse() : inputs, "--ledger", bench[name]]);
        Assert.True(outcome.Status == 1 && outcome.Error.Contains("plain: no publication date", StringComparison.Ordinal), outcome.Error);
        return bench[name];
    }

    /// <summary>A ledger in which a person read another value in one claim of the launch that six reports tell: now it is disputed.</summary>
    public string Disputed(string role, string words, string value)
    {
        var ledger = Add($"disputed-{role}.db", reversed: false);
        var claim = Json.Lines(Bench.RunWhole("claims", "--event", LaunchOf(ledger), "--format", "jsonl", "--ledger", ledger).Output).First(row => row.GetProperty("role").ValueEquals(role) && row.GetProperty("words").ValueEquals(words));
        var outcome = Bench.RunWhole("judge", "correct", claim.GetProperty("key").GetString()!, "--value", value, "--ledger", ledger);
        Assert.True(outcome.Status == 0, outcome.Error);
        return ledger;
    }

    /// <summary>The launch that six reports tell.</summary>
    public static string LaunchOf(string ledger) => Json.Lines(Bench.RunWhole("events", "--format", "jsonl", "--ledger", ledger).Output).Single(row => row.GetProperty("reports").GetArrayLength() == 6).GetProperty("id").GetString()!;

    /// <summary>An export as bytes.</summary>
    public byte[] Bytes(string format, params string[] more) => BytesOf(Ledger, format, more);

    /// <summary>An export of some ledger.</summary>
    public byte[] BytesOf(string ledger, string format, params string[] more)
    {
        var file = bench["out-" + format];
        var outcome = Bench.RunWhole(["export", format, "--ledger", ledger, "--output", file, .. more]);
        Assert.True(outcome.Status == 0, outcome.Error);
        return File.ReadAllBytes(file);
    }

    /// <summary>An export as text.</summary>
    public string Text(string format, params string[] more) => System.Text.Encoding.UTF8.GetString(Bytes(format, more));

    /// <summary>The codebook that lies beside a table.</summary>
    public JsonElement Codebook(string format)
    {
        Bytes(format);
        return Json.Parse(File.ReadAllText(bench["out-" + format + "-metadata.json"]));
    }

    private List<JsonElement> Rows(string list) => [.. Json.Lines(Bench.RunWhole(list, "--format", "jsonl", "--ledger", Ledger).Output)];

    private static string Line(string id, string? title, string text) => JsonSerializer.Serialize(new { id, title, text }) + "\n";
}
