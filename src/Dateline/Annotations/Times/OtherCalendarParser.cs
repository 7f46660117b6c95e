namespace Dateline.Annotations.Times;

/// <summary>
/// Reads days and months of calendars that are not counted here, so that they are not taken for anything else: 15 Ramadan
/// 1446, Mordad 3, 1404, during Ramadan.
/// </summary>
internal static class OtherCalendarParser
{
    /// <summary>A month needs its year beside it, unless the table says that it is told alone.</summary>
    public static bool TryParse(TimeTokens t, int at, out CalendarTime time, out int after)
    {
        (time, after) = (null!, at);
        var first = t.Skip(at, TimeWordClass.The);
        var day = FixedDateParser.IsDay(t, first, out _);
        var month = day ? t.Skip(first + 1, TimeWordClass.Of) : at;
        if (!t.Is(month, TimeWordClass.OtherMonth, out var word, out after) || !t.IsCapitalised(month) || t.IsHyphen(after))
        {
            return false;
        }

        time = new OtherCalendarTime(word.Text);
        if (!day && FixedDateParser.IsDay(t, after, out _) && IsYear(t, t.IsSign(after + 1, ',') ? after + 2 : after + 1))
        {
            after = t.IsSign(after + 1, ',') ? after + 3 : after + 2;
            return true;
        }

        var next = t.IsSign(after, ',') ? after + 1 : after;
        if (IsYear(t, next))
        {
            after = next + 1;
            return true;
        }

        return word.Flags == "alone";
    }

    private static bool IsYear(TimeTokens t, int at) => t.Digits(at, out var year, out var length) && length == 4 && year is >= 1300 and <= 1500;
}
