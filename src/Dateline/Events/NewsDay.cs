using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Claims;

namespace Dateline.Events;

/// <summary>
/// The day of news that names none: agencies leave it out of what happened on the day they write. Where the head of a dated report
/// tells a happening of a moment without any day, it is put on the day of publication, marked as inferred; a clock reading without a day is put
/// there too. Any stated day comes first, even one beside it that is not its own ("claimed 13 lives on Thursday"): then its day stays unknown.
/// </summary>
internal static class NewsDay
{
    // Headline and first sentences: what stands further down without a day may be from any day.
    private const int Head = 4;

    private const string Unknown = "XXXX-XX-XX";
    private const string Rule = "events.news-day";

    /// <summary>Gives every event of today's news without a day the day of publication.</summary>
    public static void Infer(List<EventDraft> drafts, PublicationDate? published, Codebook codebook)
    {
        if (published is null)
        {
            return;
        }

        foreach (var draft in drafts.Where(d => d.Status == EventStatus.News && codebook.Kind(d.Kind).IsMoment && !d.Times().Any() && !d.Mentions.Any(m => m.IsRecent || m.Recalls || m.IsBesideDay)))
        {
            if (draft.Mentions.FirstOrDefault(m => m.Status == EventStatus.News && (m.IsHeadline || m.Sentence < Head)) is { } lead)
            {
                Put(draft, lead, published);
            }
        }
    }

    private static void Put(EventDraft draft, EventMention lead, PublicationDate published)
    {
        var day = TimexValue.Day(published.Date);
        var reason = $"publication {day}, inferred: told as news without a day";
        if (draft.Mentions.SelectMany(m => m.Claims, (m, c) => (Mention: m, Claim: c)).FirstOrDefault(x => IsBareClock(x.Claim)) is { Claim: { } clock } found)
        {
            var told = ((TimeValue)clock.Value).Time;
            var time = told with { Value = day + told.Value[Unknown.Length..], First = published.Date, Last = published.Date, Anchor = reason };
            var dated = clock with { Value = new TimeValue(time), Inferred = true, Rule = $"{clock.Rule}; {Rule}" };
            draft.Replace(found.Mention, found.Mention with { Claims = [.. found.Mention.Claims.Select(c => ReferenceEquals(c, clock) ? dated : c)] });
            return;
        }

        var span = published.Span ?? lead.Trigger;
        var on = new TimeExpression(span, Rule, TimexType.Date, day, TimePrecision.Day, published.Date, published.Date, null, null, null, null, null, reason, TimeDirection.None, false, false);
        var claim = new Claim("time", new TimeValue(on), published.Span is { } printed ? [printed, lead.Trigger] : [lead.Trigger], [], null, Factuality.Asserted, Rule, Inferred: true);
        draft.Replace(lead, lead with { Claims = [.. lead.Claims, claim] });
    }

    private static bool IsBareClock(Claim claim) =>
        claim is { Role: "time", Value: TimeValue { Time: { IsAnchored: false, Clock: not null, Value: { } value } } } && value.StartsWith(Unknown + "T", StringComparison.Ordinal);
}
