using System.Buffers;
using System.Globalization;
using Dateline.Annotations.Quantities;

namespace Dateline.Checks;

/// <summary>
/// DL0105: a figure printed with a point before three digits ("7.507 seconds") that was read as thousands, because thousandths make no sense
/// there. The reader sees what was printed and what it was taken for.
/// </summary>
public sealed class ThousandsPoint : ICheck
{
    private const int GroupLength = 3;

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    /// <inheritdoc/>
    public string Id => "DL0105";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var figure in input.Annotations.Quantities)
        {
            if (Of(figure, input.Text) is { } finding)
            {
                yield return finding with { Claims = CheckWords.ClaimsAt(input, figure.Span), Span = figure.Span };
            }
        }
    }

    /// <summary>What there is to say of one figure; null when its point parts no thousands.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="text">The text it stands in.</param>
    public Finding? Of(Quantity figure, string text) =>
        Printed(figure, text) is not { } printed ? null : new Finding(
            Id,
            Severity.Notice,
            $"Printed \"{figure.Span.In(text)}\", read as {(printed * 1000).ToString("#,0", CultureInfo.InvariantCulture)} {figure.Unit}: the point stands where thousands are parted.",
            [],
            [new("printed", printed), new("read_as", printed * 1000)],
            null);

    // The first number of its words, when it has a point before its last three digits and was read a thousand times as large.
    private static decimal? Printed(Quantity figure, string text)
    {
        var words = figure.Span.Of(text);
        var begin = words.Contains('.') ? words.IndexOfAnyInRange('0', '9') : -1;
        if (begin < 0 || figure.Low is not { } low)
        {
            return null;
        }

        var number = words[begin..];
        var end = number.IndexOfAnyExcept(NumberCharacters);
        number = (end < 0 ? number : number[..end]).TrimEnd('.');
        return number.Length > GroupLength + 1 && number[^(GroupLength + 1)] == '.' && decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var printed) && printed * 1000 == low ? printed : null;
    }
}
