using Dateline.Articles;
using Dateline.Tests.Annotations;
using Dateline.Text;
using Xunit;
using TextReader = Dateline.Text.TextReader;

namespace Dateline.Tests.Text;

/// <summary>The rows of Specs/sentences.jsonl: a block of text as dirty as pages hand it over, and its sentences, tokens parted by blanks.</summary>
public sealed class SentenceSpecs
{
    private const string Spec = "sentences.jsonl";

    private static readonly TextReader Reader = new(SpecRows.Files, new Vocabulary(), null);

    public static TheoryData<string> Rows => [.. SpecRows.Texts(Spec)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Sentences_are(string text)
    {
        var article = new Article(text, [new Block(BlockKind.Body, new TextSpan(0, text.Length), "spec", null, 0)], null, null, "en", null, [], null, null, []);
        var expected = SpecRows.Row(Spec, text).GetProperty("sentences").EnumerateArray().Select(e => e.GetString());
        Assert.Equal(expected, Reader.Read(article).Select(s => string.Join(' ', s.Tokens.Select(t => t.Span.In(text)))));
    }
}
