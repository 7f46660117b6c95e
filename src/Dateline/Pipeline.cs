using System.Globalization;
using Dateline.Annotations;
using Dateline.Annotations.Names;
using Dateline.Articles;
using Dateline.Checks;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Events;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline;

/// <summary>
/// The whole way of a report, one room after the other; each arrow is a pure function. Built once over a data folder,
/// then safe for many threads.
/// </summary>
public sealed class Pipeline
{
    private readonly RunInfo run;
    private readonly ArticleReader articles;
    private readonly Text.TextReader texts;
    private readonly AnnotationReader annotations;
    private readonly ClaimReader claims;
    private readonly EventReader events;
    private readonly CheckRunner checks;

    /// <summary>Compiles the knowledge of every room.</summary>
    /// <exception cref="KnowledgeException">A data file is missing or wrong; the message names file and line.</exception>
    public Pipeline(KnowledgeFiles files)
    {
        run = RunInfo.Of(files);
        var vocabulary = new Vocabulary();
        var inflector = new Inflector(files);
        var words = new FunctionWords(files, vocabulary);
        articles = new ArticleReader(files);
        texts = new Text.TextReader(files, vocabulary, PerceptronTagger.Load(files));
        var names = new NameLexicon(files, vocabulary, texts.Tokenizer);
        annotations = new AnnotationReader(files, vocabulary, texts.Tokenizer, inflector, words, names);
        var codebook = new Codebook(files);
        claims = new ClaimReader(files, vocabulary, texts.Tokenizer, inflector, words, names, codebook);
        events = new EventReader(files, codebook, names);
        checks = new CheckRunner(files);
    }

    /// <summary>The rooms one by one, for whoever measures them.</summary>
    internal (ArticleReader Articles, Text.TextReader Texts, AnnotationReader Annotations, ClaimReader Claims, EventReader Events, CheckRunner Checks) Rooms =>
        (articles, texts, annotations, claims, events, checks);

    /// <summary>
    /// Reads one report, and the dated entries of a live blog as reports of their own (<c>SOURCE#1</c>, <c>SOURCE#2</c> …). Any bytes give
    /// a reading; what cannot be read shows in the article's flags.
    /// </summary>
    public Reading Read(RawDocument document, ReadOptions options) => Read([document], options)[0];

    /// <summary>
    /// Reads some reports, with the same result as one by one, in their order. All of them pass one room before the first enters the
    /// next: the program is larger than a processor's near memory, and so each room is fetched once for all of them.
    /// </summary>
    public IReadOnlyList<Reading> Read(IReadOnlyList<RawDocument> documents, ReadOptions options)
    {
        var reports = new List<(RawDocument Document, Article Article)>(documents.Count);
        var entries = new List<(int Of, RawDocument Document, Article Article)>();
        foreach (var document in documents)
        {
            var article = articles.Read(document, DocumentText.Of(document));
            article = Text.TextReader.IsCut(article) ? article with { Flags = [.. article.Flags.Append("cut").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] } : article;
            entries.AddRange(articles.Entries(article).Select((entry, i) => (reports.Count, document with { Origin = string.Create(CultureInfo.InvariantCulture, $"{document.Origin}#{i + 1}") }, entry)));
            reports.Add((document, article));
        }

        var readings = ReadArticles([.. reports, .. entries.Select(e => (e.Document, e.Article))], options);
        return [.. readings.Take(reports.Count).Select((reading, i) => reading with { Entries = [.. readings.Skip(reports.Count).Where((_, e) => entries[e].Of == i)] })];
    }

    /// <summary>Times, figures, places and names of a phrase that is no report.</summary>
    /// <param name="phrase">The words.</param>
    /// <param name="today">What "yesterday" and dates without a year are counted from, or null.</param>
    public AnnotationSet Annotate(string phrase, NodaTime.LocalDate? today = null)
    {
        var published = today is { } day ? new PublicationDate(day, null, null, "argument", null) : null;
        var article = new Article(phrase, [new Block(BlockKind.Body, new TextSpan(0, phrase.Length), "phrase", null, 0)], null, null, "en", null, [], published, null, []);
        return annotations.Read(article, texts.Read(article), narrative: false).Annotations;
    }

    private Reading[] ReadArticles((RawDocument Document, Article Article)[] reports, ReadOptions options)
    {
        var sentences = Array.ConvertAll(reports, r => r.Article.IsEnglish ? texts.Read(r.Article) : []);
        var found = annotations.Read([.. reports.Select((r, i) => (r.Article, sentences[i]))], options.Narrative);
        var told = reports.Select((r, i) => claims.Read(r.Article, found[i].Syntaxes, found[i].Annotations)).ToArray();
        var happened = reports.Select((r, i) => events.Read(r.Article, told[i])).ToArray();
        return [.. reports.Select((r, i) =>
        {
            var findings = checks.Run(new CheckInput(r.Article, found[i].Annotations, happened[i]));
            return new Reading(run, r.Document, r.Article, sentences[i], found[i].Annotations, told[i], happened[i], findings);
        })];
    }
}
