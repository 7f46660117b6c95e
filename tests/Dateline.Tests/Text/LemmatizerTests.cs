using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Tests.Text;

public class LemmatizerTests
{
    private static readonly KnowledgeFiles Files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
    private static readonly Lemmatizer Lemmatizer = new(Files, new Inflector(Files));

    [Theory]
    [InlineData("fired", PartOfSpeech.Verb, WordForm.Past, "fire")]
    [InlineData("launching", PartOfSpeech.Verb, WordForm.Gerund, "launch")]
    [InlineData("launches", PartOfSpeech.Verb, WordForm.Present, "launch")]
    [InlineData("shot", PartOfSpeech.Verb, WordForm.PastParticiple, "shoot")]
    [InlineData("flew", PartOfSpeech.Verb, WordForm.Past, "fly")]
    [InlineData("denied", PartOfSpeech.Verb, WordForm.Past, "deny")]
    [InlineData("shelled", PartOfSpeech.Verb, WordForm.Past, "shell")]
    [InlineData("controlled", PartOfSpeech.Verb, WordForm.Past, "control")]
    [InlineData("stopped", PartOfSpeech.Verb, WordForm.Past, "stop")]
    [InlineData("destroyed", PartOfSpeech.Verb, WordForm.Past, "destroy")]
    [InlineData("repeated", PartOfSpeech.Verb, WordForm.Past, "repeat")]
    [InlineData("threatening", PartOfSpeech.Verb, WordForm.Gerund, "threaten")]
    [InlineData("was", PartOfSpeech.Auxiliary, WordForm.Past, "be")]
    [InlineData("missiles", PartOfSpeech.Noun, WordForm.Plural, "missile")]
    [InlineData("batteries", PartOfSpeech.Noun, WordForm.Plural, "battery")]
    [InlineData("aircraft", PartOfSpeech.Noun, WordForm.Plural, "aircraft")]
    [InlineData("gunmen", PartOfSpeech.Noun, WordForm.Plural, "gunman")]
    [InlineData("cancelling", PartOfSpeech.Verb, WordForm.Gerund, "cancel")]
    [InlineData("canceling", PartOfSpeech.Verb, WordForm.Gerund, "cancel")]
    [InlineData("beginning", PartOfSpeech.Verb, WordForm.Gerund, "begin")]
    [InlineData("trafficking", PartOfSpeech.Verb, WordForm.Gerund, "traffic")]
    [InlineData("overflown", PartOfSpeech.Verb, WordForm.PastParticiple, "overfly")]
    [InlineData("quitting", PartOfSpeech.Verb, WordForm.Gerund, "quit")]
    [InlineData("shooting", PartOfSpeech.Verb, WordForm.Gerund, "shoot")]
    [InlineData("dying", PartOfSpeech.Verb, WordForm.Gerund, "die")]
    [InlineData("lay", PartOfSpeech.Verb, WordForm.Past, "lie")]
    [InlineData("lay", PartOfSpeech.Verb, WordForm.Present, "lay")]
    [InlineData("found", PartOfSpeech.Verb, WordForm.Base, "found")]
    [InlineData("has", PartOfSpeech.Auxiliary, WordForm.Present, "have")]
    [InlineData("wo", PartOfSpeech.Auxiliary, WordForm.Modal, "will")]
    [InlineData("fire", PartOfSpeech.Verb, WordForm.Base, "fire")]
    [InlineData("", PartOfSpeech.Verb, WordForm.Past, "")]
    public void Finds_the_lemma(string word, PartOfSpeech tag, WordForm form, string lemma) =>
        Assert.Equal(lemma, Lemmatizer.Lemma(word, tag, form));
}
