using System.CommandLine;
using System.CommandLine.Help;
using Dateline.Exports;
using Dateline.Knowledge;

namespace Dateline.App.Commands;

/// <summary><c>dateline codebook</c>: kinds, roles, what tells of them, and the rules, from the data.</summary>
internal static class CodebookCommand
{
    private const string More = """
        Prints Markdown: kinds of events with their PLOVER codes, roles, the words that tell of each kind, statuses and rules, all read from the
        tables of data/ontology and data/patterns/frames.tsv. --data DIR lays a folder of your own over the shipped tables first.

        Exit status:
          0 printed; 2 wrong use, or a folder that cannot be read
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var data = new Option<string?>("--data") { Description = "A folder of your own tables, laid over the shipped ones", HelpName = "DIR" };
        var command = new Command("codebook", "Prints the codebook: kinds of events, their roles, and the words that tell of them") { data };
        command.SetAction(parsed => Print(around, parsed.GetValue(data)));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }

    private static int Print(Surroundings around, string? folder)
    {
        using var output = around.OutputText();
        output.Write(CodebookMarkdown.Write(KnowledgeFiles.ReadOver(folder)));
        return ExitStatus.Done;
    }
}
