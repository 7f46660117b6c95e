using Dateline.Annotations.Numbers;
using Dateline.Knowledge;
using Dateline.Text;
using NodaTime;

namespace Dateline.Annotations.Times;

/// <summary>
/// Finds the times of a report: a hand-written parser makes an underspecified time of the words, a second step counts
/// it from the day of publication or from the last day the text named.
/// </summary>
public sealed class TimeAnnotator
{
    // A report out after this hour of its own day can tell of the next day elsewhere; so can one whose hour is not known.
    private const int LateHour = 10;

    // Background lasts for the sentence after it: then "the same day" is again that of the news.
    private const int RecalledSentences = 2;

    private const int EarliestYear = 1000;
    private const int LatestYear = 3000;

    private readonly TimeWords words;
    private readonly NumberReader numbers;

    /// <summary>An annotator over data/lexicon.</summary>
    /// <exception cref="KnowledgeException">A table is missing or malformed.</exception>
    public TimeAnnotator(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        words = new TimeWords(files, vocabulary, tokenizer);
        numbers = new NumberReader(new NumberWords(files, vocabulary, tokenizer));
    }

    /// <summary>The times of a report in text order, without overlap.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="sentences">Its sentences, cut after this annotator was made.</param>
    /// <param name="context">What they are counted from.</param>
    public IReadOnlyList<TimeExpression> Annotate(string text, IReadOnlyList<Sentence> sentences, TimeContext context)
    {
        context = CanCountFrom(context.Published) ? context : context with { Published = null };
        var found = new List<TimeExpression>();
        LocalDate? focus = null;
        LocalDate? newsFocus = null;
        TimeExpression? clock = null;
        var story = context.Narrative && FirstYear(text, sentences, context) is { } opening ? (opening, TimePrecision.Year) : ((LocalDate, TimePrecision)?)null;
        var tokens = new TimeTokens(words, numbers, context);
        var years = new ToldYears();
        var recalledFor = 0;
        foreach (var sentence in sentences)
        {
            focus = ++recalledFor > RecalledSentences && newsFocus is not null ? newsFocus : focus;
            if (!tokens.Read(text, sentence))
            {
                continue;
            }

            var times = TimeParser.Parse(tokens);
            var start = found.Count;
            List<(int At, UnderspecifiedTime Time)>? pending = null;
            foreach (var parsed in times)
            {
                var time = years.WithYear(parsed);
                var builder = Builder(tokens, context, story, focus, clock);
                var spoken = time.Day is RelativeDay && QuotedDay.SaidOn(tokens, times, time, builder) is { } said ? builder with { Anchoring = builder.Anchoring.SaidOn(said) } : builder;
                var expression = spoken.Build(time, null);
                if (time is { Clock: not null, Day: null } && !expression.IsAnchored)
                {
                    (pending ??= []).Add((found.Count, time));
                }
                else if (IsFocus(expression, time))
                {
                    (focus, recalledFor) = (expression.First, 0);
                    newsFocus = expression.Recalled ? newsFocus : focus;
                }

                clock = IsClock(expression) ? expression : clock;
                story = context.Narrative && IsStory(expression) ? (expression.First!.Value, expression.Precision) : story;
                found.Add(expression);
            }

            var open = pending?.Select(p => p.At).ToHashSet();
            foreach (var (at, time) in pending ?? [])
            {
                var stamped = context is { Narrative: false, Published: { } published } && open!.Count == times.Count && IsStamp(tokens, times)
                    ? Period.OfDay(published, "publication " + TimexValue.Day(published) + ": clock alone in its line")
                    : (Period?)null;
                if ((stamped ?? DayFor(found, start, at, open!, newsFocus ?? focus, context.Published)) is { } day)
                {
                    found[at] = Builder(tokens, context, story, focus, clock).Build(time, day);
                    clock = IsClock(found[at]) ? found[at] : clock;
                }
            }
        }

        return found;
    }

    // Steps of one expression stay under 1,500 years: between these no sum leaves the calendar, which ends with the year 9999.
    private static bool CanCountFrom(LocalDate? day) => day is { Year: >= EarliestYear and <= LatestYear };

    private static bool IsClock(TimeExpression expression) => expression is { Precision: TimePrecision.Minute, IsAnchored: true } && CanCountFrom(expression.First);

    private static ExpressionBuilder Builder(TimeTokens tokens, TimeContext context, (LocalDate Day, TimePrecision Told)? story, LocalDate? focus, TimeExpression? clock)
    {
        var late = !context.Narrative && context.Time is null or { Hour: >= LateHour };
        var anchoring = context.Narrative
            ? new TimeAnchoring(story?.Day, "story", Late: false, focus, story?.Told ?? TimePrecision.Year)
            : new TimeAnchoring(context.Published, "publication", late, focus);
        return new ExpressionBuilder(tokens, anchoring, context.Published, clock);
    }

    // "10am EST, 6pm EAT": a line of nothing but clock times is the page's own, no part of a story.
    private static bool IsStamp(TimeTokens t, List<UnderspecifiedTime> times)
    {
        var (next, at) = (0, 0);
        for (; at < t.Count; at++)
        {
            if (next < times.Count && at == times[next].First)
            {
                at = times[next++].After - 1;
            }
            else if (t.Tokens[at].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Ordinal)
            {
                return false;
            }
        }

        return true;
    }

    // What the next time of a story is counted from: any stretch up to a year that is not its end.
    private static bool IsStory(TimeExpression expression) =>
        expression is { IsAnchored: true, Type: TimexType.Date or TimexType.Time } && CanCountFrom(expression.First) && NodaTime.Period.DaysBetween(expression.First!.Value, expression.Last!.Value) < 1000;

    // A single day becomes what "the same day" and "a day later" are counted from, except the far end of "since".
    private static bool IsFocus(TimeExpression expression, UnderspecifiedTime time) =>
        expression is { IsAnchored: true, Type: TimexType.Date or TimexType.Time, Precision: <= TimePrecision.Day }
        && CanCountFrom(expression.First) && expression.First == expression.Last && time.Preposition is not ("since" or "until" or "till" or "by");

    // A clock time alone stands on the nearest day its sentence tells, else on the last day told, else on the day of an
    // overnight text: never on the day of publication unless the text itself names it.
    private static Period? DayFor(List<TimeExpression> found, int start, int at, HashSet<int> open, LocalDate? focus, LocalDate? published)
    {
        TimeExpression? best = null;
        var distance = int.MaxValue;
        for (var i = start; i < found.Count; i++)
        {
            var candidate = found[i];
            var away = (Math.Abs(i - at) * 2) + (i > at ? 1 : 0) + (candidate.Recalled ? 100 : 0) + (candidate.First > published ? 100 : 0);
            if (!open.Contains(i) && candidate is { Precision: <= TimePrecision.Day, Type: TimexType.Date or TimexType.Time } && candidate.First is not null && candidate.First == candidate.Last && away < distance)
            {
                (best, distance) = (candidate, away);
            }
        }

        return best is { First: { } day } ? Period.OfDay(day, "sentence " + TimexValue.Day(day) + ": clock; " + best.Anchor, best.Direction)
            : focus is { } last ? Period.OfDay(last, "text " + TimexValue.Day(last) + ": clock")
            : null;
    }

    private LocalDate? FirstYear(string text, IReadOnlyList<Sentence> sentences, TimeContext context)
    {
        var tokens = new TimeTokens(words, numbers, context);
        foreach (var sentence in sentences)
        {
            if (!tokens.Read(text, sentence))
            {
                continue;
            }

            foreach (var time in TimeParser.Parse(tokens))
            {
                if (time.Day is FixedDate { Year: { } year })
                {
                    return new LocalDate(year, 1, 1);
                }
            }
        }

        return null;
    }
}
