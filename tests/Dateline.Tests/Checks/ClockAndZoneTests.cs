using System.Globalization;
using System.Text;
using Dateline.Checks;
using Dateline.Documents;
using Dateline.Tests.Whole;
using NodaTime;
using NodaTime.TimeZones;

namespace Dateline.Tests.Checks;

/// <summary>DL0202 over the zone history of every state, and over the ways two readings are written.</summary>
public sealed class ClockAndZoneTests
{
    private const int FirstYear = 2000;
    private const int LastYear = 2026;

    [Fact]
    public void EveryStatesOffsetsAreThoseOfTheDatabase()
    {
        foreach (var zones in TzdbDateTimeZoneSource.Default.ZoneLocations!.GroupBy(zone => zone.CountryCode))
        {
            foreach (var at in Days())
            {
                var expected = zones.Select(zone => DateTimeZoneProviders.Tzdb[zone.ZoneId].AtLeniently(at).Offset).ToHashSet();
                Assert.Equal(expected, ClockAndZone.OffsetsOf(zones.Key, at).ToHashSet());
            }
        }
    }

    // A report from each state in the last year in which its offset changed: told in its own time it agrees, a quarter of an hour off it does not.
    [Theory]
    [InlineData("North Korea", "KP", 2015)]
    [InlineData("North Korea", "KP", 2017)]
    [InlineData("North Korea", "KP", 2019)]
    [InlineData("Iran", "IR", 2022)]
    [InlineData("Iran", "IR", 2024)]
    [InlineData("Turkey", "TR", 2015)]
    [InlineData("Turkey", "TR", 2018)]
    [InlineData("Sudan", "SD", 2016)]
    [InlineData("Sudan", "SD", 2019)]
    [InlineData("India", "IN", 2025)]
    [InlineData("Pakistan", "PK", 2025)]
    [InlineData("Israel", "IL", 2025)]
    [InlineData("Syria", "SY", 2021)]
    [InlineData("Syria", "SY", 2024)]
    [InlineData("Yemen", "YE", 2025)]
    public void AStatesOwnTimeAgrees(string name, string country, int year)
    {
        foreach (var month in (ReadOnlySpan<int>)[1, 7])
        {
            var day = new LocalDate(year, month, 15);
            var local = day + new LocalTime(14, 0);
            foreach (var offset in ClockAndZone.OffsetsOf(country, local))
            {
                var utc = local.WithOffset(offset).ToInstant().InUtc().LocalDateTime;
                Assert.Contains("agrees", Verdict(name, day, utc, "GMT"), StringComparison.Ordinal);
                Assert.Contains("differs", Verdict(name, day, utc.PlusMinutes(15), "GMT"), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("8 a.m. (2300 GMT Monday)")]
    [InlineData("8am (2300 GMT Monday)")]
    [InlineData("8:00 a.m. local time (2300 GMT on Monday)")]
    [InlineData("8 a.m. (23:00 GMT Monday)")]
    [InlineData("8 a.m. (2300 UTC Monday)")]
    [InlineData("8:00 (2300 GMT Monday)")]
    [InlineData("8 a.m. (11 p.m. GMT Monday)")]
    [InlineData("8 a.m. (7 p.m. EDT Monday)")]
    [InlineData("0800 local time (2300 GMT Monday)")]
    [InlineData("8 a.m. [2300 GMT Monday]")]
    public void EveryWayOfWritingAPairIsRead(string pair)
    {
        var text = $"North Korea fired a ballistic missile on Tuesday at {pair}, South Korea's military said.";
        Assert.Contains(Findings(text, "2025-03-12"), f => f is { Check: "DL0202", Severity: Severity.Info } && f.Message.Contains("+09:00", StringComparison.Ordinal));
    }

    private static IEnumerable<LocalDateTime> Days() =>
        from year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        from month in (int[])[1, 4, 7, 10]
        select new LocalDateTime(year, month, 15, 12, 0);

    private static string Verdict(string name, LocalDate day, LocalDateTime utc, string zone)
    {
        var date = day.ToString("d MMMM uuuu", CultureInfo.InvariantCulture);
        var text = $"{name} fired a ballistic missile on {date} at 2 p.m. ({utc.ToString("HHmm", CultureInfo.InvariantCulture)} {zone}), the ministry said.";
        var finding = Findings(text, day.PlusDays(1).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)).FirstOrDefault(f => f.Check == "DL0202");
        return finding is null ? "silent" : finding.Severity == Severity.Info ? "agrees: " + finding.Message : "differs: " + finding.Message;
    }

    private static IReadOnlyList<Finding> Findings(string text, string published) =>
        Samples.Pipeline.Read(RawDocument.Of(Encoding.UTF8.GetBytes(text), "text/plain", "spec", StatedFacts.None with { Published = published, PublishedFrom = "argument" }), ReadOptions.Default).Findings;
}
