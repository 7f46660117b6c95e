using System.Diagnostics;
using System.Globalization;
using System.Text;
using Dateline.Annotations.Quantities;
using Dateline.Evaluation.Quantities;
using Dateline.Text;
using Xunit;

namespace Dateline.Tests.Annotations;

/// <summary>What holds of the quantities of any text, however hostile: no exception, spans inside the text and without overlap, ends in order, quick.</summary>
public sealed class QuantityProperties
{
    private const int Rounds = 400;

    private static readonly QuantitiesOfText Quantities = new();

    private static readonly string[] Fragments =
    [
        "9999999999999999999999999999999 men", "1,2,3,4", "0.0.0.0 km", "-", "$", "$bn", "between", "and", "a", "1/", "½ km", "١٢٣ km", "ten hundred thousand million billion trillion trillion trillion",
        "1e99 km", "from 5 to", "at least", "up to", "half a", "a third of", "1.5", "bn", "2 ,700", "10 000", "15-hundred", "four-thousand-100", "-18", "°C", "minus", "Mach", "5", "feet", "10 inches", "71 hours and",
        "an hour and", "(", ")", "one", "two", "of the", "17 of 22", "Su-35s", "F-16", "No. 2", "+1 555 0100", "2-1", "%", "per cent", "twice", "tens of thousands of", "several", "dozen", "a pair of", "troops", "were killed",
        "7.507", "seconds", "–", "—", "to", "or", "m", "k", "Russian and", "122mm", "rockets", "\n", "…", "\u00A0", "\uFEFF", "́", "\uD83D", "~", ">", "aged", "-year-old", "5m", "£3m-£4m", "half", "quarter", "and a half",
    ];

    [Fact]
    public void Holds_on_random_characters()
    {
        var random = new Random(7);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(200); i > 0; i--)
            {
                text.Append(random.Next(4) switch
                {
                    0 => (char)random.Next(0x20, 0x7F),
                    1 => (char)random.Next('0', '9' + 1),
                    2 => " ,.-/%$"[random.Next(7)],
                    _ => (char)random.Next(char.MaxValue),
                });
            }

            Holds(text.ToString());
        }
    }

    [Fact]
    public void Holds_on_random_bytes()
    {
        var random = new Random(13);
        var bytes = new byte[400];
        for (var round = 0; round < Rounds * 2; round++)
        {
            random.NextBytes(bytes);
            var text = Encoding.UTF8.GetString(bytes, 0, random.Next(bytes.Length));
            Holds(text);
            Holds(Encoding.Latin1.GetString(bytes, 0, random.Next(bytes.Length)));
        }
    }

    [Fact]
    public void Holds_on_random_joins_of_fragments()
    {
        var random = new Random(11);
        for (var round = 0; round < Rounds * 3; round++)
        {
            var text = new StringBuilder();
            for (var i = random.Next(1, 24); i > 0; i--)
            {
                text.Append(Fragments[random.Next(Fragments.Length)]).Append(random.Next(5) == 0 ? "" : " ");
            }

            Holds(text.ToString());
        }
    }

    [Theory]
    [InlineData("7", "", 1_000_000)]
    [InlineData("7", " missiles were fired", 1_000_000)]
    [InlineData("123,", "456 men", 1_000_000)]
    [InlineData("9.", "9 km", 1_000_000)]
    [InlineData("six point ", "nine", 40_000)]
    [InlineData("1,", "", 40_000)]
    [InlineData("12 ", "", 40_000)]
    [InlineData("000 ", "", 40_000)]
    [InlineData("1-", "2", 40_000)]
    [InlineData("5 km ", "", 40_000)]
    [InlineData("one ", "", 40_000)]
    [InlineData("hundred ", "", 40_000)]
    [InlineData("a ", "", 40_000)]
    [InlineData("half ", "", 40_000)]
    [InlineData("several ", "", 40_000)]
    [InlineData("at least ", "5", 40_000)]
    [InlineData("about ", "5", 40_000)]
    [InlineData("from 1 to ", "", 40_000)]
    [InlineData("between ", "", 40_000)]
    [InlineData("$", "5", 40_000)]
    [InlineData("an hour and ", "", 40_000)]
    [InlineData("Su-35 and ", "", 40_000)]
    public void Is_quick_on_long_repetitions(string piece, string end, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length)) + end;
        var clock = Stopwatch.StartNew();
        Holds(text);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString("c", CultureInfo.InvariantCulture));
    }

    private static void Holds(string text)
    {
        var found = Quantities.Read(text, null);
        var end = 0;
        foreach (var quantity in found.Quantities)
        {
            Assert.True(quantity.Span.Start >= end && quantity.Span.End > quantity.Span.Start && quantity.Span.End <= text.Length, text);
            Assert.False(quantity.Low > quantity.High || quantity.SiLow > quantity.SiHigh || quantity.VagueLow > quantity.VagueHigh, text);
            Assert.True(quantity.Low is not null || quantity.High is not null || quantity.Vague is not null, text);
            Assert.True(quantity.Vague is null || quantity is { Low: null, High: null, VagueLow: not null }, text);
            Assert.True(quantity.SiUnit is not null || quantity.SiLow is null, text);
            Assert.True(quantity.Restates is not { } restated || found.Quantities.Any(q => q.Span == restated), text);
            end = quantity.Span.End;
        }

        Assert.All(found.Ordinals, ordinal => Assert.True(ordinal.Value > 0 && ordinal.Span.End <= text.Length, text));
    }
}
