using System.CommandLine;
using System.CommandLine.Help;
using System.Text.Json;
using Dateline.Checks;
using Dateline.Documents;

namespace Dateline.App.Commands;

/// <summary><c>dateline calc</c>: speeds, conversions, clock times and weekdays, by the code of the checks.</summary>
internal static class CalcCommand
{
    private const string More = """
        Answers a question in words, with the code the checks use.

        Examples:
          dateline calc 1,587 km in 7,961 s
          dateline calc 3,700 km in miles
          dateline calc 8am Pyongyang 26 Feb 2025 in UTC
          dateline calc 26 Feb 2025
          dateline calc 26 Feb 2025 to 3 March 2025

        Exit status:
          0 answered; 2 not understood
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var words = new Argument<string[]>("QUESTION") { Description = "Figures with units, a clock time with its place and day, or a date", Arity = ArgumentArity.OneOrMore };
        var isJson = new Option<bool>("--json") { Description = "The answer as JSON: a list of label and value" };
        var command = new Command("calc", "Answers small questions: mean speeds, unit conversions, clock times in other zones, weekdays") { words, isJson };
        command.SetAction(parsed => Answer(around, string.Join(' ', parsed.GetValue(words)!), parsed.GetValue(isJson)));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }

    private static int Answer(Surroundings around, string question, bool isJson)
    {
        var files = around.Knowledge(null);
        var pipeline = new Pipeline(files);
        var today = NodaTime.LocalDate.FromDateTime(around.Time.GetLocalNow().DateTime);
        var lines = new Calculator(files, phrase => pipeline.Annotate(phrase, today)).Answer(question);
        if (lines.Count == 0)
        {
            DatelineCommand.Say(around, $"\"{question}\" is not understood; dateline calc --help shows what is");
            return ExitStatus.WrongUse;
        }

        using var text = around.OutputText();
        if (isJson)
        {
            text.WriteLine(JsonSerializer.Serialize(lines.Select(line => new Dictionary<string, string>(StringComparer.Ordinal) { ["label"] = line.Label, ["value"] = line.Value })));
            return ExitStatus.Done;
        }

        var width = lines.Max(line => line.Label.Length);
        foreach (var line in lines)
        {
            text.WriteLine($"{line.Label.PadRight(width)}  {line.Value}");
        }

        return ExitStatus.Done;
    }
}
