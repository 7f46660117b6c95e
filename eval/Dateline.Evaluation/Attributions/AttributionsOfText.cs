using Dateline.Annotations;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Names;
using Dateline.Articles;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;
using TextReader = Dateline.Text.TextReader;

namespace Dateline.Evaluation.Attributions;

/// <summary>The attributions of a bare text: every line a block that is read, so that only attribution is measured, not what a page is taken for.</summary>
internal sealed class AttributionsOfText
{
    private readonly TextReader texts;
    private readonly AnnotationReader annotations;

    /// <summary>Over the shipped knowledge.</summary>
    public AttributionsOfText()
    {
        var files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
        var vocabulary = new Vocabulary();
        texts = new TextReader(files, vocabulary, PerceptronTagger.Load(files));
        annotations = new AnnotationReader(files, vocabulary, texts.Tokenizer, new Inflector(files), new FunctionWords(files, vocabulary), new NameLexicon(files, vocabulary, texts.Tokenizer));
    }

    /// <summary>The attributions, in text order.</summary>
    public IReadOnlyList<Attribution> Read(string text)
    {
        var article = new Article(text, Lines(text), null, null, "en", null, [], null, null, []);
        return annotations.Read(article, texts.Read(article), narrative: false).Annotations.Attributions;
    }

    private static List<Block> Lines(string text)
    {
        var blocks = new List<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
            var line = new TextSpan(start, end).Trim(text);
            if (line.Length > 0)
            {
                blocks.Add(new Block(BlockKind.Body, line, "line", null, blocks.Count));
            }

            start = end + 1;
        }

        return blocks;
    }
}
