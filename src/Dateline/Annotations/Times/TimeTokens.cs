using System.Globalization;
using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Times;

/// <summary>One sentence as the time parser sees it: its tokens with the words of time and the numbers that begin at each.</summary>
internal sealed class TimeTokens
{
    private readonly List<(TimeWord Word, int After)> words = [];
    private readonly int[] begins; // index into words of what begins at a token; one more at the end
    private readonly ulong[] classes; // by token: the classes of what begins at it, one bit each
    // "the end of the first half of the last week of": more inside each other no writer means.
    private const int Deepest = 4;

    private int depth;
    private NumberReading[]? numbers;
    private bool[]? barred;

    private static readonly ulong Beginnings = MakeBeginnings();
    private static readonly ulong Leads = Bit(TimeWordClass.The) | Bit(TimeWordClass.Article) | Bit(TimeWordClass.Approximator) | Bit(TimeWordClass.Bound);

    private readonly NumberReader reader;

    private TimeTokens(string text, Sentence sentence, NumberReader reader)
    {
        this.reader = reader;
        Text = text;
        Sentence = sentence;
        Tokens = sentence.Tokens as Token[] ?? [.. sentence.Tokens];
        begins = new int[Tokens.Length + 1];
        classes = new ulong[Tokens.Length];
    }

    public string Text { get; }

    public Sentence Sentence { get; }

    public Token[] Tokens { get; }

    /// <summary>True when history is told: years of four figures are taken as such without support, back to 1000.</summary>
    public bool Narrative { get; private init; }

    /// <summary>True when words that only point at now, the past or the future are wanted.</summary>
    public bool References { get; private init; }

    public int Count => Tokens.Length;

    /// <summary>Looks every token up once; null when nothing in the sentence can be a time.</summary>
    public static TimeTokens? Of(string text, Sentence sentence, TimeWords lexicon, NumberReader reader, TimeContext context)
    {
        var made = new TimeTokens(text, sentence, reader) { Narrative = context.Narrative, References = context.References };
        var tokens = made.Tokens;
        var any = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            made.begins[i] = made.words.Count;
            foreach (var match in lexicon.AllAt(tokens, i))
            {
                foreach (var word in match.Values)
                {
                    made.words.Add((word, match.After));
                    made.classes[i] |= Bit(word.Class);
                    any |= IsTelling(word.Class) || (word.Class == TimeWordClass.Reference && context.References);
                    made.Bar(i, match.After, word);
                }
            }

            any |= tokens[i].Kind is TokenKind.Number or TokenKind.Ordinal;
        }

        made.begins[tokens.Length] = made.words.Count;
        for (var i = 0; any && i < tokens.Length; i++)
        {
            if (reader.TryRead(text, tokens, i, out var number))
            {
                (made.numbers ??= new NumberReading[tokens.Length])[i] = number;
            }
        }

        return any ? made : null;
    }

    /// <summary>Begins the reading of a stretch inside another one; false when too many lie in each other to mean anything.</summary>
    public bool Enter() => ++depth <= Deepest;

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    public void Leave() => depth--;

    /// <summary>True when an expression may begin at the token; no promise that one does.</summary>
    public bool MayBegin(int at) => MayBegin(at, leads: 0);

    private bool MayBegin(int at, int leads)
    {
        if ((uint)at >= (uint)Count)
        {
            return false;
        }

        return (classes[at] & Beginnings) != 0
            || Tokens[at].Kind is TokenKind.Number or TokenKind.Ordinal or TokenKind.Quote
            || Tokens[at].Is(TokenShape.Clitic)
            || (numbers is not null && numbers[at].After > 0)
            || reader.Words.Is(Tokens, at, NumberWordClass.Vague)
            || reader.Words.Is(Tokens, at, NumberWordClass.Ordinal)
            || ((classes[at] & Leads) != 0 && MayFollow(at, leads + 1));
    }

    /// <summary>The longest phrase of the class that begins at a token.</summary>
    public bool Is(int at, TimeWordClass kind, out TimeWord word, out int after)
    {
        (word, after) = (null!, at);
        if ((uint)at >= (uint)classes.Length || (classes[at] & Bit(kind)) == 0)
        {
            return false;
        }

        for (var i = begins[at]; i < begins[at + 1]; i++)
        {
            var (candidate, end) = words[i];
            if (candidate.Class == kind)
            {
                (word, after) = (candidate, end);
            }
        }

        return word is not null;
    }

    public bool Is(int at, TimeWordClass kind) => Is(at, kind, out _, out _);

    /// <summary>The index after the phrase when it is there, else the same index.</summary>
    public int Skip(int at, TimeWordClass kind) => Is(at, kind, out _, out var after) ? after : at;

    /// <summary>True when the token is a preposition of the table with this value.</summary>
    public bool IsPreposition(int at, string value) => Is(at, TimeWordClass.Preposition, out var word, out _) && word.Text == value;

    public bool Number(int at, out NumberReading number)
    {
        number = numbers is not null && (uint)at < (uint)Count ? numbers[at] : default;
        return number.After > 0;
    }

    /// <summary>A vague number word such as "several", an "of" after it included.</summary>
    public bool Vague(int at, out int after)
    {
        if (!reader.Words.Is(Tokens, at, NumberWordClass.Vague, out _, out after))
        {
            return false;
        }

        after = Skip(after, TimeWordClass.Of);
        return true;
    }

    /// <summary>An ordinal in figures or as one word.</summary>
    public bool Ordinal(int at, out int value, out int after)
    {
        (value, after) = (0, at + 1);
        if ((uint)at >= (uint)Count)
        {
            return false;
        }

        if (Tokens[at].Kind == TokenKind.Ordinal)
        {
            return int.TryParse(Chars(at)[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }

        var found = reader.Words.Is(Tokens, at, NumberWordClass.Ordinal, out var word, out after);
        value = found ? (int)word.Value : 0;
        return found;
    }

    /// <summary>A number token of digits alone, its value and its length in characters.</summary>
    public bool Digits(int at, out int value, out int length)
    {
        (value, length) = (0, 0);
        if ((uint)at >= (uint)Count || Tokens[at].Kind != TokenKind.Number || Tokens[at].Length > 8)
        {
            return false;
        }

        foreach (var c in Tokens[at].Span.Of(Text))
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        length = Tokens[at].Length;
        return true;
    }

    /// <summary>True when the token is this one character.</summary>
    public bool IsSign(int at, char sign) => (uint)at < (uint)Count && Tokens[at].Length == 1 && Text[Tokens[at].Start] == sign;

    public bool IsHyphen(int at) => (uint)at < (uint)Count && Tokens[at].Kind is TokenKind.Hyphen;

    public bool IsCapitalised(int at) => (uint)at < (uint)Count && Tokens[at].IsCapitalised;

    public bool IsGlued(int at) => (uint)at < (uint)Count && Tokens[at].Is(TokenShape.Glued);

    /// <summary>True inside a phrase that only looks like a time.</summary>
    public bool IsBarred(int at) => barred is not null && barred[at];

    public TextSpan Span(int first, int after) => new(Tokens[first].Start, Tokens[after - 1].End);

    public ReadOnlySpan<char> Chars(int at) => Tokens[at].Span.Of(Text);

    private static ulong Bit(TimeWordClass kind) => 1UL << (int)kind;

    // A class that makes a sentence worth a closer look.
    private static bool IsTelling(TimeWordClass kind) =>
        kind is < TimeWordClass.Last or TimeWordClass.Set or TimeWordClass.Every or TimeWordClass.Weekend or TimeWordClass.Holiday or TimeWordClass.Zone
            or TimeWordClass.Era or TimeWordClass.KnownDay or TimeWordClass.OtherMonth or TimeWordClass.ClockFraction;

    private static ulong MakeBeginnings()
    {
        var all = Bit(TimeWordClass.Recent) | Bit(TimeWordClass.EdgeAdjective) | Bit(TimeWordClass.EdgeNoun) | Bit(TimeWordClass.Fiscal) | Bit(TimeWordClass.Reference) | Bit(TimeWordClass.Quarter);
        for (var kind = TimeWordClass.Weekday; kind <= TimeWordClass.OtherMonth; kind++)
        {
            all |= IsTelling(kind) || kind is >= TimeWordClass.Last and <= TimeWordClass.That ? Bit(kind) : 0;
        }

        return all & ~Bit(TimeWordClass.Zone);
    }

    // An article or "about" begins one when something else can behind it.
    private bool MayFollow(int at, int leads)
    {
        if (leads > Deepest)
        {
            return false;
        }

        for (var i = begins[at]; i < begins[at + 1]; i++)
        {
            if ((Bit(words[i].Word.Class) & Leads) != 0 && MayBegin(words[i].After, leads))
            {
                return true;
            }
        }

        return false;
    }

    private void Bar(int first, int after, TimeWord word)
    {
        for (var i = first; word.Class == TimeWordClass.FalseFriend && i < after; i++)
        {
            (barred ??= new bool[Count])[i] = true;
        }
    }
}
