using System.IO.Compression;
using System.Text;
using Dateline.Documents;
using Dateline.Tests.App;

namespace Dateline.Tests.Documents;

/// <summary>Inputs packed with gzip are read as what they hold.</summary>
public sealed class PackedInputTests : IDisposable
{
    private const string Words = "The army fired two missiles into the sea on Tuesday, the ministry said.";

    private readonly Bench bench = new();

    [Theory]
    [InlineData("a.txt.gz", Words, MediaTypes.Text)]
    [InlineData("a.GZ", Words, MediaTypes.Text)]
    [InlineData("a.html.gz", "<html><body><p>" + Words + "</p></body></html>", MediaTypes.Html)]
    [InlineData("a.jsonl.gz", "{\"id\":\"a\",\"text\":\"" + Words + "\"}\n", MediaTypes.Json)]
    public void APackedFileIsReadAsWhatItHolds(string name, string content, string type)
    {
        bench.File("folder/" + name, Packed(content));
        var input = Assert.Single(Read(bench["folder"]));
        Assert.Null(input.Problem);
        Assert.Equal(type, input.Document!.MediaType);
        Assert.Contains(Words, DocumentText.Of(input.Document).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void APackedFileThatIsDamagedIsNamedAndTheOthersGoOn()
    {
        var cut = Packed(string.Concat(Enumerable.Range(0, 20_000).Select(i => i + Words)))[..^200];
        cut[200] ^= 0xFF;
        var inputs = Read(bench.File("a.txt.gz", cut), bench.File("b.txt", Encoding.UTF8.GetBytes(Words)), bench.File("c.png.gz", Packed("\u0000\u0001picture\u0000")));
        Assert.StartsWith("could not be read", inputs[0].Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("error in this program", inputs[0].Problem!, StringComparison.Ordinal);
        Assert.NotNull(inputs[1].Document);
        Assert.Contains("binary", inputs[2].Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatInflatesBeyondAnyReportIsRefused()
    {
        var input = Assert.Single(Read(bench.File("a.txt.gz", Packed(new string('a', 101 << 20)))));
        Assert.Equal(InputMaker.TooLarge, input.Problem);
    }

    public void Dispose() => bench.Dispose();

    private static List<Input> Read(params string[] paths) => [.. new DocumentReader(() => Stream.Null).Read(paths)];

    private static byte[] Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        return packed.ToArray();
    }
}
