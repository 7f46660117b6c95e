using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Annotations.Weapons;
using Dateline.Articles;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations;

/// <summary>
/// Reads the names of a report sentence by sentence: first all are looked up, so that a headline can be judged by what
/// comes after it; then people and organisations are taken out, then places decided, then weapons.
/// </summary>
internal sealed class NameReader(NameLexicon lexicon, ActorAnnotator actors, PlaceAnnotator places, TownReader towns, FacilityReader facilities, RoadReader roads, OpenNameReader openNames)
{
    private readonly NameMatcher matcher = new(lexicon);

    public (List<ActorMention> Actors, List<PlaceMention> Places, List<WeaponMention> Weapons) Read(Article article, IReadOnlyList<SentenceSyntax> syntaxes, IReadOnlyList<TimeExpression> times)
    {
        var matches = syntaxes.Select(s => matcher.Match(s.Sentence)).ToList();
        var anywhere = CountriesOf(matches);
        var countries = new CountryContext();
        var headline = false;
        var report = new ReportNames(article.Text, FiledCountry(article), article.Published?.Date, anywhere, BodiesOf(matches), [.. times.Select(t => t.Span)], r => Referred(r, countries, headline ? anywhere : null))
        {
            Countries = countries,
        };
        var known = towns.Survey(article.Text, syntaxes, matches);
        var knownRoads = new HashSet<string>(StringComparer.Ordinal);
        var (foundActors, foundPlaces, weapons) = (new List<ActorMention>(), new List<PlaceMention>(), new List<WeaponMention>());
        for (var i = 0; i < syntaxes.Count; i++)
        {
            headline = article.Blocks[syntaxes[i].Sentence.Block].Kind == BlockKind.Headline;
            var own = actors.Annotate(report, syntaxes[i], matches[i]);
            var taken = new bool[syntaxes[i].Sentence.Tokens.Count];
            own.ForEach(a => Take(syntaxes[i], a, taken));
            Func<int, bool> isTaken = t => taken[t];
            var here = places.Annotate(report, known.Places, syntaxes[i], towns.Merge(known, i, matches[i], isTaken), isTaken);
            facilities.Seat(syntaxes[i], own, here);
            here.ForEach(p => Take(syntaxes[i], p, taken));
            here.AddRange(facilities.Read(article.Text, syntaxes[i], isTaken));
            roads.Read(article.Text, syntaxes[i], isTaken, knownRoads, here);
            here.ForEach(p => Take(syntaxes[i], p, taken));
            here.AddRange([.. openNames.Read(article.Text, syntaxes[i], matches[i], times, isTaken, here)]);
            foundPlaces.AddRange(here.OrderBy(p => p.Span));
            own.AddRange(here.Where(StandsForState).Select(p => State(p, matches, foundActors, own)).OfType<ActorMention>().Where(a => !own.Exists(o => o.Span.Overlaps(a.Span))).ToList());
            own.Sort((a, b) => a.Span.CompareTo(b.Span));
            own.AddRange(actors.Refer(report, syntaxes[i], matches[i], own));
            foundActors.AddRange(own.OrderBy(a => a.Span));
            foreach (var time in times.Where(time => syntaxes[i].Sentence.Span.Contains(time.Span)))
            {
                Take(syntaxes[i], time, taken);
            }

            weapons.AddRange(WeaponAnnotator.Annotate(article.Text, syntaxes[i].Sentence, matches[i], isTaken));
        }

        return (foundActors, foundPlaces, weapons);
    }

    private static HashSet<string> BodiesOf(List<List<NameMatch>> matches)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in matches.SelectMany(m => m).SelectMany(m => m.Entries))
        {
            if (entry is OrganizationName { Organization.Actor: { Country: null, Id: { } id } })
            {
                named.Add(id);
            }
        }

        return named;
    }

    // people of a town who act, and a team, are no state
    private static bool StandsForState(PlaceMention place) =>
        place.Role == PlaceRole.Actor && !place.Rule.EndsWith(PlaceRoles.PeopleOf, StringComparison.Ordinal) && !place.Rule.EndsWith(PlaceAnnotator.InSport, StringComparison.Ordinal);

    private static HashSet<string> CountriesOf(List<List<NameMatch>> matches)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var match in matches.SelectMany(m => m))
        {
            string? only = null;
            var shared = false;
            foreach (var entry in match.Entries)
            {
                var code = entry switch
                {
                    PlaceName { Place.Precision: PlacePrecision.Country } name => name.Place.Country,
                    PlaceName { IsCapital: true } name => name.Place.Country,
                    OrganizationName name => name.Organization.Actor.Country,
                    _ => null,
                };
                shared |= only is not null && code is not null && !string.Equals(only, code, StringComparison.Ordinal);
                only ??= code;
            }

            if (only is not null && !shared)
            {
                named.Add(only);
            }
        }

        return named;
    }

    private string? FiledCountry(Article article)
    {
        if (article.Filed is not { } filed)
        {
            return null;
        }

        var tokens = TokenList.Over([.. lexicon.Tokenizer.Tokenize(filed.Place)]);
        return tokens.Count > 0 ? lexicon.Trie.LongestAt(tokens, 0)?.Values.OfType<PlaceName>().FirstOrDefault()?.Place.Country : null;
    }

    // "the North" wants its country named before; in a headline, anywhere in the report.
    private Place? Referred(CountryReference reference, CountryContext countries, HashSet<string>? anywhere) => reference switch
    {
        { Country: "" } => OnlyOne(reference.Needs, countries, anywhere) is { } one ? lexicon.Country(one) : null,
        { IsLastNamed: true } => countries.Last.Length > 0 ? lexicon.Country(countries.Last) : null,
        _ when reference.Needs.Any(n => countries.Count(n) > 0 || anywhere?.Contains(n) == true) => lexicon.Country(reference.Country),
        _ => null,
    };

    // "the South Asian nation": the one such country the report has named, when it has named just one.
    private static string? OnlyOne(IReadOnlyList<string> codes, CountryContext countries, HashSet<string>? anywhere)
    {
        string? only = null;
        foreach (var code in codes)
        {
            if (countries.Count(code) > 0 || anywhere?.Contains(code) == true)
            {
                if (only is not null)
                {
                    return null;
                }

                only = code;
            }
        }

        return only;
    }

    private static void Take(SentenceSyntax syntax, Annotation annotation, bool[] taken)
    {
        for (var i = syntax.Sentence.TokenAt(annotation.Span.Start); i < taken.Length && syntax.Sentence.Tokens[i].Start < annotation.Span.End; i++)
        {
            taken[i] = true;
        }
    }

    // A place that stands for its government is the state as an actor, whether the text says the country or its capital; "the
    // North", "the isolated country" go back to where it was named last.
    private ActorMention? State(PlaceMention place, List<List<NameMatch>> matches, List<ActorMention> before, List<ActorMention> here)
    {
        if (place.Place is { } seat && lexicon.BodyAt(seat.Id) is { } body && !matches.Exists(s => s.Exists(m => IsCountry(m, seat.Country))))
        {
            return new ActorMention(place.Span, place.Rule + "; the body seated there", body, null);
        }

        var country = place.Place?.Country is { } code ? lexicon.Country(code) : null;
        if (country is null)
        {
            return null;
        }

        var state = NameLexicon.State(country);
        var named = place.Rule.StartsWith("places.reference", StringComparison.Ordinal) ? Named(country, here, place.Span.Start) ?? Named(country, before, place.Span.Start) : null;
        return new ActorMention(place.Span, place.Rule, state, named?.Span, place.Form == NameForm.Demonym);
    }

    private static bool IsCountry(NameMatch match, string? country) =>
        match.As<PlaceName>() is { Place.Precision: PlacePrecision.Country } name && string.Equals(name.Place.Country, country, StringComparison.Ordinal);

    private static ActorMention? Named(Place country, List<ActorMention> mentions, int before) =>
        mentions.FindLast(a => a.Span.End <= before && a.RefersTo is null && a.Actor.Kind == ActorKind.State && string.Equals(a.Actor.Country, country.Country, StringComparison.Ordinal));
}
