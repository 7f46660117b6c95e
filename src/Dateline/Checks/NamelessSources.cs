using Dateline.Annotations.Actors;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Checks;

/// <summary>Tells words for nobody in particular ("officials", "a diplomat") from those for somebody who only was not found out: a body, the holder of an office, whoever speaks for a body, somebody with a name.</summary>
internal sealed class NamelessSources
{
    private static readonly char[] Blanks = [' ', '\n', '\t', '\u00A0'];

    private readonly HashSet<string> bodies;
    private readonly HashSet<string> offices;
    private readonly HashSet<string> voices;
    private readonly HashSet<string> definite;
    private readonly HashSet<string> joints;
    private readonly HashSet<string> indefinite;
    private readonly HashSet<string> backward;

    /// <summary>Loads patterns/somebody-words.tsv and the nouns for bodies of lexicon/source-nouns.tsv.</summary>
    public NamelessSources(KnowledgeFiles files)
    {
        var rows = files.Table("patterns/somebody-words.tsv").Rows.ToLookup(row => row["kind"], row => row["phrase"], StringComparer.Ordinal);
        bodies = Forms(files.Table("lexicon/source-nouns.tsv").Rows.Where(row => row["class"] == "reference").Select(row => row["phrase"]).Concat(rows["body"]));
        offices = Forms(rows["office"]);
        voices = Forms(rows["voice"]);
        definite = [.. rows["definite"]];
        joints = [.. rows["joint"]];
        indefinite = [.. rows["indefinite"]];
        backward = Forms(rows["backward"]);
    }

    /// <summary>True for a source of which no more is known than its words, when they name nobody in particular.</summary>
    /// <param name="input">The report.</param>
    /// <param name="text">The words it is named by.</param>
    /// <param name="span">Where it stands here: the same words, or "he"; null where it goes on from what was said before.</param>
    public bool IsNobody(CheckInput input, string text, TextSpan? span)
    {
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || (span is { } here && (EndsInName(input, here) || IsName(input, here) || PointsBack(input, words, here) || IsNamedLater(input, words, here))))
        {
            return false;
        }

        return !IsSomebody(words);
    }

    private bool IsSomebody(string[] words)
    {
        // The noun that the words hang on: "the governor" of "the governor of the Mykolaiv region".
        var joint = Array.FindIndex(words, 1, joints.Contains);
        var head = string.Join(' ', joint > 0 ? words[..joint] : words).ToLowerInvariant();
        var isDefinite = definite.Contains(words[0].ToLowerInvariant()) || Array.Exists(words, word => word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("s’", StringComparison.Ordinal) || word.EndsWith("s'", StringComparison.Ordinal));
        return (EndsIn(head, bodies) && !indefinite.Contains(words[0].ToLowerInvariant()))
            || (isDefinite && EndsIn(head, offices))
            || (EndsIn(head, voices) && (Array.Exists(words[1..], word => char.IsUpper(word[0])) || Array.Exists(words, word => bodies.Contains(Unowned(word.ToLowerInvariant())))));
    }

    // "State television showed the launch. …, the report said": the words before say whose
    private bool PointsBack(CheckInput input, string[] words, TextSpan span) =>
        words.Length > 1 && definite.Contains(words[0].ToLowerInvariant()) && backward.Contains(words[^1].ToLowerInvariant())
        && input.Annotations.Attributions.Where(said => said.Span.End <= span.Start && said.Speaker is not null).MaxBy(said => said.Span.Start) is { Speaker: { } before } && (before.Kind is not ActorKind.Unnamed || IsSomebody(before.Name.Split(Blanks, StringSplitOptions.RemoveEmptyEntries)));

    // "a local doctor said": "The doctor, Amal Haddad, said" below
    private static bool IsNamedLater(CheckInput input, string[] words, TextSpan span)
    {
        var name = "the " + words[^1] + ", ";
        var at = input.Text.IndexOf(name, span.End, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && at + name.Length < input.Text.Length && char.IsUpper(input.Text[at + name.Length]);
    }

    // "US" alone, which no cue took for the state.
    private static bool IsName(CheckInput input, TextSpan span) =>
        input.Annotations.Places.Any(place => place.Span.Start <= span.Start && place.Span.End >= span.End)
        || input.Annotations.Actors.Any(actor => actor.Span.Start <= span.Start && actor.Span.End >= span.End && actor.Actor.Kind is not ActorKind.Unnamed);

    // "Kim Nam-wook", "the minister Shin Wonsik": somebody no table has; a country at the end names nobody
    private static bool EndsInName(CheckInput input, TextSpan span)
    {
        var words = span.Of(input.Text);
        var last = words.LastIndexOf(' ');
        var before = last > 0 ? words[..last].LastIndexOf(' ') : -1;
        return last > 0 && char.IsUpper(words[last + 1]) && char.IsUpper(words[before + 1])
            && !input.Annotations.Places.Any(p => p.Span.Start < span.End && p.Span.End > span.Start + before + 1);
    }

    // "the ministry's representative"
    private static string Unowned(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;

    private static bool EndsIn(string words, HashSet<string> nouns)
    {
        for (var at = 0; at >= 0 && at < words.Length; at = words.IndexOf(' ', at) + 1)
        {
            if (nouns.Contains(words[at..]))
            {
                return true;
            }

            if (words.IndexOf(' ', at) < 0)
            {
                break;
            }
        }

        return false;
    }

    private static HashSet<string> Forms(IEnumerable<string> nouns) => nouns.SelectMany(Inflector.Noun).ToHashSet(StringComparer.Ordinal);
}
