using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CsCheck;
using Dateline.App;
using Dateline.App.Commands;
using Dateline.Documents;

namespace Dateline.Tests.Whole;

/// <summary>What holds of the whole way, for any input.</summary>
public sealed class PipelineProperties
{
    private const int Megabyte = 1_000_000;

    // Pieces as they stand in reports, and what breaks programs.
    private static readonly string[] Oddities =
    [
        "\n", "\n\n", "\r\n", " ", "\t", "\u00a0", "\u200b", "\u2028", "\0", "\"", "“", "”", "‘", "’", "(", ")", "[", "—", "-", ":", ";", ",", ".", "...", "\ud83d\ude80", "\ud83c\uddf0\ud83c\uddf5", "e\u0301", "\u0301",
        "1", "1,587", "10,000,000,000,000,000,000,000,000,000,000", "1.", "0", "99999", "31 February", "24:61", "8am (2300 GMT)", "Feb. 29, 2025", "$", "%", "km", "北朝鮮", "Армия", "he said", "it said", "said", "\ufeff",
    ];

    private static readonly string[] Joints = [" ", ". ", ", ", "\n"];

    private static readonly string[] Fragments = [.. Samples.Names.SelectMany(name => Samples.Text(name).Split('\n', '.', ',')).Where(part => part.Length > 0)];

    private static readonly Gen<string> Joined = Gen.Frequency(
        (4, Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i])),
        (1, Gen.Int[0, Oddities.Length - 1].Select(i => Oddities[i])),
        (1, Gen.Int[0, Joints.Length - 1].Select(i => Joints[i]))).Array[0, 30].Select(string.Concat);

    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void SamplesKeepToTheRules(string name)
    {
        var reading = Samples.Read(Samples.Text(name));
        Conventions.Complaints.None(reading.Entries.Prepend(reading).SelectMany(each => ReadingRules.Breaches(Samples.Json(each), whole: each == reading)));
    }

    [Fact]
    public void SamplesWithCharactersOutsideTheBasicPlaneKeepToTheRules() =>
        Gen.Select(Gen.Int[0, Samples.Names.Count - 1], Gen.Int[0, 10_000].Array[1, 12]).Sample(
            (sample, places) => KeepsToTheRules(Sprinkle(Samples.Text(Samples.Names[sample]), places)), iter: 60);

    [Fact]
    public void JoinsOfFragmentsKeepToTheRules() => Joined.Sample(KeepsToTheRules, iter: 400);

    [Fact]
    public void AnyBytesAreRead() => Gen.Byte.Array[0, 2000].Sample(bytes => KeepsToTheRules(Samples.Json(Samples.Read(bytes))), iter: 200);

    [Fact]
    public void AnyStringsAreRead() => Gen.String[0, 400].Sample(KeepsToTheRules, iter: 200);

    [Theory]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("1")]
    [InlineData("1 ", Megabyte / 10)]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("(")]
    [InlineData(".")]
    [InlineData("A ", Megabyte / 10)]
    [InlineData("\ud83d\ude80")]
    [InlineData("said ", Megabyte / 10)]
    [InlineData("He said. ", Megabyte / 10)]
    [InlineData("fired a missile and ", Megabyte / 50)]
    [InlineData("Seoul ", Megabyte / 10)]
    public void LongTextsOfOneThingAreReadInGoodTime(string unit, int length = Megabyte)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length));
        var watch = Stopwatch.StartNew();
        var reading = Samples.Read(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
        Conventions.Complaints.None(ReadingRules.Breaches(Samples.Json(reading)).Take(5));
    }

    [Fact]
    public void TheSameReportGivesTheSameBytes()
    {
        var first = Samples.Names.ToDictionary(name => name, name => Samples.Json(Samples.Read(Samples.Text(name))));
        var other = Samples.Build();
        Parallel.ForEach(Samples.Names.Reverse(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, name =>
        {
            var document = RawDocument.Of(Encoding.UTF8.GetBytes(Samples.Text(name)), "text/plain", "report");
            Assert.Equal(first[name], Samples.Json(other.Read(document, ReadOptions.Default)));
        });
    }

    [Fact]
    public void ReportsReadTogetherAreReadAsOneByOne()
    {
        var documents = Samples.Names.Select(name => RawDocument.Of(Encoding.UTF8.GetBytes(Samples.Text(name)), "text/plain", name)).ToArray();
        var together = Samples.Pipeline.Read(documents, ReadOptions.Default);
        Assert.Equal(documents.Length, together.Count);
        Assert.Contains(together, reading => reading.Entries.Count > 0);
        foreach (var (document, reading) in documents.Zip(together))
        {
            var alone = Samples.Pipeline.Read(document, ReadOptions.Default);
            Assert.Equal(Samples.Json(alone), Samples.Json(reading));
            Assert.Equal(alone.Entries.Select(Samples.Json), reading.Entries.Select(Samples.Json));
        }
    }

    [Fact]
    public void OutputFollowsTheInputsWhateverTheirOrderAndTheJobs()
    {
        var paths = Samples.Names.Select(name => Repository.At($"samples/{name}.txt")).ToArray();
        var lines = Run([.. paths, "-j", "1"]);
        Assert.Equal(paths, lines.Select(Source).Where(source => !source.Contains('#', StringComparison.Ordinal)));
        Assert.Equal(lines, Run([.. paths, "-j", "4"]));
        Assert.Equal(lines.Order(StringComparer.Ordinal), Run([.. paths.Reverse(), "-j", "3"]).Order(StringComparer.Ordinal));
    }

    private static string Source(string line)
    {
        using var reading = JsonDocument.Parse(line);
        return reading.RootElement.GetProperty("report").GetProperty("source").GetString()!;
    }

    private static string[] Run(string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var status = DatelineCommand.RunAsync(["read", .. args, "--format", "jsonl"], new Surroundings
        {
            Input = () => new MemoryStream(),
            InputIsPiped = false,
            Output = output,
            OutputIsTerminal = false,
            Width = 100,
            Error = error,
            Variable = _ => null,
            Pipeline = _ => Samples.Pipeline.Read,
        }).GetAwaiter().GetResult();
        Assert.Equal((ExitStatus.Done, ""), (status, error.ToString()));
        return Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static void KeepsToTheRules(string text) => KeepsToTheRules(Samples.Json(Samples.Read(text)));

    private static void KeepsToTheRules(byte[] json) => Conventions.Complaints.None(ReadingRules.Breaches(json));

    /// <summary>A rocket at each of these places, never between the halves of a character.</summary>
    private static string Sprinkle(string text, int[] places)
    {
        var marked = new StringBuilder(text);
        foreach (var place in places.Where(place => place < text.Length && !char.IsLowSurrogate(text[place])).Distinct().OrderDescending())
        {
            marked.Insert(place, "\ud83d\ude80");
        }

        return marked.ToString();
    }
}
