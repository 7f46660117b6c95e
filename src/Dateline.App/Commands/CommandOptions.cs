using System.CommandLine;

namespace Dateline.App.Commands;

/// <summary>Options that several commands take.</summary>
internal static class CommandOptions
{
    /// <summary>One of some words, each the name of an enumeration value.</summary>
    public static Option<T> Choice<T>(string name, string choices, string description)
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

    /// <summary>No colour, also by NO_COLOR.</summary>
    public static Option<bool> NoColor() => new("--no-color") { Description = "No colour (also: NO_COLOR in the environment)" };
}
