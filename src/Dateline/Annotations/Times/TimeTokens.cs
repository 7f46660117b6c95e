using System.Globalization;
using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Times;

/// <summary>One sentence as the time parser sees it: its tokens with the words of time and the numbers that begin at each.</summary>
internal sealed class TimeTokens
{
    private readonly List<(TimeWord Word, int After)> words = [];
    private int[] begins = []; // index into words of what begins at a token; one more at the end
    private ulong[] classes = []; // by token: the classes of what begins at it, one bit each

    // "the end of the first half of the last week of": more inside each other no writer means.
    private const int Deepest = 4;

    private int depth;
    private NumberReading[] numbers = [];
    private bool anyNumber;
    private bool[] barred = [];
    private bool anyBarred;

    private static readonly ulong Beginnings = MakeBeginnings();
    private static readonly ulong Telling = MakeTelling();
    private static readonly ulong Leads = TimeWords.Bit(TimeWordClass.The) | TimeWords.Bit(TimeWordClass.Article) | TimeWords.Bit(TimeWordClass.Approximator) | TimeWords.Bit(TimeWordClass.Bound);

    private readonly TimeWords lexicon;
    private readonly NumberReader reader;
    private readonly ulong telling;

    /// <summary>A view to be moved from sentence to sentence by <see cref="Read"/>; what was read is forgotten with the next.</summary>
    public TimeTokens(TimeWords lexicon, NumberReader reader, TimeContext context)
    {
        this.lexicon = lexicon;
        this.reader = reader;
        Narrative = context.Narrative;
        References = context.References;
        telling = context.References ? Telling | TimeWords.Bit(TimeWordClass.Reference) : Telling;
    }

    public string Text { get; private set; } = "";

    public Sentence Sentence { get; private set; } = null!;

    public Token[] Tokens { get; private set; } = [];

    /// <summary>True when history is told: years of four figures are taken as such without support, back to 1000.</summary>
    public bool Narrative { get; }

    /// <summary>True when words that only point at now, the past or the future are wanted.</summary>
    public bool References { get; }

    public int Count => Tokens.Length;

    /// <summary>Moves to a sentence and looks its tokens up once; false when nothing in it can be a time.</summary>
    public bool Read(string text, Sentence sentence)
    {
        var tokens = sentence.Tokens.Items;
        if (!MayTell(tokens))
        {
            return false;
        }

        (Text, Sentence, Tokens) = (text, sentence, tokens);
        Clear(tokens.Length);
        var any = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            begins[i] = words.Count;
            if (lexicon.ClassesOf(tokens[i]) != 0)
            {
                LookUp(i);
                any |= (classes[i] & telling) != 0;
            }

            any |= tokens[i].Kind is TokenKind.Number or TokenKind.Ordinal;
        }

        begins[tokens.Length] = words.Count;
        for (var i = 0; any && i < tokens.Length; i++)
        {
            if (reader.TryRead(text, tokens, i, out var number))
            {
                numbers[i] = number;
                anyNumber = true;
            }
        }

        return any;
    }

    // By the first words alone: nearly half of all sentences end here.
    private bool MayTell(Token[] tokens)
    {
        foreach (ref readonly var token in tokens.AsSpan())
        {
            if ((lexicon.ClassesOf(token) & telling) != 0 || token.Kind is TokenKind.Number or TokenKind.Ordinal)
            {
                return true;
            }
        }

        return false;
    }

    private void Clear(int count)
    {
        if (begins.Length <= count)
        {
            var size = Math.Max(count + 1, 2 * begins.Length);
            (begins, classes, numbers, barred) = (new int[size], new ulong[size], new NumberReading[size], new bool[size]);
        }
        else
        {
            classes.AsSpan(0, count).Clear();
            if (anyNumber)
            {
                numbers.AsSpan().Clear();
            }

            if (anyBarred)
            {
                barred.AsSpan().Clear();
            }
        }

        words.Clear();
        (depth, anyNumber, anyBarred) = (0, false, false);
    }

    private void LookUp(int at)
    {
        foreach (var match in lexicon.AllAt(Tokens, at))
        {
            foreach (var word in match.Values)
            {
                words.Add((word, match.After));
                classes[at] |= TimeWords.Bit(word.Class);
                Bar(at, match.After, word);
            }
        }
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
            || (anyNumber && numbers[at].After > 0)
            || reader.Words.Is(Tokens, at, NumberWordClass.Vague)
            || reader.Words.Is(Tokens, at, NumberWordClass.Ordinal)
            || ((classes[at] & Leads) != 0 && MayFollow(at, leads + 1));
    }

    /// <summary>The longest phrase of the class that begins at a token.</summary>
    public bool Is(int at, TimeWordClass kind, out TimeWord word, out int after)
    {
        (word, after) = (null!, at);
        if ((uint)at >= (uint)Count || (classes[at] & TimeWords.Bit(kind)) == 0)
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
        number = anyNumber && (uint)at < (uint)Count ? numbers[at] : default;
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
    public bool IsBarred(int at) => anyBarred && barred[at];

    public TextSpan Span(int first, int after) => new(Tokens[first].Start, Tokens[after - 1].End);

    public ReadOnlySpan<char> Chars(int at) => Tokens[at].Span.Of(Text);

    // A class that makes a sentence worth a closer look.
    private static bool IsTelling(TimeWordClass kind) =>
        kind is < TimeWordClass.Last or TimeWordClass.Set or TimeWordClass.Every or TimeWordClass.Weekend or TimeWordClass.Holiday or TimeWordClass.Zone
            or TimeWordClass.Era or TimeWordClass.KnownDay or TimeWordClass.OtherMonth or TimeWordClass.ClockFraction;

    private static ulong MakeTelling()
    {
        var all = 0UL;
        for (var kind = TimeWordClass.Weekday; kind <= TimeWordClass.OtherMonth; kind++)
        {
            all |= IsTelling(kind) ? TimeWords.Bit(kind) : 0;
        }

        return all;
    }

    private static ulong MakeBeginnings()
    {
        var all = TimeWords.Bit(TimeWordClass.Recent) | TimeWords.Bit(TimeWordClass.EdgeAdjective) | TimeWords.Bit(TimeWordClass.EdgeNoun) | TimeWords.Bit(TimeWordClass.Fiscal) | TimeWords.Bit(TimeWordClass.Reference) | TimeWords.Bit(TimeWordClass.Quarter);
        for (var kind = TimeWordClass.Weekday; kind <= TimeWordClass.OtherMonth; kind++)
        {
            all |= IsTelling(kind) || kind is >= TimeWordClass.Last and <= TimeWordClass.That ? TimeWords.Bit(kind) : 0;
        }

        return all & ~TimeWords.Bit(TimeWordClass.Zone);
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
            if ((TimeWords.Bit(words[i].Word.Class) & Leads) != 0 && MayBegin(words[i].After, leads))
            {
                return true;
            }
        }

        return false;
    }

    private void Bar(int first, int after, TimeWord word)
    {
        if (word.Class != TimeWordClass.FalseFriend || (word.Flags == "capital" && !Tokens[after - 1].IsCapitalised))
        {
            return;
        }

        barred.AsSpan(first, after - first).Fill(true);
        anyBarred = true;
    }
}
