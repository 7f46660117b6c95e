using System.Globalization;
using System.Text;
using Dateline.Annotations.Times;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Exports;

/// <summary>Times as TIMEX3 elements inside the text (TimeML), for tools that read that format.</summary>
public static class Timex3
{
    private static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH':'mm");

    /// <summary>A whole TimeML document.</summary>
    /// <param name="id">Its DOCID.</param>
    /// <param name="published">Its creation time, or null when unknown: there is no DCT then.</param>
    /// <param name="text">The text.</param>
    /// <param name="times">Its times, in text order without overlap.</param>
    public static string Document(string id, LocalDate? published, string text, IReadOnlyList<TimeExpression> times)
    {
        var page = new StringBuilder("<?xml version=\"1.0\" ?>\n<TimeML>\n\n<DOCID>");
        Escape(page, id);
        page.Append("</DOCID>\n\n");
        if (published is { } day)
        {
            var date = LocalDatePattern.Iso.Format(day);
            page.Append(CultureInfo.InvariantCulture, $"<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{date}\" functionInDocument=\"CREATION_TIME\">{date}</TIMEX3></DCT>\n\n");
        }

        page.Append("<TEXT>");
        Inline(page, text, times);
        return page.Append("</TEXT>\n\n</TimeML>\n").ToString();
    }

    /// <summary>
    /// The value with the offset from UTC behind a clock time when the text tells one: 2008-09-17T16:08Z. Ranges and what is
    /// not anchored keep the value as it is.
    /// </summary>
    public static string Value(TimeExpression time)
    {
        if (IsLength(time))
        {
            return time.Length!;
        }

        if (time is not { Offset: { } offset, Precision: TimePrecision.Minute, IsAnchored: true } || time.Value.Contains('/', StringComparison.Ordinal))
        {
            return time.Value;
        }

        return time.Value + (offset == Offset.Zero ? "Z" : Offsets.Format(offset));
    }

    private static void Inline(StringBuilder page, string text, IReadOnlyList<TimeExpression> times)
    {
        var (at, number) = (0, 0);
        foreach (var time in times)
        {
            // the format marks both ends of a range by themselves
            if (time.Ends is { } ends && time.Value.Split('/') is [var from, var to])
            {
                Element(ends.From, time, from);
                Element(ends.To, time, to);
            }
            else
            {
                Element(time.Span, time, Value(time));
            }
        }

        Escape(page, text.AsSpan(at));

        void Element(TextSpan span, TimeExpression time, string value)
        {
            Escape(page, text.AsSpan(at, span.Start - at));
            page.Append(CultureInfo.InvariantCulture, $"<TIMEX3 tid=\"t{++number}\" type=\"{Type(time)}\" value=\"{value}\"{(time.Approximate ? " mod=\"APPROX\"" : "")}>");
            Escape(page, span.Of(text));
            page.Append("</TIMEX3>");
            at = span.End;
        }
    }

    // what is counted from an event is told by its length
    private static bool IsLength(TimeExpression time) => time is { IsAnchored: false, Length: not null };

    private static string Type(TimeExpression time) =>
        IsLength(time) ? "DURATION" : time.Type switch { TimexType.Time => "TIME", TimexType.Duration => "DURATION", TimexType.Set => "SET", _ => "DATE" };

    // XML 1.0 has no place for most control characters; a blank keeps the length.
    private static void Escape(StringBuilder page, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => page.Append("&amp;"),
                '<' => page.Append("&lt;"),
                '>' => page.Append("&gt;"),
                '"' => page.Append("&quot;"),
                < ' ' and not ('\t' or '\n' or '\r') => page.Append(' '),
                _ => page.Append(c),
            };
        }
    }
}
