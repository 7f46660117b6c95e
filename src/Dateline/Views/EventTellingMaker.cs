using System.Text.Json;
using Dateline.Checks.Across;
using Dateline.Claims;
using Dateline.Events.Across;
using Dateline.Ledger;
using Dateline.Sources;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Views;

/// <summary>Lays an event of the record out for the checks over several reports.</summary>
internal static class EventTellingMaker
{
    // A launch site and the town beside it; a clock read off by a few minutes (judged by the authors).
    private const double SpotKm = 60;
    private const int ZoneDays = 1;

    /// <summary>The event as its reports tell it, after what people decided.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="reports">One member per report, in the order of the record.</param>
    /// <param name="told">Their claims.</param>
    /// <param name="statuses">How each report's own events stand, by report.</param>
    /// <param name="origins">The independent primary sources.</param>
    /// <param name="isOpen">True for a weapon class that fits any other.</param>
    public static EventTelling Make(string kind, IReadOnlyList<(MentionRow Mention, ToldEvent Event)> reports, IReadOnlyList<Telling> told, ILookup<string, string> statuses, IReadOnlyList<Origin> origins, Func<string?, bool> isOpen)
    {
        var tellings = reports.ToDictionary(m => m.Mention.Report, Report, StringComparer.Ordinal);
        return new EventTelling(
            kind,
            [.. reports.Select(m => tellings[m.Mention.Report])],
            [.. told.Select(t => new ReportedClaim(tellings[t.From.Report], t.Claim.Id, t.Claim.Role, t.Value, t.Words, t.Key, StandingOf(t, statuses[t.From.Report]), t.From))],
            origins,
            (role, a, b) => AreApart(role, a, b, isOpen));
    }

    private static ReportTelling Report((MentionRow Mention, ToldEvent Event) member) => new(
        member.Mention.Report,
        member.Mention.Source,
        member.Mention.Day,
        member.Mention.Text,
        member.Event.Outlet,
        member.Event.Voice,
        member.Mention.Shared);

    private static ClaimStanding StandingOf(Telling told, IEnumerable<string> statuses) =>
        told.IsDenied ? ClaimStanding.Denied
        : (told.Claim.IsInferred && !told.IsCorrected) || (told.Claim.Role is not "last_day" && IsOpen(told.Claim.Factuality, statuses)) ? ClaimStanding.Open
        : ClaimStanding.Told;

    // until when something goes on is planned, and told as so
    private static bool IsOpen(string factuality, IEnumerable<string> statuses) => factuality is "planned" or "hypothetical" or "unconfirmed" || statuses.All(s => s is "planned" or "hypothetical" or "denied");

    private static bool AreApart(RoleValue kind, JsonElement a, JsonElement b, Func<string?, bool> isOpen) => ValueKinship.Compare(a, b) == Kinship.Apart && kind switch
    {
        RoleValue.Quantity => IsOneUnit(a, b),
        RoleValue.Time => AreDaysApart(a, b),
        RoleValue.Place => AreSpotsApart(a, b),
        RoleValue.WeaponClass => !isOpen(ValueKinship.Text(a, "class")) && !isOpen(ValueKinship.Text(b, "class")),
        _ => true,
    };

    // "Several" and "two" differ in precision, not in fact.
    private static bool IsOneUnit(JsonElement a, JsonElement b) =>
        ValueKinship.Text(a, "vague") is null && ValueKinship.Text(b, "vague") is null && !IsOne(a) && !IsOne(b)
        && (ValueKinship.Text(a, "si_unit") is { } unit ? unit == ValueKinship.Text(b, "si_unit") : ValueKinship.Text(b, "si_unit") is null && ValueKinship.Text(a, "unit") is { } counted && counted == ValueKinship.Text(b, "unit"));

    // One happening has two days in two zones; a clock read a few minutes off is no contradiction.
    private static bool AreDaysApart(JsonElement a, JsonElement b) =>
        Day(a, "earliest") is { } first && Day(a, "latest") is { } last && Day(b, "earliest") is { } otherFirst && Day(b, "latest") is { } otherLast
        && Math.Max(Period.DaysBetween(last, otherFirst), Period.DaysBetween(otherLast, first)) > ZoneDays;

    // "A missile" may be one of several.
    private static bool IsOne(JsonElement figure) => ValueKinship.Text(figure, "si_unit") is null && figure.TryGetProperty("high", out var high) && high.ValueKind == JsonValueKind.Number && high.GetDecimal() == 1;

    private static LocalDate? Day(JsonElement time, string end) => ValueKinship.Text(time, end) is { Length: >= 10 } day && LocalDatePattern.Iso.Parse(day[..10]) is { Success: true, Value: var read } ? read : null;

    private static bool AreSpotsApart(JsonElement a, JsonElement b) =>
        IsSpot(a) && IsSpot(b) && Degrees(a, "latitude") is { } latitude && Degrees(a, "longitude") is { } longitude && Degrees(b, "latitude") is { } otherLatitude && Degrees(b, "longitude") is { } otherLongitude
        && PlaceDistance.Kilometres(latitude, longitude, otherLatitude, otherLongitude) > SpotKm;

    private static bool IsSpot(JsonElement place) => ValueKinship.Text(place, "precision") is "point" or "city" && ValueKinship.Text(place, "relation") is null or "in" or "at";

    private static double? Degrees(JsonElement place, string name) => place.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Number ? field.GetDouble() : null;
}
