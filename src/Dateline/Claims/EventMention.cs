using Dateline.Annotations.Times;
using NodaTime;

namespace Dateline.Claims;

/// <summary>How an event stands to the report.</summary>
public enum EventStatus
{
    /// <summary>What the report is about now.</summary>
    News,

    /// <summary>An earlier happening it recalls.</summary>
    Background,

    /// <summary>Announced.</summary>
    Planned,

    /// <summary>Supposed.</summary>
    Hypothetical,

    /// <summary>Said not to have happened.</summary>
    Denied,
}

/// <summary>Words that tell of a happening, with the claims bound to them.</summary>
/// <param name="Kind">Kind of the codebook; null for a mention that only adds to an event told elsewhere ("it flew 1,000 km").</param>
/// <param name="Trigger">The words that tell it.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="Status">How it stands to the report.</param>
/// <param name="Mode">PLOVER mode, or null for the kind's own.</param>
/// <param name="Adds">For a mention without a kind: the kinds it may add to; else empty.</param>
/// <param name="IsWeak">True when it only reminds of a happening: joined to one, or kept only with facts of its own.</param>
/// <param name="Recalls">True when its wording recalls: alone it is background, whatever its day.</param>
/// <param name="Claims">Roles and values bound to it.</param>
/// <param name="Rule">The frame that found it.</param>
/// <param name="Reason">Why it is one and has its status, in words for --explain.</param>
public sealed record EventMention(
    string? Kind,
    TextSpan Trigger,
    int Sentence,
    EventStatus Status,
    string? Mode,
    IReadOnlyList<string> Adds,
    bool IsWeak,
    bool Recalls,
    IReadOnlyList<Claim> Claims,
    string Rule,
    string Reason)
{
    /// <summary>True when a headline tells it.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>True when its words set it apart from what was told before: "in a separate attack".</summary>
    public bool IsAnother { get; init; }

    /// <summary>True for talks of two who are not named: "both ministers met the chancellor".</summary>
    public bool IsOfPair { get; init; }

    /// <summary>For casualties: the trigger of the attack their sentence says caused them, or null.</summary>
    public TextSpan? Cause { get; init; }

    /// <summary>For casualties: true when fighters of no state fell, false when others did, null when no figure tells.</summary>
    public bool? OfFighters { get; init; }

    /// <summary>For strikes: true when the noun itself says that militants or rebels did it: "a militant attack".</summary>
    public bool IsByFighters { get; init; }

    /// <summary>For strikes: true when its words say that it was done back: "responded with drone attacks".</summary>
    public bool IsAnswer { get; init; }

    /// <summary>For strikes: true when its words say that it was on militants, rebels, attackers.</summary>
    public bool IsOnFighters { get; init; }

    /// <summary>True for a happening before the news that is near enough to be the news itself, told late: no wording recalls it.</summary>
    public bool IsRecent { get; init; }

    /// <summary>The days and weeks its sentence names, be they its own or another's, first and last day of each.</summary>
    public IReadOnlyList<(LocalDate First, LocalDate Last)> BesideDays { get; init; } = [];

    /// <summary>True when its words speak of it as of one already told: "the underground test".</summary>
    public bool IsDefinite { get; init; }

    /// <summary>True when its words bring it up as one not told before: "a suicide bombing".</summary>
    public bool IsIndefinite { get; init; }

    /// <summary>Where in the report the word stands behind which its sentence tells it as what came before ("after a drone attack"), or -1.</summary>
    public int BehindAt { get; init; } = -1;

    /// <summary>What a place below the lead is known by that its sentence opens with ("In southern Fife, …"), or null.</summary>
    public string? OpensIn { get; init; }

    /// <summary>Named systems its sentence speaks of, for a measure told apart from any happening: those it is a measure of.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>Of drills and talks counted through: which edition or round it is, or null.</summary>
    public int? Edition { get; init; }

    /// <summary>True when it is told as what came later on its day: "later on Sunday".</summary>
    public bool IsLater { get; init; }

    /// <summary>True when its words name who did it, though no table knows them.</summary>
    public bool NamesDoer { get; init; }

    /// <summary>The day it was told, as its sentence says ("said on Wednesday"), or null.</summary>
    public TimeExpression? Told { get; init; }
}

/// <summary>Reasons of mentions that say more than how they were found.</summary>
public static class MentionReasons
{
    /// <summary>What is planned because somebody came for it.</summary>
    public const string CameFor = "what somebody came for";

    /// <summary>What is planned because it was announced.</summary>
    public const string Announced = "announced before it is done";
}

/// <summary>"fourth launch this year": an ordinal over a set with a window.</summary>
/// <param name="Evidence">The words.</param>
/// <param name="Number">The ordinal.</param>
/// <param name="Counts">Kind of the codebook that is counted, or null when it is none.</param>
/// <param name="Actor">Id of the actor whose deeds are counted, or null.</param>
/// <param name="Since">First day of the stated period, or null when the text states none.</param>
/// <param name="ScopeText">The words of the period, or null.</param>
/// <param name="Sentence">Index of its sentence.</param>
/// <param name="AccordingTo">Whose tally it is; empty = the outlet's own.</param>
public sealed record Tally(
    TextSpan Evidence,
    int Number,
    string? Counts,
    string? Actor,
    LocalDate? Since,
    string? ScopeText,
    int Sentence,
    IReadOnlyList<Teller> AccordingTo)
{
    /// <summary>Last day of what it counts from ("since November": 30 November), or null when it does not count from a happening.</summary>
    public LocalDate? SinceLast { get; init; }

    /// <summary>The weapon its words name ("first ICBM test"): only launches of such count; null when they name none.</summary>
    public WeaponClassValue? Weapon { get; init; }

    /// <summary>True when its words narrow down what counts: "first successful launch", "the first time it fired one from a train". More happenings then prove nothing.</summary>
    public bool IsNarrowed { get; init; }
}

/// <summary>What the claims room found in one report.</summary>
/// <param name="Mentions">In text order.</param>
/// <param name="Tallies">In text order.</param>
/// <param name="Abstained">Places where a trigger stood and no event was made, with the reason; for --explain.</param>
public sealed record ClaimSet(IReadOnlyList<EventMention> Mentions, IReadOnlyList<Tally> Tallies, IReadOnlyList<Abstention> Abstained);

/// <summary>A decision not to record something.</summary>
/// <param name="Span">The words.</param>
/// <param name="Reason">Why.</param>
public sealed record Abstention(TextSpan Span, string Reason);
