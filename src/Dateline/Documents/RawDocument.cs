using System.Security.Cryptography;
using Dateline.Documents.Fetching;

namespace Dateline.Documents;

/// <summary>One report as it arrived. The bytes are never altered.</summary>
/// <param name="Sha256">Lower-case hexadecimal SHA-256 of the bytes.</param>
/// <param name="Bytes">The raw bytes.</param>
/// <param name="MediaType">text/plain, application/json …</param>
/// <param name="Origin">The path, address or line id the user would recognise; unique within a run.</param>
/// <param name="Stated">What came with the text instead of in it.</param>
public sealed record RawDocument(string Sha256, ReadOnlyMemory<byte> Bytes, string MediaType, string Origin, StatedFacts Stated)
{
    /// <summary>How it was fetched, or null when it was not.</summary>
    public Fetch? Fetched { get; init; }

    /// <summary>The document of some bytes, with its hash computed.</summary>
    public static RawDocument Of(ReadOnlyMemory<byte> bytes, string mediaType, string origin, StatedFacts? stated = null) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), bytes, mediaType, origin, stated ?? StatedFacts.None);
}

/// <summary>Facts about a report that its carrier states: the fields of a JSON line, the arguments of the command.</summary>
/// <param name="Title">The headline, or null.</param>
/// <param name="Published">Publication day, with time and zone when known (ISO 8601), or null.</param>
/// <param name="PublishedFrom">Where <paramref name="Published"/> was said: metadata, argument or feed.</param>
/// <param name="Outlet">The outlet's name or id, or null.</param>
/// <param name="Url">The page's address, or null.</param>
public sealed record StatedFacts(string? Title, string? Published, string? PublishedFrom, string? Outlet, string? Url)
{
    /// <summary>Nothing stated.</summary>
    public static StatedFacts None { get; } = new(null, null, null, null, null);
}
