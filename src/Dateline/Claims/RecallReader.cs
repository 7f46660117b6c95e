using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Says whether the words around a mention recall it, as something that happened before the news.</summary>
internal sealed class RecallReader(ReportView view, FrameLexicon frames, FunctionWords words)
{
    /// <summary>Sentences of the body that are its lead.</summary>
    private const int LeadSentences = 3;

    private readonly ChunkLinks links = new(words);

    /// <summary>True for the headline, captions and the first sentences of the body.</summary>
    public static bool IsLead(ReportView view, Sentence sentence) => view.LeadRank(sentence) < LeadSentences;

    /// <summary>True below the lead for a sentence that opens as a reminder: "As reported, …".</summary>
    public bool Opens(SentenceSyntax syntax) => !IsLead(view, syntax.Sentence) && frames.OpensRecall(syntax.Sentence.Tokens);

    /// <summary>True when the wording recalls: behind after, following, in response to, or a perfect without a day below the lead.</summary>
    public bool Read(SentenceSyntax syntax, MentionDraft draft)
    {
        var tokens = syntax.Sentence.Tokens;
        var kills = (draft.Clause >= 0 && frames.Casualty(tokens, syntax.Clauses[draft.Clause].Verb.Head) is not null) // "was killed after a strike": its cause
            || (draft is { Noun: >= 0, Clause: < 0 } && syntax.Clauses.Any(c => frames.Casualty(tokens, c.Verb.Head) is not null && c.Complements.Any(n => ChunkLinks.Owned(syntax, n) == draft.Noun)));
        var bare = draft is { Noun: >= 0, Clause: >= 0, Time: not null } && syntax.Nouns[draft.Noun] is { Possessor: < 0 } single && single.First == single.Head && tokens[single.Head].Form == WordForm.Singular; // "exploded shortly after launch"
        if (draft.Noun >= 0 && !kills && !bare && links.IsAnswered(frames, syntax, draft.Noun))
        {
            return true;
        }

        if (draft is { Frame.Kind: "sanction", Noun: < 0, Clause: >= 0, Time: null } && syntax.Clauses[draft.Clause].Verb is { Tense: Tense.Perfect, Infinitive: false } && view.LeadRank(syntax.Sentence) > 0 && draft.Slots[SlotReader.Patient].Concat(draft.Slots["sort"]).Any(f => view.Quantities(f.Span).Any(q => q.Vague is not null)))
        {
            return true; // "has imposed several rounds of sanctions"
        }

        if (IsPenalised(syntax, draft))
        {
            return true; // "sanctioned four firms for their role in providing drones"
        }

        if (Opens(syntax))
        {
            return true; // "As reported, six were killed in Fife"
        }

        if (draft.Time is { IsAnchored: false } open && syntax.Sentence.TokenAt(open.Span.Start) is > 0 and var at && words.Is(tokens[at - 1], "since"))
        {
            return true; // "since November 5, when it fired seven"
        }

        if (draft is { Noun: >= 0, Clause: >= 0, Time: null } && IsPresupposed(syntax, syntax.Clauses[draft.Clause], draft.Trigger))
        {
            return true;
        }

        if (draft.Slots["in"].Any(f => words.Is(tokens[f.Chunk.First], "that")))
        {
            return true; // "in that incident"
        }

        var clause = draft.Clause >= 0 ? syntax.Clauses[draft.Clause] : null;
        if (clause is not null && kills && draft.Noun < 0 && clause.Complements.Any(c => IsEarlier(syntax, c)))
        {
            return true; // "wounded in an earlier attack"
        }

        // "forces shot down drones after the group launched missiles": in the lead what went right before is the news too
        var leads = IsLead(view, syntax.Sentence) && (draft.Time is null || IsOnlyDay(syntax, draft.Time));
        var told = clause is { Verb.Participle: true, Parent: >= 0, Marker: < 0 } ? syntax.Clauses[clause.Parent] : clause is not null && LeftOfJoint(syntax, draft.Clause) is { } left ? left : clause; // "after gunmen stormed a hotel, killing nine", "after it left the pact and imposed sanctions"
        if (draft is { Frame.Kind: "meeting" or "visit", Noun: < 0, Time: null } && told is { Verb: { Participle: true, Passive: false }, Marker: >= 0, Parent: >= 0 } && words.Is(tokens[syntax.Clauses[told.Parent].Verb.Head], "saying") && IsLead(view, syntax.Sentence))
        {
            return false; // "said on Thursday after meeting with the president"
        }

        if (told is { Marker: >= 0, Parent: >= 0 } && words.Is(tokens[told.Marker], "recalling") && words.Is(tokens[syntax.Clauses[told.Parent].Verb.Head], "coming") && syntax.Clauses[told.Parent].Verb.After == told.Marker && draft.Time is null)
        {
            return true; // "the launch comes after the two held drills"
        }

        if (told is not null && told.Marker >= 0 && !IsCauseOfLoss(syntax, told, draft) && words.Is(tokens[told.Marker], "recalling") && ((draft is { Noun: < 0, Frame.Kind: not null } && IsLongAfter(syntax, told.Marker)) || !(leads && told.Verb.Tense == Tense.Past && !words.Is(tokens[told.Marker], "since"))))
        {
            return true;
        }

        if (clause is { Verb: { Tense: Tense.Past, Participle: false, First: > 0 } } && words.Is(tokens[clause.Verb.First - 1], "lastly") && draft is { Noun: < 0 } && syntax.NounAt(clause.Verb.First - 1) < 0)
        {
            return true; // "the North last fired a missile on July 1"
        }

        if (clause is not null && (IsFormer(syntax, clause.Verb.First - 1) || Enumerable.Range(clause.Verb.First, clause.Verb.After - clause.Verb.First).Any(i => IsFormer(syntax, i))))
        {
            return true; // "previously conducted air strikes"
        }

        if (draft.Frame.Kind is "casualties" or "strike" && clause is { Verb: { Tense: Tense.Perfect or Tense.Pluperfect, Infinitive: false } } && IsSince(syntax, draft))
        {
            return true; // "has killed 1,200 civilians since 2017", "had killed 200 this year"
        }

        if (clause is { Marker: > 0 } && words.Is(tokens[clause.Marker], "when") && frames.IsRecall(tokens, clause.Marker - 1))
        {
            return true; // "the anniversary of the day": "the second anniversary when a bomb killed 600"
        }

        if (clause is { Marker: >= 0 } && draft.Time is null && words.Is(tokens[clause.Marker], "when") && Enumerable.Range(clause.Verb.First, clause.Verb.After - clause.Verb.First).Any(i => words.Is(tokens[i], "at-first")))
        {
            return true; // "when peacekeepers were first deployed"
        }

        if (clause is { Verb.Tense: Tense.Pluperfect } && draft.Time is null && Enumerable.Range(clause.Verb.First, clause.Verb.After - clause.Verb.First).Any(i => words.Is(tokens[i], "already")))
        {
            return true; // "had already killed six"
        }

        if (clause is not null && draft.Clauses.OpenerAbove(draft.Clause) is > 0 and var above && above != clause.Marker && words.Is(tokens[above], "recalling"))
        {
            return true; // "five days after the military said that the North fired …"
        }

        var described = clause is { Relative: true } || (clause is { Subject: >= 0 } && syntax.Nouns[clause.Subject].First is > 1 and var opens && words.Is(tokens[opens - 1], "relative") && tokens[opens - 2].Tag == PartOfSpeech.Adposition); // "a collision in which ten were killed"
        if (described && draft is { Time: null, Frame.Kind: "casualties" } && !IsLead(view, syntax.Sentence))
        {
            return true; // "the general, who died in an attack": told of somebody, not as news
        }

        if (clause is not null && draft is { Time: null, Noun: < 0 } && (IsDescription(clause) || (clause.Verb.Infinitive && clause.Parent >= 0 && IsDescription(syntax.Clauses[clause.Parent])) || (draft.Frame.Kind is "statement" && clause.Verb is { Participle: true, Passive: true })))
        {
            return true; // "the drone that it has used to attack tankers", "the threats made by the president"
        }

        if (clause is not null && draft is { Noun: >= 0, Time: null, Frame.Kind: "exercise" or "strike" or "arms_transfer" } && clause.Objects.Contains(draft.Noun) && words.Is(tokens[clause.Verb.Head], "penal"))
        {
            return true; // "criticised the drills in the gulf"
        }

        if (clause is not null && clause.Objects.Contains(draft.Noun) && words.Is(tokens[clause.Verb.Head], "recalling-verb"))
        {
            return true; // "the success follows two failed attempts"
        }

        return clause is { Verb: { Tense: Tense.Perfect, Infinitive: false } } && draft.Time is null && !IsLead(view, syntax.Sentence); // "was reported to have shelled the town" is news
    }

    // what somebody is punished for came before the punishment
    private bool IsPenalised(SentenceSyntax syntax, MentionDraft draft)
    {
        var tokens = syntax.Sentence.Tokens;
        if (draft is not { Noun: < 0, Clause: >= 0, Time: null })
        {
            return false;
        }

        var told = syntax.Clauses[draft.Clause];
        told = told is { Verb.Infinitive: true, Parent: >= 0 } ? syntax.Clauses[told.Parent] : told; // "for leading efforts to supply weapons"
        if (told is not { Verb: { Participle: true, Passive: false }, Marker: > 0, Parent: >= 0 } clause)
        {
            return false;
        }

        var accused = words.Is(tokens[clause.Marker], "of") && words.Is(tokens[syntax.Clauses[clause.Parent].Verb.Head], "accusing") && !IsLead(view, syntax.Sentence); // "is suspected of supplying drones"
        return accused || (words.Is(tokens[clause.Marker], "for") && words.Is(tokens[syntax.Clauses[clause.Parent].Verb.Head], "penal")) || (syntax.NounAt(clause.Marker - 1) is >= 0 and var part && words.Is(tokens[syntax.Nouns[part].Head], "involvement"));
    }

    private bool IsSince(SentenceSyntax syntax, MentionDraft draft) =>
        draft.Time is { Precision: >= TimePrecision.Month } || view.Times(syntax.Sentence.Span).Any(t => syntax.Sentence.TokenAt(t.Span.Start) is > 0 and var at && (words.Is(syntax.Sentence.Tokens[at - 1], "since") || words.Is(syntax.Sentence.Tokens[at], "since")));

    private static bool IsDescription(Clause clause) => clause is { Relative: true, Verb.Tense: Tense.Perfect };

    /// <summary>True for what is spoken of as known, whatever is to be done about it: "will discuss the North's fifth test".</summary>
    public bool IsPresupposed(SentenceSyntax syntax, Clause clause, int trigger)
    {
        if (clause.Verb.Head == trigger || syntax.NounAt(trigger) is not (>= 0 and var noun) || frames.Support(syntax.Sentence.Tokens, clause.Verb.Head) is not null)
        {
            return false;
        }

        var chunk = syntax.Nouns[noun];
        var counted = chunk.Possessor >= 0 && view.Ordinals(syntax.SpanOf(chunk)).Any();
        return counted || (chunk.Possessor < 0 && words.Is(syntax.Sentence.Tokens[chunk.First], "demonstrative"));
    }

    // "were killed after a bomb went off on Tuesday": the only day the sentence tells is the day of both
    private bool IsOnlyDay(SentenceSyntax syntax, TimeExpression time) =>
        time is { Precision: <= TimePrecision.Day } && (time.IsAnchored || view.Article.Published is null) && !view.Times(syntax.Sentence.Span).Any(t => t.Span != time.Span && t.Type is not (TimexType.Duration or TimexType.Set));

    /// <summary>True for what the words put days or longer before the news, without naming the day: "days after rebels took a train, killing nine".</summary>
    public bool IsLongBefore(SentenceSyntax syntax, MentionDraft draft) => draft is { Noun: < 0, Clause: >= 0 } && Opener(syntax, draft) is >= 0 and var marker && IsLongAfter(syntax, marker);

    private static int Opener(SentenceSyntax syntax, MentionDraft draft)
    {
        var clause = syntax.Clauses[draft.Clause];
        if (clause is { Verb.Participle: true, Parent: >= 0, Marker: < 0 })
        {
            return syntax.Clauses[clause.Parent].Marker;
        }

        return LeftOfJoint(syntax, draft.Clause)?.Marker ?? clause.Marker; // "days after a bomber killed 41 and wounded 80": both verbs
    }

    // the clause before "and" with the subject of this one, which has no opener of its own; else null
    private static Clause? LeftOfJoint(SentenceSyntax syntax, int index) =>
        index > 0 && syntax.Clauses[index] is { Marker: < 0, Subject: >= 0 } clause && syntax.Clauses[index - 1] is var left && left.Subject == clause.Subject && clause.Verb.First > 0 && syntax.Sentence.Tokens[clause.Verb.First - 1].Tag == PartOfSpeech.CoordinatingConjunction
            ? left : null;

    // "three were killed after a bomber rammed the bus": told as the cause of the news
    private bool IsCauseOfLoss(SentenceSyntax syntax, Clause told, MentionDraft draft) =>
        draft is { Noun: < 0, Frame.Kind: "strike" } && told.Parent >= 0 && syntax.Clauses[told.Parent] is { Marker: < 0, Relative: false } main && frames.Casualty(syntax.Sentence.Tokens, main.Verb.Head) is not null && !words.Is(syntax.Sentence.Tokens[told.Marker], "since") && !IsLongAfter(syntax, told.Marker);

    private bool IsEarlier(SentenceSyntax syntax, int noun)
    {
        var chunk = syntax.Nouns[noun];
        return Enumerable.Range(chunk.First, chunk.Head - chunk.First).Any(i => syntax.Sentence.Tokens[i].Tag == PartOfSpeech.Adjective && frames.Status(syntax.Sentence.Tokens, i) == EventStatus.Background)
            && !view.Times(syntax.SpanOf(chunk)).Any();
    }

    // "a week after a missile hit the hall"
    private bool IsLongAfter(SentenceSyntax syntax, int marker) =>
        view.Times(syntax.Sentence.Span).Any(t => t is { IsAnchored: false, Precision: >= TimePrecision.Day } && syntax.Sentence.TokenAt(t.Span.End - 1) == marker);

    private bool IsFormer(SentenceSyntax syntax, int token) => token >= 0 && words.Is(syntax.Sentence.Tokens[token], "formerly");
}
