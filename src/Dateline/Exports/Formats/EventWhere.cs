using System.Text.Json;
using Dateline.Views;

namespace Dateline.Exports.Formats;

/// <summary>A spot on the map: the middle of what is told, as finely as <see cref="Precision"/> says.</summary>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Name">Its name.</param>
/// <param name="Precision">point, city, region, area or country.</param>
/// <param name="RadiusKm">Radius of a circle that holds the spot, in km; null when that is not known.</param>
public readonly record struct Spot(decimal Longitude, decimal Latitude, string Name, string Precision, decimal? RadiusKm);

/// <summary>Where an event was. Where places are told that cannot all be true, all of them, never one.</summary>
/// <param name="Role">The role that tells it: place, target_place, launch_place …; null when unknown.</param>
/// <param name="Place">The place in the shape of the contract; null when unknown or disputed.</param>
/// <param name="Spots">Where it can be drawn: one spot, several when disputed, none when unknown or when only a country is known, which is an area.</param>
/// <param name="Status">How the places told stand to each other; null when unknown.</param>
/// <param name="IsInferred">True when no report states it.</param>
/// <param name="Words">In words, with what is disputed or inferred; empty when unknown.</param>
/// <param name="All">Every place told in that role, in words; null when unknown.</param>
public sealed record EventWhere(string? Role, JsonElement? Place, IReadOnlyList<Spot> Spots, string? Status, bool IsInferred, string Words, string? All)
{
    private const string Country = "country";
    private const string Disputed = "disputed";

    /// <summary>True when places are told that cannot all be true.</summary>
    public bool IsDisputed => Status == Disputed;

    /// <summary>The one spot it is drawn at; null when there is none, or when the place is disputed.</summary>
    public Spot? Only => Spots.Count == 1 && !IsDisputed ? Spots[0] : null;

    /// <summary>point, city, region, area or country; null when unknown or disputed.</summary>
    public string? Precision => Field("precision");

    /// <summary>ISO 3166-1 alpha-2 code; null when unknown, disputed, or at sea.</summary>
    public string? CountryCode => Field(Country);

    /// <summary>A text field of the place; null when unknown or disputed.</summary>
    public string? Field(string name) => Place is { } place ? ValueKinship.Text(place, name) : null;

    /// <summary>How finely it is known in the codes of UCDP: 1 the spot, 2 near it, 4 a region, 6 a country, 7 waters; null when unknown or disputed.</summary>
    public int? UcdpPrecision => Place is null ? null : Field("kind") == "water" ? 7 : Precision switch
    {
        Country => 6,
        "region" or "area" => 4,
        _ => Field("relation") is null ? 1 : 2,
    };

    /// <summary>The same in the codes of ACLED: 1 the town, 2 near it, 3 a region or more; null when unknown or disputed.</summary>
    public int? AcledPrecision => UcdpPrecision switch
    {
        null => null,
        <= 2 and var code => code,
        _ => 3,
    };

    internal static EventWhere Of(ExportEvent happening)
    {
        var preferred = happening.Row.GetProperty("place");
        if (preferred.ValueKind is not JsonValueKind.Object)
        {
            return Unknown;
        }

        var key = ValueKinship.Key(preferred);
        var (role, values) = happening.Roles.FirstOrDefault(role => role.Values.Any(value => ValueKinship.Key(value.Value) == key));
        return role is null
            ? Unknown with { Role = "place", Place = preferred, Spots = [.. SpotOf(preferred)], Words = ValueText.Place(preferred), All = ValueText.Place(preferred) }
            : Of(happening, role, values, values.First(value => ValueKinship.Key(value.Value) == key));
    }

    /// <summary>Where one role puts it: the finest of the places told, stated ones before inferred ones.</summary>
    internal static EventWhere Of(ExportEvent happening, string role)
    {
        var values = happening.Values(role);
        var told = values.Where(value => !value.IsDenied && ValueKinship.Text(value.Value, "name") is not null).OrderBy(value => value.IsInferred).ThenBy(value => RoleValues.Rank(value.Value)).ToList();
        return told.Count == 0 ? Unknown with { All = happening.Words(role), Status = ExportValue.StatusOf(values) } : Of(happening, role, values, told[0]);
    }

    private static EventWhere Unknown { get; } = new(null, null, [], null, false, "", null);

    private static EventWhere Of(ExportEvent happening, string role, IReadOnlyList<ExportValue> values, ExportValue chosen)
    {
        var (status, all) = (ExportValue.StatusOf(values), happening.Words(role));
        return status == Disputed
            ? new EventWhere(role, null, [.. values.Where(value => value.IsDisputed && !value.IsDenied).SelectMany(value => SpotOf(value.Value)).DistinctBy(spot => (spot.Longitude, spot.Latitude))], status, values.All(value => value.IsInferred), "place disputed: " + all, all)
            : new EventWhere(role, chosen.Value, [.. SpotOf(chosen.Value)], status, chosen.IsInferred, ValueText.Place(chosen.Value) + (chosen.IsInferred ? " (inferred)" : ""), all);
    }

    private static IEnumerable<Spot> SpotOf(JsonElement place)
    {
        var precision = ValueKinship.Text(place, "precision");
        if (precision is not (null or Country) && Figures.Number(place, "latitude") is { } latitude && Figures.Number(place, "longitude") is { } longitude)
        {
            yield return new Spot(longitude, latitude, ValueText.Place(place), precision, Figures.Number(place, "uncertainty_km"));
        }
    }
}
