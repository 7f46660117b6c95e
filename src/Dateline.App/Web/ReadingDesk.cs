using Dateline.App.Commands;
using Dateline.Documents;
using Dateline.Knowledge;
using Dateline.Ledger;

namespace Dateline.App.Web;

/// <summary>Reads reports for the pages, and keeps them where somebody asks for it. Safe for many requests at once.</summary>
internal sealed class ReadingDesk : IDisposable
{
    private readonly Surroundings around;
    private readonly Lazy<KnowledgeFiles> knowledge;
    private readonly Lazy<ReadDocuments> pipeline;
    private readonly Lazy<RecordMaking> making;
    private readonly SemaphoreSlim seats = new(Math.Max(1, Environment.ProcessorCount));
    private readonly Lock writing = new();

    public ReadingDesk(Surroundings around, string file, string? dataFolder)
    {
        this.around = around;
        File = file;
        knowledge = new Lazy<KnowledgeFiles>(() => around.Knowledge(dataFolder));
        pipeline = new Lazy<ReadDocuments>(() => around.Pipeline(knowledge.Value));
        making = new Lazy<RecordMaking>(() => RecordMaking.Over(knowledge.Value));
    }

    /// <summary>The ledger's file.</summary>
    public string File { get; }

    /// <summary>The tables the program reads with.</summary>
    public KnowledgeFiles Knowledge => knowledge.Value;

    /// <summary>Kinds and roles.</summary>
    public Claims.Codebook Codebook => making.Value.Codebook;

    /// <summary>Compiles everything in the background, so that the first report does not wait for it.</summary>
    public void WarmUp() => _ = Task.Run(() => (pipeline.Value, making.Value));

    /// <summary>Opens the ledger once, to complain before anybody waits for a page.</summary>
    /// <exception cref="LedgerException">It is no ledger, or cannot be opened.</exception>
    public void Check()
    {
        if (System.IO.File.Exists(File) || Directory.Exists(File))
        {
            Ledgers.OpenToRead(File).Dispose();
        }
    }

    /// <summary>Reads one report; at most as many at a time as the machine has processors.</summary>
    public async Task<Reading> ReadAsync(RawDocument document, CancellationToken stop)
    {
        await seats.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            return pipeline.Value([document], ReadOptions.Default)[0];
        }
        finally
        {
            seats.Release();
        }
    }

    /// <summary>Keeps documents in the ledger, which is made when there is none.</summary>
    public void Keep(IReadOnlyList<RawDocument> documents)
    {
        var (_, forms, matcher) = making.Value;
        var run = RunInfo.Of(Knowledge);
        var batch = pipeline.Value(documents, ReadOptions.Default).Select((reading, i) => new Addition(documents[i], run, forms.Prepare(reading))).ToList();
        lock (writing)
        {
            using var ledger = Ledgers.OpenToAdd(File);
            new LedgerAdder(ledger, forms, matcher, around.Time.GetUtcNow(), [.. documents.Select(document => document.Origin)]).Add(batch);
        }
    }

    /// <summary>Looks at the record as it is now; what <paramref name="look"/> returns must not read on afterwards. Null when there is no ledger yet.</summary>
    public T? Look<T>(Func<ILedgerReader, T?> look)
        where T : class
    {
        if (!System.IO.File.Exists(File))
        {
            return null;
        }

        using var ledger = Ledgers.OpenToRead(File);
        using var reader = ledger.Read();
        return look(reader);
    }

    public void Dispose() => seats.Dispose();
}
