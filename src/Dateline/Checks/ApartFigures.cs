using Dateline.Annotations.Places;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Annotations.Weapons;
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
    private const int LongestJoint = 16; // characters between "28" and "31" in "28 out of the 31"

    private readonly ILookup<string, string> words;

    private readonly Codebook codebook;

    /// <summary>Loads patterns/apart-words.tsv.</summary>
    public ApartFigures(KnowledgeFiles files, Codebook codebook) => (this.codebook, words) = (codebook, files.Table("patterns/apart-words.tsv").Rows.ToLookup(row => row["side"], row => row["phrase"], StringComparer.Ordinal));

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

        return IsSum(input, quantity) || NamesAnotherDay(input, told, sentence) || CountsHappenings(input, told, figure, sentence) || IsOfAnotherWeapon(input, told, figure);
    }

    /// <summary>
    /// True for two counts of one event of which one is of a part of the other: "28 of the 31 drones" stands somewhere, or the smaller one's sentence names a town or region
    /// that the larger one's does not.
    /// </summary>
    internal static bool ArePartAndWhole(CheckInput input, EventFigure one, EventFigure other)
    {
        if (one.Quantity.SiUnit is not null || other.Quantity.SiUnit is not null)
        {
            return false;
        }

        var (part, whole) = (one.Quantity.High ?? one.Quantity.Low) <= (other.Quantity.High ?? other.Quantity.Low) ? (one.Quantity, other.Quantity) : (other.Quantity, one.Quantity);
        return IsPrintedAsPart(input, part, whole) || IsSort(part.Span.Of(input.Text), whole.Span.Of(input.Text)) || PlacesBeside(input, part.Span).Except(PlacesBeside(input, whole.Span), StringComparer.Ordinal).Any();
    }

    /// <summary>True for a figure whose sentence names, before it or not, only weapons other than the event's: "a rocket of another series with a range of 40 km".</summary>
    internal bool IsOfAnotherWeapon(CheckInput input, Event told, EventFigure figure)
    {
        if (figure.Quantity.SiUnit is null)
        {
            return false;
        }

        var sentence = SentenceOf(input.Text, figure.Quantity.Span);
        WeaponMention? nearest = null;
        foreach (var weapon in input.Annotations.Weapons)
        {
            if (sentence.Contains(weapon.Span.Start) && (nearest is null || weapon.Span.Start < figure.Quantity.Span.Start))
            {
                nearest = weapon;
            }
        }

        return nearest switch
        {
            null => false,
            { System: { } system } => told.Claims.Select(c => c.Claim.Value).OfType<WeaponNameValue>().ToList() is { Count: > 0 } own && !own.Exists(name => name.Id is not null && nearest.SystemId is not null ? name.Id == nearest.SystemId : string.Equals(name.Name, system, StringComparison.OrdinalIgnoreCase)),
            _ => EventFigures.Classes(told) is { Count: > 0 } classes && !codebook.Has(nearest.Class, ClassTrait.Vague) && classes.All(own => own.Class != nearest.Class && !codebook.Has(own.Class, ClassTrait.Vague)),
        };
    }

    // "13 Israeli hostages" are of the "24 hostages"
    private static bool IsSort(ReadOnlySpan<char> part, ReadOnlySpan<char> whole)
    {
        var (last, noun) = (part.LastIndexOf(' '), whole.LastIndexOf(' '));
        if (last < 0 || noun < 0 || !part[last..].Equals(whole[noun..], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var before = part[..last];
        var sort = before[(before.LastIndexOf(' ') + 1)..];
        return sort.Length > 0 && before.Length > sort.Length && char.IsUpper(sort[0]) && !Holds(whole, sort.ToString());
    }

    // "28 of the 31", "22 out of 27".
    private static bool IsPrintedAsPart(CheckInput input, Quantity part, Quantity whole)
    {
        var figures = input.Annotations.Quantities;
        for (var i = 0; i + 1 < figures.Count; i++)
        {
            var (first, second) = (figures[i], figures[i + 1]);
            if (first.Low == part.Low && second.Low == whole.Low && first.Low != second.Low && second.Span.Start > first.Span.End)
            {
                var between = input.Text.AsSpan(first.Span.End, second.Span.Start - first.Span.End);
                if (between.Length <= LongestJoint && Holds(between, "of"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> PlacesBeside(CheckInput input, TextSpan figure)
    {
        var sentence = SentenceOf(input.Text, figure);
        return input.Annotations.Places.Where(p => p.Role == PlaceRole.Place && sentence.Contains(p.Span.Start) && p.Place is { Precision: PlacePrecision.Region or PlacePrecision.City or PlacePrecision.Point }).Select(p => p.Place!.Id);
    }

    // "21 drones and missiles": of both together
    private static bool IsSum(CheckInput input, Quantity quantity)
    {
        const string And = " and ";
        var next = quantity.Span.End + And.Length;
        return quantity.SiUnit is null && next < input.Text.Length && string.CompareOrdinal(input.Text, quantity.Span.End, And, 0, And.Length) == 0 && input.Annotations.Weapons.Any(w => w.Span.Start == next);
    }

    /// <summary>True for losses told of two countries, and for measures of two weapons: their sentences name different ones.</summary>
    internal static bool AreOfTwo(CheckInput input, EventFigure one, EventFigure other) => one.Quantity.SiUnit is null
        ? one.Claim.Role is "killed" or "wounded" or "captured" or "casualties" && AreOthers(CountriesBeside(input, one.Quantity.Span), CountriesBeside(input, other.Quantity.Span))
        : AreOthers(WeaponsBeside(input, one.Quantity.Span), WeaponsBeside(input, other.Quantity.Span));

    private static bool AreOthers(HashSet<string> one, HashSet<string> other) => one.Count > 0 && other.Count > 0 && !one.Overlaps(other);

    private static HashSet<string> CountriesBeside(CheckInput input, TextSpan figure)
    {
        var sentence = SentenceOf(input.Text, figure);
        return input.Annotations.Places.Where(p => p.Role == PlaceRole.Place && sentence.Contains(p.Span.Start)).Select(p => p.Place?.Country).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> WeaponsBeside(CheckInput input, TextSpan figure)
    {
        var sentence = SentenceOf(input.Text, figure);
        return input.Annotations.Weapons.Where(w => sentence.Contains(w.Span.Start)).Select(w => w.SystemId ?? w.System).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    // "the four airstrikes delivered 24 munitions": the figure is of several happenings, which another sentence may count otherwise.
    private static bool CountsHappenings(CheckInput input, Event told, EventFigure figure, TextSpan sentence) =>
        figure.Quantity.SiUnit is null
        && input.Annotations.Quantities.Any(q => q.Span != figure.Quantity.Span && q is { SiUnit: null, Low: > 1 } && sentence.Contains(q.Span.Start) && told.Mentions.Any(m => q.Span.Start <= m.Trigger.Start && m.Trigger.End <= q.Span.End));

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
