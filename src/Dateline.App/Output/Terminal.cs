using System.Globalization;
using Spectre.Console;

namespace Dateline.App.Output;

/// <summary>What all tables on a terminal have in common.</summary>
internal static class Terminal
{
    /// <summary>For what only helps to read.</summary>
    public static Style Quiet { get; } = new(Color.Grey);

    /// <summary>For what a reader looks for.</summary>
    public static Style Strong { get; } = new(decoration: Decoration.Bold);

    /// <summary>The console behind some writer: colour only for a person who wants it.</summary>
    public static IAnsiConsole Of(Surroundings around, TextWriter text, bool noColor)
    {
        var colour = around.OutputIsTerminal && !noColor && string.IsNullOrEmpty(around.Variable("NO_COLOR")) && around.Variable("TERM") is not "dumb";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = around.Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>An empty table.</summary>
    public static Table Table(params string[] titles)
    {
        var table = new Table { Border = TableBorder.Simple, BorderStyle = Quiet };
        foreach (var title in titles)
        {
            table.AddColumn(new TableColumn(new Spectre.Console.Text(title, Quiet)));
        }

        return table;
    }

    /// <summary>"1 report", "1,200 reports".</summary>
    public static string Count(long number, string noun) => $"{number.ToString("#,0", CultureInfo.InvariantCulture)} {noun}{(number == 1 ? "" : "s")}";
}
