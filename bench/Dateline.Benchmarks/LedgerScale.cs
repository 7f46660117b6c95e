using System.Diagnostics;
using System.Globalization;
using Dateline.Exports;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Ledger.Sqlite;

namespace Dateline.Benchmarks;

/// <summary>A ledger of many reports: how fast they are added, what that takes, how fast it answers.</summary>
internal static class LedgerScale
{
    private const int Steps = 5; // parts that are added one after the other, to see whether the cost stays flat
    private const int Rounds = 5;

    /// <summary>Adds made-up reports by the built command and asks the ledger; the folder is left for a look.</summary>
    public static int Run(int count, string? folder) => Run(MadeStories.Lines(count), count, folder);

    /// <summary>The same with few stories, each of them told over and over.</summary>
    public static int Few(int count, string? folder) => Run(MadeStories.OfFew(count), count, folder);

    private static int Run(IEnumerable<string> lines, int count, string? folder)
    {
        folder ??= Directory.CreateTempSubdirectory("dateline-ledger-").FullName;
        var ledger = Path.Combine(folder, "made.db");
        File.Delete(ledger);
        using var stories = lines.GetEnumerator();
        for (var step = 0; step < Steps; step++)
        {
            var part = Path.Combine(folder, "part.jsonl");
            File.WriteAllLines(part, Take(stories, (count / Steps) + (step < count % Steps ? 1 : 0)));
            Add(part, ledger, new FileInfo(part).Length);
        }

        Ask(ledger, count);
        return 0;
    }

    private static IEnumerable<string> Take(IEnumerator<string> lines, int most)
    {
        for (var i = 0; i < most && lines.MoveNext(); i++)
        {
            yield return lines.Current;
        }
    }

    private static void Add(string part, string ledger, long bytes)
    {
        var clock = Stopwatch.StartNew();
        using var program = ProgramMeasures.Begin($"add {part} --ledger {ledger}");
        var (peak, processor) = ("", TimeSpan.Zero);
        while (!program.WaitForExit(100))
        {
            (peak, processor) = (ProgramMeasures.Peak(program.Id) ?? peak, ProcessorOf(program) ?? processor);
        }

        var said = program.StandardOutput.ReadToEnd().Trim();
        Say($"{said} ({bytes >> 20} MB, {processor.TotalSeconds:F1} s of processor in {clock.Elapsed.TotalSeconds:F1} s); peak resident memory {peak}; ledger {new FileInfo(ledger).Length >> 20} MB");
    }

    private static TimeSpan? ProcessorOf(Process program)
    {
        try
        {
            return program.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            return null; // it has just ended
        }
    }

    private static void Ask(string path, int count)
    {
        using var ledger = SqliteLedger.OpenToRead(path);
        using var reader = ledger.Read();
        var counts = reader.Count();
        Say($"{counts.Reports} reports, {counts.Events} events of {counts.Mentions} mentions; {(double)new FileInfo(path).Length / count:F0} bytes a report, {(double)counts.DocumentBytes / count:F0} of them came in");
        Time("events, all", () => Count(reader.Events(LedgerFilter.All)));
        Time("events --kind --actor --from --to", () => Count(reader.Events(LedgerFilter.All with { Kind = "missile_test", Actor = "KP", From = "2022-02-01", To = "2022-04-30" })));
        Time("events --place Kursk --status news", () => Count(reader.Events(LedgerFilter.All with { Place = "Kursk", Status = "news" })));
        Time("events --source", () => Count(reader.Events(LedgerFilter.All with { Source = "Halden", Kind = "exercise" })));
        var book = new JudgementBook(reader.Judgements());
        Time("claims of one month's strikes", () => reader.Readings(LedgerFilter.All with { Kind = "strike", From = "2022-02-01", To = "2022-02-28" }).SelectMany(r => RecordJson.Claims(r, book, withRejected: false)).Count());
        Time("search ballistic missile", () => (int)reader.Search("ballistic missile", LedgerFilter.All, 20).Total);
        Time("search \"drone strike on Kursk\"", () => (int)reader.Search("\"drone strike on Kursk\"", LedgerFilter.All, 20).Total);
        Time("search orchards with a filter", () => (int)reader.Search("orchards", LedgerFilter.All with { Kind = "missile_test", Actor = "KP" }, 20).Total);
    }

    private static int Count(IEnumerable<EventRow> events) => events.Count(happening => RecordJson.Event(happening).Length > 0);

    private static void Time(string name, Func<int> ask)
    {
        var taken = new List<double>();
        var found = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            found = ask();
            taken.Add(clock.Elapsed.TotalMilliseconds);
        }

        taken.Sort();
        Say($"{name}: {found} found in {taken[Rounds / 2]:F0} ms (best {taken[0]:F0}, worst {taken[^1]:F0} of {Rounds})");
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
