using System.Text.Json;
using Dateline.Claims;
using Dateline.Exports;
using Dateline.Knowledge;
using Dateline.Ledger;
using Dateline.Ledger.Judgements;
using Dateline.Views;

namespace Dateline.App.Web;

/// <summary>A claim of an event.</summary>
/// <param name="Anchor">Where its row stands on the page.</param>
/// <param name="Json">Its row of <c>dateline claims</c>.</param>
/// <param name="Voice">Its primary source; null for an outlet's own voice.</param>
public sealed record EventClaim(string Anchor, JsonElement Json, Voice? Voice)
{
    /// <summary>True when a person rejected it.</summary>
    public bool IsRejected => Json.GetProperty("judged") is { ValueKind: JsonValueKind.Object } judged && judged.Plain("kind") == "reject";

    /// <summary>The value in words, with its doubt.</summary>
    public string Words => Json.Text("words");
}

/// <summary>A text that tells of an event, with the reports that carry it, the first one first.</summary>
/// <param name="Reports">The reports' rows of <c>dateline reports</c>.</param>
/// <param name="Voices">Whom it goes back to.</param>
public sealed record EventText(IReadOnlyList<JsonElement> Reports, IReadOnlyList<Voice> Voices);

/// <summary>One event on its page.</summary>
/// <param name="Row">Its row of <c>dateline event</c>.</param>
/// <param name="Title">Kind, place and time.</param>
/// <param name="Roles">Its claims by role, in the codebook's order.</param>
/// <param name="Unknown">Roles of its kind of which nothing is told.</param>
/// <param name="Columns">Those who tell most of it; a null for the outlets' own voice.</param>
/// <param name="Texts">The texts that tell of it.</param>
/// <param name="Run">The program and knowledge that read its reports last.</param>
public sealed record EventModel(
    JsonElement Row,
    string Title,
    IReadOnlyList<(string Role, IReadOnlyList<EventClaim> Claims)> Roles,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<Voice?> Columns,
    IReadOnlyList<EventText> Texts,
    RunInfo? Run)
{
    private const int MostColumns = 8;

    /// <summary>Arranges an event.</summary>
    /// <param name="reader">The ledger.</param>
    /// <param name="happening">The event.</param>
    /// <param name="codebook">Kinds and roles.</param>
    /// <param name="knowledge">What its reports' tallies are counted by, or null for a page that does not show them.</param>
    public static EventModel Of(ILedgerReader reader, EventRow happening, Codebook codebook, KnowledgeFiles? knowledge = null)
    {
        var readings = reader.ReadingsOf(happening).ToList();
        var whole = knowledge is null ? RecordJson.Event(happening, readings, new JudgementBook(reader.Judgements()), []) : new FindingRows(reader, knowledge).Event(happening, readings);
        var row = JsonDocument.Parse(whole).RootElement;
        var voices = new Voices();
        foreach (var origin in row.List("claims").Select(PrimaryOf).OfType<(string Key, string Name)>().GroupBy(o => o).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Key, StringComparer.Ordinal))
        {
            voices.Of(origin.Key.Key, origin.Key.Name);
        }

        var claims = row.List("claims").Select((claim, i) => new EventClaim($"k{i + 1}", claim, PrimaryOf(claim) is { } primary ? voices.Of(primary.Key, primary.Name) : null)).ToList();
        var kind = row.Plain("kind");
        var roles = codebook.Roles.Select(role => (role.Role, Claims: (IReadOnlyList<EventClaim>)claims.FindAll(claim => claim.Json.Plain("role") == role.Role))).ToList();
        return new EventModel(
            row,
            TitleOf(row),
            roles.FindAll(role => role.Claims.Count > 0),
            [.. roles.Where(role => role.Claims.Count == 0 && codebook.Carries(kind, role.Role)).Select(role => ValueWords.Spaced(role.Role))],
            [.. voices.All.Take(MostColumns), .. claims.Exists(claim => claim.Voice is null) ? [null] : (Voice?[])[]],
            TextsOf(readings, claims),
            reader.Runs() is [.., var last] ? last.By : null);
    }

    /// <summary>The values of a role that the record holds, with how they stand to each other.</summary>
    public IEnumerable<JsonElement> Values(string role) => Row.GetProperty("roles").List(role);

    /// <summary>Values that stand in some way, by role: "distance", its words, its origins.</summary>
    public IEnumerable<(string Role, JsonElement Value)> Standing(params string[] statuses) =>
        Row.GetProperty("roles").EnumerateObject().SelectMany(role => role.Value.EnumerateArray().Where(value => statuses.Contains(value.Plain("status"), StringComparer.Ordinal)).Select(value => (ValueWords.Spaced(role.Name), value)));

    /// <summary>What to write under a text that uses this.</summary>
    public string Citation => $"Dateline event {Row.Plain("id")}: {Title}. {Fields.Several(Row.Count("reports"), "report")}, {Fields.Several(Row.Count("texts"), "text")}, {Fields.Several(Row.Count("origins"), "independent origin")}"
        + (Run is null ? "." : $". Read by Dateline {Run.Program} with knowledge {RecordRows.Short(Run.Knowledge)}.");

    private static string TitleOf(JsonElement row)
    {
        var kind = row.Spaced("kind");
        var parts = new[] { char.ToUpperInvariant(kind[0]) + kind[1..], Inert.Line(ValueText.Place(row.GetProperty("place"))), ValueText.Time(row.GetProperty("time")) };
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static (string Key, string Name)? PrimaryOf(JsonElement claim)
    {
        if (claim.List("according_to").ToList() is not [.., var last])
        {
            return null;
        }

        var name = last.Plain("name");
        return (last.Plain("id") is { Length: > 0 } id ? id : name, last.Plain("kind") == "unnamed" ? "unnamed: " + name : name);
    }

    private static List<EventText> TextsOf(List<ReportReading> readings, List<EventClaim> claims)
    {
        var spoken = claims.Where(claim => claim.Voice is not null).ToLookup(claim => claim.Json.GetProperty("report").Plain("id"), claim => claim.Voice!, StringComparer.Ordinal);
        return [.. readings
            .GroupBy(reading => reading.Report.CopyGroup ?? reading.Report.Id, StringComparer.Ordinal)
            .Select(text => new EventText(
                [.. text.Select(reading => JsonDocument.Parse(reading.Report.Head).RootElement)],
                [.. text.SelectMany(reading => spoken[reading.Report.Id]).Distinct().OrderBy(voice => voice.Number)]))];
    }
}
