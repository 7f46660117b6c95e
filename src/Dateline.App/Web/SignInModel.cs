namespace Dateline.App.Web;

/// <summary>The page that asks for the password.</summary>
/// <param name="Token">Makes its form good.</param>
/// <param name="To">The page that was asked for.</param>
/// <param name="Problem">Why nobody was let in, or null.</param>
/// <param name="IsIn">True for somebody who has signed in already.</param>
public sealed record SignInModel(string Token, string To, string? Problem, bool IsIn);
