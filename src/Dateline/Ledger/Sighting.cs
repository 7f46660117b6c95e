using Dateline.Documents;

namespace Dateline.Ledger;

/// <summary>
/// One way a document came in: under which name, and what was stated with it. The same bytes under another name or with other facts are another
/// sighting of one document.
/// </summary>
/// <param name="MediaType">What the bytes are.</param>
/// <param name="Source">The path, address or line id the user would recognise.</param>
/// <param name="Stated">What came with the text instead of in it.</param>
public sealed record Sighting(string MediaType, string Source, StatedFacts Stated)
{
    private const char Between = '\u001F';

    /// <summary>How a document came in.</summary>
    public static Sighting Of(RawDocument document) => new(document.MediaType, document.Origin, document.Stated);

    /// <summary>
    /// Orders the sightings of one document: the one that states most comes first, then the first by name and facts. The document is read with the
    /// facts of the smallest one, and so the order in which they came never shows.
    /// </summary>
    public string Key { get; } = string.Join(
        Between,
        string.Concat(Missing(Stated.Published), Missing(Stated.Outlet), Missing(Stated.Title), Missing(Stated.Url)),
        Source,
        Stated.Published,
        Stated.PublishedFrom,
        Stated.Outlet,
        Stated.Title,
        Stated.Url,
        MediaType);

    private static string Missing(string? fact) => fact is null ? "1" : "0";
}

/// <summary>What the ledger knows of a document and how it came in.</summary>
public enum Standing
{
    /// <summary>The document is new: it must be read.</summary>
    New,

    /// <summary>The document is there; this sighting is new, and comes before the one it was read with: it must be read again with these facts.</summary>
    Preferred,

    /// <summary>The document is there; this sighting is new and only noted.</summary>
    Another,

    /// <summary>Both are there already.</summary>
    Known,
}
