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
    private const string LastNamed = "*";

    private readonly ClauseReader clauses;
    private readonly TimeAnnotator times;
    private readonly QuantityAnnotator quantities;
    private readonly NameLexicon names;
    private readonly NameMatcher matcher;
    private readonly ActorAnnotator actors;
    private readonly PlaceAnnotator places;
    private readonly AttributionAnnotator attributions;

    /// <summary>Compiles the lexicons of every annotator.</summary>
    /// <exception cref="KnowledgeException">A row is wrong.</exception>
    public AnnotationReader(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector, FunctionWords words, NameLexicon names)
    {
        clauses = new ClauseReader(words);
        this.names = names;
        times = new TimeAnnotator(files, vocabulary, tokenizer);
        quantities = new QuantityAnnotator(files, vocabulary, tokenizer);
        matcher = new NameMatcher(names);
        actors = new ActorAnnotator(names, vocabulary, words);
        places = new PlaceAnnotator(new PlaceRelations(files, vocabulary, tokenizer));
        attributions = new AttributionAnnotator(new CueLexicon(files, vocabulary, tokenizer, inflector), words);
    }

    /// <summary>Everything annotated in the sentences of an article, with their syntax, which must not cut through a time.</summary>
    public (AnnotationSet Annotations, IReadOnlyList<SentenceSyntax> Syntaxes) Read(Article article, IReadOnlyList<Sentence> sentences, bool narrative)
    {
        var foundTimes = ReadTimes(article, sentences, narrative);
        var figures = ReadQuantities(article, sentences, foundTimes);
        var syntaxes = ReadSyntax(sentences, foundTimes);
        var (foundActors, foundPlaces, weapons) = ReadNames(article, syntaxes);
        var said = ReadAttributions(article, syntaxes, foundActors, foundPlaces, foundTimes);
        return (new AnnotationSet(foundTimes, figures.Quantities, figures.Ordinals, foundPlaces, foundActors, weapons, said), syntaxes);
    }

    // The steps, for the benchmarks.
    internal IReadOnlyList<TimeExpression> ReadTimes(Article article, IReadOnlyList<Sentence> sentences, bool narrative) =>
        times.Annotate(article.Text, sentences, new TimeContext(article.Published?.Date, article.Published?.Time, article.Published?.Zone, narrative));

    internal QuantityReading ReadQuantities(Article article, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> foundTimes) =>
        quantities.Annotate(article.Text, sentences, foundTimes);

    internal IReadOnlyList<Attribution> ReadAttributions(Article article, IReadOnlyList<SentenceSyntax> syntaxes, IReadOnlyList<ActorMention> foundActors, IReadOnlyList<PlaceMention> foundPlaces, IReadOnlyList<TimeExpression> foundTimes) =>
        attributions.Annotate(article, syntaxes, foundActors, foundPlaces, foundTimes);

    internal IReadOnlyList<SentenceSyntax> ReadSyntax(IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> foundTimes)
    {
        var syntaxes = new List<SentenceSyntax>(sentences.Count);
        var wholes = new List<TextSpan>();
        var t = 0;
        foreach (var sentence in sentences)
        {
            wholes.Clear();
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

            syntaxes.Add(clauses.Read(sentence, wholes));
        }

        return syntaxes;
    }

    internal (List<ActorMention> Actors, List<PlaceMention> Places, List<WeaponMention> Weapons) ReadNames(Article article, IReadOnlyList<SentenceSyntax> syntaxes)
    {
        var state = new ReportActors();
        var countries = new CountryContext();
        var filedCountry = FiledCountry(article);
        var foundActors = new List<ActorMention>();
        var foundPlaces = new List<PlaceMention>();
        var weapons = new List<WeaponMention>();
        foreach (var syntax in syntaxes)
        {
            var matches = matcher.Match(syntax.Sentence);
            var own = actors.Annotate(article.Text, syntax, matches, state, countries, filedCountry, article.Published?.Date);
            var taken = Taken(syntax, own);
            var here = places.Annotate(syntax, matches, taken, m => Reference(m, countries), countries).ToList();
            foundPlaces.AddRange(here);
            own.AddRange(here.Where(p => p.Role == PlaceRole.Actor).Select(State).OfType<ActorMention>().Where(a => !own.Exists(o => o.Span.Overlaps(a.Span))));
            foundActors.AddRange(own.OrderBy(a => a.Span));
            weapons.AddRange(WeaponAnnotator.Annotate(syntax.Sentence, matches));
        }

        return (foundActors, foundPlaces, weapons);
    }

    private string? FiledCountry(Article article)
    {
        if (article.Filed is not { } filed)
        {
            return null;
        }

        var tokens = names.Tokenizer.Tokenize(filed.Place);
        return tokens.Count > 0 ? names.Trie.LongestAt(tokens, 0)?.Values.OfType<PlaceName>().FirstOrDefault()?.Place.Country : null;
    }

    private Place? Reference(NameMatch match, CountryContext countries) =>
        match.As<CountryReference>() switch
        {
            { Country: LastNamed } => countries.Named.Count > 0 ? names.Country(countries.Last) : null,
            { } reference when countries.Count(reference.Needs) > 0 => names.Country(reference.Country),
            _ => null,
        };

    private static Func<int, bool> Taken(SentenceSyntax syntax, List<ActorMention> own)
    {
        var taken = new bool[syntax.Sentence.Tokens.Count];
        foreach (var actor in own)
        {
            for (var i = syntax.Sentence.TokenAt(actor.Span.Start); i < taken.Length && syntax.Sentence.Tokens[i].Start < actor.Span.End; i++)
            {
                taken[i] = true;
            }
        }

        return i => taken[i];
    }

    // A place that stands for its government is the state as an actor, whether the text says the country or its capital.
    private ActorMention? State(PlaceMention place)
    {
        var country = place.Place?.Country is { } code ? names.Country(code) : null;
        return country is null ? null : new ActorMention(place.Span, place.Rule, NameLexicon.State(country), null, place.Form == NameForm.Demonym);
    }
}
