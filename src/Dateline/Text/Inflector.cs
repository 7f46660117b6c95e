using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>Makes the forms of English verbs and nouns for lexicons that list base forms; irregular verbs from lexicon/irregular-verbs.tsv.</summary>
public sealed class Inflector
{
    private readonly Dictionary<string, string[]> irregular = new(StringComparer.Ordinal);

    /// <summary>Loads the irregular verbs.</summary>
    public Inflector(KnowledgeFiles files)
    {
        foreach (var row in files.Table("lexicon/irregular-verbs.tsv").Rows)
        {
            irregular[row["lemma"]] = [.. row.List("past"), .. row.List("participle")];
        }
    }

    /// <summary>All forms of a verb phrase, the base form first: the first word is the verb ("try to determine"), behind a hyphen the last part ("test-fire").</summary>
    public IEnumerable<string> Verb(string phrase)
    {
        var hyphen = phrase.LastIndexOf('-');
        var prefix = phrase[..(hyphen + 1)];
        var own = phrase[(hyphen + 1)..];
        var space = own.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (own, "") : (own[..space], own[space..]);
        var forms = new List<string> { verb, Third(verb), Ing(verb) };
        forms.AddRange(irregular.TryGetValue(verb, out var listed) ? listed : [Ed(verb)]);
        return forms.Distinct(StringComparer.Ordinal).Select(f => prefix + f + rest);
    }

    /// <summary>Singular and plural of a noun phrase: the last word changes.</summary>
    public static IEnumerable<string> Noun(string phrase) => [phrase, Plural(phrase)];

    /// <summary>English plural of a noun phrase.</summary>
    public static string Plural(string phrase) =>
        phrase.EndsWith('y') && phrase.Length > 1 && !IsVowel(phrase[^2]) ? phrase[..^1] + "ies"
        : phrase.EndsWith("man", StringComparison.Ordinal) ? phrase[..^2] + "en"
        : EndsHissing(phrase) || phrase.EndsWith('o') ? phrase + "es"
        : phrase + "s";

    private static string Third(string verb) =>
        verb.EndsWith('y') && verb.Length > 1 && !IsVowel(verb[^2]) ? verb[..^1] + "ies" : EndsHissing(verb) || verb.EndsWith('o') ? verb + "es" : verb + "s";

    private static string Ed(string verb) =>
        verb.EndsWith('e') ? verb + "d"
        : verb.EndsWith('y') && verb.Length > 1 && !IsVowel(verb[^2]) ? verb[..^1] + "ied"
        : verb + "ed";

    private string Ing(string verb)
    {
        if (verb.EndsWith("ie", StringComparison.Ordinal))
        {
            return verb[..^2] + "ying";
        }

        if (verb.EndsWith('e') && verb.Length > 2 && !verb.EndsWith("ee", StringComparison.Ordinal))
        {
            return verb[..^1] + "ing";
        }

        // a doubled consonant shows in the past form (planned) or in short irregular verbs (hit, run)
        var doubled = irregular.TryGetValue(verb, out var forms)
            && (forms[0].StartsWith(verb + verb[^1], StringComparison.Ordinal) || (verb.Length <= 4 && IsVowel(verb[^2]) && !IsVowel(verb[^3]) && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'y')));
        return doubled ? verb + verb[^1] + "ing" : verb + "ing";
    }

    private static bool EndsHissing(string word) => word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
