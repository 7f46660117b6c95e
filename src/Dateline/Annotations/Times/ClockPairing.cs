using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>
/// What two readings of one instant say together: "8am (2300 GMT Tuesday)" fixes the offset at +09:00 and the local day
/// at Wednesday. Offsets between -12 and +14 hours in quarters of an hour are possible.
/// </summary>
/// <param name="LocalDay">Day of the local reading, or null when neither reading tells one.</param>
/// <param name="Offset">Offset of the local reading, or null when the two cannot be one instant.</param>
internal readonly record struct ClockPairing(LocalDate? LocalDay, Offset? Offset)
{
    private const int Least = -12 * 60;
    private const int Most = 14 * 60;

    /// <summary>Pairs two readings; the second has a known offset.</summary>
    public static ClockPairing Of(LocalTime local, LocalDate? localDay, LocalTime second, LocalDate? secondDay, Offset secondOffset)
    {
        var difference = Minutes(local) - (Minutes(second) - (secondOffset.Seconds / 60));
        if (localDay is { } own && secondDay is { } other)
        {
            var told = difference + (NodaTime.Period.DaysBetween(other, own) * 1440);
            return new ClockPairing(localDay, IsPossible(told) ? From(told) : null);
        }

        // without both days the difference is known up to whole days; the usual side of the date line first
        foreach (var days in (ReadOnlySpan<int>)[0, 1, -1, 2, -2])
        {
            var offset = difference + (days * 1440);
            if (IsPossible(offset) && !(offset > 12 * 60 && IsPossible(offset - 1440)))
            {
                return new ClockPairing(localDay ?? secondDay?.PlusDays(days), From(offset));
            }
        }

        return new ClockPairing(localDay, null);
    }

    private static int Minutes(LocalTime time) => (time.Hour * 60) + time.Minute;

    private static bool IsPossible(int minutes) => minutes is >= Least and <= Most && minutes % 15 == 0;

    private static Offset From(int minutes) => NodaTime.Offset.FromSeconds(minutes * 60);
}
