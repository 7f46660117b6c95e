using System.Globalization;
using System.Text.Json;
using Dateline.Views;

namespace Dateline.App.Web;

/// <summary>Fields of the record's rows, made harmless to look at.</summary>
internal static class Fields
{
    /// <summary>Words of a field; empty when it is null or not there.</summary>
    public static string Text(this JsonElement row, string name) => Inert.Line(row.Plain(name));

    /// <summary>Words of a field as they are, for ids; empty when it is null or not there.</summary>
    public static string Plain(this JsonElement row, string name) =>
        row.ValueKind is JsonValueKind.Object && row.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.String ? field.GetString()! : "";

    /// <summary>Words of a field with blanks for underscores.</summary>
    public static string Spaced(this JsonElement row, string name) => ValueWords.Spaced(row.Text(name));

    /// <summary>A field of an object in a field; empty when there is none.</summary>
    public static string Inner(this JsonElement row, string name, string field) => row.TryGetProperty(name, out var inner) ? inner.Text(field) : "";

    /// <summary>A number with its thousands in groups.</summary>
    public static string Number(this JsonElement row, string name) => row.Count(name).ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number, or the length of a list.</summary>
    public static long Count(this JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : row.GetProperty(name).GetInt64();

    /// <summary>The items of a list.</summary>
    public static IEnumerable<JsonElement> List(this JsonElement row, string name) => row.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray() : [];

    /// <summary>The names in a list, each once.</summary>
    public static string Names(this JsonElement row, string name) => string.Join(", ", row.List(name).Select(item => item.Text("name")).Distinct(StringComparer.Ordinal));

    /// <summary>The exact words of a claim.</summary>
    public static string Words(this JsonElement claim) => string.Join(" […] ", claim.List("evidence").Select(words => words.Text("text")));

    /// <summary>The address of a report's page: its id without the prefix, an entry of a live blog behind a dot.</summary>
    public static string Address(string reportId) => "/report/" + reportId.Replace("sha256:", "", StringComparison.Ordinal).Replace('#', '.');

    /// <summary>The address of a finding's claim on its report's page; a claim of a finding about several reports goes by report and number.</summary>
    public static string ClaimAddress(string reportId, string claim) => claim.LastIndexOf('/') is > 0 and var slash ? $"{Address(claim[..slash])}#w-{claim[(slash + 1)..]}" : $"{Address(reportId)}#w-{claim}";

    /// <summary>"1 report", "2 reports".</summary>
    public static string Several(long number, string noun) => number.ToString("#,0", CultureInfo.InvariantCulture) + " " + noun + (number == 1 ? "" : "s");
}
