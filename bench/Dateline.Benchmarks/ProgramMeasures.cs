using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dateline.Benchmarks;

/// <summary>The built program from outside: time to the first result, memory over a long stream.</summary>
internal static class ProgramMeasures
{
    private static readonly string Command = Path.Combine(Reports.Root, "dateline");

    /// <summary>Milliseconds from starting <c>./dateline read</c> on one report to its first output; the build must be current.</summary>
    public static int Start()
    {
        var sample = Directory.GetFiles(Path.Combine(Reports.Root, "samples"), "*.txt")[0];
        var taken = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            var clock = Stopwatch.StartNew();
            using var program = Begin($"read {sample} --format jsonl");
            program.StandardInput.Close();
            program.StandardOutput.BaseStream.ReadByte();
            taken.Add(clock.ElapsedMilliseconds);
            program.StandardOutput.ReadToEnd();
            program.WaitForExit();
        }

        taken.RemoveRange(0, 2); // the first may build and warms the disk
        taken.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first result after {taken[taken.Count / 2]} ms (best {taken[0]}, worst {taken[^1]} of {taken.Count})"));
        return 0;
    }

    /// <summary>Peak resident memory and speed of the program over a stream of reports of 4,000 characters (Linux only).</summary>
    public static int Stream(int count)
    {
        var lines = Reports.Make().Select(r => JsonEncodedText.Encode(Encoding.UTF8.GetString(r.Bytes.Span)).ToString()).ToList();
        var clock = Stopwatch.StartNew();
        using var program = Begin("read - --input jsonl --format jsonl");
        var bytes = 0L;
        var peak = "";
        var drain = Task.Run(() =>
        {
            var buffer = new byte[1 << 16];
            for (int read; (read = program.StandardOutput.BaseStream.Read(buffer)) > 0; bytes += read)
            {
                peak = Peak(program.Id) ?? peak;
            }
        });
        for (var i = 0; i < count; i++)
        {
            program.StandardInput.Write(string.Create(CultureInfo.InvariantCulture, $"{{\"id\": \"{i}\", \"text\": \"{lines[i % lines.Count]}\"}}\n"));
        }

        program.StandardInput.Close();
        drain.Wait();
        program.WaitForExit();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} reports in {clock.Elapsed.TotalSeconds:F1} s, {count / clock.Elapsed.TotalSeconds:F0} a second, {bytes >> 20} MB of output; peak resident memory {peak}"));
        return program.ExitCode;
    }

    internal static string? Peak(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal))?[6..].Trim();
        }
        catch (IOException)
        {
            return null; // it has just ended
        }
    }

    internal static Process Begin(string arguments)
    {
        var program = new Process { StartInfo = new ProcessStartInfo(Command, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false } };
        program.ErrorDataReceived += (_, _) => { };
        program.Start();
        program.BeginErrorReadLine();
        return program;
    }
}
