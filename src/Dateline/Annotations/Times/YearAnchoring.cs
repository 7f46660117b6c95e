using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>Finds the year of dates, months and seasons told without one.</summary>
internal static class YearAnchoring
{
    // A date without a year is the nearest past one unless that is more than nine months gone and the next is within three:
    // news speak of the days around them.
    private const int FarPast = 270;
    private const int NearFuture = 95;

    // A story looks back this many months before a month is one of the next year.
    private const int MonthsBack = 6;

    public static Period Resolve(TimeAnchoring anchoring, FixedDate date, TimeDirection cue)
    {
        if (date.Month is not { } month)
        {
            return date.Year is { } only ? Period.OfYear(only, "stated") : TimeAnchoring.Unknown(date, TimePrecision.Year);
        }

        var (year, why, direction) = Year(anchoring, date, month, cue);
        if (year is not { } known)
        {
            return Period.Unknown(TimexValue.Underspecified(date), date.Day is null ? TimePrecision.Month : TimePrecision.Day, why);
        }

        if (date.Day is not { } day)
        {
            return Period.OfMonth(known, month, why, direction);
        }

        if (!Exists(known, month, day))
        {
            return Period.Unknown(TimexValue.Underspecified(date), TimePrecision.Day, "not anchored: there is no such day");
        }

        var found = new LocalDate(known, month, day);
        var contradicts = date.Weekday is { } weekday && (int)found.DayOfWeek != weekday;
        return Period.OfDay(found, contradicts ? why + "; the weekday beside it contradicts" : why, direction);
    }

    public static Period Season(TimeAnchoring anchoring, SeasonTime season, TimeDirection cue)
    {
        if (season.Year is { } stated)
        {
            return Of(season, stated, "stated", TimeDirection.None);
        }

        var anaphoric = season.Pointing is Pointing.Same or Pointing.Previous or Pointing.Following;
        if ((anaphoric ? anchoring.Focus ?? anchoring.Reference : anchoring.Reference) is not { } day)
        {
            return TimeAnchoring.Unknown(season, TimePrecision.Quarter);
        }

        if (anchoring.Story is not null && season.Pointing == Pointing.None)
        {
            return Of(season, day.Year, anchoring.By("year of the story"), TimeDirection.None);
        }

        var started = Of(season, day.Year, "", TimeDirection.None);
        if (season.Pointing is Pointing.Last or Pointing.Previous || (season.Pointing == Pointing.None && cue != TimeDirection.Future))
        {
            var over = season.Pointing == Pointing.None ? started.First <= day : started.Last < day;
            return Of(season, over ? day.Year : day.Year - 1, anchoring.By("season", TimeDirection.Past), TimeDirection.Past);
        }

        if (season.Pointing is Pointing.Next or Pointing.Coming or Pointing.Following or Pointing.None)
        {
            return Of(season, started.First > day ? day.Year : day.Year + 1, anchoring.By("season", TimeDirection.Future), TimeDirection.Future);
        }

        return Of(season, day.Year, anchoring.By("season"), TimeDirection.None);
    }

    private static Period Of(SeasonTime season, int year, string why, TimeDirection direction)
    {
        var first = new LocalDate(year, season.FirstMonth, 1);
        return Period.Of(first, first.PlusMonths(3).PlusDays(-1), TimexValue.Year(year) + "-" + season.Code, TimePrecision.Quarter, why, direction);
    }

    private static bool Exists(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);

    private static (int? Year, string Why, TimeDirection Direction) Year(TimeAnchoring anchoring, FixedDate date, int month, TimeDirection cue)
    {
        if (date.Year is { } stated)
        {
            return (stated, "stated", TimeDirection.None);
        }

        if (date.YearPointing == Pointing.Told)
        {
            return (null, "not anchored: names an agreement, its year is not told", TimeDirection.None);
        }

        var anaphoric = date.YearPointing is Pointing.Same or Pointing.Previous or Pointing.Following;
        if ((anaphoric ? anchoring.Focus ?? anchoring.Reference : anchoring.Reference) is not { } day)
        {
            return (null, "not anchored: no day of publication is known", TimeDirection.None);
        }

        if (date.YearPointing != Pointing.None)
        {
            var step = date.YearPointing is Pointing.Last or Pointing.Previous ? -1 : date.YearPointing is Pointing.This or Pointing.Same ? 0 : 1;
            var way = step < 0 ? TimeDirection.Past : step > 0 ? TimeDirection.Future : TimeDirection.None;
            return (day.Year + step, anchoring.By("year", way), way);
        }

        return date.Pointing == Pointing.None ? Nearest(anchoring, day, month, date.Day, cue) : PointedMonth(anchoring, day, month, date.Pointing);
    }

    private static (int? Year, string Why, TimeDirection Direction) PointedMonth(TimeAnchoring anchoring, LocalDate day, int month, Pointing pointing)
    {
        var (year, way) = pointing switch
        {
            Pointing.Last => (month < day.Month ? day.Year : day.Year - 1, TimeDirection.Past),
            Pointing.Next or Pointing.Coming => (month > day.Month ? day.Year : day.Year + 1, TimeDirection.Future),
            _ => (day.Year, TimeDirection.None),
        };
        return (year, anchoring.By("month", way), way);
    }

    // A story goes forward: the year told last, the next one when its month is long past.
    private static (int? Year, string Why, TimeDirection Direction) OfStory(TimeAnchoring anchoring, TimePrecision told, LocalDate day, int month)
    {
        var over = told <= TimePrecision.Month && month < day.Month - MonthsBack;
        return (over ? day.Year + 1 : day.Year, anchoring.By("year of the story", over ? TimeDirection.Future : TimeDirection.None), over ? TimeDirection.Future : TimeDirection.None);
    }

    private static (int? Year, string Why, TimeDirection Direction) Nearest(TimeAnchoring anchoring, LocalDate day, int month, int? dayOfMonth, TimeDirection cue)
    {
        if (anchoring.Story is { } told)
        {
            return OfStory(anchoring, told, day, month);
        }

        if (dayOfMonth is null && month == day.Month)
        {
            return (day.Year, anchoring.By("same month"), TimeDirection.None);
        }

        // 29 February counts as 28 when years are compared
        LocalDate At(int year) => new(year, month, Math.Min(dayOfMonth ?? 1, CalendarSystem.Iso.GetDaysInMonth(year, month)));
        if (At(day.Year) == day)
        {
            return (day.Year, anchoring.By("same day"), TimeDirection.None);
        }

        var past = At(day.Year) <= day ? day.Year : day.Year - 1;
        var (gone, ahead) = (NodaTime.Period.DaysBetween(At(past), day), NodaTime.Period.DaysBetween(day, At(past + 1)));
        if (month == 2 && dayOfMonth == 29)
        {
            past = Enumerable.Range(0, 8).Select(back => past - back).First(year => Exists(year, 2, 29));
            return (past, anchoring.By("date", TimeDirection.Past), TimeDirection.Past);
        }

        var future = (cue == TimeDirection.Future && (ahead <= FarPast || gone > NearFuture)) || (gone > FarPast && ahead < NearFuture && cue == TimeDirection.None) || ahead <= 1;
        var way = future ? TimeDirection.Future : TimeDirection.Past;
        return (future ? past + 1 : past, anchoring.By("date", way), way);
    }
}
