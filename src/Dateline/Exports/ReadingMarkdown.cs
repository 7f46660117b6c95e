using System.Buffers;
using System.Text;
using Dateline.Annotations.Names;
using Dateline.Views;

namespace Dateline.Exports;

/// <summary>One reading as Markdown, for a file: the same as the table on a terminal.</summary>
public static class ReadingMarkdown
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("\\`*_[]<>|#");

    /// <summary>Writes one reading, with an empty line after it.</summary>
    public static void Write(TextWriter output, ReadingView view, bool explain)
    {
        Line(output, "# " + Escape(view.Source), "");
        foreach (var fact in view.Head)
        {
            Line(output, $"- {fact.Label}: {Escape(fact.Words)}");
        }

        Line(output, "");
        if (view.Cards.Count == 0)
        {
            Line(output, "No event of our kinds.", "");
        }

        foreach (var card in view.Cards)
        {
            Card(output, card, explain);
        }

        Section(output, "Findings", view.Findings.Select(finding => $"{finding.Check} {finding.Severity}: {Escape(finding.Message)}{About(finding.Claims)}"));
        Section(output, "Tallies", view.Tallies.Select(Tally));
        Section(output, "Statements that belong to no event", view.Statements.Select(said => $"{Escape(said.Speaker)}: {Escape(said.Stance)}: “{Escape(said.Words)}”{(explain ? $" `{said.Rule}`" : "")}"));
        if (explain)
        {
            Section(output, "Left out", view.LeftOut.Select(left => $"“{Escape(left.Label)}”: {Escape(left.Words)}"));
        }

        Line(output, "Places: " + Gazetteer.Credit, "");
    }

    private static void Card(TextWriter output, EventCard card, bool explain)
    {
        Line(output, $"## {card.Id} {Escape(card.Kind)}, {card.Status}", "");
        Line(output, $"- when: {Escape(card.When)}{(card.Utc is { } utc ? $" = {utc}" : "")}");
        Line(output, $"- where: {Escape(card.Where)}", $"- who: {Escape(card.Who)}", $"- how certain: {Escape(card.Certainty)}", "");
        Line(output, explain ? "| role | value | according to | the exact words | rule |" : "| role | value | according to | the exact words |");
        Line(output, explain ? "|---|---|---|---|---|" : "|---|---|---|---|");
        foreach (var row in card.Rows)
        {
            var rule = explain ? $" `{row.Rule}` |" : "";
            Line(output, $"| {Escape(row.Role)} | {Escape(row.Value)} | {Escape(row.AccordingTo)} | “{Escape(row.Words)}” |{rule}");
        }

        Line(output, "");
        if (explain && card.Reasons.Count > 0)
        {
            foreach (var reason in card.Reasons)
            {
                Line(output, "- " + Escape(reason));
            }

            Line(output, "");
        }
    }

    private static string Tally(TallyLine tally) =>
        $"number {tally.Number} of {Escape(tally.Counts)} since {tally.Since}, according to {Escape(tally.AccordingTo)}: “{Escape(tally.Words)}”{(tally.Event is { } id ? $" ({id})" : "")}";

    private static string About(IReadOnlyList<string> claims) => claims.Count == 0 ? "" : $" ({string.Join(", ", claims)})";

    private static void Section(TextWriter output, string title, IEnumerable<string> items)
    {
        var first = true;
        foreach (var item in items)
        {
            if (first)
            {
                Line(output, "## " + title, "");
                first = false;
            }

            Line(output, "- " + item);
        }

        if (!first)
        {
            Line(output, "");
        }
    }

    private static void Line(TextWriter output, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            output.Write(line);
            output.Write('\n');
        }
    }

    /// <summary>What Markdown would read as its own signs, escaped.</summary>
    internal static string Escape(string words)
    {
        if (!words.AsSpan().ContainsAny(Signs))
        {
            return words;
        }

        var escaped = new StringBuilder(words.Length + 8);
        foreach (var character in words)
        {
            if (Signs.Contains(character))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
