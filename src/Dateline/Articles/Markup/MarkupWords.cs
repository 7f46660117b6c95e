using Dateline.Knowledge;

namespace Dateline.Articles.Markup;

/// <summary>Tells from the names of an element what its author made it for.</summary>
internal sealed class MarkupWords
{
    private const int Longest = 300;
    private readonly Dictionary<string, List<(string[] More, MarkupRole Role)>> phrases = new(StringComparer.Ordinal);

    public MarkupWords(KnowledgeFiles files)
    {
        foreach (var row in files.Table("noise/markup-words.tsv").Rows)
        {
            var words = row["words"].Split(' ');
            var role = Enum.Parse<MarkupRole>(row["role"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            (phrases.TryGetValue(words[0], out var list) ? list : phrases[words[0]] = []).Add((words[1..], role));
        }
    }

    /// <summary>Everything the names say.</summary>
    public MarkupRole Of(string names)
    {
        var roles = MarkupRole.None;
        if (names.Length == 0)
        {
            return roles;
        }

        var words = Cut(names.AsSpan(0, Math.Min(names.Length, Longest)));
        for (var i = 0; i < words.Count; i++)
        {
            if (phrases.TryGetValue(words[i], out var known))
            {
                foreach (var (rest, role) in known)
                {
                    roles |= Follows(words, i + 1, rest) ? role : MarkupRole.None;
                }
            }
        }

        return roles;
    }

    private static bool Follows(List<string> words, int at, string[] rest)
    {
        if (at + rest.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < rest.Length; i++)
        {
            if (!string.Equals(words[at + i], rest[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // "c-article__relatedLinks ad-2" is c, article, related, links, ad; an empty word keeps the words of two names apart.
    private static List<string> Cut(ReadOnlySpan<char> names)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= names.Length; i++)
        {
            var letter = i < names.Length && char.IsAsciiLetter(names[i]);
            var hump = letter && start >= 0 && char.IsUpper(names[i]) && char.IsLower(names[i - 1]);
            if (start >= 0 && (!letter || hump))
            {
                words.Add(names[start..i].ToString().ToLowerInvariant());
                start = -1;
            }

            if (letter && start < 0)
            {
                start = i;
            }
            else if (i < names.Length && char.IsWhiteSpace(names[i]))
            {
                words.Add("");
            }
        }

        return words;
    }
}
