using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>Finds parts of periods. "Early", "mid" and "late" are thirds; a month's are its days 1-10, 11-20 and the rest.</summary>
internal static class PartAnchoring
{
    public static Period Resolve(TimeAnchoring anchoring, PartOf part, TimeDirection cue)
    {
        if (part is { Whole: null, Part: ['q', 'u', ..] })
        {
            return Quarter(anchoring, part.Part[^1] - '0', cue);
        }

        if (part.Whole is not { } told)
        {
            return Period.Unknown(TimexValue.Underspecified(part), part.Weekday > 0 ? TimePrecision.Day : TimePrecision.Week, "not anchored: counted inside an event");
        }

        // "earlier in the day" without a day before it is the day of the report
        var today = told is PointedUnit { Unit: CalendarUnit.Day, Pointing: Pointing.Same } && anchoring is { Focus: null, Reference: not null };
        var whole = today ? anchoring.Resolve(new RelativeDay(0), cue) : anchoring.Resolve(told, cue);
        if (whole.First is not { } first || whole.Last is not { } last)
        {
            return whole;
        }

        return part.Part switch
        {
            "nth" => Nth(whole, first, last, part),
            "earlier" => anchoring.Reference is { } day && day >= first && day < last ? whole with { Last = day } : whole,
            "later" => anchoring.Reference is { } day && day > first && day <= last && told is not PointedUnit { Pointing: Pointing.Same } ? whole with { First = day } : whole,
            "half1" or "half2" => Half(whole, first, last, part.Part[^1] - '0'),
            ['q', 'u', ..] => whole.Precision == TimePrecision.Year ? Period.OfQuarter(first.Year, part.Part[^1] - '0', whole.Anchor, whole.Direction) : whole,
            _ => Third(whole, first, last, part.Part),
        };
    }

    // "the fourth quarter": the last that has begun, or the next one when the sentence looks ahead
    private static Period Quarter(TimeAnchoring anchoring, int quarter, TimeDirection cue)
    {
        if (anchoring.Reference is not { } day)
        {
            return Period.Unknown("XXXX-Q" + quarter, TimePrecision.Quarter, "not anchored: no day of publication is known");
        }

        var now = ((day.Month - 1) / 3) + 1;
        var year = cue == TimeDirection.Future && quarter < now ? day.Year + 1 : cue != TimeDirection.Future && quarter > now ? day.Year - 1 : day.Year;
        var direction = quarter == now ? TimeDirection.None : cue == TimeDirection.Future ? TimeDirection.Future : TimeDirection.Past;
        return Period.OfQuarter(year, quarter, anchoring.By("quarter", direction), direction);
    }

    private static Period Third(Period whole, LocalDate first, LocalDate last, string part)
    {
        if (first == last)
        {
            return whole;
        }

        var days = NodaTime.Period.DaysBetween(first, last) + 1;
        var (one, two) = whole.Precision switch
        {
            TimePrecision.Month when days >= 28 => (first.PlusDays(9), first.PlusDays(19)),
            TimePrecision.Year when IsYear(days) => (first.PlusMonths(4).PlusDays(-1), first.PlusMonths(8).PlusDays(-1)),
            _ => (first.PlusDays(((days + 2) / 3) - 1), first.PlusDays(((2 * days) / 3) - 1)),
        };
        return part switch
        {
            "start" => whole with { Last = one },
            "middle" => whole with { First = one.PlusDays(1), Last = two },
            _ => whole with { First = two.PlusDays(1) },
        };
    }

    // Not a part of one: "the end of year's end".
    private static bool IsYear(int days) => days is 365 or 366;

    private static Period Half(Period whole, LocalDate first, LocalDate last, int half)
    {
        var days = NodaTime.Period.DaysBetween(first, last) + 1;
        var middle = whole.Precision == TimePrecision.Year && IsYear(days) ? first.PlusMonths(6) : first.PlusDays(days / 2);
        var value = whole.Precision == TimePrecision.Year && IsYear(days) ? whole.Value + "-H" + half : whole.Value;
        return half == 1 ? whole with { Last = middle.PlusDays(-1), Value = value } : whole with { First = middle, Value = value };
    }

    // The first week of a month is its first seven days for one reader and its first week from Monday for another: the days
    // are taken, the other reading is told in the anchor.
    private static Period Nth(Period whole, LocalDate first, LocalDate last, PartOf part)
    {
        if (part.Weekday > 0)
        {
            var from = part.Nth < 0 ? last.PlusDays(-6) : first.PlusDays(7 * (Math.Min(part.Nth, 60) - 1));
            var day = from.PlusDays(((part.Weekday - (int)from.DayOfWeek) + 7) % 7);
            return day <= last ? Period.OfDay(day, whole.Anchor + ", weekday in it", whole.Direction) : Period.Unknown("XXXX-WXX-" + part.Weekday, TimePrecision.Day, "not anchored: there is no such day");
        }

        if (part.Nth < 0)
        {
            var holding = Period.Holding(last, part.Unit, whole.Anchor, whole.Direction);
            return part.Unit == CalendarUnit.Week ? holding with { First = last.PlusDays(-6), Last = last } : holding;
        }

        if (part is { Nth: 1, Units: > 1 and < 400 })
        {
            var end = TimeAnchoring.Plus(first, part.Unit, part.Units).PlusDays(-1);
            return end <= last ? whole with { Last = end, Value = TimexValue.Day(first) + "/" + TimexValue.Day(end), Anchor = whole.Anchor + ", its begin" } : whole;
        }

        if (part.Nth is 0 or > 400)
        {
            return whole;
        }

        if (part.Unit == CalendarUnit.Week)
        {
            var day = first.PlusDays(7 * (part.Nth - 1));
            var end = day.PlusDays(6) > last ? last : day.PlusDays(6);
            var monday = first.PlusDays(((8 - (int)first.DayOfWeek) % 7) + (7 * (part.Nth - 1)));
            var other = monday == day ? "" : $"; counted from its first Monday it is {TimexValue.Day(monday)} to {TimexValue.Day(monday.PlusDays(6))}";
            return day <= last
                ? Period.Of(day, end, TimexValue.Day(day) + "/" + TimexValue.Day(end), TimePrecision.Week, whole.Anchor + ", seven days" + other, whole.Direction)
                : whole;
        }

        var at = TimeAnchoring.Plus(first, part.Unit, part.Nth - 1);
        return at <= last ? Period.Holding(at, part.Unit, whole.Anchor, whole.Direction) : whole;
    }
}
