using System.CommandLine;
using System.CommandLine.Help;
using Dateline.Documents;
using Dateline.Knowledge;

namespace Dateline.App.Commands;

/// <summary><c>dateline read</c>: its arguments, options and help.</summary>
internal static class ReadCommand
{
    private const string Description = "Reads reports and shows what happened, where, when, how much and according to whom, with the exact words";

    private const string More = """
        Inputs:
          Plain text files; folders, walked in name order (.txt, .text, .jsonl, and text without an ending); JSON lines
          ({"text": …} with id, title, published, outlet, url where known); - for standard input, which is also read when
          something is piped in and no input is named.

        Examples:
          dateline read samples/
          dateline read report.txt --published 2025-02-28 --outlet "The Daily"
          dateline read reports.jsonl --format jsonl > readings.jsonl
          curl -s https://example.org/report.txt | dateline read --format json --brief

        Exit status:
          0 all read; 1 something was wrong with some input (each is named on standard error, the others are printed);
          2 wrong use; 130 stopped
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var inputs = new Argument<string[]>("INPUT") { Description = "Files, folders, or - for standard input", Arity = ArgumentArity.ZeroOrMore };
        var format = Choice<OutputFormat>("--format", "table|json|jsonl|markdown", "How to show it: table for reading (when not given), json (an array when there are several reports), jsonl (one report per line), markdown");
        var input = Choice<InputFormat?>("--input", "text|jsonl", "What standard input and the named files hold; told from ending and content when not given");
        var published = new Option<string?>("--published") { HelpName = "DATE[TTIME ZONE]", Description = "Publication date of reports that state none: 2025-02-28, 2025-02-28T08:30+09:00, \"2025-02-28T08:30 Asia/Seoul\"" };
        var outlet = new Option<string?>("--outlet") { HelpName = "NAME", Description = "Who published reports that do not say so" };
        var narrative = new Option<bool>("--narrative") { Description = "Anchor times in the text's own story instead of the publication date" };
        var brief = new Option<bool>("--brief") { Description = "Leave the annotations out of JSON" };
        var explain = new Option<bool>("--explain") { Description = "Show which rule and which data row made each value, why mentions were joined, and what was left out" };
        var data = new Option<string?>("--data") { HelpName = "DIR", Description = "A folder of knowledge files laid over the shipped one, row by row (dateline knowledge --help)" };
        var jobs = new Option<int>("--jobs", "-j") { HelpName = "N", Description = "Reports read at the same time", DefaultValueFactory = _ => 2 };
        var noColor = new Option<bool>("--no-color") { Description = "No colour (also: NO_COLOR in the environment)" };

        inputs.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.Length > 1 && token.Value[0] == '-' && !File.Exists(token.Value))
                {
                    result.AddError($"there is no option {token.Value}");
                }
            }
        });
        published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } stated && StatedDate.Parse(stated) is null)
            {
                result.AddError($"--published \"{stated}\" is no date; write 2025-02-28, 2025-02-28T08:30+09:00 or \"2025-02-28T08:30 Asia/Seoul\"");
            }
        });
        jobs.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() is < 1 or > 256)
            {
                result.AddError("--jobs takes a number from 1 to 256");
            }
        });

        var command = new Command("read", Description) { inputs, format, input, published, outlet, narrative, brief, explain, data, jobs, noColor };
        command.SetAction((parsed, stop) => new ReadRun(around, new ReadSettings(
            parsed.GetValue(inputs) ?? [],
            parsed.GetValue(format),
            parsed.GetValue(input),
            parsed.GetValue(published),
            parsed.GetValue(outlet),
            parsed.GetValue(data),
            parsed.GetValue(narrative),
            parsed.GetValue(brief),
            parsed.GetValue(explain),
            parsed.GetValue(noColor),
            parsed.GetValue(jobs))).RunAsync(stop));
        command.Add(new HelpOption { Action = new LongerHelp(More) });
        return command;
    }

    private static Option<T> Choice<T>(string name, string choices, string description)
    {
        var option = new Option<T>(name) { HelpName = choices, Description = description };
        option.CustomParser = result =>
        {
            var written = result.Tokens[0].Value;
            var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
            if (choices.Split('|').Contains(written, StringComparer.Ordinal))
            {
                return (T)Enum.Parse(type, written, ignoreCase: true);
            }

            result.AddError($"{name} takes one of {choices.Replace("|", ", ", StringComparison.Ordinal)}, not \"{written}\"");
            return default!;
        };
        return option;
    }
}
