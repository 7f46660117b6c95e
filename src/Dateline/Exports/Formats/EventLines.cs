namespace Dateline.Exports.Formats;

/// <summary>An event in a few lines of words, for formats whose events have a description.</summary>
internal static class EventLines
{
    /// <summary>Address that names something of the record where a format wants a URI.</summary>
    public static string Urn(string id) => id.StartsWith("sha256:", StringComparison.Ordinal) ? "urn:" + id.Replace('#', '.') : "urn:x-dateline:" + id;

    /// <summary>What it stands for, who tells it, every value with its standing, and the reports.</summary>
    public static IEnumerable<string> Of(ExportEvent happening)
    {
        yield return Views.Inert.Line(happening.Title) + ".";
        yield return $"Status: {happening.Status}{(happening.Judged is { } judged ? ", " + judged + " by a person" : "")}.";
        foreach (var (role, values) in happening.Roles)
        {
            var mark = ExportValue.StatusOf(values) switch
            {
                "disputed" => " (disputed)",
                "agreed" => " (agreed)",
                "differs_in_precision" => " (differs in precision)",
                _ => "",
            };
            yield return $"{Views.ValueWords.Spaced(role)}{mark}: {string.Join(" | ", values.Select(value => $"{Views.Inert.Line(value.Marked)} [{Views.Inert.Line(string.Join(", ", value.Origins))}]"))}";
        }

        yield return $"Reports: {happening.ReportCount}, distinct texts: {happening.Number("texts")}, independent origins: {happening.Number("origins")}. Event {happening.Id}.";
    }
}
