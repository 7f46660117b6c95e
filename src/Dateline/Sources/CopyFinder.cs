using Dateline.Events.Across;
using NodaTime;

namespace Dateline.Sources;

/// <summary>How one report's text stands to another's.</summary>
public enum CopyRelation
{
    /// <summary>Hardly any wording in common.</summary>
    None,

    /// <summary>Some sentences in common, or the wording of another occasion.</summary>
    Partial,

    /// <summary>One text, shortened, enlarged or worked over.</summary>
    Edited,

    /// <summary>One text.</summary>
    Verbatim,
}

/// <summary>What comparing two texts came to.</summary>
/// <param name="Relation">How they stand to each other.</param>
/// <param name="Shared">How much of the shorter one stands in the other, 0 to 1.</param>
public readonly record struct CopyMatch(CopyRelation Relation, double Shared)
{
    /// <summary>True when the two count as one text.</summary>
    public bool IsCopy => Relation is CopyRelation.Edited or CopyRelation.Verbatim;
}

/// <summary>Of a report, what is compared to tell copies.</summary>
/// <param name="Report">Its id.</param>
/// <param name="Published">Day of publication, or null.</param>
/// <param name="Sketch">Its wording.</param>
/// <param name="Dated">Its news whose day it states.</param>
public sealed record CopyCandidate(string Report, LocalDate? Published, TextSketch Sketch, IReadOnlyList<DatedNews> Dated)
{
    /// <summary>The news whose day a report states.</summary>
    public static IReadOnlyList<DatedNews> DatedOf(IReadOnlyList<EventProfile> events) =>
        [.. events.Where(e => e is { Days.Inferred: false, Status: Claims.EventStatus.News }).Select(e => new DatedNews(e.Kind, e.Days!))];
}

/// <summary>News with the day a report states.</summary>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Days">When.</param>
public sealed record DatedNews(string Kind, DaySpan Days);

/// <summary>Tells copies from texts that only speak of the same.</summary>
public static class CopyFinder
{
    /// <summary>Containment from which two texts are one: independent reports of one event stay well below (design notes).</summary>
    public const double Edited = 0.5;

    /// <summary>Containment from which the text was hardly touched.</summary>
    public const double Verbatim = 0.85;

    /// <summary>Containment from which sentences were taken over.</summary>
    public const double Partial = 0.12;

    private const int LeastShared = 8; // runs; fewer come together by chance and by set phrases
    private const int LeastRuns = 25; // a text of fewer runs is too short to tell
    private const int Days = 21; // a text goes on being reprinted that long after it was new

    /// <summary>Compares two reports. The order makes no difference.</summary>
    public static CopyMatch Compare(CopyCandidate a, CopyCandidate b)
    {
        var shared = a.Sketch.Shared(b.Sketch);
        var less = Math.Min(a.Sketch.Count, b.Sketch.Count);
        var contained = less > 0 ? (double)shared / less : 0;
        var share = Math.Round(contained, 2);
        if (shared < LeastShared || contained < Partial)
        {
            return new CopyMatch(CopyRelation.None, share);
        }

        if (share < Edited || less < LeastRuns || !IsOneOccasion(a, b))
        {
            return new CopyMatch(CopyRelation.Partial, share);
        }

        return new CopyMatch(share >= Verbatim ? CopyRelation.Verbatim : CopyRelation.Edited, share);
    }

    // Weekly bulletins use the same sentences for other happenings: copies agree in when they were printed and in what happened when.
    private static bool IsOneOccasion(CopyCandidate a, CopyCandidate b)
    {
        if (a.Published is { } first && b.Published is { } second && Math.Abs(Period.DaysBetween(first, second)) > Days)
        {
            return false;
        }

        return a.Dated.Count == 0 || b.Dated.Count == 0 || a.Dated.Any(e => b.Dated.Any(o => string.Equals(e.Kind, o.Kind, StringComparison.Ordinal) && e.Days.Gap(o.Days) == 0));
    }
}
