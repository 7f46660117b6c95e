using NodaTime;

namespace Dateline.Checks.Tallies;

/// <summary>A happening that a tally may count.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Kind of the codebook.</param>
/// <param name="First">First day it may have been.</param>
/// <param name="Last">Last day.</param>
/// <param name="Weapons">Weapon classes it is told with.</param>
/// <param name="Pieces">How many weapons were fired, or null when that is not known exactly.</param>
public sealed record CountedEvent(string Id, string Kind, LocalDate First, LocalDate Last, IReadOnlyList<CountedWeapon> Weapons, decimal? Pieces);

/// <summary>A class of weapon.</summary>
/// <param name="Class">Class of the codebook.</param>
/// <param name="RangeClass">icbm, srbm …, or null.</param>
public readonly record struct CountedWeapon(string Class, string? RangeClass);

/// <summary>What is counted in.</summary>
/// <param name="Name">"the ledger", "the table launches".</param>
/// <param name="Events">Happenings of the actor, of any day.</param>
/// <param name="Covers">True when it is known to hold all of a period, so that fewer than told says something; a ledger never is.</param>
/// <param name="Knows">True when it holds something of the days before, so that a first one says something.</param>
public sealed record CountedSet(string Name, IReadOnlyList<CountedEvent> Events, Func<LocalDate?, LocalDate, bool> Covers, Func<LocalDate?, LocalDate, bool> Knows);

/// <summary>A tally as a report tells it.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Number">The ordinal.</param>
/// <param name="Counts">Kind that is counted.</param>
/// <param name="Since">First day of its period; null for one that counts from ever, or whose beginning is not known.</param>
/// <param name="SinceLast">Last day of the happening it counts from, or null when it counts from a day.</param>
/// <param name="IsEver">True when the words state no period.</param>
/// <param name="Until">Last day it may count: that of the happening it is told of, else of publication.</param>
/// <param name="Weapon">The weapon its words name, or null.</param>
/// <param name="IsNarrowed">True when its words narrow down what counts, so that more happenings prove nothing.</param>
public sealed record StatedTally(string Words, int Number, string Counts, LocalDate? Since, LocalDate? SinceLast, bool IsEver, LocalDate Until, CountedWeapon? Weapon, bool IsNarrowed);
