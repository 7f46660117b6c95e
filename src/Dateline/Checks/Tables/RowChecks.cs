using Dateline.Annotations;
using Dateline.Annotations.Quantities;
using Dateline.Articles;
using Dateline.Claims;
using Dateline.Events;
using Dateline.Knowledge;
using NodaTime;

namespace Dateline.Checks.Tables;

/// <summary>
/// The checks on the rows of somebody's own table, each row by itself: days and weekdays (DL0201), links older than what they are cited for (DL0203),
/// figures against each other (DL0101), against what is published (DL0103) and as they are written (DL0105), and what the cells with words say (DL0102, DL0105, DL0202 and the
/// others of one report that need no source).
/// </summary>
public sealed class RowChecks
{
    private const int ZoneDays = 1;

    // What compares sources says nothing of a table's cell.
    private static readonly string[] OfWords = ["DL0101", "DL0102", "DL0103", "DL0105", "DL0201", "DL0202"];

    private readonly Func<string, LocalDate?, AnnotationSet> annotate;
    private readonly Func<string, LocalDate?, IReadOnlyList<(Finding Finding, string Words)>> read;
    private readonly ImpliedSpeed speed;
    private readonly KnownLimits limits;
    private readonly HashSet<string> ranges;
    private readonly WeekdayAndDate weekdays = new();
    private readonly ThousandsPoint thousands = new();

    /// <summary>Over a reader of phrases and of reports.</summary>
    /// <param name="files">Units, limits, classes.</param>
    /// <param name="annotate">Reads times and figures of a phrase, counted from a day.</param>
    /// <param name="read">The findings of a text as a report of some day, with the words each is about.</param>
    public RowChecks(KnowledgeFiles files, Func<string, LocalDate?, AnnotationSet> annotate, Func<string, LocalDate?, IReadOnlyList<(Finding Finding, string Words)>> read)
    {
        ArgumentNullException.ThrowIfNull(files);
        (this.annotate, this.read) = (annotate, read);
        var units = new UnitTable(files);
        var published = new PublishedLimits(files, units);
        var codebook = new Codebook(files);
        speed = new ImpliedSpeed(files, published, codebook);
        limits = new KnownLimits(published, codebook);
        ranges = [.. files.Table("weapons/classes.tsv").Rows.Select(row => row["range_class"]).Where(range => range.Length > 0)];
    }

    /// <summary>What the checks say of a row, by check, then column.</summary>
    public IEnumerable<RowFinding> Find(TableRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Figures(row).Concat(Weekdays(row)).Concat(Links(row)).Concat(Words(row)).OrderBy(found => found.Finding.Check, StringComparer.Ordinal);
    }

    private IEnumerable<RowFinding> Figures(TableRow row)
    {
        var classes = ClassesOf(row);
        var figures = row.Figures.Select(f => (f.Role, f.Cell, Quantity: annotate(f.Cell.Text, row.Day).Quantities.FirstOrDefault(q => q.Low is not null || q.High is not null))).Where(f => f.Quantity is not null).ToList();
        var (distance, time) = (figures.Find(f => f.Role is "distance"), figures.Find(f => f.Role is "duration"));
        if (distance.Quantity is not null && time.Quantity is not null && speed.Of(classes, distance.Quantity, time.Quantity) is { } implied)
        {
            yield return new RowFinding(row.Line, row.Id, [distance.Cell.Column, time.Cell.Column], $"{distance.Cell.Text}; {time.Cell.Text}", implied);
        }

        foreach (var (role, cell, quantity) in figures)
        {
            if (limits.Of(classes, role, quantity!) is { } outside)
            {
                yield return new RowFinding(row.Line, row.Id, [cell.Column], cell.Text, outside);
            }

            if (thousands.Of(quantity!, cell.Text) is { } parted)
            {
                yield return new RowFinding(row.Line, row.Id, [cell.Column], cell.Text, parted);
            }
        }
    }

    private IReadOnlyList<WeaponClassValue> ClassesOf(TableRow row) =>
        row.WeaponClass is not { } named ? []
        : ranges.Contains(named) ? [new WeaponClassValue("ballistic_missile", named)]
        : [new WeaponClassValue(named, null)];

    // "Wednesday, 11 March 2025" in one cell, or in two.
    private IEnumerable<RowFinding> Weekdays(TableRow row)
    {
        if (row.DayCell is { } cell)
        {
            foreach (var finding in Wrong(cell.Text))
            {
                yield return new RowFinding(row.Line, row.Id, [cell.Column], cell.Text, finding);
            }
        }

        if (row is { Weekday: { } weekday, Day: { } day })
        {
            foreach (var finding in Wrong(FormattableString.Invariant($"{weekday.Text}, {day:d MMMM uuuu}")))
            {
                yield return new RowFinding(row.Line, row.Id, [weekday.Column, .. row.DayCell is { } own ? [own.Column] : (string[])[]], weekday.Text, finding);
            }
        }
    }

    private IEnumerable<Finding> Wrong(string words)
    {
        var article = new Article(words, [new Block(BlockKind.Body, new TextSpan(0, words.Length), "cell", null, 0)], null, null, "en", null, [], null, null, []);
        return weekdays.Find(new CheckInput(article, annotate(words, null), new EventSet([], [], []))).Select(finding => finding with { Span = null });
    }

    private static IEnumerable<RowFinding> Links(TableRow row)
    {
        if (row.Day is not { } day)
        {
            yield break;
        }

        foreach (var link in row.Links)
        {
            if (LinkDay.Of(link.Text) is { } printed && printed < day.PlusDays(-ZoneDays))
            {
                yield return new RowFinding(row.Line, row.Id, [link.Column], link.Text, new Finding(
                    "DL0203",
                    Severity.Notice,
                    $"The link is of {CheckWords.Day(printed)}, {Period.DaysBetween(printed, day)} days before what it is cited for ({CheckWords.Day(day)}): another link may be meant, or the page was used again.",
                    [],
                    [new("published", CheckWords.Day(printed)), new("event_day", CheckWords.Day(day)), new("days", Period.DaysBetween(printed, day))],
                    null));
            }
        }
    }

    private IEnumerable<RowFinding> Words(TableRow row) =>
        from cell in row.Words
        from found in read(cell.Text, row.Day)
        where OfWords.Contains(found.Finding.Check, StringComparer.Ordinal)
        select new RowFinding(row.Line, row.Id, [cell.Column], found.Words, found.Finding with { Claims = [], Span = null });
}
