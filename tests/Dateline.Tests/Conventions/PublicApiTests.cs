namespace Dateline.Tests.Conventions;

/// <summary>
/// What the library offers others changes only where somebody means it:
/// <c>UPDATE_GOLDENS=1 ./test -class '*PublicApiTests'</c> writes docs/api.txt again, whose difference is to be read.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void IsTheOneThatWasApproved()
    {
        var (path, now) = (Repository.At("docs/api.txt"), PublicApi.Of(typeof(Pipeline).Assembly));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") is "1")
        {
            File.WriteAllText(path, now);
        }

        var (approved, found) = (File.ReadAllText(path).Split('\n'), now.Split('\n'));
        Complaints.None(approved.Except(found, StringComparer.Ordinal).Select(line => "gone: " + line).Concat(found.Except(approved, StringComparer.Ordinal).Select(line => "new: " + line)));
        Assert.Equal(string.Join('\n', approved), now);
    }
}
