using Dateline.Articles.Markup;
using Dateline.Documents;
using Dateline.Documents.Markup;
using Dateline.Knowledge;

namespace Dateline.Articles;

/// <summary>
/// Labels the parts of a page (headline, story, captions, credits, datelines, promotion, other debris) and reads what it says of itself.
/// The text is never altered; every visible character is in exactly one block. One pass per rule, linear in the text, never throws.
/// Safe for many threads.
/// </summary>
public sealed class ArticleReader
{
    private const int LeastOther = 60;
    private static readonly string[] NameParts = [" - ", " | ", ": ", " – ", " — ", " » "];
    private const int LeastBody = 300;
    private readonly PageKnowledge knowledge;

    /// <summary>A reader over data/noise, data/outlets, data/gazetteer and the language tables of data/lexicon.</summary>
    /// <exception cref="KnowledgeException">A table is missing or malformed.</exception>
    public ArticleReader(KnowledgeFiles files) => knowledge = new PageKnowledge(files);

    /// <summary>Reads one report, plain text or a page.</summary>
    /// <param name="document">Where it came from and what was stated with it.</param>
    /// <param name="text">Its words, kept unchanged.</param>
    public Article Read(RawDocument document, DocumentText text)
    {
        if (text.Page is not { } markup)
        {
            return Read(document, text.Text, text.Replaced);
        }

        var statements = new PageStatements(markup, knowledge);
        var (page, stamps) = Label(text.Text, markup, statements, trusting: true);
        if (BodyOf(page) is var found && found < LeastBody)
        {
            // Some pages call their story an aside: what elements are called is passed over when it leaves next to nothing.
            var (other, others) = Label(text.Text, markup, statements, trusting: false);
            (page, stamps) = BodyOf(other) > 2 * found ? (other, others) : (page, stamps);
        }

        var article = Read(document with { Stated = Trusted(document.Stated, text, statements) }, page, text.Replaced, statements, markup);
        return article with { Stamps = stamps, Flags = [.. article.Flags.Concat(statements.Flags(markup, article)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
    }

    private (Page Page, IReadOnlyDictionary<int, string> Stamps) Label(string text, MarkupPage markup, PageStatements statements, bool trusting)
    {
        var page = new Page(text, knowledge) { Parts = [] };
        var rules = new MarkupRules(page, markup, trusting);
        rules.Apply(statements.Title, statements.Summary);
        new LineRules(page).Apply();
        var sections = new MarkupSections(page, rules.Layout, statements);
        sections.Apply();
        return (page, sections.Stamps);
    }

    private static int BodyOf(Page page) => page.Parts.Where(p => p.Kind == BlockKind.Body || p.Rule is "live-entry").Sum(p => p.Span.Length);

    // The name of a feed is often that of a section ("Broadcaster News - Asia"): an outlet that the table knows by a part of it or by the address is
    // believed before it, and one that the page itself states.
    private StatedFacts Trusted(StatedFacts stated, DocumentText text, PageStatements statements)
    {
        var isOfFeed = text.Entry is null ? stated.PublishedFrom is "feed" : text.Entry.Outlet is null;
        if (!isOfFeed || stated.Outlet is not { } name || knowledge.Publishers.Known(name) is not null)
        {
            return stated;
        }

        if (knowledge.Publishers.OfAddress(stated.Url) is not null || statements.Outlet is not null)
        {
            return stated with { Outlet = null };
        }

        var part = Array.Find(name.Split(NameParts, StringSplitOptions.TrimEntries), p => knowledge.Publishers.Known(p) is not null);
        return stated with { Outlet = part ?? name };
    }

    /// <summary>Reads one report of plain text.</summary>
    /// <param name="document">Where it came from and what was stated with it.</param>
    /// <param name="text">Its canonical text, kept unchanged.</param>
    /// <param name="decodedWithReplacement">True when bytes had to be replaced to decode it.</param>
    public Article Read(RawDocument document, string text, bool decodedWithReplacement)
    {
        var page = new Page(text, knowledge);
        new LineRules(page).Apply();
        new TitleRules(page).Apply();
        new SectionRules(page).Apply();
        return Read(document, page, decodedWithReplacement, null, null);
    }

    private Article Read(RawDocument document, Page page, bool decodedWithReplacement, PageStatements? statements, MarkupPage? markup)
    {
        var text = page.Text;
        var language = knowledge.Languages.Of(text, page.Parts.Where(p => p.Kind == BlockKind.Body).Select(p => p.Span));
        if (language == "und")
        {
            language = knowledge.Languages.Of(text, page.Parts.Where(p => p.Kind is BlockKind.Body or BlockKind.Headline or BlockKind.Caption).Select(p => p.Span));
        }

        SetAside(page, language);
        var stated = statements is null ? document.Stated : document.Stated with { Url = document.Stated.Url ?? statements.Address };
        var dates = new PublicationRules(page, stated, statements);
        var publishers = new PublisherRules(page, stated);
        var published = dates.Published();
        var outlet = publishers.Outlet();
        return new Article(
            text,
            Blocks(page, markup),
            document.Stated.Title ?? page.Headline?.In(text) ?? statements?.Title,
            statements is null ? publishers.Byline() : statements.BylineOr(publishers.Byline()) ?? statements.Byline,
            language,
            outlet?.Id is null && document.Stated.Outlet is null && statements?.Outlet is { } named ? named : outlet,
            publishers.Agencies(),
            published,
            dates.Filed(published),
            Flags(page, language, published is null, decodedWithReplacement))
        {
            IsPage = markup is not null,
            Address = stated.Url,
            Updated = statements?.Updated(),
            Section = statements?.Section,
            Facts = statements?.Facts ?? [],
        };
    }

    /// <summary>
    /// The entries of a live blog (flag live_blog), each a report of its own: the page's text and facts, the entry's blocks only
    /// (its clock a byline, its words story), published on the page's day at the entry's clock. Empty for other pages.
    /// </summary>
    public IReadOnlyList<Article> Entries(Article article)
    {
        var entries = new List<Article>();
        for (var i = 0; i < article.Blocks.Count; i++)
        {
            if (article.Blocks[i] is { Kind: BlockKind.Byline, Rule: "live-stamp" })
            {
                entries.Add(Entry(article, i));
            }
        }

        return entries;
    }

    private Article Entry(Article article, int stamp)
    {
        var blocks = new List<Block> { article.Blocks[stamp] };
        for (var i = stamp - 1; i >= 0 && article.Blocks[i].Rule == "live-title"; i--)
        {
            blocks.Insert(0, article.Blocks[i] with { Kind = BlockKind.Headline, DuplicateOf = null });
        }

        for (var i = stamp + 1; i < article.Blocks.Count && article.Blocks[i].Rule is not ("live-stamp" or "live-title"); i++)
        {
            if (article.Blocks[i].Rule == "live-entry")
            {
                var title = blocks.Count == 1 && !PageLines.EndsSentence(article.Text, article.Blocks[i].Span);
                blocks.Add(article.Blocks[i] with { Kind = title ? BlockKind.Headline : BlockKind.Body, DuplicateOf = null });
            }
        }

        var headline = blocks.Find(b => b.Kind == BlockKind.Headline);
        return article with
        {
            Blocks = blocks,
            Title = headline?.Span.In(article.Text) ?? article.Title,
            Published = Moment(article, article.Blocks[stamp].Span),
            Flags = [.. article.Flags.Where(f => f != "live_blog")],
        };
    }

    // When an entry was written: what its element states, else its clock on the page's day.
    private PublicationDate? Moment(Article article, TextSpan stamp)
    {
        if (article.Stamps.TryGetValue(stamp.Start, out var stated) && PublicationRules.Read(knowledge, stated, "metadata") is { } moment)
        {
            return moment;
        }

        var words = new List<PageWord>();
        knowledge.Words.Scan(article.Text, stamp, words, 12);
        if (knowledge.Dates.At(article.Text, words, 0) is { IsFull: true, Time: not null } printed)
        {
            return new PublicationDate(printed.Date!.Value, printed.Time, printed.Zone, "text", printed.Span);
        }

        var timed = knowledge.Dates.Clock(article.Text, words, 0, out var time, out var zone, out _) && article.Published is not null;
        return timed ? article.Published! with { Time = time, Zone = zone } : article.Published;
    }

    // Paragraphs in another language than the report's say the same again, or something else; nobody could read them further on.
    private void SetAside(Page page, string language)
    {
        if (language == "und")
        {
            return;
        }

        foreach (var part in page.Parts.Where(p => p.Kind == BlockKind.Body && p.Span.Length >= LeastOther))
        {
            if (knowledge.Languages.IsOther(page.Text, part.Span, language))
            {
                part.As(BlockKind.Boilerplate, "other-language");
            }
        }
    }

    private static Block[] Blocks(Page page, MarkupPage? markup)
    {
        var repeats = Duplicates.Find(page);
        var blocks = new Block[page.Parts.Count];
        for (var i = 0; i < blocks.Length; i++)
        {
            var part = page.Parts[i];
            blocks[i] = new Block(part.Kind!.Value, part.Span, part.Rule, repeats[i], part.Paragraph) { Page = markup?.Blocks[part.Paragraph].Page };
        }

        return blocks;
    }

    private static string[] Flags(Page page, string language, bool undated, bool replaced)
    {
        var flags = new List<string>();
        void Add(bool holds, string flag)
        {
            if (holds)
            {
                flags.Add(flag);
            }
        }

        Add(replaced, "decoded_with_replacement");
        Add(page.IsLive, "live_blog");
        Add(undated, "no_publication_date");
        Add(language is not ("en" or "und"), "not_english");
        Add(IsPartial(page), "partial");
        return [.. flags];
    }

    // Begins or ends in mid-sentence, or ends in an ellipsis.
    private static bool IsPartial(Page page)
    {
        var last = page.Parts.FindLastIndex(p => p.Kind == BlockKind.Body);
        if (last < 0)
        {
            return false;
        }

        var first = page.Parts.Find(p => p.Kind == BlockKind.Body)!;
        var end = page.Parts[last].Span;
        var tail = end.Of(page.Text).TrimEnd("\"”’')]").ToString();
        var signed = last + 1 < page.Parts.Count && page.Parts[last + 1].Kind == BlockKind.Credit;
        return (!PageLines.EndsSentence(page.Text, end) && !signed)
            || tail.EndsWith('…') || tail.EndsWith("...", StringComparison.Ordinal)
            || (char.IsLower(page.Text[first.Span.Start]) && first.Rule == "paragraph");
    }
}
