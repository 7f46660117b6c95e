namespace Dateline.App.Commands;

/// <summary>How readings are shown.</summary>
internal enum OutputFormat
{
    /// <summary>For reading on a terminal.</summary>
    Table,

    /// <summary>One object, or an array of several.</summary>
    Json,

    /// <summary>One object per line.</summary>
    Jsonl,

    /// <summary>For a file.</summary>
    Markdown,
}

/// <summary>What <c>dateline read</c> was told.</summary>
internal sealed record ReadSettings(InputSettings Input, OutputFormat Format, bool Brief, bool Explain, bool NoColor);
