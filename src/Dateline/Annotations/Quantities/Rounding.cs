namespace Dateline.Annotations.Quantities;

/// <summary>How finely a figure is printed: 1,500 may stand for 1,450 to 1,550, 7.5 for 7.45 to 7.55.</summary>
public static class Rounding
{
    // "About" leaves a tenth open, and no rounding more than that (judged by the authors).
    private const decimal About = 0.1m;

    // Whole numbers with fewer zeros at their end are counted, not rounded.
    private const int RoundedZeros = 2;

    /// <summary>The worth of the last digit that counts: 0.1 for 7.5, 100 for 1,500.</summary>
    /// <param name="value">The figure as printed.</param>
    /// <param name="leastZeros">How many zeros at its end make a whole number a rounded one; 0 is returned for one with fewer.</param>
    public static decimal Step(decimal value, int leastZeros = 1)
    {
        if (value.Scale > 0 && value != decimal.Truncate(value))
        {
            return 1m / Power(value.Scale);
        }

        var whole = Math.Abs(decimal.Truncate(value));
        var zeros = 0;
        for (; whole != 0 && whole % 10 == 0; whole /= 10)
        {
            zeros++;
        }

        return zeros >= leastZeros ? zeros == 0 ? 1 : Power(zeros) : 0;
    }

    /// <summary>How far the true figure may lie from the one printed: half of the last digit that counts, or a tenth when it is "about".</summary>
    /// <param name="value">The figure as printed.</param>
    /// <param name="isAbout">True when it is "about".</param>
    /// <param name="isConverted">True for what is compared in another unit: 430 km stands for 425 to 435 then, where it is 430 beside 432.</param>
    public static decimal Play(decimal value, bool isAbout, bool isConverted = false)
    {
        var tenth = Math.Abs(value) * About;
        return isAbout ? tenth : Math.Min(Step(value, isConverted ? 0 : RoundedZeros) / 2, tenth);
    }

    private static decimal Power(int digits)
    {
        var power = 1m;
        for (var i = 0; i < digits; i++)
        {
            power *= 10;
        }

        return power;
    }
}
