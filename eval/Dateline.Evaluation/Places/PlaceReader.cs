using Dateline.Annotations;
using Dateline.Annotations.Names;
using Dateline.Articles;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

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
        texts = new Text.TextReader(files, vocabulary, PerceptronTagger.Load(files.Bytes("models/tagger.bin"), files.Table("lexicon/tags.tsv")));
        var names = new NameLexicon(files, vocabulary, texts.Tokenizer);
        annotations = new AnnotationReader(files, vocabulary, texts.Tokenizer, new Inflector(files), new FunctionWords(files, vocabulary), names);
    }

    /// <summary>Everything annotated in the text.</summary>
    public AnnotationSet Read(string text)
    {
        var body = new Block(BlockKind.Body, new TextSpan(0, text.Length), "evaluation", null, 0);
        var article = new Article(text, [body], null, null, "en", null, [], null, null, []);
        return annotations.Read(article, texts.Read(article), narrative: false).Annotations;
    }
}
