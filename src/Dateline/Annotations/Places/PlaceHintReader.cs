using Dateline.Annotations.Names;
using Dateline.Text;

namespace Dateline.Annotations.Places;

/// <summary>Reads what stands beside a name and tells which place is meant: the wider place behind a comma or "in", whose it is, the word "region".</summary>
internal sealed class PlaceHintReader(PlaceRelations relations)
{
    /// <summary>What stands beside a name and tells which place is meant.</summary>
    public PlaceHint Read(TokenList tokens, IReadOnlyList<NameMatch> matches, int m)
    {
        var match = matches[m];
        var container = ContainerAround(tokens, matches, m) ?? PlaceHint.None;
        var holds = m > 0 && matches[m - 1].After == match.First - 1 && (tokens[match.First - 1].Kind == TokenKind.Punctuation || relations.IsHolder(tokens[match.First - 1])); // "Wonsan, North Korea", "Fort Stewart in Georgia"
        return container with { Division = IsDivision(tokens, matches, m), Inner = holds ? [.. matches[m - 1].Entries.OfType<PlaceName>().Select(n => n.Place)] : [] };
    }

    /// <summary>True when the token at an index says that a division is meant.</summary>
    public bool IsDivisionWord(TokenList tokens, int at) => at >= 0 && at < tokens.Count && relations.IsDivisionWord(tokens[at]);

    /// <summary>"X, Y", "X in Y": the countries and divisions Y may be, or null.</summary>
    public PlaceHint? Container(TokenList tokens, int after, int next, IReadOnlyList<NameEntry> entries, IReadOnlyList<NameEntry> inner) =>
        next == after + 1 && after < tokens.Count && (tokens[after].Kind == TokenKind.Punctuation || relations.IsHolder(tokens[after])) && Wider(entries, inner) is { } wider
            ? wider with { IsHeld = tokens[after].Kind != TokenKind.Punctuation }
            : null;

    // "Kursk region", "the province of Kursk", "the Voronezh and Lipetsk regions", "the regions of Voronezh and Lipetsk"
    private bool IsDivision(TokenList tokens, IReadOnlyList<NameMatch> matches, int m)
    {
        if (IsDivisionWord(tokens, matches[m].After) || IsDivisionWord(tokens, matches[m].First - 2, matches[m].First))
        {
            return true;
        }

        var last = m;
        while (last + 1 < matches.Count && IsListed(tokens, matches[last].After, matches[last + 1].First))
        {
            last++;
        }

        if (last > m && IsDivisionWord(tokens, matches[last].After) && tokens[matches[last].After].Form == WordForm.Plural)
        {
            return true;
        }

        var first = m;
        while (first > 0 && IsListed(tokens, matches[first - 1].After, matches[first].First))
        {
            first--;
        }

        return first < m && IsDivisionWord(tokens, matches[first].First - 2, matches[first].First) && tokens[matches[first].First - 2].Form == WordForm.Plural;
    }

    private bool IsDivisionWord(TokenList tokens, int at, int name) => IsDivisionWord(tokens, at) && relations.EndingAt(tokens, name) is not null;

    // nothing but commas and conjunctions between two names
    private static bool IsListed(TokenList tokens, int after, int first)
    {
        for (var t = after; t < first; t++)
        {
            if (tokens[t].Kind != TokenKind.Punctuation && tokens[t].Tag != PartOfSpeech.CoordinatingConjunction)
            {
                return false;
            }
        }

        return first > after && first - after <= 2;
    }

    // "X, Y", "X, northern Y", "X in the Y region", "Y's X"
    private PlaceHint? ContainerAround(TokenList tokens, IReadOnlyList<NameMatch> matches, int m)
    {
        var match = matches[m];
        if (m + 1 < matches.Count && matches[m + 1].First - match.After is > 0 and <= 4)
        {
            var next = relations.DirectionBefore(tokens, matches[m + 1].First)?.First ?? matches[m + 1].First;
            next -= next > match.After + 1 && tokens[next - 1].Tag == PartOfSpeech.Determiner ? 1 : 0;
            if (Container(tokens, match.After, next, matches[m + 1].Entries, match.Entries) is { } behind)
            {
                return behind;
            }
        }

        if (m == 0 || matches[m - 1].After != match.First - 1 || !tokens[match.First - 1].Is(TokenShape.Clitic))
        {
            return null;
        }

        var owner = Wider(matches[m - 1].Entries, match.Entries);
        return matches[m - 1].As<PlaceName>()?.Place is { Precision: PlacePrecision.City } town ? (owner ?? PlaceHint.None) with { Owner = town } : owner;
    }

    // The countries and divisions a name may be that holds another; a name does not hold itself ("in Uri, Uri sector").
    private static PlaceHint? Wider(IReadOnlyList<NameEntry> entries, IReadOnlyList<NameEntry> inner)
    {
        var (countries, divisions) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        PlaceName? likeliest = null;
        foreach (var entry in entries)
        {
            if (entry is not PlaceName { Form: not (NameForm.Adjective or NameForm.Demonym), Place: { Country: { } country } place } name)
            {
                continue;
            }

            likeliest = likeliest is null || PlaceResolver.Prior(name) > PlaceResolver.Prior(likeliest) ? name : likeliest;
            if (place.Precision == PlacePrecision.Country)
            {
                countries.Add(country);
            }
            else if (place is { Level: 1, Division: { } division } && !inner.Contains(entry))
            {
                divisions.Add(division);
            }
        }

        if (countries.Count + divisions.Count == 0)
        {
            return null;
        }

        var surely = likeliest!.Place.Precision == PlacePrecision.Country || likeliest.Place.Level == 1;
        return new PlaceHint(countries, divisions, false) { Outer = surely ? [.. entries.OfType<PlaceName>().Select(n => n.Place).Where(p => p.Precision == PlacePrecision.Country || p.Level == 1)] : null };
    }
}
