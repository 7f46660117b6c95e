using System.Globalization;
using System.Text.Json;
using Dateline.Views;

namespace Dateline.Exports.Formats;

/// <summary>
/// When an event was. Where the times that are told cannot all be true, the stretch from the first to the last of them, never one of them.
/// </summary>
/// <param name="First">First day it may have been (ISO 8601), or null when unknown.</param>
/// <param name="Last">Last day, or null.</param>
/// <param name="Precision">minute, hour, day, week, month, quarter or year as told; null when unknown or disputed.</param>
/// <param name="Utc">The instant (ISO 8601 in UTC) where an undisputed clock time is told with its zone, or null.</param>
/// <param name="Local">The clock's reading (2025-01-06T12:00) where an undisputed one is told, or null.</param>
/// <param name="Zone">Its zone, or null.</param>
/// <param name="Status">How the times told stand to each other; null when unknown.</param>
/// <param name="IsInferred">True when no report states it.</param>
/// <param name="Words">In words, with what is disputed or inferred; empty when unknown.</param>
/// <param name="All">Every time told, in words; null when unknown.</param>
public sealed record EventWhen(string? First, string? Last, string? Precision, string? Utc, string? Local, string? Zone, string? Status, bool IsInferred, string Words, string? All)
{
    /// <summary>True when times are told that cannot all be true.</summary>
    public bool IsDisputed => Status == "disputed";

    /// <summary>Number of days it may have been; null when unknown.</summary>
    public int? Days => First is null || Last is null ? null : Number(Last) - Number(First) + 1;

    /// <summary>How finely it is known in the codes of UCDP: 1 the day, 2 up to six days, 3 a week, 4 up to a month, 5 longer; null when unknown.</summary>
    public int? UcdpPrecision => Days switch
    {
        null => null,
        <= 1 => 1,
        <= 6 => 2,
        <= 7 => 3,
        <= 31 => 4,
        _ => 5,
    };

    /// <summary>The same in the codes of ACLED: 1 the day, 2 a week, 3 a month or longer; null when unknown.</summary>
    public int? AcledPrecision => Days switch
    {
        null => null,
        <= 1 => 1,
        <= 7 => 2,
        _ => 3,
    };

    internal static EventWhen Of(ExportEvent happening)
    {
        var told = happening.Values("time").Where(value => !value.IsDenied && value.Day("earliest") is not null).ToList();
        var preferred = happening.Row.GetProperty("time");
        var all = happening.Words("time");
        if (told.Count == 0 || preferred.ValueKind is not JsonValueKind.Object)
        {
            return new EventWhen(null, null, null, null, null, null, happening.StatusOf("time"), false, "", all);
        }

        var status = happening.StatusOf("time");
        if (status == "disputed")
        {
            var against = told.FindAll(value => value.IsDisputed) is { Count: > 0 } disputed ? disputed : told; // "this year" is told too, and contradicts nobody
            return new EventWhen(against.Min(value => value.Day("earliest")), against.Max(value => value.Day("latest")), null, null, null, null, status, told.TrueForAll(value => value.IsInferred), "time disputed: " + all, all);
        }

        var chosen = told.Find(value => ValueKinship.Key(value.Value) == ValueKinship.Key(preferred));
        return new EventWhen(
            ValueKinship.Text(preferred, "earliest")?[..10],
            ValueKinship.Text(preferred, "latest")?[..10],
            ValueKinship.Text(preferred, "precision"),
            ValueKinship.Text(preferred, "utc"),
            ValueKinship.Text(preferred, "local"),
            ValueKinship.Text(preferred, "zone"),
            status,
            chosen.Json.ValueKind is JsonValueKind.Object && chosen.IsInferred,
            ValueText.Time(preferred) + (chosen.Json.ValueKind is JsonValueKind.Object && chosen.IsInferred ? " (inferred)" : ""),
            all);
    }

    private static int Number(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
}
