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
    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Strong = new(decoration: Decoration.Bold);

    private readonly IAnsiConsole console;
    private readonly TextWriter text;
    private readonly bool explain;

    public TableOutput(TextWriter text, Surroundings around, ReadSettings settings)
    {
        this.text = text;
        explain = settings.Explain;
        var colour = around.OutputIsTerminal && !settings.NoColor && string.IsNullOrEmpty(around.Variable("NO_COLOR")) && around.Variable("TERM") is not "dumb";
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = around.Width;
        console.Profile.Capabilities.Unicode = true;
    }

    public void Add(Reading reading)
    {
        var view = ReadingView.Of(reading);
        Show(new Rule(Markup.Escape(view.Source)) { Justification = Justify.Left, Style = Strong });
        Show(Facts(view.Head));
        if (view.Cards.Count == 0)
        {
            Show(new Padder(new Words("No event of our kinds.", Strong), new Padding(1, 1, 0, 0)));
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
            Show(new Padder(new Words("left out", Quiet), new Padding(1, 1, 0, 0)));
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
        var failed = totals.Failed == 0 ? "" : $", {Count(totals.Failed, "input")} failed";
        var seconds = totals.Taken.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        Show(new Words($"{Count(totals.Reports, "report")}, {Count(totals.Events, "event")}, {Count(totals.Claims, "claim")}, {Count(totals.Findings, "finding")}{failed}; {seconds} s", Quiet));
        text.Flush();
    }

    private static string Count(int number, string noun) => $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";

    private static Style StatusStyle(string status) => status switch
    {
        "news" => new Style(Color.Green),
        "background" => new Style(Color.Blue),
        "planned" => new Style(Color.Yellow),
        _ => Quiet,
    };

    private static Grid Facts(IEnumerable<Fact> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(2)).AddColumn(new GridColumn().PadRight(0));
        foreach (var fact in facts)
        {
            grid.AddRow(new Words(fact.Label, Quiet), new Words(fact.Words));
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
                Show(new Padder(new Words(reason, Quiet), new Padding(2, 0, 0, 0)));
            }
        }
    }

    private void Rows(EventCard card)
    {
        if (card.Rows.Count == 0)
        {
            return;
        }

        var table = Columns("", "role", "value", "according to", "the exact words");
        foreach (var row in card.Rows)
        {
            table.AddRow(
                new Words(row.Id, Quiet),
                new Words(row.Role, Strong),
                new Words(row.Value),
                new Words(row.AccordingTo),
                new Words($"“{row.Words}”" + (explain ? "\n" + row.Rule : ""), Quiet));
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

        var table = Columns("finding", "", "what it says", "claims");
        foreach (var finding in findings)
        {
            var style = finding.Severity switch
            {
                "warning" => new Style(Color.Red),
                "notice" => new Style(Color.Yellow),
                _ => Quiet,
            };
            table.AddRow(new Words(finding.Check, Strong), new Words(finding.Severity, style), new Words(finding.Message), new Words(string.Join(", ", finding.Claims), Quiet));
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

        var table = Columns("tally", "of", "since", "according to", "the exact words");
        foreach (var tally in tallies)
        {
            var number = tally.Number.ToString(CultureInfo.InvariantCulture);
            var counts = tally.Counts + (tally.Event is { } id ? $" ({id})" : "");
            table.AddRow(new Words(number, Strong), new Words(counts), new Words(tally.Since), new Words(tally.AccordingTo), new Words($"“{tally.Words}”", Quiet));
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

        var table = Columns("said by", "how", "the exact words (of no event)");
        foreach (var said in statements)
        {
            table.AddRow(new Words(said.Speaker), new Words(said.Stance), new Words($"“{said.Words}”" + (explain ? "\n" + said.Rule : ""), Quiet));
        }

        table.Columns[0].Width = Math.Min(statements.Max(said => said.Speaker.Length), console.Profile.Width / 5);
        table.Columns[1].Width = Math.Min(statements.Max(said => said.Stance.Length), console.Profile.Width / 5);
        Show(Words.Empty);
        Show(table);
    }

    private static Table Columns(params string[] titles)
    {
        var table = new Table { Border = TableBorder.Simple, BorderStyle = Quiet };
        foreach (var title in titles)
        {
            table.AddColumn(new TableColumn(new Words(title, Quiet)));
        }

        return table;
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
