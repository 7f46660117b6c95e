namespace Dateline.Annotations.Actors;

/// <summary>Kinds of actors and speakers.</summary>
public enum ActorKind
{
    /// <summary>A state as a whole.</summary>
    State,

    /// <summary>A government, presidency or cabinet.</summary>
    Government,

    /// <summary>A ministry or department.</summary>
    Ministry,

    /// <summary>Armed forces, staffs, services, commands.</summary>
    Military,

    /// <summary>Intelligence and security services.</summary>
    Intelligence,

    /// <summary>News agencies.</summary>
    Agency,

    /// <summary>Media that speak for a state.</summary>
    StateMedia,

    /// <summary>Newspapers, broadcasters, sites.</summary>
    Outlet,

    /// <summary>Political parties.</summary>
    Party,

    /// <summary>Armed groups that are no state's forces.</summary>
    ArmedGroup,

    /// <summary>International bodies, think tanks, companies, institutes.</summary>
    Organization,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A source without a name: officials, reports, witnesses.</summary>
    Unnamed,
}

/// <summary>Who acts or speaks.</summary>
/// <param name="Id">Row of the actor tables, or null for somebody they do not have.</param>
/// <param name="Name">Preferred name, or the words of the text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null when none or unknown.</param>
/// <param name="Title">The office or rank as the text gives it, or null.</param>
public sealed record Actor(string? Id, string Name, ActorKind Kind, string? Country, string? Title = null)
{
    /// <summary>True when both are one actor: the same row, or the same name where there is no row.</summary>
    public bool IsSameAs(Actor other) =>
        Id is not null || other.Id is not null
            ? string.Equals(Id, other.Id, StringComparison.Ordinal)
            : string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase) && Kind == other.Kind;
}

/// <summary>Words that name or refer to an actor.</summary>
/// <param name="Span">The words.</param>
/// <param name="Rule">How it was found and resolved.</param>
/// <param name="Actor">Whom they mean.</param>
/// <param name="RefersTo">For "it", "the agency", "Mr Kim": the words they go back to; else null.</param>
/// <param name="Plural">True for words that mean several (troops, officials).</param>
public sealed record ActorMention(TextSpan Span, string Rule, Actor Actor, TextSpan? RefersTo, bool Plural = false) : Annotation(Span, Rule)
{
    /// <summary>For "the two leaders": who they are, each named by <see cref="Actor"/> too; else empty.</summary>
    public IReadOnlyList<Actor> Members { get; init; } = [];
}
