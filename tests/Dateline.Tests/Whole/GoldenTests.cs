namespace Dateline.Tests.Whole;

/// <summary>
/// What comes out of the samples now, in Goldens/. After a change that is meant, write them again with
/// <c>UPDATE_GOLDENS=1 ./test -class '*GoldenTests'</c> and read the difference in git.
/// </summary>
public sealed class GoldenTests
{
    private const string Switch = "UPDATE_GOLDENS";
    private const string Folder = "tests/Dateline.Tests/Goldens";

    public static TheoryData<string> Names => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void SampleReadsAsItsGoldenSays(string name)
    {
        var path = Repository.At($"{Folder}/{name}.txt");
        var now = Golden.Of(Samples.Read(File.ReadAllBytes(Repository.At($"samples/{name}.txt"))));
        if (Environment.GetEnvironmentVariable(Switch) is { Length: > 0 })
        {
            File.WriteAllText(path, now);
            return;
        }

        var then = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(then == now, $"{Folder}/{name}.txt (- golden, + now). If this is meant: {Switch}=1 ./test -class '*GoldenTests'\n" + LineDifference.Of(then, now));
    }

    [Fact]
    public void EveryGoldenHasItsSample() => Assert.Equal(Samples.Names, Repository.Files(Folder, "*.txt").Select(name => Path.GetFileNameWithoutExtension(name)!));
}

/// <summary>Two texts compared line by line.</summary>
internal static class LineDifference
{
    /// <summary>The lines only one of them has, in order, - before +; by the longest common subsequence.</summary>
    public static string Of(string then, string now)
    {
        var (old, fresh) = (then.Split('\n'), now.Split('\n'));
        var common = new int[old.Length + 1, fresh.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = fresh.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == fresh[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<string>();
        for (int i = 0, j = 0; i < old.Length || j < fresh.Length;)
        {
            if (i < old.Length && j < fresh.Length && old[i] == fresh[j])
            {
                (i, j) = (i + 1, j + 1);
            }
            else if (i < old.Length && (j == fresh.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add("- " + old[i++]);
            }
            else
            {
                lines.Add("+ " + fresh[j++]);
            }
        }

        return string.Join('\n', lines);
    }
}
