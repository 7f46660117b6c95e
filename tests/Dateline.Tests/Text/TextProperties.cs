using System.Diagnostics;
using System.Text;
using CsCheck;
using Dateline.Articles;
using Dateline.Tests.Annotations;
using Dateline.Tests.Whole;
using Dateline.Text;
using Dateline.Text.Syntax;
using Xunit;
using TextReader = Dateline.Text.TextReader;

namespace Dateline.Tests.Text;

/// <summary>What holds of tokens, sentences and syntax for any text, without the pipeline's limit on its length.</summary>
public sealed class TextProperties
{
    private const int Million = 1_000_000;

    private static readonly Vocabulary Words = new();
    private static readonly TextReader Texts = new(SpecRows.Files, Words, PerceptronTagger.Load(SpecRows.Files));
    private static readonly SentenceSplitter Splitter = new(SpecRows.Files, Words, Texts.Tokenizer);
    private static readonly PerceptronTagger Tagger = PerceptronTagger.Load(SpecRows.Files);
    private static readonly ClauseReader Clauses = new(SpecRows.Files, new Inflector(SpecRows.Files), new FunctionWords(SpecRows.Files, Words));

    private static readonly string[] Oddities =
    [
        ".", "..", "...", "…", "!", "?", "-", "--", "–", "—", "'", "’", "`", "´", "\"", "“", "”", "(", ")", "[", "•", "\n", "\n\n", " ", "\u00a0", "\u200b", "\ufeff", "\0",
        "U.S.", "Gen. ", "No. 2", "a.m.", "p. 4", "J. ", "don`t", "n't", "'s", "https://", "www.", "example.com", "a@b.com", "://", "1,587", "1.", "2-1", "24:61", "½", "\ud83d\ude80", "\ud83d", "\ude80", "e\u0301", "\u0301", "北朝鮮",
        "had ", "at the time ", "issued ", "last ", "is to ", "going to ", "has ", "since then ", ", ", "which ", "that ", "to ",
    ];

    private static readonly string[] Fragments = [.. Samples.Names.SelectMany(name => Samples.Text(name).Split('\n', '.', ',')).Where(part => part.Length > 0)];

    private static readonly Gen<string> Joined = Gen.Frequency(
        (2, Gen.Int[0, Fragments.Length - 1].Select(i => Fragments[i])),
        (3, Gen.Int[0, Oddities.Length - 1].Select(i => Oddities[i])),
        (1, Gen.Char.Select(c => c.ToString()))).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Joins_of_fragments_are_cut_whole() => Joined.Sample(IsCutWhole, iter: 3000);

    [Fact]
    public void Any_strings_are_cut_whole() => Gen.String[0, 300].Sample(IsCutWhole, iter: 2000);

    [Fact]
    public void Any_bytes_are_cut_whole() => Gen.Byte.Array[0, 1000].Sample(bytes => IsCutWhole(Encoding.Latin1.GetString(bytes)), iter: 1000);

    [Theory]
    [InlineData("7", Million)]
    [InlineData("x", Million)]
    [InlineData("1,")]
    [InlineData("1 ")]
    [InlineData(".")]
    [InlineData("a.")]
    [InlineData("a.b@")]
    [InlineData("A.\"")]
    [InlineData("s' ")]
    [InlineData("'s ")]
    [InlineData("a-")]
    [InlineData("https://a")]
    [InlineData("https://a.com/")]
    [InlineData("No. ")]
    [InlineData("had at the ")]
    [InlineData("fired . . ")]
    [InlineData("• ")]
    [InlineData("the missile that hit the depot was ")]
    public void Long_texts_of_one_thing_are_cut_in_good_time(string unit, int length = Million / 5)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length));
        var watch = Stopwatch.StartNew();
        IsCutWhole(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"took {watch.Elapsed}");
    }

    // Every character that is no blank lies in exactly one token, tokens and sentences stand in order, chunks within their sentence.
    private static void IsCutWhole(string text)
    {
        var at = 0;
        foreach (var sentence in Splitter.Split(text, 0, new TextSpan(0, text.Length), 0))
        {
            Assert.Equal((sentence.Tokens[0].Start, sentence.Tokens[^1].End), (sentence.Span.Start, sentence.Span.End));
            foreach (var token in sentence.Tokens)
            {
                Assert.True(token.Start >= at && token.End > token.Start && IsBlank(text, at, token.Start), $"a token at {token.Start} behind {at}");
                at = token.End;
            }

            Tagger.Tag(text, sentence.Tokens.Items);
            HasValidGroups(Clauses.Read(text, sentence, new SentenceHints([], [])));
        }

        Assert.True(IsBlank(text, at, text.Length), $"nothing behind {at}");
    }

    private static void HasValidGroups(SentenceSyntax syntax)
    {
        var tokens = syntax.Sentence.Tokens.Count;
        var after = 0;
        foreach (var noun in syntax.Nouns)
        {
            Assert.True(noun.First >= after && noun.First <= noun.Head && noun.Head < noun.After && noun.After <= tokens && noun.Preposition < noun.First);
            after = noun.After;
        }

        after = 0;
        foreach (var clause in syntax.Clauses)
        {
            var verb = clause.Verb;
            Assert.True(verb.First >= after && verb.First <= verb.Head && verb.Head < verb.After && verb.After <= tokens);
            Assert.True(clause.Subject < syntax.Nouns.Count && clause.Parent < syntax.Clauses.Count && clause.Objects.Concat(clause.Complements).All(n => n >= 0 && n < syntax.Nouns.Count));
            Assert.NotNull(syntax.Lemma(verb.Head));
            after = verb.After;
        }
    }

    private static bool IsBlank(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] is not ('\u200B' or '\uFEFF'))
            {
                return false;
            }
        }

        return true;
    }
}
