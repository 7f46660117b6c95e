using System.Globalization;
using Dateline.Annotations.Times;
using Dateline.Text.Syntax;
using NodaTime;

namespace Dateline.Claims;

/// <summary>Dates what happened so long before the news: "fired a missile on Thursday, a day after the two held drills".</summary>
internal sealed class DaysAfter(ReportView view, FunctionWords words)
{
    /// <summary>Makes what stands behind "two days after" background, and counts its day from that of the news beside it.</summary>
    /// <param name="syntax">The sentence.</param>
    /// <param name="kept">What it tells.</param>
    /// <param name="newsDay">The day of the news told before it, or null.</param>
    public void Count(SentenceSyntax syntax, List<MentionDraft> kept, LocalDate? newsDay)
    {
        foreach (var draft in kept.Where(d => d is { Clause: >= 0, Frame.Kind: not null, Status: EventStatus.News, Time: null or { IsAnchored: false } }))
        {
            if (LengthBefore(syntax, syntax.Clauses[draft.Clause]) is not { } length)
            {
                continue;
            }

            var news = kept.Find(m => !ReferenceEquals(m, draft) && m is { Status: EventStatus.News, Time: { IsAnchored: true, Precision: <= TimePrecision.Day, First: not null } } && m.Clause != draft.Clause);
            if (news is null && view.LeadRank(syntax.Sentence) == 0)
            {
                continue; // the first sentence tells the news, even from a distance
            }

            (draft.Status, draft.Recalls, draft.Reason) = (EventStatus.Background, true, "told as before the news");
            if ((news?.Time?.First ?? (IsComing(syntax, draft) ? newsDay : null)) is { } day && Days(length.Length) is { } days)
            {
                var earlier = day.PlusDays(-days);
                draft.Time = length with { Value = TimexValue.Day(earlier), Precision = TimePrecision.Day, First = earlier, Last = earlier, Anchor = "text " + TimexValue.Day(day) + ": counted back", Direction = TimeDirection.Past };
            }
        }
    }

    /// <summary>Counts forward what is told as later than what the sentence told before it: "on January 24 and again four days later".</summary>
    public void CountOn(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        foreach (var draft in kept.Where(d => d is { Frame.Kind: not null, Time: { IsAnchored: false, Length: not null } time } && words.Is(syntax.Sentence.Tokens[syntax.Sentence.TokenAt(time.Span.End - 1)], "later")))
        {
            var before = kept.FindLast(m => m.Trigger < draft.Trigger && m is { Time: { IsAnchored: true, Precision: <= TimePrecision.Day, First: not null } });
            if (before?.Time?.First is not { } day || Days(draft.Time!.Length) is not { } days)
            {
                continue;
            }

            var on = day.PlusDays(days);
            draft.Time = draft.Time with { Value = TimexValue.Day(on), Precision = TimePrecision.Day, First = on, Last = on, Anchor = "text " + TimexValue.Day(day) + ": counted on", Direction = before.Time.Direction };
            (draft.Status, draft.Recalls, draft.Reason) = before.Status == EventStatus.Background ? (EventStatus.Background, before.Recalls, "told with the one before it") : (draft.Status, draft.Recalls, draft.Reason);
        }
    }

    // "the launch comes three days after it tested a missile": counted from the news
    private bool IsComing(SentenceSyntax syntax, MentionDraft draft) =>
        syntax.Clauses[draft.Clause] is { Parent: >= 0 } clause && words.Is(syntax.Sentence.Tokens[syntax.Clauses[clause.Parent].Verb.Head], "coming");

    // "a day after" right before the clause
    private TimeExpression? LengthBefore(SentenceSyntax syntax, Clause clause) =>
        clause.Marker > 0 && words.Is(syntax.Sentence.Tokens[clause.Marker], "recalling")
            ? view.Times(syntax.Sentence.Span).FirstOrDefault(t => t is { IsAnchored: false, Length: not null, Precision: >= TimePrecision.Day } && syntax.Sentence.TokenAt(t.Span.End - 1) == clause.Marker)
            : null;

    // P2D, P1W: whole days and weeks only; null for what is counted otherwise
    private static int? Days(string? length) =>
        length is { Length: > 2 } && length[0] == 'P' && length[^1] is 'D' or 'W' && int.TryParse(length.AsSpan(1, length.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count * (length[^1] == 'W' ? 7 : 1) : null;
}
