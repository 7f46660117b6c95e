using System.Text.Json.Serialization;

namespace Dateline.Ledger.Outside;

/// <summary>One row of somebody else's table of events. What the table does not say is null or empty.</summary>
/// <param name="Line">Line of the file on which the row begins.</param>
/// <param name="Id">The table's own name for it.</param>
/// <param name="Kind">Kind of our codebook.</param>
/// <param name="First">First day, ISO 8601.</param>
/// <param name="Last">Last day.</param>
/// <param name="Place">Name of the place.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code of the place.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Actors">Who acts.</param>
/// <param name="Figures">Figures by role of our codebook.</param>
/// <param name="Note">The table's own words.</param>
public sealed record OutsideEvent(
    int Line,
    string? Id,
    string? Kind,
    string? First,
    string? Last,
    string? Place,
    string? Country,
    double? Latitude,
    double? Longitude,
    IReadOnlyList<OutsideActor> Actors,
    IReadOnlyDictionary<string, OutsideFigure> Figures,
    string? Note);

/// <summary>Somebody in an outside table.</summary>
/// <param name="Name">The name, as the map translates it.</param>
/// <param name="Country">ISO 3166-1 alpha-2 when the name is a country's, else null.</param>
public sealed record OutsideActor(string Name, string? Country);

/// <summary>A figure of an outside table.</summary>
/// <param name="Number">The number.</param>
/// <param name="Unit">Its unit as claims write it (km, person), or null.</param>
public sealed record OutsideFigure(decimal Number, string? Unit);

/// <summary>Somebody else's table of events, beside one's own record and never part of it.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Source">Whose table it is, in words.</param>
/// <param name="Licence">Under what terms it may be used.</param>
/// <param name="Url">Where it is from, or null.</param>
/// <param name="At">When it was imported, ISO 8601 in UTC.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="First">First day of any row, or null.</param>
/// <param name="Last">Last day, or null.</param>
public sealed record OutsideLedger(string Name, string Source, string Licence, string? Url, string At, string File, string Sha256, long Rows, string? First, string? Last);

/// <summary>The outside tables of a ledger. Of a table imported again under its name the last one counts; the earlier ones are kept.</summary>
public interface IOutsideLedgers
{
    /// <summary>The tables, by name.</summary>
    IReadOnlyList<OutsideLedger> All();

    /// <summary>Rows of a table, by line.</summary>
    /// <param name="name">The table.</param>
    /// <param name="kind">Only of this kind, or all when null.</param>
    /// <param name="from">Only those that end on or after this day; all when null.</param>
    /// <param name="to">Only those that begin on or before this day.</param>
    IEnumerable<OutsideEvent> Events(string name, string? kind = null, string? from = null, string? to = null);
}

/// <summary>Outside rows as the store keeps them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(OutsideEvent))]
internal sealed partial class OutsideJsonContext : JsonSerializerContext;
