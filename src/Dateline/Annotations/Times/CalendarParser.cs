using Dateline.Text;
using NodaTime.Text;

namespace Dateline.Annotations.Times;

/// <summary>Reads stretches of the calendar: dates, weekdays, "last week", "the first week of February", "late October", "the 1990s".</summary>
internal static class CalendarParser
{
    /// <summary>Reads the stretch that begins at a token.</summary>
    /// <param name="t">The sentence.</param>
    /// <param name="at">Index of the token.</param>
    /// <param name="supported">True when the words before make a year of "2024" and a month of "May".</param>
    /// <param name="time">What was read.</param>
    /// <param name="after">Index after it.</param>
    public static bool TryParse(TimeTokens t, int at, bool supported, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at);
        if ((uint)at >= (uint)t.Count || t.IsBarred(at))
        {
            return false;
        }

        var read = t.Enter() && TryAny(t, at, supported, out time, out after);
        t.Leave();
        return read;
    }

    private static bool TryAny(TimeTokens t, int at, bool supported, out CalendarTime time, out int after)
    {
        return TryKnownDay(t, at, out time, out after)
            || PeriodParser.TryNthWeekday(t, at, out time, out after)
            || TryWeekday(t, at, out time, out after)
            || OtherCalendarParser.TryParse(t, at, out time, out after)
            || FixedDateParser.TryParse(t, at, supported, out time, out after)
            || TryRelativeDay(t, at, out time, out after)
            || TryPointed(t, at, out time, out after)
            || PeriodParser.TryPart(t, at, out time, out after)
            || PeriodParser.TrySeason(t, at, supported, Pointing.None, out time, out after)
            || PeriodParser.TryYears(t, at, supported, out time, out after)
            || TryHoliday(t, at, out time, out after);
    }

    /// <summary>True when the stretch is one day, so that a clock time can stand beside it.</summary>
    public static bool IsDay(CalendarTime time) =>
        time is WeekdayTime or RelativeDay or FixedDate { Day: not null } or HolidayTime or PointedUnit { Unit: CalendarUnit.Day } or CountedTime { Unit: CalendarUnit.Day };

    // "the October 7 attack": the table knows its year
    private static bool TryKnownDay(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        if (!t.Is(at, TimeWordClass.KnownDay, out var word, out after) || LocalDatePattern.Iso.Parse(word.Text) is not { Success: true } day)
        {
            return false;
        }

        time = new FixedDate(day.Value.Year, day.Value.Month, day.Value.Day, null);
        return true;
    }

    // "Khaing Thu Kha": an abbreviation between two capitalised words, with nothing between them, is part of a name
    private static bool IsInName(TimeTokens t, int at) =>
        at > 0 && at + 1 < t.Count && t.Tokens[at - 1] is { Kind: TokenKind.Word, IsCapitalised: true, Tag: PartOfSpeech.ProperNoun } && t.Tokens[at + 1] is { Kind: TokenKind.Word, IsCapitalised: true, Tag: PartOfSpeech.ProperNoun } && !t.Is(at + 1, TimeWordClass.Month);

    private static bool TryWeekday(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        var pointing = Pointing.None;
        var first = at;
        if (!t.Is(at, TimeWordClass.Weekday))
        {
            first = t.Skip(at, TimeWordClass.The);
            pointing = FixedDateParser.Pointed(t, first, out first);
            if (pointing == Pointing.None)
            {
                after = at;
                return false;
            }
        }

        if (!t.Is(first, TimeWordClass.Weekday, out var word, out after) || word.IsPlural || t.IsBarred(first) || (word.IsAbbreviation && (!t.IsCapitalised(first) || IsInName(t, first))))
        {
            return false;
        }

        if (TryDateBeside(t, after, word.Number, out time, out var afterDate))
        {
            after = afterDate;
            return true;
        }

        if (word.IsHomograph && !word.Phrase.EndsWith('.'))
        {
            return false;
        }

        CalendarTime? week = null;
        var next = t.Skip(after, TimeWordClass.Of);
        if (FixedDateParser.Pointed(t, t.Skip(next, TimeWordClass.The), out var unit) is var pointed and not Pointing.None
            && t.Is(unit, TimeWordClass.Unit, out var weekWord, out var afterWeek) && weekWord.Text == "P W" && !weekWord.IsPlural)
        {
            (week, after) = (new PointedUnit(CalendarUnit.Week, pointed), afterWeek);
        }

        time = new WeekdayTime(word.Number, pointing, week);
        return true;
    }

    // "Wednesday, Feb. 26" · "Wednesday 26 February" · "Wednesday (Feb 26)" · "Sunday the 6th of March"
    private static bool TryDateBeside(TimeTokens t, int at, int weekday, out CalendarTime time, out int after)
    {
        var bracket = t.IsSign(at, '(');
        var next = bracket || t.IsSign(at, ',') ? at + 1 : at;
        (time, after) = (null!, at);
        if (!FixedDateParser.TryParse(t, next, supported: false, out var date, out var end) || date is not FixedDate { Day: not null } fixedDate || (bracket && !t.IsSign(end, ')')))
        {
            return false;
        }

        (time, after) = (fixedDate with { Weekday = weekday }, bracket ? end + 1 : end);
        return true;
    }

    private static bool TryRelativeDay(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        // "Japan Today" is a name
        if (!t.Is(at, TimeWordClass.RelativeDay, out var word, out after) || (t.IsCapitalised(at) && at > 0 && t.IsCapitalised(at - 1) && !t.Is(at - 1, TimeWordClass.Preposition)))
        {
            return false;
        }

        time = new RelativeDay(word.Number);
        return true;
    }

    // last week · this year · the same day · the previous month · last January · next spring · the past two weeks · recent years
    private static bool TryPointed(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at);
        var the = t.Skip(at, TimeWordClass.The);
        if (t.Is(the, TimeWordClass.Recent) && t.Is(the + 1, TimeWordClass.Unit, out var recent, out after) && recent.IsPlural)
        {
            time = new RunningTime(null, CalendarUnits.Of(recent), -1);
            return true;
        }

        // "at the weekend"
        if (the > at && t.Is(the, TimeWordClass.Weekend, out _, out after) && !t.Is(after, TimeWordClass.Of))
        {
            time = new PointedUnit(CalendarUnit.Weekend, Pointing.None);
            return true;
        }

        var pointing = FixedDateParser.Pointed(t, the, out var next);
        if (pointing == Pointing.None)
        {
            return false;
        }

        if (TryRunning(t, next, pointing, out time, out after))
        {
            return true;
        }

        if (pointing == Pointing.Same && t.Is(next, TimeWordClass.Unit, out var same, out var afterSame) && !same.IsPlural && TryYearsApart(t, new PointedUnit(CalendarUnits.Of(same), Pointing.Same), afterSame, out time, out after))
        {
            return true;
        }

        if (t.Is(next, TimeWordClass.Unit, out var unit, out after) && !unit.IsPlural)
        {
            return TryUnit(t, the > at, pointing, CalendarUnits.Of(unit), ref after, out time);
        }

        if (FixedDateParser.IsMonth(t, next, out var month, out _, out after) && !FixedDateParser.IsDay(t, after, out _) && pointing < Pointing.Same)
        {
            time = new FixedDate(null, month, null, null, Pointing: pointing);
            return true;
        }

        return pointing < Pointing.Same && PeriodParser.TrySeason(t, next, supported: true, pointing, out time, out after);
    }

    // the same month a year ago · the same week last year
    private static bool TryYearsApart(TimeTokens t, CalendarTime same, int at, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at);
        var next = t.Skip(at, TimeWordClass.Of);
        var pointing = FixedDateParser.Pointed(t, t.Skip(next, TimeWordClass.The), out var unit);
        if (pointing is Pointing.Last or Pointing.Previous && t.Is(unit, TimeWordClass.Unit, out var year, out after) && CalendarUnits.Of(year) == CalendarUnit.Year && !year.IsPlural)
        {
            time = new YearsApart(same, -1);
            return true;
        }

        var article = t.Skip(at, TimeWordClass.Article);
        if (article == at || !t.Is(article, TimeWordClass.Unit, out year, out unit) || CalendarUnits.Of(year) != CalendarUnit.Year || (!t.Is(unit, TimeWordClass.Ago, out _, out after) && !t.Is(unit, TimeWordClass.Earlier, out _, out after)))
        {
            return false;
        }

        time = new YearsApart(same, -1);
        return true;
    }

    private static bool TryUnit(TimeTokens t, bool the, Pointing pointing, CalendarUnit unit, ref int after, out CalendarTime time)
    {
        time = new PointedUnit(unit, pointing);
        if (CalendarUnits.IsClock(unit))
        {
            return false;
        }

        // "the last week of March" is a part of it; "the last day of the war" stands on no calendar
        if (the && pointing is Pointing.Last && t.Is(after, TimeWordClass.Of))
        {
            var whole = PeriodParser.Whole(t, after, out after);
            time = new PartOf("nth", whole, unit, -1);
            return true;
        }

        if (unit == CalendarUnit.Day)
        {
            return pointing is not (Pointing.This or Pointing.Last or Pointing.Coming);
        }

        return !(pointing == Pointing.Same && t.IsHyphen(after));
    }

    // the past two weeks · last few days · the next 48 hours · coming months
    private static bool TryRunning(TimeTokens t, int at, Pointing pointing, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at);
        var sign = pointing is Pointing.Last or Pointing.Previous ? -1 : pointing is Pointing.Next or Pointing.Coming or Pointing.Following ? 1 : 0;
        if (sign == 0)
        {
            return false;
        }

        var next = at;
        decimal? count = null;
        if (t.Number(at, out var number) && !number.Fraction)
        {
            (count, next) = (number.Value, number.After);
        }
        else if (LengthParser.IsVague(t, at, out var afterVague))
        {
            next = afterVague;
        }

        next = t.Skip(next, TimeWordClass.Filler);
        // "scheduled to last 11 days" is a verb
        var upToNow = count is null && next == at && t.Is(at - 1, TimeWordClass.Last, out var past, out _) && past.IsRunning && t.Is(at, TimeWordClass.Unit, out var one, out _) && CalendarUnits.Of(one) is >= CalendarUnit.Day and not CalendarUnit.Weekend;
        count = upToNow ? 1 : count;
        if (!t.Is(next, TimeWordClass.Unit, out var unit, out after) || (!unit.IsPlural && count is null) || (pointing == Pointing.Last && count is not null && !IsIntroduced(t, at - 1)))
        {
            return false;
        }

        time = new RunningTime(count, CalendarUnits.Of(unit), sign);
        return true;
    }

    private static bool IsIntroduced(TimeTokens t, int last) => t.Is(last - 1, TimeWordClass.The) || t.Is(last - 1, TimeWordClass.Preposition);

    private static bool TryHoliday(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        if (!t.Is(at, TimeWordClass.Holiday, out var word, out after) || !t.IsCapitalised(at))
        {
            return false;
        }

        int? year = null;
        if (FixedDateParser.IsYear(t, after, out var found))
        {
            (year, after) = (found, after + 1);
        }

        var month = ((word.Text[0] - '0') * 10) + word.Text[1] - '0';
        time = new HolidayTime(month, ((word.Text[3] - '0') * 10) + word.Text[4] - '0', year);
        return true;
    }
}
