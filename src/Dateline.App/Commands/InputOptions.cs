using System.CommandLine;
using Dateline.Documents;

namespace Dateline.App.Commands;

/// <summary>Arguments and options of the commands that read reports.</summary>
internal sealed class InputOptions
{
    public InputOptions()
    {
        Inputs.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.Length > 1 && token.Value[0] == '-' && !File.Exists(token.Value))
                {
                    result.AddError($"there is no option {token.Value}");
                }
            }
        });
        Published.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } stated && StatedDate.Parse(stated) is null)
            {
                result.AddError($"--published \"{stated}\" is no date; write 2025-02-28, 2025-02-28T08:30+09:00 or \"2025-02-28T08:30 Asia/Seoul\"");
            }
        });
        Jobs.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int>() is < 1 or > 256)
            {
                result.AddError("--jobs takes a number from 1 to 256");
            }
        });
    }

    public Argument<string[]> Inputs { get; } = new("INPUT") { Description = "Files, folders, addresses (http, https), or - for standard input", Arity = ArgumentArity.ZeroOrMore };

    public Option<InputFormat?> Format { get; } = CommandOptions.Choice<InputFormat?>("--input", "text|html|jsonl|feed", "What standard input and the named files hold; told from ending and content when not given");

    public Option<string?> Published { get; } = new("--published") { HelpName = "DATE[TTIME ZONE]", Description = "Publication date of reports that state none: 2025-02-28, 2025-02-28T08:30+09:00, \"2025-02-28T08:30 Asia/Seoul\"" };

    public Option<string?> Outlet { get; } = new("--outlet") { HelpName = "NAME", Description = "Who published reports that do not say so" };

    public Option<string?> Data { get; } = new("--data") { HelpName = "DIR", Description = "A folder of knowledge files laid over the shipped one, row by row (dateline knowledge --help)" };

    public Option<int> Jobs { get; } = new("--jobs", "-j") { HelpName = "N", Description = "Reports read at the same time", DefaultValueFactory = _ => 2 };

    public Option<bool> AllPages { get; } = new("--all-pages") { Description = "Read every page of an archive, also those in which no word of ours stands" };

    public Option<bool> AllowPrivate { get; } = new("--allow-private") { Description = "Fetch addresses of this machine and its network too, not of the public internet only" };

    /// <summary>What the command line says.</summary>
    public InputSettings Of(ParseResult parsed, bool narrative) => new(
        parsed.GetValue(Inputs) ?? [],
        parsed.GetValue(Format),
        parsed.GetValue(Published),
        parsed.GetValue(Outlet),
        parsed.GetValue(Data),
        narrative,
        parsed.GetValue(Jobs))
    {
        AllPages = parsed.GetValue(AllPages),
        AllowPrivate = parsed.GetValue(AllowPrivate),
    };
}
