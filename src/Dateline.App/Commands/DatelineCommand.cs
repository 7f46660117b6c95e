using System.CommandLine;
using System.Text.Json;
using Dateline.Knowledge;
using Dateline.Ledger;

namespace Dateline.App.Commands;

/// <summary>The program's commands, and what every command has in common: errors, exit status, being stopped.</summary>
public static class DatelineCommand
{
    private const int BrokenPipe = 32;

    /// <summary>Runs one command line.</summary>
    public static async Task<int> RunAsync(string[] args, Surroundings around)
    {
        var root = new RootCommand("Reads news reports of military and security events into a sourced, checkable record.")
        {
            ReadCommand.Create(around),
            CheckCommand.Create(around),
            CalcCommand.Create(around),
            AddCommand.Create(around),
            WatchCommand.Create(around),
            StatusCommand.Create(around),
            ListCommands.Reports(around),
            ListCommands.Events(around),
            EventCommand.Create(around),
            ListCommands.Claims(around),
            ListCommands.Findings(around),
            SearchCommand.Create(around),
            ExportCommand.Create(around),
            PublishCommand.Create(around),
            JudgeCommand.Create(around),
            ReviewCommand.Create(around),
            RecodeCommand.Create(around),
            RecodeCommand.Runs(around),
            DiffCommand.Create(around),
            ImportCommands.Import(around),
            ImportCommands.Imports(around),
            ImportCommands.Compare(around),
            ServeCommand.Create(around),
            McpCommand.Create(around),
            UpkeepCommands.Verify(around),
            UpkeepCommands.Backup(around),
            UpkeepCommands.Compact(around),
            CodebookCommand.Create(around),
            KnowledgeCommand.Create(around),
        };
        root.HelpName = "dateline";
        var parsed = root.Parse(args.Length == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                Say(around, error.Message);
            }

            var command = parsed.CommandResult.Command;
            Say(around, $"dateline {(command is RootCommand ? "" : command.Name + " ")}--help shows how it is used");
            return ExitStatus.WrongUse;
        }

        var output = around.OutputText();
        try
        {
            var status = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = around.Error, EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
            return args.Length == 0 ? ExitStatus.WrongUse : status;
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Stopped;
        }
        catch (IOException error) when (error.HResult == BrokenPipe)
        {
            // Whoever read our output has seen enough.
            return ExitStatus.Done;
        }
        catch (KnowledgeException error)
        {
            Say(around, "data: " + error.Message);
            return ExitStatus.WrongUse;
        }
        catch (LedgerException error)
        {
            Say(around, error.Message);
            return error.IsWrongUse ? ExitStatus.WrongUse : ExitStatus.SomeInputFailed;
        }
        catch (Exception error) when (error is JsonException || (error is KeyNotFoundException or InvalidOperationException or FormatException && error.Source == typeof(JsonException).Assembly.GetName().Name))
        {
            Say(around, $"something that the ledger keeps is damaged ({error.Message}); dateline verify says what still holds; restore a backup, then add the newer inputs again");
            return ExitStatus.SomeInputFailed;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Say(around, "output: " + error.Message);
            return ExitStatus.SomeInputFailed;
        }
    }

    /// <summary>One line on standard error.</summary>
    internal static void Say(Surroundings around, string message)
    {
        try
        {
            around.Error.WriteLine("dateline: " + Views.ValueWords.OneLine(message));
        }
        catch (IOException)
        {
            // Nobody listens; the exit status still tells.
        }
    }
}
