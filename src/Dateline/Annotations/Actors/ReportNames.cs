using System.Globalization;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using NodaTime;

namespace Dateline.Annotations.Actors;

/// <summary>What names are judged by while a report is read: whom and which countries it has named, where it was filed, its day.</summary>
/// <param name="Text">The report.</param>
/// <param name="FiledCountry">Country of the filed line, or null.</param>
/// <param name="Published">Publication day, or null.</param>
/// <param name="Anywhere">Countries named anywhere in the report.</param>
/// <param name="Bodies">Ids of organisations without a country named anywhere in the report: eu, nato.</param>
/// <param name="Times">Spans of its times, in text order.</param>
/// <param name="Referred">The country that referring words mean at the sentence being read, or null.</param>
public sealed record ReportNames(
    string Text,
    string? FiledCountry,
    LocalDate? Published,
    IReadOnlySet<string> Anywhere,
    IReadOnlySet<string> Bodies,
    IReadOnlyList<TextSpan> Times,
    Func<CountryReference, Place?> Referred)
{
    private readonly string? day = Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whom the report has introduced.</summary>
    public ReportActors Actors { get; } = new();

    /// <summary>Who was named in which sentence.</summary>
    public Discourse Discourse { get; } = new();

    /// <summary>Which countries it has named.</summary>
    public required CountryContext Countries { get; init; }

    /// <summary>An office counts when it was held on the day of publication; without a day, when it has not ended.</summary>
    public bool IsHeld(Office office)
    {
        if (day is null)
        {
            return office.To is null;
        }

        return Compare(office.From, day) <= 0 && (office.To is null || Compare(office.To, day) >= 0);
    }

    /// <summary>A person of the tables as the report has him: who holds an office of several states speaks for none of them.</summary>
    internal Actor Of(Person person, NameLexicon lexicon)
    {
        var held = person.Offices.Where(IsHeld).ToList();
        return held.Count > 0 && held.TrueForAll(o => lexicon.IsOfStates(o.Body)) ? person.Actor with { Country = null } : person.Actor;
    }

    private static int Compare(string? bound, string day) => bound is null ? 0 : string.CompareOrdinal(bound, day[..Math.Min(bound.Length, day.Length)]);
}
