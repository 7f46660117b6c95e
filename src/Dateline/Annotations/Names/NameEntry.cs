using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;

namespace Dateline.Annotations.Names;

/// <summary>What one row of a name table says of a phrase.</summary>
/// <param name="Where">The row, for --explain.</param>
/// <param name="Case">How the phrase must be written.</param>
public abstract record NameEntry(string Where, NameCase Case);

/// <summary>How a phrase must be written to be the name.</summary>
public enum NameCase
{
    /// <summary>Any case: common nouns.</summary>
    Any,

    /// <summary>Its first word capitalised.</summary>
    Capital,

    /// <summary>All capitals, with or without points: US, IS, AP.</summary>
    AllCapitals,

    /// <summary>Its first word capitalised and no other name beside it: North, South.</summary>
    Bare,

    /// <summary>Its first and last words capitalised: India Today, not "India today".</summary>
    Edges,
}

/// <summary>A place.</summary>
public sealed record PlaceName(string Where, NameCase Case, Place Place, NameForm Form, bool IsCapital) : NameEntry(Where, Case)
{
    /// <summary>Number of the name in the compiled gazetteer, or -1 when it has none.</summary>
    public int Key { get; init; } = -1;

    /// <summary>True for a name the place goes by seldom: another language, another way to write it.</summary>
    public bool IsAlternate { get; init; }
}

/// <summary>An organisation, or a name that stands for one (metonym).</summary>
public sealed record OrganizationName(string Where, NameCase Case, Organization Organization, bool Metonym) : NameEntry(Where, Case);

/// <summary>A person.</summary>
public sealed record PersonName(string Where, NameCase Case, Person Person) : NameEntry(Where, Case);

/// <summary>A common noun that names an organ of a state: military, spy agency.</summary>
/// <param name="Where">The row.</param>
/// <param name="Case">How the phrase must be written.</param>
/// <param name="Kind">What the organ is.</param>
/// <param name="Organ">Its name in the tables.</param>
/// <param name="Alone">What the bare noun goes back to.</param>
/// <param name="Else">The organ meant in a country that has none of this name, or null.</param>
public sealed record OrganNoun(string Where, NameCase Case, ActorKind Kind, string Organ, OrganAlone Alone, string? Else) : NameEntry(Where, Case);

/// <summary>What the noun of an organ goes back to when no country stands with it.</summary>
public enum OrganAlone
{
    /// <summary>An organ of this name named before.</summary>
    Organ,

    /// <summary>Also the country of the last actor of its kind.</summary>
    Kind,

    /// <summary>Nothing: "officials", "troops".</summary>
    No,
}

/// <summary>A word before a name that says who it is.</summary>
/// <param name="Where">The row.</param>
/// <param name="Case">How the phrase must be written.</param>
/// <param name="Kind">office, rank, courtesy, role; past for "former"; none for phrases that only hold such a word.</param>
/// <param name="Pronoun">he or she where the title says so, else null.</param>
public sealed record TitleWord(string Where, NameCase Case, string Kind, string? Pronoun) : NameEntry(Where, Case)
{
    /// <summary>False for phrases that only hold a title word, and for "former".</summary>
    public bool IsTitle => Kind is not ("none" or "past");

    /// <summary>True for former, late, ousted: the office is over.</summary>
    public bool IsPast => string.Equals(Kind, "past", StringComparison.Ordinal);

    /// <summary>True for Mr, Ms, Dr.</summary>
    public bool IsCourtesy => string.Equals(Kind, "courtesy", StringComparison.Ordinal);
}

/// <summary>Words that go back to a country; <c>*</c> is the one named last.</summary>
/// <param name="Where">The row.</param>
/// <param name="Case">How the phrase must be written.</param>
/// <param name="Country">ISO code, or <c>*</c>; empty when it is one of several.</param>
/// <param name="Needs">Countries one of which must have been named; with an empty country, those it may mean, when just one was named.</param>
public sealed record CountryReference(string Where, NameCase Case, string Country, IReadOnlyList<string> Needs) : NameEntry(Where, Case)
{
    /// <summary>True for words that mean whichever country was named last.</summary>
    public bool IsLastNamed => Country is "*";
}

/// <summary>Words that go back to the last actor of some kinds: the ministry, the agency.</summary>
/// <param name="Where">The row.</param>
/// <param name="Noun">The noun of it: ministry, group.</param>
/// <param name="Bodies">Ids of the international bodies it may mean although their names do not hold the noun.</param>
/// <param name="Kinds">Kinds it may mean.</param>
public sealed record ActorReference(string Where, string Noun, IReadOnlyList<string> Bodies, IReadOnlyList<ActorKind> Kinds) : NameEntry(Where, NameCase.Any);

/// <summary>A weapon class.</summary>
public sealed record WeaponClassName(string Where, NameCase Case, string Class, string? RangeClass, bool Plural) : NameEntry(Where, Case);

/// <summary>Letters before the name of a warship: USS.</summary>
public sealed record ShipPrefix(string Where, string Country) : NameEntry(Where, NameCase.AllCapitals);

/// <summary>A named weapon system.</summary>
public sealed record WeaponSystemName(string Where, NameCase Case, string Id, string Name, string Class, string? RangeClass, string? Country) : NameEntry(Where, Case);

/// <summary>A row of actors/organizations.tsv.</summary>
/// <param name="Actor">Id, name, kind, country.</param>
/// <param name="Organ">The organ it is of its state, or null.</param>
public sealed record Organization(Actor Actor, string? Organ);

/// <summary>A row of actors/persons.tsv with the offices held.</summary>
/// <param name="Actor">Id, name, country.</param>
/// <param name="Family">The name that stands alone in later mentions.</param>
/// <param name="Offices">Titles with the days they were held.</param>
/// <param name="Pronoun">he or she, or null when not known.</param>
public sealed record Person(Actor Actor, string Family, IReadOnlyList<Office> Offices, string? Pronoun);

/// <summary>An office a person held.</summary>
/// <param name="Title">Words as printed.</param>
/// <param name="From">First day known, or null.</param>
/// <param name="To">Last day known, or null when it had not ended when checked or is unknown.</param>
/// <param name="Name">Kind of office: head_of_state, minister_defence …</param>
/// <param name="Titles">Every title it goes by.</param>
/// <param name="Body">The organisation or country it is an office of.</param>
public sealed record Office(string Title, string? From, string? To, string Name, IReadOnlyList<string> Titles, string Body)
{
    /// <summary>True for who leads a state or government.</summary>
    public bool IsHead => Name is "head_of_state" or "acting_head_of_state" or "head_of_government" or "leader";
}
