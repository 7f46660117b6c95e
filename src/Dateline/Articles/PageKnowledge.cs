using Dateline.Articles.Markup;
using Dateline.Knowledge;

namespace Dateline.Articles;

/// <summary>The tables this room reads, compiled once; safe for many threads.</summary>
internal sealed class PageKnowledge
{
    public PageKnowledge(KnowledgeFiles files)
    {
        Words = new PageWords();
        Cues = new PageCues(files, Words);
        Dates = new PageDates(files, Words);
        Publishers = new Publishers(files, Words);
        Filings = new FilingReader(files, Words, Cues, Dates, Publishers);
        Languages = new LanguageGuess(files);
        Copies = new NearCopies(Words);
        Markup = new MarkupWords(files);
        Metadata = new MetadataNames(files);
    }

    public PageWords Words { get; }

    public PageCues Cues { get; }

    public PageDates Dates { get; }

    public Publishers Publishers { get; }

    public FilingReader Filings { get; }

    public LanguageGuess Languages { get; }

    public NearCopies Copies { get; }

    public MarkupWords Markup { get; }

    public MetadataNames Metadata { get; }
}
