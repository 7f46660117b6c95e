using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Dateline.App.Web;

/// <summary>Where a server listens, and whom it lets in.</summary>
/// <param name="Port">The port; 0 for any free one.</param>
internal sealed record WebBinding(int Port)
{
    /// <summary>The address it listens on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>What it encrypts with, or null for plain HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Who is let in; null for everybody on this machine.</summary>
    public Gate? Gate { get; init; }
}
