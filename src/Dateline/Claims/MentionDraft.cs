using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>A trigger whose frame fits, before its values are bound.</summary>
internal sealed record MentionDraft(
    Frame Frame,
    SentenceSyntax Syntax,
    int Trigger,
    int After,
    int Clause,
    int Noun,
    SlotSet Slots)
{
    /// <summary>The clauses of its sentence, made once for all its mentions.</summary>
    public required ClauseMap Clauses { get; init; }

    /// <summary>The clause the mention stands in.</summary>
    public int Home => Clause >= 0 && Noun < 0 ? Clause : Clauses.HomeOf(Trigger);

    public TextSpan Span => Syntax.SpanOf(Trigger, After);

    /// <summary>The words that go with this one of several told by one verb ("killed five in X and two in Y"), or null.</summary>
    public TextSpan? Part { get; init; }

    public TimeExpression? Time { get; set; }

    /// <summary>The day through which it goes on, or null.</summary>
    public TimeExpression? LastDay { get; set; }

    /// <summary>Further days of a happening that lasts: "on Monday and Tuesday".</summary>
    public IReadOnlyList<TimeExpression> FurtherTimes { get; set; } = [];

    public EventStatus Status { get; set; }

    public bool Recalls { get; set; }

    /// <summary>The attack that caused the casualties, or null.</summary>
    public TextSpan? Cause { get; set; }

    /// <summary>For an attack: the casualties its sentence ties to it, or null.</summary>
    public MentionDraft? Victims { get; set; }

    /// <summary>Told as another one of its kind: "in a separate attack".</summary>
    public bool IsAnother { get; set; }

    public string Reason { get; set; } = "";

    public List<Claim> Claims { get; } = [];

    /// <summary>Adds a claim, unless the same words were bound to the same role before.</summary>
    public void Add(Claim claim)
    {
        if (!Claims.Exists(c => string.Equals(c.Role, claim.Role, StringComparison.Ordinal) && c.Evidence[0] == claim.Evidence[0] && !IsOther(c.Value, claim.Value)))
        {
            Claims.Add(claim);
        }
    }

    // "the two leaders": the same words stand for several
    private static bool IsOther(ClaimValue one, ClaimValue two) => one is ActorValue a && two is ActorValue b && !a.Actor.IsSameAs(b.Actor) && a.Actor.Kind == b.Actor.Kind;
}
