namespace Dateline.Tests.App;

/// <summary><c>dateline calc</c>: what it answers.</summary>
public sealed class CalcCommandTests
{
    [Theory]
    [InlineData("1,587 km in 7,961 s", "mean speed", "717.6 km/h")]
    [InlineData("1,587 km in 7,961 seconds", "published speeds it fits", "subsonic cruise missile")]
    [InlineData("2,000 km in 10,234 to 10,300 seconds", "mean speed", "699 km/h to 703.5 km/h")]
    [InlineData("2,000 km in 10.234 s", "note", "read as 10,234 s")]
    [InlineData("3,700 km in miles", "mi", "2,299.1 mi")]
    [InlineData("267 miles to km", "km", "429.7 km")]
    [InlineData("10 kilotons", "t_TNT", "10,000 t_TNT")]
    [InlineData("700 km/h for 2 hours", "distance", "1,400 km")]
    [InlineData("1,400 km at 700 km/h", "flight time", "7,200 s")]
    [InlineData("8am Pyongyang 26 Feb 2025 in UTC", "UTC", "2025-02-25 23:00 +00:00")]
    [InlineData("8am Pyongyang 26 Feb 2016 in UTC", "UTC", "2016-02-25 23:30 +00:00")]
    [InlineData("2300 GMT 25 Feb 2025 in Seoul", "Asia/Seoul", "2025-02-26 08:00 +09:00")]
    [InlineData("10am EST 3 March 2025 in Kyiv", "Europe/Kyiv", "2025-03-03 17:00 +02:00")]
    [InlineData("2300 GMT 25 July 2025 in EDT", "EDT", "2025-07-25 19:00 -04:00")]
    [InlineData("26 Feb 2025", "2025-02-26", "Wednesday")]
    [InlineData("26 Feb 2025 to 3 March 2025", "days between", "5")]
    public void Answers(string question, string label, string value)
    {
        var outcome = Bench.Run(["calc", .. question.Split(' ')]);
        Assert.Equal(0, outcome.Status);
        Assert.Contains(outcome.Output.Split('\n'), line => line.StartsWith(label, StringComparison.Ordinal) && line.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("8am Pyongyang in", "furlongs")]
    [InlineData("500 km in dollars")]
    public void SaysWhatItDoesNotUnderstand(params string[] words)
    {
        var outcome = Bench.Run(["calc", .. words]);
        Assert.Equal(2, outcome.Status);
        Assert.Contains("not understood", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void GivesJson() => Assert.StartsWith("[{\"label\":\"mi\",\"value\":\"2,299.1 mi\"", Bench.Run("calc", "3,700", "km", "in", "miles", "--json").Output, StringComparison.Ordinal);
}
