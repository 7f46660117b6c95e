using Dateline.Articles;
using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>Turns the blocks of an article that are read (headline, body, captions) into tagged sentences.</summary>
public sealed class TextReader
{
    /// <summary>Characters of a report that are read. The longest live blogs stay below; a book or a damaged file costs no more than this.</summary>
    public const int Reach = 200_000;

    private readonly SentenceSplitter splitter;
    private readonly IPartOfSpeechTagger? tagger;

    /// <summary>A reader over the text tables of data/lexicon.</summary>
    public TextReader(KnowledgeFiles files, Vocabulary vocabulary, IPartOfSpeechTagger? tagger)
    {
        Tokenizer = new Tokenizer(files, vocabulary);
        splitter = new SentenceSplitter(files, vocabulary, Tokenizer);
        this.tagger = tagger;
    }

    /// <summary>The tokenizer every lexicon cuts its phrases with.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>The sentences of an article, in text order, with parts of speech when a tagger is there.</summary>
    public IReadOnlyList<Sentence> Read(Article article)
    {
        var sentences = new List<Sentence>();
        var left = Reach;
        for (var b = 0; b < article.Blocks.Count && left > 0; b++)
        {
            if (article.Blocks[b].IsRead)
            {
                var span = Within(article.Text, article.Blocks[b].Span, left);
                sentences.AddRange(splitter.Split(article.Text, b, span, sentences.Count));
                left -= span.Length;
            }
        }

        foreach (var sentence in sentences)
        {
            tagger?.Tag(article.Text, sentence.Tokens.Items);
        }

        return sentences;
    }

    /// <summary>True when an article is longer than <see cref="Reach"/>: what stands behind is not read.</summary>
    public static bool IsCut(Article article) => article.Text.Length > Reach && article.Blocks.Where(b => b.IsRead).Sum(b => (long)b.Span.Length) > Reach;

    // The beginning of a block, cut between words where it is too long.
    private static TextSpan Within(string text, TextSpan span, int length)
    {
        if (span.Length <= length)
        {
            return span;
        }

        const int LongestWord = 200;
        var end = span.Start + length;
        var blank = text.AsSpan(end - Math.Min(length, LongestWord), Math.Min(length, LongestWord)).LastIndexOfAny(' ', '\n');
        end = blank > 0 ? end - Math.Min(length, LongestWord) + blank : char.IsLowSurrogate(text[end]) ? end - 1 : end;
        return new TextSpan(span.Start, end);
    }
}
