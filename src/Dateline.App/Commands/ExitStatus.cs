namespace Dateline.App.Commands;

/// <summary>What a command ends with.</summary>
internal static class ExitStatus
{
    /// <summary>Everything was read.</summary>
    public const int Done = 0;

    /// <summary>Something was wrong with some input; it was named, and the others were read.</summary>
    public const int SomeInputFailed = 1;

    /// <summary>The command was used wrongly.</summary>
    public const int WrongUse = 2;

    /// <summary>A check found what the user wants to fail on.</summary>
    public const int Found = 3;

    /// <summary>Stopped by the user.</summary>
    public const int Stopped = 130;
}
