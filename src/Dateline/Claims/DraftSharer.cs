using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Gives what one sentence tells of one happening, or on one day, to each mention it belongs to.</summary>
internal static class DraftSharer
{
    /// <summary>Shares days that open the sentence, days of launches and of what shot them down, and who fired what struck.</summary>
    public static void Share(SentenceSyntax syntax, List<MentionDraft> kept, FunctionWords words, ReportView view)
    {
        MergePairs(syntax, kept);
        ShareOpening(syntax, kept);
        ShareShotDown(syntax, kept);
        ShareJoined(syntax, kept);
        ShareAnswered(syntax, kept, words, view);
        ShareWarned(syntax, kept);
        ShareStatus(syntax, kept);
        ShareTalks(syntax, kept);
        MergeFired(syntax, kept);
    }

    // "intercepted and destroyed two drones": one doing in two verbs
    private static void MergePairs(SentenceSyntax syntax, List<MentionDraft> kept) =>
        kept.RemoveAll(d => d is { Noun: < 0, Frame.Kind: "interception" } && d.After < syntax.Sentence.Tokens.Count && syntax.Sentence.Tokens[d.After].Tag == PartOfSpeech.CoordinatingConjunction
            && kept.Exists(o => o is { Noun: < 0 } && string.Equals(o.Frame.Kind, d.Frame.Kind, StringComparison.Ordinal) && o.Trigger == d.After + 1));

    // "A day earlier, two people died and twelve were wounded": what opens the sentence is the day of each main clause
    private static void ShareOpening(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        var first = kept.Find(d => d is { Time: not null, Noun: < 0, Clause: >= 0 } && d.Time.Span.Start == syntax.Sentence.Span.Start + Opening(syntax, d.Time));
        foreach (var later in kept.Where(d => first is not null && d is { Time: null, Noun: < 0, Clause: >= 0 } && IsListedClause(syntax, first, d)))
        {
            (later.Time, later.Status, later.Recalls) = (first!.Time, first.Status, first.Recalls);
        }
    }

    // "intercepted a missile launched from Yemen on Thursday", "shot down a drone that entered the airspace on Thursday", "a missile launched from Yemen was intercepted on Thursday": both on one day
    private static void ShareShotDown(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        foreach (var down in kept.Where(d => d is { Noun: < 0, Clause: >= 0, Frame.Kind: "interception" }))
        {
            var clause = syntax.Clauses[down.Clause];
            if (kept.Find(d => d is { Noun: < 0, Clause: >= 0 } && syntax.Clauses[d.Clause] is { Subject: >= 0 } fired && (fired.Verb.Participle || fired.Relative) && (clause.Objects.Contains(fired.Subject) || (clause.Verb.Passive && clause.Subject == fired.Subject && fired.Verb.First < clause.Verb.First))) is not { } launch)
            {
                continue;
            }

            if (down.Time is null && launch.Time is not null)
            {
                (down.Time, down.Status) = (launch.Time, launch.Status);
            }
            else if (launch is { Time: null, Status: EventStatus.News } && down.Time is { IsAnchored: true })
            {
                (launch.Time, launch.Status, launch.Recalls) = (down.Time, down.Status, down.Recalls);
            }
        }
    }

    // "flew into the zone on Tuesday and were intercepted by F-16s": two verbs of one subject, and one day
    private static void ShareJoined(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        foreach (var open in kept.Where(d => d is { Time: null, Noun: < 0, Clause: >= 0, Status: EventStatus.News, Frame.Kind: "incursion" or "interception" or "strike" }))
        {
            if (kept.Find(d => d is { Time.IsAnchored: true, Noun: < 0, Clause: >= 0, Status: EventStatus.News } && Math.Abs(d.Clause - open.Clause) == 1 && d.Clause != open.Clause && AreJoined(syntax, Math.Min(d.Clause, open.Clause))) is { } dated)
            {
                open.Time = dated.Time;
            }
        }
    }

    // "scrambled jets on Thursday after 22 planes crossed the line": what was answered at once happened that day, where the sentence tells no other
    private static void ShareAnswered(SentenceSyntax syntax, List<MentionDraft> kept, FunctionWords words, ReportView view)
    {
        foreach (var open in kept.Where(d => d is { Time: null, Noun: < 0, Clause: > 0, Frame.Kind: "incursion" or "interception" or "strike" } && syntax.Clauses[d.Clause].Marker >= 0))
        {
            var clause = syntax.Clauses[open.Clause];
            var main = syntax.Clauses.LastOrDefault(c => c.Verb.First < clause.Marker && c is { Relative: false, Verb: { Participle: false, Infinitive: false } });
            if (main is not null && (words.Is(syntax.Sentence.Tokens[clause.Marker], "recalling") || words.Is(syntax.Sentence.Tokens[clause.Marker], "conjunction")) && words.Is(syntax.Sentence.Tokens[main.Verb.Head], "sent-out")
                && view.Times(syntax.Sentence.Span).ToList() is [{ IsAnchored: true, Precision: <= TimePrecision.Day } only])
            {
                (open.Time, open.Status, open.Recalls) = (only, EventStatus.News, false);
            }
        }
    }

    // "fired warning shots after two boats crossed the border on Thursday": the answer came at once
    private static void ShareWarned(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        foreach (var answer in kept.Where(d => d is { Time: null, Noun: < 0, Clause: >= 0, Frame.Kind: "artillery_fire" }))
        {
            if (kept.Find(d => d is { Time.IsAnchored: true, Noun: < 0, Clause: >= 0, Frame.Kind: "incursion" } && Math.Abs(d.Clause - answer.Clause) == 1) is { } crossing)
            {
                (answer.Time, answer.Status, answer.Recalls) = (crossing.Time, crossing.Status, crossing.Recalls);
            }
        }

        foreach (var crossing in kept.Where(d => d is { Time: null, Frame.Kind: "incursion" }))
        {
            if (kept.Find(d => d is { Time.IsAnchored: true, Noun: < 0, Clause: >= 0, Frame.Kind: "artillery_fire" } && Math.Abs(d.Clause - crossing.Home) <= 1) is { } answer)
            {
                (crossing.Time, crossing.Status, crossing.Recalls) = (answer.Time, answer.Status, answer.Recalls);
            }
        }
    }

    // "At a meeting held in Lima on Monday, the two reached an agreement", "reached one after talks in Lima on Monday": on the day they met
    private static void ShareTalks(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        foreach (var talks in kept.Where(d => d is { Frame.Kind: "meeting", Noun: >= 0, Clause: >= 0, Time: null, Status: EventStatus.News }))
        {
            talks.Time = kept.Find(d => d is { Frame.Kind: "visit", Noun: < 0, Time: not null, Status: EventStatus.News } && d.Clause == talks.Clause)?.Time; // "was in Lima on Monday for talks with the king"
        }

        foreach (var agreed in kept.Where(d => d is { Frame.Kind: "agreement", Noun: < 0, Clause: >= 0 } && !d.Slots["in"].Any()))
        {
            if (kept.Find(d => d is { Frame.Kind: "meeting", Noun: >= 0 } && d.Clause == agreed.Clause && syntax.Nouns[d.Noun].Preposition >= 0) is { } held)
            {
                foreach (var where in held.Slots["in"].ToList())
                {
                    agreed.Slots.Add("in", where); // "reached a truce after talks in Lima"
                }
            }
        }

        foreach (var agreed in kept.Where(d => d is { Frame.Kind: "agreement", Noun: < 0, Clause: >= 0, Time: null, Status: EventStatus.News }))
        {
            if (kept.Find(d => d is { Frame.Kind: "meeting", Noun: >= 0, Time: { Precision: <= TimePrecision.Day } } && d.Clause == agreed.Clause && syntax.Nouns[d.Noun].Preposition >= 0) is { Time.Direction: not TimeDirection.Future } talks)
            {
                (agreed.Time, talks.Status, talks.Recalls) = (talks.Time, agreed.Status, agreed.Recalls);
            }
        }

        if (syntax.Sentence.Tokens[0].Tag != PartOfSpeech.Adposition)
        {
            return;
        }

        foreach (var agreed in kept.Where(d => d is { Frame.Kind: "agreement", Noun: < 0, Clause: >= 0, Time: null, Status: EventStatus.News }))
        {
            if (syntax.Clauses[agreed.Clause] is { Subject: > 0, Marker: < 0 } clause && kept.Find(d => d is { Frame.Kind: "meeting" or "visit", Time.IsAnchored: true } && d.Trigger < syntax.Nouns[clause.Subject].First) is { } talks)
            {
                (agreed.Time, agreed.Status, agreed.Recalls) = (talks.Time, talks.Status, talks.Recalls);
            }
        }
    }

    // "killed five and wounded nine": one happening, told in one way
    private static void ShareStatus(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        foreach (var later in kept.Where(d => d is { Noun: < 0, Clause: > 0, Frame.Kind: "casualties" or "strike" }))
        {
            if (kept.Find(d => d is { Noun: < 0, Frame.Kind: "casualties" } && d.Clause == later.Clause - 1) is { } first && AreJoined(syntax, first.Clause))
            {
                (later.Status, later.Recalls, later.Time) = (first.Status, first.Recalls, later.Time ?? first.Time);
            }
        }
    }

    private static bool AreJoined(SentenceSyntax syntax, int first)
    {
        var (left, right) = (syntax.Clauses[first], syntax.Clauses[first + 1]);
        return left.Subject >= 0 && left.Subject == right.Subject && !right.Verb.Participle && !right.Verb.Infinitive && !left.Verb.Participle && right.Marker < 0
            && right.Verb.First > 0 && syntax.Sentence.Tokens[right.Verb.First - 1].Tag == PartOfSpeech.CoordinatingConjunction;
    }

    // "damaged by missiles the rebels fired", "killed by a shell fired by the army": the firing is the strike
    private static void MergeFired(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        foreach (var fired in kept.Where(d => d is { Noun: < 0, Clause: >= 0, Frame.Kind: "missile_test" or "strike" or "artillery_fire" } && syntax.Clauses[d.Clause] is { Subject: >= 0, Verb: { Participle: true, Passive: true } }).ToList())
        {
            var weapon = syntax.Clauses[fired.Clause].Subject;
            foreach (var strike in kept.Where(d => !ReferenceEquals(d, fired) && d.Frame.Kind is "strike" or "casualties" && d.Clause != fired.Clause && d.Slots.All.Any(s => s.Slot is not SlotReader.Patient && s.Filler.Noun == weapon)).ToList())
            {
                foreach (var doer in fired.Slots[SlotReader.Agent])
                {
                    strike.Slots.Add(SlotReader.Agent, doer);
                }

                (strike.Time, strike.Status) = strike.Time is null && fired.Time is not null ? (fired.Time, strike.Status == EventStatus.Background ? strike.Status : fired.Status) : (strike.Time, strike.Status); // "a previous attack launched on Friday"
                kept.Remove(fired);
            }
        }
    }

    // characters before a time that opens a sentence behind a preposition: "On Friday"
    private static int Opening(SentenceSyntax syntax, TimeExpression time) =>
        syntax.Sentence.TokenAt(time.Span.Start) <= 1 ? time.Span.Start - syntax.Sentence.Span.Start : -1;

    private static bool IsListedClause(SentenceSyntax syntax, MentionDraft first, MentionDraft later)
    {
        var clause = syntax.Clauses[later.Clause];
        return later.Clause == first.Clause + 1 && clause is { Parent: < 0, Marker: < 0, Relative: false } && string.Equals(first.Frame.Kind, later.Frame.Kind, StringComparison.Ordinal)
            && Enumerable.Range(first.After, Math.Max(0, clause.Verb.First - first.After)).Any(t => syntax.Sentence.Tokens[t].Tag == PartOfSpeech.CoordinatingConjunction);
    }
}
