using System.Diagnostics;
using System.Globalization;

namespace Dateline.Benchmarks;

/// <summary>Plain timing in some seconds: reports a second on one core, and what every room takes and allocates per report.</summary>
internal static class Quick
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(2);

    /// <summary>Prints the figures.</summary>
    /// <param name="folder">A folder of other reports, read as they are; null for those made of the samples.</param>
    public static int Run(string? folder)
    {
        var clock = Stopwatch.StartNew();
        var reports = Reports.Make(folder);
        var rooms = new Rooms(reports);
        Print($"loading twice and reading {reports.Count} reports twice, cold: {clock.ElapsedMilliseconds} ms");
        for (clock.Restart(); clock.Elapsed < Warming;)
        {
            rooms.Whole();
            rooms.WholeTogether();
            foreach (var (_, round) in rooms.All)
            {
                round();
            }
        }

        Print("whole way, by eight", Measure(rooms.WholeTogether, rooms.Count));
        Print("whole way, singly", Measure(rooms.Whole, rooms.Count));
        foreach (var (name, round) in rooms.All)
        {
            Print(name, Measure(round, rooms.Count));
        }

        return 0;
    }

    // Time of the processor, not of the clock: what else runs on the machine counts little.
    private static (double Seconds, double Bytes) Measure(Func<int> round, int reports)
    {
        var rounds = 0;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var begun = Environment.CpuUsage.TotalTime;
        TimeSpan taken;
        do
        {
            round();
            rounds++;
            taken = Environment.CpuUsage.TotalTime - begun;
        }
        while (taken < Measuring);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        return (taken.TotalSeconds / rounds / reports, (double)allocated / rounds / reports);
    }

    private static void Print(string name, (double Seconds, double Bytes) measured) =>
        Print($"{name,-20} {measured.Seconds * 1e6,9:F0} µs {measured.Bytes / 1024,8:F0} KB {1 / measured.Seconds,8:F0}/s on one core");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
