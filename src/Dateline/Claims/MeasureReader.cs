using System.Globalization;
using Dateline.Annotations.Quantities;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>
/// Says which role a figure with a unit fills: by its dimension and the words near it, from patterns/measures.tsv. A
/// capability (range) and a comparison are never a flown distance.
/// </summary>
public sealed class MeasureReader
{
    private const int Before = 12;
    private const int After = 8;
    private const int Object = 4; // from a verb of flight to the figure it has as its object: "traveled close to 4,200 miles"
    private const int LongestAhead = 4; // tokens of the words right before a figure
    private const string Range = "range";

    private readonly List<Row> rows = [];
    private readonly FunctionWords words;

    /// <summary>Loads the table.</summary>
    public MeasureReader(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector, FunctionWords words)
    {
        this.words = words;
        foreach (var row in files.Table("patterns/measures.tsv").Rows)
        {
            rows.Add(new Row(row.Where, row["role"], row["dimension"], Trie(row.List("near")), Trie(row.List("behind")), Trie(row.List("ahead")), Trie(row.List("unless")), Trie(row.List("beyond")), Trie(row.List("flown")), row.List("near").Length == 0, row.Optional("least") is { } least ? decimal.Parse(least, CultureInfo.InvariantCulture) : 0));
        }

        PhraseTrie<bool> Trie(IEnumerable<string> phrases)
        {
            var trie = new PhraseTrie<bool>(vocabulary, tokenizer);
            foreach (var form in phrases.SelectMany(w => inflector.Verb(w)).Distinct(StringComparer.Ordinal))
            {
                trie.Add(form, true);
            }

            return trie;
        }
    }

    /// <summary>The role of a figure and the row that gave it, or null when no row fits.</summary>
    /// <param name="syntax">The sentence.</param>
    /// <param name="quantity">The figure.</param>
    /// <param name="whole">Its words with those that repeat it in another unit: "2,000 km (1,240 miles)".</param>
    /// <param name="headline">True where a present tense tells the news.</param>
    public (string Role, string Where)? RoleOf(SentenceSyntax syntax, Quantity quantity, TextSpan whole, bool headline)
    {
        var tokens = syntax.Sentence.Tokens;
        var first = syntax.Sentence.TokenAt(whole.Start);
        var last = syntax.Sentence.TokenAt(whole.End - 1);
        if (last + 1 < tokens.Count && last > first && whole != quantity.Span && tokens[last + 1].Kind == TokenKind.Punctuation)
        {
            last++; // the bracket around the other unit
        }

        var able = TellsAbility(syntax, first, headline);
        (string Role, string Where)? best = null;
        var bestDistance = int.MaxValue;
        foreach (var row in rows)
        {
            if (!string.Equals(row.Dimension, quantity.Dimension, StringComparison.Ordinal) || IsBelow(quantity, row.Least) || Nearest(tokens, row.Unless, first, last, 5, 4) < int.MaxValue
                || (row.Beyond.LongestAt(tokens, last + 1) is not null && Nearest(tokens, row.Flown, first, last, Object, 0) == int.MaxValue))
            {
                continue;
            }

            var distance = row.Always ? Before : row.Behind.LongestAt(tokens, last + 1) is not null || EndsAt(tokens, row.Ahead, first) ? 0 : Nearest(tokens, row.Near, first, last, Before, After, !headline);
            if (distance < bestDistance)
            {
                (best, bestDistance) = ((row.Role, row.Where), distance);
            }
        }

        return !able || best is not { } found || found.Role is "yield" or "magnitude" or "depth" or Range ? best : found.Role is "distance" ? (Range, found.Where) : null;
    }

    private static bool IsBelow(Quantity quantity, decimal least) => (quantity.SiHigh ?? quantity.SiLow) is { } si && si < least;

    // "can fly 900 km", "capable of hitting a target 900 km away", "designed to fly at Mach 5", "which flies at Mach 5": what it can do, not what it did
    private bool TellsAbility(SentenceSyntax syntax, int figure, bool headline)
    {
        var tokens = syntax.Sentence.Tokens;
        Clause? home = null;
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Verb.First <= figure)
            {
                home = clause;
            }
        }

        if (home is null || home.Verb.First == 0)
        {
            return home is { Verb: { Infinitive: true, Tense: Tense.None } };
        }

        var (verb, before) = (home.Verb, tokens[home.Verb.First - 1]);
        if (verb.Modal >= 0)
        {
            return !words.Is(tokens[verb.Modal], "would");
        }

        if (verb.Participle)
        {
            return home.Marker > 0 && words.Is(tokens[home.Marker], "of") && tokens[home.Marker - 1].Tag == PartOfSpeech.Adjective;
        }

        return verb.Infinitive
            ? verb.Tense == Tense.None && before.Tag is PartOfSpeech.Adjective or PartOfSpeech.Verb
            : verb.Tense == Tense.Present && !headline && !words.Is(tokens[verb.Head], "past-alike");
    }

    // "rose to" right before the figure
    private static bool EndsAt(TokenList tokens, PhraseTrie<bool> ahead, int first)
    {
        for (var i = Math.Max(0, first - LongestAhead); i < first; i++)
        {
            if (ahead.LongestAt(tokens, i) is { } match && match.After == first)
            {
                return true;
            }
        }

        return false;
    }

    // Tokens to the nearest of the words; behind the figure counts double, for English says the cue first.
    private static int Nearest(TokenList tokens, PhraseTrie<bool> near, int first, int last, int before, int after, bool passesNames = false)
    {
        var best = int.MaxValue;
        for (var i = Math.Max(0, first - before); i < Math.Min(tokens.Count, last + after + 1); i++)
        {
            if (near.LongestAt(tokens, i) is not { } match || (i < first && IsCompound(tokens, i)) || (passesNames && EndsName(tokens, i)))
            {
                continue;
            }

            var distance = i < first ? first - match.After : i > last ? 2 * (i - last) : 0;
            best = Math.Min(best, Math.Max(0, distance));
        }

        return best;
    }

    // "the nuclear-capable missile flew": which missile, not what it can do
    private static bool IsCompound(TokenList tokens, int at) => IsJoint(tokens, at - 1) || IsJoint(tokens, at + 1);

    private static bool IsJoint(TokenList tokens, int at) => at > 0 && at + 1 < tokens.Count && tokens[at] is { Kind: TokenKind.Hyphen } joint && joint.Start == tokens[at - 1].End && joint.End == tokens[at + 1].Start;

    // "the Marsh Test Range": a place of that name, no measure
    private static bool EndsName(TokenList tokens, int at) =>
        at > 0 && tokens[at].IsCapitalised && tokens[at - 1] is { Kind: TokenKind.Word, IsCapitalised: true, Tag: PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Adjective } before && !before.Is(TokenShape.SentenceStart);

    private sealed record Row(string Where, string Role, string Dimension, PhraseTrie<bool> Near, PhraseTrie<bool> Behind, PhraseTrie<bool> Ahead, PhraseTrie<bool> Unless, PhraseTrie<bool> Beyond, PhraseTrie<bool> Flown, bool Always, decimal Least);
}
