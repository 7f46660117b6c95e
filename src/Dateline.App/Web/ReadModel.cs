namespace Dateline.App.Web;

/// <summary>What the Read page shows.</summary>
/// <param name="Token">Makes its forms good.</param>
/// <param name="Published">The stated day, or null.</param>
/// <param name="Outlet">The stated outlet, or null.</param>
/// <param name="Problem">What is wrong with the input, or null.</param>
/// <param name="Reading">What was read, or null before.</param>
/// <param name="Sent">The report's bytes as base64, so that it can be kept without the server holding it; null before.</param>
/// <param name="Name">What it goes by; null before.</param>
public sealed record ReadModel(string Token, string? Published, string? Outlet, string? Problem, ReadingModel? Reading, string? Sent, string? Name)
{
    /// <summary>Hash of what was fetched, by which it can be kept; null for what was sent.</summary>
    public string? Fetched { get; init; }

    /// <summary>Before anything was sent.</summary>
    public static ReadModel Empty(string token) => new(token, null, null, null, null, null, null);
}
