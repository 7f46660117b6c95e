using Dateline.Claims;

namespace Dateline.Events.Across;

/// <summary>What the days of two tellings say: stated ones, weekdays and dates without a year, and the days on which they were news.</summary>
internal static class MatchedDays
{
    private const int Night = 2; // days that hold "overnight into Sunday"
    private const int Week = 7;
    private const int Month = 31;
    private const int Together = 1; // days between the publication of two reports of one piece of news
    private const int Fresh = 4; // days within which one piece of news is told
    private const double NextDayHours = 12; // clock readings further apart than this are of two happenings

    /// <summary>What puts both at one time, as far as something does.</summary>
    public static MatchTime TimeOf(EventProfile a, EventProfile b, MatchTally tally) => !tally.IsTimed ? MatchTime.None
        : AreNear(a, b) ? MatchTime.Stated
        : IsOpen(a) && IsOpen(b) ? MatchTime.Told : MatchTime.Dated;

    /// <summary>Tells what the days say for one event; why they cannot be of one, or null.</summary>
    public static string? Of(EventProfile a, EventProfile b, KindSameness kind, MatchTally tally)
    {
        if (AreNear(a, b))
        {
            return Stated(a.Days!, b.Days!, IsPlanned(a) != IsPlanned(b), kind, tally);
        }

        if ((IsOpen(a) ? IsOpen(b) ? null : b.Days : a.Days) is { } known)
        {
            var open = IsOpen(a) ? a : b;
            return PartDays(open.PartDays, known, tally) ?? Told(open, known, kind, tally);
        }

        SharedParts(a.PartDays, b.PartDays, tally);
        if ((Dated(a, b, kind, tally) ?? Dated(b, a, kind, tally)) is { } other)
        {
            return other;
        }

        if (a.NewsOn is { } first && b.NewsOn is { } second)
        {
            var apart = Math.Abs(NodaTime.Period.DaysBetween(first, second));
            tally.Add(apart > kind.Late ? null : apart <= Fresh ? "told_together" : "told_later");
            tally.Add("published_together", apart <= Together);
            return apart > kind.Late ? "told as news at another time" : null;
        }

        return null;
    }

    // "On 5 June" of a page without a date is of the days in which the other was news, or is not.
    private static string? Dated(EventProfile undated, EventProfile told, KindSameness kind, MatchTally tally)
    {
        if (undated.NewsOn is not null || told.NewsOn is not { } day || told.Status is not EventStatus.News || !HasDate(undated.PartDays))
        {
            return null;
        }

        var (fits, near) = (false, false);
        foreach (var part in undated.PartDays)
        {
            for (var i = -1; i <= kind.Late; i++)
            {
                var isOne = part.Month > 0 && part.Fits(day.PlusDays(-i));
                fits |= isOne && i >= 0 && i <= Fresh;
                near |= isOne;
            }
        }

        tally.Add("told_together", fits);
        return near ? null : "another day";
    }

    private static bool HasDate(IReadOnlyList<PartDay> parts)
    {
        foreach (var part in parts)
        {
            if (part.Month > 0)
            {
                return true;
            }
        }

        return false;
    }

    // The day of publication stands for the days before it as well.
    private static bool IsOpen(EventProfile profile) => profile.Days is null || profile.IsOnNewsDay;

    // A telling that names no day may be of any day on which it was news; a plan, of the day it was announced or the next.
    private static string? Told(EventProfile open, DaySpan known, KindSameness kind, MatchTally tally)
    {
        if (open.NewsOn is not { } day)
        {
            return null;
        }

        if (IsPlanned(open))
        {
            tally.Add("told_together", known.Length <= Week && known.Gap(new DaySpan(day, day, true, null)) <= Together);
            return null;
        }

        var gap = known.Gap(new DaySpan(day.PlusDays(-kind.Late), day, true, null));
        tally.Add(gap > 0 ? null : known.Gap(new DaySpan(day.PlusDays(-Math.Min(kind.Late, Fresh)), day, true, null)) == 0 ? "told_together" : "told_later");
        return gap > 1 ? "told as news at another time" : null;
    }

    // "On Friday" of a page without a date fits one day in seven, "on April 8" one in a year; neighbouring days are as good as the next zone's.
    private static string? PartDays(IReadOnlyList<PartDay> parts, DaySpan known, MatchTally tally)
    {
        if (parts.Count == 0 || known.Length > Week)
        {
            return null;
        }

        var (date, weekday, near, isDate) = (false, false, false, false);
        foreach (var part in parts)
        {
            var isOfYear = part.Month > 0;
            isDate |= isOfYear;
            for (var day = known.First; day <= known.Last; day = day.PlusDays(1))
            {
                date |= isOfYear && part.Fits(day);
                weekday |= !isOfYear && part.Fits(day);
                near |= part.Fits(day.PlusDays(1)) || part.Fits(day.PlusDays(-1));
            }
        }

        tally.Add(date ? "same_date" : weekday ? "same_weekday" : near ? null : "other_weekday");
        return isDate && !date && !weekday && !near ? "another day" : null;
    }

    private static void SharedParts(IReadOnlyList<PartDay> a, IReadOnlyList<PartDay> b, MatchTally tally)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return;
        }

        PartDay? shared = null;
        foreach (var part in a)
        {
            foreach (var other in b)
            {
                shared = part == other && (shared is null || part.Weekday is NodaTime.IsoDayOfWeek.None) ? part : shared;
            }
        }

        tally.Add(shared is null ? null : shared.Weekday is NodaTime.IsoDayOfWeek.None ? "same_date" : "same_weekday");
    }

    private static string? Stated(DaySpan x, DaySpan y, bool oneIsPlanned, KindSameness kind, MatchTally tally)
    {
        var gap = x.Gap(y);
        var longest = Math.Max(x.Length, y.Length);
        var inferred = x.Inferred || y.Inferred;
        if (gap > 1 || (gap == 1 && (longest > 1 || oneIsPlanned)))
        {
            return "another day";
        }

        if (x.Utc is { } u && y.Utc is { } v && longest == 1 && Math.Abs((u - v).TotalHours) > NextDayHours)
        {
            return "another hour";
        }

        if (gap == 1)
        {
            tally.Add(inferred ? "told_together" : "next_day");
            tally.IsDayAfter = kind.IsCrowded && !inferred;
            return null;
        }

        tally.Add(longest switch { 1 when inferred => "inferred_day", 1 => "same_day", Night => "same_night", <= Week => "same_week", <= Month => "same_month", _ => null });
        return null;
    }

    private static bool IsPlanned(EventProfile profile) => profile.Status is EventStatus.Planned;

    private static bool AreNear(EventProfile a, EventProfile b) => a.Days is { } x && b.Days is { } y && (x.Gap(y) <= 1 || (!a.IsOnNewsDay && !b.IsOnNewsDay));
}
