using System.Reflection;
using Dateline.Claims;
using Dateline.Exports.Formats;
using Dateline.Knowledge;
using Dateline.Ledger;
using Dateline.Tests.App;

namespace Dateline.Tests.Exports;

/// <summary>The command, its documentation, and what holds for every format: the same bytes, a little at a time.</summary>
public sealed class ExportCommandTests(ExportedSamples samples) : IClassFixture<ExportedSamples>
{
    private const int Rows = 50_000;
    private const int Enough = 1 << 16; // bytes after which the one who reads goes away
    private const int AtATime = 10_000; // rows that may have been asked for by then

    private static readonly Codebook Codebook = new(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));

    public static TheoryData<string> Names() => [.. ExportFormats.Of(Codebook).Select(format => format.Name)];

    [Fact]
    public void TheListHasALinePerFormat()
    {
        var lines = Bench.RunWhole("export", "--list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Names().Select(row => row.Data), lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines, line => Assert.True(line.Length < 150, line));
    }

    [Fact]
    public void TheDocumentationHasEveryFormatAndColumn()
    {
        var page = File.ReadAllText(Repository.At("docs/exports.md"));
        Conventions.Complaints.None(
            from format in ExportFormats.Of(Codebook)
            from name in (format is ITableFormat table ? table.Columns.Select(column => column.Name).Where(name => !name.StartsWith("role_", StringComparison.Ordinal)) : []).Prepend(format.Name)
            where !page.Contains($"`{name}`", StringComparison.Ordinal)
            select $"docs/exports.md does not name {format.Name}: `{name}`");
    }

    [Fact]
    public void TheSameReportsGiveTheSameBytesWhateverTheOrder()
    {
        var (one, other) = (samples.Add("one.db", reversed: false), samples.Add("other.db", reversed: true));
        foreach (var format in ExportFormats.Of(Codebook))
        {
            Assert.True(samples.BytesOf(one, format.Name).AsSpan().SequenceEqual(samples.BytesOf(other, format.Name)), format.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LittleIsHeldAtATime(string name)
    {
        using var ledger = Ledgers.OpenToRead(samples.Ledger);
        using var reader = ledger.Read();
        var endless = DispatchProxy.Create<ILedgerReader, Endless>();
        var source = (Endless)endless;
        source.Real = reader;
        var format = ExportFormats.Of(Codebook).Single(format => format.Name == name);

        Assert.Throws<IOException>(() => format.Write(new ExportRecord(endless, LedgerFilter.All, Codebook), new Impatient()));
        Assert.InRange(source.Asked, 1, AtATime);
    }

    [Fact]
    public void FiltersAreThoseOfEvents()
    {
        var events = Json.Lines(Bench.RunWhole("events", "--kind", "missile_test", "--actor", "KP", "--format", "jsonl", "--ledger", samples.Ledger).Output).Count();

        Assert.InRange(events, 1, samples.Events.Count - 1);
        Assert.Equal(events, samples.Text("acled-like", "--kind", "missile_test", "--actor", "KP").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [Theory]
    [InlineData(2, "needs a format", "export")]
    [InlineData(2, "there is no format \"xml\"", "export", "xml")]
    [InlineData(2, "has no columns", "export", "kml", "--codebook")]
    [InlineData(2, "there is no such ledger", "export", "kml", "--ledger", "/nowhere/none.db")]
    public void WrongUseSaysWhatToDo(int status, string words, params string[] command)
    {
        var outcome = Bench.RunWhole(command);

        Assert.Equal(status, outcome.Status);
        Assert.Contains(words, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatCannotBeWrittenLeavesTheOldOne()
    {
        var outcome = Bench.RunWhole("export", "kml", "--ledger", samples.Ledger, "--output", Path.Combine(Path.GetTempPath(), "no-such-folder-here", "x.kml"));

        Assert.Equal(1, outcome.Status);
        Assert.Contains("output: ", outcome.Error, StringComparison.Ordinal);
    }

    /// <summary>A record whose events come without end, to see how many are asked for.</summary>
    public class Endless : DispatchProxy
    {
        internal ILedgerReader Real { get; set; } = null!;

        internal int Asked { get; private set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
        {
            nameof(ILedgerReader.Events) => Again([.. Real.Events(LedgerFilter.All)]),
            nameof(ILedgerReader.Readings) => Again([.. Real.Readings(LedgerFilter.All)]),
            _ => targetMethod.Invoke(Real, args),
        };

        private IEnumerable<T> Again<T>(IReadOnlyList<T> rows)
        {
            for (Asked = 1; Asked < Rows; Asked++)
            {
                yield return rows[Asked % rows.Count];
            }
        }
    }

    /// <summary>Somebody who has seen enough after a while.</summary>
    private sealed class Impatient : Stream
    {
        private long written;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => written;

        public override long Position { get => written; set => throw new NotSupportedException(); }

        public override void Flush()
        {
            // Nothing is held.
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            written += count;
            if (written > Enough)
            {
                throw new IOException("enough");
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
