namespace Dateline;

/// <summary>How reports are read.</summary>
/// <param name="Narrative">Anchor times in the text's own story instead of the publication date.</param>
public sealed record ReadOptions(bool Narrative = false)
{
    /// <summary>The usual way.</summary>
    public static ReadOptions Default { get; } = new();
}
