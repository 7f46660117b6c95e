using System.Globalization;
using Dateline.Annotations.Names;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>
/// Joins the compiled gazetteer to the names of our own tables: once over the whole report to see what it names of the
/// world and which names are places at all, then sentence by sentence where no person or organisation has taken the words.
/// </summary>
internal sealed class TownReader(Gazetteer gazetteer, NameLexicon lexicon, PlaceRelations relations, SportWords sport, PlaceHintReader hints)
{
    private const int MostCandidates = 16;
    private const double SamePlaceKm = 60;
    private const double SameRegionKm = 400;
    private const double SameStateKm = 1500; // two ways to take the middle of a large one
    private const double LeastShare = 0.05;
    private const double Certain = 0.9;

    private readonly TownMatcher matcher = new(gazetteer);
    private readonly TownEvidence evidence = new(relations, new TownMatcher(gazetteer));

    /// <summary>Looks through a whole report.</summary>
    /// <param name="text">The report.</param>
    /// <param name="syntaxes">Its sentences.</param>
    /// <param name="matches">What our own tables find in each.</param>
    public ReportTowns Survey(string text, IReadOnlyList<SentenceSyntax> syntaxes, IReadOnlyList<List<NameMatch>> matches)
    {
        var report = new ReportTowns(new ReportPlaces(sport.IsReport(syntaxes)), syntaxes.Count);
        for (var i = 0; i < syntaxes.Count; i++)
        {
            AddCountries(report.Places, matches[i]);
            report.Towns[i] = matcher.Match(text, syntaxes[i].Sentence).FindAll(t => Fits(t, matches[i]));
        }

        for (var i = 0; i < syntaxes.Count; i++)
        {
            AddDivisions(report, syntaxes[i].Sentence, matches[i], report.Towns[i]);
        }

        for (var i = 0; i < syntaxes.Count; i++)
        {
            Weigh(text, report, syntaxes[i], matches[i], i);
        }

        for (var i = 0; i < syntaxes.Count; i++)
        {
            AddAnchors(report, syntaxes[i].Sentence, matches[i], i);
        }

        return report;
    }

    /// <summary>The names of one sentence with those of the gazetteer among them.</summary>
    /// <param name="report">What the survey found.</param>
    /// <param name="index">Number of the sentence.</param>
    /// <param name="matches">What our own tables find in it.</param>
    /// <param name="isTaken">True for tokens that belong to a person or organisation.</param>
    public List<NameMatch> Merge(ReportTowns report, int index, List<NameMatch> matches, Func<int, bool> isTaken)
    {
        List<NameMatch>? merged = null;
        foreach (var town in report.Towns[index])
        {
            if (!report.IsPlace(index, town) || IsTaken(town, isTaken))
            {
                continue;
            }

            merged ??= [.. matches];
            var own = merged.Find(m => m.First == town.First && m.After == town.After);
            merged.RemoveAll(m => m.First < town.After && town.First < m.After);
            merged.Add(new NameMatch(town.First, town.After, EntriesOf(report, town, own)));
        }

        merged?.Sort((a, b) => a.First.CompareTo(b.First));
        return merged ?? matches;
    }

    /// <summary>True for a word that is also a common English word: Police, Health.</summary>
    public bool IsCommonWord(string text, Token token) => (matcher.FlagsOf(text, token) & NameFlags.CommonWord) != NameFlags.None;

    /// <summary>True for a word that people are called by: Smith, Paris.</summary>
    public bool IsPersonalName(string text, Token token) => (matcher.FlagsOf(text, token) & NameFlags.GivenName) != NameFlags.None;

    /// <summary>The rows of a name that a word beside it calls a region ("Deir ez-Zor Province"), with the division its town is the seat of when no row is one.</summary>
    public List<PlaceName> WithDivision(List<PlaceName> named)
    {
        if (named.Exists(n => n.Place.Precision == PlacePrecision.Region) || named.Find(n => n.Place is { Precision: PlacePrecision.City, Row: < 0 }) is not { } seat)
        {
            return named;
        }

        foreach (var name in lexicon.NamesOf(seat.Place))
        {
            if (gazetteer.Find(GazetteerKey.Of(name)) is not { } known)
            {
                continue;
            }

            for (var n = 0; n < Math.Min(known.Count, MostCandidates); n++)
            {
                var (row, _) = gazetteer.Candidate(known, n);
                var place = gazetteer.Place(row);
                if (place.Precision == PlacePrecision.Region && string.Equals(place.Country, seat.Place.Country, StringComparison.Ordinal) && PlaceResolver.Distance(place, seat.Place) is < SameRegionKm)
                {
                    return [.. named, new PlaceName(WhereOf(row), NameCase.Capital, OwnRegion(place), NameForm.Name, false) { Key = known.First }];
                }
            }
        }

        return named;
    }

    /// <summary>True for a given name before a surname: "Georgia Meloy", "Jordan Miles".</summary>
    public bool IsGivenNameOf(string text, Sentence sentence, IReadOnlyList<NameMatch> matches, int m)
    {
        var tokens = sentence.Tokens;
        var (first, after) = (matches[m].First, matches[m].After);
        if (after - first > 1 || after >= tokens.Count || tokens[after] is not { Kind: TokenKind.Word, IsCapitalised: true } || tokens[after].Is(TokenShape.Clitic) || tokens[after].Is(TokenShape.AllCaps)
            || NameMatcher.IsAllCapitals(tokens) || (m + 1 < matches.Count && matches[m + 1].First == after && matches[m + 1].Entries.Any(e => e is not PlaceName)))
        {
            return false;
        }

        var located = first > 0 && relations.RoleAfter(tokens, first - 1) == PlaceRole.Place;
        var next = matcher.FlagsOf(text, tokens[after]);
        var surname = tokens[after].Tag == PartOfSpeech.ProperNoun || (next & NameFlags.GivenName) != NameFlags.None;
        return surname && !located && (matcher.FlagsOf(text, tokens[first]) & NameFlags.GivenName) != NameFlags.None && (next & (NameFlags.CommonWord | NameFlags.GivenName)) != NameFlags.CommonWord
            && relations.AfterNoun(tokens, after) == after;
    }

    private static bool IsTaken(TownMatch town, Func<int, bool> isTaken)
    {
        for (var t = town.First; t < town.After; t++)
        {
            if (isTaken(t))
            {
                return true;
            }
        }

        return false;
    }

    // A town gives way to a longer name of ours, to one that overlaps it, and to any that is no place.
    private static bool Fits(TownMatch town, List<NameMatch> matches)
    {
        foreach (var match in matches)
        {
            if (match.First >= town.After || match.After <= town.First)
            {
                continue;
            }

            var inside = town.First <= match.First && match.After <= town.After;
            var place = match.Entries.Any(e => e is PlaceName { Form: NameForm.Name });
            var same = match.First == town.First && match.After == town.After;
            if (!inside || (same ? !place : match.As<PersonName>() is not null || match.As<OrganizationName>() is not null))
            {
                return false;
            }
        }

        return true;
    }

    private void AddCountries(ReportPlaces places, List<NameMatch> matches)
    {
        foreach (var match in matches)
        {
            Place? only = null;
            var shared = false;
            foreach (var entry in match.Entries)
            {
                if (entry is PlaceName { Place: { Precision: PlacePrecision.Country or PlacePrecision.Region, Country: { } code } } && lexicon.Country(code) is { } state)
                {
                    shared |= only is not null && only != state;
                    only = state;
                }
            }

            if (only is not null && !shared)
            {
                places.AddCountry(only);
            }

            if (match.Entries is [PlaceName { Form: NameForm.Name, Place.Precision: PlacePrecision.Area } sure])
            {
                places.Name(sure.Place.Id);
            }
        }
    }

    private void AddDivisions(ReportTowns report, Sentence sentence, List<NameMatch> matches, List<TownMatch> towns)
    {
        foreach (var town in towns)
        {
            var own = matches.Find(m => m.First == town.First && m.After == town.After);
            var names = EntriesOf(report, town, own).OfType<PlaceName>().ToList();
            var best = names.MaxBy(PlaceResolver.Prior);
            if (best is { Place: { Level: 1, Division: { } code } region, Form: NameForm.Name } && !best.IsAlternate)
            {
                var rival = names.Where(n => n != best).Select(PlaceResolver.Prior).DefaultIfEmpty(0).Max();
                if (PlaceResolver.Prior(best) > rival || relations.IsDivisionWord(town.After < sentence.Tokens.Count ? sentence.Tokens[town.After] : default))
                {
                    report.Places.AddDivision(code, town.Name.First);
                    if (region.Country is { } country && lexicon.Country(country) is { } state)
                    {
                        report.Places.AddCountry(state);
                    }
                }
            }
        }
    }

    private void Weigh(string text, ReportTowns report, SentenceSyntax syntax, List<NameMatch> matches, int index)
    {
        var towns = report.Towns[index];
        var tokens = syntax.Sentence.Tokens;
        var capitals = NameMatcher.IsAllCapitals(tokens);
        for (var t = 0; t < towns.Count; t++)
        {
            var own = matches.Find(m => m.First == towns[t].First && m.After == towns[t].After);
            if (own is not null)
            {
                report.Weights[(index, towns[t].First)] = double.MaxValue;
                continue;
            }

            var names = EntriesOf(report, towns[t], null).OfType<PlaceName>().ToList();
            var container = ContainerBehind(report, tokens, matches, towns, t);
            var inside = container is null ? [] : names.FindAll(n => IsInside(n.Place, container));
            var known = names.Exists(n => n.Place.Country is { } c && report.Places.CountryCount(c) > 0);
            var holds = HoldsTownBefore(report, tokens, matches, towns, t);
            var best = inside.FirstOrDefault() ?? names[0];
            var direction = towns[t].After == towns[t].First + 1 && relations.IsDirection(tokens, towns[t].First, towns[t].After) && !hints.IsDivisionWord(tokens, towns[t].After); // "in West and North Darfur"
            var weight = direction || (best.Form == NameForm.Abbreviation && !IsAbbreviated(tokens, towns[t]))
                ? TownEvidence.Against
                : evidence.Weigh(text, syntax, matches, towns[t], best, inside.Count > 0 || holds, known, capitals, report.Places.IsSport);
            report.Weights[(index, towns[t].First)] = weight;
            report.Note(towns[t].Name.First, weight);
        }
    }

    private void AddAnchors(ReportTowns report, Sentence sentence, List<NameMatch> matches, int index)
    {
        var towns = report.Towns[index];
        for (var t = 0; t < towns.Count; t++)
        {
            if (!report.IsPlace(index, towns[t]))
            {
                continue;
            }

            var own = matches.Find(m => m.First == towns[t].First && m.After == towns[t].After);
            var names = EntriesOf(report, towns[t], own).OfType<PlaceName>().Where(IsAnchor).ToList();
            if (ContainerBehind(report, sentence.Tokens, matches, towns, t) is { } container && names.FindAll(n => IsInside(n.Place, container)) is { Count: > 0 } inside)
            {
                names = inside;
                report.Places.Contain(towns[t].Name.First, inside.MaxBy(PlaceResolver.Prior)!.Place.Id);
            }

            if (names.Count > 0)
            {
                var shares = Shares(report.Places, names);
                report.Places.AddAnchor(towns[t].Name.First, shares);
                if (shares is [({ Country: { } country }, > Certain)])
                {
                    report.Places.AddTown(country);
                }
            }
        }
    }

    private static bool IsAnchor(PlaceName name) => name.Place.Latitude is not null && (name.Place.Precision is PlacePrecision.City or PlacePrecision.Point || name.Place.Level == 2);

    // How likely each place of a name is meant, from its people and the countries named: the likeliest few.
    private static List<(Place Place, double Share)> Shares(ReportPlaces report, List<PlaceName> names)
    {
        var weights = names.ConvertAll(n => PlaceResolver.Prior(n) + (n.Place.Country is { } c ? Math.Min(2, Math.Log2(1 + report.CountryCount(c))) : 0));
        var best = weights.Max();
        var sum = weights.Sum(w => Math.Pow(10, w - best));
        var shares = new List<(Place, double)>();
        for (var n = 0; n < names.Count; n++)
        {
            var share = Math.Pow(10, weights[n] - best) / sum;
            if (share >= LeastShare)
            {
                shares.Add((names[n].Place, share));
            }
        }

        return shares;
    }

    // "Bowling Green, Ky.": the town before the comma lies in this division
    private bool HoldsTownBefore(ReportTowns report, TokenList tokens, List<NameMatch> matches, List<TownMatch> towns, int t)
    {
        var before = towns[t].First - 2;
        if (t == 0 || towns[t - 1].After - 1 != before || ContainerBehind(report, tokens, matches, towns, t - 1) is not { } container)
        {
            return false;
        }

        var own = matches.Find(m => m.First == towns[t - 1].First && m.After == towns[t - 1].After);
        return EntriesOf(report, towns[t - 1], own).Exists(e => e is PlaceName name && name.Place.Level != 1 && IsInside(name.Place, container));
    }

    // "Ky.", "B.C.", "KY", but not "Ky"
    private static bool IsAbbreviated(TokenList tokens, TownMatch town) =>
        tokens[town.After - 1].Is(TokenShape.Abbreviation) || tokens[town.After - 1].Is(TokenShape.AllCaps) || (town.After < tokens.Count && tokens[town.After].Kind == TokenKind.Terminal && tokens[town.After].Is(TokenShape.Glued));

    private PlaceHint? ContainerBehind(ReportTowns report, TokenList tokens, List<NameMatch> matches, List<TownMatch> towns, int t)
    {
        var after = towns[t].After;
        var next = t + 1 < towns.Count && towns[t + 1].First == after + 1 ? towns[t + 1] : (TownMatch?)null;
        var own = matches.Find(m => m.First == after + 1);
        if (next is { } behind)
        {
            return behind.Name == towns[t].Name ? null : hints.Container(tokens, after, behind.First, EntriesOf(report, behind, matches.Find(m => m.First == behind.First && m.After == behind.After)), []);
        }

        return own is null ? null : hints.Container(tokens, after, own.First, own.Entries, []);
    }

    private static bool IsInside(Place place, PlaceHint container) =>
        (place.Country is { } country && container.Countries.Contains(country)) || (place.Division is { } division && container.Divisions.Contains(division));

    // Our own rows first, with what the gazetteer knows of them; then its places that are none of ours.
    private List<NameEntry> EntriesOf(ReportTowns report, TownMatch town, NameMatch? own)
    {
        if (own is null && report.Known.TryGetValue(town.Name.First, out var known))
        {
            return known;
        }

        List<NameEntry> entries = own is null ? [] : [.. own.Entries];
        var ours = entries.Count;
        for (var n = 0; n < Math.Min(town.Name.Count, MostCandidates); n++)
        {
            var (row, alternate) = gazetteer.Candidate(town.Name, n);
            var place = gazetteer.Place(row);
            var same = entries.FindIndex(0, ours, e => e is PlaceName { Form: NameForm.Name } name && IsSame(name.Place, place));
            if (same < 0)
            {
                var feature = gazetteer.Row(row).Feature;
                var form = feature == Feature.Abbreviation ? NameForm.Abbreviation : NameForm.Name;
                entries.Add(new PlaceName(WhereOf(row), NameCase.Capital, place.Level == 1 ? OwnRegion(place) : place, form, feature == Feature.Capital) { Key = town.Name.First, IsAlternate = alternate });
            }
            else if (entries[same] is PlaceName { Place.Weight: 0 } name)
            {
                entries[same] = name with { Key = town.Name.First, Place = name.Place with { Weight = Math.Max(place.Weight, (byte)1), Division = place.Division, Level = place.Level } };
            }
        }

        if (own is null)
        {
            report.Known.Add(town.Name.First, entries);
        }

        return entries;
    }

    private static string WhereOf(int row) => string.Create(CultureInfo.InvariantCulture, $"{Gazetteer.FileName}:{row}");

    // A division under the id it has in our own tables, where they have it.
    private Place OwnRegion(Place division) => division.Country is { } country && lexicon.Region(country, division.Name) is { } own
        ? own with { Division = division.Division, Level = division.Level, Weight = division.Weight, Row = division.Row }
        : division;

    private static bool IsSame(Place own, Place other) =>
        (string.Equals(own.Country, other.Country, StringComparison.Ordinal) || own.Claimants.Contains(other.Country!, StringComparer.Ordinal))
        && PlaceResolver.Distance(own, other) is { } km
        && (own.Precision == PlacePrecision.Region ? other.Precision == PlacePrecision.Region && km < (other.Level == 1 ? SameStateKm : SameRegionKm) : own.Precision != PlacePrecision.Country && other.Precision == PlacePrecision.City && km < SamePlaceKm);
}
