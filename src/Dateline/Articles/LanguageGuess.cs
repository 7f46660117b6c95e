using Dateline.Knowledge;

namespace Dateline.Articles;

/// <summary>Tells a text's language by its script and its function words; "und" when there is too little of either.</summary>
internal sealed class LanguageGuess
{
    private const int Sample = 6000;
    private const int LeastWords = 4;
    private const int LeastOther = 5;
    private readonly Dictionary<string, List<int>> languagesOf = new(StringComparer.Ordinal);
    private readonly List<string> languages = [];
    private readonly List<(char From, char To, string Language, int Share)> scripts = [];

    public LanguageGuess(KnowledgeFiles files)
    {
        foreach (var row in files.Table("lexicon/languages.tsv").Rows)
        {
            var at = languages.IndexOf(row["language"]);
            if (at < 0)
            {
                at = languages.Count;
                languages.Add(row["language"]);
            }

            foreach (var word in row["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                (languagesOf.TryGetValue(word, out var list) ? list : languagesOf[word] = []).Add(at);
            }
        }

        foreach (var row in files.Table("lexicon/scripts.tsv").Rows)
        {
            scripts.Add(((char)Convert.ToInt32(row["from"], 16), (char)Convert.ToInt32(row["to"], 16), row["language"], (int)(row.Number("share") ?? 50)));
        }
    }

    /// <summary>The language of stretches of a text, read up to a limit.</summary>
    public string Of(string text, IEnumerable<TextSpan> spans) => Decide(Count(text, spans));

    /// <summary>True when a stretch is in another language beyond doubt: another script, or three times its function words.</summary>
    public bool IsOther(string text, TextSpan span, string language)
    {
        var counted = Count(text, [span]);
        var own = languages.IndexOf(language);
        var found = Decide(counted);
        var most = Best(counted.Words, out var best);
        return found != "und" && found != language
            && (best != found || (most >= LeastOther && own >= 0 && most >= 3 * counted.Words[own]));
    }

    private Counted Count(string text, IEnumerable<TextSpan> spans)
    {
        var counts = new int[languages.Count];
        var byScript = new int[scripts.Count];
        var (letters, left, words) = (0, Sample, 0);
        Span<char> buffer = stackalloc char[24];
        var lookup = languagesOf.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var span in spans)
        {
            var end = Math.Min(span.End, span.Start + left);
            var at = span.Start;
            while (at < end)
            {
                var start = at;
                while (at < end && (char.IsLetter(text[at]) || (at > start && text[at] is '\'' or '’' && at + 1 < end && char.IsLetter(text[at + 1]))))
                {
                    letters += char.IsLetter(text[at]) ? 1 : 0;
                    CountScript(text[at], byScript);
                    if (at - start < buffer.Length)
                    {
                        buffer[at - start] = char.ToLowerInvariant(text[at]);
                    }

                    at++;
                }

                if (at > start)
                {
                    words++;
                }

                if (at > start && at - start <= buffer.Length && lookup.TryGetValue(buffer[..(at - start)], out var found))
                {
                    foreach (var language in found)
                    {
                        counts[language]++;
                    }
                }

                at++;
            }

            left -= span.Length;
            if (left <= 0)
            {
                break;
            }
        }

        return new Counted(counts, byScript, letters, words);
    }

    private void CountScript(char c, int[] byScript)
    {
        if (c < 0x300)
        {
            return;
        }

        for (var i = 0; i < scripts.Count; i++)
        {
            byScript[i] += c >= scripts[i].From && c <= scripts[i].To ? 1 : 0;
        }
    }

    // Function words decide inside a script; a script of one language decides alone. Kana before Han, because Japanese has both.
    private string Decide(Counted counted)
    {
        var (counts, byScript, letters, words) = counted;
        for (var i = 0; i < byScript.Length; i++)
        {
            if (letters >= 8 && byScript[i] * 100 > letters * scripts[i].Share)
            {
                return Best(counts, out var known) >= LeastWords && known != "en" ? known : scripts[i].Language;
            }
        }

        var most = Best(counts, out var best);
        return most >= LeastWords && most * 12 >= words ? best : "und";
    }

    private int Best(int[] counts, out string language)
    {
        var at = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            at = counts[i] > counts[at] ? i : at;
        }

        language = counts.Length == 0 ? "und" : languages[at];
        return counts.Length == 0 ? 0 : counts[at];
    }

    private sealed record Counted(int[] Words, int[] Scripts, int Letters, int WordCount);
}
