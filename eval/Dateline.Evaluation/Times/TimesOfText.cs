using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Knowledge;
using Dateline.Text;
using TextReader = Dateline.Text.TextReader;

namespace Dateline.Evaluation.Times;

/// <summary>The times of a bare text: every line a block that is read, tagged as the program tags it.</summary>
internal sealed class TimesOfText
{
    private readonly TextReader reader;
    private readonly TimeAnnotator annotator;

    /// <summary>Over the shipped knowledge.</summary>
    public TimesOfText()
    {
        var files = KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder);
        var vocabulary = new Vocabulary();
        reader = new TextReader(files, vocabulary, PerceptronTagger.Load(files));
        annotator = new TimeAnnotator(files, vocabulary, reader.Tokenizer);
    }

    /// <summary>The times, in text order.</summary>
    public IReadOnlyList<TimeExpression> Read(string text, TimeContext context)
    {
        var article = new Article(text, Lines(text), null, null, "en", null, [], null, null, []);
        return annotator.Annotate(text, reader.Read(article), context);
    }

    private static List<Block> Lines(string text)
    {
        var blocks = new List<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at : text.Length;
            var line = text.AsSpan(start, end - start);
            if (!line.IsWhiteSpace())
            {
                var first = start + (line.Length - line.TrimStart().Length);
                blocks.Add(new Block(BlockKind.Body, new TextSpan(first, first + line.Trim().Length), "line", null, blocks.Count));
            }

            start = end + 1;
        }

        return blocks;
    }
}
