using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Annotations.Weapons;
using Dateline.Articles;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations;

/// <summary>Runs the annotators in their order: times, quantities, people and organisations, places, weapons, attributions.</summary>
public sealed class AnnotationReader
{
    private readonly ISyntax syntax;
    private readonly FunctionWords words;
    private readonly TimeAnnotator times;
    private readonly QuantityAnnotator quantities;
    private readonly NameLexicon lexicon;
    private readonly NameReader names;
    private readonly PlaceDistances distances;
    private readonly AttributionAnnotator attributions;

    /// <summary>Compiles the lexicons of every annotator.</summary>
    /// <exception cref="KnowledgeException">A row is wrong.</exception>
    public AnnotationReader(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector, FunctionWords words, NameLexicon names)
        : this(files, vocabulary, tokenizer, inflector, words, names, new ClauseReader(files, inflector, words))
    {
    }

    /// <summary>Compiles the lexicons of every annotator, over a syntax of choice.</summary>
    /// <exception cref="KnowledgeException">A row is wrong.</exception>
    public AnnotationReader(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector, FunctionWords words, NameLexicon names, ISyntax syntax)
    {
        (this.syntax, this.words) = (syntax, words);
        times = new TimeAnnotator(files, vocabulary, tokenizer);
        quantities = new QuantityAnnotator(files, vocabulary, tokenizer);
        lexicon = names;
        var relations = new PlaceRelations(files, vocabulary, tokenizer, inflector, words);
        distances = new PlaceDistances(relations);
        var hints = new PlaceHintReader(relations);
        var towns = new TownReader(names.Gazetteer, names, relations, new SportWords(files, vocabulary), hints);
        this.names = new NameReader(names, new ActorAnnotator(names, new ReferenceLexicon(files, vocabulary, tokenizer, inflector), vocabulary, words), new PlaceAnnotator(relations, names, towns, hints, words), towns, new FacilityReader(files, vocabulary, relations, towns), new RoadReader(files, vocabulary, relations, words), new OpenNameReader(relations, towns));
        attributions = new AttributionAnnotator(new CueLexicon(files, vocabulary, tokenizer, inflector), words);
    }

    /// <summary>Everything annotated in the sentences of one article.</summary>
    public (AnnotationSet Annotations, IReadOnlyList<SentenceSyntax> Syntaxes) Read(Article article, IReadOnlyList<Sentence> sentences, bool narrative) =>
        Read([(article, sentences)], narrative)[0];

    /// <summary>
    /// Everything annotated in the sentences of some articles, with their syntax, which must not cut through a time. One annotator after
    /// the other, each over all of the articles.
    /// </summary>
    public (AnnotationSet Annotations, IReadOnlyList<SentenceSyntax> Syntaxes)[] Read((Article Article, IReadOnlyList<Sentence> Sentences)[] reports, bool narrative)
    {
        var foundTimes = Array.ConvertAll(reports, r => ReadTimes(r.Article, r.Sentences, narrative));
        var figures = reports.Select((r, i) => ReadQuantities(r.Article, r.Sentences, foundTimes[i])).ToArray();
        var syntaxes = reports.Select((r, i) => ReadSyntax(r.Article, r.Sentences, foundTimes[i], figures[i].Quantities)).ToArray();
        var found = reports.Select((r, i) => ReadNames(r.Article, syntaxes[i], foundTimes[i])).ToArray();
        var foundPlaces = reports.Select((r, i) => distances.Measure(r.Article.Text, found[i].Places, figures[i].Quantities)).ToArray();
        var said = reports.Select((r, i) => ReadAttributions(r.Article, syntaxes[i], found[i].Actors, foundPlaces[i], foundTimes[i])).ToArray();
        return [.. reports.Select((_, i) => (new AnnotationSet(foundTimes[i], figures[i].Quantities, figures[i].Ordinals, foundPlaces[i], found[i].Actors, found[i].Weapons, said[i]), syntaxes[i]))];
    }

    // The steps.
    internal IReadOnlyList<TimeExpression> ReadTimes(Article article, IReadOnlyList<Sentence> sentences, bool narrative) =>
        times.Annotate(article.Text, sentences, new TimeContext(article.Published?.Date, article.Published?.Time, article.Published?.Zone, narrative));

    internal QuantityReading ReadQuantities(Article article, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> foundTimes) =>
        quantities.Annotate(article.Text, sentences, foundTimes);

    internal IReadOnlyList<Attribution> ReadAttributions(Article article, IReadOnlyList<SentenceSyntax> syntaxes, IReadOnlyList<ActorMention> foundActors, IReadOnlyList<PlaceMention> foundPlaces, IReadOnlyList<TimeExpression> foundTimes) =>
        attributions.Annotate(article, syntaxes, foundActors, foundPlaces, foundTimes);

    internal IReadOnlyList<SentenceSyntax> ReadSyntax(Article article, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> foundTimes, IReadOnlyList<Quantity> figures)
    {
        var syntaxes = new List<SentenceSyntax>(sentences.Count);
        var wholes = new List<TextSpan>();
        var begins = new List<int>();
        var (t, f) = (0, 0);
        foreach (var sentence in sentences)
        {
            wholes.Clear();
            begins.Clear();
            while (t < foundTimes.Count && foundTimes[t].Span.End <= sentence.Span.Start)
            {
                t++;
            }

            for (var i = t; i < foundTimes.Count && foundTimes[i].Span.Start < sentence.Span.End; i++)
            {
                if (sentence.Span.Contains(foundTimes[i].Span))
                {
                    wholes.Add(foundTimes[i].Span);
                }
            }

            for (; f < figures.Count && figures[f].Span.Start < sentence.Span.End; f++)
            {
                if (figures[f].SiUnit is not null)
                {
                    begins.Add(figures[f].Span.Start);
                }
            }

            var tagged = lexicon.Retag(sentence);
            AddGifts(tagged.Tokens, begins);
            syntaxes.Add(syntax.Read(article.Text, tagged, new SentenceHints(wholes, begins)));
        }

        return syntaxes;
    }

    // "sent Ukraine 31 tanks": behind a verb of giving and the name of a state begins what is given
    private void AddGifts(TokenList tokens, List<int> begins)
    {
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (tokens[i].Tag == PartOfSpeech.Verb && words.Is(tokens[i], "giving") && lexicon.Trie.LongestAt(tokens, i + 1) is { } match && match.After < tokens.Count
                && match.Values.Any(v => v is PlaceName { Form: NameForm.Name } name && (name.IsCapital || name.Place.Precision == PlacePrecision.Country)))
            {
                begins.Add(tokens[match.After].Start);
            }
        }
    }

    internal (List<ActorMention> Actors, List<PlaceMention> Places, List<WeaponMention> Weapons) ReadNames(Article article, IReadOnlyList<SentenceSyntax> syntaxes, IReadOnlyList<TimeExpression>? foundTimes = null) =>
        names.Read(article, syntaxes, foundTimes ?? []);
}
