using System.CommandLine;
using System.CommandLine.Help;
using Dateline.App.Output;

namespace Dateline.App.Commands;

/// <summary><c>dateline review</c>: shows one event after the other to a person who decides.</summary>
internal static class ReviewCommand
{
    private const string More = """
        Events that want a look come one after the other: those of judgements whose words are read otherwise now, then those nobody has judged of
        which something is disputed, a check warns, or another event of the kind is near. Each is shown with its tellings, claims and words, and
        the events it may be one with. Then a line decides:
          a [WHY]             accept it                       r [WHY]             reject it
          c N VALUE           correct claim N                 x N [WHY]           reject claim N
          m N …               merge it with proposal N        s N …               split telling N off
          n WORDS             note something                  p NAME = NAME       one person under two names
          k (or nothing)      skip it                         u                   undo the last judgement of this review
          q                   quit
        Nothing is asked twice: every line is kept at once (dateline judge --help).

        Examples:
          dateline review --by Kim
          dateline review --kind missile_test --from 2025-01-01
          printf 'a\nk\nq\n' | dateline review

        Exit status:
          0 done or quit; 1 some lines were wrong (only where the lines are piped in); 2 wrong use, or no such ledger
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var options = new LedgerOptions();
        var (by, data) = (JudgeCommand.By(), new InputOptions().Data);
        var command = new Command("review", "Shows events that want a look, and notes what you decide") { options.File, by, data, options.NoColor };
        foreach (var option in options.Filtering)
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            using var work = new JudgeWork(around, parsed.GetValue(options.File)!, parsed.GetValue(data));
            using var text = around.OutputText();
            using var lines = new StreamReader(around.Input());
            return new ReviewSession(around, work, Terminal.Of(around, text, parsed.GetValue(options.NoColor)), text, lines, JudgeCommand.ByOf(parsed.GetValue(by), around)).Run(options.FilterOf(parsed));
        });
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }
}
