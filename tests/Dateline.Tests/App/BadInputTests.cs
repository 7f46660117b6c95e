using System.Globalization;
using System.Text;

namespace Dateline.Tests.App;

/// <summary>Every bad input is named on standard error in one sentence, costs only itself, and makes the status 1.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    public static TheoryData<string, string, string> BadFiles => new()
    {
        { "empty.txt", "", "is empty" },
        { "blank.txt", " \n\t\n", "is empty" },
        { "nul.txt", "ab\0cd", "is not text (binary data)" },
        { "controls", "\u0001\u0002\u0003abc", "is not text (binary data)" },
        { "empty.html", " ", "is empty" },
        { "pages.warc", "WARC/1.0", "holds no page that was answered" },
        { "bad.jsonl", "{\"text\": ", "line 1: malformed JSON" },
        { "list.jsonl", "[1]", "line 1: a JSON object was expected, this is a list" },
        { "no-text.jsonl", "{\"id\": \"a\"}", "line 1: the JSON object has no \"text\"" },
        { "no-words.jsonl", "{\"text\": \" \"}", "line 1: \"text\" is empty" },
        { "blank.jsonl", "\n\n", "is empty" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void ABadFileIsNamedAndTheOthersAreRead(string name, string content, string message)
    {
        var bad = bench.File(name, content);
        var good = bench.File("good.txt", HandMade.Text);

        var outcome = Bench.Run("read", bad, good, "--published", "2025-02-28", "--format", "jsonl");

        Assert.Equal(1, outcome.Status);
        Assert.StartsWith($"dateline: {bad}: ", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(message, outcome.Error, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Error.Count(character => character == '\n'));
        Assert.Single(outcome.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void AMissingFileAnAddressAndAFolderWithoutReportsAreNamed()
    {
        bench.File("folder/picture.png", "x");
        bench.File("folder/.hidden.txt", "x");

        var outcome = Bench.Run("read", bench["gone.txt"], "https://example.org/a", bench["folder"]);

        Assert.Equal(1, outcome.Status);
        Assert.Equal(
            $"""
            dateline: {bench["gone.txt"]}: no such file or folder
            dateline: https://example.org/a: addresses are not fetched here; save the page to a file and name that
            dateline: {bench["folder"]}: the folder holds no reports (.txt, .text, .html, .htm, .mhtml, .jsonl, .rss, .atom, feeds in .xml, .warc, .warc.gz, .wacz, or text without an ending)

            """,
            outcome.Error);
    }

    [Fact]
    public void AFileThatMayNotBeReadIsNamed()
    {
        var secret = bench.File("secret.txt", "x");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(secret, UnixFileMode.None);
        if (string.Equals(Environment.UserName, "root", StringComparison.Ordinal))
        {
            return; // may read everything
        }

        Assert.Contains($"{secret}: may not be read", Bench.Run("read", secret).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void BrokenUtf8IsReadWithReplacementAndSaidSo()
    {
        var broken = bench.File("broken.txt", [.. "A launch \xE9 was seen."u8.ToArray().Where(unit => unit != 0xC3)]);

        var outcome = Bench.Run("read", broken, "--published", "2025-02-28", "--format", "jsonl");

        Assert.Equal(1, outcome.Status);
        Assert.Contains("no valid text", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("\uFFFD", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AReportWithoutADateOrInAnotherLanguageIsReadAndSaidSo()
    {
        var undated = bench.File("undated.txt", HandMade.Text);
        var korean = bench.File("korean.txt", "미사일을 발사했다");

        var outcome = Bench.Run("read", undated, korean, "--format", "jsonl");

        Assert.Equal(1, outcome.Status);
        Assert.Contains($"{undated}: no publication date", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($"{korean}: the text is not English", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Output.TrimEnd('\n').Split('\n').Length);
        Assert.Equal("", Bench.Run("read", undated, "--narrative").Error);
    }

    [Fact]
    public void OneMalformedLineCostsOnlyItself()
    {
        var lines = bench.File("reports.jsonl", "{\"id\":\"a\",\"text\":\"One.\"}\n{\"text\":\n{\"id\":\"a\",\"text\":\"Three.\"}\n{\"text\":\"Four.\",\"published\":\"soon\"}");

        var outcome = Bench.Run("read", lines, "--published", "2025-02-28", "--format", "jsonl");

        Assert.Equal(1, outcome.Status);
        Assert.Contains($"{lines}: line 2: malformed JSON", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($"{lines}:4: line 4: \"published\" is no date", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["a", "a#2", lines + ":4"], Json.Lines(outcome.Output).Select(reading => reading.GetProperty("report").GetProperty("source").GetString()));
    }

    [Fact]
    public void HalfACharacterInAnEscapeIsReplaced()
    {
        var outcome = Bench.Run(Encoding.UTF8.GetBytes("""{"text":"a \ud83d b \ud83d\ude80 \\ud83d","published":"2025-02-28"}"""), ["read", "--format", "jsonl"]);

        Assert.Equal("a \uFFFD b 🚀 \\ud83d", Json.Lines(outcome.Output).Single().GetProperty("report").GetProperty("text").GetString());
        Assert.Equal(1, outcome.Status);
    }

    [Fact]
    public void ALineOfFiftyMegabytesIsRead()
    {
        var text = new StringBuilder(50 << 20).Insert(0, "missile ", (50 << 20) / 8).ToString();

        var outcome = Bench.Run(Encoding.UTF8.GetBytes(text), ["read", "-", "--published", "2025-02-28", "--format", "jsonl"]);

        Assert.Equal(0, outcome.Status);
        Assert.True(outcome.Output.Length > text.Length);
    }

    [Fact]
    public void ALineOfJsonLinesMayBeFiftyMegabytes()
    {
        var text = new StringBuilder(50 << 20).Insert(0, "missile ", (50 << 20) / 8).ToString();
        var lines = Encoding.UTF8.GetBytes($"{{\"text\":\"{text}\",\"published\":\"2025-02-28\"}}\n{{\"text\":\"b\",\"published\":\"2025-02-28\"}}\n");

        var outcome = Bench.Run(lines, ["read", "--format", "jsonl"]);

        Assert.Equal(0, outcome.Status);
        Assert.Equal(2, outcome.Output.Count(character => character == '\n'));
    }

    [Theory]
    [InlineData("read", "--format", "xml", "x")]
    [InlineData("read", "--published", "yesterday", "x")]
    [InlineData("read", "--jobs", "0", "x")]
    [InlineData("read", "--nonsense", "1", "x")]
    [InlineData("dance", "", "", "")]
    [InlineData("read", "--brief", "--brief", "--published")]
    public void WrongUseIsSaidInOneLineAndEndsWithTwo(string command, string option, string value, string input)
    {
        var outcome = Bench.Run(command, option, value, input);

        Assert.Equal(2, outcome.Status);
        Assert.Equal("", outcome.Output);
        Assert.All(outcome.Error.TrimEnd('\n').Split('\n'), line => Assert.StartsWith("dateline: ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void NoInputAndNothingPipedInIsWrongUse() => Assert.Equal(2, Bench.Run("read").Status);

    [Fact]
    public void AClosedPipeEndsQuietly()
    {
        var good = bench.File("good.txt", HandMade.Text);

        foreach (var format in new[] { "table", "json", "jsonl", "markdown" })
        {
            var (status, error) = Bench.Run(new ClosedPipe(), null, ["read", good, "--published", "2025-02-28", "--format", format]);
            Assert.Equal(0, status);
            Assert.Equal("", error);
        }
    }

    [Fact]
    public void OrderOfOutputIsOrderOfInputWhateverTheWorkers()
    {
        var lines = string.Concat(Enumerable.Range(0, 300).Select(number => string.Create(CultureInfo.InvariantCulture, $"{{\"id\":\"r{number}\",\"text\":\"Report {number}.\",\"published\":\"2025-02-28\"}}\n")));
        var file = bench.File("many.jsonl", lines);

        var one = Bench.Run("read", file, "--format", "jsonl", "--jobs", "1");
        var eight = Bench.Run("read", file, "--format", "jsonl", "--jobs", "8");

        Assert.Equal(300, Json.Lines(one.Output).Count());
        Assert.Equal(one.Output, eight.Output);
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe", 32);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", 32);
    }
}
