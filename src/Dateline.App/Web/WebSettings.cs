namespace Dateline.App.Web;

/// <summary>What is served, and where.</summary>
/// <param name="Ledger">The ledger's file.</param>
/// <param name="Port">The port; 0 for any free one.</param>
/// <param name="Samples">True for the samples in a temporary ledger.</param>
/// <param name="DataFolder">Knowledge laid over the shipped one, or null.</param>
internal sealed record WebSettings(string Ledger, int Port, bool Samples, string? DataFolder)
{
    /// <summary>The address to listen on; null for the loopback address.</summary>
    public string? Address { get; init; }

    /// <summary>The file whose first line is the password, or null.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>The file of the certificate (PEM), or null.</summary>
    public string? Certificate { get; init; }

    /// <summary>The file of its key (PEM); null when it stands in the certificate's file.</summary>
    public string? Key { get; init; }

    /// <summary>True when something in front of the server encrypts.</summary>
    public bool IsBehindProxy { get; init; }
}
