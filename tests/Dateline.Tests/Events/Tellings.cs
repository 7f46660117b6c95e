using Dateline.Claims;
using Dateline.Events.Across;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Tests.Events;

/// <summary>Tellings written by hand, part by part.</summary>
internal static class Tellings
{
    private static int number;

    public static EventProfile Of(string kind, string? day, EventStatus status = EventStatus.News, string? published = null) => new(
        $"report{Interlocked.Increment(ref number):0000}", "e1", published is null ? null : Day(published), kind, status,
        day is null ? null : new DaySpan(Day(day.Split('/')[0]), Day(day.Split('/')[^1]), false, null), [], [], [], [], [], []);

    public static EventProfile By(this EventProfile profile, string country, string role = "actor") =>
        profile with { Parties = [.. profile.Parties, new PartyFeature(role, country.ToLowerInvariant(), country, false, true)] };

    public static EventProfile Of(this EventProfile profile, string person) =>
        profile with { Parties = [.. profile.Parties, new PartyFeature("actor", person, null, true, false)] };

    public static EventProfile On(this EventProfile profile, string country) => profile.By(country, "recipient");

    public static EventProfile At(this EventProfile profile, string id, double latitude, double longitude, string country, string role = "place") =>
        profile with { Places = [.. profile.Places, new PlaceFeature(role, id, country, latitude, longitude, true, false, false)] };

    public static EventProfile Over(this EventProfile profile, string id, double latitude, double longitude) =>
        profile with { Places = [.. profile.Places, new PlaceFeature("target_place", id, null, latitude, longitude, false, false, false)] };

    public static EventProfile In(this EventProfile profile, string country) =>
        profile with { Places = [.. profile.Places, new PlaceFeature("place", country, country, null, null, false, true, false)] };

    public static EventProfile With(this EventProfile profile, string weapon) => profile with { Weapons = [.. profile.Weapons, new WeaponFeature(weapon, null)] };

    public static EventProfile Figure(this EventProfile profile, string role, decimal value, string? unit = null) =>
        profile with { Figures = [.. profile.Figures, new FigureFeature(role, unit, value, value)] };

    public static EventProfile OnThe(this EventProfile profile, IsoDayOfWeek weekday) => profile with { PartDays = [new PartDay(weekday, 0, 0)] };

    public static EventProfile OnThe(this EventProfile profile, int month, int day) => profile with { PartDays = [new PartDay(IsoDayOfWeek.None, month, day)] };

    public static EventProfile Named(this EventProfile profile, params string[] names) => profile with { Names = names };

    public static EventProfile Amid(this EventProfile profile, params string[] things) => profile with { Around = things };

    public static EventProfile Hitting(this EventProfile profile, params string[] sites) => profile with { Sites = sites };

    public static EventProfile Beside(this EventProfile profile, params string[] others) => profile with { Beside = others };

    public static EventProfile Called(this EventProfile profile, params string[] title) => profile with { Title = title };

    public static EventProfile Meeting(this EventProfile profile, params string[] persons) =>
        profile with { Parties = [.. profile.Parties, .. persons.Select(p => new PartyFeature("participant", p, p[..2].ToUpperInvariant(), true, false))] };

    public static EventProfile Inferred(this EventProfile profile) => profile with { Days = profile.Days! with { Inferred = true } };

    private static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;
}
