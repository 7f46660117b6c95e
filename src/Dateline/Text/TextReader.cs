using Dateline.Articles;
using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>Turns the blocks of an article that are read (headline, body, captions) into tagged sentences.</summary>
public sealed class TextReader
{
    private readonly SentenceSplitter splitter;
    private readonly IPartOfSpeechTagger? tagger;

    /// <summary>A reader over the text tables of data/lexicon.</summary>
    public TextReader(KnowledgeFiles files, Vocabulary vocabulary, IPartOfSpeechTagger? tagger)
    {
        var abbreviations = files.Table("lexicon/abbreviations.tsv").Rows.ToList();
        var contractions = files.Table("lexicon/contractions.tsv").Rows.Select(r => r["words"]);
        Tokenizer = new Tokenizer(vocabulary, abbreviations.Select(r => Folding.Fold(r["phrase"])), contractions);
        var starters = files.Table("lexicon/sentence-starters.tsv").Rows.Select(r => vocabulary.Add(r["phrase"]));
        var titles = abbreviations.Where(r => string.Equals(r["use"], "title", StringComparison.Ordinal)).Select(r => vocabulary.Add(r["phrase"] + "."));
        splitter = new SentenceSplitter(Tokenizer, starters, titles);
        this.tagger = tagger;
    }

    /// <summary>The tokenizer every lexicon cuts its phrases with.</summary>
    public Tokenizer Tokenizer { get; }

    /// <summary>The sentences of an article, in text order, with parts of speech when a tagger is there.</summary>
    public IReadOnlyList<Sentence> Read(Article article)
    {
        var sentences = new List<Sentence>();
        for (var b = 0; b < article.Blocks.Count; b++)
        {
            if (article.Blocks[b].IsRead)
            {
                sentences.AddRange(splitter.Split(article.Text, b, article.Blocks[b].Span, sentences.Count));
            }
        }

        foreach (var sentence in sentences)
        {
            tagger?.Tag(article.Text, (Token[])sentence.Tokens);
        }

        return sentences;
    }
}
