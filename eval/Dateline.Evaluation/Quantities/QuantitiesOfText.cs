using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Knowledge;
using Dateline.Text;
using NodaTime;

namespace Dateline.Evaluation.Quantities;

/// <summary>The quantities of a bare text, tags and times included, as the program reads them.</summary>
internal sealed class QuantitiesOfText
{
    private readonly Text.TextReader texts;
    private readonly TimeAnnotator times;
    private readonly QuantityAnnotator annotator;

    /// <summary>Over the shipped knowledge.</summary>
    public QuantitiesOfText()
    {
        var files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
        var words = new Vocabulary();
        texts = new Text.TextReader(files, words, PerceptronTagger.Load(files));
        times = new TimeAnnotator(files, words, texts.Tokenizer);
        annotator = new QuantityAnnotator(files, words, texts.Tokenizer);
    }

    /// <summary>The quantities and ordinals, in text order.</summary>
    public QuantityReading Read(string text, LocalDate? published)
    {
        var article = new Article(text, [new Block(BlockKind.Body, new TextSpan(0, text.Length), "spec", null, 0)], null, null, "en", null, [], null, null, []);
        var sentences = texts.Read(article);
        return annotator.Annotate(text, sentences, times.Annotate(text, sentences, new TimeContext(published, null, null, Narrative: false)));
    }
}
