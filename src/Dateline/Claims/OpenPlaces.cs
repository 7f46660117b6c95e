using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>
/// Makes places of names no gazetteer has ("the village of Knockhill in Fife"): by name, without coordinates, with the country the words
/// beside them give or none. A happening in a village nobody mapped is still a happening in that village.
/// </summary>
internal static class OpenPlaces
{
    /// <summary>Kind of a place no gazetteer has.</summary>
    public const string Kind = "spot";

    // How far behind a name its container may stand: "Knockhill, a mining town in the northern part of the country".
    private const int Reach = 10; // tokens

    private const string Facility = "places.facility";

    private const string Within = "in "; // how relations inside a country begin

    /// <summary>The places of a report, open names among them made places of their own; the same list where there is none.</summary>
    public static IReadOnlyList<PlaceMention> Read(string text, IReadOnlyList<SentenceSyntax> sentences, IReadOnlyList<PlaceMention> places)
    {
        if (!places.Any(IsOpen))
        {
            return places;
        }

        var countries = new Dictionary<string, string>(StringComparer.Ordinal);
        var read = places.ToList();
        var sentence = 0;
        for (var i = 0; i < read.Count; i++)
        {
            if (!IsOpen(read[i]))
            {
                continue;
            }

            while (sentence + 1 < sentences.Count && sentences[sentence].Sentence.Span.End <= read[i].Span.Start)
            {
                sentence++;
            }

            var name = read[i].Span.In(text);
            if (CountryOf(sentences[sentence], places, i) is { } country)
            {
                countries.TryAdd(name, country);
            }

            var precision = read[i].Rule.StartsWith(Facility, StringComparison.Ordinal) ? PlacePrecision.Point : PlacePrecision.City;
            read[i] = read[i] with { Place = new Place("", name, Kind, countries.GetValueOrDefault(name), [], null, null, precision) };
        }

        AddRepeats(text, sentences, read);
        return read;
    }

    // "shelled Knockhill", once "the village of Knockhill" was named: the name is the place wherever something is done to it or at it
    private static void AddRepeats(string text, IReadOnlyList<SentenceSyntax> sentences, List<PlaceMention> read)
    {
        var known = read.FindAll(p => p.Place is { IsOpen: true, Precision: PlacePrecision.City });
        var added = false;
        foreach (var open in known.DistinctBy(p => p.Place!.Name, StringComparer.Ordinal))
        {
            foreach (var syntax in sentences.SkipWhile(s => s.Sentence.Span.End <= open.Span.End))
            {
                for (var i = 1; i < syntax.Sentence.Tokens.Count; i++)
                {
                    var span = new TextSpan(syntax.Sentence.Tokens[i].Start, Math.Min(text.Length, syntax.Sentence.Tokens[i].Start + open.Span.Length));
                    if (syntax.Sentence.Tokens[i].IsCapitalised && syntax.Sentence.Tokens[i - 1].Tag is PartOfSpeech.Adposition or PartOfSpeech.Verb && span.Of(text).SequenceEqual(open.Place!.Name) && !read.Exists(p => p.Span.Overlaps(span)))
                    {
                        read.Add(open with { Span = span, Rule = open.Rule + "; named before" });
                        added = true;
                    }
                }
            }
        }

        if (added)
        {
            read.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        }
    }

    private static bool IsOpen(PlaceMention mention) => mention is { Place: null, Role: PlaceRole.Place, Form: NameForm.Name };

    // "Knockhill in northern Fife"; "Fife's Knockhill"
    private static string? CountryOf(SentenceSyntax syntax, IReadOnlyList<PlaceMention> places, int at)
    {
        var tokens = syntax.Sentence.Tokens;
        var (first, last) = (syntax.Sentence.TokenAt(places[at].Span.Start), syntax.Sentence.TokenAt(places[at].Span.End - 1));
        if (at + 1 < places.Count && syntax.Sentence.Span.Contains(places[at + 1].Span) && Holds(places[at + 1]) is { } country)
        {
            var next = syntax.Sentence.TokenAt(places[at + 1].Span.Start);
            if (next - last <= Reach && !Enumerable.Range(last + 1, Math.Max(0, next - last - 1)).Any(t => tokens[t].Tag == PartOfSpeech.CoordinatingConjunction || syntax.ClauseAt(t) is >= 0 and var c && !syntax.Clauses[c].Verb.Participle))
            {
                return country;
            }
        }

        return at > 0 && first > 0 && tokens[first - 1].Is(TokenShape.Clitic) && syntax.Sentence.Span.Contains(places[at - 1].Span) && syntax.Sentence.TokenAt(places[at - 1].Span.End) >= first - 2 ? places[at - 1].Place?.Country : null;
    }

    private static string? Holds(PlaceMention wide) =>
        wide is { Place: { Precision: not PlacePrecision.Point, Country: { } country } place, Role: not PlaceRole.Actor } && (wide.Relation is null || (place.Precision == PlacePrecision.Country && wide.Relation.StartsWith(Within, StringComparison.Ordinal))) ? country : null; // near a border it may lie on either side
}
