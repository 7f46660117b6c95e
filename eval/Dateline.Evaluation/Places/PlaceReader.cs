using Dateline.Annotations;
using Dateline.Annotations.Names;
using Dateline.Articles;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;
using NodaTime.Text;

namespace Dateline.Evaluation.Places;

/// <summary>Reads the annotations of a bare text, as if it were one body block: corpora hold no pages.</summary>
internal sealed class PlaceReader
{
    private readonly Text.TextReader texts;
    private readonly AnnotationReader annotations;

    /// <summary>Compiles the shipped knowledge.</summary>
    public PlaceReader()
    {
        var files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
        var vocabulary = new Vocabulary();
        texts = new Text.TextReader(files, vocabulary, PerceptronTagger.Load(files));
        var names = new NameLexicon(files, vocabulary, texts.Tokenizer);
        annotations = new AnnotationReader(files, vocabulary, texts.Tokenizer, new Inflector(files), new FunctionWords(files, vocabulary), names);
    }

    /// <summary>Everything annotated in the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="headline">Length of the headline it begins with, or 0.</param>
    /// <param name="published">ISO date, or null.</param>
    /// <param name="filed">Place of filing, or null.</param>
    public AnnotationSet Read(string text, int headline = 0, string? published = null, string? filed = null)
    {
        List<Block> blocks = headline == 0 ? [] : [new Block(BlockKind.Headline, new TextSpan(0, headline), "evaluation", null, 0)];
        blocks.Add(new Block(BlockKind.Body, new TextSpan(headline, text.Length), "evaluation", null, 1));
        var date = published is null ? null : new PublicationDate(LocalDatePattern.Iso.Parse(published).Value, null, null, "argument", null);
        var article = new Article(text, blocks, null, null, "en", null, [], date, filed is null ? null : new Filing(filed, null, default), []);
        return annotations.Read(article, texts.Read(article), narrative: false).Annotations;
    }
}
