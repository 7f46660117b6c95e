using Dateline.Knowledge;
using Dateline.Text;
using TextReader = Dateline.Text.TextReader;

namespace Dateline.Tests.Text;

public class PerceptronTaggerTests
{
    private static readonly KnowledgeFiles Files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
    private static readonly Tokenizer Tokenizer = new TextReader(Files, new Vocabulary(), null).Tokenizer;
    private static readonly PerceptronTagger Tagger = PerceptronTagger.Load(Files);

    [Theory]
    [InlineData("The army fired two missiles on Monday.", "fired", PartOfSpeech.Verb, WordForm.Past)]
    [InlineData("Two missiles were fired at the port.", "fired", PartOfSpeech.Verb, WordForm.PastParticiple)]
    [InlineData("The jet was shot down over the bay.", "shot", PartOfSpeech.Verb, WordForm.PastParticiple)]
    [InlineData("Ukraine shot down 12 drones.", "shot", PartOfSpeech.Verb, WordForm.Past)]
    [InlineData("The envoys shake hands in Oslo.", "hands", PartOfSpeech.Noun, WordForm.Plural)]
    [InlineData("Gen. Abel Morse declined to comment.", "Gen.", PartOfSpeech.ProperNoun, WordForm.Singular)]
    [InlineData("Crowds saw the Fatah-4 on a truck.", "Fatah", PartOfSpeech.ProperNoun, WordForm.Singular)]
    [InlineData("THREE DRONES HIT THE HARBOUR, THE MINISTRY SAYS", "SAYS", PartOfSpeech.Verb, WordForm.Present)]
    [InlineData("Navy Intercepts Drones Near Island", "Intercepts", PartOfSpeech.Verb, WordForm.Present)]
    [InlineData("The army reports heavy fire.", "reports", PartOfSpeech.Verb, WordForm.Present)]
    [InlineData("Norland's president signs 20-year pact in Oslo", "signs", PartOfSpeech.Verb, WordForm.Present)]
    [InlineData("Norland tests missile", "tests", PartOfSpeech.Verb, WordForm.Present)]
    [InlineData("The navy test-fired a rocket off the cape.", "fired", PartOfSpeech.Verb, WordForm.Past)]
    [InlineData("Missile fired from a truck near Oslo", "fired", PartOfSpeech.Verb, WordForm.PastParticiple)]
    [InlineData("Missile tests in March", "tests", PartOfSpeech.Noun, WordForm.Plural)]
    [InlineData("The guards of the Lake Company and some drivers met yesterday morning.", "Company", PartOfSpeech.ProperNoun, WordForm.Singular)]
    [InlineData("The state media unveiled an anti-ship drone.", "unveiled", PartOfSpeech.Verb, WordForm.Past)]
    [InlineData("The fleet fired a missile during the envoy's visit.", "visit", PartOfSpeech.Noun, WordForm.Singular)]
    [InlineData("The fleet fired a missile during the envoy’s visit.", "visit", PartOfSpeech.Noun, WordForm.Singular)]
    [InlineData("The fleet will sail at dawn.", "will", PartOfSpeech.Auxiliary, WordForm.Modal)]
    public void Tags(string text, string word, PartOfSpeech tag, WordForm form)
    {
        var tokens = Tokenizer.Tokenize(text).ToArray();
        Tagger.Tag(text, tokens);
        var token = tokens.First(t => t.Span.In(text) == word);
        Assert.Equal((tag, form), (token.Tag, token.Form));
    }

    [Fact]
    public void Long_sentences_and_odd_signs_are_tagged_too()
    {
        var text = string.Concat(Enumerable.Repeat("the \U0001F680 ’ ́ x1 -- ", 200));
        var tokens = Tokenizer.Tokenize(text).ToArray();
        Tagger.Tag(text, tokens);
        Tagger.Tag(text, []);
        Assert.All(tokens, t => Assert.True(Enum.IsDefined(t.Tag)));
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        var bytes = Files.Bytes("models/tagger.bin");
        Assert.Throws<InvalidDataException>(() => PerceptronTagger.Load(bytes.AsSpan(0, 1000)));
        Assert.Throws<InvalidDataException>(() => PerceptronTagger.Load("no model, but long enough"u8));
    }

    [Fact]
    public void A_table_row_with_an_unknown_tag_is_refused()
    {
        var table = Table.Parse("tags.tsv", "phrase\ttags\tsource\nfire\tverb.sideways\town\n");
        var error = Assert.Throws<KnowledgeException>(() => PerceptronTagger.Load(Files.Bytes("models/tagger.bin"), table, null));
        Assert.Contains("tags.tsv:2", error.Message, StringComparison.Ordinal);
    }
}
