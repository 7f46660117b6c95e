using System.Text.Json;
using Dateline.Annotations.Actors;
using Dateline.Claims;
using Dateline.Sources;

namespace Dateline.Checks.Across;

/// <summary>One event of the record as its reports tell it: what the checks across reports look at.</summary>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="Reports">Its reports, in the order of the record.</param>
/// <param name="Claims">Their claims of it.</param>
/// <param name="Origins">The independent primary sources of all of it.</param>
/// <param name="AreApart">True when two values of a role of such a kind cannot both be true.</param>
public sealed record EventTelling(string Kind, IReadOnlyList<ReportTelling> Reports, IReadOnlyList<ReportedClaim> Claims, IReadOnlyList<Origin> Origins, Func<RoleValue, JsonElement, JsonElement, bool> AreApart)
{
    // Many reports give the same few values.
    private readonly Dictionary<(RoleValue Kind, string One, string Other), bool> apart = [];

    /// <summary>Number of distinct texts.</summary>
    public int Texts => Reports.Select(r => r.Text).Distinct(StringComparer.Ordinal).Count();

    /// <summary>True when two claims of one role cannot both be true.</summary>
    public bool Contradict(RoleValue kind, ReportedClaim one, ReportedClaim other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var pair = (kind, one.Told, other.Told);
        return apart.TryGetValue(pair, out var known) ? known : apart[pair] = one.Role is "last_day" ? one.Key != other.Key : AreApart(kind, one.Value, other.Value); // no zone turns a last day that is told beforehand
    }
}

/// <summary>A report that tells an event.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Source">Its source, as the user would recognise it.</param>
/// <param name="Day">Day of publication (ISO 8601), or null.</param>
/// <param name="Text">The text it carries: one name for all copies.</param>
/// <param name="Outlet">Who published it, or null.</param>
/// <param name="Voice">Whose own voice it is: the agency of the copy, else the outlet; null when unknown.</param>
/// <param name="Shared">How much of the shorter text it has in common with the nearest other report that carries it; null when it carries its own.</param>
public sealed record ReportTelling(string Id, string Source, string? Day, string Text, Actor? Outlet, Actor? Voice, double? Shared)
{
    /// <summary>The outlet's name, else the source.</summary>
    public string Name => Outlet?.Name ?? Source;
}

/// <summary>One claim of a report.</summary>
/// <param name="By">The report.</param>
/// <param name="Id">c1, c2 … in its report.</param>
/// <param name="Role">Role of the codebook.</param>
/// <param name="Value">The value, in the shape of the contract.</param>
/// <param name="Words">The value in words.</param>
/// <param name="Key">What it shares with values that say the same.</param>
/// <param name="Standing">What it says of the value.</param>
/// <param name="From">Who tells it.</param>
public sealed record ReportedClaim(ReportTelling By, string Id, string Role, JsonElement Value, string Words, string Key, ClaimStanding Standing, OriginTelling From)
{
    /// <summary>The value with its words: what many reports share.</summary>
    public string Told { get; } = $"{Key}\u001F{Words}";

    /// <summary>Its id beside those of other reports.</summary>
    public string FullId => $"{By.Id}/{Id}";

    /// <summary>One name for whoever it goes back to: the primary source, else the voice of its text.</summary>
    public string SideKey => From.Chain is [.., var last] ? Events.Across.ProfileMaker.NameOf(last) : By.Voice is { } voice ? Events.Across.ProfileMaker.NameOf(voice) : "text " + By.Text;

    /// <summary>The same for people.</summary>
    public string SideName => From.Chain is [.., var last] ? last.Name : By.Voice?.Name ?? By.Source;

    /// <summary>True when somebody is named whom it goes back to.</summary>
    public bool IsSourced => From.Chain is [.., { Kind: not ActorKind.Unnamed }];
}

/// <summary>What a claim says of its value.</summary>
public enum ClaimStanding
{
    /// <summary>That it is so.</summary>
    Told,

    /// <summary>That it is not so.</summary>
    Denied,

    /// <summary>It only follows from the words, is planned, supposed or left open.</summary>
    Open,
}

/// <summary>A check over what several reports tell of one event.</summary>
public interface IAcrossCheck
{
    /// <summary>DL and four digits; see docs/checks.md.</summary>
    string Id { get; }

    /// <summary>Its findings; claims go by report and number. The order of the reports' arrival makes no difference.</summary>
    IEnumerable<Finding> Find(EventTelling told);
}
