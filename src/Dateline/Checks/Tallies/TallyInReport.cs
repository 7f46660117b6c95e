using Dateline.Claims;
using Dateline.Events;
using NodaTime;

namespace Dateline.Checks.Tallies;

/// <summary>
/// DL0301 within one report: a tally against the happenings that the report itself tells. They are the least there were; what is missing says
/// nothing, and so it is silent unless the report tells as many or more.
/// </summary>
public sealed class TallyInReport(TallyCount count, CountingRules rules) : ICheck
{
    /// <inheritdoc/>
    public string Id => TallyCount.Id;

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        foreach (var (tally, happening) in input.Events.Tallies)
        {
            if (tally.Counts is not { } kind || Until(input, happening) is not { } until)
            {
                continue;
            }

            var kinds = rules.KindsFor(kind);
            var events = input.Events.Events.Where(e => e.Status is EventStatus.News or EventStatus.Background && kinds.Contains(e.Kind, StringComparer.Ordinal) && IsOf(e, tally.Actor)).Select(Counted).OfType<CountedEvent>().ToList();
            var stated = new StatedTally(tally.Evidence.In(input.Text), tally.Number, kind, tally.Since, tally.SinceLast, tally.ScopeText is null, until, tally.Weapon is { } weapon ? new CountedWeapon(weapon.Class, weapon.RangeClass) : null, tally.IsNarrowed);
            if (events.Count > 1 && count.Find(stated, new CountedSet("the report itself", events, (_, _) => false, (_, _) => false), onlyMain: true) is { } finding && finding.Computed.Any(c => c is { Key: "agrees", Value: not null }))
            {
                yield return finding with { Span = tally.Evidence };
            }
        }
    }

    private static LocalDate? Until(CheckInput input, string? happening)
    {
        var told = input.Events.Events.FirstOrDefault(e => e.Id == happening);
        return told is { Status: not (EventStatus.News or EventStatus.Background) } ? null : (told is null ? null : TimesOf(told).Select(t => (LocalDate?)t.Last).FirstOrDefault()) ?? input.Article.Published?.Date;
    }

    private static IEnumerable<(LocalDate First, LocalDate Last)> TimesOf(Event told) =>
        told.Claims.Where(c => c.Claim.Role is "time").Select(c => c.Claim.Value).OfType<TimeValue>().Where(t => t.Time is { First: not null, Last: not null }).Select(t => (t.Time.First!.Value, t.Time.Last!.Value)).OrderBy(t => Period.DaysBetween(t.Item1, t.Item2));

    private static bool IsOf(Event told, string? actor) => actor is null || told.Claims.Any(c => c.Claim is { Role: "actor", Value: ActorValue value } && value.Actor.Id == actor);

    private static CountedEvent? Counted(Event told)
    {
        if (TimesOf(told).Select(t => ((LocalDate First, LocalDate Last)?)t).FirstOrDefault() is not { } days)
        {
            return null;
        }

        var pieces = EventFigures.Of(told, "count").Select(f => f.Quantity.Low == f.Quantity.High ? f.Quantity.Low : null).ToList();
        return new CountedEvent(told.Id, told.Kind, days.First, days.Last, [.. EventFigures.Classes(told).Select(c => new CountedWeapon(c.Class, c.RangeClass))], pieces is [{ } only] ? only : null);
    }
}
