using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Views;

namespace Dateline.Exports.Formats;

/// <summary>One statement of FollowTheMoney: a property of an entity has a value, and who says so.</summary>
/// <param name="Entity">Id of the entity.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Property">Name of the property; <c>id</c> for that it is there.</param>
/// <param name="Type">Type of the property.</param>
/// <param name="Value">The value.</param>
/// <param name="Original">The value as printed, or null.</param>
/// <param name="Origin">The claim or report it comes from, or null.</param>
/// <param name="Seen">Day of publication, or null.</param>
internal sealed record FtmStatement(string Entity, string Schema, string Property, string Type, string Value, string? Original = null, string? Origin = null, string? Seen = null);

/// <summary>
/// The record as entities of FollowTheMoney: events, those who act in them, reports. A property has several values where several are told, which is how
/// disputed ones stand there. Each actor and report comes once, before the first event that names it.
/// </summary>
internal static class FollowTheMoney
{
    public const string DataSet = "dateline";

    private const string Id = "id";
    private const string Name = "name";
    private const string Entity = "entity";
    private const string Country = "country";
    private const string Event = "Event";

    /// <summary>All statements, those of one entity one after the other.</summary>
    public static IEnumerable<FtmStatement> Statements(ExportRecord record)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var happening in record.Events())
        {
            foreach (var claim in happening.Claims.Where(claim => IsActor(claim.Value)))
            {
                foreach (var statement in seen.Add(IdOf(claim.Value)) ? Actor(claim) : [])
                {
                    yield return statement;
                }
            }

            foreach (var report in happening.Reports)
            {
                foreach (var statement in seen.Add(IdOfReport(report)) ? Report(report) : [])
                {
                    yield return statement;
                }
            }

            foreach (var statement in Of(happening))
            {
                yield return statement;
            }
        }
    }

    private static IEnumerable<FtmStatement> Of(ExportEvent happening)
    {
        FtmStatement Make(string property, string type, string value, ExportClaim? claim = null) =>
            new(happening.Id, Event, property, type, value, claim?.Quote, claim?.Key, claim?.Published);

        yield return Make(Id, Id, happening.Id);
        yield return Make(Name, Name, happening.Title);
        yield return Make("summary", "text", $"{ValueWords.Spaced(happening.Kind)}, {happening.Status}");
        yield return Make("description", "text", string.Join('\n', EventLines.Of(happening)));
        yield return Make("recordId", "string", happening.Id);
        foreach (var claim in happening.Claims.Where(claim => claim.Factuality != "denied" && claim.Judged != "reject"))
        {
            if (IsActor(claim.Value))
            {
                yield return Make("involved", Entity, IdOf(claim.Value), claim);
            }
            else if (claim.Value.TryGetProperty("latitude", out _))
            {
                yield return Make("location", "address", claim.Words, claim);
                if (ValueKinship.Text(claim.Value, Country) is { } country)
                {
                    yield return Make(Country, Country, country.ToLowerInvariant(), claim);
                }
            }
            else if (Stretch(claim.Value) is { } stretch)
            {
                yield return Make("startDate", "date", stretch.First, claim);
                yield return Make("endDate", "date", stretch.Last, claim);
            }
        }

        foreach (var report in happening.Reports)
        {
            yield return Make("proof", Entity, IdOfReport(report));
        }
    }

    /// <summary>First and last day; cut to what is known where only a month or a year is: FollowTheMoney reads 2025-01 as the month.</summary>
    private static (string First, string Last)? Stretch(JsonElement value) =>
        ValueKinship.Text(value, "earliest") is not { } first || ValueKinship.Text(value, "latest") is not { } last ? null
        : ValueKinship.Text(value, "precision") switch
        {
            "year" => (first[..4], last[..4]),
            "month" => (first[..7], last[..7]),
            _ => (first[..10], last[..10]),
        };

    private static IEnumerable<FtmStatement> Actor(ExportClaim claim)
    {
        var (id, schema) = (IdOf(claim.Value), SchemaOf(ValueKinship.Text(claim.Value, "kind")));
        yield return new FtmStatement(id, schema, Id, Id, id);
        yield return new FtmStatement(id, schema, Name, Name, ValueKinship.Text(claim.Value, Name)!);
        if (ValueKinship.Text(claim.Value, Country) is { } country)
        {
            yield return new FtmStatement(id, schema, Country, Country, country.ToLowerInvariant());
        }
    }

    private static IEnumerable<FtmStatement> Report(JsonElement report)
    {
        const string Article = "Article";
        var id = IdOfReport(report);
        var title = ValueKinship.Text(report, "title") is { Length: > 0 } known ? known : ValueKinship.Text(report, "source")!;
        yield return new FtmStatement(id, Article, Id, Id, id);
        yield return new FtmStatement(id, Article, "title", "string", title);
        yield return new FtmStatement(id, Article, "fileName", "string", ValueKinship.Text(report, "source")!);
        if (ValueKinship.Text(report, "url") is { } address)
        {
            yield return new FtmStatement(id, Article, "sourceUrl", "url", address);
        }

        if (ExportClaim.Day(report) is { } day)
        {
            yield return new FtmStatement(id, Article, "publishedAt", "date", day);
        }

        if (ExportClaim.OutletOf(report) is { } outlet)
        {
            yield return new FtmStatement(id, Article, "publisher", "string", outlet);
        }
    }

    private static string SchemaOf(string? kind) => kind switch
    {
        "person" => "Person",
        "unnamed" or null => "LegalEntity",
        "outlet" or "party" or "armed_group" or "organization" => "Organization",
        _ => "PublicBody",
    };

    private static bool IsActor(JsonElement value) => value.TryGetProperty(Country, out _) && value.TryGetProperty(Name, out var name) && name.ValueKind is JsonValueKind.String && !value.TryGetProperty("latitude", out _);

    private static string IdOf(JsonElement actor) => "dateline-" + (ValueKinship.Text(actor, Id) ?? Hash(ValueKinship.Text(actor, Name)!.ToLowerInvariant())[..16]);

    private static string IdOfReport(JsonElement report) => "dateline-" + ValueKinship.Text(report, Id)!.Replace("sha256:", "", StringComparison.Ordinal).Replace('#', '-');

    /// <summary>SHA-1, which is what statements are named by there; it guards nothing.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The format names statements by it.")]
    public static string Hash(string words) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(words)));
}

/// <summary>Entities as JSON lines, as <c>ftm</c> reads them.</summary>
internal sealed class FtmEntities : IExportFormat
{
    public string Name => "ftm";

    public string Summary => "FollowTheMoney entities as JSON lines: events, who acts in them, reports";

    public string MediaType => "application/json+ftm";

    public string Extension => "ftm.json";

    public void Write(ExportRecord record, Stream output)
    {
        using var json = new JsonStream(output);
        var own = new List<FtmStatement>();
        foreach (var statement in FollowTheMoney.Statements(record))
        {
            if (own.Count > 0 && own[0].Entity != statement.Entity)
            {
                Entity(json, own);
                own.Clear();
            }

            own.Add(statement);
        }

        if (own.Count > 0)
        {
            Entity(json, own);
        }
    }

    private static void Entity(JsonStream json, List<FtmStatement> own)
    {
        json.Writer.WriteStartObject();
        json.Text("id", own[0].Entity);
        json.Text("schema", own[0].Schema);
        json.Words("datasets", [FollowTheMoney.DataSet]);
        json.Writer.WriteStartObject("properties");
        foreach (var property in own.Where(statement => statement.Property != "id").GroupBy(statement => statement.Property, StringComparer.Ordinal))
        {
            json.Words(property.Key, property.Select(statement => statement.Value).Distinct(StringComparer.Ordinal));
        }

        json.Writer.WriteEndObject();
        json.Writer.WriteEndObject();
        json.Line();
    }
}
