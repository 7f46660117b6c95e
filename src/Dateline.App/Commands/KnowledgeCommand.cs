using System.CommandLine;
using System.CommandLine.Help;
using Dateline.Knowledge;

namespace Dateline.App.Commands;

/// <summary><c>dateline knowledge check</c> and <c>dateline knowledge diff</c>.</summary>
internal static class KnowledgeCommand
{
    private const string Overlay = """

        A folder of your own holds tables of the shipped names (actors/persons.tsv, outlets/outlets.tsv …) with the shipped header and only your
        rows: a row takes the place of the shipped row with the same key (tables.tsv says which columns are the key), others are added.
        dateline read --data DIR reads with it.
        """;

    private const string MoreOfCheck = """
        Checks: rows that stand twice, ids and sources no table has, dates that are none or end before they begin (errors); two holders of one
        office at one time (warnings).
        """ + Overlay + """


        Exit status:
          0 nothing wrong (warnings may be shown); 1 errors; 2 wrong use, or a folder that cannot be read
        """;

    private const string MoreOfDiff = """
        One line per row: + for one the shipped tables have not, ~ for one that takes the place of a shipped row, with the cells that change.
        """ + Overlay + """


        Exit status:
          0 shown, whether anything differs or not; 2 wrong use, or a folder that cannot be read
        """;

    /// <summary>Makes the command with its two parts.</summary>
    public static Command Create(Surroundings around)
    {
        var checkedFolder = new Argument<string?>("DIR") { Description = "A folder laid over the shipped one; the shipped one alone when not given", Arity = ArgumentArity.ZeroOrOne };
        var check = new Command("check", "Says what is wrong in the knowledge files") { checkedFolder };
        check.SetAction(parsed => Check(around, parsed.GetValue(checkedFolder)));
        check.Add(new HelpOption { Action = new LongerHelp(MoreOfCheck) });

        var other = new Argument<string>("DIR") { Description = "The folder to lay over the shipped one" };
        var diff = new Command("diff", "Shows what a folder adds to the shipped knowledge files and changes in them") { other };
        diff.SetAction(parsed => Diff(around, parsed.GetValue(other)!));
        diff.Add(new HelpOption { Action = new LongerHelp(MoreOfDiff) });

        return new Command("knowledge", "Checks knowledge files, and compares a folder of your own with the shipped one") { check, diff };
    }

    private static int Check(Surroundings around, string? folder)
    {
        using var output = around.OutputText();
        var (errors, warnings) = (0, 0);
        foreach (var complaint in KnowledgeCheck.Run(KnowledgeFiles.ReadOver(folder)))
        {
            errors += complaint.IsError ? 1 : 0;
            warnings += complaint.IsError ? 0 : 1;
            output.WriteLine($"{(complaint.IsError ? "error" : "warning")}: {complaint.Where}: {Views.ValueWords.OneLine(complaint.Message)}");
        }

        output.WriteLine($"{errors} {(errors == 1 ? "error" : "errors")}, {warnings} {(warnings == 1 ? "warning" : "warnings")}");
        return errors > 0 ? ExitStatus.SomeInputFailed : ExitStatus.Done;
    }

    private static int Diff(Surroundings around, string folder)
    {
        using var output = around.OutputText();
        var (added, changed) = (0, 0);
        foreach (var change in KnowledgeDiff.Between(KnowledgeFiles.Read(KnowledgeFiles.ShippedFolder), KnowledgeFiles.ReadOver(folder)))
        {
            var isNew = change.Kind == KnowledgeChangeKind.Added;
            added += isNew ? 1 : 0;
            changed += isNew ? 0 : 1;
            var cells = change.Cells.Where(cell => cell.Before.Length + cell.After.Length > 0).Select(cell => isNew ? $"{cell.Column} {cell.After}" : $"{cell.Column} {Shown(cell.Before)} -> {Shown(cell.After)}");
            output.WriteLine(Views.ValueWords.OneLine($"{(isNew ? '+' : '~')} {change.Table} {change.Key.Replace("\t", ", ", StringComparison.Ordinal)}: {string.Join("; ", cells)}").TrimEnd(' ', ':'));
        }

        output.WriteLine($"{added} added, {changed} changed");
        return ExitStatus.Done;
    }

    private static string Shown(string cell) => cell.Length > 0 ? cell : "(empty)";
}
