using CsCheck;
using Dateline.Articles;
using Dateline.Documents;
using Xunit;

namespace Dateline.Tests.Articles;

/// <summary>What holds of the blocks of any text.</summary>
public sealed class BlockProperties
{
    private static readonly string[] Pieces =
    [
        " date 2025-02-28 ", "\n", "\n\n", "\r\n", "\u2028", "SEOUL, May 8 (AP) -- ", "SEOUL", "Photo: ", "(Reuters)", "( AP )", "[end]", "By Jo Doe", "Published March 3, 2025 | 11:20 AM",
        "Related", "All comments", "0 ( +1 / -1 )", "22:50 ", "Read more ", "Donate now ", "Your support helps us. ", "open image in gallery ", "Jo Doe/Agency", "The army said it fired a missile. ",
        "A headline of five words", "05/12/2019", "©2025", "{{a}}", "<b>", "(", ")", "/", "— ", ": ", "\ud83e", "\udd81", "\u0301", "\u200b", "\0", "北朝鮮", "Армия ", "https://a.b/c", "#tag ", "...", "(end)",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 40].Select(string.Concat),
        Gen.String[0, 200]);

    [Fact]
    public void Blocks_cover_every_visible_character_once() => Texts.Sample(text =>
    {
        var article = Read(text);
        var at = 0;
        var paragraph = 0;
        foreach (var block in article.Blocks)
        {
            Assert.True(block.Span.Start >= at && block.Span.End > block.Span.Start);
            Assert.True(string.IsNullOrWhiteSpace(text[at..block.Span.Start]));
            Assert.False(char.IsWhiteSpace(text[block.Span.Start]) || char.IsWhiteSpace(text[block.Span.End - 1]));
            Assert.True(block.Paragraph >= paragraph && block.Rule.Length > 0);
            (at, paragraph) = (block.Span.End, block.Paragraph);
        }

        Assert.True(string.IsNullOrWhiteSpace(text[at..]));
    }, iter: 4000);

    [Fact]
    public void Duplicates_point_back_and_text_is_unchanged() => Texts.Sample(text =>
    {
        var article = Read(text);
        Assert.Same(text, article.Text);
        for (var i = 0; i < article.Blocks.Count; i++)
        {
            Assert.True(article.Blocks[i].DuplicateOf is not { } d || (d < i && article.Blocks[d].DuplicateOf is null));
        }

        Assert.All(BlockSpecs.Reader.Entries(article), e => Assert.NotEmpty(e.Blocks));
    }, iter: 2000);

    [Theory]
    [InlineData("The army said on Monday that it fired. ")]
    [InlineData("(")]
    [InlineData("SEOUL, ")]
    [InlineData("Related\n")]
    [InlineData("22:50 Sirens\n")]
    [InlineData("so it goes\n0 ( +0 / -0 )\n")]
    [InlineData("Your support helps us. Donate. Read more ")]
    [InlineData("a/")]
    public void Long_texts_take_linear_time(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 2_000_000 / unit.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Read(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    private static Article Read(string text) => BlockSpecs.Reader.Read(RawDocument.Of(ReadOnlyMemory<byte>.Empty, "text/plain", "x"), text, false);
}
