using System.Text;
using System.Text.Json;

namespace Dateline.Tests.App;

/// <summary>What <c>dateline read</c> prints, in each format.</summary>
public sealed class ReadOutputTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void JsonHasTheShapeOfTheContract()
    {
        var reading = Json.Parse(Run("json").Output);

        Assert.Equal(["schema", "run", "report", "annotations", "events", "claims", "tallies", "findings"], Names(reading));
        Assert.Equal(
            ["agencies", "blocks", "byline", "filed", "flags", "id", "language", "outlet", "published", "source", "text", "title", "url"],
            Names(reading.GetProperty("report")).Order(StringComparer.Ordinal));
        Assert.Equal("dateline.reading/1", reading.GetProperty("schema").GetString());
        Assert.Equal(
            """{"date":"2025-02-28","time":"08:30","zone":"+09:00","from":"argument","span":null}""",
            Flat(reading.GetProperty("report").GetProperty("published")));
        Assert.Equal("""{"id":null,"name":"The Daily","country":null,"state_control":null,"owner":null}""", Flat(reading.GetProperty("report").GetProperty("outlet")));
    }

    [Fact]
    public void EveryClaimValueHasItsShape()
    {
        var claims = Json.Parse(Run("json").Output).GetProperty("claims").EnumerateArray().ToDictionary(claim => claim.GetProperty("role").GetString()!);

        Assert.Equal(
            """{"earliest":"2025-02-26T08:00:00+09:00","latest":"2025-02-26T08:00:00+09:00","precision":"hour","local":"2025-02-26T08:00","zone":"+09:00","utc":"2025-02-25T23:00:00Z","text":"8am on Wednesday"}""",
            Flat(claims["time"].GetProperty("value")));
        Assert.Equal(
            """{"low":1587,"high":1587,"unit":"km","si_low":1587000,"si_high":1587000,"si_unit":"m","approximate":false,"vague":null,"vague_low":null,"vague_high":null,"counted":null,"text":"1,587 km"}""",
            Flat(claims["distance"].GetProperty("value")));
        Assert.Equal("several", claims["count"].GetProperty("value").GetProperty("vague").GetString());
        Assert.Equal("off the west coast of", claims["place"].GetProperty("value").GetProperty("relation").GetString());
        Assert.Equal("state", claims["actor"].GetProperty("value").GetProperty("kind").GetString());
        Assert.Equal("state_media", claims["actor"].GetProperty("according_to")[0].GetProperty("kind").GetString());
        Assert.Equal(0, claims["distance"].GetProperty("according_to").GetArrayLength());
    }

    [Fact]
    public void SpansCountCodePointsAndEqualTheirSlice()
    {
        var reading = Json.Parse(Run("json", "--explain").Output);
        var runes = reading.GetProperty("report").GetProperty("text").GetString()!.EnumerateRunes().ToArray();
        var spans = Spans(reading).ToList();

        Assert.NotEmpty(spans);
        Assert.All(spans, span => Assert.Equal(span.Text, string.Concat(runes[span.Start..span.End])));
    }

    [Fact]
    public void BriefLeavesTheAnnotationsOut() => Assert.DoesNotContain("annotations", Names(Json.Parse(Run("json", "--brief").Output)));

    [Fact]
    public void ExplainAddsRulesAndReasons()
    {
        var reading = Json.Parse(Run("json", "--explain").Output);

        Assert.Equal("a past verb", reading.GetProperty("explain").GetProperty("mentions")[0].GetProperty("reason").GetString());
        Assert.Equal("no frame fits", reading.GetProperty("explain").GetProperty("abstained")[0].GetProperty("reason").GetString());
        Assert.Contains("no frame fits", Run("table", "--explain").Output, StringComparison.Ordinal);
        Assert.Contains("“flew”: no frame fits", Run("markdown", "--explain").Output, StringComparison.Ordinal);
        Assert.Equal("hand", reading.GetProperty("annotations").GetProperty("times")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public void SeveralReportsAreAnArrayAlsoWhenOnlyOneCouldBeRead()
    {
        var good = bench.File("good.txt", HandMade.Text);

        Assert.Equal(2, Json.Parse(Bench.Run("read", good, good, "--format", "json").Output).GetArrayLength());
        Assert.Equal(1, Json.Parse(Bench.Run("read", bench["gone"], good, "--format", "json").Output).GetArrayLength());
        Assert.Equal(1, Json.Parse(Bench.Run("read", good, bench["gone"], "--format", "json").Output).GetArrayLength());
        Assert.Equal(0, Json.Parse(Bench.Run("read", bench["gone"], bench["lost"], "--format", "json").Output).GetArrayLength());
        Assert.Equal("", Bench.Run("read", bench["gone"], "--format", "json").Output);
    }

    [Fact]
    public void FoldersAreWalkedInNameOrderBelowTheFolderAsGiven()
    {
        foreach (var name in new[] { "b.txt", "a.txt", "c/x.txt", "B.text", "notes", "page.html", "d.jsonl" })
        {
            bench.File("in/" + name, name == "d.jsonl" ? "{\"text\":\"x\"}" : "x " + name);
        }

        var folder = bench["in"] + "/";
        var sources = Json.Lines(Bench.Run("read", folder, "--format", "jsonl").Output).Select(reading => reading.GetProperty("report").GetProperty("source").GetString()!);

        Assert.Equal(["B.text", "a.txt", "b.txt", "c/x.txt", "d.jsonl:1", "notes", "page.html"], sources.Select(source => source[folder.Length..]));
    }

    [Fact]
    public void TheTableTellsTheEventAndItsWords()
    {
        var output = Run("table").Output;

        foreach (var words in new[] { "missile test, news", "2025-02-26 08:00 +09:00", "2025-02-25 23:00 UTC", "off the west coast of North Korea", "several missiles", "“1,587 km”", "the outlet itself", "DL0202", "1 report, 1 event, 5 claims, 1 finding" })
        {
            Assert.Contains(words, output, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 101, line));
    }

    [Fact]
    public void NothingFoundIsSaidPlainly() =>
        Assert.Contains("No event of our kinds", Bench.Run("A quiet day."u8.ToArray(), ["read", "--published", "2025-02-28"]).Output, StringComparison.Ordinal);

    [Fact]
    public void ControlCharactersOfAReportDoNotReachTheTerminal()
    {
        var outcome = Bench.Run("""{"text":"A day.","title":"red \u001b[31m title","published":"2025-02-28"}"""u8.ToArray(), ["read"]);

        Assert.DoesNotContain("\u001b", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void MarkdownHasACardATableAndTheFindings()
    {
        var output = Run("markdown").Output;

        Assert.Contains("## e1 missile test, news\n", output, StringComparison.Ordinal);
        Assert.Contains("| distance | 1,587 km | the outlet itself | “1,587 km” |\n", output, StringComparison.Ordinal);
        Assert.Contains("- DL0202 info: 8am is at +09:00 (c4)\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void AByteOrderMarkTellsTheEncoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] text = [.. encoding.GetPreamble(), .. encoding.GetBytes(HandMade.Text)];
        byte[] line = [.. encoding.GetPreamble(), .. encoding.GetBytes($"{{\"id\":\"x\",\"text\":\"{HandMade.Text}\"}}\r\n")];

        foreach (var outcome in new[] { Bench.Run(text, ["read", "--format", "json"]), Bench.Run(line, ["read", "--format", "json", "--input", "jsonl"]) })
        {
            Assert.Equal(HandMade.Text, Json.Parse(outcome.Output).GetProperty("report").GetProperty("text").GetString());
        }
    }

    [Fact]
    public void VersionAndHelpAreShown()
    {
        Assert.StartsWith("0.1.0", Bench.Run("--version").Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", Bench.Run("read", "--help").Output, StringComparison.Ordinal);
        Assert.Contains("read", Bench.Run("--help").Output, StringComparison.Ordinal);
    }

    private Outcome Run(string format, params string[] more) =>
        Bench.Run(["read", bench.File("good.txt", HandMade.Text), "--published", "2025-02-28T08:30+09:00", "--outlet", "The Daily", "--format", format, .. more]);

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string Flat(JsonElement element) => JsonSerializer.Serialize(element, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static IEnumerable<(int Start, int End, string Text)> Spans(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(Spans);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var below = element.EnumerateObject().SelectMany(property => Spans(property.Value));
        return element.TryGetProperty("start", out var start) && element.TryGetProperty("text", out var text)
            ? below.Prepend((start.GetInt32(), element.GetProperty("end").GetInt32(), text.GetString()!))
            : below;
    }
}
