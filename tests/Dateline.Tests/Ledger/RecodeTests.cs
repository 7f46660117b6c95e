using System.Text.Json;
using Dateline.App;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Events;
using Dateline.Tests.App;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Ledger;

/// <summary>Reports are read again: old readings stay, the record is the new one, and what people decided stands or is listed for another look.</summary>
public sealed class RecodeTests : IDisposable
{
    private readonly Bench bench = new();

    private string File => bench["ledger.db"];

    public void Dispose() => bench.Dispose();

    [Fact]
    public void ReadingAgainGivesTheSameRecord()
    {
        Bench.RunWhole(["add", .. Samples.Names.Select(name => Repository.At($"samples/{name}.txt")), "--ledger", File]);
        var before = string.Concat(((string[])["reports", "events", "claims", "findings"]).Select(list => Show(list, "--format", "json")));
        Assert.StartsWith("this program and knowledge have read every report", Show("recode"), StringComparison.Ordinal);

        var outcome = Bench.RunWhole("recode", "--all", "--ledger", File);

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.StartsWith("16 documents read again, the record is made anew", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(before, string.Concat(((string[])["reports", "events", "claims", "findings"]).Select(list => Show(list, "--format", "json"))));
        Assert.Equal([(24, 0), (24, 24)], Json.Lines(Show("runs", "--format", "jsonl")).Select(run => (run.GetProperty("readings").GetInt32(), run.GetProperty("in_record").GetInt32())));
        Assert.Equal("nothing is wrong\n", Show("verify"));
    }

    [Fact]
    public void OtherKnowledgeIsSeen()
    {
        Bench.RunWhole(["add", Repository.At("samples/03-agency-local.txt"), "--ledger", File]);
        var claim = Json.Lines(Show("claims", "--format", "jsonl")).First(row => row.GetProperty("words").GetString() == "1,500 km").GetProperty("key").GetString()!;
        Show("judge", "correct", claim, "--value", "1,600 km");
        var units = System.IO.File.ReadAllLines(Repository.At("data/units/units.tsv"));
        var longer = bench.File("data/units/units.tsv", string.Join('\n', units.First(line => !line.StartsWith('#')), units.First(line => line.StartsWith("km\t", StringComparison.Ordinal)).Replace("1000", "1001", StringComparison.Ordinal)) + "\n");

        var outcome = Bench.RunOver("recode", "--data", Path.GetDirectoryName(Path.GetDirectoryName(longer))!, "--ledger", File);

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        var now = Json.Lines(Show("claims", "--format", "jsonl")).Single(row => row.GetProperty("key").GetString() == claim);
        Assert.Equal(("1,600 km", 1501500), (now.GetProperty("words").GetString(), now.GetProperty("machine_value").GetProperty("si_low").GetInt32()));
        Assert.Contains("the program reads", Stale().Single(), StringComparison.Ordinal);
        Assert.Equal(2, Json.Lines(Show("runs", "--format", "jsonl")).Select(run => run.GetProperty("knowledge").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.StartsWith("1 document read again", Bench.RunOver("recode", "--ledger", File).Output, StringComparison.Ordinal);
        Assert.Empty(Stale());
    }

    [Theory]
    [InlineData("same", "accepted", null)]
    [InlineData("kind", "accepted", "is read as weapon test now, no longer as missile test")]
    [InlineData("none", null, "no missile test is told by “fired” any more")]
    public void AnAcceptedEvent(string change, string? judged, string? look)
    {
        Add();
        Judge("accept", Event());

        Recode(change);

        Assert.Equal(judged, Events().Select(row => row.GetProperty("judged").GetString()).SingleOrDefault());
        Looks(look);
    }

    [Theory]
    [InlineData("same", null)]
    [InlineData("kind", "is read as weapon test now, no longer as missile test")]
    [InlineData("none", "no missile test is told by “fired” any more")]
    public void ARejectedEvent(string change, string? look)
    {
        Add();
        Judge("reject", Event());

        Recode(change);

        Assert.Empty(Events());
        Looks(look);
    }

    [Theory]
    [InlineData("same", "1,600 km", null)]
    [InlineData("value", "1,600 km", "the program reads 1,590 km there now; it read 1,587 km")]
    [InlineData("right", "1,600 km", null)]
    [InlineData("words", "1,600 km", "the distance is read in “flew 1,587 km” now, not in “1,587 km” where it was")]
    [InlineData("role", null, "no distance is read in “1,587 km” any more")]
    [InlineData("kind", "1,600 km", "it is a claim of another event now: weapon test")]
    [InlineData("none", null, "no distance is read in “1,587 km” any more")]
    public void ACorrectedValue(string change, string? words, string? look)
    {
        Add();
        Judge("correct", Claim("distance"), "--value", "{\"low\":1600,\"high\":1600,\"unit\":\"km\",\"si_low\":1600000,\"si_high\":1600000,\"si_unit\":\"m\"}");

        Recode(change);

        Assert.Equal(words, Claims().Where(row => row.GetProperty("role").GetString() == "distance").Select(row => row.GetProperty("words").GetString()).SingleOrDefault());
        Looks(look);
    }

    [Theory]
    [InlineData("same", false, null)]
    [InlineData("value", false, "the program reads 1,590 km there now")]
    [InlineData("role", false, "no distance is read in “1,587 km” any more")]
    public void ARejectedClaim(string change, bool isShown, string? look)
    {
        Add();
        Judge("reject", Claim("distance"));

        Recode(change);

        Assert.Equal(isShown, Claims().Any(row => row.GetProperty("role").GetString() == "distance"));
        Looks(look);
    }

    [Theory]
    [InlineData("same", 1, null)]
    [InlineData("kind", 1, "is read as weapon test now")]
    [InlineData("none", 0, "no missile test is told by “fired” any more")]
    public void MergedEvents(string change, int events, string? look)
    {
        Add();
        Add("late");
        var ids = Events().Select(row => row.GetProperty("id").GetString()!).ToArray();
        Assert.Equal(2, ids.Length);
        Judge(["merge", .. ids]);

        Recode(change);

        Assert.Equal(events, Events().Count);
        Looks(look);
    }

    [Theory]
    [InlineData("same", 2, null)]
    [InlineData("kind", 2, "is read as weapon test now")]
    [InlineData("none", 0, "no missile test is told by “fired” any more")]
    public void ASplitEvent(string change, int events, string? look)
    {
        Add();
        Add("copy");
        Judge("split", Event(), "--out", "copy");
        Assert.Equal(2, Events().Count);

        Recode(change);

        Assert.Equal(events, Events().Count);
        Looks(look);
    }

    [Theory]
    [InlineData("same", null)]
    [InlineData("none", "nobody goes by “North Korea” any more")]
    public void OnePerson(string change, string? look)
    {
        Add();
        Judge("same-person", "North Korea", "Korean Central News Agency");

        Recode(change);

        Looks(look);
        Assert.Equal(change == "same", Show("events", "--format", "json").Contains("\"names\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("same", null)]
    [InlineData("none", "no missile test is told by “fired” any more")]
    public void ANote(string change, string? look)
    {
        Add();
        Judge("note", Event(), "--why", "ask");

        Recode(change);

        Looks(look);
        Assert.Equal(change == "same", Show("events", "--format", "json").Contains("\"ask\"", StringComparison.Ordinal));
    }

    [Fact]
    public void AnUndoneJudgementStaysUndone()
    {
        Add();
        Judge("undo", Judge("reject", Event()));

        Recode("kind");

        Assert.Single(Events());
        Looks(null);
    }

    [Fact]
    public void JudgingAnewEndsTheLook()
    {
        Add();
        Judge("accept", Event());
        Recode("kind");
        Assert.Single(Stale());

        Judge("accept", Event());

        Assert.Empty(Stale());
    }

    [Fact]
    public void AReportThatCannotBeReadAgainKeepsItsReading()
    {
        Add();
        Add("copy");
        var before = Show("events", "--format", "json");

        var outcome = Bench.RunWith((documents, options) => documents.Any(d => d.Origin.EndsWith("copy", StringComparison.Ordinal)) ? throw new InvalidOperationException("broken") : [.. documents.Select(d => HandMade.Of(d, options))], "recode", "--all", "--ledger", File);

        Assert.Equal(1, outcome.Status);
        Assert.Contains("its old reading stays", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Show("events", "--format", "json"));
        Assert.Equal("nothing is wrong\n", Show("verify"));
    }

    private void Add(string name = "first")
    {
        var line = JsonSerializer.Serialize(new { id = name, published = name == "late" ? "2025-04-28" : "2025-02-28", text = HandMade.Text });
        Assert.Equal(0, Bench.RunWith(ReadAs("same"), "add", bench.File(name + ".jsonl", line + "\n"), "--ledger", File).Status);
    }

    private void Recode(string change)
    {
        var outcome = Bench.RunWith(ReadAs(change), "recode", "--all", "--ledger", File);
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.Equal("nothing is wrong\n", Show("verify"));
    }

    /// <summary>Reads as another program would; a report named "late" tells of a day two months later, in words of its own.</summary>
    private static ReadDocuments ReadAs(string change) => (documents, options) => [.. documents.Select(document =>
    {
        var reading = HandMade.Of(document, options);
        if (reading.Events.Events.Count == 0 || change == "none")
        {
            return reading with { Events = new EventSet([], [], []), Findings = [] };
        }

        var told = reading.Events.Events[0];
        var claims = told.Claims.Select(numbered => numbered with { Claim = Changed(numbered.Claim, change, isLate: document.Origin == "late") }).ToList();
        var kind = change == "kind" ? "weapon_test" : told.Kind;
        told = told with { Kind = kind, Claims = claims, Summary = [.. claims.Select(claim => new RoleSummary(claim.Claim.Role, [claim]))], Mentions = [.. told.Mentions.Select(mention => mention with { Kind = kind })] };
        return reading with { Events = new EventSet([told], [], []) };
    })];

    private static Claim Changed(Claim claim, string change, bool isLate) => (claim, change) switch
    {
        ({ Value: TimeValue { Time: var time } }, _) when isLate => claim with { Value = new TimeValue(time with { First = time.First!.Value.PlusMonths(2), Last = time.First!.Value.PlusMonths(2) }) },
        ({ Role: "distance", Value: QuantityValue figure }, "value") => claim with { Value = figure with { Quantity = figure.Quantity with { Low = 1590, High = 1590, SiLow = 1590000, SiHigh = 1590000 } } },
        ({ Role: "distance", Value: QuantityValue figure }, "right") => claim with { Value = figure with { Quantity = figure.Quantity with { Low = 1600, High = 1600, SiLow = 1600000, SiHigh = 1600000 } } },
        ({ Role: "distance" }, "words") => claim with { Evidence = [new TextSpan(claim.Evidence[0].Start - "flew ".Length, claim.Evidence[0].End)] },
        ({ Role: "distance" }, "role") => claim with { Role = "range" },
        _ => claim,
    };

    private void Looks(string? look)
    {
        if (look is null)
        {
            Assert.Empty(Stale());
        }
        else
        {
            Assert.Contains(Stale(), words => words.Contains(look, StringComparison.Ordinal));
        }
    }

    private List<string> Stale() => [.. Json.Lines(Show("judge", "list", "--stale", "--format", "jsonl")).SelectMany(row => row.GetProperty("look").EnumerateArray()).Select(words => words.GetString()!)];

    private List<JsonElement> Events() => [.. Json.Lines(Show("events", "--format", "jsonl"))];

    private List<JsonElement> Claims() => [.. Json.Lines(Show("claims", "--format", "jsonl"))];

    private string Event() => Events().First().GetProperty("id").GetString()!;

    private string Claim(string role) => Claims().First(row => row.GetProperty("role").GetString() == role).GetProperty("key").GetString()!;

    private string Judge(params string[] args) => Show(["judge", .. args]).Split(' ')[0];

    private string Show(params string[] args)
    {
        var outcome = Bench.RunWhole([.. args, "--ledger", File]);
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        return outcome.Output;
    }
}
