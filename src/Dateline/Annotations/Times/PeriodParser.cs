using Dateline.Text;

namespace Dateline.Annotations.Times;

/// <summary>Reads seasons, years, decades and parts of periods: "late October", "the end of the year", "the first week of February", "Q1 2025".</summary>
internal static class PeriodParser
{
    // '29 is read as 2029, '30 as 1930.
    private const int NextCentury = 30;

    /// <summary>A part of a period.</summary>
    public static bool TryPart(TimeTokens t, int at, out CalendarTime time, out int after) =>
        TryAdjective(t, at, out time, out after) || TryNoun(t, at, out time, out after) || TryNth(t, at, out time, out after) || TryQuarter(t, at, out time, out after);

    /// <summary>A season; "fall" and "spring" alone need "in the", "last" or a year.</summary>
    public static bool TrySeason(TimeTokens t, int at, bool supported, Pointing pointing, out CalendarTime time, out int after)
    {
        time = null!;
        var first = t.Skip(at, TimeWordClass.The);
        if (!t.Is(first, TimeWordClass.Season, out var word, out after))
        {
            return false;
        }

        var of = t.Skip(after, TimeWordClass.Of);
        int? year = null;
        if (FixedDateParser.IsYear(t, of, out var found))
        {
            (year, after) = (found, of + 1);
        }
        else if (FixedDateParser.Pointed(t, of, out var unit) is var pointed and not Pointing.None && t.Is(unit, TimeWordClass.Unit, out var yearWord, out var afterYear) && yearWord.Text == "P Y")
        {
            (pointing, after) = (pointed, afterYear);
        }

        if (word.IsHomograph && year is null && pointing == Pointing.None && t.Is(after, TimeWordClass.Of))
        {
            return false; // "after the fall of the town"
        }

        time = new SeasonTime(word.Text[..2], word.Text[3] == '1' ? 12 : word.Text[3] - '0', year, pointing);
        return year is not null || pointing != Pointing.None || (first > at && supported && !(after < t.Count && t.Tokens[after].Kind == TokenKind.Word && word.IsHomograph && !t.Is(after, TimeWordClass.Preposition)));
    }

    /// <summary>Years, spans of years, decades, centuries, Juche years.</summary>
    public static bool TryYears(TimeTokens t, int at, bool supported, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at);
        var first = t.Skip(at, TimeWordClass.The);
        var fiscal = t.Skip(first, TimeWordClass.Fiscal);
        var named = fiscal > first || (t.Is(first, TimeWordClass.Unit, out var unit, out _) && unit.Text == "P Y" && !unit.IsPlural);
        var next = fiscal > first ? fiscal : named ? first + 1 : first;
        if (TryEra(t, next, out time, out after) || (supported && TryShortYear(t, next, out time, out after)) || TryDecade(t, next, first > at, out time, out after))
        {
            return true;
        }

        if (!FixedDateParser.IsYear(t, next, out var year))
        {
            return next < t.Count && t.Tokens[next].Kind == TokenKind.Ordinal && TryCentury(t, next, out time, out after);
        }

        after = next + 1;
        time = new FixedDate(year, null, null, null);
        if (fiscal > first && t.Is(first, TimeWordClass.Fiscal, out var word, out _) && word.Flags == "shifted")
        {
            time = new OtherCalendarTime("when the fiscal year begins is not told");
            return true;
        }

        if ((t.IsHyphen(after) || t.IsSign(after, '–') || t.IsSign(after, '/')) && t.Digits(after + 1, out var end, out var length) && length is 2 or 4)
        {
            end = length == 2 ? (year / 100 * 100) + end : end;
            if (end <= year || end > 2100)
            {
                return false;
            }

            (time, after) = (new CalendarRange(time, new FixedDate(end, null, null, null)) { Joint = (after, after + 1) }, after + 2);
            return !t.IsHyphen(after);
        }

        var edged = t.Is(t.IsHyphen(at - 1) ? at - 2 : at - 1, TimeWordClass.EdgeAdjective);
        if (t.IsHyphen(after) || (!edged && (t.IsHyphen(at - 1) || IsCountedAfter(t, after))))
        {
            return false;
        }

        return named || t.Narrative || supported || IsModifier(t, at, first, after) || (t.IsSign(at - 1, '(') && t.IsSign(after, ')'));
    }

    /// <summary>The second Sunday of March · the last Friday in June · the second Sunday of the drill, which no calendar knows.</summary>
    public static bool TryNthWeekday(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        var first = t.Is(at, TimeWordClass.Article) ? t.Skip(at, TimeWordClass.Article) : t.Skip(at, TimeWordClass.The);
        var last = t.Is(first, TimeWordClass.Last, out var word, out after) && !word.IsRunning && first > at;
        if (!last && !t.Ordinal(first, out _, out after))
        {
            return false;
        }

        var nth = last ? -1 : t.Ordinal(first, out var told, out after) ? told : 0;
        if (!t.Is(after, TimeWordClass.Weekday, out var weekday, out after) || weekday.IsPlural || weekday.IsHomograph || t.IsBarred(after - 1))
        {
            return false;
        }

        var of = t.IsPreposition(after, "in") ? after + 1 : after;
        CalendarTime? whole = null;
        if (of > after || t.Is(after, TimeWordClass.Of))
        {
            whole = Whole(t, of, out var end);
            after = whole is null ? after : end;
        }

        time = new PartOf("nth", whole, CalendarUnit.Day, nth) { Weekday = weekday.Number };
        return !last || whole is not null;
    }

    /// <summary>The period after "of (the)", or null when the calendar does not know it; the index then stays before it.</summary>
    public static CalendarTime? Whole(TimeTokens t, int of, out int after)
    {
        after = t.Skip(of, TimeWordClass.Of);
        if (CalendarParser.TryParse(t, after, supported: true, out var whole, out var end) && whole is not RunningTime)
        {
            after = end;
            return whole;
        }

        var the = t.Skip(after, TimeWordClass.The);
        if (the > after && t.Is(the, TimeWordClass.Unit, out var unit, out end) && !unit.IsPlural && !t.Is(end, TimeWordClass.Of) && CalendarUnits.Of(unit) >= CalendarUnit.Day)
        {
            after = end;
            return new PointedUnit(CalendarUnits.Of(unit), CalendarUnits.Of(unit) == CalendarUnit.Day ? Pointing.Same : Pointing.This);
        }

        after = of;
        return null;
    }

    // late October · mid-March · early 2024 · earlier this week · later that day · earlier in the day
    private static bool TryAdjective(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        var the = t.Skip(at, TimeWordClass.The);
        if (!t.Is(the, TimeWordClass.EdgeAdjective, out var word, out after))
        {
            return false;
        }

        after = t.IsHyphen(after) ? after + 1 : after;
        after = t.Skip(after, TimeWordClass.Approximator);
        var joined = t.IsPreposition(after, "in") || t.IsPreposition(after, "on");
        var inner = joined ? after + 1 : after;
        if (t.Is(inner, TimeWordClass.The) && joined && t.Is(inner + 1, TimeWordClass.Unit, out var unit, out var afterUnit) && !unit.IsPlural && CalendarUnits.Of(unit) >= CalendarUnit.Day && !t.Is(afterUnit, TimeWordClass.Of))
        {
            var whole = CalendarUnits.Of(unit);
            (time, after) = (new PartOf(word.Text, new PointedUnit(whole, whole == CalendarUnit.Day ? Pointing.Same : Pointing.This)), afterUnit);
            return true;
        }

        if (!CalendarParser.TryParse(t, inner, supported: true, out var calendar, out after) || calendar is RunningTime or CountedTime or PartOf { Part: "earlier" or "later" })
        {
            return false;
        }

        time = new PartOf(word.Text, calendar);
        return word.Text is not ("earlier" or "later") || calendar is not FixedDate { Month: null } || joined;
    }

    // the end of the year · the beginning of March · the first half of 2024 · end of February
    private static bool TryNoun(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        var the = t.Skip(at, TimeWordClass.The);
        if (TryEndOf(t, the, out time, out after))
        {
            return true;
        }

        if (!t.Is(the, TimeWordClass.EdgeNoun, out var word, out after))
        {
            return false;
        }

        var of = after;
        var whole = t.Is(of, TimeWordClass.Of) ? Whole(t, of, out after) : null;
        time = new PartOf(word.Text, whole);
        if (whole is null && word.Text[0] == 'q' && !t.Is(of, TimeWordClass.Of))
        {
            after = of;
            return the > at || TimeParser.PrepositionBefore(t, at) is "in" or "during" or "since";
        }

        return whole is not null and not (WeekdayTime or RelativeDay);
    }

    // year's end · by year-end
    private static bool TryEndOf(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at);
        if (!t.Is(at, TimeWordClass.Unit, out var unit, out var joint) || unit.IsPlural || CalendarUnits.Of(unit) is < CalendarUnit.Week or CalendarUnit.Weekend || joint >= t.Count)
        {
            return false;
        }

        var hyphened = t.IsHyphen(joint) && TimeParser.PrepositionBefore(t, at) is not null;
        if (!(hyphened || t.Tokens[joint].Is(TokenShape.Clitic)) || !t.Is(joint + 1, TimeWordClass.EdgeNoun, out var edge, out after) || edge.Text is not ("start" or "end")
            || t.Is(after, TimeWordClass.Of) || (hyphened && after < t.Count && t.Tokens[after].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adjective))
        {
            return false;
        }

        time = new PartOf(edge.Text, new PointedUnit(CalendarUnits.Of(unit), Pointing.This));
        return true;
    }

    // the first week of February · the second day of the offensive · the first two weeks of March
    private static bool TryNth(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        var the = t.Skip(at, TimeWordClass.The);
        if (!t.Ordinal(the, out var nth, out after))
        {
            return false;
        }

        var counted = t.Number(after, out var number) && nth == 1 && number.Value is > 1 and < 100;
        var units = counted ? (int)number.Value : 1;
        after = units > 1 ? number.After : after;
        if (!t.Is(after, TimeWordClass.Unit, out var unit, out after) || unit.IsPlural != units > 1 || !t.Is(after, TimeWordClass.Of))
        {
            return false;
        }

        var of = after;
        var whole = Whole(t, of, out after);
        time = new PartOf("nth", whole, CalendarUnits.Of(unit), nth) { Units = units };
        return CalendarUnits.Of(unit) >= CalendarUnit.Day && (units == 1 || whole is not null) && (whole is not null || CalendarUnits.Of(unit) < CalendarUnit.Quarter);
    }

    // Q1 2025
    private static bool TryQuarter(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        if (!t.Is(at, TimeWordClass.Quarter, out var word, out after) || !FixedDateParser.IsYear(t, t.Skip(after, TimeWordClass.Of), out var year))
        {
            return false;
        }

        after = t.Skip(after, TimeWordClass.Of) + 1;
        time = new PartOf("quarter" + word.Text, new FixedDate(year, null, null, null));
        return true;
    }

    // Juche 114 (2025) 2.26.
    private static bool TryEra(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        if (!t.Is(at, TimeWordClass.Era, out var era, out after) || !t.Digits(after, out var number, out _) || number is < 1 or > 189)
        {
            return false;
        }

        after++;
        after = t.IsSign(after, '(') && FixedDateParser.IsYear(t, after + 1, out _) && t.IsSign(after + 2, ')') ? after + 3 : after;
        time = new FixedDate(era.Number + number, null, null, null);
        if (after < t.Count && t.Tokens[after].Kind == TokenKind.Number && t.Tokens[after].Length <= 5)
        {
            var figure = t.Chars(after);
            var point = figure.IndexOf('.');
            if (point is 1 or 2 && int.TryParse(figure[..point], System.Globalization.CultureInfo.InvariantCulture, out var month)
                && int.TryParse(figure[(point + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var day) && month is >= 1 and <= 12 && day is >= 1 and <= 31)
            {
                (time, after) = (new FixedDate(era.Number + number, month, day, null), after + 1);
            }
        }

        return true;
    }

    // the 1990s · the '90s
    private static bool TryDecade(TimeTokens t, int at, bool the, out CalendarTime time, out int after)
    {
        at = at + 1 < t.Count && t.Tokens[at].Length == 1 && t.Chars(at)[0] is '\'' or '’' or '‘' && t.IsGlued(at + 1) ? at + 1 : at;
        (time, after) = (null!, at + 2);
        if (!t.Digits(at, out var year, out var length) || at + 1 >= t.Count || !t.IsGlued(at + 1) || !t.Chars(at + 1).TrimStart("'’").Equals("s", StringComparison.Ordinal) || year % 10 != 0)
        {
            return false;
        }

        var full = length == 4 ? year : length == 2 && the && year >= 20 ? 1900 + year : 0;
        time = new YearsTime(full, 10);
        return full is >= 1000 and <= 2090;
    }

    // since '82
    private static bool TryShortYear(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at + 2);
        if (at + 1 >= t.Count || t.Tokens[at].Length != 1 || t.Chars(at)[0] is not ('\'' or '’' or '‘') || !t.IsGlued(at + 1) || !t.Digits(at + 1, out var year, out var length) || length != 2 || t.Is(at + 2, TimeWordClass.Unit))
        {
            return false;
        }

        time = new FixedDate(year < NextCentury ? 2000 + year : 1900 + year, null, null, null);
        return after >= t.Count || t.Tokens[after].Kind != TokenKind.Word || !t.IsGlued(after);
    }

    private static bool TryCentury(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        time = null!;
        if (!t.Ordinal(at, out var nth, out after) || !t.Is(after, TimeWordClass.Unit, out var unit, out after) || CalendarUnits.Of(unit) != CalendarUnit.Century || nth is < 1 or > 30)
        {
            return false;
        }

        time = new YearsTime(((nth - 1) * 100) + 1, 100);
        return true;
    }

    // "in 2025 missiles were fired" counts missiles, "in 2025, missiles" does not
    private static bool IsCountedAfter(TimeTokens t, int after)
    {
        if (after >= t.Count || t.Tokens[after].Kind != TokenKind.Word || t.IsCapitalised(after))
        {
            return false;
        }

        var word = t.Chars(after);
        return t.Is(after, TimeWordClass.Unit) || (word.Length > 4 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') && !t.IsGlued(after));
    }

    // "the 2018 summit", "its 2024 treaty": a year before a noun in the singular
    private static bool IsModifier(TimeTokens t, int at, int first, int after) =>
        (first > at || (at > 0 && t.Tokens[at - 1] is { Tag: PartOfSpeech.Pronoun, Kind: TokenKind.Word } && t.Tokens[at - 1].Length <= 5 && after < t.Count && t.Tokens[after].Tag == PartOfSpeech.Noun) || t.Is(at - 1, TimeWordClass.The) || t.Is(at - 1, TimeWordClass.Article) || (at > 0 && t.Tokens[at - 1].Is(TokenShape.Clitic)))
        && after < t.Count && t.Tokens[after].Kind == TokenKind.Word && !t.Tokens[after].Is(TokenShape.Clitic) && !IsCountedAfter(t, after);
}
