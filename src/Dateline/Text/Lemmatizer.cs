using Dateline.Knowledge;

namespace Dateline.Text;

/// <summary>
/// Dictionary forms of inflected words: verbs of the table by the forms the <see cref="Inflector"/> makes of them, other words by the
/// table of irregular forms, the rest by the regular endings of English. Knows no dictionary, so an unknown word may come out as no
/// word at all; the same word always comes out the same.
/// </summary>
public sealed class Lemmatizer
{
    private readonly Dictionary<string, string>[] irregular = new Dictionary<string, string>[(int)PartOfSpeech.Verb + 1];
    private readonly Dictionary<string, string> presents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> endings = new(StringComparer.Ordinal);
    private readonly int longest;

    /// <summary>A lemmatizer over lexicon/irregular-forms.tsv and lexicon/verb-endings.tsv.</summary>
    /// <exception cref="KnowledgeException">A table is missing or malformed.</exception>
    public Lemmatizer(KnowledgeFiles files, Inflector inflector)
    {
        foreach (var verb in inflector.Verbs)
        {
            foreach (var form in inflector.Present(verb))
            {
                presents.TryAdd(form, verb);
            }

            foreach (var form in inflector.Verb(verb).Skip(1))
            {
                Of(PartOfSpeech.Verb).TryAdd(form, verb);
                Of(PartOfSpeech.Auxiliary).TryAdd(form, verb);
            }
        }

        foreach (var row in files.Table("lexicon/irregular-forms.tsv").Rows)
        {
            Of(row.Enum<PartOfSpeech>("pos"))[row["form"]] = row["lemma"];
        }

        foreach (var row in files.Table("lexicon/verb-endings.tsv").Rows)
        {
            endings[row["ending"]] = row["lemma"];
            longest = Math.Max(longest, row["ending"].Length);
        }
    }

    /// <summary>The lemma of a folded word with the tag it was given; the word itself where nothing is to be taken off.</summary>
    public string Lemma(ReadOnlySpan<char> folded, PartOfSpeech tag, WordForm form)
    {
        // "they found", "they lay": no form of find and lie
        var table = tag == PartOfSpeech.Verb && form == WordForm.Present ? presents : irregular[(int)tag];
        if (form is not (WordForm.Base or WordForm.Singular) && table is not null
            && table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var lemma))
        {
            return lemma;
        }

        return (tag, form) switch
        {
            (PartOfSpeech.Noun, WordForm.Plural) => WithoutS(folded),
            (PartOfSpeech.ProperNoun, WordForm.Plural) => WithoutS(folded),
            (PartOfSpeech.Verb or PartOfSpeech.Auxiliary, WordForm.Present) => WithoutS(folded),
            (PartOfSpeech.Verb or PartOfSpeech.Auxiliary, WordForm.Past or WordForm.PastParticiple) => WithoutEd(folded),
            (PartOfSpeech.Verb or PartOfSpeech.Auxiliary, WordForm.Gerund) => WithoutIng(folded),
            _ => folded.ToString(),
        };
    }

    private Dictionary<string, string> Of(PartOfSpeech tag) => irregular[(int)tag] ??= new Dictionary<string, string>(StringComparer.Ordinal);

    private static string WithoutS(ReadOnlySpan<char> word)
    {
        if (word.Length > 0 && char.IsAsciiDigit(word[0]))
        {
            return word.ToString(); // 1980s
        }

        if (word.Length < 4 || word[^1] != 's' || word[^2] is 's' or 'u' or 'i' or '\'')
        {
            return word.Length == 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1].ToString() : word.ToString();
        }

        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            return word.Length == 4 ? word[..^1].ToString() : string.Concat(word[..^3], "y");
        }

        var hisses = word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
            || word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal)
            || word.EndsWith("zzes", StringComparison.Ordinal) || word.EndsWith("oes", StringComparison.Ordinal);
        return hisses ? word[..^2].ToString() : word[..^1].ToString();
    }

    private string WithoutEd(ReadOnlySpan<char> word)
    {
        if (word.Length < 4 || !word.EndsWith("ed", StringComparison.Ordinal))
        {
            return word.ToString();
        }

        if (word[^3] == 'i')
        {
            return word.Length == 4 ? word[..^1].ToString() : string.Concat(word[..^3], "y");
        }

        return word[^3] == 'e' ? word[..^1].ToString() : FromStem(word[..^2], word);
    }

    private string WithoutIng(ReadOnlySpan<char> word) =>
        word.Length < 5 || !word.EndsWith("ing", StringComparison.Ordinal) ? word.ToString() : FromStem(word[..^3], word);

    private string FromStem(ReadOnlySpan<char> stem, ReadOnlySpan<char> word)
    {
        var vowels = 0;
        foreach (var c in stem)
        {
            vowels += IsVowel(c) || c == 'y' ? 1 : 0;
        }

        if (vowels == 0)
        {
            return word.ToString(); // "string", "bring" cut too short
        }

        var n = stem.Length;
        if (n > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'f' or 'e' or 'o'))
        {
            return stem[..^1].ToString();
        }

        if (n >= 3 && vowels == 1 && IsVowel(stem[^2]) && !IsVowel(stem[^1]) && stem[^1] is not ('w' or 'x' or 'y'))
        {
            return string.Concat(stem, "e");
        }

        var lookup = endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(longest, n); length > 0; length--)
        {
            if (lookup.TryGetValue(stem[^length..], out var ending))
            {
                return string.Concat(stem[..^length], ending);
            }
        }

        return stem.ToString();
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
