using Dateline.Annotations.Times;
using Dateline.Claims;
using Dateline.Events;
using Dateline.Knowledge;
using NodaTime;

namespace Dateline.Checks;

/// <summary>Tells figures that are of a part of an event, of another happening or of several: "another strike killed seven more", "eight on Friday alone".</summary>
public sealed class ApartFigures
{
    private const string Before = "before";
    private const string Terminals = ".!?\n";

    private readonly ILookup<string, string> words;

    /// <summary>Loads patterns/apart-words.tsv.</summary>
    public ApartFigures(KnowledgeFiles files) => words = files.Table("patterns/apart-words.tsv").Rows.ToLookup(row => row["side"], row => row["phrase"], StringComparer.Ordinal);

    /// <summary>True for a figure that contradicts no other one of its event.</summary>
    internal bool IsApart(CheckInput input, Event told, EventFigure figure)
    {
        var quantity = figure.Quantity;
        if (quantity is { SiUnit: null, Low: 1, High: 1 })
        {
            return true; // "a drone" may be one of many
        }

        var sentence = SentenceOf(input.Text, quantity.Span);
        var ahead = input.Text.AsSpan(sentence.Start, quantity.Span.Start - sentence.Start);
        var inside = input.Text.AsSpan(quantity.Span.Start, sentence.End - quantity.Span.Start);
        foreach (var phrase in words[Before])
        {
            if (Holds(ahead, phrase))
            {
                return true;
            }
        }

        foreach (var phrase in words["inside"])
        {
            if (Holds(inside[..quantity.Span.Length], phrase))
            {
                return true;
            }
        }

        var behind = input.Text.AsSpan(quantity.Span.End, sentence.End - quantity.Span.End).TrimStart();
        foreach (var phrase in words["after"])
        {
            if (Begins(behind, phrase))
            {
                return true;
            }
        }

        return NamesAnotherDay(input, told, sentence);
    }

    private static bool NamesAnotherDay(CheckInput input, Event told, TextSpan sentence)
    {
        var days = told.Claims.Select(c => c.Claim.Value).OfType<TimeValue>().Select(t => t.Time).Where(t => t is { First: not null, Last: not null }).ToList();
        return days.Count > 0 && input.Annotations.Times.Any(t => t is { Type: TimexType.Date or TimexType.Time, First: { } first, Last: { } last } && sentence.Contains(t.Span.Start) && days.TrueForAll(d => last < Earlier(d) || first > Later(d)));
    }

    private static LocalDate Earlier(TimeExpression time) => time.First!.Value.PlusDays(-1);

    private static LocalDate Later(TimeExpression time) => time.Last!.Value.PlusDays(1);

    private static TextSpan SentenceOf(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && !IsEnd(text, start - 1))
        {
            start--;
        }

        while (end < text.Length && !IsEnd(text, end))
        {
            end++;
        }

        return new TextSpan(start, end);
    }

    // A full stop with a blank behind it, or a line's end.
    private static bool IsEnd(string text, int at) => Terminals.Contains(text[at], StringComparison.Ordinal) && (text[at] == '\n' || at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    private static bool Holds(ReadOnlySpan<char> words, string phrase)
    {
        for (var from = 0; words[from..].IndexOf(phrase, StringComparison.OrdinalIgnoreCase) is >= 0 and var at; from += at + phrase.Length)
        {
            var (first, after) = (from + at, from + at + phrase.Length);
            if ((first == 0 || !char.IsLetter(words[first - 1])) && (after == words.Length || !char.IsLetter(words[after])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<char> words, string phrase) =>
        words.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (words.Length == phrase.Length || !char.IsLetter(words[phrase.Length]));
}
