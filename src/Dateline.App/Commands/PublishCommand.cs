using System.CommandLine;
using System.CommandLine.Help;
using Dateline.App.Publishing;

namespace Dateline.App.Commands;

/// <summary><c>dateline publish</c>: its options and help. Nothing here names a type of the pages: only the run loads them.</summary>
internal static class PublishCommand
{
    private const string More = """
        Writes the pages of a ledger as files that need no server: events, facts of reports with the short words behind them (never whole texts), sources,
        findings, a map, and exports. Every link is relative, no page asks anything of another host, and the ways to a part of the events work without a
        script. The folder must be empty, not there yet, or one that was published into before; what is not part of the site any more is deleted from it.

        Examples:
          dateline publish site
          dateline publish site --kind missile_test --licence "CC BY 4.0"
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var options = new LedgerOptions();
        var target = new Argument<string>("DIR") { Description = "The folder of the site" };
        var licence = new Option<string?>("--licence") { HelpName = "WORDS", Description = "The licence you publish it under: \"CC BY 4.0\"" };
        var data = new InputOptions().Data;
        var command = new Command("publish", "Writes the pages of a ledger as a site of files that needs no server") { target, options.File, licence };
        foreach (var option in options.Filtering.Append(data))
        {
            command.Add(option);
        }

        command.SetAction((parsed, stop) => PublishRun.RunAsync(around, parsed.GetValue(options.File)!, parsed.GetValue(data), options.FilterOf(parsed), parsed.GetValue(target)!, parsed.GetValue(licence), stop));
        command.Add(new HelpOption { Action = new LongerHelp(More + ListCommands.Status) });
        return command;
    }
}
