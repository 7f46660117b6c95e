using System.Text;
using System.Text.Json;
using Dateline.Tests.App;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Ledger;

/// <summary>What people decide shows everywhere, can be taken back, and nothing is lost.</summary>
public sealed class JudgementTests : IDisposable
{
    private const string Launch = "missile_test";

    private readonly Bench bench = new();

    private string File => bench["ledger.db"];

    public void Dispose() => bench.Dispose();

    [Fact]
    public void AnAcceptedEventSaysWhoAndWhy()
    {
        Add();
        var id = LaunchEvent().GetProperty("id").GetString()!;

        Judge("accept", id, "--by", "Kim", "--why", "seen on radar");

        Assert.Equal("accepted", LaunchEvent().GetProperty("judged").GetString());
        var noted = LaunchEvent().GetProperty("judgements")[0];
        Assert.Equal(("accept", "Kim", "seen on radar"), (noted.GetProperty("kind").GetString(), noted.GetProperty("by").GetString(), noted.GetProperty("why").GetString()));
        Assert.Contains("accept by Kim: seen on radar", Show("event", id), StringComparison.Ordinal);
    }

    [Fact]
    public void NobodyIsNamedUnlessTheyNameThemselves()
    {
        Add();

        Judge("accept", LaunchEvent().GetProperty("id").GetString()!);

        Assert.Equal(JsonValueKind.Null, Judgements().Single().GetProperty("by").ValueKind);
        Assert.DoesNotContain(Environment.UserName, Show("judge", "list", "--format", "jsonl").Replace(bench["x"], "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void ARejectedEventLeavesTheListsUnlessAskedFor()
    {
        Add();
        var id = LaunchEvent().GetProperty("id").GetString()!;
        var (events, claims) = (Rows("events").Count, Rows("claims").Count);

        Judge("reject", id);

        Assert.Equal(events - 1, Rows("events").Count);
        Assert.DoesNotContain(Rows("claims"), claim => claim.GetProperty("event").GetString() == id);
        Assert.DoesNotContain(Rows("findings"), finding => finding.GetProperty("events").ToString().Contains(id, StringComparison.Ordinal));
        Assert.DoesNotContain(id, Show("search", "missile", "--format", "json"), StringComparison.Ordinal);
        Assert.Equal((events, claims), (Rows("events", "--rejected").Count, Rows("claims", "--rejected").Count));
        Assert.Equal("rejected", Json.Lines(Show("event", id, "--format", "jsonl")).Single().GetProperty("judged").GetString());
    }

    [Fact]
    public void ARejectedEventThatAnotherReportTellsIsShownAgainAndListedForAnotherLook()
    {
        Bench.RunWhole("add", Path("01-"), "--ledger", File);
        Judge("reject", LaunchEvent().GetProperty("id").GetString()!);
        Assert.DoesNotContain(Rows("events"), row => IsLaunch(row));

        Bench.RunWhole("add", Path("04-"), "--ledger", File);

        Assert.Equal([Path("04-")], LaunchEvent().GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("source").GetString()));
        var look = Json.Lines(Show("judge", "list", "--stale", "--format", "jsonl")).Single().GetProperty("look")[0].GetString();
        Assert.Contains("nobody rejected", look, StringComparison.Ordinal);
    }

    [Fact]
    public void ACorrectedValueIsThePersonsWithTheProgramsBesideIt()
    {
        Add();
        var claim = Rows("claims").First(row => row.GetProperty("role").GetString() == "distance" && row.GetProperty("words").GetString() == "1,500 km");

        Judge("correct", claim.GetProperty("key").GetString()!, "--value", "1,600 km", "--by", "Kim");

        var now = Rows("claims").Single(row => row.GetProperty("key").GetString() == claim.GetProperty("key").GetString());
        Assert.Equal(("1,600 km", "1,500 km"), (now.GetProperty("words").GetString(), now.GetProperty("machine_words").GetString()));
        Assert.Equal(1600000, now.GetProperty("value").GetProperty("si_low").GetInt32());
        Assert.Equal(claim.GetProperty("value").GetRawText(), now.GetProperty("machine_value").GetRawText());
        Assert.Equal("correct", now.GetProperty("judged").GetProperty("kind").GetString());
        Assert.Equal(claim.GetProperty("evidence").GetRawText(), now.GetProperty("evidence").GetRawText());
        var told = LaunchEvent().GetProperty("roles").GetProperty("distance").EnumerateArray().Single(value => value.GetProperty("words").GetString() == "1,600 km");
        Assert.Equal("1,500 km", told.GetProperty("machine")[0].GetProperty("words").GetString());
        Assert.Contains("(corrected;", Show("event", LaunchEvent().GetProperty("id").GetString()!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time", "2025-01-07", "2025-01-07")]
    [InlineData("actor", "Kim Jong Un", "Kim Jong Un")]
    [InlineData("actor", "Committee of Nowhere", "Committee of Nowhere")]
    [InlineData("weapon_class", "ballistic missile", "ballistic missile")]
    [InlineData("distance", "{\"low\":7,\"high\":8,\"unit\":\"km\"}", "7 to 8 km")]
    public void EveryTypeOfValueCanBeCorrected(string role, string value, string words)
    {
        Add();
        var claim = Rows("claims", "--kind", Launch).First(row => row.GetProperty("role").GetString() == role).GetProperty("key").GetString()!;

        Judge("correct", claim, "--value", value);

        Assert.Equal(words, Rows("claims").Single(row => row.GetProperty("key").GetString() == claim).GetProperty("words").GetString());
    }

    [Theory]
    [InlineData("distance", "soon")]
    [InlineData("time", "1,500 km")]
    [InlineData("distance", "{\"earliest\":\"2025-01-01\"}")]
    [InlineData("distance", "{")]
    public void AValueOfAnotherTypeIsRefused(string role, string value)
    {
        Add();
        var claim = Rows("claims", "--kind", Launch).First(row => row.GetProperty("role").GetString() == role).GetProperty("key").GetString()!;

        var outcome = Bench.RunWhole("judge", "correct", claim, "--value", value, "--ledger", File);

        Assert.Equal(2, outcome.Status);
        Assert.Contains("cannot be read as the " + role, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Judgements());
    }

    [Fact]
    public void MergedEventsAreOneAndApartAgainWhenUndone()
    {
        Add();
        var before = Show("events", "--format", "json");
        var (one, other) = (LaunchEvent().GetProperty("id").GetString()!, Rows("events").First(row => row.GetProperty("kind").GetString() == "satellite_launch").GetProperty("id").GetString()!);

        var judgement = Judge("merge", one, other);

        var merged = Rows("events").Single(row => row.GetProperty("reports").GetArrayLength() == 7);
        Assert.Equal("merge", merged.GetProperty("judgements")[0].GetProperty("kind").GetString());
        Assert.Equal(merged.GetProperty("id").GetString(), Json.Lines(Show("event", other, "--format", "jsonl")).Single().GetProperty("id").GetString());

        Judge("undo", judgement);

        Assert.Equal(before, Show("events", "--format", "json"));
    }

    [Fact]
    public void SplitTellingsAreOfAnotherEvent()
    {
        Add();
        var before = Show("events", "--format", "json");

        var judgement = Judge("split", LaunchEvent().GetProperty("id").GetString()!, "--out", "06-submarine", "--out", "05-newspaper");

        Assert.Equal(4, LaunchEvent().GetProperty("reports").GetArrayLength());
        var other = Rows("events").Single(row => IsLaunch(row) && row.GetProperty("reports").GetArrayLength() < 4);
        Assert.Equal(2, other.GetProperty("reports").GetArrayLength());

        Judge("undo", judgement);
        Assert.Equal(before, Show("events", "--format", "json"));
    }

    [Fact]
    public void ASplitHoldsForReportsThatComeLater()
    {
        Add();
        Judge("split", LaunchEvent().GetProperty("id").GetString()!, "--out", "06-submarine");
        var straight = Show("events", "--format", "json");
        var judgements = bench.File("judgements.jsonl", Show("judge", "list", "--format", "jsonl"));
        System.IO.File.Delete(File);

        Assert.Equal(0, Bench.RunWhole(["add", .. Paths().Where(path => path.Contains("06-", StringComparison.Ordinal)), "--ledger", File]).Status & ~1);
        Assert.StartsWith("1 judgement noted", Show("judge", "apply", judgements), StringComparison.Ordinal);
        Bench.RunWhole(["add", .. Paths().Reverse(), "--ledger", File]);

        Assert.Equal(straight, Show("events", "--format", "json"));
    }

    [Fact]
    public void OnePersonUnderTwoNamesIsOneSourceAndOneActor()
    {
        var one = bench.File("one.txt", "SEOUL, March 3 - Foreign Minister Jon Halvers met Chinese President Xi Jinping in Vienna on Monday, officials said.");
        var two = bench.File("two.txt", "VIENNA, March 3 - Foreign Minister John Halvers met Chinese President Xi Jinping in Vienna on Monday, the chancellery said.");
        Bench.RunWhole("add", one, two, "--published", "2025-03-03", "--ledger", File);
        var before = Show("events", "--format", "json");
        Assert.Contains("Jon Halvers", before, StringComparison.Ordinal);

        var judgement = Judge("same-person", "Jon Halvers", "John Halvers");

        var meeting = Rows("events").Single(row => row.GetProperty("reports").GetArrayLength() == 2);
        var halvers = meeting.GetProperty("roles").EnumerateObject().SelectMany(role => role.Value.EnumerateArray()).Single(value => value.GetProperty("words").GetString()!.Contains("Halvers", StringComparison.Ordinal));
        Assert.Equal(["John Halvers", "Jon Halvers"], halvers.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        Assert.Single(Rows("events", "--actor", "Jon Halvers"));
        Assert.Single(Rows("events", "--actor", "John Halvers"));

        Judge("undo", judgement);
        Assert.Equal(before, Show("events", "--format", "json"));
    }

    [Fact]
    public void NotesAndRejectedClaimsShow()
    {
        Add();
        var claim = Rows("claims", "--kind", Launch).First(row => row.GetProperty("words").GetString() == "1,500 km");
        var key = claim.GetProperty("key").GetString()!;

        Judge("note", key, "--why", "ask the ministry");
        Assert.Equal("ask the ministry", Rows("claims").Single(row => row.GetProperty("key").GetString() == key).GetProperty("notes")[0].GetProperty("why").GetString());

        var judgement = Judge("reject", key);
        Assert.DoesNotContain(Rows("claims"), row => row.GetProperty("key").GetString() == key);
        Assert.Contains(Rows("claims", "--rejected"), row => row.GetProperty("key").GetString() == key);

        Judge("undo", judgement);
        Assert.Contains(Rows("claims"), row => row.GetProperty("key").GetString() == key);
    }

    [Fact]
    public void TheLaterOfTwoHoldsAndUndoingItBringsTheEarlierBack()
    {
        Add();
        var id = LaunchEvent().GetProperty("id").GetString()!;

        Judge("accept", id);
        var reject = Judge("reject", id);
        Assert.DoesNotContain(Rows("events"), IsLaunchOfMany);
        Assert.Equal(["replaced", "holds"], Judgements().Select(row => row.GetProperty("state").GetString()));

        var undo = Judge("undo", reject);
        Assert.Equal("accepted", LaunchEvent().GetProperty("judged").GetString());

        Judge("undo", undo);
        Assert.DoesNotContain(Rows("events"), IsLaunchOfMany);
        Assert.Equal(4, Judgements().Count);
        Assert.Equal(2, Bench.RunWhole("judge", "undo", undo, "--ledger", File).Status);
        Assert.Equal("nothing is wrong\n", Show("verify"));
    }

    [Fact]
    public void JudgementsGoFromOneLedgerToAnother()
    {
        Add();
        var id = LaunchEvent().GetProperty("id").GetString()!;
        var short_ = $$"""
            {"judge": "accept", "of": "{{id}}", "by": "Kim"}

            {"judge": "note", "of": "{{id}}", "why": "x"}
            {"judge": "accept", "of": "ev-none"}
            {"judge": "dance", "of": "ev-none"}
            nonsense
            {"id": 3}
            """;
        var outcome = Bench.Run(Encoding.UTF8.GetBytes(short_), ["judge", "apply", "--ledger", File]);
        Assert.Equal((1, "2 judgements noted\n"), (outcome.Status, outcome.Output));
        Assert.Equal(["4", "5", "6", "7"], outcome.Error.Trim().Split('\n').Select(line => line.Split(':')[2]));

        var whole = bench.File("judgements.jsonl", Show("judge", "list", "--format", "jsonl"));
        var events = Show("events", "--format", "json");
        System.IO.File.Delete(File);
        Bench.RunWhole(["add", Path("06-"), "--ledger", File]);
        Assert.Equal("2 judgements noted\n", Show("judge", "apply", whole));
        Assert.Equal("0 judgements noted\n", Show("judge", "apply", whole));
        Assert.All(Judgements(), row => Assert.Equal("look", row.GetProperty("state").GetString()));
        Bench.RunWhole(["add", .. Paths(), "--ledger", File]);

        Assert.Equal(events, Show("events", "--format", "json"));
        Assert.All(Judgements(), row => Assert.Equal("holds", row.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("""{"judge":5}""")]
    [InlineData("""{"judge":"accept","of":{"a":1}}""")]
    [InlineData("""{"judge":"correct","of":"CLAIM"}""")]
    [InlineData("""{"judge":"correct","of":"CLAIM","value":[]}""")]
    [InlineData("""{"judge":"correct","of":"CLAIM","value":{"low":"NaN"}}""")]
    [InlineData("""{"judge":"correct","of":"CLAIM","value":{"low":1e999,"high":null}}""")]
    [InlineData("""{"kind":"accept","at":"2025-01-01","tellings":[null]}""")]
    [InlineData("""{"kind":"accept","at":"soon","tellings":[{"report":"x","kind":"y","start":0,"end":1,"words":"z"}]}""")]
    [InlineData("""{"kind":"correct","at":"2025-01-01","statement":{"report":"REPORT","role":"distance","evidence":null,"value":{}}}""")]
    [InlineData("""{"kind":"correct","at":"2025-01-01","value":{"earliest":"2","latest":7},"statement":{"report":"REPORT","role":"time","evidence":[{"start":0,"end":500000,"text":"x"}],"value":{"x":1}}}""")]
    [InlineData("""{"kind":"correct","at":"2025-01-01","value":{"earliest":"2025-01-01","latest":"2025-01-01"},"statement":{"report":"REPORT","role":"distance","evidence":[{"start":0,"end":500000,"text":"x"}],"value":{}}}""")]
    [InlineData("""{"kind":"same_person","at":"2025-01-01","persons":[{"name":"a"},{"name":null}]}""")]
    [InlineData("""{"kind":"dance","at":"2025-01-01"}""")]
    [InlineData("[[[[1]]]]")]
    public void AHostileLineCostsItselfOnly(string line)
    {
        Bench.RunWhole("add", Path("03-"), "--ledger", File);
        var before = Show("events", "--format", "json");
        var claim = Rows("claims").First(row => row.GetProperty("role").GetString() == "distance");
        var written = line.Replace("CLAIM", claim.GetProperty("key").GetString(), StringComparison.Ordinal).Replace("REPORT", claim.GetProperty("report").GetProperty("id").GetString(), StringComparison.Ordinal);

        var outcome = Bench.RunWhole(Encoding.UTF8.GetBytes(written), ["judge", "apply", "--ledger", File]);

        Assert.Equal((1, "0 judgements noted\n"), (outcome.Status, outcome.Output));
        Assert.StartsWith("dateline: standard input:1: ", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Show("events", "--format", "json"));
    }

    [Theory]
    [InlineData("accept", "ev-000000000000")]
    [InlineData("accept", "st-0000000000000000")]
    [InlineData("correct", "ev-000000000000", "--value", "1 km")]
    [InlineData("merge", "ev-000000000000")]
    [InlineData("same-person", "Nobody Atall", "Someone Else")]
    [InlineData("undo", "jd-000000000000")]
    [InlineData("split", "ev-000000000000", "--out", "x")]
    [InlineData("apply", "no-such-file.jsonl")]
    public void WhatIsNotThereIsWrongUse(params string[] args)
    {
        Bench.RunWhole("add", Path("03-"), "--ledger", File);

        var outcome = Bench.RunWhole(["judge", .. args, "--ledger", File]);

        Assert.Equal((2, ""), (outcome.Status, outcome.Output));
        Assert.NotEqual("", outcome.Error);
        Assert.Empty(Judgements());
    }

    private static IEnumerable<string> Paths() => Samples.Names.Select(name => Repository.At($"samples/{name}.txt"));

    private static string Path(string beginning) => Paths().First(path => System.IO.Path.GetFileName(path).StartsWith(beginning, StringComparison.Ordinal));

    private static bool IsLaunch(JsonElement row) => row.GetProperty("kind").GetString() == Launch && row.GetProperty("time").ToString().Contains("2025-01-06", StringComparison.Ordinal);

    private static bool IsLaunchOfMany(JsonElement row) => row.GetProperty("reports").GetArrayLength() > 3;

    private void Add() => Bench.RunWhole(["add", .. Paths(), "--ledger", File]);

    private JsonElement LaunchEvent() => Rows("events").Where(IsLaunch).MaxBy(row => row.GetProperty("reports").GetArrayLength());

    private List<JsonElement> Rows(string list, params string[] filter) => [.. Json.Lines(Show([list, "--format", "jsonl", .. filter]))];

    private List<JsonElement> Judgements() => [.. Json.Lines(Show("judge", "list", "--format", "jsonl"))];

    private string Show(params string[] args)
    {
        var outcome = Bench.RunWhole([.. args, "--ledger", File]);
        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        return outcome.Output;
    }

    /// <summary>Notes a judgement; returns its id.</summary>
    private string Judge(params string[] args) => Show(["judge", .. args]).Split(' ')[0];
}
