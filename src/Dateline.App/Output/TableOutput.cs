using System.Globalization;
using Dateline.App.Commands;
using Dateline.Views;
using Spectre.Console;
using Spectre.Console.Rendering;
using Words = Spectre.Console.Text;

namespace Dateline.App.Output;

/// <summary>Made for reading: a head per report, a card and a table per event, then findings, tallies and other statements.</summary>
internal sealed class TableOutput : IReadingOutput
{
    private readonly IAnsiConsole console;
    private readonly TextWriter text;
    private readonly bool explain;

    public TableOutput(TextWriter text, Surroundings around, ReadSettings settings)
    {
        this.text = text;
        explain = settings.Explain;
        console = Terminal.Of(around, text, settings.NoColor);
    }

    public void Add(Reading reading)
    {
        var view = ReadingView.Of(reading);
        Show(new Rule(Markup.Escape(view.Source)) { Justification = Justify.Left, Style = Terminal.Strong });
        Show(Facts(view.Head));
        if (view.Cards.Count == 0)
        {
            Show(new Padder(new Words("No event of our kinds.", Terminal.Strong), new Padding(1, 1, 0, 0)));
        }

        foreach (var card in view.Cards)
        {
            Card(card);
        }

        Findings(view.Findings);
        Tallies(view.Tallies);
        Statements(view.Statements);
        if (explain && view.LeftOut.Count > 0)
        {
            Show(new Padder(new Words("left out", Terminal.Quiet), new Padding(1, 1, 0, 0)));
            Show(Facts(view.LeftOut.Select(left => new Fact($"“{left.Label}”", left.Words))));
        }

        Show(Words.Empty);
        text.Flush();
    }

    public void AddFailed()
    {
    }

    public void End(RunTotals totals)
    {
        var failed = totals.Failed == 0 ? "" : $", {Terminal.Count(totals.Failed, "input")} failed";
        var seconds = totals.Taken.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Show(new Words($"{Terminal.Count(totals.Reports, "report")}, {Terminal.Count(totals.Events, "event")}, {Terminal.Count(totals.Claims, "claim")}, {Terminal.Count(totals.Findings, "finding")}{failed}; {seconds} s", Terminal.Quiet));
        text.Flush();
    }

    private static Style StatusStyle(string status) => status switch
    {
        "news" => new Style(Color.Green),
        "background" => new Style(Color.Blue),
        "planned" => new Style(Color.Yellow),
        _ => Terminal.Quiet,
    };

    private static Grid Facts(IEnumerable<Fact> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        foreach (var fact in facts)
        {
            grid.AddRow(new Words(fact.Label, Terminal.Quiet), new Words(fact.Words));
        }

        return grid;
    }

    private void Card(EventCard card)
    {
        var facts = Facts(
        [
            new Fact("when", card.When + (card.Utc is { } utc ? $"  =  {utc}" : "")),
            new Fact("where", card.Where),
            new Fact("who", card.Who),
            new Fact("how certain", card.Certainty),
        ]);
        Show(Words.Empty);
        Show(new Panel(facts)
        {
            Header = new PanelHeader($" {card.Id}  {Markup.Escape(card.Kind)}, {card.Status} "),
            Border = BoxBorder.Rounded,
            BorderStyle = StatusStyle(card.Status),
            Padding = new Padding(0, 0),
            Expand = true,
        });
        Rows(card);
        if (explain)
        {
            foreach (var reason in card.Reasons)
            {
                Show(new Padder(new Words(reason, Terminal.Quiet), new Padding(2, 0, 0, 0)));
            }
        }
    }

    private void Rows(EventCard card)
    {
        if (card.Rows.Count == 0)
        {
            return;
        }

        var table = Terminal.Table("", "role", "value", "according to", "the exact words");
        foreach (var row in card.Rows)
        {
            table.AddRow(
                new Words(row.Id, Terminal.Quiet),
                new Words(row.Role, Terminal.Strong),
                new Words(row.Value),
                new Words(row.AccordingTo),
                new Words($"“{row.Words}”" + (explain ? "\n" + row.Rule : ""), Terminal.Quiet));
        }

        // Half of what the fixed columns leave belongs to the words, which are the evidence.
        var left = console.Profile.Width - card.Rows.Max(row => row.Id.Length + row.Role.Length) - 12;
        table.Columns[2].Width = Math.Min(card.Rows.Max(row => row.Value.Length), left * 3 / 10);
        table.Columns[3].Width = Math.Max("according to".Length, Math.Min(card.Rows.Max(row => row.AccordingTo.Length), left * 2 / 10));
        Show(table);
    }

    private void Findings(IReadOnlyList<FindingLine> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        var table = Terminal.Table("finding", "", "what it says", "claims");
        foreach (var finding in findings)
        {
            var style = finding.Severity switch
            {
                "warning" => new Style(Color.Red),
                "notice" => new Style(Color.Yellow),
                _ => Terminal.Quiet,
            };
            table.AddRow(new Words(finding.Check, Terminal.Strong), new Words(finding.Severity, style), new Words(finding.Message), new Words(string.Join(", ", finding.Claims), Terminal.Quiet));
        }

        Show(Words.Empty);
        Show(table);
    }

    private void Tallies(IReadOnlyList<TallyLine> tallies)
    {
        if (tallies.Count == 0)
        {
            return;
        }

        var table = Terminal.Table("tally", "of", "since", "according to", "the exact words");
        foreach (var tally in tallies)
        {
            var number = tally.Number.ToString(CultureInfo.InvariantCulture);
            var counts = tally.Counts + (tally.Event is { } id ? $" ({id})" : "");
            table.AddRow(new Words(number, Terminal.Strong), new Words(counts), new Words(tally.Since), new Words(tally.AccordingTo), new Words($"“{tally.Words}”", Terminal.Quiet));
        }

        Show(Words.Empty);
        Show(table);
    }

    private void Statements(IReadOnlyList<StatementLine> statements)
    {
        if (statements.Count == 0)
        {
            return;
        }

        var table = Terminal.Table("said by", "how", "the exact words (of no event)");
        foreach (var said in statements)
        {
            table.AddRow(new Words(said.Speaker), new Words(said.Stance), new Words($"“{said.Words}”" + (explain ? "\n" + said.Rule : ""), Terminal.Quiet));
        }

        table.Columns[0].Width = Math.Min(statements.Max(said => said.Speaker.Length), console.Profile.Width / 5);
        table.Columns[1].Width = Math.Min(statements.Max(said => said.Stance.Length), console.Profile.Width / 5);
        Show(Words.Empty);
        Show(table);
    }

    private void Show(IRenderable part)
    {
        console.Write(part);
        if (part is Words)
        {
            console.WriteLine();
        }
    }
}
