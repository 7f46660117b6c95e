using System.Text;
using Dateline.App;
using Dateline.App.Commands;
using Dateline.Documents.Fetching;
using Dateline.Knowledge;
using Dateline.Tests.Whole;

namespace Dateline.Tests.App;

/// <summary>Runs command lines in this process, over a folder of its own, on hand-made readings.</summary>
internal sealed class Bench : IDisposable
{
    private static readonly Lazy<KnowledgeFiles> Shipped = new(() => KnowledgeFiles.ReadOver(null));

    private readonly string folder = Directory.CreateTempSubdirectory("dateline-").FullName;

    /// <summary>What fetches addresses; nothing does when not set.</summary>
    public Func<bool, IPageFetcher?> Fetcher { get; init; } = _ => null;

    /// <summary>The time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Runs a command line on hand-made readings, with this bench's fetcher and time.</summary>
    public Outcome RunHere(params string[] args)
    {
        using var output = new MemoryStream();
        var (status, error) = Run(output, null, args, (documents, options) => [.. documents.Select(d => HandMade.Of(d, options))], this);
        return new Outcome(status, Encoding.UTF8.GetString(output.ToArray()), error);
    }

    public string this[string name] => Path.Combine(folder, name);

    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public string File(string name, byte[] content)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public static Outcome Run(params string[] args) => Run(null, args);

    public static Outcome Run(byte[]? piped, string[] args)
    {
        using var output = new MemoryStream();
        var (status, error) = Run(output, piped, args);
        return new Outcome(status, Encoding.UTF8.GetString(output.ToArray()), error);
    }

    /// <summary>Runs a command line with the whole pipeline instead of hand-made readings.</summary>
    public static Outcome RunWhole(params string[] args) => RunWhole(null, args);

    public static Outcome RunWhole(byte[]? piped, string[] args)
    {
        using var output = new MemoryStream();
        var (status, error) = Run(output, piped, args, Samples.Pipeline.Read);
        return new Outcome(status, Encoding.UTF8.GetString(output.ToArray()), error);
    }

    /// <summary>Runs a command line with readings made some other way.</summary>
    public static Outcome RunWith(ReadDocuments read, params string[] args)
    {
        using var output = new MemoryStream();
        var (status, error) = Run(output, null, args, read);
        return new Outcome(status, Encoding.UTF8.GetString(output.ToArray()), error);
    }

    /// <summary>Runs a command line as the program does: the pipeline over the knowledge that it names.</summary>
    public static Outcome RunOver(params string[] args)
    {
        using var output = new MemoryStream();
        var (status, error) = Run(output, null, args, null);
        return new Outcome(status, Encoding.UTF8.GetString(output.ToArray()), error);
    }

    public static (int Status, string Error) Run(Stream output, byte[]? piped, string[] args) =>
        Run(output, piped, args, (documents, options) => [.. documents.Select(d => HandMade.Of(d, options))]);

    private static (int Status, string Error) Run(Stream output, byte[]? piped, string[] args, ReadDocuments? read, Bench? bench = null)
    {
        using var error = new StringWriter { NewLine = "\n" };
        var status = DatelineCommand.RunAsync(args, Around(output, error, piped, read, bench)).GetAwaiter().GetResult();
        return (status, error.ToString());
    }

    /// <summary>What a command of this bench is run in, on hand-made readings.</summary>
    public Surroundings Around(Stream output) => Around(output, TextWriter.Null, null, (documents, options) => [.. documents.Select(d => HandMade.Of(d, options))], this);

    private static Surroundings Around(Stream output, TextWriter error, byte[]? piped, ReadDocuments? read, Bench? bench) => new()
    {
        Input = () => new MemoryStream(piped ?? []),
        InputIsPiped = piped is not null,
        Output = output,
        OutputIsTerminal = false,
        Width = 100,
        Error = error,
        Variable = _ => null,
        Knowledge = folder => folder is null ? Shipped.Value : KnowledgeFiles.ReadOver(folder),
        Pipeline = files => read ?? new Pipeline(files).Read,
        Fetcher = bench?.Fetcher ?? (_ => null),
        Time = bench?.Time ?? TimeProvider.System,
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>How a command line ended.</summary>
internal sealed record Outcome(int Status, string Output, string Error);
