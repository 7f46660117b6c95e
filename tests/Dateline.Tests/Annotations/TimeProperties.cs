using System.Diagnostics;
using System.Text;
using CsCheck;
using Dateline.Annotations.Times;
using NodaTime;
using Xunit;

namespace Dateline.Tests.Annotations;

/// <summary>What must hold of the times of any text: valid spans in order, no exception, no endless work.</summary>
public sealed class TimeProperties
{
    private static readonly TimesOfText Times = new();
    private static readonly TimeContext News = new(new LocalDate(2025, 2, 28), null, null, Narrative: false);
    private static readonly TimeContext Story = new(new LocalDate(2025, 2, 28), null, null, Narrative: true);

    private static readonly string[] Fragments =
    [
        "on Wednesday", "8am", "(2300 GMT Tuesday)", "Feb. 26", "26", "February", "2025", "the first week of", "late October", "to", "and", "between", "from", "-", "–", ",", ".", "(", ")", "of",
        "the", "a", "two", "several", "weeks", "ago", "later", "earlier", "that day", "overnight", "into", "midnight", "24:00", "half past", "eight", "in the morning", "KST", "+09:00", "GMT+9", "Z", "261430Z", "FEB", "25",
        "Juche 114", "2.26", "last", "next", "month", "year", "quarter", "the fourth", "since", "until", "every", "daily", "1990s", "'82", "19th century", "9999", "0000", "99:99", "31", "30 February", "9999/12/31", "0001/01/01", "year's end", "at night", "the second Sunday", "/", "agreement", "15 Ramadan 1446",
        "71 hours and 6 minutes", "7,961", "seconds", "the same month a year ago", "ten minutes later", "mid-", "2025-02-26T08:00", "26/02/2025", "12.12.2012", "May", "Sun", "\n", "\u00a0", "999999999999 years ago", "December 31, 9999",
    ];

    private static readonly Gen<string> Fragment = Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i]);

    [Fact]
    public void Random_characters_give_valid_spans() => Gen.String[Gen.Char, 0, 400].Sample(Holds, iter: 2000);

    [Fact]
    public void Random_bytes_give_valid_spans() => Gen.Byte.Array[0, 400].Sample(bytes => Holds(Encoding.UTF8.GetString(bytes)), iter: 2000);

    [Fact]
    public void Random_joins_of_fragments_give_valid_spans() =>
        Fragment.Array[1, 24].Sample(parts => Holds(string.Join(' ', parts)), iter: 6000);

    [Fact]
    public void Glued_fragments_give_valid_spans() =>
        Fragment.Array[1, 16].Sample(parts => Holds(string.Concat(parts)), iter: 3000);

    [Theory]
    [InlineData("7", 1_000_000)]
    [InlineData("7 ", 200_000)]
    [InlineData("12:30 ", 200_000)]
    [InlineData("the the ", 200_000)]
    [InlineData("about about ", 200_000)]
    [InlineData("late late ", 200_000)]
    [InlineData("two days before ", 200_000)]
    [InlineData("Monday to ", 200_000)]
    [InlineData("the end of ", 200_000)]
    [InlineData("Feb. 3 and ", 200_000)]
    public void Long_texts_of_one_thing_end_in_time(string part, int length)
    {
        var text = string.Concat(Enumerable.Repeat(part, length / part.Length));
        var clock = Stopwatch.StartNew();
        Assert.True(Holds(text, News));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData("99:99 December 31, 9999 overnight")]
    [InlineData("December 31, 9999, overnight")]
    [InlineData("On 9999/12/31 overnight. The next day, a week later and the same month a year ago.")]
    [InlineData("0001/01/01 and 0000-01-01. The day before, a century earlier, last week, yesterday.")]
    [InlineData("312359Z DEC 9999 and ten minutes later, 010000Z JAN 0000 and two hours earlier")]
    [InlineData("In 1066. A thousand years later. A thousand years later. 1000 years later. 900 decades earlier. The weekend after.")]
    [InlineData("year's end of year's end, the end of the second Sunday of year's end")]
    [InlineData("31 December 2100 overnight into Sunday, the second Sunday of December, by year's end, 999 centuries later")]
    public void Sums_at_the_ends_of_the_calendar_hold(string text)
    {
        Assert.True(Holds(text));
        foreach (var day in (ReadOnlySpan<LocalDate>)[LocalDate.MinIsoValue, new(1, 1, 1), new(999, 12, 31), new(1000, 1, 1), new(3000, 12, 31), new(9999, 1, 1), LocalDate.MaxIsoValue])
        {
            Assert.True(Holds(text, new TimeContext(day, null, null, Narrative: false)) && Holds(text, new TimeContext(day, null, null, Narrative: true)));
            Assert.True(Fragments.All(fragment => Holds(fragment, new TimeContext(day, null, null, Narrative: false))));
        }
    }

    [Fact]
    public void Sums_never_leave_the_calendar_however_often_they_are_made() =>
        Assert.True(Holds(string.Concat(Enumerable.Repeat("On May 8, 2024 it began. A thousand years later, 1000 years later. At 8am KST on May 8, 2100. 999 hours later. ", 200))));

    private static bool Holds(string text) => Holds(text, News) && Holds(text, Story) && Holds(text, default);

    private static bool Holds(string text, TimeContext context)
    {
        var end = 0;
        foreach (var time in Times.Read(text, context))
        {
            Assert.True(time.Span.Start >= end && time.Span.End > time.Span.Start && time.Span.End <= text.Length, text);
            Assert.Equal(time.First is null, time.Last is null);
            Assert.True(time.First is null || time.First <= time.Last, text);
            Assert.NotEmpty(time.Value);
            Assert.True(time.Type is TimexType.Duration or TimexType.Set || time.Anchor.Length > 0, text);
            end = time.Span.End;
        }

        return true;
    }
}
