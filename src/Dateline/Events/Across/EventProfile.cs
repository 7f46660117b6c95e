using Dateline.Claims;
using NodaTime;

namespace Dateline.Events.Across;

/// <summary>
/// What of one report's event is compared with the events of other reports: small, and enough to bring them together without
/// the reports themselves.
/// </summary>
/// <param name="Report">Id of the report that tells it.</param>
/// <param name="Event">Id of the event in that report: e1.</param>
/// <param name="Published">Day the report was published; where the page has no date, the latest day its news names; or null.</param>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Status">How it stands to the report.</param>
/// <param name="Days">When it happened, or null when the report does not say.</param>
/// <param name="Places">Where, by any role.</param>
/// <param name="Parties">Who, by any role.</param>
/// <param name="Weapons">Weapon classes and named systems.</param>
/// <param name="Figures">Figures by role.</param>
/// <param name="Sources">Primary sources its claims go back to.</param>
/// <param name="Quotes">Hashes of the runs of words quoted in it, in rising order; none of them twice.</param>
public sealed record EventProfile(
    string Report,
    string Event,
    LocalDate? Published,
    string Kind,
    EventStatus Status,
    DaySpan? Days,
    IReadOnlyList<PlaceFeature> Places,
    IReadOnlyList<PartyFeature> Parties,
    IReadOnlyList<WeaponFeature> Weapons,
    IReadOnlyList<FigureFeature> Figures,
    IReadOnlyList<string> Sources,
    IReadOnlyList<uint> Quotes)
{
    private readonly IReadOnlyList<PartDay>? parts;
    private readonly IReadOnlyList<string>? names;
    private readonly IReadOnlyList<string>? sites;
    private readonly IReadOnlyList<string>? beside;
    private readonly IReadOnlyList<string>? title;
    private readonly IReadOnlyList<string>? around;
    private readonly IReadOnlyList<string>? persons;

    /// <summary>What is known of a day the report does not fix: "on Friday", "on April 8" of a page without a date. Empty when it fixes one.</summary>
    public IReadOnlyList<PartDay> PartDays
    {
        get => parts ?? [];
        init => parts = value;
    }

    /// <summary>Names in the sentences that tell it and that no table has, folded: an operation, a school, a make.</summary>
    public IReadOnlyList<string> Names
    {
        get => names ?? [];
        init => names = value;
    }

    /// <summary>Kinds of buildings and grounds its sentences speak of: mosque, school, airport.</summary>
    public IReadOnlyList<string> Sites
    {
        get => sites ?? [];
        init => sites = value;
    }

    /// <summary>Places smaller than a country and named weapons in the sentences that tell it and in the report's first one, by their rows, whether they have a role in it or not.</summary>
    public IReadOnlyList<string> Around
    {
        get => around ?? [];
        init => around = value;
    }

    /// <summary>Persons of the tables, and bodies that are no state's, in the same sentences.</summary>
    public IReadOnlyList<string> Persons
    {
        get => persons ?? [];
        init => persons = value;
    }

    /// <summary>What else its report tells as news, with its persons and spots: "meeting|person-a|person-b". Two reports of one day tell the same things together.</summary>
    public IReadOnlyList<string> Beside
    {
        get => beside ?? [];
        init => beside = value;
    }

    /// <summary>Words of the name of an exercise or treaty, folded.</summary>
    public IReadOnlyList<string> Title
    {
        get => title ?? [];
        init => title = value;
    }

    /// <summary>Report and event: unique over all reports.</summary>
    public string Key => Report + "/" + Event;

    /// <summary>The day on which it was news, or news that it is to come, for a telling that names no day; else null.</summary>
    public LocalDate? NewsOn => (Days is null || IsOnNewsDay) && (Status is EventStatus.News or EventStatus.Planned) ? Published : null;

    /// <summary>True for news whose day is the day of publication because no words state one.</summary>
    public bool IsOnNewsDay => Days is { Inferred: true, Length: 1 } days && days.First == Published && (Status is EventStatus.News or EventStatus.Planned);
}

/// <summary>When something happened, as finely as it is told.</summary>
/// <param name="First">First day, inclusive, in the zone of the text.</param>
/// <param name="Last">Last day, inclusive.</param>
/// <param name="Inferred">True when no words state it.</param>
/// <param name="Utc">The instant, when clock and zone are known; else null.</param>
public sealed record DaySpan(LocalDate First, LocalDate Last, bool Inferred, Instant? Utc)
{
    /// <summary>Days from the first to the last; 1 for a single day.</summary>
    public int Length => Period.DaysBetween(First, Last) + 1;

    /// <summary>Days that lie between two spans; 0 when they share a day.</summary>
    public int Gap(DaySpan other) => Math.Max(0, Math.Max(Period.DaysBetween(Last, other.First), Period.DaysBetween(other.Last, First)));
}

/// <summary>A day of which only a part is told.</summary>
/// <param name="Weekday">The weekday, or none when month and day are told.</param>
/// <param name="Month">The month, 1 to 12, or 0.</param>
/// <param name="Day">The day of the month, or 0.</param>
public sealed record PartDay(IsoDayOfWeek Weekday, int Month, int Day)
{
    /// <summary>True for a day of which that is so.</summary>
    public bool Fits(LocalDate day) => Weekday is IsoDayOfWeek.None ? day.Month == Month && day.Day == Day : day.DayOfWeek == Weekday;
}

/// <summary>A place of an event.</summary>
/// <param name="Role">Its role in the event.</param>
/// <param name="Id">Its row.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null for waters and spots beside a country.</param>
/// <param name="Latitude">Degrees north, or null.</param>
/// <param name="Longitude">Degrees east, or null.</param>
/// <param name="IsSpot">True for a populated place, a site or a building; false for regions, countries and stretches.</param>
/// <param name="IsCountry">True for a whole state.</param>
/// <param name="Inferred">True when no words state it.</param>
public sealed record PlaceFeature(string Role, string Id, string? Country, double? Latitude, double? Longitude, bool IsSpot, bool IsCountry, bool Inferred);

/// <summary>Somebody in an event.</summary>
/// <param name="Role">The role in the event.</param>
/// <param name="Name">Row of the actor tables, or the name in lower case.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null.</param>
/// <param name="IsPerson">True for a person.</param>
/// <param name="IsState">True for a state, its government or its forces as a whole: the country tells as much.</param>
public sealed record PartyFeature(string Role, string Name, string? Country, bool IsPerson, bool IsState);

/// <summary>A weapon of an event.</summary>
/// <param name="Class">Its class, or null for a named system.</param>
/// <param name="Name">Row or name of the system, or null for a class.</param>
public sealed record WeaponFeature(string? Class, string? Name);

/// <summary>A figure of an event.</summary>
/// <param name="Role">What it measures.</param>
/// <param name="Unit">SI unit, or the thing counted, or null.</param>
/// <param name="Low">Lower end in SI, or null.</param>
/// <param name="High">Upper end in SI, or null.</param>
public sealed record FigureFeature(string Role, string? Unit, decimal? Low, decimal? High);
