using System.Buffers;
using Dateline.Annotations;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Annotations.Weapons;
using Dateline.Articles;
using Dateline.Checks;
using Dateline.Claims;
using Dateline.Documents;
using Dateline.Events;
using Dateline.Exports;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Benchmarks;

/// <summary>The rooms one by one, each over what the rooms before it made of the same reports.</summary>
internal sealed class Rooms
{
    private const int Together = 8; // as dateline read takes them
    private readonly Pipeline pipeline;
    private readonly ArticleReader articles;
    private readonly Text.TextReader texts;
    private readonly AnnotationReader annotations;
    private readonly ClaimReader claims;
    private readonly EventReader events;
    private readonly CheckRunner checks;
    private readonly ArrayBufferWriter<byte> page = new(1 << 20);
    private readonly ReadingJsonOptions json = new();
    private readonly List<Way> ways = [];

    public Rooms(IReadOnlyList<RawDocument> reports)
    {
        pipeline = new Pipeline(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder));
        (articles, texts, annotations, claims, events, checks) = pipeline.Rooms;
        foreach (var report in reports)
        {
            ways.Add(Follow(report));
        }
    }

    /// <summary>Reports in one round.</summary>
    public int Count => ways.Count;

    /// <summary>Name and work of every room, in the order of the way; the work is one round over all reports and returns how much was found.</summary>
    public IReadOnlyList<(string Name, Func<int> Round)> All =>
    [
        ("articles", Articles),
        ("text and tags", Texts),
        ("times", Times),
        ("quantities", Quantities),
        ("syntax", Syntax),
        ("names", Names),
        ("attributions", Attributions),
        ("claims and events", ClaimsAndEvents),
        ("checks", Checks),
        ("json", Json),
    ];

    public int Whole() => Sum(way => pipeline.Read(way.Document, new ReadOptions()).Events.Events.Count);

    public int WholeTogether() => ways.Chunk(Together).Sum(some => pipeline.Read([.. some.Select(w => w.Document)], new ReadOptions()).Sum(r => r.Events.Events.Count));

    public int Articles() => Sum(way => articles.Read(way.Document, way.Article.Text, false).Blocks.Count);

    public int Texts() => Sum(way => texts.Read(way.Article).Count);

    public int Times() => Sum(way => annotations.ReadTimes(way.Article, way.Sentences, false).Count);

    public int Quantities() => Sum(way => annotations.ReadQuantities(way.Article, way.Sentences, way.Found.Times).Quantities.Count);

    public int Syntax() => Sum(way => annotations.ReadSyntax(way.Article, way.Sentences, way.Found.Times, way.Found.Quantities).Count);

    public int Names() => Sum(way => annotations.ReadNames(way.Article, way.Syntaxes).Actors.Count);

    public int Attributions() => Sum(way => annotations.ReadAttributions(way.Article, way.Syntaxes, way.Found.Actors, way.Found.Places, way.Found.Times).Count);

    public int ClaimsAndEvents() => Sum(way => events.Read(way.Article, claims.Read(way.Article, way.Syntaxes, way.Found)).Events.Count);

    public int Checks() => Sum(way => checks.Run(new CheckInput(way.Article, way.Found, way.Happened)).Count);

    public int Json()
    {
        return Sum(way =>
        {
            page.ResetWrittenCount();
            ReadingJson.Write(page, way.Reading, json);
            return page.WrittenCount;
        });
    }

    private Way Follow(RawDocument document)
    {
        var reading = pipeline.Read(document, new ReadOptions());
        var article = articles.Read(document, reading.Article.Text, false);
        var sentences = texts.Read(article);
        var (found, syntaxes) = annotations.Read(article, sentences, false);
        var told = claims.Read(article, syntaxes, found);
        return new Way(document, article, sentences, found, syntaxes, events.Read(article, told), reading);
    }

    private int Sum(Func<Way, int> work)
    {
        var sum = 0;
        foreach (var way in ways)
        {
            sum += work(way);
        }

        return sum;
    }

    private sealed record Way(
        RawDocument Document,
        Article Article,
        IReadOnlyList<Sentence> Sentences,
        AnnotationSet Found,
        IReadOnlyList<SentenceSyntax> Syntaxes,
        EventSet Happened,
        Reading Reading);
}
