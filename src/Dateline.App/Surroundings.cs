using System.Globalization;
using System.Text;
using Dateline.App.Fetching;
using Dateline.Documents;
using Dateline.Documents.Fetching;
using Dateline.Knowledge;
using Microsoft.Win32.SafeHandles;

namespace Dateline.App;

/// <summary>Reads some reports; the readings come in their order.</summary>
public delegate IReadOnlyList<Reading> ReadDocuments(IReadOnlyList<RawDocument> documents, ReadOptions options);

/// <summary>Everything outside that a command touches, so that it can be run on anything.</summary>
public sealed record Surroundings
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> Input { get; init; }

    /// <summary>True when something is piped in.</summary>
    public required bool InputIsPiped { get; init; }

    /// <summary>Standard output; a write to a closed pipe throws.</summary>
    public required Stream Output { get; init; }

    /// <summary>True when output goes to a person's terminal.</summary>
    public required bool OutputIsTerminal { get; init; }

    /// <summary>Columns of the terminal, or of what is written instead of one.</summary>
    public required int Width { get; init; }

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Environment variables.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Standard error goes to a person's terminal.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Reads the knowledge, with a folder laid over the shipped one when one is named; throws <see cref="KnowledgeException"/>.</summary>
    public Func<string?, KnowledgeFiles> Knowledge { get; init; } = KnowledgeFiles.ReadOver;

    /// <summary>Makes the reader of reports over some knowledge; throws <see cref="KnowledgeException"/>.</summary>
    public required Func<KnowledgeFiles, ReadDocuments> Pipeline { get; init; }

    /// <summary>Makes what fetches addresses, from this machine's own network too where that is asked for; null where nothing is fetched.</summary>
    public Func<bool, IPageFetcher?> Fetcher { get; init; } = _ => null;

    /// <summary>The time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The process we run in.</summary>
    public static Surroundings OfProcess() => new()
    {
        Input = Console.OpenStandardInput,
        InputIsPiped = Console.IsInputRedirected,
        Output = OpenOutput(),
        OutputIsTerminal = !Console.IsOutputRedirected,
        Width = WidthOf(Console.IsOutputRedirected),
        Error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true },
        Variable = Environment.GetEnvironmentVariable,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Pipeline = files => new Pipeline(files).Read,
        Fetcher = allowPrivate => new PageFetcher(allowPrivate, TimeProvider.System),
    };

    /// <summary>A text writer over the output, UTF-8 whatever the machine's locale.</summary>
    public StreamWriter OutputText() => new(Output, Utf8, bufferSize: 1 << 14, leaveOpen: true) { NewLine = "\n" };

    /// <summary>
    /// The console's own stream keeps silent when the pipe is closed, and the program would read on for nobody. A file
    /// stream tells; over a regular file it would keep a position of its own, so there the console's is taken.
    /// </summary>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        try
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }

    private static int WidthOf(bool redirected)
    {
        const int Page = 120;
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns) && columns is >= 40 and <= 1000)
        {
            return columns;
        }

        return redirected || Console.WindowWidth < 40 ? Page : Console.WindowWidth;
    }
}
