namespace Dateline.Documents;

/// <summary>One report that was asked for: read, read with a complaint, or not read.</summary>
/// <param name="Source">How the user would recognise it: the id of a JSON line, else the path as given; unique within a run.</param>
/// <param name="Document">The report, or null when it could not be read.</param>
/// <param name="Problem">What is wrong with it, one sentence without a full stop, or null when nothing is.</param>
public sealed record Input(string Source, RawDocument? Document, string? Problem);

/// <summary>What inputs hold when their ending does not tell.</summary>
public enum InputFormat
{
    /// <summary>Plain text, one report per input.</summary>
    Text,

    /// <summary>A web page, one report per input.</summary>
    Html,

    /// <summary>JSON lines, one report per line.</summary>
    Jsonl,

    /// <summary>A feed or a sitemap, one report per entry.</summary>
    Feed,
}
