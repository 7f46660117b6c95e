using Dateline.Knowledge;

namespace Dateline.Articles;

/// <summary>Where in a line a cue must stand (column <c>where</c> of data/noise/cues.tsv).</summary>
internal enum CueWhere
{
    /// <summary>It is the whole line.</summary>
    Line,

    /// <summary>The line begins with it.</summary>
    Start,

    /// <summary>The line begins with it and is short, without a final full stop.</summary>
    Lead,

    /// <summary>Anywhere in a line that no word of saying protects.</summary>
    Inside,

    /// <summary>The line ends with it.</summary>
    End,

    /// <summary>A word of a plea: several of them make a paragraph a promotion.</summary>
    Plea,

    /// <summary>A button of a promotion, glued without a full stop.</summary>
    Button,

    /// <summary>The whole line; the short lines that follow belong to it.</summary>
    Section,

    /// <summary>The whole line; everything that follows belongs to it.</summary>
    Rest,

    /// <summary>A word with a special meaning to one rule, named in the column <c>kind</c>.</summary>
    Word,
}

/// <summary>One row of data/noise/cues.tsv.</summary>
internal sealed record PageCue(string Kind, CueWhere Where, char Mark, int WordCount, string Rule)
{
    /// <summary>The block kind it stands for; boilerplate for kinds that are only words of a rule.</summary>
    public BlockKind Block { get; } = Enum.TryParse<BlockKind>(Kind, ignoreCase: true, out var block) ? block : BlockKind.Boilerplate;
}

/// <summary>A phrase index over page words: longest match wins.</summary>
internal sealed class PageIndex<T>
{
    private readonly Dictionary<long, int> steps = [];
    private readonly List<List<T>?> values = [null];

    public void Add(List<int> phrase, T value)
    {
        var node = 0;
        foreach (var word in phrase)
        {
            var key = ((long)node << 32) | (uint)word;
            if (!steps.TryGetValue(key, out var next))
            {
                next = values.Count;
                values.Add(null);
                steps.Add(key, next);
            }

            node = next;
        }

        if (node != 0)
        {
            (values[node] ??= []).Add(value);
        }
    }

    /// <summary>True when some phrase begins with this word: the quick way out.</summary>
    public bool Begins(List<PageWord> words, int first) => first < words.Count && words[first].Number >= 0 && steps.ContainsKey((uint)words[first].Number);

    /// <summary>The longest phrase at this word that satisfies the condition; <paramref name="after"/> is the index after it.</summary>
    /// <param name="words">The words of a line.</param>
    /// <param name="first">Where the phrase would begin.</param>
    /// <param name="state">What the condition knows: tens of thousands of words are looked up in a page, and a closure for each would cost more than the looking.</param>
    /// <param name="accept">The condition, over a value, the index after its phrase, and the state.</param>
    /// <param name="after">The index after the phrase.</param>
    public T? LongestAt<TState>(List<PageWord> words, int first, TState state, Func<T, int, TState, bool> accept, out int after)
    {
        T? best = default;
        after = first;
        var node = 0;
        for (var i = first; i < words.Count; i++)
        {
            if (words[i].Number < 0 || !steps.TryGetValue(((long)node << 32) | (uint)words[i].Number, out node))
            {
                break;
            }

            if (values[node] is not { } found)
            {
                continue;
            }

            foreach (var value in found)
            {
                if (after <= i && accept(value, i + 1, state))
                {
                    (best, after) = (value, i + 1);
                }
            }
        }

        return best;
    }
}

/// <summary>The cues of data/noise/cues.tsv, compiled.</summary>
internal sealed class PageCues
{
    private const string File = "noise/cues.tsv";
    private readonly PageIndex<PageCue> index = new();

    public PageCues(KnowledgeFiles files, PageWords words)
    {
        foreach (var row in files.Table(File).Rows)
        {
            var phrase = row["phrase"];
            var mark = phrase[^1] is ':' or '-' ? phrase[^1] : '\0';
            var list = words.Add(phrase);
            index.Add(list, new PageCue(row["kind"], row.Enum<CueWhere>("where"), mark, list.Count, "cue:" + row.Where));
        }
    }

    /// <summary>The longest cue at a word that the condition accepts, or null.</summary>
    public PageCue? At(string text, List<PageWord> words, int first, Func<PageCue, bool> accept, out int after)
    {
        after = first;
        return index.Begins(words, first) ? Longest(text, words, first, accept, static (cue, condition) => condition(cue), out after) : null;
    }

    /// <summary>The longest cue that stands at this place of a line, or null.</summary>
    public PageCue? At(string text, List<PageWord> words, int first, CueWhere where, out int after)
    {
        after = first;
        return index.Begins(words, first) ? Longest(text, words, first, where, static (cue, sought) => cue.Where == sought, out after) : null;
    }

    /// <summary>True when a word of this special kind begins here.</summary>
    public bool IsWord(string text, List<PageWord> words, int first, string kind, out int after)
    {
        after = first;
        return index.Begins(words, first) && IsKind(text, words, first, kind, out after);
    }

    private bool IsKind(string text, List<PageWord> words, int first, string kind, out int after) =>
        Longest(text, words, first, kind, static (cue, sought) => cue.Where == CueWhere.Word && string.Equals(cue.Kind, sought, StringComparison.Ordinal), out after) is not null;

    private PageCue? Longest<TState>(string text, List<PageWord> words, int first, TState state, Func<PageCue, TState, bool> accept, out int after)
    {
        var cue = index.LongestAt(
            words,
            first,
            (Text: text, Words: words, State: state, Accept: accept),
            static (c, next, s) => s.Accept(c, s.State) && (c.Mark == '\0' || MarkFollows(s.Text, s.Words[next - 1].End, c.Mark)),
            out var end);
        after = cue is null ? first : end;
        return cue;
    }

    /// <summary>True when a word of this special kind occurs.</summary>
    public bool HasWord(string text, List<PageWord> words, string kind)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (IsWord(text, words, i, kind, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MarkFollows(string text, int at, char mark)
    {
        while (at < text.Length && text[at] is ' ' or '\u00a0')
        {
            at++;
        }

        return at < text.Length && (mark == ':' ? text[at] is ':' or '：' : text[at] is '-' or '–' or '—');
    }
}
