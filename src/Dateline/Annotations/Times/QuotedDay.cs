using Dateline.Text;
using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>"We will go tomorrow," he said on Thursday: what a quotation calls today is the day it was spoken, when its sentence tells that day.</summary>
internal static class QuotedDay
{
    /// <summary>The day a quotation was spoken, told outside of it in the same sentence, or null: outside of quotations, or where no such day is told.</summary>
    /// <param name="t">The sentence.</param>
    /// <param name="times">All its times.</param>
    /// <param name="time">The one that may stand in a quotation.</param>
    /// <param name="builder">What the day of speaking is counted with.</param>
    public static LocalDate? SaidOn(TimeTokens t, List<UnderspecifiedTime> times, UnderspecifiedTime time, ExpressionBuilder builder)
    {
        if (times.Count < 2 || !IsQuoted(t, time.First))
        {
            return null;
        }

        foreach (var other in times)
        {
            if (other is { Day: WeekdayTime or FixedDate { Day: not null } or RelativeDay, Preposition: null or "on" } && !IsQuoted(t, other.First)
                && builder.Build(other, null) is { First: { } day, IsAnchored: true } said && day == said.Last && day < builder.Published)
            {
                return day;
            }
        }

        return null;
    }

    // Within marks of its sentence: an odd number of them before it and one behind it.
    private static bool IsQuoted(TimeTokens t, int at)
    {
        var (before, behind) = (0, false);
        for (var i = 0; i < t.Count; i++)
        {
            var mark = t.Tokens[i].Kind == TokenKind.Quote;
            before += mark && i < at ? 1 : 0;
            behind |= mark && i > at;
        }

        return before % 2 == 1 && behind;
    }
}
