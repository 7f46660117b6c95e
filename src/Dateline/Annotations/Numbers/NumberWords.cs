using System.Globalization;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Annotations.Numbers;

/// <summary>What a word does in and around a figure; the classes of data/lexicon/number-words.tsv.</summary>
public enum NumberWordClass
{
    /// <summary>zero to nineteen.</summary>
    Unit,

    /// <summary>twenty to ninety.</summary>
    Ten,

    /// <summary>hundred.</summary>
    Hundred,

    /// <summary>thousand, million, bn.</summary>
    Scale,

    /// <summary>k, m: a scale only after a currency or before a counted noun.</summary>
    ScaleLetter,

    /// <summary>dozen.</summary>
    Dozen,

    /// <summary>half, third.</summary>
    Fraction,

    /// <summary>first, second.</summary>
    Ordinal,

    /// <summary>about, some.</summary>
    Approximator,

    /// <summary>"or so".</summary>
    ApproximatorAfter,

    /// <summary>"more than".</summary>
    LowerBound,

    /// <summary>"up to".</summary>
    UpperBound,

    /// <summary>"or more".</summary>
    LowerBoundAfter,

    /// <summary>"or less".</summary>
    UpperBoundAfter,

    /// <summary>to, or, and.</summary>
    RangeJoint,

    /// <summary>between, from; the value is the joint it wants.</summary>
    RangeOpener,

    /// <summary>"and a half"; the value is added.</summary>
    AndAHalf,

    /// <summary>"Hill", "No.": makes what follows a designation.</summary>
    Label,

    /// <summary>"Brigade", "parallel": makes the ordinal before it a name.</summary>
    OrdinalNoun,

    /// <summary>A plural noun with an irregular singular.</summary>
    Noun,

    /// <summary>"Mach", "aged": a unit before its figure.</summary>
    UnitBefore,

    /// <summary>straight, more: may stand between a figure and its unit.</summary>
    Filler,

    /// <summary>a, an.</summary>
    Article,

    /// <summary>strong: makes "12,000-strong" a figure.</summary>
    Strength,

    /// <summary>in, on, with: a figure after it counts, it is no year.</summary>
    Preposition,

    /// <summary>of.</summary>
    Of,

    /// <summary>Ends a noun phrase.</summary>
    Stop,

    /// <summary>Looks like a figure and counts nothing.</summary>
    FalseFriend,

    /// <summary>twice; the value is the number, the flag the noun counted.</summary>
    Adverb,

    /// <summary>minus: before a temperature or an angle.</summary>
    Minus,

    /// <summary>rose, cut: a verb whose "from A to B" is no range.</summary>
    Change,

    /// <summary>Verbs that end in a word that is a bound elsewhere: "handed over 90 prisoners".</summary>
    Phrasal,

    /// <summary>point: said for the sign between the whole and its decimals.</summary>
    Point,

    /// <summary>A row of vague-quantities.tsv.</summary>
    Vague,
}

/// <summary>One reading of a word or phrase.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Text">The value as the table has it: a symbol, a singular, a joint.</param>
/// <param name="Value">The value as a number; for vague words the lower end.</param>
/// <param name="High">Upper end of a vague word, or null.</param>
/// <param name="Flag">The table's flag, or empty.</param>
public sealed record NumberWord(NumberWordClass Class, string Text, decimal Value, decimal? High, string Flag);

/// <summary>The words of number, compiled from data/lexicon/number-words.tsv and vague-quantities.tsv.</summary>
public sealed class NumberWords
{
    private static readonly ulong NumberBeginnings =
        Bit(NumberWordClass.Unit) | Bit(NumberWordClass.Ten) | Bit(NumberWordClass.Hundred) | Bit(NumberWordClass.Dozen) | Bit(NumberWordClass.Fraction) | Bit(NumberWordClass.Article);

    private static readonly ulong QuantityBeginnings =
        NumberBeginnings | Bit(NumberWordClass.Ordinal) | Bit(NumberWordClass.Approximator) | Bit(NumberWordClass.LowerBound) | Bit(NumberWordClass.UpperBound)
        | Bit(NumberWordClass.RangeOpener) | Bit(NumberWordClass.UnitBefore) | Bit(NumberWordClass.Adverb) | Bit(NumberWordClass.Vague) | Bit(NumberWordClass.FalseFriend);

    private readonly PhraseTrie<NumberWord> trie;
    private readonly WordClasses classes = new();

    /// <summary>Compiles both tables.</summary>
    public NumberWords(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        trie = new PhraseTrie<NumberWord>(vocabulary, tokenizer);
        foreach (var row in files.Table("lexicon/number-words.tsv").Rows)
        {
            var text = row["value"];
            _ = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
            Add(row["phrase"], new NumberWord(row.Enum<NumberWordClass>("class"), text, value, null, row["flags"]));
        }

        foreach (var row in files.Table("lexicon/vague-quantities.tsv").Rows)
        {
            Add(row["phrase"], new NumberWord(NumberWordClass.Vague, row["phrase"], row.Number("low") ?? 0, row.Number("high"), row["flags"]));
        }
    }

    /// <summary>The longest phrase of a class that begins at a token; false when there is none.</summary>
    public bool Is(Token[] tokens, int at, NumberWordClass kind, out NumberWord word, out int after)
    {
        (word, after) = (null!, at);
        if ((uint)at >= (uint)tokens.Length || (classes[tokens[at]] & Bit(kind)) == 0)
        {
            return false;
        }

        foreach (var match in trie.AllAt(tokens, at))
        {
            foreach (var reading in match.Values)
            {
                if (reading.Class == kind)
                {
                    (word, after) = (reading, match.After);
                }
            }
        }

        return word is not null;
    }

    /// <summary>True when a token begins a phrase of the class.</summary>
    public bool Is(Token[] tokens, int at, NumberWordClass kind) => Is(tokens, at, kind, out _, out _);

    /// <summary>True when a number in words can begin at a token; no promise that one does.</summary>
    internal bool MayBegin(Token[] tokens, int at) => (classes[tokens[at]] & NumberBeginnings) != 0;

    /// <summary>True when a quantity or an ordinal can begin at a word; no promise that one does.</summary>
    internal bool MayBeginQuantity(Token[] tokens, int at) => (classes[tokens[at]] & QuantityBeginnings) != 0;

    private static ulong Bit(NumberWordClass kind) => 1UL << (int)kind;

    private void Add(string phrase, NumberWord word) => classes.Add(trie.Add(phrase, word), Bit(word.Class));
}
