using System.Text.Json;
using Dateline.Annotations.Names;
using Dateline.Claims;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;

namespace Dateline.Exports.Formats;

/// <summary>The part of a record that is exported. Everything comes in the order of the record, the same whatever the order of adding, and row by row.</summary>
public sealed class ExportRecord
{
    private readonly ILedgerReader reader;
    private readonly JudgementBook judgements;

    /// <summary>Chooses a part of a record.</summary>
    /// <param name="reader">The record at one moment; asked while a format writes.</param>
    /// <param name="filter">Which events.</param>
    /// <param name="codebook">Kinds and roles, in the order they are printed.</param>
    /// <param name="licence">Under which licence whoever exports publishes it, or null when that is not stated.</param>
    public ExportRecord(ILedgerReader reader, LedgerFilter filter, Codebook codebook, string? licence = null)
    {
        this.reader = reader;
        judgements = new JudgementBook(reader.Judgements());
        Filter = filter;
        Codebook = codebook;
        Licence = licence;
        var counts = reader.Count();
        Runs = counts.Runs;
        LastDay = counts.Last;
    }

    /// <summary>Which events were asked for.</summary>
    public LedgerFilter Filter { get; }

    /// <summary>Kinds and roles.</summary>
    public Codebook Codebook { get; }

    /// <summary>The licence whoever exports states, or null.</summary>
    public string? Licence { get; }

    /// <summary>Which program and knowledge read how many of the ledger's reports.</summary>
    public IReadOnlyList<(RunInfo Run, long Reports)> Runs { get; }

    /// <summary>The last day of publication of the ledger (ISO 8601), or null.</summary>
    public string? LastDay { get; }

    /// <summary>Whose what is in it: places, and the words that are quoted.</summary>
    public static string Rights => "Places: " + Gazetteer.Credit + ". Quoted words belong to those who published them.";

    /// <summary>Licence and rights in one line.</summary>
    public string LicenceLine => (Licence is null ? "No licence stated. " : Licence + ". ") + Rights;

    /// <summary>The program and the knowledge, in one line, the same for the same program, knowledge and reports.</summary>
    public string RunLine => $"Dateline {RunInfo.ProgramVersion}; read by " + (Runs.Count == 0 ? "nothing yet" : string.Join(", ", Runs.Select(run => $"{run.Run.Program} with knowledge {run.Run.Knowledge}")));

    /// <summary>The filter in words; "everything" when there is none.</summary>
    public string FilterLine
    {
        get
        {
            var parts = new[]
            {
                Part("kind", Filter.Kind), Part("status", Filter.Status), Part("actor", Filter.Actor), Part("place", Filter.Place), Part("from", Filter.From),
                Part("to", Filter.To), Part("source", Filter.Source), Part("report", Filter.Report), Part("finding", Filter.Finding), Part("event", Filter.Event), Filter.Rejected ? "rejected ones too" : "",
            };
            return string.Join(", ", parts.Where(part => part.Length > 0)) is { Length: > 0 } words ? words : "everything";
        }
    }

    /// <summary>Says what a moment stands for where a format must have one and nothing is known: never the moment of the export, so that the same record gives the same bytes.</summary>
    internal const string NoDay = "1970-01-01";

    /// <summary>The events by first day (unknown last), then id.</summary>
    public IEnumerable<ExportEvent> Events()
    {
        foreach (var row in reader.Events(Filter))
        {
            yield return new ExportEvent(Parse(RecordJson.Event(row)), () => [.. reader.ReadingsOf(row)], judgements, Filter.Rejected);
        }
    }

    /// <summary>The claims by the report's day of publication, then its id; without a filter also those of no event.</summary>
    public IEnumerable<ExportClaim> Claims() => reader.Readings(Filter).SelectMany(reading => ExportClaim.Of(reading, judgements, Filter.Rejected));

    internal static JsonElement Parse(ReadOnlyMemory<byte> json) => JsonDocument.Parse(json).RootElement;

    private static string Part(string name, string? value) => value is null ? "" : $"{name} {value}";
}
