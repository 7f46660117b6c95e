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
        Another address of this machine needs a password of twelve characters at least (--password-file, or the variable DATELINE_PASSWORD) and a
        certificate with its key, or something in front of it that encrypts (--behind-proxy). Persons sign in on a page, programs send
        Authorization: Bearer and the password.

        Examples:
          dateline serve
          dateline serve --ledger 2025.db --port 9000
          dateline serve --samples
          dateline serve --address 0.0.0.0 --password-file word.txt --certificate own.pem --key own.key

        Exit status:
          0 stopped by Ctrl+C; 1 the port is taken or the ledger is damaged; 2 wrong use (another address without a password, too)
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var file = new LedgerOptions().File;
        var data = new InputOptions().Data;
        var port = new Option<int>("--port") { HelpName = "N", Description = $"The port (when not given: {UsualPort}; 0: any that is free)", DefaultValueFactory = _ => UsualPort };
        var samples = new Option<bool>("--samples") { Description = "Shows the samples, in a ledger that is gone afterwards" };
        var address = new Option<string?>("--address") { HelpName = "ADDRESS", Description = "The address of this machine to listen on (when not given: 127.0.0.1, which nothing outside can reach)" };
        var password = new Option<string?>("--password-file") { HelpName = "FILE", Description = $"A file whose first line is the password that everybody needs; or the variable {WebRun.PasswordVariable} holds it" };
        var certificate = new Option<string?>("--certificate") { HelpName = "FILE", Description = "Encrypts with this certificate (PEM)" };
        var key = new Option<string?>("--key") { HelpName = "FILE", Description = "The key of the certificate (PEM), when it stands in a file of its own" };
        var proxy = new Option<bool>("--behind-proxy") { Description = "Something in front of the server encrypts: another address does without a certificate" };
        port.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() is < 0 or > LastPort)
            {
                result.AddError($"--port takes a number from 0 to {LastPort}");
            }
        });
        var command = new Command("serve", "Opens web pages and an API on this machine") { file, port, address, password, certificate, key, proxy, samples, data };
        command.SetAction((parsed, stop) => new WebRun(
            around,
            new WebSettings(parsed.GetValue(file)!, parsed.GetValue(port), parsed.GetValue(samples), parsed.GetValue(data))
            {
                Address = parsed.GetValue(address),
                PasswordFile = parsed.GetValue(password),
                Certificate = parsed.GetValue(certificate),
                Key = parsed.GetValue(key),
                IsBehindProxy = parsed.GetValue(proxy),
            }).RunAsync(stop));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }
}
