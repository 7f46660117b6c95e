using Dateline.Annotations.Actors;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Claims;
using Dateline.Knowledge;
using NodaTime;
using Period = NodaTime.Period;

namespace Dateline.Events;

/// <summary>
/// The day of news that names none: agencies leave it out of what happened on the day they write. Where the head of a dated report
/// tells a happening of a moment without any day, it is put on the day it was told ("said on Wednesday"), else on the day of publication, marked as
/// inferred; a clock reading without a day is put there too. Any stated day comes first, even one beside it that is not its own ("after a raid on
/// Monday"): then its day stays unknown. So it does where those tell it who tell of a day the day after (ontology/late-tellers.tsv).
/// </summary>
internal sealed class NewsDay
{
    // Headline and first sentences: what stands further down without a day may be from any day.
    private const int Head = 4;

    /// <summary>Sentences that may tell the day of the whole report.</summary>
    private const int LeadSentences = 3;

    /// <summary>How many days before publication the telling may lie.</summary>
    private const int Delay = 2;

    /// <summary>Sentences between an attack told with its day and one told after it without any.</summary>
    private const int Near = 3;

    private const int Week = 7;

    private const string TheOneBefore = "news told before it";
    private const string Unknown = "XXXX-XX-XX";
    private const string Rule = "events.news-day";

    private readonly Codebook codebook;
    private readonly HashSet<(string Country, ActorKind Kind)> late = [];

    /// <summary>Loads ontology/late-tellers.tsv.</summary>
    public NewsDay(KnowledgeFiles files, Codebook codebook)
    {
        this.codebook = codebook;
        foreach (var row in files.Table("ontology/late-tellers.tsv").Rows)
        {
            late.Add((row["country"], row.Enum<ActorKind>("kind")));
        }
    }

    /// <summary>Gives every event of today's news without a day the day it was told, or the day of publication.</summary>
    public void Infer(List<EventDraft> drafts, PublicationDate? published)
    {
        if (published is null)
        {
            return;
        }

        // the day the lead was told is that of what follows it without any
        var lead = drafts.Where(d => d.Status == EventStatus.News).SelectMany(d => d.Mentions).FirstOrDefault(m => m.Sentence < LeadSentences && IsFresh(m, published.Date));
        foreach (var draft in drafts.Where(d => d.Status == EventStatus.News && (codebook.Kind(d.Kind).IsMoment || d.Kind is "casualties") && !d.Times().Any() && !d.Mentions.Any(m => m.IsRecent || m.Recalls) && !IsToldLate(d)))
        {
            var head = draft.Mentions.Where(m => m.Status == EventStatus.News && (m.IsHeadline || m.Sentence < Head || IsFresh(m, published.Date))).ToList();
            var telling = head.Find(m => IsFresh(m, published.Date));
            if (draft.Causes.Count == 1 && drafts.Find(draft.Causes.Contains) is { } cause && cause.Times().FirstOrDefault(t => t is { Precision: <= TimePrecision.Day, First: not null }) is { } own)
            {
                Put(draft, draft.Mentions[0], own, "attack that caused it");
                continue;
            }

            if (telling is null && Before(draft, drafts, published.Date) is { } before)
            {
                var told = draft.Mentions.First(m => m.Status == EventStatus.News);
                if (draft.Claims.Any(IsBareClock))
                {
                    Put(draft, told, before.First!.Value, before.Span, TheOneBefore);
                }
                else
                {
                    Put(draft, told, before, TheOneBefore);
                }

                continue;
            }

            if (Later(draft, drafts, published.Date) is var (earlier, sameDay))
            {
                Put(draft, earlier, sameDay, "told as before it");
                continue;
            }

            if (telling is null && Beside(draft, drafts, published.Date) is var (mention, same))
            {
                Put(draft, mention, same, "told beside");
                continue;
            }

            if (head.Count == 0 || !codebook.Kind(draft.Kind).IsMoment)
            {
                continue;
            }

            if (telling is null && lead is not null && head[0].Told is null && lead.Told!.First < published.Date)
            {
                Put(draft, head[0], lead.Told.First!.Value, lead.Told.Span, "lead told on");
                continue;
            }

            var day = telling?.Told!.First!.Value ?? published.Date;
            var beside = telling is null ? draft.Mentions.SelectMany(m => m.BesideDays) : telling.BesideDays;
            if (beside.All(d => d.First <= day && day <= d.Last))
            {
                Put(draft, telling ?? head[0], day, telling is null ? published.Span : telling.Told!.Span, telling is null ? "publication" : "told on");
            }
        }
    }

    // "bombers were intercepted. … In two other incidents later on Sunday": what is told before one that came later on a day happened that day
    private static (EventMention Told, TimeExpression Day)? Later(EventDraft draft, List<EventDraft> drafts, LocalDate published)
    {
        if (draft.Mentions.FirstOrDefault(m => m is { Status: EventStatus.News, IsHeadline: false }) is not { } own || own.BesideDays.Count > 0)
        {
            return null;
        }

        var day = drafts.Where(d => !ReferenceEquals(d, draft) && string.Equals(d.Kind, draft.Kind, StringComparison.Ordinal) && d.Status == EventStatus.News).SelectMany(d => d.Mentions)
            .Where(m => m.IsLater && m.Sentence - own.Sentence is > 0 and <= Near).SelectMany(EventDraft.Times).FirstOrDefault(t => t is { Precision: <= TimePrecision.Day, First: not null });
        return day is not null && Period.DaysBetween(day.First!.Value, published) is >= 0 and <= Week ? (own, day) : null;
    }

    // "the launch came as the ministers met": of two told in one sentence without a day the day of the one that has it from elsewhere
    private (EventMention Told, TimeExpression Day)? Beside(EventDraft draft, List<EventDraft> drafts, LocalDate published)
    {
        if (!codebook.Kind(draft.Kind).IsMoment || draft.Kind is "strike" or "casualties" || draft.Mentions.FirstOrDefault(m => m is { Status: EventStatus.News, IsHeadline: false }) is not { } own || own.BesideDays.Count > 0)
        {
            return null;
        }

        var other = drafts.Find(d => !ReferenceEquals(d, draft) && d.Status == EventStatus.News && codebook.Kind(d.Kind).IsMoment && d.Mentions.Any(m => m.Sentence == own.Sentence && m.Status == EventStatus.News));
        var days = other?.Times().Where(t => t is { Precision: <= TimePrecision.Day, First: not null }).ToList() ?? [];
        return days.Count > 0 && days.TrueForAll(d => d.First == days[0].First) && Period.DaysBetween(days[0].First!.Value, published) is >= 0 and <= Week ? (own, days[0]) : null;
    }

    // "a strike hit X on Thursday. Another killed two in Y": of attacks told one after the other the day of the one before, where nothing else is said
    private static TimeExpression? Before(EventDraft draft, List<EventDraft> drafts, LocalDate published)
    {
        if (!IsOfAttack(draft) || (draft.Mentions.FirstOrDefault(m => m.Status == EventStatus.News && m.Claims.Any(IsBareClock)) ?? draft.Mentions.FirstOrDefault(m => m is { Status: EventStatus.News, IsHeadline: false })) is not { } own || own.BesideDays.Count > 0)
        {
            return null;
        }

        TimeExpression? best = null;
        var nearest = -1;
        foreach (var other in drafts)
        {
            if (!IsOfAttack(other) || ReferenceEquals(other, draft))
            {
                continue;
            }

            foreach (var mention in other.Mentions)
            {
                if (mention.Trigger.Start < own.Trigger.Start && mention.Trigger.Start > nearest && own.Sentence - mention.Sentence <= Near && !mention.IsHeadline)
                {
                    // behind one recalled nothing is known
                    var day = other.Status == EventStatus.News && mention is { Status: EventStatus.News, Recalls: false } ? EventDraft.Times(mention).Concat(other.Times()).FirstOrDefault(t => t is { Precision: <= TimePrecision.Day, First: not null }) : null;
                    if (other.Status != EventStatus.News || day is not null)
                    {
                        (best, nearest) = (day, mention.Trigger.Start);
                    }
                }
            }
        }

        return best is { First: { } first } && Period.DaysBetween(first, published) is >= 0 and <= Delay ? best : null;
    }

    private static bool IsOfAttack(EventDraft draft) => draft.Kind is "strike" or "casualties" or "interception" or "artillery_fire";

    private static bool IsFresh(EventMention mention, LocalDate published) =>
        mention.Told is { First: { } told } && Period.DaysBetween(told, published) is >= -1 and <= Delay;

    private bool IsToldLate(EventDraft draft) =>
        draft.Claims.Any(c => c.AccordingTo.Any(t => t.Actor.Country is { } country && late.Contains((country, t.Actor.Kind))));

    private static void Put(EventDraft draft, EventMention mention, TimeExpression day, string source)
    {
        var on = day with { Anchor = $"{source} {day.Value}, inferred: told as news without a day", Clock = null, Value = day.Clock is null ? day.Value : TimexValue.Day(day.First!.Value), Precision = day.Clock is null ? day.Precision : TimePrecision.Day };
        var claim = new Claim("time", new TimeValue(on), [day.Span, mention.Trigger], [], null, Factuality.Asserted, Rule, Inferred: true);
        draft.Replace(mention, mention with { Claims = [.. mention.Claims, claim] });
    }

    private static void Put(EventDraft draft, EventMention lead, LocalDate date, TextSpan? words, string source)
    {
        var day = TimexValue.Day(date);
        var reason = $"{source} {day}, inferred: told as news without a day";
        if (draft.Mentions.SelectMany(m => m.Claims, (m, c) => (Mention: m, Claim: c)).FirstOrDefault(x => IsBareClock(x.Claim)) is { Claim: { } clock } found)
        {
            var told = ((TimeValue)clock.Value).Time;
            if (told.Value.EndsWith("NI", StringComparison.Ordinal) && !string.Equals(source, TheOneBefore, StringComparison.Ordinal))
            {
                (day, date) = (TimexValue.Day(date.PlusDays(-1)), date.PlusDays(-1)); // "during the night" is the one before the telling
            }

            var time = told with { Value = day + told.Value[Unknown.Length..], First = date, Last = date, Anchor = reason };
            var dated = clock with { Value = new TimeValue(time), Inferred = true, Rule = $"{clock.Rule}; {Rule}" };
            draft.Replace(found.Mention, found.Mention with { Claims = [.. found.Mention.Claims.Select(c => ReferenceEquals(c, clock) ? dated : c)] });
            return;
        }

        var on = new TimeExpression(words ?? lead.Trigger, Rule, TimexType.Date, day, TimePrecision.Day, date, date, null, null, null, null, null, reason, TimeDirection.None, false, false);
        var claim = new Claim("time", new TimeValue(on), words is { } printed ? [printed, lead.Trigger] : [lead.Trigger], [], null, Factuality.Asserted, Rule, Inferred: true);
        draft.Replace(lead, lead with { Claims = [.. lead.Claims, claim] });
    }

    private static bool IsBareClock(Claim claim) =>
        claim is { Role: "time", Value: TimeValue { Time: { IsAnchored: false, Clock: not null, Value: { } value } } } && value.StartsWith(Unknown + "T", StringComparison.Ordinal);
}
