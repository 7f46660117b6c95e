using Dateline.Text;

namespace Dateline.Annotations.Times;

/// <summary>Reads recurrences: daily, every year, each Monday, on Sundays, every two weeks.</summary>
internal static class SetParser
{
    public static bool TryParse(TimeTokens t, int at, out UnderspecifiedTime time)
    {
        time = null!;
        if (t.Is(at, TimeWordClass.Set, out var set, out var after))
        {
            // "Daily X" is a newspaper
            var name = t.IsCapitalised(at) && (!t.Tokens[at].Is(TokenShape.SentenceStart) || t.IsCapitalised(after));
            time = new UnderspecifiedTime { First = at, After = after, Rule = "times.set", Set = set.Text };
            return !name;
        }

        if (t.Is(at, TimeWordClass.Weekday, out var weekday, out after) && weekday.IsPlural)
        {
            time = new UnderspecifiedTime { First = at, After = after, Rule = "times.set", Set = "XXXX-WXX-" + weekday.Text };
            return true;
        }

        return t.Is(at, TimeWordClass.Every, out _, out after) && TryEvery(t, at, after, out time);
    }

    private static bool TryEvery(TimeTokens t, int at, int next, out UnderspecifiedTime time)
    {
        time = null!;
        var count = 1m;
        if (t.Number(next, out var number))
        {
            (count, next) = (number.Value, number.After);
        }

        string value;
        if (t.Is(next, TimeWordClass.Unit, out var unit, out var after) && !CalendarUnits.Of(unit).Equals(CalendarUnit.Weekend))
        {
            var (letter, times) = CalendarUnits.Iso(CalendarUnits.Of(unit));
            value = (CalendarUnits.IsClock(CalendarUnits.Of(unit)) ? "PT" : "P") + (count * times).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + letter;
        }
        else if (t.Is(next, TimeWordClass.Weekday, out var weekday, out after))
        {
            value = "XXXX-WXX-" + weekday.Text;
        }
        else if (FixedDateParser.IsMonth(t, next, out var month, out _, out after))
        {
            value = $"XXXX-{month:00}";
        }
        else
        {
            return false;
        }

        time = new UnderspecifiedTime { First = at, After = after, Rule = "times.set", Set = value };
        return true;
    }
}
