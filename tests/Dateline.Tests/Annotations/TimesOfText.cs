using Dateline.Annotations.Times;
using Dateline.Text;
using TextReader = Dateline.Text.TextReader;

namespace Dateline.Tests.Annotations;

/// <summary>The times of a bare text, cut and tagged as the program does it.</summary>
internal sealed class TimesOfText
{
    private readonly PerceptronTagger tagger = PerceptronTagger.Load(SpecRows.Files);
    private readonly SentenceSplitter splitter;
    private readonly TimeAnnotator annotator;

    public TimesOfText()
    {
        var words = new Vocabulary();
        splitter = SpecRows.Splitter(words, out var tokenizer);
        annotator = new TimeAnnotator(SpecRows.Files, words, tokenizer);
    }

    public IReadOnlyList<TimeExpression> Read(string text, TimeContext context)
    {
        var sentences = splitter.Split(text, 0, new TextSpan(0, text.Length), 0);
        foreach (var sentence in sentences)
        {
            tagger.Tag(text, sentence.Tokens.Items);
        }

        return annotator.Annotate(text, sentences, context);
    }
}
