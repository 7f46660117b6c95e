using System.Diagnostics;
using System.Globalization;
using Dateline.Checks.Across;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Events.Across;
using Dateline.Exports;
using Dateline.Knowledge;
using Dateline.Ledger;
using Dateline.Ledger.Sql;
using Dateline.Ledger.Sqlite;
using Dateline.Tests.App;
using Dateline.Tests.Documents;

namespace Dateline.Tests.Ledger;

/// <summary>What happens to a ledger: nothing acknowledged is lost, nothing half-added is seen, and the message says what to do.</summary>
public sealed class FaultTests : IDisposable
{
    private const int Kills = 5; // DATELINE_KILLS sets another number
    private const int Reports = 400;

    private static readonly Codebook Codebook = new(KnowledgeFiles.ReadOver(null));
    private static readonly LedgerForms Forms = new(Codebook, new ProfileMaker(KnowledgeFiles.ReadOver(null)), new AcrossRunner(KnowledgeFiles.ReadOver(null), Codebook));
    private static readonly EventMatcher Matcher = new(KnowledgeFiles.ReadOver(null), Codebook);

    private readonly Bench bench = new();

    private string File => bench["ledger.db"];

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("reports.jsonl")]
    [InlineData("reports.warc.gz")]
    public void BeingKilledAtAnyMomentLosesNothingAndAddingAgainCompletes(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "kills the Linux way");
        var lines = bench.File(name, name.EndsWith(".jsonl", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, Reports).Select(Strike))) : StrikePages());
        var random = new Random(7);
        var kept = 0;
        var kills = int.TryParse(Environment.GetEnvironmentVariable("DATELINE_KILLS"), CultureInfo.InvariantCulture, out var told) ? told : Kills;
        for (var i = 0; i < kills; i++)
        {
            KillWhileAdding(lines, random);
            var now = System.IO.File.Exists(File) && new FileInfo(File).Length > 0 ? CountOrNone() : 0;
            Assert.True(now >= kept, $"{now} reports after {kept}");
            kept = now;
        }

        Assert.Equal(0, Bench.RunWhole("add", lines, "--all-pages", "--ledger", File).Status);

        Assert.Equal("nothing is wrong\n", Bench.Run("verify", "--ledger", File).Output);
        Assert.Equal(Reports, CountOrNone());
        Assert.Equal(0, Bench.RunWhole("add", lines, "--all-pages", "--ledger", bench["whole.db"]).Status);
        foreach (var list in (string[])["reports", "events", "claims"])
        {
            Assert.Equal(Bench.Run(list, "--ledger", bench["whole.db"], "--format", "jsonl").Output, Bench.Run(list, "--ledger", File, "--format", "jsonl").Output);
        }
    }

    [Fact]
    public void BeingKilledWhileReadingAgainLeavesTheRecordWhole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "kills the Linux way");
        Assert.Equal(0, Bench.RunWhole("add", bench.File("reports.jsonl", string.Concat(Enumerable.Range(0, Reports).Select(Strike))), "--ledger", File).Status);
        var before = Bench.Run("events", "--ledger", File, "--format", "jsonl").Output;
        var random = new Random(11);
        for (var i = 0; i < 4; i++)
        {
            Kill(random, "recode", "--all", "--ledger", File);
            Assert.Equal(before, Bench.Run("events", "--ledger", File, "--format", "jsonl").Output);
            Assert.Equal("nothing is wrong\n", Bench.Run("verify", "--ledger", File).Output);
        }

        Assert.Equal(0, Bench.RunWhole("recode", "--ledger", File).Status);
        Assert.Equal(before, Bench.Run("events", "--ledger", File, "--format", "jsonl").Output);
        Assert.Equal(Reports, Json.Lines(Bench.Run("runs", "--ledger", File, "--format", "jsonl").Output).Sum(run => run.GetProperty("in_record").GetInt32()));
    }

    [Fact]
    public void AChangedStatementIsFound()
    {
        using (var ledger = SqliteLedger.OpenToAdd(File))
        {
            Adder(ledger).Add(Prepared(0, 3));
        }

        using (var session = new SqliteSession(File, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            var kept = session.All("SELECT size, compressed, bytes FROM readings WHERE id = 1", row => SqlTransaction.PackedOf(row, 0))[0];
            var other = Packed.Of(System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(kept.Unpack()!).Replace("1587", "1588", StringComparison.Ordinal)));
            Assert.NotEqual(kept.Bytes, other.Bytes);
            session.Run("UPDATE readings SET size = $1, compressed = $2, bytes = $3 WHERE id = 1", other.Size, other.IsCompressed, other.Bytes);
        }

        var outcome = Bench.Run("verify", "--ledger", File);

        Assert.Equal(1, outcome.Status);
        Assert.Contains("its reading has changed since it was kept", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ALedgerOfAnEarlierVersionIsTakenOver(int version)
    {
        using (var ledger = SqliteLedger.OpenToAdd(File))
        {
            Adder(ledger).Add(Prepared(0, 3));
        }

        var before = Bench.Run("events", "--ledger", File, "--format", "json").Output;
        using (var session = new SqliteSession(File, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            session.Script(OlderLedger.Fourth);
            session.Script((version > 2 ? "SELECT 1" : "DROP TABLE outside; DROP TABLE imports") + (version > 1 ? "" : """
                ; DROP TABLE judgements; ALTER TABLE readings DROP COLUMN checksum; ALTER TABLE events DROP COLUMN rejected;
                CREATE TABLE judgements(id INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, value TEXT, why TEXT, withdraws INTEGER REFERENCES judgements)
                """) + FormattableString.Invariant($"; PRAGMA user_version = {version}"));
        }

        Assert.Equal(before, Bench.Run("events", "--ledger", File, "--format", "json").Output);
        var id = Json.Lines(Bench.Run("events", "--ledger", File, "--format", "jsonl").Output).First().GetProperty("id").GetString()!;
        Assert.Equal(0, Bench.Run("judge", "reject", id, "--ledger", File).Status);
        Assert.Equal((0, ""), Bench.Run("imports", "--ledger", File) is var imports ? (imports.Status, imports.Error) : default);
        Assert.Equal("nothing is wrong\n", Bench.Run("verify", "--ledger", File).Output);
    }

    [Fact]
    public void AChangedEventIsFoundAndMadeAnew()
    {
        using (var ledger = SqliteLedger.OpenToAdd(File))
        {
            Adder(ledger).Add(Prepared(0, 1));
        }

        var before = Bench.Run("events", "--ledger", File).Output;
        using (var session = new SqliteSession(File, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            var kept = session.All("SELECT size, compressed, bytes FROM events", row => SqlTransaction.PackedOf(row, 0)).Single();
            var other = Packed.Of(System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(kept.Unpack()!).Replace("1,587", "1,588", StringComparison.Ordinal)));
            session.Run("UPDATE events SET size = $1, compressed = $2, bytes = $3", other.Size, other.IsCompressed, other.Bytes);
        }

        Assert.Contains("is not what its reports say", Bench.Run("verify", "--ledger", File).Output, StringComparison.Ordinal);
        Assert.Equal(0, Bench.Run("recode", "--all", "--ledger", File).Status);
        Assert.Equal("nothing is wrong\n", Bench.Run("verify", "--ledger", File).Output);
        Assert.Equal(before, Bench.Run("events", "--ledger", File).Output);
    }

    [Fact]
    public void AChangedJudgementIsFound()
    {
        using (var ledger = SqliteLedger.OpenToAdd(File))
        {
            Adder(ledger).Add(Prepared(0, 1));
        }

        var id = Json.Lines(Bench.Run("events", "--ledger", File, "--format", "jsonl").Output).Single().GetProperty("id").GetString()!;
        Assert.Equal(0, Bench.Run("judge", "reject", id, "--by", "Kim", "--ledger", File).Status);
        using (var session = new SqliteSession(File, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            session.Run("UPDATE judgements SET json = replace(json, 'Kim', 'Tim')");
        }

        Assert.Contains("what was decided has changed since it was noted", Bench.Run("verify", "--ledger", File).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFullDiskKeepsWhatWasAddedAndSaysSo()
    {
        var (first, rest) = (Prepared(0, 20), Prepared(20, 400));
        using (var ledger = SqliteLedger.OpenToAdd(File))
        {
            var adder = Adder(ledger);
            adder.Add(first);
            ledger.Limit(60);

            var error = Assert.Throws<LedgerException>(() => adder.Add(rest));

            Assert.Contains("the disk is full; what was added before is safe", error.Message, StringComparison.Ordinal);
            Assert.Equal(20, Count(ledger));
        }

        Assert.Equal("nothing is wrong\n", Bench.Run("verify", "--ledger", File).Output);
        using var again = SqliteLedger.OpenToAdd(File);
        Assert.Equal(400, Adder(again).Add([.. first, .. rest]).Reports);
        Assert.Equal(420, Count(again));
    }

    [Fact]
    public void TwoWritersTakeTurns()
    {
        var outcomes = new Outcome[2];
        Parallel.For(0, 2, i =>
        {
            var lines = bench.File($"{i}.jsonl", string.Concat(Enumerable.Range(i * 300, 400).Select(Line)));
            outcomes[i] = Bench.Run("add", lines, "--all-pages", "--ledger", File);
        });

        Assert.All(outcomes, outcome => Assert.Equal(0, outcome.Status));
        Assert.Equal(700, CountOrNone());
        Assert.Equal("nothing is wrong\n", Bench.Run("verify", "--ledger", File).Output);
    }

    [Fact]
    public void AWriterThatNeverEndsIsSaidSo()
    {
        using var holder = SqliteLedger.OpenToAdd(File);
        var waited = 0;
        holder.Write(_ =>
        {
            using var other = SqliteLedger.OpenToAdd(File, () => waited++, TimeSpan.FromSeconds(1.5));
            var error = Assert.Throws<LedgerException>(() => Adder(other).Add(Prepared(0, 1)));
            Assert.Contains("another program is writing to this ledger", error.Message, StringComparison.Ordinal);
        });
        Assert.True(waited > 0);
    }

    [Fact]
    public async Task AReaderSeesWholeBatchesOnly()
    {
        SqliteLedger.OpenToAdd(File).Dispose();
        using var done = new CancellationTokenSource();
        var writing = Task.Run(
            () =>
            {
                using var ledger = SqliteLedger.OpenToAdd(File);
                var adder = Adder(ledger);
                for (var i = 0; i < 40; i++)
                {
                    adder.Add(Prepared(i * 10, 10));
                }

                done.Cancel();
            },
            TestContext.Current.CancellationToken);
        using (var ledger = SqliteLedger.OpenToRead(File))
        {
            var last = 0L;
            while (!done.IsCancellationRequested)
            {
                using var reader = ledger.Read();
                var counts = reader.Count();
                Assert.Equal(0, counts.Reports % 10);
                Assert.True(counts.Reports >= last);
                Assert.Equal(counts.Reports, reader.Reports().Count());
                Assert.Equal(counts.Mentions, reader.Readings(LedgerFilter.All).Sum(reading => reading.Events.Count));
                last = counts.Reports;
            }
        }

        await writing;
    }

    [Fact]
    public void ATruncatedOrDamagedFileIsNeverACrash()
    {
        using (var ledger = SqliteLedger.OpenToAdd(File))
        {
            Adder(ledger).Add(Prepared(0, 100));
        }

        var whole = System.IO.File.ReadAllBytes(File);
        var random = new Random(3);
        for (var i = 0; i < 24; i++)
        {
            var bytes = i % 3 == 0 ? whole[..random.Next(1, whole.Length)] : Damaged(whole, random);
            var file = bench.File($"{i}.db", bytes);
            foreach (var args in (string[][])[["verify"], ["events"], ["claims"], ["search", "missiles"], ["add", bench.File("more.txt", HandMade.Text), "--published", "2025-02-28"]])
            {
                var outcome = Bench.Run([.. args, "--ledger", file]);
                Assert.InRange(outcome.Status, 0, 2);
                Assert.True(outcome.Status == 0 || args[0] == "verify" || outcome.Error.Contains("backup", StringComparison.Ordinal), outcome.Error);
                Assert.True(outcome.Status == 0 || args[0] == "verify" || outcome.Error.Contains(file, StringComparison.Ordinal) || outcome.Error.Contains("damaged", StringComparison.Ordinal), outcome.Error);
            }
        }
    }

    /// <summary>What a machine leaves that lost its power: the file, and a log of which only the begin was written.</summary>
    [Fact]
    public void ALogThatWasCutOffLosesItsLastBatchesOnly()
    {
        const int Batches = 6;
        using var ledger = SqliteLedger.OpenToAdd(File);
        var adder = Adder(ledger);
        for (var i = 0; i < Batches; i++)
        {
            adder.Add(Prepared(i * 10, 10));
        }

        var (whole, log) = (System.IO.File.ReadAllBytes(File), System.IO.File.ReadAllBytes(File + "-wal"));
        var last = long.MaxValue;
        for (var cut = 0; cut <= 8; cut++)
        {
            var file = bench.File($"cut{cut}.db", whole);
            bench.File($"cut{cut}.db-wal", log[..(int)((long)log.Length * (8 - cut) / 8)]);
            using (var read = SqliteLedger.OpenToAdd(file))
            {
                var count = Count(read);
                Assert.Equal(0, count % 10);
                Assert.True(count <= last);
                last = count;
                Assert.Equal((Batches * 10) - count, Adder(read).Add(Prepared(0, Batches * 10)).Reports);
            }

            Assert.Equal("nothing is wrong\n", Bench.Run("verify", "--ledger", file).Output);
            Assert.Equal(Bench.Run("events", "--ledger", File, "--format", "jsonl").Output, Bench.Run("events", "--ledger", file, "--format", "jsonl").Output);
        }

        Assert.True(last < Batches * 10);
    }

    [Fact]
    public void ALostByteIsFound()
    {
        using (var ledger = SqliteLedger.OpenToAdd(File))
        {
            Adder(ledger).Add(Prepared(0, 3));
        }

        using (var session = new SqliteSession(File, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite))
        {
            session.Run("UPDATE blobs SET bytes = CAST('other' AS BLOB), size = 5, compressed = 0 WHERE id = 2");
        }

        var outcome = Bench.Run("verify", "--ledger", File);

        Assert.Equal(1, outcome.Status);
        Assert.Contains("its bytes have another hash", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ABackupIsTheWholeLedgerAndNeverTakesAnothersPlace()
    {
        using (var ledger = SqliteLedger.OpenToAdd(File))
        {
            Adder(ledger).Add(Prepared(0, 30));
        }

        Assert.Equal(0, Bench.Run("backup", bench["copy.db"], "--ledger", File).Status);
        Assert.Equal(Bench.Run("events", "--ledger", File, "--format", "json").Output, Bench.Run("events", "--ledger", bench["copy.db"], "--format", "json").Output);
        Assert.Equal(2, Bench.Run("backup", bench["copy.db"], "--ledger", File).Status);
        Assert.Equal(0, Bench.Run("compact", "--ledger", File).Status);
        Assert.Equal("nothing is wrong\n", Bench.Run("verify", "--ledger", File).Output);
    }

    /// <summary>A report of its own: every tenth tells a launch of another day, the others tell of nothing.</summary>
    private static string Line(int number)
    {
        var text = number % 10 == 0 ? HandMade.Text : string.Create(CultureInfo.InvariantCulture, $"The harbour of report {number} was quiet on day {number * 7} of the count.");
        return string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"r{number}\",\"published\":\"{Day(number)}\",\"text\":{System.Text.Json.JsonSerializer.Serialize(text)}}}\n");
    }

    /// <summary>The same for the whole pipeline: strikes of many days and places.</summary>
    private static string Strike(int number) => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"r{number}\",\"published\":\"{Day(number)}\",\"text\":\"{StrikeWords(number)}\"}}\n");

    private static string StrikeWords(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"A drone strike on a depot in {(number % 2 == 0 ? "Kursk" : "Belgorod")} killed {(number % 40) + 2} people on {Weekday(number)}, the governor said.");

    /// <summary>The same as pages of a web archive.</summary>
    private static byte[] StrikePages() => MadeArchive.Warc(true, [.. Enumerable.Range(0, Reports).Select(number => MadeArchive.Response(
        string.Create(CultureInfo.InvariantCulture, $"https://example.org/{number}"),
        $"<html><head><meta property=\"article:published_time\" content=\"{Day(number)}\"></head><body>{StrikeWords(number)}</body></html>"))]);

    private static string Weekday(int number) => new DateOnly(2024, 1, 1).AddDays((number * 3) - 1).DayOfWeek.ToString();

    private static string Day(int number) => new DateOnly(2024, 1, 1).AddDays(number * 3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static LedgerAdder Adder(SqliteLedger ledger) => new(ledger, Forms, Matcher, DateTimeOffset.UnixEpoch, ["test"]);

    private static List<Addition> Prepared(int from, int count) =>
    [
        .. Enumerable.Range(from, count).Select(number =>
        {
            var document = RawDocument.Of(System.Text.Encoding.UTF8.GetBytes(Line(number)), MediaTypes.Json, $"r{number}", new StatedFacts(null, Day(number), "metadata", null, null));
            var reading = HandMade.Of(document, ReadOptions.Default);
            return new Addition(document, reading.Run, Forms.Prepare(reading));
        }),
    ];

    private static long Count(SqliteLedger ledger)
    {
        using var reader = ledger.Read();
        return reader.Count().Reports;
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToArray();
        for (var i = 0; i < 40; i++)
        {
            bytes[random.Next(100, bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    private int CountOrNone()
    {
        var outcome = Bench.Run("status", "--ledger", File, "--format", "jsonl");
        return outcome.Status == 0 ? Json.Lines(outcome.Output).Single().GetProperty("reports").GetInt32() : 0;
    }

    /// <summary>Starts the built command and kills it, at the latest when it has ended.</summary>
    private void KillWhileAdding(string lines, Random random) => Kill(random, "add", lines, "--all-pages", "--ledger", File);

    private void Kill(Random random, params string[] args)
    {
        using var program = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dateline-app.dll"), .. args]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var clock = Stopwatch.StartNew();
        while (!System.IO.File.Exists(File) && clock.Elapsed.TotalSeconds < 20)
        {
            Thread.Sleep(20);
        }

        Thread.Sleep(random.Next(0, 2500));
        program.Kill();
        program.WaitForExit();
    }
}
