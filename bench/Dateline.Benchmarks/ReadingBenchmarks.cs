using BenchmarkDotNet.Attributes;

namespace Dateline.Benchmarks;

/// <summary>The whole way of a report of 4,000 characters, and every room of it; figures are per report.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ReadingBenchmarks
{
    private const int Samples = 16;

    private Rooms rooms = null!;

    /// <summary>Builds the rooms and takes the reports to each.</summary>
    [GlobalSetup]
    public void Setup()
    {
        rooms = new Rooms(Reports.Make());
        if (rooms.Count != Samples)
        {
            throw new InvalidOperationException($"{rooms.Count} samples where the figures are divided by {Samples}");
        }
    }

    /// <summary>From bytes to findings.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Samples)]
    public int Whole() => rooms.Whole();

    /// <summary>The same, eight reports at a time, as the command reads them.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int WholeTogether() => rooms.WholeTogether();

    /// <summary>Blocks and what the page says of itself.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int Articles() => rooms.Articles();

    /// <summary>Sentences, tokens, parts of speech.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int Texts() => rooms.Texts();

    /// <summary>Times.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int Times() => rooms.Times();

    /// <summary>Quantities.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int Quantities() => rooms.Quantities();

    /// <summary>Chunks and clauses.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int Syntax() => rooms.Syntax();

    /// <summary>Actors, places, weapons.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int Names() => rooms.Names();

    /// <summary>Who said what.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int Attributions() => rooms.Attributions();

    /// <summary>Event mentions, claims, events.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int ClaimsAndEvents() => rooms.ClaimsAndEvents();

    /// <summary>The reading as JSON.</summary>
    [Benchmark(OperationsPerInvoke = Samples)]
    public int Json() => rooms.Json();
}
