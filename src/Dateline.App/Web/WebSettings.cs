namespace Dateline.App.Web;

/// <summary>What is served, and where.</summary>
/// <param name="Ledger">The ledger's file.</param>
/// <param name="Port">The port on the loopback address; 0 for any free one.</param>
/// <param name="Samples">True for the samples in a temporary ledger.</param>
/// <param name="DataFolder">Knowledge laid over the shipped one, or null.</param>
internal sealed record WebSettings(string Ledger, int Port, bool Samples, string? DataFolder);
