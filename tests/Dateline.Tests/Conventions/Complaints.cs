namespace Dateline.Tests.Conventions;

/// <summary>What breaks a convention, all of it at once and one line each.</summary>
internal static class Complaints
{
    public static void None(IEnumerable<string> complaints)
    {
        var all = complaints.ToList();
        Assert.True(all.Count == 0, $"{all.Count} broken:\n" + string.Join('\n', all));
    }
}
