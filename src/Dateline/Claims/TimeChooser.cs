using Dateline.Annotations.Attributions;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Text;
using Dateline.Text.Syntax;
using NodaTime;

namespace Dateline.Claims;

/// <summary>Chooses the time of a trigger among the times of its sentence.</summary>
internal sealed class TimeChooser(ReportView view, Codebook codebook, FrameLexicon frames, FunctionWords words, ArgumentTypes types)
{
    private const int ScopeReach = 140;
    private const int OverDays = 10; // a month just over may still be what a tally counts within
    private const int CommaCost = 6;
    private const int OtherTriggerCost = 4;

    private readonly HashSet<int> cues = [.. view.Annotations.Attributions.SelectMany(a => a.Cue).Select(c => c.Start)];
    private readonly Lazy<bool> toldToday = new(() => TellsToday(view));
    private readonly Lazy<LocalDate?> leadDay = new(() => LeadDay(view));
    private readonly ChunkLinks links = new(words);
    private readonly HashSet<TextSpan> said = [.. view.Annotations.Attributions.Where(a => a.SaidOn is not null).Select(a => a.SaidOn!.Span)];

    /// <summary>The nearest time that belongs to no cue, no other noun, no clause of its own and no nearer trigger, or null.</summary>
    public TimeExpression? Choose(SentenceSyntax syntax, MentionDraft draft, IReadOnlyList<int> otherTriggers)
    {
        if (draft.Frame.Agent is "toll")
        {
            return null; // a toll rises later than those it counts were killed
        }

        return Told(draft, (draft.Part is { } part ? Nearest(syntax, draft, otherTriggers, t => part.Contains(t.Span)) : null) ?? Nearest(syntax, draft, otherTriggers, static _ => true));
    }

    /// <summary>"will run until March 20", "scheduled to end on Friday": the day through which a draft goes on, or null.</summary>
    public TimeExpression? ChooseEnd(SentenceSyntax syntax, MentionDraft draft, IReadOnlyList<int> otherTriggers)
    {
        if (!codebook.Carries(draft.Frame.Kind ?? (draft.Frame.Adds is [var added, ..] ? added : ""), "last_day"))
        {
            return null;
        }

        foreach (var time in view.Times(syntax.Sentence.Span))
        {
            var at = syntax.Sentence.TokenAt(time.Span.Start);
            if (time is { Type: TimexType.Date, IsAnchored: true, Precision: <= TimePrecision.Day } && at > draft.Trigger && (IsUntil(syntax, time) || EndsOn(syntax, draft, at)) && !otherTriggers.Any(o => o > draft.Trigger && o < at))
            {
                return time;
            }
        }

        return null;
    }

    // "struck overnight, medics said on Thursday": the night before the telling, not before the day of publication
    private TimeExpression? Told(MentionDraft draft, TimeExpression? time)
    {
        if (time is { Precision: <= TimePrecision.Day, First: { } ahead, Last: { } } && view.Article.Published?.Date is { } printed && ahead > printed && time.Direction != TimeDirection.Future && toldToday.Value)
        {
            return time with { First = ahead.PlusDays(-7), Last = time.Last!.Value.PlusDays(-7), Value = TimexValue.Day(ahead.PlusDays(-7)) + time.Value[TimexValue.Day(ahead).Length..], Anchor = "publication " + TimexValue.Day(printed) + ", past: weekday; the lead tells of no later day", Direction = TimeDirection.Past };
        }

        if (time is not { Value: { } value, First: { } first, Last: { } last } || (first == last && time.Direction != TimeDirection.None) || value.Length <= TimexValue.Day(first).Length || char.IsAsciiDigit(value[^1]) || view.Article.Published?.Date is not { } published || last < published || ToldOn(draft) is not { } told)
        {
            return time;
        }

        var days = NodaTime.Period.DaysBetween(published, told);
        return days is < 0 and >= -OverDays ? time with { First = first.PlusDays(days), Last = last.PlusDays(days), Value = TimexValue.Day(first.PlusDays(days)) + value[TimexValue.Day(first).Length..], Anchor = "told on " + TimexValue.Day(told) + ": the night or day of the telling" } : time;
    }

    // the day of the saying, else that of the first sentence for what is told in quotation marks: "struck the hospital this morning", under a lead of Friday
    private LocalDate? ToldOn(MentionDraft draft) => view.AttributionOf(draft.Span) switch
    {
        { SaidOn: { First: { } told, Precision: <= TimePrecision.Day } } => told,
        { SaidOn: null, Mode: AttributionMode.Direct } => leadDay.Value,
        null when IsBehindQuote(draft) => leadDay.Value,
        _ => null,
    };

    private static bool IsBehindQuote(MentionDraft draft)
    {
        var marks = 0;
        for (var i = 0; i < draft.Trigger; i++)
        {
            marks += draft.Syntax.Sentence.Tokens[i].Kind == TokenKind.Quote ? 1 : 0;
        }

        return marks % 2 == 1;
    }

    // the first sentence names the day of publication or the one before, so that its weekdays are not those of a land where it is later
    private static bool TellsToday(ReportView view) =>
        view.Article.Published?.Date is { } published && view.Sentences.FirstOrDefault(s => view.Article.Blocks[s.Sentence.Block].Kind == BlockKind.Body) is { } first
        && view.Times(first.Sentence.Span).Any(t => t is { IsAnchored: true, Precision: <= TimePrecision.Day, First: { } day } && NodaTime.Period.DaysBetween(day, published) is 0 or 1);

    private static LocalDate? LeadDay(ReportView view)
    {
        if (view.Article.Published?.Date is not { } published || view.Sentences.FirstOrDefault(s => view.Article.Blocks[s.Sentence.Block].Kind == BlockKind.Body) is not { } first)
        {
            return null;
        }

        var days = view.Times(first.Sentence.Span).Where(t => t is { IsAnchored: true, Precision: <= TimePrecision.Day } && t.First == t.Last).Select(t => t.First!.Value).Distinct().ToList();
        return days is [{ } only] && NodaTime.Period.DaysBetween(only, published) is 1 or 2 ? only : null;
    }

    // right behind a noun that "after" or "following" leads, behind the trigger
    private bool IsOfRecalled(SentenceSyntax syntax, int at, int trigger) =>
        syntax.NounAt(at - 1) is >= 0 and var noun && syntax.Nouns[noun].Preposition is var behind && behind > trigger && words.Is(syntax.Sentence.Tokens[behind], "recalling");

    private TimeExpression? Nearest(SentenceSyntax syntax, MentionDraft draft, IReadOnlyList<int> otherTriggers, Func<TimeExpression, bool> fits)
    {
        TimeExpression? best = null;
        var bestCost = int.MaxValue;
        var trigger = draft.Trigger;
        var (clauses, home) = (draft.Clauses, draft.Home);
        foreach (var time in view.Times(syntax.Sentence.Span))
        {
            if (time.Type is TimexType.Duration or TimexType.Set || !fits(time) || IsEnd(syntax, time) || (draft.Frame.Kind is null && time.Span == draft.LastDay?.Span))
            {
                continue;
            }

            var at = syntax.Sentence.TokenAt(time.Span.Start);
            if (!time.IsAnchored && syntax.Sentence.TokenAt(time.Span.End - 1) + 1 is var behind && behind < syntax.Sentence.Tokens.Count && words.Is(syntax.Sentence.Tokens[behind], "of"))
            {
                continue; // "a second day of unrest"
            }

            if (said.Contains(time.Span) && !(draft is { Noun: < 0, Frame.IsState: false } && clauses.HomeOf(at) == home) && !IsDoneBySaying(draft))
            {
                continue; // the day of the saying, unless it stands with the doing itself: "the state, which tested one in 2016, said"
            }

            if (draft.Noun >= 0 && time.Span.End <= syntax.Sentence.Tokens[syntax.Nouns[draft.Noun].First].Start && links.IsAnswered(frames, syntax, draft.Noun))
            {
                continue; // "fired rockets on Friday in response to strikes a day earlier"
            }

            if (draft.Frame.Kind is "strike" or "interception" or "incursion" && time.Precision >= TimePrecision.Month && at > 0 && words.Is(syntax.Sentence.Tokens[at - 1], "since"))
            {
                continue; // "since January they have increased their attacks, launching several"
            }

            if (IsOfOneBefore(syntax, draft, time) || IsOfVerbBefore(syntax, draft, at))
            {
                continue;
            }

            if (draft.Noun < 0 && OpensLater(syntax, draft.Clause, at))
            {
                continue; // "this week forty died and last week fifty were killed"
            }

            if (draft is { Noun: >= 0, Clause: >= 0 } && syntax.Clauses[draft.Clause] is { Verb: { Participle: false } following } led && led.Subject == draft.Noun && at > following.Head && words.Is(syntax.Sentence.Tokens[following.Head], "recalling-verb"))
            {
                continue; // "the launches followed a pledge on Monday"
            }

            if (draft.Frame.Kind is "sanction" && at > trigger && syntax.NounAt(at - 1) is >= 0 and var cause && syntax.Nouns[cause].Preposition is var why && why > trigger && words.Is(syntax.Sentence.Tokens[why], "about-what") && !words.Is(syntax.Sentence.Tokens[why], "aimed-at"))
            {
                continue; // "imposed sanctions on the army over its coup this month"
            }

            if ((draft.Noun >= 0 || time.Precision > TimePrecision.Day) && at > trigger && IsOfRecalled(syntax, at, trigger))
            {
                continue; // "the latest launch, following a series of tests earlier this month"
            }

            if (draft.Frame.Kind is "strike" or "casualties" && clauses.HomeOf(at) is >= 0 and var closing && closing != home && closing != draft.Clause && syntax.Clauses[closing] is { Marker: > 0, Verb.Participle: true } put && put.Marker > trigger && words.Is(syntax.Sentence.Tokens[put.Marker], "before"))
            {
                continue; // "blazed for hours before being put out at seven"
            }

            if (PointsAt(syntax, clauses, time, home))
            {
                return time;
            }

            if (clauses.HomeOf(at) is >= 0 and var telling && telling != home && telling != draft.Clause && draft.Noun < 0 && syntax.Clauses[telling].Verb is { Participle: true, Passive: false } said0 && words.Is(syntax.Sentence.Tokens[said0.Head], "saying"))
            {
                continue; // "it was quoted as saying on Wednesday"
            }

            if (draft.Clause >= 0 && clauses.HomeOf(at) is >= 0 and var cued && cued != home && cued > draft.Clause && syntax.Clauses[cued] is { Relative: false, Marker: < 0, Verb: { Participle: false, Infinitive: false } } saying && words.Is(syntax.Sentence.Tokens[saying.Verb.Head], "saying") && !IsDoneBySaying(draft))
            {
                continue; // "…, a rescue worker told the agency on Thursday"
            }

            if (clauses.HomeOf(at) == draft.Clause && IsOfComment(syntax, draft, at))
            {
                continue;
            }

            if (draft is { Noun: < 0, Clause: >= 0 } && syntax.Clauses[draft.Clause].Verb.Tense == Tense.Perfect && clauses.HomeOf(at) is >= 0 and var told && told != home && !clauses.IsFrontedTo(at, home))
            {
                continue; // "talks resume on Monday, as the two sides have agreed on an army"
            }

            if (Between("contrast", syntax, Math.Min(syntax.Sentence.Tokens[trigger].Start, time.Span.Start), Math.Max(syntax.Sentence.Tokens[trigger].Start, time.Span.Start)) || IsBehindEvent(syntax, draft, at))
            {
                continue;
            }

            if (draft.Noun >= 0 && clauses.HomeOf(at) is >= 0 and var reduced && reduced != draft.Clause && reduced != home && syntax.Clauses[reduced] is { Verb: { Participle: true, Passive: true }, Subject: >= 0 and var described } && described != draft.Noun && at > syntax.Clauses[reduced].Verb.Head)
            {
                continue; // "the meeting would follow the vote slated for May 14"
            }

            if (StandsBehind(syntax, trigger, at) && otherTriggers.Any(o => o < at && o != trigger && syntax.ClauseAt(o) >= 0))
            {
                continue;
            }

            if (draft.Frame.Kind is "agreement" && clauses.HomeOf(at) is >= 0 and var span && span != home && syntax.Clauses[span].Verb.Participle && words.Is(syntax.Sentence.Tokens[syntax.Clauses[span].Verb.Head], "spanning"))
            {
                continue; // "agreed to a truce starting on Sunday"
            }

            var own = clauses.HomeOf(at) == home && home >= 0 && clauses.OpenerOf(home) is >= 0 and var opener && !view.Ordinals(syntax.Sentence.Span).Any(o => syntax.Sentence.TokenAt(o.Span.Start) > opener); // "since the two met on June 30": the day of the meeting too
            if ((!own && IsTallyScope(syntax, time)) || DescribesAnother(syntax, time, draft) || IsOfAnotherEvent(syntax, draft, at) || (IsSpokenOf(draft) && clauses.HomeOf(at) == home && draft.Syntax.Clauses[draft.Clause].Verb.First > at) || !(Meets(clauses, home, clauses.HomeOf(at)) || IsOpen(syntax, clauses, home, at, otherTriggers)) || IsOfPicture(syntax, clauses.HomeOf(at), home) || (IsReduced(syntax, draft) && clauses.HomeOf(at) is >= 0 and var other && other != home && at < syntax.Clauses[other].Verb.First))
            {
                continue;
            }

            var cost = Distance(syntax, trigger, at);
            if (cost < bestCost && !otherTriggers.Any(o => o != trigger && !IsBehindJoint(syntax, draft, o, at) && Distance(syntax, o, at) + OtherTriggerCost < cost && !OpensBehind(clauses, clauses.HomeOf(o), at, o) && !(draft.Noun < 0 && StandsBehind(syntax, o, at))))
            {
                (best, bestCost) = (time, cost);
            }
        }

        return best is { Precision: >= TimePrecision.Week } ? Finer(syntax, draft, best) ?? best : best;
    }

    // "fired missiles twice this year, on January 14 and March 18": the days named right behind the span they lie in
    private TimeExpression? Finer(SentenceSyntax syntax, MentionDraft draft, TimeExpression whole)
    {
        var next = view.Times(syntax.Sentence.Span).FirstOrDefault(t => t.Span.Start >= whole.Span.End && t is { IsAnchored: true, Precision: <= TimePrecision.Day } && t.First >= whole.First && t.Last <= whole.Last); // "about two weeks ago, on June 16"
        return next is not null && (draft.Noun < 0 || whole.Precision == TimePrecision.Week) && syntax.Sentence.TokenAt(next.Span.Start) is var at && at - syntax.Sentence.TokenAt(whole.Span.End - 1) is > 0 and <= 3 && draft.Clauses.HomeOf(at) == draft.Home ? next : null;
    }

    // "fired missiles on January 24 and launched two four days later": a verb behind "and" with a time of its own
    private bool IsOfVerbBefore(SentenceSyntax syntax, MentionDraft draft, int time) =>
        draft is { Noun: < 0, Clause: > 0 } && syntax.Clauses[draft.Clause].Verb.First is var first && first > time && syntax.Sentence.Tokens[first - 1].Tag == PartOfSpeech.CoordinatingConjunction
        && view.Times(syntax.Sentence.Span).Any(t => t.Type is not (TimexType.Duration or TimexType.Set) && t.Span.Start > syntax.Sentence.Tokens[draft.Trigger].Start && draft.Clauses.HomeOf(syntax.Sentence.TokenAt(t.Span.Start)) == draft.Home);

    // the time before "and" is that of the verb before it: "fired missiles near X on January 24 and launched two"
    private static bool IsBehindJoint(SentenceSyntax syntax, MentionDraft draft, int other, int time) =>
        draft is { Noun: < 0, Clause: >= 0 } && draft.Trigger < time && other > time && syntax.ClauseAt(other) is > 0 and var clause && clause != draft.Clause && syntax.Clauses[clause].Verb.First == other
        && syntax.Sentence.Tokens[other - 1].Tag == PartOfSpeech.CoordinatingConjunction && draft.Clauses.HomeOf(time) == draft.Home;

    // "follows the firing last Thursday and the test on January 5": what stands before the conjunction is of the one before it
    private bool IsOfOneBefore(SentenceSyntax syntax, MentionDraft draft, TimeExpression time)
    {
        if (draft.Noun < 0 || syntax.Nouns[draft.Noun].First is var first && (first < 2 || syntax.Sentence.Tokens[first].Start < time.Span.End))
        {
            return false;
        }

        var before = first - 1;
        return syntax.Sentence.Tokens[before].Tag == PartOfSpeech.CoordinatingConjunction && syntax.Sentence.TokenAt(time.Span.End - 1) == before - 1
            && view.Times(syntax.Sentence.Span).Any(t => t.Span.Start > syntax.Sentence.Tokens[draft.Trigger].Start && t.Type is not (TimexType.Duration or TimexType.Set));
    }

    /// <summary>The further days of a doing told once for several: "in May and August", "on Monday and again on Friday".</summary>
    public IReadOnlyList<TimeExpression> Repeats(SentenceSyntax syntax, TimeExpression first)
    {
        var found = new List<TimeExpression>();
        if (syntax.Sentence.TokenAt(first.Span.Start) is > 0 and var opening && words.Is(syntax.Sentence.Tokens[opening - 1], "joining"))
        {
            return found; // "between Tuesday afternoon and early Wednesday"
        }

        var coordinated = false;
        var times = view.Times(syntax.Sentence.Span).Where(t => t.IsAnchored && t.Type == first.Type && t.Precision == first.Precision).ToList();
        var last = first;
        foreach (var next in times.Where(t => t.Span.Start >= first.Span.End))
        {
            Join(last, next, ref last);
        }

        last = first; // "in May and August it tested": the nearer is the last of those the sentence opens with
        var verbs = syntax.Clauses.Count == 0 ? syntax.Sentence.Span.End : syntax.Sentence.Tokens[syntax.Clauses.Min(c => c.Verb.First)].Start;
        foreach (var earlier in times.Where(t => t.Span.End <= first.Span.Start && first.Span.End <= verbs).Reverse())
        {
            Join(earlier, last, ref last);
        }

        return coordinated ? found : [];

        void Join(TimeExpression left, TimeExpression right, ref TimeExpression end)
        {
            var other = ReferenceEquals(left, end) ? right : left;
            if (other.First != first.First && right.Span.Start >= left.Span.End && Joint(syntax, left.Span.End, right.Span.Start) is { } conjunction)
            {
                found.Add(other);
                end = other;
                coordinated |= conjunction;
            }
        }
    }

    // Whether a conjunction joins two times; null when anything but "and", a comma, "again", "in" stands between them.
    private static bool? Joint(SentenceSyntax syntax, int from, int to)
    {
        var conjunction = false;
        for (var i = syntax.Sentence.TokenAt(from); i < syntax.Sentence.Tokens.Count && syntax.Sentence.Tokens[i].Start < to; i++)
        {
            var token = syntax.Sentence.Tokens[i];
            conjunction |= token.Tag == PartOfSpeech.CoordinatingConjunction;
            if (token.Tag is not (PartOfSpeech.CoordinatingConjunction or PartOfSpeech.Adposition or PartOfSpeech.Adverb) && token.Kind != TokenKind.Punctuation)
            {
                return null;
            }
        }

        return conjunction;
    }

    // "fired missiles on March 10 as Seoul began its drills": a clause that opens behind the time has no first claim to it
    private static bool OpensBehind(ClauseMap clauses, int other, int time, int trigger) =>
        other >= 0 && clauses.OpenerOf(other) is var opener && opener > time && opener < trigger;

    // "after the meeting this week the land will receive tanks": the time right behind an event noun is its own
    private bool IsBehindEvent(SentenceSyntax syntax, MentionDraft draft, int time) =>
        time > 0 && syntax.NounAt(time - 1) is >= 0 and var noun && syntax.Nouns[noun].After == time && (syntax.Nouns[noun].Preposition >= 0 || syntax.Clauses.Any(c => c.Verb.Participle && c.Objects.Contains(noun))) && syntax.Nouns[noun].Head > draft.Trigger == draft.Trigger < time && !syntax.Nouns[noun].Holds(draft.Trigger)
        && syntax.NounAt(time) != noun && frames.IsEventNoun(syntax.Sentence.Tokens, syntax.Nouns[noun].Head) && draft.Noun != noun && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].First], "definite");

    // "imposed sanctions on Thursday over arms sales", "signed a deal on Thursday to buy tanks": the time stands before the preposition or the infinitive
    private static bool StandsBehind(SentenceSyntax syntax, int trigger, int time) =>
        trigger > time && ((syntax.NounAt(trigger) is >= 0 and var noun && syntax.Nouns[noun].Preposition > time)
            || (syntax.ClauseAt(trigger) is >= 0 and var clause && syntax.Clauses[clause].Verb is { Infinitive: true } verb && verb.First > time));

    // "condemned the launch on Thursday": what is spoken of as known was commented on that day
    private bool IsOfComment(SentenceSyntax syntax, MentionDraft draft, int time) =>
        draft is { Noun: >= 0, Clause: >= 0 } && syntax.Clauses[draft.Clause] is var clause && cues.Contains(syntax.Sentence.Tokens[clause.Verb.Head].Start)
        && (clause.Objects.Contains(draft.Noun) || clause.Complements.Contains(draft.Noun))
        && (syntax.Nouns[draft.Noun].Possessor >= 0 || words.Is(syntax.Sentence.Tokens[syntax.Nouns[draft.Noun].First], "definite"))
        && !syntax.Nouns[draft.Noun].Holds(time);

    // a time right behind "and", before the subject of a clause that follows
    private static bool OpensLater(SentenceSyntax syntax, int own, int time)
    {
        var before = time - 1;
        while (before > 0 && (syntax.Sentence.Tokens[before].Tag is PartOfSpeech.Adposition or PartOfSpeech.Determiner || syntax.Sentence.Tokens[before].Kind == TokenKind.Punctuation))
        {
            before--;
        }

        if (before <= 0 || own < 0 || syntax.Sentence.Tokens[before].Tag != PartOfSpeech.CoordinatingConjunction || syntax.Clauses[own].Verb.First > time)
        {
            return false;
        }

        for (var c = own + 1; c < syntax.Clauses.Count; c++)
        {
            if (syntax.Clauses[c] is { Subject: >= 0, Relative: false, Verb: { Participle: false, Infinitive: false } } later && later.Verb.First > time)
            {
                return syntax.Nouns[later.Subject].First > time;
            }
        }

        return false;
    }

    // "hit a school sheltering families on Thursday": the participle tells of nothing, and so the day is that of the verb above it
    private static bool IsOpen(SentenceSyntax syntax, ClauseMap clauses, int home, int time, IReadOnlyList<int> triggers) =>
        home >= 0 && clauses.HomeOf(time) is >= 0 and var other && other > home && syntax.Clauses[other] is { Relative: false, Marker: < 0, Verb: { Participle: true, Passive: false } } participle && participle.Parent == home
        && syntax.Sentence.Tokens[participle.Verb.Head].Form == WordForm.Gerund && syntax.Sentence.Tokens[participle.Verb.First - 1].Kind != TokenKind.Punctuation && !triggers.Any(t => clauses.HomeOf(t) == other);

    // A time of a relative or after-clause is not that of the clause around it, nor the other way round.
    private static bool Meets(ClauseMap clauses, int trigger, int time) =>
        trigger < 0 || time < 0 || trigger == time || (clauses.Together(trigger, time) && !clauses.IsClosedAside(time, trigger));

    // "since November 5, when it unleashed seven missiles": the day the when-clause explains
    private bool PointsAt(SentenceSyntax syntax, ClauseMap clauses, TimeExpression time, int home)
    {
        if (home < 0 || clauses.OpenerOf(home) is not (> 0 and var opener) || !words.Is(syntax.Sentence.Tokens[opener], "when"))
        {
            return false;
        }

        var last = syntax.Sentence.TokenAt(time.Span.End - 1);
        return last == opener - 1 || (last == opener - 2 && syntax.Sentence.Tokens[opener - 1].Kind == TokenKind.Punctuation);
    }

    // "On Monday it posted photos of soldiers killed in the war": a participle on a noun has no time that opens the sentence
    private bool IsReduced(SentenceSyntax syntax, MentionDraft draft) => draft is { Noun: < 0, Clause: >= 0 } && syntax.Clauses[draft.Clause] is { Verb: { Participle: true, Passive: true } } clause
        && !(clause.Parent >= 0 && words.Is(syntax.Sentence.Tokens[syntax.Clauses[clause.Parent].Verb.Head], "leaving-so")); // "the missile on Monday left nine wounded"

    // "this photo provided on Monday shows a test": the day of the picture
    private bool IsOfPicture(SentenceSyntax syntax, int time, int home) =>
        time >= 0 && time != home && syntax.Clauses[time].Verb is var verb && (verb.Participle || IsCaption(syntax)) && words.Is(syntax.Sentence.Tokens[verb.Head], "provide");

    private bool IsCaption(SentenceSyntax syntax) => view.Article.Blocks[syntax.Sentence.Block].Kind == BlockKind.Caption;

    /// <summary>The day a picture was given out, where a caption tells it, or null.</summary>
    public TimeExpression? OfPicture(SentenceSyntax syntax, MentionDraft draft) =>
        IsCaption(syntax) ? view.Times(syntax.Sentence.Span).FirstOrDefault(t => t.IsAnchored && IsOfPicture(syntax, draft.Clauses.HomeOf(syntax.Sentence.TokenAt(t.Span.Start)), draft.Home)) : null;

    // "violating a 2018 military agreement": a time that stands before another noun describes that noun
    private bool DescribesAnother(SentenceSyntax syntax, TimeExpression time, MentionDraft draft)
    {
        var first = syntax.Sentence.TokenAt(time.Span.Start);
        var last = syntax.Sentence.TokenAt(time.Span.End - 1);
        var noun = syntax.NounAt(last);
        if (noun >= 0 && draft.Noun < 0 && syntax.Nouns[noun].Preposition is >= 0 and var within && (words.Is(syntax.Sentence.Tokens[within], "during") || words.Is(syntax.Sentence.Tokens[within], "locative")) && types.Names("attack", syntax.Sentence.Tokens, syntax.Nouns[noun].Head))
        {
            return false; // "were killed in the Monday night attack"
        }

        for (var n = noun + 1; noun >= 0 && n < syntax.Nouns.Count; n++)
        {
            if (syntax.Nouns[n].Possessor == noun && !syntax.Nouns[n].Holds(draft.Trigger) && !words.Is(syntax.Sentence.Tokens[syntax.Nouns[n].Head], "contact"))
            {
                return true; // "toned down its attacks since Tuesday's strike"; but "during Monday's rush hour"
            }
        }

        if (noun > 0 && time.Precision == TimePrecision.Year && noun + 1 < syntax.Nouns.Count && syntax.Nouns[noun + 1] is { Preposition: < 0 } next && next.First == last + 1 && !next.Holds(draft.Trigger))
        {
            return true; // a year right before a noun: "in 1948 Occupied Fife"
        }

        return noun >= 0 && syntax.NounAt(first) == noun && syntax.Nouns[noun].Head > last && !syntax.Nouns[noun].Holds(draft.Trigger) && first > syntax.Nouns[noun].First;
    }

    // "discussions with Romania and plans for the summit in Ankara in July": the time behind an event noun goes with it
    private bool IsOfAnotherEvent(SentenceSyntax syntax, MentionDraft draft, int time)
    {
        var own = draft.Noun >= 0 ? draft.Noun : -1;
        var noun = syntax.NounAt(time);
        for (var n = noun; n > 0 && syntax.Nouns[n].Preposition >= 0 && n > own; n--)
        {
            var before = syntax.Nouns[n - 1];
            if (before.After != syntax.Nouns[n].Preposition && before.Possessor < 0)
            {
                return false;
            }

            if (n - 1 > own && before.First > draft.Trigger && before.Preposition >= 0 && frames.IsEventNoun(syntax.Sentence.Tokens, before.Head))
            {
                return draft.Noun >= 0;
            }
        }

        return false;
    }

    // "denounced on Thursday a visit": the day of the words is not the day of what they are about
    private bool IsSpokenOf(MentionDraft draft) =>
        draft is { Noun: >= 0, Clause: >= 0 } && draft.Syntax.Clauses[draft.Clause] is var clause && clause.Objects.Contains(draft.Noun) && frames.Support(draft.Syntax.Sentence.Tokens, clause.Verb.Head) is null
        && view.Annotations.Attributions.Any(a => a.Cue.Any(c => c.Contains(draft.Syntax.Sentence.Tokens[clause.Verb.Head].Start)));

    // "said on Tuesday it is imposing sanctions": the deed is done by saying it
    private bool IsDoneBySaying(MentionDraft draft) =>
        draft is { Noun: < 0, Clause: >= 0, Frame.Kind: { } kind } && codebook.Kind(kind).Announced == EventStatus.News && draft.Syntax.Clauses[draft.Clause].Verb is { Tense: Tense.Present or Tense.Perfect, Modal: < 0 };

    // "until March 20": when it ends is not when it happens
    private bool IsEnd(SentenceSyntax syntax, TimeExpression time)
    {
        var at = syntax.Sentence.TokenAt(time.Span.Start);
        var last = Math.Min(syntax.Sentence.TokenAt(time.Span.End - 1), syntax.Sentence.Tokens.Count - 1);
        if (!time.IsAnchored && words.Is(syntax.Sentence.Tokens[last], "conjunction"))
        {
            return true; // "a day after" something else
        }

        return IsUntil(syntax, time);
    }

    private bool IsUntil(SentenceSyntax syntax, TimeExpression time) =>
        syntax.Sentence.TokenAt(time.Span.Start) is var at && (words.Is(syntax.Sentence.Tokens[at], "until") || (at > 0 && words.Is(syntax.Sentence.Tokens[at - 1], "until")));

    // the verb before it says that it is over then: "the drills, which end on Friday"
    private bool EndsOn(SentenceSyntax syntax, MentionDraft draft, int time) =>
        syntax.Clauses.LastOrDefault(c => c.Verb.First < time && c.Verb.First >= Math.Min(draft.Trigger, c.Verb.First)) is { } clause && clause.Verb.Head >= draft.Trigger && words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "closing");

    // "the fourth launch this year": a span a tally counts within is no time of the event
    private bool IsTallyScope(SentenceSyntax syntax, TimeExpression time) =>
        !(view.Article.Published?.Date is { } today && time.First > today) && view.Ordinals(syntax.Sentence.Span).Any(o => o.Span.End <= time.Span.Start && time.Span.Start - o.Span.End < ScopeReach
            && ((time.Precision > TimePrecision.Day && !IsOver(time) && !Between("recalling", syntax, o.Span.End, time.Span.Start)) || Between("since", syntax, o.Span.End, time.Span.Start)));

    // "its first test was conducted in May 1989": a month long past is when it was
    private bool IsOver(TimeExpression time) =>
        view.Article.Published?.Date is { } published && time is { Precision: TimePrecision.Month or TimePrecision.Year, Last: { } last } && NodaTime.Period.DaysBetween(last, published) > OverDays;

    private bool Between(string kind, SentenceSyntax syntax, int from, int to)
    {
        for (var i = syntax.Sentence.TokenAt(from); i < syntax.Sentence.Tokens.Count && syntax.Sentence.Tokens[i].Start < to; i++)
        {
            if (words.Is(syntax.Sentence.Tokens[i], kind))
            {
                return true;
            }
        }

        return false;
    }

    private static int Distance(SentenceSyntax syntax, int from, int to)
    {
        var (low, high) = from < to ? (from, to) : (to, from);
        var cost = high - low;
        for (var i = low; i < high; i++)
        {
            var kind = syntax.Sentence.Tokens[i].Kind;
            cost += kind is TokenKind.Punctuation or TokenKind.Dash ? CommaCost : syntax.Clauses.Any(c => c.Verb.First == i && i > from && i < to) ? 3 : 0;
        }

        return cost;
    }
}
