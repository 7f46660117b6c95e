using Dateline.Ledger;

namespace Dateline.App.Commands;

/// <summary>Files somebody names on the command line: what is wrong with them is wrong use and names them.</summary>
internal static class OutsideFiles
{
    /// <summary>What a file holds.</summary>
    public static T Opened<T>(string file, Func<string, T> open)
    {
        try
        {
            return open(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw JudgeWork.Wrong($"{file}: cannot be read ({error.Message})");
        }
    }

    /// <summary>Wrong use that names the file.</summary>
    public static T Named<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (LedgerException error) when (error.IsWrongUse)
        {
            throw JudgeWork.Wrong($"{file}: {error.Message}");
        }
    }
}
