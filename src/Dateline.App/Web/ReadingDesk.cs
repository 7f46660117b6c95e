using System.Collections.Concurrent;
using System.Text.Json;
using Dateline.App.Commands;
using Dateline.Documents;
using Dateline.Knowledge;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Ledger.Postgres;

namespace Dateline.App.Web;

/// <summary>Reads reports for the pages, and keeps them where somebody asks for it. Safe for many requests at once.</summary>
internal sealed class ReadingDesk : IDisposable
{
    private const int Remembered = 16; // fetched documents

    private readonly Surroundings around;
    private readonly Lazy<KnowledgeFiles> knowledge;
    private readonly Lazy<ReadDocuments> pipeline;
    private readonly Lazy<RecordMaking> making;
    private readonly SemaphoreSlim seats = new(Math.Max(1, Environment.ProcessorCount));
    private readonly Lock writing = new();

    // What was fetched is remembered for a while, so that it can be kept as it came, without asking for it again.
    private readonly ConcurrentQueue<RawDocument> fetched = new();

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

    // An address of a database is asked; a file is made when the first report is kept.
    private bool HasLedger => PostgresLedger.IsAddress(File) || System.IO.File.Exists(File);

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
        if (HasLedger || Directory.Exists(File))
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

    /// <summary>Fetches an address, by the rules of <c>dateline read</c>: from the public internet only.</summary>
    public Task<Input> FetchAsync(string address, string? published, string? outlet, CancellationToken stop) => Task.Run(
        () =>
        {
            using var fetcher = around.Fetcher(false);
            var inputs = new DocumentReader(() => Stream.Null, null, published, outlet, fetcher: fetcher).Read([address]).Take(2).ToList();
            var input = inputs.Count == 1 ? inputs[0] : new Input(address, null, "holds several reports; dateline add takes them all");
            if (input.Document is { } document)
            {
                fetched.Enqueue(document);
                while (fetched.Count > Remembered)
                {
                    fetched.TryDequeue(out _);
                }
            }

            return input;
        },
        stop);

    /// <summary>What was fetched a short while ago, by its hash; null when it is forgotten.</summary>
    public RawDocument? Fetched(string sha256) => fetched.LastOrDefault(document => string.Equals(document.Sha256, sha256, StringComparison.Ordinal));

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
        if (!HasLedger)
        {
            return null;
        }

        using var ledger = Ledgers.OpenToRead(File);
        using var reader = ledger.Read();
        return look(reader);
    }

    /// <summary>Notes what a person decides, and brings the record up to date; one after the other, whoever decides.</summary>
    /// <exception cref="LedgerException">What is decided about is not there any more.</exception>
    public Judgement Note(string? by, string? why, Func<JudgementDraft, Judgement> draft)
    {
        lock (writing)
        {
            var judgement = Look(reader => draft(new JudgementDraft(reader, by, around.Time.GetUtcNow(), why))) ?? throw JudgeWork.Wrong("there is no ledger yet");
            using var ledger = Ledgers.OpenToAdd(File);
            return new LedgerJudge(ledger, making.Value.Forms, making.Value.Matcher).Note(judgement);
        }
    }

    /// <summary>The value that a person's words give a claim.</summary>
    public JsonElement Value(StatementRef statement, string words) => JudgeWork.ValueOf(Codebook, statement, words, documents => pipeline.Value(documents, ReadOptions.Default));

    public void Dispose() => seats.Dispose();
}
