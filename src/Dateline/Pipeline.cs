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
        run = new RunInfo(typeof(Pipeline).Assembly.GetName().Version!.ToString(3), files.Hash);
        var vocabulary = new Vocabulary();
        var inflector = new Inflector(files);
        var words = new FunctionWords(files, vocabulary);
        articles = new ArticleReader(files);
        texts = new Text.TextReader(files, vocabulary, PerceptronTagger.Load(files));
        var names = new NameLexicon(files, vocabulary, texts.Tokenizer);
        annotations = new AnnotationReader(files, vocabulary, texts.Tokenizer, inflector, words, names);
        var codebook = new Codebook(files);
        claims = new ClaimReader(files, vocabulary, texts.Tokenizer, inflector, words, names, codebook);
        events = new EventReader(files, codebook);
        checks = new CheckRunner(files);
    }

    /// <summary>The rooms one by one, for whoever measures them.</summary>
    internal (ArticleReader Articles, Text.TextReader Texts, AnnotationReader Annotations, ClaimReader Claims, EventReader Events, CheckRunner Checks) Rooms =>
        (articles, texts, annotations, claims, events, checks);

    /// <summary>
    /// Reads one report, and the dated entries of a live blog as reports of their own (<c>SOURCE#1</c>, <c>SOURCE#2</c> …). Any bytes give
    /// a reading; what cannot be read shows in the article's flags.
    /// </summary>
    public Reading Read(RawDocument document, ReadOptions options)
    {
        var (text, replaced) = DocumentText.Of(document);
        var article = articles.Read(document, text, replaced);
        article = Text.TextReader.IsCut(article) ? article with { Flags = [.. article.Flags.Append("cut").Order(StringComparer.Ordinal)] } : article;
        var entries = articles.Entries(article).Select((entry, i) => ReadArticle(document with { Origin = string.Create(CultureInfo.InvariantCulture, $"{document.Origin}#{i + 1}") }, entry, options));
        return ReadArticle(document, article, options) with { Entries = [.. entries] };
    }

    private Reading ReadArticle(RawDocument document, Article article, ReadOptions options)
    {
        var sentences = article.IsEnglish ? texts.Read(article) : [];
        var (found, syntaxes) = annotations.Read(article, sentences, options.Narrative);
        var told = claims.Read(article, syntaxes, found);
        var happened = events.Read(article.Text, told);
        var findings = checks.Run(new CheckInput(article.Text, found, happened));
        return new Reading(run, document, article, sentences, found, told, happened, findings);
    }
}
