using Dateline.Annotations.Numbers;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Tells figures that name from figures that count: Su-35, Hill 205, 9M729, page 12, 24/7, +1 555 0100, 2-1.</summary>
internal static class Designations
{
    /// <summary>True for a figure that cannot count whatever follows it; <paramref name="after"/> is where to go on.</summary>
    public static bool IsCertain(FigureSentence s, int at, out int after)
    {
        after = at + 1;
        if (!s.IsKind(at, TokenKind.Number))
        {
            return IsPartOfWord(s, at);
        }

        if (IsPhone(s, at, out var end) || IsSlashed(s, at, out end) || IsScore(s, at, out end))
        {
            after = end;
            return true;
        }

        return IsLabelled(s, at) || HasLeadingZero(s, at) || IsListNumber(s, at) || (at > 0 && IsJoinedBefore(s, at)) || IsMinuteMark(s, at);
    }

    /// <summary>True for a figure without unit and noun that the word before it makes a name: "Hill 205", "Resolution 1874", "page 12".</summary>
    public static bool IsNamed(FigureSentence s, int at)
    {
        if (at == 0)
        {
            // "1. First item"
            return at + 1 < s.Count && (s[at + 1].Kind == TokenKind.Terminal || s.IsSign(at + 1, ')'));
        }

        var before = s[at - 1];
        if (before.Kind != TokenKind.Word)
        {
            return s.Text[before.Start] is '#' or '@' or '№' or '+';
        }

        return s.Is(at - 1, NumberWordClass.Label)
            || (before.IsCapitalised && !s.Is(at - 1, NumberWordClass.Stop) && !s.Is(at - 1, NumberWordClass.UnitBefore))
            || IsNamedGroup(s, at);
    }

    // "top-four", "one-to-one"
    private static bool IsPartOfWord(FigureSentence s, int at) =>
        at > 1 && s.IsKind(at, TokenKind.Word) && s.IsKind(at - 1, TokenKind.Hyphen) && s.IsKind(at - 2, TokenKind.Word)
        && (s.Is(at, NumberWordClass.Unit) || s.Is(at, NumberWordClass.Ten)) && IsJoinedBefore(s, at);

    // "Corps 9", "Flight 7", "No. 2": a label with its capital or its point, whatever follows
    private static bool IsLabelled(FigureSentence s, int at) =>
        TryLabel(s, at, out var index, out var label) && (s[index].IsCapitalised || label.Flag == "always") && (label.Flag != "single" || (s[at].Length == 1 && !s.TryUnit(s.AfterHyphen(at + 1), out _, out _)));

    // The word before, over the point of an abbreviation: "pp. 20-22".
    private static bool TryLabel(FigureSentence s, int at, out int index, out NumberWord label)
    {
        index = at - 1;
        if (index > 0 && s.IsSign(index, '.') && s.IsGlued(index))
        {
            index--;
        }

        label = null!;
        return index >= 0 && s.Is(index, NumberWordClass.Label, out label, out _);
    }

    // Group of 20, Group of Seven
    private static bool IsNamedGroup(FigureSentence s, int at) =>
        at > 1 && s.Is(at - 1, NumberWordClass.Of) && s[at - 2].IsCapitalised && !s[at - 2].Is(TokenShape.SentenceStart) && s.Is(at - 2, NumberWordClass.Label);

    private static bool HasLeadingZero(FigureSentence s, int at) =>
        s[at].Length > 1 && s.Text[s[at].Start] == '0' && char.IsDigit(s.Text[s[at].Start + 1]);

    // (3) third item
    private static bool IsListNumber(FigureSentence s, int at) =>
        s[at].Length <= 2 && at > 0 && s.IsSign(at - 1, '(') && s.IsSign(at + 1, ')');

    // 41°17′, 67′
    private static bool IsMinuteMark(FigureSentence s, int at) => s.IsGlued(at + 1) && s.Text[s[at + 1].Start] is '′' or '″';

    // KN-23 · COVID-19 · 3/4 · +0 · -1 · the second figure of 100-98
    private static bool IsJoinedBefore(FigureSentence s, int at)
    {
        var before = s[at - 1];
        if (before.Kind == TokenKind.Hyphen && at >= 2)
        {
            return s[at - 2].Kind is TokenKind.Number or TokenKind.Ordinal
                || (s[at - 2].Kind == TokenKind.Word && !s.Is(at - 2, NumberWordClass.Scale) && !s.Is(at - 2, NumberWordClass.Approximator) && !s.Is(at - 2, NumberWordClass.UnitBefore));
        }

        if (!s.IsGlued(at))
        {
            return false;
        }

        var sign = s.Text[before.Start];
        if (sign == '/' && at > 1 && s.IsKind(at - 2, TokenKind.Word) && s.TryUnit(at + 1, out _, out _))
        {
            return false; // 1,587km/986 miles
        }

        return sign is '/' or '+' or '#' or '@' or '_' || (before.Kind == TokenKind.Dash && !before.Is(TokenShape.Glued) && !IsSigned(s, at))
            || (before.Kind == TokenKind.Word && !before.Is(TokenShape.Clitic) && char.IsLetter(s.Text[before.End - 1]));
    }

    // -18 °C
    private static bool IsSigned(FigureSentence s, int at) => s.TryUnit(at + 1, out var unit, out _) && unit.Dimension is "temperature" or "angle";

    // 24/7, 9/11
    private static bool IsSlashed(FigureSentence s, int at, out int after)
    {
        after = at + 3;
        return s.IsGlued(at + 1) && s.IsSign(at + 1, '/') && s.IsKind(at + 2, TokenKind.Number) && s.IsGlued(at + 2);
    }

    // 2-1, 3-3: two short figures that do not rise
    private static bool IsScore(FigureSentence s, int at, out int after)
    {
        after = at + 3;
        return s.IsKind(at + 1, TokenKind.Hyphen) && s.IsKind(at + 2, TokenKind.Number) && s[at].Length <= 3 && s[at + 2].Length <= 3 && s[at].Length >= s[at + 2].Length
            && FigureText.TryParse(s.Chars(at), out var one, out var bare) && bare && FigureText.TryParse(s.Chars(at + 2), out var two, out bare) && bare && one >= two;
    }

    // Three figures or more in a row joined by hyphens, or figures apart by a blank that are no groups of thousands.
    private static bool IsPhone(FigureSentence s, int at, out int after)
    {
        var (figures, hyphens, torn) = (1, 0, s[at].Length > 3);
        after = at + 1;
        while (true)
        {
            var next = s.IsKind(after, TokenKind.Hyphen) ? after + 1 : after;
            if (!s.IsKind(next, TokenKind.Number) || (next == after && s.IsGlued(next)))
            {
                break;
            }

            hyphens += next - after;
            torn |= s[next].Length != 3;
            figures++;
            after = next + 1;
        }

        var called = at > 0 && s.IsSign(at - 1, '+') && s.IsGlued(at);
        return (figures > 2 && hyphens > 1) || (figures > 1 && (called || (HasLeadingZero(s, at) && torn) || (hyphens > 0 && figures > 2) || (torn && IsLeadingZeroWithin(s, at, after))));
    }

    private static bool IsLeadingZeroWithin(FigureSentence s, int at, int after)
    {
        for (var i = at + 1; i < after; i++)
        {
            if (s.IsKind(i, TokenKind.Number) && HasLeadingZero(s, i) && s[i].Length != 3)
            {
                return true;
            }
        }

        return false;
    }
}
