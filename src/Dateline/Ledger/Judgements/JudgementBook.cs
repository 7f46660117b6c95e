namespace Dateline.Ledger.Judgements;

/// <summary>All judgements of a ledger: which hold, and what they are about. The order they were noted in never shows; the later one holds.</summary>
public sealed class JudgementBook
{
    private readonly Dictionary<string, Judgement> undone = new(StringComparer.Ordinal);
    private readonly ILookup<string, Judgement> byReport;

    /// <summary>A book of some judgements.</summary>
    public JudgementBook(IEnumerable<Judgement> judgements)
    {
        All = [.. judgements.DistinctBy(j => j.Id, StringComparer.Ordinal).OrderBy(j => j.At, StringComparer.Ordinal).ThenBy(j => j.Kind is JudgementKind.Undo).ThenBy(j => j.Id, StringComparer.Ordinal)];
        foreach (var judgement in All.Reverse())
        {
            // From the last one back: what undid something may have been undone itself.
            if (judgement is { Kind: JudgementKind.Undo, Undoes: { } earlier } && !undone.ContainsKey(judgement.Id))
            {
                undone.TryAdd(earlier, judgement);
            }
        }

        InForce = [.. All.Where(j => j.Kind is not JudgementKind.Undo && !undone.ContainsKey(j.Id))];
        byReport = InForce.SelectMany(j => j.Reports.Select(report => (Report: report, Judgement: j))).ToLookup(p => p.Report, p => p.Judgement, StringComparer.Ordinal);
        Persons = new SamePersons(InForce.Where(j => j.Kind is JudgementKind.SamePerson).Select(j => j.Persons));
    }

    /// <summary>Nobody decided anything.</summary>
    public static JudgementBook Empty { get; } = new([]);

    /// <summary>All of them, by time.</summary>
    public IReadOnlyList<Judgement> All { get; }

    /// <summary>Those that hold, by time.</summary>
    public IReadOnlyList<Judgement> InForce { get; }

    /// <summary>Who is one person.</summary>
    public SamePersons Persons { get; }

    /// <summary>The judgement that undid one, or null.</summary>
    public Judgement? UndoOf(Judgement judgement) => undone.GetValueOrDefault(judgement.Id);

    /// <summary>True when anything was decided about a report.</summary>
    public bool Has(string report) => byReport.Contains(report);

    /// <summary>What was decided about a report, found in its reading.</summary>
    public JudgedReport Of(string report, StoredReading reading) => Has(report) ? new JudgedReport(new ReadingKeys(report, reading), byReport[report]) : JudgedReport.None;
}
