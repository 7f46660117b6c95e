using Dateline.Claims;
using Dateline.Events;

namespace Dateline.Checks;

/// <summary>
/// DL0203: a report that tells as done what is dated after its own publication. A day's difference is left to time zones. A warning where
/// the year is written, else a notice: the year was found, and the finding may be what is wrong.
/// </summary>
public sealed class ReportBeforeEvent : ICheck
{
    private const int ZoneDays = 1;

    /// <inheritdoc/>
    public string Id => "DL0203";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input)
    {
        if (input.Article.Published is not { } published)
        {
            yield break;
        }

        foreach (var told in input.Events.Events.Where(e => e.Status is EventStatus.News or EventStatus.Background))
        {
            foreach (var claim in told.Claims)
            {
                if (claim.Claim is { Role: "time", Inferred: false, Value: TimeValue { Time: { First: { } day } time }, Factuality: not (Factuality.Planned or Factuality.Hypothetical or Factuality.Denied) } && day > published.Date.PlusDays(ZoneDays))
                {
                    yield return new Finding(
                        Id,
                        time.HasYear ? Severity.Warning : Severity.Notice,
                        $"Published {CheckWords.Day(published.Date)}, it tells of a {told.Kind.Replace('_', ' ')} on {CheckWords.Day(day)} as done.",
                        [claim.Id],
                        [new("published", CheckWords.Day(published.Date)), new("event_day", CheckWords.Day(day)), new("days", NodaTime.Period.DaysBetween(published.Date, day))],
                        null);
                    break;
                }
            }
        }
    }
}
