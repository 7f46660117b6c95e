using Dateline.Knowledge;
using Dateline.Text;
using TextReader = Dateline.Text.TextReader;

namespace Dateline.Tests.Text;

public class TokenizerCliticTests
{
    private static readonly Tokenizer Tokenizer = new TextReader(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder), new Vocabulary(), null).Tokenizer;

    [Theory]
    [InlineData("can't won't cannot", "ca n't wo n't can not")]
    [InlineData("2025's drill", "2025 's drill")]
    [InlineData("the U.S.'s fleet", "the U.S. 's fleet")]
    [InlineData("the Fatah-4's range", "the Fatah - 4 's range")]
    [InlineData("they're the North’s", "they 're the North ’s")]
    public void Cuts_like_the_treebank(string text, string cut) =>
        Assert.Equal(cut, string.Join(' ', Tokenizer.Tokenize(text).Select(t => t.Span.In(text))));
}
