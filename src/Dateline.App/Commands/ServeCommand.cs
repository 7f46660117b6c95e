using System.CommandLine;
using System.CommandLine.Help;
using Dateline.App.Web;

namespace Dateline.App.Commands;

/// <summary><c>dateline serve</c>: its options and help. Nothing here names a type of the web server: only the run loads it.</summary>
internal static class ServeCommand
{
    private const int UsualPort = 8417;
    private const int LastPort = 65535;

    private const string More = """
        Opens the pages and the API on this machine only; nothing outside can reach them, and they ask for nothing outside. A ledger that is not there
        yet is made when the first report is kept.

        Examples:
          dateline serve
          dateline serve --ledger 2025.db --port 9000
          dateline serve --samples

        Exit status:
          0 stopped by Ctrl+C; 1 the port is taken or the ledger is damaged; 2 wrong use
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var file = new LedgerOptions().File;
        var data = new InputOptions().Data;
        var port = new Option<int>("--port") { HelpName = "N", Description = $"The port on 127.0.0.1 (when not given: {UsualPort}; 0: any that is free)", DefaultValueFactory = _ => UsualPort };
        var samples = new Option<bool>("--samples") { Description = "Shows the samples, in a ledger that is gone afterwards" };
        port.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() is < 0 or > LastPort)
            {
                result.AddError($"--port takes a number from 0 to {LastPort}");
            }
        });
        var command = new Command("serve", "Opens web pages and an API on this machine") { file, port, samples, data };
        command.SetAction((parsed, stop) => new WebRun(around, new WebSettings(parsed.GetValue(file)!, parsed.GetValue(port), parsed.GetValue(samples), parsed.GetValue(data))).RunAsync(stop));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }
}
