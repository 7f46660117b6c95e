using System.Globalization;
using NodaTime;

namespace Dateline.Checks.Tallies;

/// <summary>
/// DL0301: "the fourth launch this year", counted under every rule that may be meant. What is held is a least number: more than told refutes, as
/// many agrees, fewer says nothing unless the set is known to hold the whole period.
/// </summary>
public sealed class TallyCount(CountingRules rules)
{
    /// <summary>Id of the check.</summary>
    public const string Id = "DL0301";

    // Longer stretches ("last month") do not say on which side of a border a happening lies, and may be another telling of one that is dated.
    private const int MostDays = 7;

    // "The first in a month" after 28 days is no slip: the beginning of a stretch counted back may lie so much later.
    private const decimal Play = 0.1m;

    /// <summary>What a set says of a tally; null when the kind is not counted.</summary>
    /// <param name="tally">The tally.</param>
    /// <param name="set">What it is counted in.</param>
    /// <param name="onlyMain">True to take only the main rule of its kind for agreement.</param>
    public Finding? Find(StatedTally tally, CountedSet set, bool onlyMain = false)
    {
        var own = rules.Of(tally.Counts).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        if (tally is { Since: null, IsEver: false })
        {
            return Told(tally, set, null, null, "the day it counts from is not known.", []);
        }

        var within = set.Events.Where(e => IsWithin(tally, e) && IsOfWeapon(tally, e)).OrderBy(e => e.First).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        var counts = own.Select(rule => (Rule: rule, Events: rule.Of(within))).Where(c => c.Events is not null).Select(c => new RuleCount(c.Rule, c.Events!, c.Rule.Number(c.Events!))).ToList();
        var agreeing = counts.FindAll(c => c.Number == tally.Number && !(onlyMain && c != counts[0]));
        var isEnough = set.Covers(tally.Since, tally.Until) || tally.Number > 1 || HasAnchor(tally, set) || set.Knows(tally.Since, tally.Until);
        return agreeing.Count > 0 && isEnough ? Told(tally, set, agreeing[0], true, $"{Shown(agreeing[0])} in {set.Name}, as said. So it is by {(agreeing.Count == counts.Count ? "every rule" : "these rules: " + Labels(agreeing))}.", counts)
            : counts.TrueForAll(c => c.Number > tally.Number) && tally is { IsNarrowed: false, IsEver: false } ? Told(tally, set, counts[0], false, $"{set.Name} holds more by every rule: {Shown(counts[0])}.", counts)
            : agreeing.Count == 0 && set.Covers(tally.Since, tally.Until) && (!tally.IsNarrowed || counts.TrueForAll(c => c.Number < tally.Number)) ? Told(tally, set, counts[0], false, $"by no rule: {set.Name} holds {Shown(counts[0])}.", counts)
            : Told(tally, set, counts[0], null, $"{(counts[0].Number < tally.Number || agreeing.Count > 0 ? "too few data" : "its words may count fewer")}: {set.Name} holds {Shown(counts[0])}.", counts);
    }

    private sealed record RuleCount(CountingRule Rule, IReadOnlyList<CountedEvent> Events, decimal Number);

    private static Finding Told(StatedTally tally, CountedSet set, RuleCount? count, bool? agrees, string verdict, List<RuleCount> counts) => new(
        Id,
        agrees is false ? Severity.Notice : Severity.Info,
        $"\"{tally.Words}\": {verdict}",
        [],
        [
            new("rule", agrees is true ? count!.Rule.Name : null),
            new("counted", count?.Number),
            new("agrees", agrees),
            new("ordinal", tally.Number),
            new("since", tally.Since is { } since ? CheckWords.Day(since) : null),
            new("until", CheckWords.Day(tally.Until)),
            new("counted_in", set.Name),
            new("counts", counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Rule.Name}: {c.Number}")).ToList()),
            new("events", count?.Events.Select(e => e.Id).ToList() ?? []),
        ],
        null);

    private static string Shown(RuleCount count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count.Number} ({count.Rule.Label}: ") + (count.Events.Count == 0 ? "none" : string.Join(", ", count.Events.Select(e => CheckWords.Day(e.First)))) + ")";

    private static string Labels(List<RuleCount> counts) => string.Join("; ", counts.Select(c => c.Rule.Label));

    private static bool IsWithin(StatedTally tally, CountedEvent told)
    {
        if (Period.DaysBetween(told.First, told.Last) >= MostDays || told.Last > tally.Until)
        {
            return false;
        }

        return tally.Since is not { } since || (told.First >= since.PlusDays(PlayOf(tally, since)) && !(tally.Number == 1 && tally.SinceLast is { } last && told.First <= last));
    }

    // A period counted back from the day itself ("in a month") is rounded; one that begins with a year, an office or a happening is not.
    private static int PlayOf(StatedTally tally, LocalDate since) =>
        tally.SinceLast is null && tally.Number == 1 && since is not { Day: 1 } ? (int)(Period.DaysBetween(since, tally.Until) * Play) : 0;

    private static bool HasAnchor(StatedTally tally, CountedSet set) =>
        tally is { Since: { } since, SinceLast: { } last } && set.Events.Any(e => e.First >= since && e.First <= last && IsOfWeapon(tally, e));

    private static bool IsOfWeapon(StatedTally tally, CountedEvent told) =>
        tally.Weapon is not { } named || told.Weapons.Any(w => named.RangeClass is { } range ? w.RangeClass == range : Holds(w.Class, named.Class));

    // "missile" holds every missile: its words stand in the class's name.
    private static bool Holds(string weapon, string named) => !named.Split('_').Except(weapon.Split('_'), StringComparer.Ordinal).Any();
}
