using Dateline.Annotations.Attributions;
using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;
using NodaTime;
using Period = NodaTime.Period;

namespace Dateline.Claims;

/// <summary>Says how an event stands to the report: by tense, modality, negation, governing words, and its time against the publication day.</summary>
internal sealed class StatusReader(ReportView view, Codebook codebook, FrameLexicon frames, FunctionWords words)
{
    /// <summary>Days before publication within which what the lead tells is news: weekly summaries and follow-ups included.</summary>
    private const int LeadDays = 10;

    /// <summary>Days before publication within which what stands below the lead is news: the day itself and a day's delay on either side of the date line.</summary>
    private const int LaterDays = 2;

    private readonly RecallReader recalls = new(view, frames, words);
    private readonly ChunkLinks links = new(words);

    /// <summary>The status of a mention and the reason; null with a reason when it tells of no single happening.</summary>
    public (EventStatus? Status, string Reason) Read(MentionDraft draft, bool isHeadline)
    {
        var (syntax, trigger, time, adds) = (draft.Syntax, draft.Trigger, draft.Time, draft.Frame.Kind is null);
        var clause = draft.Clause >= 0 ? syntax.Clauses[draft.Clause] : null;
        if (draft.Noun >= 0 && syntax.Nouns[draft.Noun].Preposition is >= 0 and var naming && words.Is(syntax.Sentence.Tokens[naming], "as"))
        {
            return (null, "names what something is"); // "was conceived as a bilateral exercise"
        }

        if (draft.Noun > 0 && syntax.Nouns[draft.Noun].Preposition is >= 0 and var aside && syntax.Nouns[draft.Noun - 1].After == aside && words.Is(syntax.Sentence.Tokens[syntax.Nouns[draft.Noun - 1].Head], "sidelines"))
        {
            return (null, "only what something else happened beside"); // "met on the sidelines of a summit"
        }

        if (draft is { Noun: < 0, Frame.Kind: "strike" } && time is null && clause is { Verb: { Participle: true, Passive: false }, Parent: >= 0 } && syntax.Clauses[clause.Parent].Verb is { Tense: Tense.Perfect } on && on.After == clause.Verb.First && words.Is(syntax.Sentence.Tokens[on.Head], "continuing"))
        {
            return (null, "tells of a habit"); // "has continued launching assaults"
        }

        if (draft is { Noun: < 0, Frame.Kind: "strike" } && time is null && draft.Slots[SlotReader.Patient].Any(f => Enumerable.Range(f.Chunk.First, f.Chunk.Head - f.Chunk.First).Any(i => frames.IsHabit(syntax.Sentence.Tokens, i) && syntax.Sentence.Tokens[i].Tag == PartOfSpeech.Adjective)))
        {
            return (null, "tells of a habit"); // "has conducted frequent air strikes"
        }

        if (draft.Noun >= 0 && time is null && draft.Frame.Kind is "strike" or "artillery_fire" && Enumerable.Range(syntax.Nouns[draft.Noun].First, Math.Max(0, trigger - syntax.Nouns[draft.Noun].First)).Any(i => frames.IsHabit(syntax.Sentence.Tokens, i)))
        {
            return (null, "tells of a habit"); // "frequent shelling of villages"
        }

        if (clause is not null && IsCalledOff(syntax, clause))
        {
            return (EventStatus.Denied, "planned, and called off"); // "was scheduled to visit in May but cancelled the trip"
        }

        // "the drills start on May 21", printed on May 12
        if (time is { First: { } start } && (time.Weekday is null || time.HasYear) && view.Article.Published?.Date is { } printed && start > printed.PlusDays(1) && clause is not { Verb.Tense: Tense.Past or Tense.Perfect or Tense.Pluperfect } && clause is not { Verb.Negated: true })
        {
            return (EventStatus.Planned, "present tense of a day to come");
        }

        if (draft is { Noun: < 0, Frame.Kind: "strike" } && time is null && clause is { Verb: { Tense: Tense.Present, Participle: false, Infinitive: false } going } && going.Head > going.First && syntax.Sentence.Tokens[going.Head].Form == WordForm.Gerund && !IsLead(syntax.Sentence))
        {
            return (null, "a present tense without a time tells what is usual"); // "it says it is targeting vessels"
        }

        if (IsUnending(draft, clause))
        {
            return (null, "tells of no single happening");
        }

        if (clause is { Verb.Infinitive: true, Parent: >= 0 } tried && syntax.Clauses[tried.Parent].Verb is var trying && words.Is(syntax.Sentence.Tokens[trying.Head], "attempting"))
        {
            if (draft.Frame.Kind is "incursion")
            {
                return (null, "only tried");
            }

            if (draft.Frame.Kind is "strike" or "satellite_launch" or "missile_test" && trying is { Tense: Tense.Past, Negated: false, Infinitive: false })
            {
                return ByTime(time, clause, syntax.Sentence); // "drones tried to attack a depot": an attempt is one, however it ends
            }
        }

        // "declined to comment on a strike" declines the comment
        var attribution = view.AttributionOf(syntax.Sentence.Tokens[trigger].Span);
        bool IsRefused(EventStatus? status) => status is EventStatus.Denied
            && view.Annotations.Attributions.Any(a => a.Stance is Stance.DeclinesToComment && a.Cue.Any(cue => syntax.Sentence.Span.Contains(cue.Start) && cue.End <= syntax.Sentence.Tokens[trigger].Start));

        if (draft.Frame.Kind is { } kind && codebook.Kind(kind).Announced is EventStatus.News && clause is { Verb: { Infinitive: true, Negated: false }, Parent: >= 0 } && syntax.Clauses[clause.Parent].Verb is { Negated: false, Modal: < 0, Infinitive: false, Tense: Tense.Past or Tense.Perfect } agreed && words.Is(syntax.Sentence.Tokens[agreed.Head], "resolving"))
        {
            return ByTime(time, clause, syntax.Sentence); // "agreed to impose sanctions"
        }

        if (clause is not null && !recalls.IsPresupposed(syntax, clause, trigger) && !IsBehindOther(draft) && ByVerb(syntax, clause, isHeadline, draft.Frame.IsVerb ? trigger : -1) is { } byVerb && !IsRefused(byVerb.Item1))
        {
            return byVerb;
        }

        if (clause is not null && clause.Verb.Head != trigger && draft.Noun >= 0 && !IsBehindOther(draft) && ByCarrier(draft, clause) is { } carried && !IsRefused(carried.Item1))
        {
            return carried;
        }

        if (ByOwnWord(draft) is { } own)
        {
            return own;
        }

        if (ByGoverningWord(syntax, trigger, draft.Frame.Kind) is { } governed && !IsRefused(governed.Item1) && !(governed.Item1 is null && time is { Precision: <= TimePrecision.Day }))
        {
            return governed;
        }

        if (attribution?.Stance == Stance.Denies && Holds(attribution, syntax.Sentence.Tokens[trigger].Start))
        {
            return (EventStatus.Denied, "inside a denial");
        }

        if (attribution?.Stance is Stance.Demands or Stance.Proposes && clause is { Verb: { Participle: false, Infinitive: false } bare } && bare.First == bare.Head && bare.Head == trigger && string.Equals(syntax.Lemma(trigger), Folding.Fold(syntax.Sentence.Tokens[trigger].Span.Of(view.Text)), StringComparison.Ordinal))
        {
            return (EventStatus.Hypothetical, "subjunctive of a demand"); // "demanded that Kyiv withdraw"
        }

        // "In January it claimed it had tested a bomb": what was told long ago happened no later
        if (time is null && attribution?.SaidOn is { First: { } told } && view.Article.Published?.Date is { } today && Period.DaysBetween(told, today) > LeadDays)
        {
            return (EventStatus.Background, "told long before publication");
        }

        if (time is null && attribution?.SaidOn is { IsAnchored: false, Precision: TimePrecision.Month, Value: [_, _, _, _, _, >= '0' and <= '9', ..] } && !IsLead(syntax.Sentence))
        {
            return (EventStatus.Background, "told in an earlier month"); // "In May the two sides said they had reached an accord", on a page without a date
        }

        return time is null && !adds && clause is not null && clause.Verb.Head == trigger && IsTimeless(syntax, clause) ? (null, "a present tense without a time tells what is usual") : ByTime(time, clause, syntax.Sentence);
    }

    // "cancelled drills", "pledged 100 tanks", "announced 40 tanks for X": the verb that tells it says how it stands
    private (EventStatus?, string)? ByOwnWord(MentionDraft draft)
    {
        if (!draft.Frame.IsVerb || draft.Frame.Kind is not { } kind || codebook.Kind(kind).Announced is not EventStatus.Planned)
        {
            return null;
        }

        var tokens = draft.Syntax.Sentence.Tokens;
        return words.Is(tokens[draft.Trigger], "announcing") ? (EventStatus.Planned, MentionReasons.Announced)
            : frames.Status(tokens, draft.Trigger) is { } own and not EventStatus.Background ? (own, "told by a word of planning or wishing") : null;
    }

    // "pushed to get support after another deadly strike": that one was
    private bool IsBehindOther(MentionDraft draft) =>
        draft.Noun >= 0 && draft.Frame.Kind is "strike" && draft.Syntax.Nouns[draft.Noun].Preposition is >= 0 and var behind && words.Is(draft.Syntax.Sentence.Tokens[behind], "recalling");

    private bool IsUnderway(MentionDraft draft) =>
        draft.Noun > 0 && draft.Syntax.Nouns[draft.Noun].Preposition is >= 0 and var of && draft.Syntax.Nouns[draft.Noun - 1].After == of && words.Is(draft.Syntax.Sentence.Tokens[of], "of") && words.Is(draft.Syntax.Sentence.Tokens[draft.Syntax.Nouns[draft.Noun - 1].Head], "underway");

    // "sends ships for drills", "arrived for talks"
    private bool IsCameFor(MentionDraft draft, Clause clause) =>
        draft.Frame.Kind is "exercise" or "meeting" && draft.Syntax.Sentence.Tokens is var tokens && draft.Syntax.Nouns[draft.Noun].Preposition is >= 0 and var at && words.Is(tokens[at], "for") && clause.Complements.Contains(draft.Noun)
        && (words.Is(tokens[clause.Verb.Head], "object-control") || words.Is(tokens[clause.Verb.Head], "sent-out") || words.Is(tokens[clause.Verb.Head], "moving"));

    // "plans a drill", "refused talks", "announced a withdrawal": what the verb around an event noun says of it
    private (EventStatus?, string)? ByCarrier(MentionDraft draft, Clause clause)
    {
        var tokens = draft.Syntax.Sentence.Tokens;
        if (clause.Subject == draft.Noun && !clause.Verb.Passive)
        {
            return null; // "the launch failed": it was one
        }

        if (draft.Syntax.Nouns[draft.Noun].Preposition is >= 0 and var before && words.Is(tokens[before], "recalling") && !clause.Objects.Contains(draft.Noun))
        {
            return null; // "agreed to a truce after talks in Jeddah"
        }

        if (draft is { Frame.Kind: "meeting" } && draft.Syntax.Nouns[draft.Noun].Preposition is >= 0 and var at && words.Is(tokens[at], "during") && !clause.Objects.Contains(draft.Noun))
        {
            return null; // "agreed at talks in Oslo to free 87 prisoners"
        }

        if (IsCameFor(draft, clause))
        {
            return (EventStatus.Planned, MentionReasons.CameFor);
        }

        if (IsUnderway(draft))
        {
            return null; // "announced the completion of the withdrawal"
        }

        if (words.Is(tokens[clause.Verb.Head], "announcing") && draft.Frame.Kind is { } kind && codebook.Kind(kind).Announced is { } announced)
        {
            return (announced, MentionReasons.Announced);
        }

        var status = frames.Status(tokens, clause.Verb.Head);
        return status is null or EventStatus.Background || (status == EventStatus.Denied && !IsObject(draft, clause) && !(clause.Verb.Passive && clause.Subject == draft.Noun)) || frames.Support(tokens, clause.Verb.Head) is { Gives: "overseer" }
            ? null
            : (status, "governed by a word of planning or wishing");
    }

    // "called off a strike": a particle the tagger takes for a preposition too
    private static bool IsObject(MentionDraft draft, Clause clause) =>
        clause.Objects.Contains(draft.Noun) || (clause.Complements.Contains(draft.Noun) && draft.Syntax.Nouns[draft.Noun].Preposition == clause.Verb.After);

    // "the country exports drones" below the lead
    private bool IsTimeless(SentenceSyntax syntax, Clause clause) =>
        clause.Verb is { Tense: Tense.Present, Participle: false, Infinitive: false } verb && verb.First == verb.Head && !IsLead(syntax.Sentence);

    private (EventStatus?, string)? ByVerb(SentenceSyntax syntax, Clause clause, bool isHeadline, int told = -1)
    {
        var tokens = syntax.Sentence.Tokens;
        for (var i = clause.Verb.First; i < clause.Verb.After; i++)
        {
            if (i != told && frames.IsHabit(tokens, i)) // "continues its drills": told by that verb
            {
                return (null, "tells of a habit");
            }
        }

        if ((clause.Verb.First > 0 && tokens[clause.Verb.First - 1].Tag != PartOfSpeech.Noun && frames.IsHabit(tokens, clause.Verb.First - 1)) || (clause.Verb.After < tokens.Count && tokens[clause.Verb.After].Tag == PartOfSpeech.Adverb && frames.IsHabit(tokens, clause.Verb.After)))
        {
            return (null, "tells of a habit");
        }

        if (clause.Verb is { Participle: true, Passive: false } && view.Times(syntax.Sentence.Span).Any(t => t.Type == Annotations.Times.TimexType.Set && t.Span.Start > tokens[clause.Verb.Head].Start && !syntax.Clauses.Any(c => c.Verb.First > clause.Verb.Head && tokens[c.Verb.First].Start < t.Span.Start)))
        {
            return (null, "tells of a habit"); // "with teams intercepting drones almost daily"
        }

        if (clause.Verb.Participle && clause.Marker > 0 && (words.Is(tokens[clause.Marker], "of") || words.Is(tokens[clause.Marker], "for")) && tokens[clause.Marker - 1].Tag == PartOfSpeech.Adjective)
        {
            return (null, "tells what can be done"); // "capable of hitting the capital", "responsible for supplying arms"
        }

        if (clause.Verb.Participle && clause.Marker > 0 && words.Is(tokens[clause.Marker], "to") && tokens[clause.Marker - 1].Tag == PartOfSpeech.Adjective)
        {
            return (EventStatus.Hypothetical, "what somebody is close to"); // "are close to reaching a deal"
        }

        if (clause.Verb.Tense == Tense.Future)
        {
            return clause.Verb.Negated ? (EventStatus.Denied, "negated future") : (EventStatus.Planned, "future tense");
        }

        if (IsSeenToCome(syntax, clause))
        {
            return (EventStatus.Planned, "what is to be seen"); // "a visit that will see the two sign a pact"
        }

        if (clause.Verb.Modal >= 0 && words.Is(tokens[clause.Verb.Modal], "would") && (view.AttributionOf(tokens[clause.Verb.Head].Span) is not null || (clause is { Marker: >= 0, Parent: >= 0 } && words.Is(tokens[clause.Marker], "that") && words.Is(tokens[syntax.Clauses[clause.Parent].Verb.Head], "saying"))))
        {
            return (EventStatus.Planned, "future in reported speech");
        }

        if (clause.Verb.Modal >= 0 && words.Is(tokens[clause.Verb.Modal], "can"))
        {
            return (null, "tells what can be done");
        }

        if (clause.Verb.Modal >= 0 || (clause.Marker >= 0 && words.Is(tokens[clause.Marker], "if")))
        {
            return (EventStatus.Hypothetical, "modal verb or condition");
        }

        if (clause.Verb.Tense == Tense.Present && clause.Marker >= 0 && words.Is(tokens[clause.Marker], "awaiting") && !isHeadline && !IsUnmarkedPast(syntax, clause) && !syntax.Clauses.Any(c => c.Verb.First < clause.Verb.First && c.Verb.Tense is Tense.Past or Tense.Pluperfect)) // "they were asleep when a drone hit the house"
        {
            return (EventStatus.Planned, "present tense behind when, once, until");
        }

        if (clause.Verb is { Negated: true, Tense: Tense.Perfect } && view.Times(syntax.Sentence.Span).Any(t => t.Type == Annotations.Times.TimexType.Duration && t.Span.Start > tokens[clause.Verb.Head].Start))
        {
            return (null, "tells of a time without any"); // "have not entered the airspace for two years"
        }

        if (clause.Verb.Negated || (told == clause.Verb.Head && clause is { Subject: >= 0 and var who, Verb: { Participle: false, Infinitive: false } } && syntax.Nouns[who] is var nobody && nobody.Head > nobody.First && words.Is(tokens[nobody.First], "none") && !view.Quantities(syntax.SpanOf(nobody)).Any()))
        {
            return (EventStatus.Denied, "negated verb"); // "no aircraft had crossed the line"
        }

        if (clause.Verb.Infinitive && IsAim(syntax, clause))
        {
            return (EventStatus.Hypothetical, "what somebody aims at"); // "the objective is to reach a truce"
        }

        if (clause.Verb.Infinitive && isHeadline && clause.Parent < 0)
        {
            return (EventStatus.Planned, "infinitive in a headline");
        }

        if (clause.Parent >= 0 && (clause.Verb.Infinitive || (clause.Verb.Participle && !words.Is(tokens[clause.Verb.Head], "recalling-verb") && (clause.Verb.Passive || links.Absolute(syntax, clause) is null)))) // "called off following an attack"
        {
            var parent = syntax.Clauses[clause.Parent];
            if (clause.Verb.Infinitive && clause.Verb.First > 0 && words.Is(tokens[clause.Verb.First - 1], "achieving") && !parent.Verb.Negated && parent.Verb.Tense is Tense.Past or Tense.Perfect or Tense.Pluperfect)
            {
                return null; // "was able to repel the attack"
            }

            if (clause.Verb.Infinitive && Deciding(syntax, syntax.NounAt(clause.Verb.First - 1), parent) is >= 0 and var deciding && syntax.Nouns[deciding].First > parent.Verb.Head && tokens[syntax.Nouns[deciding].Head] is { Tag: PartOfSpeech.Noun } && (syntax.Nouns[deciding].Head == syntax.Nouns[deciding].First || tokens[syntax.Nouns[deciding].Head - 1].Tag != PartOfSpeech.ProperNoun) && frames.Status(tokens, syntax.Nouns[deciding].Head) is { } decided and not EventStatus.Background)
            {
                return (decided, "governed by " + tokens[syntax.Nouns[deciding].Head].Span.In(view.Text)); // "announced his decision to withdraw"
            }

            if (clause.Verb.Infinitive && words.Is(tokens[parent.Verb.Head], "moving") && parent.Verb.Tense is Tense.Past or Tense.Pluperfect or Tense.Perfect or Tense.Present)
            {
                return (EventStatus.Planned, MentionReasons.CameFor); // "arrived to take part in drills"
            }

            if (clause.Verb is { Participle: true, Passive: false } && clause.Verb.First == parent.Verb.After && parent.Verb.Tense == Tense.Future)
            {
                return (EventStatus.Planned, "future tense"); // "will recommend sending troops"
            }

            if (clause.Verb.Participle && clause.Marker > parent.Verb.Head && parent.Verb.Tense == Tense.Future && !words.Is(tokens[clause.Marker], "recalling"))
            {
                return (EventStatus.Planned, "future tense"); // "will now focus on withdrawing"
            }

            var own = frames.Status(tokens, parent.Verb.Head);
            if (own == EventStatus.Denied && ByVerb(syntax, parent, isHeadline) is ({ } open, { } why) && open != EventStatus.Denied)
            {
                return (EventStatus.Hypothetical, why); // "if it fails to reach a deal"
            }

            if (own is { } status)
            {
                return (status, "governed by a word of planning or wishing");
            }

            var begun = clause.Verb.Participle && parent.Verb.Infinitive && parent.Verb.After == clause.Verb.First; // "agreed to start withdrawing"
            if ((clause.Verb.Infinitive || begun) && ByVerb(syntax, parent, isHeadline) is { } inherited)
            {
                return inherited.Item1 == EventStatus.Denied ? (null, "hangs on what did not come about") : inherited;
            }

            if (clause.Verb.Infinitive && told >= 0 && frames.Casualty(tokens, told) is not null && parent.Verb is { Passive: false, Tense: Tense.Past or Tense.Perfect or Tense.Pluperfect } && parent.Objects.Any(o => syntax.Nouns[o].After <= clause.Verb.First && frames.Support(tokens, parent.Verb.Head) is not null))
            {
                return (EventStatus.Hypothetical, "infinitive of purpose"); // "launched an operation to eliminate militants"
            }

            if (clause.Verb.Infinitive && clause.Verb.Tense != Tense.Perfect && ((frames.Support(tokens, parent.Verb.Head) is null && parent.Verb.Tense is Tense.Present) || IsForWhat(syntax, clause, parent)))
            {
                return (EventStatus.Hypothetical, "infinitive of purpose");
            }
        }

        return null;
    }

    // the clause an infinitive of an infinitive hangs on
    private static int Root(SentenceSyntax syntax, Clause clause)
    {
        var at = clause.Parent;
        while (syntax.Clauses[at] is { Verb.Infinitive: true, Parent: >= 0 and var above } && above < at)
        {
            at = above;
        }

        return at;
    }

    private bool IsSeenToCome(SentenceSyntax syntax, Clause clause) =>
        clause is { Subject: >= 0, Verb: { Participle: false, Tense: Tense.Present } } && syntax.Clauses.LastOrDefault(c => c.Verb.First < clause.Verb.First) is { Verb: { Tense: Tense.Future } seeing } && words.Is(syntax.Sentence.Tokens[seeing.Head], "seeing") && seeing.After <= syntax.Nouns[clause.Subject].First;

    private bool IsCalledOff(SentenceSyntax syntax, Clause clause) =>
        clause is { Verb.Infinitive: true, Parent: >= 0 } && syntax.Clauses[clause.Parent].Verb is { Tense: Tense.Past or Tense.Pluperfect, Passive: true } planned && frames.Status(syntax.Sentence.Tokens, planned.Head) is EventStatus.Planned or EventStatus.Hypothetical
        && syntax.Clauses.Any(c => c.Verb.First > clause.Verb.Head && c.Verb is { Tense: Tense.Past or Tense.Pluperfect or Tense.Perfect } && frames.Status(syntax.Sentence.Tokens, c.Verb.Head) is EventStatus.Denied && Enumerable.Range(clause.Verb.After, c.Verb.First - clause.Verb.After).Any(i => words.Is(syntax.Sentence.Tokens[i], "contrast")));

    // the infinitive behind the copula of an aim, and one joined to it
    private bool IsAim(SentenceSyntax syntax, Clause clause)
    {
        var tokens = syntax.Sentence.Tokens;
        var copula = syntax.Clauses.LastOrDefault(c => c.Verb.First < clause.Verb.First && !c.Verb.Infinitive);
        return copula is { Subject: >= 0, Verb: { Participle: false } } && words.Is(tokens[copula.Verb.Head], "be") && words.Is(tokens[syntax.Nouns[copula.Subject].Head], "aim");
    }

    // what tells of no single happening: what is said to be going on, what somebody has been using things for
    private bool IsUnending(MentionDraft draft, Clause? clause)
    {
        var syntax = draft.Syntax;
        if (clause is null || draft is not { Noun: < 0, Time: null })
        {
            return false;
        }

        var tokens = syntax.Sentence.Tokens;
        return draft.Frame.Kind switch
        {
            "casualties" => clause.Verb is { Tense: Tense.Present, Participle: false, Infinitive: false } && clause.Verb.Head > clause.Verb.First && tokens[clause.Verb.Head].Form == WordForm.Gerund && !view.Quantities(syntax.Sentence.Span).Any(), // "every day people are dying"
            "strike" => clause is { Verb.Infinitive: true, Parent: >= 0 } && syntax.Clauses[Root(syntax, clause)].Verb is { Tense: Tense.Perfect } && !IsLead(syntax.Sentence) && frames.Status(tokens, syntax.Clauses[clause.Parent].Verb.Head) is null && !words.Is(tokens[syntax.Clauses[clause.Parent].Verb.Head], "saying"), // "have used drones to attack bases"
            "arms_transfer" => clause.Verb is { Participle: true, Passive: true } && clause.Verb.Head > clause.Verb.First && words.Is(tokens[clause.Verb.First], "be") && tokens[clause.Verb.First].Form == WordForm.Gerund, // "the weapons being transferred"
            _ => false,
        };
    }

    // "when the agency put the dead at 300": without its s behind one who does it, the form is the past
    private bool IsUnmarkedPast(SentenceSyntax syntax, Clause clause) =>
        clause.Subject >= 0 && clause.Verb.First == clause.Verb.Head && syntax.Sentence.Tokens[syntax.Nouns[clause.Subject].Head] is { Tag: PartOfSpeech.Noun, Form: WordForm.Singular } or { Tag: PartOfSpeech.ProperNoun, Form: not WordForm.Plural }
        && string.Equals(syntax.Lemma(clause.Verb.Head), Folding.Fold(syntax.Sentence.Tokens[clause.Verb.Head].Span.Of(view.Text)), StringComparison.Ordinal);

    // "received approval from the ministry to sell": the noun the infinitive goes with, over what hangs on it; else the same
    private int Deciding(SentenceSyntax syntax, int noun, Clause parent)
    {
        var at = noun;
        while (at > 0 && syntax.Nouns[at].Preposition >= 0 && syntax.Nouns[at].Preposition - syntax.Nouns[at - 1].After is 0 or 1 && syntax.Nouns[at - 1].First > parent.Verb.Head)
        {
            at--;
        }

        return at >= 0 && at < noun && frames.Status(syntax.Sentence.Tokens, syntax.Nouns[at].Head) is not null ? at : noun;
    }

    // "carried out a test of an engine to launch satellites": behind a happening that the verb before tells, an infinitive says what for
    private bool IsForWhat(SentenceSyntax syntax, Clause clause, Clause parent) =>
        clause.Verb.First > 0 && syntax.NounAt(clause.Verb.First - 1) >= 0 && parent.Objects.Any(o => o >= 0 && frames.IsEventNoun(syntax.Sentence.Tokens, syntax.Nouns[o].Head) && syntax.Nouns[o].Head < clause.Verb.First);

    // "planned launch", "upcoming drill", "previous test": a status word inside the noun chunk or right before it
    private (EventStatus?, string)? ByGoverningWord(SentenceSyntax syntax, int trigger, string? kind)
    {
        var noun = syntax.NounAt(trigger);
        if (noun < 0)
        {
            return null;
        }

        if (GoverningNoun(syntax, noun) is { } governing)
        {
            return governing;
        }

        foreach (var clause in syntax.Clauses)
        {
            // "an exercise scheduled for Monday"
            if (clause.Subject == noun && clause.Verb.Participle && !(clause.Verb.After < syntax.Sentence.Tokens.Count && words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "aimed") && words.Is(syntax.Sentence.Tokens[clause.Verb.After], "at")) && !(clause.Verb.First > 0 && words.Is(syntax.Sentence.Tokens[clause.Verb.First - 1], "as")) && frames.Status(syntax.Sentence.Tokens, clause.Verb.Head) is { } stated and not (EventStatus.Background or EventStatus.Denied))
            {
                return (stated, "described as " + syntax.Sentence.Tokens[clause.Verb.Head].Span.In(view.Text));
            }
        }

        for (var i = syntax.Nouns[noun].First; i < trigger; i++)
        {
            var drilled = kind is "exercise" && words.Is(syntax.Sentence.Tokens[i], "rehearsing"); // "computer-simulated drills" are held
            if (!drilled && frames.Status(syntax.Sentence.Tokens, i) is { } status and not EventStatus.Denied && syntax.Sentence.Tokens[i].Tag is PartOfSpeech.Adjective or PartOfSpeech.Verb && !view.Times(syntax.Sentence.Span).Any(t => t.Span.Contains(syntax.Sentence.Tokens[i].Start)))
            {
                return (status, "described as " + syntax.Sentence.Tokens[i].Span.In(view.Text));
            }
        }

        return null;
    }

    // "preparations for a test", "the possibility of a launch"
    private (EventStatus?, string)? GoverningNoun(SentenceSyntax syntax, int noun)
    {
        var chunk = syntax.Nouns[noun];
        for (var owner = chunk.Possessor; owner >= 0; owner = syntax.Nouns[owner].Possessor)
        {
            chunk = syntax.Nouns[owner]; // "ahead of the king's dinner"
        }

        if (chunk.Preposition > 0 && words.Is(syntax.Sentence.Tokens[chunk.Preposition - 1], "ahead"))
        {
            return (EventStatus.Planned, "told ahead of it");
        }

        chunk = syntax.Nouns[noun];
        if (chunk.Preposition < 1 || noun == 0 || syntax.Nouns[noun - 1].After != chunk.Preposition)
        {
            return null;
        }

        var head = syntax.Nouns[noun - 1].Head;
        if (frames.IsHabit(syntax.Sentence.Tokens, head) && !(IsLead(syntax.Sentence) && syntax.Clauses.Any(c => frames.Casualty(syntax.Sentence.Tokens, c.Verb.Head) is not null && (c.Verb.Tense == Tense.Past || c.Verb is { Participle: true, Passive: true }) && c.Complements.Contains(noun - 1)))) // "were killed in a series of attacks on Monday"
        {
            return (null, "tells of a series");
        }

        return frames.Status(syntax.Sentence.Tokens, head) is { } status and not EventStatus.Background ? (status, "governed by " + syntax.Sentence.Tokens[head].Span.In(view.Text)) : null;
    }

    /// <summary>True when the wording recalls: behind after, following, in response to, or a perfect without a day below the lead.</summary>
    public bool Recalls(SentenceSyntax syntax, MentionDraft draft) => recalls.Read(syntax, draft);

    /// <summary>True below the lead for a sentence that opens as a reminder.</summary>
    public bool OpensRecall(SentenceSyntax syntax) => recalls.Opens(syntax);

    /// <summary>"jets were scrambled to intercept a plane": what they were sent out for tells of no interception by itself, but of the day of one told elsewhere.</summary>
    public bool IsErrand(MentionDraft draft) =>
        draft is { Noun: < 0, Clause: >= 0, Frame.Kind: "interception" or "strike" } && draft.Syntax.Clauses[draft.Clause] is { Verb.Infinitive: true, Parent: >= 0 } clause
        && (words.Is(draft.Syntax.Sentence.Tokens[draft.Syntax.Clauses[clause.Parent].Verb.Head], "sent-out") || (draft.Frame.Kind is "strike" && words.Is(draft.Syntax.Sentence.Tokens[draft.Syntax.Clauses[clause.Parent].Verb.Head], "sending")));

    /// <summary>True for what the words put days or longer before the news, without naming the day.</summary>
    public bool IsLongBefore(SentenceSyntax syntax, MentionDraft draft) => recalls.IsLongBefore(syntax, draft);

    private (EventStatus?, string) ByTime(TimeExpression? time, Clause? clause, Sentence sentence)
    {
        // reported speech shifts the tense back: "said it had fired" is news
        var shifted = clause is not null && view.AttributionOf(sentence.Tokens[clause.Verb.Head].Span) is not null;
        if (time is { First: { } first } && view.Article.Published?.Date is { } published)
        {
            var days = NodaTime.Period.DaysBetween(time.Last ?? first, published);
            if (days > (IsLead(sentence) && (shifted || clause?.Verb.Tense != Tense.Pluperfect) ? LeadDays : LaterDays))
            {
                return (EventStatus.Background, $"{days} days before publication");
            }

            if (time is { Precision: TimePrecision.Week } && days > 0 && !IsLead(sentence))
            {
                return (EventStatus.Background, "told of a past week, below the lead");
            }

            if (time is { Precision: TimePrecision.Month or TimePrecision.Quarter or TimePrecision.Year, Direction: not TimeDirection.Future } && days >= 0 && (!IsLead(sentence) || (days > 0 && view.LeadRank(sentence) > 0)))
            {
                return (EventStatus.Background, "told of a whole month or year, below the lead");
            }

            if (days < 0 && NodaTime.Period.DaysBetween(first, published) < 0 && time.Direction == TimeDirection.Future)
            {
                return (EventStatus.Planned, "after the day of publication");
            }

            return (EventStatus.News, "dated within the news");
        }

        if (time is { Recalled: true } or { IsAnchored: false, Precision: TimePrecision.Month or TimePrecision.Quarter or TimePrecision.Year } || IsPastWeek(time, clause, sentence) || (view.Article.Published is null && time is { IsAnchored: true, Precision: TimePrecision.Month or TimePrecision.Quarter or TimePrecision.Year } && !IsLead(sentence)))
        {
            return (EventStatus.Background, "worded as recalled");
        }

        return clause?.Verb.Tense == Tense.Pluperfect && (!shifted || IsToldBefore(clause, sentence)) && !IsLead(sentence) ? (EventStatus.Background, "past perfect") : (EventStatus.News, "told in the course of the report");
    }

    // "had announced that a truce had been agreed": the telling itself lies back
    private bool IsToldBefore(Clause clause, Sentence sentence)
    {
        var syntax = view.Sentences[sentence.Index];
        return view.AttributionOf(sentence.Tokens[clause.Verb.Head].Span) is { Cue.Count: > 0 } telling && sentence.Span.Contains(telling.Cue[0]) && syntax.ClauseAt(sentence.TokenAt(telling.Cue[0].End - 1)) is >= 0 and var cue && syntax.Clauses[cue].Verb.Tense == Tense.Pluperfect;
    }

    // "last week" below the lead, of which no date is known
    private bool IsPastWeek(TimeExpression? time, Clause? clause, Sentence sentence) =>
        time is { IsAnchored: false, Precision: TimePrecision.Week } && clause?.Verb.Tense is Tense.Past or Tense.Perfect or Tense.Pluperfect && !IsLead(sentence) && sentence.TokenAt(time.Span.Start) is >= 0 and var first && !words.Is(sentence.Tokens[first], "demonstrative");

    /// <summary>True for a time that would be news in the lead.</summary>
    public bool IsNear(TimeExpression time) =>
        view.Article.Published?.Date is { } published && (time.Last ?? time.First) is { } day && Period.DaysBetween(day, published) is >= 0 and <= LeadDays;

    /// <summary>True for a time that lies before the news, even allowing for a day's delay.</summary>
    public bool IsPast(TimeExpression time) =>
        view.Article.Published?.Date is { } published && (time.Last ?? time.First) is { } day && Period.DaysBetween(day, published) >= LaterDays;

    private bool IsLead(Sentence sentence) => RecallReader.IsLead(view, sentence);

    private static bool Holds(Attribution attribution, int position) => attribution.Content.Any(c => c.Contains(position));
}
