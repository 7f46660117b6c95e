namespace Dateline.Documents.Fetching;

/// <summary>Fetches addresses. The library opens no connection itself: whoever runs it may hand this in.</summary>
public interface IPageFetcher : IDisposable
{
    /// <summary>Fetches an address; what goes wrong is the result's <see cref="FetchedPage.Problem"/>. Never throws but when stopped.</summary>
    /// <param name="request">What to fetch.</param>
    /// <param name="stop">Stops it.</param>
    Task<FetchedPage> FetchAsync(FetchRequest request, CancellationToken stop);
}

/// <summary>What to fetch.</summary>
/// <param name="Address">An address that begins with http:// or https://.</param>
/// <param name="Tag">The ETag of the version that is there already, or null.</param>
/// <param name="Changed">The Last-Modified of that version, or null.</param>
public sealed record FetchRequest(string Address, string? Tag = null, string? Changed = null);

/// <summary>How an address was fetched: what is kept beside the bytes.</summary>
/// <param name="Address">The address that was asked for.</param>
/// <param name="FinalAddress">The one that answered, after redirects.</param>
/// <param name="Status">Its answer: 200, 404 …</param>
/// <param name="At">When it was asked.</param>
/// <param name="Headers">Its header lines, in their order.</param>
/// <param name="Sha256">Hash of its body, as the bytes of the document are when it is a page.</param>
public sealed record Fetch(string Address, string FinalAddress, int Status, DateTimeOffset At, IReadOnlyList<KeyValuePair<string, string>> Headers, string Sha256)
{
    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}

/// <summary>What came of fetching an address.</summary>
/// <param name="Fetch">The answer, or null when there was none.</param>
/// <param name="Bytes">Its body, unfolded; empty when there was a problem.</param>
/// <param name="Problem">Why there is no body, one sentence without a full stop; null when there is one, or nothing has changed.</param>
public sealed record FetchedPage(Fetch? Fetch, ReadOnlyMemory<byte> Bytes, string? Problem)
{
    /// <summary>True when the version that is there already is still the current one.</summary>
    public bool IsUnchanged => Fetch?.Status == 304;
}
