using System.Globalization;
using Dateline.Annotations.Times;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Dates what happened so long before the news: "fired a missile on Thursday, a day after the two held drills".</summary>
internal sealed class DaysAfter(ReportView view, FunctionWords words)
{
    /// <summary>Makes what stands behind "two days after" background, and counts its day from that of the news beside it.</summary>
    public void Count(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        foreach (var draft in kept.Where(d => d is { Noun: < 0, Clause: >= 0, Frame.Kind: not null, Status: EventStatus.News, Time: null or { IsAnchored: false } }))
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
            if (news?.Time?.First is { } day && Days(length.Length) is { } days)
            {
                var earlier = day.PlusDays(-days);
                draft.Time = length with { Value = TimexValue.Day(earlier), Precision = TimePrecision.Day, First = earlier, Last = earlier, Anchor = "text " + TimexValue.Day(day) + ": counted back", Direction = TimeDirection.Past };
            }
        }
    }

    // "a day after" right before the clause
    private TimeExpression? LengthBefore(SentenceSyntax syntax, Clause clause) =>
        clause.Marker > 0 && words.Is(syntax.Sentence.Tokens[clause.Marker], "recalling")
            ? view.Times(syntax.Sentence.Span).FirstOrDefault(t => t is { IsAnchored: false, Length: not null, Precision: >= TimePrecision.Day } && syntax.Sentence.TokenAt(t.Span.End - 1) == clause.Marker)
            : null;

    // P2D, P1W: whole days and weeks only; null for what is counted otherwise
    private static int? Days(string? length) =>
        length is { Length: > 2 } && length[0] == 'P' && length[^1] is 'D' or 'W' && int.TryParse(length.AsSpan(1, length.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count * (length[^1] == 'W' ? 7 : 1) : null;
}
