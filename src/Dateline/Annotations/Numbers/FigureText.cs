using System.Globalization;

namespace Dateline.Annotations.Numbers;

/// <summary>Values of one number token: 1,587 · 7.5 · 1.000.000 · 12,5.</summary>
public static class FigureText
{
    /// <summary>Reads a figure. Colons, and separators that can be neither thousands nor a decimal sign, make it none.</summary>
    /// <param name="figure">The token's characters.</param>
    /// <param name="value">Its value.</param>
    /// <param name="bare">True for digits alone.</param>
    public static bool TryParse(ReadOnlySpan<char> figure, out decimal value, out bool bare)
    {
        (value, bare) = (0, true);
        var (commas, points) = (figure.Count(','), figure.Count('.'));
        bare = commas + points == 0;
        if (figure.Length is 0 or > 24 || figure.Contains(':'))
        {
            return false;
        }

        var (group, fraction) = Signs(figure, commas, points);
        if ((commas > 0 && group != ',' && fraction != ',') || (points > 0 && group != '.' && fraction != '.') || (group != '\0' && !IsGrouped(figure, group, fraction)))
        {
            return false;
        }

        Span<char> plain = stackalloc char[figure.Length];
        var n = 0;
        foreach (var c in figure)
        {
            if (c != group)
            {
                plain[n++] = c == fraction ? '.' : char.IsAsciiDigit(c) ? c : (char)('0' + (int)char.GetNumericValue(c));
            }
        }

        return decimal.TryParse(plain[..n], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    // Which sign parts thousands and which the fraction. English pages: a comma before three digits parts thousands, a
    // single point is decimal; a comma before any other number of digits is a decimal comma; repeated points part thousands.
    private static (char Group, char Fraction) Signs(ReadOnlySpan<char> figure, int commas, int points)
    {
        if (commas > 0 && points > 0)
        {
            return figure.LastIndexOf(',') < figure.LastIndexOf('.')
                ? (',', points == 1 ? '.' : '\0')
                : ('.', commas == 1 ? ',' : '\0');
        }

        if (commas > 0)
        {
            return commas > 1 || (figure.Length - figure.IndexOf(',') == 4 && figure[0] != '0') ? (',', '\0') : ('\0', ',');
        }

        return points > 1 ? ('.', '\0') : ('\0', points == 1 ? '.' : '\0');
    }

    private static bool IsGrouped(ReadOnlySpan<char> figure, char group, char fraction)
    {
        var whole = fraction != '\0' ? figure[..figure.IndexOf(fraction)] : figure;
        var first = whole.IndexOf(group);
        if (first is < 1 or > 3)
        {
            return false;
        }

        var run = 0;
        foreach (var c in whole[(first + 1)..])
        {
            if (c == group && run != 3)
            {
                return false;
            }

            run = c == group ? 0 : run + 1;
        }

        return run == 3;
    }
}
