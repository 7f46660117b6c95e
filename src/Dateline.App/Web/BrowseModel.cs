namespace Dateline.App.Web;

/// <summary>Ways through the events of a site that no server filters.</summary>
/// <param name="Lead">What the site is, or null on pages behind the first.</param>
/// <param name="Groups">Kinds, years, countries …: each way with its address and the number of its events.</param>
/// <param name="Files">Exports beside the pages: name and address.</param>
public sealed record BrowseModel(string? Lead, IReadOnlyList<(string Title, IReadOnlyList<(string Name, string Address, int Events)> Ways)> Groups, IReadOnlyList<(string Name, string Address)> Files);
