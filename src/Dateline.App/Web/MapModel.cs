using System.Globalization;
using System.Text.Json;
using Dateline.Ledger;
using Dateline.Views;

namespace Dateline.App.Web;

/// <summary>A place on the map with the events there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Asked">What finds its events: its id, or its name.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="IsRough">True for a region, a water or a spot off a place: the point is only its middle.</param>
/// <param name="RadiusKm">The radius of the circle that holds the spot, or null.</param>
/// <param name="Events">Number of events.</param>
public sealed record MapPlace(string Name, string Asked, double Longitude, double Latitude, bool IsRough, double? RadiusKm, int Events);

/// <summary>Events on a map. A country is an area: it is shaded, never a point.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Places">Places, those with most events first.</param>
/// <param name="Countries">Countries of events of which no more is known: code, name, number.</param>
/// <param name="Unplaced">Events without a place.</param>
/// <param name="Looked">Events that were looked at.</param>
/// <param name="Total">Events there are.</param>
public sealed record MapModel(EventsQuery Query, IReadOnlyList<MapPlace> Places, IReadOnlyList<(string Code, string Name, int Events)> Countries, int Unplaced, int Looked, int Total)
{
    private const int Most = 10_000; // the newest events, whose rows are opened
    private const int NearBeginning = 1 << 11; // bytes of a row that nearly always hold the place
    private const double Room = 6; // degrees around the outermost places
    private const double Least = 40; // degrees that are shown at least

    /// <summary>What is shown: west, north (as SVG: downwards), width and height in degrees.</summary>
    public (double X, double Y, double Width, double Height) Frame
    {
        get
        {
            if (Places.Count == 0 || Countries.Count > Places.Count)
            {
                return (-180, -85, 360, 150);
            }

            var (west, east) = (Places.Min(place => place.Longitude) - Room, Places.Max(place => place.Longitude) + Room);
            var (south, north) = (Places.Min(place => place.Latitude) - Room, Places.Max(place => place.Latitude) + Room);
            var width = Math.Min(360, Math.Max(Least, east - west));
            var height = Math.Min(150, Math.Max(Least / 2, north - south));
            return (Math.Max(-180, Math.Min(180 - width, ((west + east) / 2) - (width / 2))), -Math.Min(85, ((south + north) / 2) + (height / 2)), width, height);
        }
    }

    /// <summary>How much a degree of longitude is shorter than one of latitude in the middle of the map.</summary>
    public double Shortening => Math.Cos((-Frame.Y - (Frame.Height / 2)) * Math.PI / 180);

    /// <summary>Asks a ledger.</summary>
    public static MapModel Of(ILedgerReader reader, EventsQuery query)
    {
        var heads = EventsModel.Chosen(reader, query);
        var places = heads.Take(Most).Select(head => reader.Event(head.Id)).OfType<EventRow>().Select(PlaceIn).ToList();
        var known = places.Where(place => place.ValueKind is JsonValueKind.Object).ToLookup(place => place.Plain("precision") == "country" && place.Plain("relation").Length == 0);
        var points = known[false].Where(place => place.GetProperty("latitude").ValueKind is JsonValueKind.Number).ToList();
        return new MapModel(
            query,
            [.. points.GroupBy(PlaceKey, StringComparer.Ordinal).Select(group => PlaceOf([.. group])).OrderByDescending(place => place.Events).ThenBy(place => place.Name, StringComparer.Ordinal)],
            [.. known[true].GroupBy(place => place.Plain("country"), StringComparer.Ordinal).Select(group => (group.Key, group.First().Text("name"), group.Count())).OrderByDescending(country => country.Item3).ThenBy(country => country.Item2, StringComparer.Ordinal)],
            places.Count - points.Count - known[true].Count(),
            places.Count,
            heads.Count);
    }

    /// <summary>The place in the row of an event: it stands near the beginning, and what comes behind it is not even unpacked.</summary>
    private static JsonElement PlaceIn(EventRow row)
    {
        Span<byte> first = stackalloc byte[NearBeginning];
        return PlaceIn(first[..row.Form.UnpackFirst(first)]) ?? PlaceIn(row.Form.Unpack() ?? throw Damaged()) ?? throw Damaged();
    }

    /// <summary>The place, or null when the row is cut before its end.</summary>
    private static JsonElement? PlaceIn(ReadOnlySpan<byte> row)
    {
        var reader = new Utf8JsonReader(row, isFinalBlock: false, default);
        for (var more = reader.Read() && reader.Read(); more && reader.TokenType is JsonTokenType.PropertyName; more = reader.Read())
        {
            var isPlace = reader.ValueTextEquals("place"u8);
            if (isPlace)
            {
                return JsonElement.TryParseValue(ref reader, out var place) ? place : null;
            }

            if (!reader.TrySkip())
            {
                break;
            }
        }

        return null;
    }

    private static LedgerException Damaged() => new("what the ledger keeps of an event is damaged; dateline verify says what still holds");

    private static string PlaceKey(JsonElement place) => string.Create(CultureInfo.InvariantCulture, $"{place.Plain("id")} {place.Plain("relation")} {place.GetProperty("latitude").GetDouble():0.00} {place.GetProperty("longitude").GetDouble():0.00}");

    private static MapPlace PlaceOf(IReadOnlyList<JsonElement> group)
    {
        var place = group[0];
        double? radius = place.TryGetProperty("uncertainty_km", out var km) && km.ValueKind is JsonValueKind.Number ? km.GetDouble() : null;
        return new MapPlace(
            Inert.Line(ValueText.Place(place)),
            place.Plain("id") is { Length: > 0 } id ? id : place.Plain("name"),
            place.GetProperty("longitude").GetDouble(),
            place.GetProperty("latitude").GetDouble(),
            place.Plain("relation").Length > 0 || place.Plain("precision") is "area" or "region" or "country",
            radius,
            group.Count);
    }
}
