using NodaTime;

namespace Dateline.Checks.Tables;

/// <summary>The day an address of a page tells of itself: <c>/2024/09/18/</c>, <c>-2024-09-18</c>, <c>20240918</c>.</summary>
public static class LinkDay
{
    private const int FirstYear = 1990;
    private const int LastYear = 2100;
    private const int YearDigits = 4;
    private const int WholeDigits = 8;

    /// <summary>The first day that stands in an address; null when none does.</summary>
    public static LocalDate? Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        for (var at = 0; at < address.Length; at++)
        {
            if (!char.IsAsciiDigit(address[at]))
            {
                continue;
            }

            var length = Digits(address, at);
            if ((length == YearDigits ? Parted(address, at) : length == WholeDigits ? Whole(address, at) : null) is { } day)
            {
                return day;
            }

            at += length;
        }

        return null;
    }

    private static int Digits(string address, int at)
    {
        var end = at;
        while (end < address.Length && char.IsAsciiDigit(address[end]))
        {
            end++;
        }

        return end - at;
    }

    // year, month and day with one sign between them
    private static LocalDate? Parted(string address, int at)
    {
        var month = at + YearDigits + 1;
        var between = month - 1 < address.Length ? address[month - 1] : ' ';
        var monthDigits = month < address.Length && between is '/' or '-' or '_' ? Digits(address, month) : 0;
        var day = month + monthDigits + 1;
        var dayDigits = monthDigits is 1 or 2 && day < address.Length && address[day - 1] == between ? Digits(address, day) : 0;
        return dayDigits is 1 or 2 ? Day(Number(address, at, YearDigits), Number(address, month, monthDigits), Number(address, day, dayDigits)) : null;
    }

    private static LocalDate? Whole(string address, int at) => Day(Number(address, at, YearDigits), Number(address, at + YearDigits, 2), Number(address, at + YearDigits + 2, 2));

    private static int Number(string address, int at, int digits) => int.Parse(address.AsSpan(at, digits), System.Globalization.CultureInfo.InvariantCulture);

    private static LocalDate? Day(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
}
