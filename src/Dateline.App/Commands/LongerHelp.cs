using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Dateline.App.Commands;

/// <summary>The usual help of a command, then what options and arguments cannot tell: inputs, examples, exit status.</summary>
internal sealed class LongerHelp(string more) : SynchronousCommandLineAction
{
    private readonly HelpAction usual = new();

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(more);
        return ExitStatus.Done;
    }
}
