using Dateline.Knowledge;

namespace Dateline.Evaluation.Outlines;

/// <summary>Country codes by name, shortened names too: "S. Sudan".</summary>
internal sealed class CountryCodes
{
    private static readonly string[] Tables = ["gazetteer/countries.tsv", "gazetteer/country-names.tsv"];

    private readonly List<(string Code, string Name)> names;

    public CountryCodes(KnowledgeFiles files)
    {
        names = [.. Tables.SelectMany(table => files.Table(table).Rows).Select(row => (row["code"], row["name"]))];
    }

    /// <summary>The code of a name; empty when no country, or more than one, may be meant.</summary>
    public string Of(string name)
    {
        var exact = names.FindAll(known => string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase));
        var found = (exact.Count > 0 ? exact : names.FindAll(known => IsShort(name, known.Name))).Select(known => known.Code).Distinct(StringComparer.Ordinal).ToList();
        return found is [var code] ? code : "";
    }

    /// <summary>True when each word of the one is, up to its point, the beginning of a word of the other, in order.</summary>
    private static bool IsShort(string name, string whole)
    {
        var words = whole.Split(' ');
        var at = 0;
        foreach (var part in name.Split(' '))
        {
            var found = Array.FindIndex(words, at, word => part.EndsWith('.') ? word.StartsWith(part.TrimEnd('.'), StringComparison.OrdinalIgnoreCase) : string.Equals(word, part, StringComparison.OrdinalIgnoreCase));
            if (found < 0)
            {
                return false;
            }

            at = found + 1;
        }

        return true;
    }
}
