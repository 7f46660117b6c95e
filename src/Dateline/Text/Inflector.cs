using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>Makes the forms of English verbs and nouns for lexicons that list base forms; verbs that no rule makes from lexicon/verbs.tsv.</summary>
public sealed class Inflector
{
    private readonly Dictionary<string, (string[] Present, string[] Past, string[] Participle)> listed = new(StringComparer.Ordinal);

    /// <summary>Loads the table of verbs.</summary>
    /// <exception cref="KnowledgeException">The table is missing or malformed.</exception>
    public Inflector(KnowledgeFiles files)
    {
        foreach (var row in files.Table("lexicon/verbs.tsv").Rows)
        {
            listed[row["lemma"]] = (row.List("present"), row.List("past"), row.List("participle"));
        }
    }

    /// <summary>The base forms of the verbs in the table.</summary>
    public IEnumerable<string> Verbs => listed.Keys;

    /// <summary>All forms of a verb phrase, the base form first: the first word is the verb ("try to determine"), behind a hyphen the last part ("test-fire").</summary>
    public IEnumerable<string> Verb(string phrase)
    {
        var hyphen = phrase.LastIndexOf('-');
        var prefix = phrase[..(hyphen + 1)];
        var own = phrase[(hyphen + 1)..];
        var space = own.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (own, "") : (own[..space], own[space..]);
        return Forms(verb).Distinct(StringComparer.Ordinal).Select(f => prefix + f + rest);
    }

    /// <summary>The present forms of a verb that differ from its base form.</summary>
    public IEnumerable<string> Present(string verb) => listed.GetValueOrDefault(verb).Present is { Length: > 0 } present ? present : [Third(verb)];

    private IEnumerable<string> Forms(string verb)
    {
        var (_, past, participle) = listed.GetValueOrDefault(verb, ([], [], []));
        var pasts = past.Length > 0 ? past : [Ed(verb)];
        return [verb, .. Present(verb), .. pasts.Select(p => Ing(verb, p)), .. pasts, .. participle];
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

    private static string Ing(string verb, string past)
    {
        if (verb.EndsWith("ie", StringComparison.Ordinal))
        {
            return verb[..^2] + "ying";
        }

        if (verb.EndsWith('e') && verb.Length > 2 && !verb.EndsWith("ee", StringComparison.Ordinal))
        {
            return verb[..^1] + "ing";
        }

        // a doubled consonant shows in a regular past (planned), else in the letters (hit, begin)
        var regular = past.EndsWith("ed", StringComparison.Ordinal) && past.StartsWith(verb, StringComparison.Ordinal);
        return regular ? past[..^2] + "ing" : EndsShort(verb) ? verb + verb[^1] + "ing" : verb + "ing";
    }

    // One vowel between consonants at the end; the u of "quit" belongs to the q.
    private static bool EndsShort(string verb) =>
        verb.Length > 2 && IsVowel(verb[^2]) && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && (!IsVowel(verb[^3]) || (verb.Length > 3 && verb[^4] == 'q'));

    private static bool EndsHissing(string word) => word.EndsWith('s') || word.EndsWith('x') || word.EndsWith('z') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
