using Dateline.Text;
using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>Reads clock times in words: half past eight, a quarter to nine in the morning, ten o'clock at night.</summary>
internal static class ClockWordsParser
{
    private const int HalfDay = 12;

    /// <summary>Reads a reading that begins with the part of the hour, and the half of the day when it is told behind.</summary>
    public static bool TryParse(TimeTokens t, int at, out ClockTime clock, out int after)
    {
        clock = null!;
        var article = t.Skip(at, TimeWordClass.Article);
        if (!t.Is(article, TimeWordClass.ClockFraction, out var part, out after) && !t.Is(at, TimeWordClass.ClockFraction, out part, out after))
        {
            return TryHour(t, at, out clock, out after);
        }

        if (!t.Number(after, out var number) || number.Value is < 1 or > HalfDay || number.Value != decimal.Truncate(number.Value) || number.After != after + 1)
        {
            return false;
        }

        after = number.After;
        var minutes = ((int)number.Value % HalfDay * 60) + part.Number;
        clock = new ClockTime(LocalTime.Midnight.PlusMinutes(minutes < 0 ? minutes + (HalfDay * 60) : minutes), null, null, null);
        if (t.Is(after, TimeWordClass.Meridian, out var half, out var afterHalf) && half.Text.Length > 0)
        {
            after = afterHalf;
            clock = clock with { From = half.Text == "pm" ? clock.From.PlusHours(HalfDay) : clock.From };
            return true;
        }

        clock = WithPart(t, clock, ref after);
        return true;
    }

    // "shortly after five in the morning", "at 11 at night"
    private static bool TryHour(TimeTokens t, int at, out ClockTime clock, out int after)
    {
        (clock, after) = (null!, at);
        if (!t.Number(at, out var number) || number.Value is < 1 or > HalfDay || number.Value != decimal.Truncate(number.Value) || number.After != at + 1 || !IsLed(t, at - 1))
        {
            return false;
        }

        after = number.After;
        clock = WithPart(t, new ClockTime(new LocalTime((int)number.Value % HalfDay, 0), null, null, null), ref after);
        return !clock.HalfUnknown && (after >= t.Count || t.Tokens[after].Tag != PartOfSpeech.Noun);
    }

    private static bool IsLed(TimeTokens t, int at) =>
        t.Is(at, TimeWordClass.Approximator) || t.Is(at, TimeWordClass.Before) || t.Is(at, TimeWordClass.After) || t.IsPreposition(at, "at") || t.IsPreposition(at, "by") || t.IsPreposition(at, "until");

    /// <summary>The half of the day from "in the morning", "at night"; without it both halves stay possible.</summary>
    public static ClockTime WithPart(TimeTokens t, ClockTime clock, ref int after)
    {
        var hour = clock.From.Hour % HalfDay;
        var next = t.IsPreposition(after, "in") || t.IsPreposition(after, "at") ? t.Skip(after + 1, TimeWordClass.The) : after;
        if (next > after && t.Is(next, TimeWordClass.PartOfDay, out var part, out var end))
        {
            after = end;
            var late = part.Text[0] is 'A' or 'E' || (part.Text[0] == 'N' && hour >= 6);
            return clock with { From = new LocalTime(late ? hour + HalfDay : hour, clock.From.Minute) };
        }

        return clock with { From = new LocalTime(hour, clock.From.Minute), HalfUnknown = true };
    }
}
