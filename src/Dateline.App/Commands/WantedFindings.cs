using System.Text.Json;
using Dateline.Checks;
using Dateline.Exports;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary>Which findings a call asks for, and on which it fails.</summary>
/// <param name="Checks">Ids of checks, or null for all.</param>
/// <param name="Least">The least severity.</param>
/// <param name="Kind">Kind of the events they must be about, or null.</param>
/// <param name="Event">Id of the event of the ledger they must be about, or null.</param>
/// <param name="Source">Outlet, agency or primary source; of inputs, part of the outlet's name or of the path.</param>
/// <param name="FailOn">The least severity that ends the call with status 3, or null.</param>
internal sealed record WantedFindings(string[]? Checks, Severity Least, string? Kind, string? Event, string? Source, Severity? FailOn)
{
    /// <summary>True for a finding of a report that is asked for.</summary>
    public bool Wants(Reading reading, Finding finding) =>
        IsWanted(finding.Check, finding.Severity)
        && (Source is null || IsNamed(reading.Document.Origin) || IsNamed(reading.Article.Outlet?.Name) || string.Equals(reading.Article.Outlet?.Id, Source, StringComparison.Ordinal))
        && (Kind is null || reading.Events.Events.Any(e => e.Kind == Kind && e.Claims.Any(c => finding.Claims.Contains(c.Id, StringComparer.Ordinal))));

    /// <summary>True for a check and severity that are asked for.</summary>
    public bool IsWanted(string check, Severity severity) => severity >= Least && Checks?.Contains(check, StringComparer.OrdinalIgnoreCase) != false;

    /// <summary>True for a severity that ends the call with status 3.</summary>
    public bool FailsOn(Severity severity) => FailOn is { } grave && severity >= grave;

    private bool IsNamed(string? name) => name?.Contains(Source!, StringComparison.OrdinalIgnoreCase) == true;
}
