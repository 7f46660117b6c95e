using Dateline.Documents;

namespace Dateline.App.Commands;

/// <summary>What is read, and how: what the commands that read reports have in common.</summary>
internal sealed record InputSettings(
    IReadOnlyList<string> Inputs,
    InputFormat? InputFormat,
    string? Published,
    string? Outlet,
    string? DataFolder,
    bool Narrative,
    int Jobs)
{
    /// <summary>True when several reports may go by one name.</summary>
    public bool MayRepeat { get; init; }

    /// <summary>True when pages of archives in which nothing of ours can stand are read too.</summary>
    public bool AllPages { get; init; }

    /// <summary>True to fetch from this machine and its network too.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>True, and said so, when there is nothing to read.</summary>
    public bool IsMissing(Surroundings around, string command)
    {
        if (Inputs.Count > 0 || around.InputIsPiped)
        {
            return false;
        }

        DatelineCommand.Say(around, $"no input: name files or folders, or pipe a report in; dateline {command} --help shows how");
        return true;
    }
}
