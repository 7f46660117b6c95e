using System.Globalization;
using System.Text.Json.Serialization;

namespace Dateline.Ledger.Judgements;

/// <summary>A report's event by its content: where the words stand that tell it. Positions count code points of the report's text.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Kind">Kind of the codebook it was read as.</param>
/// <param name="Start">Start of the words that tell it first.</param>
/// <param name="End">Their end.</param>
/// <param name="Words">The words; empty when none were kept.</param>
/// <param name="Number">1, or 2, 3 … where one place tells several of a kind.</param>
public sealed record TellingRef(string Report, string Kind, int Start, int End, string Words, int Number = 1)
{
    /// <summary>One string of it: unique over all reports.</summary>
    [JsonIgnore]
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Report}|{Kind}|{Start}{(Number > 1 ? "#" : "")}{(Number > 1 ? Number : "")}");

    /// <summary>
    /// The event of a reading it means: told at the same words as the same kind; else by the same words elsewhere, or at these words as another
    /// kind, which somebody should look at; null when there is none.
    /// </summary>
    public (StoredEvent Event, bool IsExact)? In(ReadingKeys reading)
    {
        var own = reading.Tellings.FirstOrDefault(t => string.Equals(t.Telling.Key, Key, StringComparison.Ordinal));
        if (own.Telling is not null)
        {
            return (own.Event, true);
        }

        foreach (var (happening, telling) in reading.Tellings)
        {
            if (string.Equals(telling.Kind, Kind, StringComparison.Ordinal) && happening.Mentions.Any(mention => mention.Start == Start && mention.End == End))
            {
                return (happening, true);
            }
        }

        var moved = reading.Tellings
            .Where(t => Words.Length > 0 && string.Equals(t.Telling.Kind, Kind, StringComparison.Ordinal) && string.Equals(t.Telling.Words, Words, StringComparison.Ordinal))
            .OrderBy(t => Math.Abs(t.Telling.Start - Start))
            .Concat(reading.Tellings.Where(t => t.Event.Mentions.Any(mention => mention.Start < End && Start < mention.End)))
            .FirstOrDefault();
        return moved.Telling is null ? null : (moved.Event, false);
    }
}

/// <summary>Some words of a report.</summary>
/// <param name="Start">Start in code points.</param>
/// <param name="End">End.</param>
/// <param name="Text">The words.</param>
public sealed record WordsRef(int Start, int End, string Text);
