using System.CommandLine;
using System.Globalization;
using Dateline.App.Output;
using Dateline.Ledger;
using Dateline.Views;

namespace Dateline.App.Commands;

/// <summary><c>dateline verify</c>, <c>backup</c> and <c>compact</c>: keeping a ledger in order.</summary>
internal static class UpkeepCommands
{
    private const int MostFaults = 100; // a damaged file has one cause and many faults

    private const string MoreOfVerify = """
        Checks the file, that the bytes of every report still have their hash, that every reading and judgement is as it was kept, that the words of
        every claim stand where it says, that reports, mentions and events hang together, and that every event is what its reports and judgements say. Where the file is damaged: restore a backup and add the newer inputs again;
        without one, add everything to a new ledger.

        Example:
          dateline verify --ledger 2025.db
        """;

    private const string MoreOfBackup = """
        Writes a whole and compact copy of the ledger as it is now, also while reports are being added. The file must not be there yet; it has its
        name only when it is whole.

        Example:
          dateline backup 2025-03-01.db --ledger 2025.db
        """;

    private const string MoreOfCompact = """
        Gives the room of what is no longer there back to the disk and puts the search index in order; needs as much free room as the ledger takes,
        and nobody else at work on it.

        Example:
          dateline compact --ledger 2025.db
        """;

    /// <summary>Makes <c>dateline verify</c>.</summary>
    public static Command Verify(Surroundings around)
    {
        var (file, data) = (new LedgerOptions().File, new InputOptions().Data);
        return ListCommands.Create("verify", "Checks that a ledger still holds what was put into it", MoreOfVerify, [file, data], parsed => Verify(around, parsed.GetValue(file)!, parsed.GetValue(data)));
    }

    /// <summary>Makes <c>dateline backup</c>.</summary>
    public static Command Backup(Surroundings around)
    {
        var file = new LedgerOptions().File;
        var target = new Argument<string>("FILE") { Description = "The new file" };
        var command = ListCommands.Create("backup", "Copies a ledger, also while it is added to", MoreOfBackup, [file], parsed =>
        {
            using var ledger = Ledgers.OpenToRead(parsed.GetValue(file)!);
            ledger.Upkeep.BackUp(parsed.GetValue(target)!);
            using var text = around.OutputText();
            text.WriteLine($"{parsed.GetValue(target)}: {new FileInfo(parsed.GetValue(target)!).Length.ToString("#,0", CultureInfo.InvariantCulture)} bytes");
            return ExitStatus.Done;
        });
        command.Add(target);
        return command;
    }

    /// <summary>Makes <c>dateline compact</c>.</summary>
    public static Command Compact(Surroundings around)
    {
        var file = new LedgerOptions().File;
        return ListCommands.Create("compact", "Makes a ledger's file as small as it can be", MoreOfCompact, [file], parsed =>
        {
            Ledgers.OpenToRead(parsed.GetValue(file)!).Dispose(); // it must be there
            using var ledger = Ledgers.OpenToAdd(parsed.GetValue(file)!);
            var (before, after) = ledger.Upkeep.Compact();
            using var text = around.OutputText();
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{before:#,0} bytes before, {after:#,0} after"));
            return ExitStatus.Done;
        });
    }

    private static int Verify(Surroundings around, string file, string? dataFolder)
    {
        using var ledger = Ledgers.OpenToRead(file);
        using var text = around.OutputText();
        var faults = 0;
        foreach (var fault in LedgerVerifier.Faults(ledger.Upkeep, RecordMaking.Over(around.Knowledge(dataFolder)).Forms))
        {
            if (++faults > MostFaults)
            {
                text.WriteLine("and more");
                break;
            }

            text.WriteLine(ValueWords.OneLine($"{RecordRows.Short(fault.Where)}: {fault.Message}"));
        }

        text.WriteLine(faults == 0 ? "nothing is wrong" : Terminal.Count(Math.Min(faults, MostFaults), "fault") + (faults > MostFaults ? " or more" : ""));
        return faults == 0 ? ExitStatus.Done : ExitStatus.SomeInputFailed;
    }
}
