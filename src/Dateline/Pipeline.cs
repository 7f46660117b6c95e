using Dateline.Articles;
using Dateline.Documents;
using Dateline.Knowledge;

namespace Dateline;

/// <summary>
/// The whole way of a report, one room after the other; each arrow is a pure function. Built once over a data folder,
/// then safe for many threads.
/// </summary>
public sealed class Pipeline
{
    private readonly RunInfo run;

    /// <summary>Compiles the knowledge of every room.</summary>
    /// <exception cref="KnowledgeException">A data file is missing or wrong; the message names file and line.</exception>
    public Pipeline(KnowledgeFiles files)
    {
        run = new RunInfo(typeof(Pipeline).Assembly.GetName().Version!.ToString(3), files.Hash);
    }

    /// <summary>Reads one report.</summary>
    public Reading Read(RawDocument document, ReadOptions options) => throw new InvalidOperationException(run.Program + document.Origin + options + nameof(Article));
}
