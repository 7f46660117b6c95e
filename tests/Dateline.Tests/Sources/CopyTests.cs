using Dateline.Events.Across;
using Dateline.Sources;
using Dateline.Tests.Events;
using Dateline.Tests.Whole;
using NodaTime;

namespace Dateline.Tests.Sources;

/// <summary>Which texts are copies.</summary>
public sealed class CopyTests
{
    private const string Opening = "The coast guard of Norland closed the northern strait to ships on Tuesday morning because its navy was about to fire rockets at a towed target. ";
    private const string Middle = "Fishing boats were told to stay in harbour until Thursday evening, and two ferries between the islands were cancelled for the day. ";
    private const string Close = "A naval officer at the base in the east of the country told local radio that the firing had been planned for many months and had nothing to do with the dispute over the reef.";
    private const string Speech = "\"We will not hand over one metre of the reef, and nobody who has ever sailed these waters with us will believe that we are going to do so in the years to come,\" the minister said.";

    [Fact]
    public void TheSameTextIsVerbatim() => Assert.Equal(new CopyMatch(CopyRelation.Verbatim, 1), Compare(Opening + Middle + Close, Opening + Middle + Close));

    [Fact]
    public void QuotationMarksAndLineEndsMakeNoCopyLess() =>
        Assert.Equal(1, Compare(Opening + Middle + "It's over.", (Opening + Middle).Replace(" and ", "\nand ", StringComparison.Ordinal) + "It’s over.").Shared);

    [Fact]
    public void AShortenedTextIsVerbatimAndAWorkedOverOneEdited()
    {
        Assert.Equal(CopyRelation.Verbatim, Compare(Opening + Middle + Close, Opening + Middle).Relation);
        Assert.Equal(CopyRelation.Edited, Compare(Opening + Middle + Close, "Ships must keep away from the strait. " + Opening + "Ferries stay in port as well. " + Close.Replace("had been planned for many months", "was long planned", StringComparison.Ordinal)).Relation);
    }

    [Fact]
    public void OneSentenceTakenOverIsPartial() =>
        Assert.Equal(CopyRelation.Partial, Compare(Opening + Middle + Close, "Norland and its neighbour quarrel over fish. Their ministers met in spring without any result, and a second round was called off. " + Middle + "Prices of herring have doubled since the quarrel began, as wholesalers on both shores confirm with some regret.").Relation);

    [Fact]
    public void OneSpeechQuotedByTwoIsNoCopy() =>
        Assert.Equal(CopyRelation.None, Compare(
            "The minister spoke in the harbour on Monday before some three hundred fishermen and their families. " + Speech,
            "In a speech that his opponents called empty, Norland's minister turned to the voters of the coast. " + Speech).Relation);

    [Fact]
    public void AFormLetterOfAnotherWeekIsNoCopy()
    {
        var sketch = Sketch(Opening + Middle + Close);
        var first = new CopyCandidate("a", new LocalDate(2024, 3, 4), sketch, CopyCandidate.DatedOf([Tellings.Of("exercise", "2024-03-05")]));
        var second = new CopyCandidate("b", new LocalDate(2024, 3, 11), sketch, CopyCandidate.DatedOf([Tellings.Of("exercise", "2024-03-12")]));

        Assert.Equal(CopyRelation.Partial, CopyFinder.Compare(first, second).Relation);
        Assert.Equal(CopyRelation.Partial, CopyFinder.Compare(first with { Dated = [] }, second with { Dated = [], Published = new LocalDate(2025, 3, 4) }).Relation);
        Assert.Equal(CopyRelation.Verbatim, CopyFinder.Compare(first, second with { Dated = first.Dated }).Relation);
        Assert.Equal(CopyRelation.Verbatim, CopyFinder.Compare(first, second with { Dated = CopyCandidate.DatedOf([Tellings.Of("exercise", null)]) }).Relation);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Norland fires rockets")]
    public void ATextWithoutWordingIsNobodysCopy(string text) => Assert.Equal(new CopyMatch(CopyRelation.None, 0), Compare(text, text.Length == 0 ? Opening : text.Replace("Norland", "Sudland", StringComparison.Ordinal)));

    [Fact]
    public void ASketchComesBackFromItsBytes()
    {
        var sketch = Sketch(Opening + Middle + Close);
        var back = TextSketch.From(sketch.ToBytes());

        Assert.Equal(sketch.Count, back.Count);
        Assert.Equal(sketch.Count, back.Shared(sketch));
        Assert.Equal(0, TextSketch.From([]).Count);
    }

    [Fact]
    public void ACopyIsFoundUnderOneOfItsSamples()
    {
        var whole = Sketch(Opening + Middle + Close).Samples;

        Assert.NotEmpty(whole.Intersect(Sketch(Opening + Middle).Samples));
        Assert.NotEmpty(whole.Intersect(Sketch(Middle + Close).Samples));
    }

    private static CopyMatch Compare(string a, string b) => CopyFinder.Compare(new CopyCandidate("a", null, Sketch(a), []), new CopyCandidate("b", null, Sketch(b), []));

    private static TextSketch Sketch(string text)
    {
        var reading = Samples.Read(text.Length == 0 ? "-" : text);
        return TextSketch.Of(reading.Article, reading.Annotations.Attributions);
    }
}
