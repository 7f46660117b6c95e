using System.Text.Json;
using Dateline.Annotations.Names;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Evaluation.Gazetteers;

/// <summary>Compiles the packages into the gazetteer file: towns, divisions with the middle of their towns, names, word flags.</summary>
internal sealed class GazetteerCompiler(KnowledgeFiles files)
{
    private const int MediumTown = 15_000;
    private const int LargeTown = 100_000;
    private const int ShortestAlternate = 4;
    private const int MixedScriptShare = 4;

    private readonly ILookup<string, string> otherNames = files.Table("gazetteer/division-names.tsv").Rows.ToLookup(r => r["division"], r => r["name"], StringComparer.Ordinal);
    private readonly GazetteerWriter writer = new();
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private readonly List<(string Phrase, string Side, string[] Countries)> divisionWords = [.. files.Table("gazetteer/division-words.tsv").Rows.Select(r => (r["phrase"], r["side"], r.List("countries")))];
    private readonly List<(string Long, string Short)> nameWords = [.. files.Table("gazetteer/name-words.tsv").Rows.Select(r => (r["long"] + " ", r["short"] + " "))];

    /// <summary>Adds words and given names, which must come before the places: no alternate name may be a common word.</summary>
    public void AddWords(IEnumerable<string> paths, NameFlags flag)
    {
        foreach (var word in paths.SelectMany(p => JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(p))!).Order(StringComparer.Ordinal))
        {
            writer.Flag(word, flag);
            words.Add(Folding.Fold(word));
        }
    }

    /// <summary>Flags our own lists: words that hardly ever mean a town, given names the packages lack.</summary>
    public void AddOwnWords()
    {
        foreach (var row in files.Table("gazetteer/given-names.tsv").Rows)
        {
            writer.Flag(row["name"], NameFlags.GivenName);
        }

        foreach (var row in files.Table("gazetteer/no-towns.tsv").Rows)
        {
            writer.Flag(row["word"], NameFlags.CommonWord);
            words.Add(Folding.Fold(row["word"]));
        }
    }

    /// <summary>Adds towns and divisions.</summary>
    public void AddPlaces(IReadOnlyList<SourceTown> towns, SortedDictionary<string, string> divisions, SortedDictionary<string, string> lower)
    {
        var scripts = OtherScripts(towns);
        foreach (var town in towns)
        {
            var row = writer.Add(town.Id, town.Renamed.FirstOrDefault() ?? town.Name, town.Latitude, town.Longitude, $"{town.Country}.{town.Division}", town.Population, FeatureOf(town.FeatureCode));
            NamesOf(town, scripts.Contains(town.Country)).ForEach(n => writer.Name(n.Name, row, n.Alternate));
        }

        AddDivisions(towns.ToLookup(t => $"{t.Country}.{t.Division}", StringComparer.Ordinal), divisions, Feature.Division1);
        AddDivisions(towns.Where(t => t.Division2.Length > 0).ToLookup(t => $"{t.Country}.{t.Division}.{t.Division2}", StringComparer.Ordinal), lower, Feature.Division2);
    }

    /// <summary>The file.</summary>
    public byte[] Write() => writer.Write();

    // Countries whose own names of towns are in another script: there the many ways to write them in Latin letters matter.
    private static HashSet<string> OtherScripts(IEnumerable<SourceTown> towns) =>
        [.. towns.GroupBy(t => t.Country, StringComparer.Ordinal).Where(g => g.Count(t => t.Alternates.Any(a => !IsLatin(a))) * MixedScriptShare > g.Count() * 3).Select(g => g.Key)];

    private List<(string Name, bool Alternate)> NamesOf(SourceTown town, bool otherScript)
    {
        List<(string, bool)> found = [(town.Name, false), (town.Ascii, false), .. town.Renamed.Select(n => (n, false))];
        if (town.Population >= (otherScript ? MediumTown : LargeTown))
        {
            found.AddRange(town.Alternates.Where(IsUsable).Select(a => (a, true)));
        }

        foreach (var (name, alternate) in found.ToList())
        {
            found.AddRange(Otherwise(name, town.Country).Select(n => (n, alternate)));
        }

        return found;
    }

    // "St Albans" for "Saint Albans" and the other way round; "Sinp'o" for "Sinp'o-si"
    private IEnumerable<string> Otherwise(string name, string country)
    {
        foreach (var (whole, brief) in nameWords)
        {
            if (name.StartsWith(whole, StringComparison.Ordinal))
            {
                yield return string.Concat(brief, name.AsSpan(whole.Length));
            }

            if (name.StartsWith(brief, StringComparison.Ordinal) || name.StartsWith(brief.TrimEnd() + ". ", StringComparison.Ordinal))
            {
                yield return string.Concat(whole, name.AsSpan(name.IndexOf(' ', StringComparison.Ordinal) + 1));
            }
        }

        foreach (var (phrase, side, countries) in divisionWords)
        {
            if (side is "hyphened" && countries.Contains(country) && name.EndsWith("-" + phrase, StringComparison.Ordinal))
            {
                yield return name[..^(phrase.Length + 1)];
            }
        }
    }

    private bool IsUsable(string alternate) =>
        alternate.Length >= ShortestAlternate && IsLatin(alternate) && !alternate.All(c => !char.IsLetter(c) || char.IsUpper(c)) && char.IsUpper(alternate[0]) && !words.Contains(Folding.Fold(alternate));

    private static bool IsLatin(string name) => name.All(c => c < 0x250 || c is >= '\u1E00' and <= '\u1EFF' || c is '’' or '‘' or 'ʼ' || c is >= '\u0300' and <= '\u036F') && name.Any(char.IsLetter);

    private void AddDivisions(ILookup<string, SourceTown> towns, SortedDictionary<string, string> divisions, Feature feature)
    {
        foreach (var (code, name) in divisions)
        {
            var inside = towns[code].ToList();
            if (inside.Count == 0 || (feature == Feature.Division2 && inside.Exists(t => string.Equals(Folding.Fold(t.Name), Folding.Fold(name), StringComparison.Ordinal))))
            {
                continue;
            }

            var first = string.Join('.', code.Split('.')[..2]);
            var (latitude, longitude) = (Middle(inside, t => t.Latitude, feature), Middle(inside, t => t.Longitude, feature));
            var population = inside.Sum(t => t.Population);
            var row = writer.Add(0, name, latitude, longitude, first, population, feature);
            writer.Name(name, row, false);
            foreach (var other in otherNames[code])
            {
                writer.Name(other, writer.Add(0, name, latitude, longitude, first, population, Feature.Abbreviation), false);
            }

            if (feature == Feature.Division1 && Bare(name) is { } bare)
            {
                writer.Name(bare, row, true);
            }
        }
    }

    // A large division is the middle of where its towns lie; a small one where most of them lie.
    private static double Middle(List<SourceTown> towns, Func<SourceTown, double> degrees, Feature feature) =>
        feature == Feature.Division1 ? (towns.Min(degrees) + towns.Max(degrees)) / 2 : towns.Average(degrees);

    private string? Bare(string name)
    {
        foreach (var (phrase, side, _) in divisionWords)
        {
            if (side is "behind" && name.EndsWith(" " + phrase, StringComparison.Ordinal))
            {
                return name[..^(phrase.Length + 1)];
            }

            if (side is "before" && name.StartsWith(phrase + " ", StringComparison.Ordinal))
            {
                return name[(phrase.Length + 1)..];
            }
        }

        return null;
    }

    private static Feature FeatureOf(string code) => code switch
    {
        "PPLC" => Feature.Capital,
        "PPLA" => Feature.FirstSeat,
        "PPLA2" => Feature.SecondSeat,
        "PPLX" => Feature.Section,
        _ when code.StartsWith("PPLA", StringComparison.Ordinal) => Feature.LowerSeat,
        _ => Feature.Town,
    };
}
