using System.Diagnostics;
using System.Globalization;
using Dateline.Documents;
using Dateline.Documents.Archives;
using Dateline.Tests.Annotations;
using Dateline.Tests.App;
using Dateline.Tests.Whole;

namespace Dateline.Tests.Fuzzing;

/// <summary>
/// Inputs that are broken in the ways real ones are and worse, kept in Corpus/ by kind, and broken relatives of them: each is
/// read as the command reads it, in bounded time, without an exception, and what comes out keeps to the contract. An input that
/// ever fails goes into Corpus/. DATELINE_FUZZ=N reads N relatives of each instead of a few.
/// </summary>
public sealed class FuzzTests : IDisposable
{
    private const int Few = 8;

    private static readonly string Corpus = Repository.At("tests/Dateline.Tests/Fuzzing/Corpus");
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30); // the machine may be busy; none takes a second on a quiet one

    private readonly Bench bench = new();

    public static TheoryData<string> Inputs => [.. Repository.Files("tests/Dateline.Tests/Fuzzing/Corpus", "*")];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void BrokenInputsAreRead(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Corpus, name));
        var kind = Path.GetDirectoryName(name)!;
        Reads(name, bytes, "as it is");

        var others = Repository.Files("tests/Dateline.Tests/Fuzzing/Corpus", "*").Where(other => other.StartsWith(kind, StringComparison.Ordinal)).Select(other => File.ReadAllBytes(Path.Combine(Corpus, other))).ToList();
        var count = int.TryParse(Environment.GetEnvironmentVariable("DATELINE_FUZZ"), CultureInfo.InvariantCulture, out var told) ? told : Few;
        for (var seed = 0; seed < count; seed++)
        {
            Reads(name, new Mutator(seed, others).Of(bytes), string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        }
    }

    /// <summary>The inputs do what they are here for: most kinds give reports in spite of all.</summary>
    [Theory]
    [InlineData("texts", 14)]
    [InlineData("pages", 18)]
    [InlineData("feeds", 12)]
    [InlineData("archives", 10)]
    [InlineData("lines", 5)]
    public void MostOfItIsReports(string kind, int reports)
    {
        var inputs = new DocumentReader(() => Stream.Null).Read([Path.Combine(Corpus, kind)]).ToList();
        Assert.True(inputs.Count(input => input.Document is not null) >= reports, string.Create(CultureInfo.InvariantCulture, $"{inputs.Count(input => input.Document is not null)} reports"));
    }

    public void Dispose() => bench.Dispose();

    private void Reads(string name, byte[] bytes, string how)
    {
        var path = bench.File(name, bytes);
        var watch = Stopwatch.StartNew();
        try
        {
            foreach (var input in new DocumentReader(() => Stream.Null, triage: how == "as it is" ? null : new PageTriage(SpecRows.Files)).Read([path]))
            {
                if (input.Document is { } document)
                {
                    var reading = Samples.Pipeline.Read(document, ReadOptions.Default);
                    Conventions.Complaints.None(reading.Entries.Prepend(reading).SelectMany(each => ReadingRules.Breaches(Samples.Json(each), whole: each == reading)));
                }
                else
                {
                    Assert.DoesNotContain("error in this program", input.Problem!, StringComparison.Ordinal);
                }
            }
        }
        catch (Exception error)
        {
            var kept = Path.Combine(Path.GetTempPath(), "dateline-" + name.Replace('/', '-'));
            File.WriteAllBytes(kept, bytes);
            throw new InvalidOperationException($"{name}, {how}; kept as {kept}", error);
        }

        Assert.True(watch.Elapsed < Longest, $"{name}, {how}: {watch.Elapsed}");
    }
}
