using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Tests.Text;

public class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = new(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));

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
    [InlineData("fire", PartOfSpeech.Verb, WordForm.Base, "fire")]
    [InlineData("", PartOfSpeech.Verb, WordForm.Past, "")]
    public void Finds_the_lemma(string word, PartOfSpeech tag, WordForm form, string lemma) =>
        Assert.Equal(lemma, Lemmatizer.Lemma(word, tag, form));
}
