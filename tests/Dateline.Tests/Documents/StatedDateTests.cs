using Dateline.Documents;

namespace Dateline.Tests.Documents;

public sealed class StatedDateTests
{
    [Theory]
    [InlineData("2025-02-28", "2025-02-28", null, null)]
    [InlineData(" 2025-02-28 ", "2025-02-28", null, null)]
    [InlineData("2025-02-28T08:30", "2025-02-28", "08:30:00", null)]
    [InlineData("2025-02-28T08:30Z", "2025-02-28", "08:30:00", "+00:00")]
    [InlineData("2025-02-28 08:30:15+00:00", "2025-02-28", "08:30:15", "+00:00")]
    [InlineData("2025-02-28T08:30:15.250-0500", "2025-02-28", "08:30:15", "-05:00")]
    [InlineData("2025-02-28T08:30 +09", "2025-02-28", "08:30:00", "+09:00")]
    [InlineData("2025-02-28T08:30 Asia/Seoul", "2025-02-28", "08:30:00", "Asia/Seoul")]
    public void ReadsIsoDates(string stated, string date, string? time, string? zone)
    {
        var found = StatedDate.Parse(stated);

        Assert.NotNull(found);
        Assert.Equal(date, found.Date.ToString("uuuu'-'MM'-'dd", null));
        Assert.Equal(time, found.Time?.ToString("HH':'mm':'ss", null));
        Assert.Equal(zone, found.Zone);
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2025-02-30")]
    [InlineData("2025-02-28T")]
    [InlineData("2025-02-28T25:00")]
    [InlineData("2025-02-28T08:30 Nowhere/Town")]
    [InlineData("2025-02-28T08:30+99:00")]
    [InlineData("2025-02-28T08:30+99")]
    [InlineData("2025-02-28x")]
    public void RefusesTheRest(string stated) => Assert.Null(StatedDate.Parse(stated));
}
