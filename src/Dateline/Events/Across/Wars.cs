using Dateline.Knowledge;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Events.Across;

/// <summary>
/// Between whom strikes were daily, and when (<c>ontology/wars.tsv</c>). Where one state strikes another outside of them, day and parties make one
/// happening of two tellings, as they do of tellings of a rarer kind.
/// </summary>
internal sealed class Wars
{
    private readonly List<(string A, string? B, LocalDate From, LocalDate To)> wars = [];

    public Wars(KnowledgeFiles files)
    {
        foreach (var row in files.Table("ontology/wars.tsv").Rows)
        {
            wars.Add((row["a"], row.Optional("b"), Day(row, "from"), row.Optional("to") is null ? LocalDate.MaxIsoValue : Day(row, "to")));
        }
    }

    /// <summary>True where one state does something to another, or in its land, and no two of these are at war at that time; where the time is unknown, at any.</summary>
    public bool IsQuiet(EventProfile profile)
    {
        var isTold = false;
        foreach (var doer in profile.Parties)
        {
            if (doer is not { Role: not "recipient", Country: { } own })
            {
                continue;
            }

            foreach (var other in profile.Parties)
            {
                if (other is { Role: "recipient", Country: { } struck } && !IsQuiet(own, struck, profile, ref isTold))
                {
                    return false;
                }
            }

            foreach (var place in profile.Places)
            {
                if (place is { Role: "target_place" or "place", Country: { } land } && !IsQuiet(own, land, profile, ref isTold))
                {
                    return false;
                }
            }
        }

        return isTold;
    }

    private bool IsQuiet(string own, string other, EventProfile profile, ref bool isTold)
    {
        if (string.Equals(own, other, StringComparison.Ordinal))
        {
            return false;
        }

        isTold = true;
        var (first, last) = profile.Days is { } days ? (days.First, days.Last) : (profile.Published ?? LocalDate.MinIsoValue, profile.Published ?? LocalDate.MaxIsoValue);
        foreach (var (a, b, from, to) in wars)
        {
            if (from <= last && first <= to && (IsPair(a, b, own, other) || IsPair(a, b, other, own)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPair(string a, string? b, string own, string other) =>
        string.Equals(a, own, StringComparison.Ordinal) && (b is null || string.Equals(b, other, StringComparison.Ordinal));

    private static LocalDate Day(Table.Row row, string column) => LocalDatePattern.Iso.Parse(row[column]) is { Success: true } day ? day.Value : throw row.Wrong(column, "is no day");
}
