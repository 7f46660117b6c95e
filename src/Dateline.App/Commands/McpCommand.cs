using System.CommandLine;
using System.CommandLine.Help;
using System.Text;
using Dateline.App.Mcp;
using Dateline.App.Web;

namespace Dateline.App.Commands;

/// <summary><c>dateline mcp</c>: a server of the Model Context Protocol over standard input and output.</summary>
internal static class McpCommand
{
    private const string More = """
        Programs that speak the protocol start it and write one message per line. Tools: read_report, find_events, get_event, get_claims,
        search_reports. It only reads: nothing is stored, nothing is fetched. dateline serve answers the same at /mcp.

        Example, in the settings of such a program:
          {"mcpServers": {"dateline": {"command": "dateline", "args": ["mcp", "--ledger", "dateline.db"]}}}

        Exit status:
          0 the input ended; 1 the ledger is damaged; 2 wrong use; 130 stopped
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var (file, data) = (new LedgerOptions().File, new InputOptions().Data);
        var command = new Command("mcp", "Answers programs that speak the Model Context Protocol") { file, data };
        command.SetAction((parsed, stop) => RunAsync(around, parsed.GetValue(file)!, parsed.GetValue(data), stop));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }

    private static async Task<int> RunAsync(Surroundings around, string file, string? dataFolder, CancellationToken stop)
    {
        using var desk = new ReadingDesk(around, file, dataFolder);
        desk.Check();
        desk.WarmUp();
        var server = new McpServer(desk);
        using var lines = new StreamReader(around.Input(), Encoding.UTF8);
        while (await lines.ReadLineAsync(stop).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0 && await server.AnswerAsync(Encoding.UTF8.GetBytes(line), stop).ConfigureAwait(false) is { } answer)
            {
                await around.Output.WriteAsync(answer, stop).ConfigureAwait(false);
                await around.Output.WriteAsync("\n"u8.ToArray(), stop).ConfigureAwait(false);
                await around.Output.FlushAsync(stop).ConfigureAwait(false);
            }
        }

        return ExitStatus.Done;
    }
}
