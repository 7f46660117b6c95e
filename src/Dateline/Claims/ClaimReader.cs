using Dateline.Annotations;
using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;
using NodaTime;

namespace Dateline.Claims;

/// <summary>Finds what a report tells of: triggers by frames, values bound to roles, each with its words and its speaker.</summary>
public sealed class ClaimReader
{
    private const string Recalled = "worded as recalled";

    /// <summary>Days beyond which two days named with one meeting or visit are two of them.</summary>
    private const int LongestTalks = 7;

    private readonly Codebook codebook;
    private readonly FrameLexicon frames;
    private readonly ArgumentTypes types;
    private readonly MeasureReader measures;
    private readonly TallyReader tallies;
    private readonly NameLexicon names;
    private readonly FunctionWords words;
    private readonly SeriesFilter series;
    private readonly MentionFinisher finisher;

    /// <summary>Compiles ontology/ and patterns/.</summary>
    /// <exception cref="KnowledgeException">A row is wrong.</exception>
    public ClaimReader(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, Inflector inflector, FunctionWords words, NameLexicon names, Codebook codebook)
    {
        this.words = words;
        this.names = names;
        this.codebook = codebook;
        types = new ArgumentTypes(files, vocabulary, tokenizer);
        frames = new FrameLexicon(files, vocabulary, tokenizer, inflector, codebook, types);
        measures = new MeasureReader(files, vocabulary, tokenizer, inflector, words);
        tallies = new TallyReader(files, vocabulary, tokenizer, words, names);
        series = new SeriesFilter(types, words);
        finisher = new MentionFinisher(types, words);
    }

    /// <summary>Mentions, tallies, and what was abstained from, in text order.</summary>
    public ClaimSet Read(Article article, IReadOnlyList<SentenceSyntax> sentences, AnnotationSet annotations)
    {
        var view = new ReportView(article, sentences, annotations);
        var maker = new ClaimMaker(view);
        var finder = new MentionFinder(frames, types, words, new SlotReader(view, frames, words, types));
        var binder = new RoleBinder(view, codebook, frames, words, names, types, maker);
        var forces = new ForceSharer(maker);
        var details = new DetailReader(view, codebook, frames, measures, maker);
        var victims = new VictimSharer(view, maker, words);
        var statuses = new StatusReader(view, codebook, frames, words);
        var times = new TimeChooser(view, codebook, frames, words, types);
        var mentions = new List<EventMention>();
        var counted = new List<Tally>();
        var abstained = new List<Abstention>();
        foreach (var syntax in sentences)
        {
            var drafts = ReadSentence(view, syntax, finder, statuses, times, abstained, mentions.Exists(m => m is { Kind: not null, Status: EventStatus.News, Recalls: false }), NewsDay(mentions));
            foreach (var draft in drafts)
            {
                binder.Bind(draft);
                KeepFirstFigure(draft);
            }

            if (drafts.Count > 0)
            {
                drafts.ForEach(draft => forces.Share(draft, drafts.TakeWhile(d => !ReferenceEquals(d, draft)).ToList()));
                victims.Share(drafts);
                SetFurtherTestsApart(drafts);
                binder.BindOwners(drafts);
                series.Remove(view, drafts, abstained);
            }

            details.Read(syntax, drafts);
            drafts.ForEach(Hedge);
            var own = drafts.ConvertAll(d => finisher.Finish(d, drafts, view, statuses));
            own.AddRange(details.ReadAlone(syntax, drafts));
            var last = mentions.LastOrDefault(m => m.Kind is not null);
            var ordinals = view.Ordinals(syntax.Sentence.Span);
            counted.AddRange(tallies.Read(view, syntax, ordinals, own, (last?.Kind, ActorId(last))));
            mentions.AddRange(own);
        }

        new EditionReader(view, words).Read(mentions);
        mentions.AddRange(new StatementReader(view, names, words, maker).Read(mentions));
        return new ClaimSet([.. mentions.OrderBy(m => m.Trigger)], counted, abstained);
    }

    // "put the dead at 300 and the injured at 2,700": the toll's figure is the one right behind it
    private static void KeepFirstFigure(MentionDraft draft)
    {
        if (draft.Frame.Patient is "deadtoll" or "injurytoll" && draft.Claims.FindAll(c => c.Value is QuantityValue) is { Count: > 1 } figures)
        {
            var first = figures.Min(f => f.Evidence[0].Start);
            draft.Claims.RemoveAll(c => c.Value is QuantityValue && c.Evidence[0].Start > first);
        }
    }

    private List<MentionDraft> ReadSentence(ReportView view, SentenceSyntax syntax, MentionFinder finder, StatusReader statuses, TimeChooser times, List<Abstention> abstained, bool hasNews, LocalDate? newsDay)
    {
        var headline = view.Article.Blocks[syntax.Sentence.Block].Kind == BlockKind.Headline;
        var drafts = finder.Find(syntax, abstained).ConvertAll(d => statuses.IsErrand(d) ? d with { Frame = d.Frame with { Kind = null, Adds = [d.Frame.Kind!] } } : d);
        var kept = new List<MentionDraft>();
        var penal = new HashSet<TextSpan>();
        foreach (var draft in drafts)
        {
            IReadOnlyList<int> others = [.. drafts.Where(d => d.Frame.Kind is not null && !IsCarried(d, draft) && !IsCarried(draft, d)).Select(d => d.Trigger)];
            draft.LastDay = times.ChooseEnd(syntax, draft, others);
            draft.Time = draft is { Frame.IsState: true, Clause: < 0 } or { Frame: { Kind: null, Agent: "sanctions" } } ? null : times.Choose(syntax, draft, others);
            draft.Time = draft.Time is { } own && penal.Contains(own.Span) ? null : draft.Time ?? OfVisit(draft, kept);
            if (draft is { Time: null, Frame.Kind: "sanction", Noun: < 0, Clause: >= 0 } && syntax.Clauses[draft.Clause] is { Verb.Infinitive: true, Parent: >= 0 and var resolved } && words.Is(syntax.Sentence.Tokens[syntax.Clauses[resolved].Verb.Head], "resolving"))
            {
                draft.Time = drafts.Find(d => d is { Noun: < 0, Frame.Kind: "agreement" } && d.Clause == resolved)?.Time; // "agreed on Monday to impose sanctions"
            }

            if (draft is { Time: null, Frame.Kind: "sanction", Clause: >= 0 } && Penalised(syntax, draft, drafts) is { } deed && times.Choose(syntax, deed, []) is { } when)
            {
                draft.Time = when;
                penal.Add(when.Span); // "sanctioned two firms for supplying drones on Thursday"
            }

            Place(draft, view, statuses, headline, kept, abstained);
            if (draft is { Time: null, Status: EventStatus.News } && times.OfPicture(syntax, draft) is { } given && statuses.IsPast(given))
            {
                (draft.Status, draft.Recalls, draft.Reason) = (EventStatus.Background, true, "on a picture given out before the news");
            }

            var repeats = draft.Time is { } first ? times.Repeats(syntax, first) : [];
            draft.FurtherTimes = IsMomentary(draft) || draft.Frame.Kind is "meeting" or "visit" or "statement" ? [] : repeats; // drills last
            foreach (var day in IsMomentary(draft) || (draft.Frame.Kind is "meeting" or "visit" && AreApart(draft.Time, repeats)) ? repeats : [])
            {
                Place(new MentionDraft(draft.Frame, syntax, draft.Trigger, draft.After, draft.Clause, draft.Noun, draft.Slots) { Time = day, Clauses = draft.Clauses }, view, statuses, headline, kept, abstained);
            }
        }

        kept.RemoveAll(d => d is { Frame.Kind: "meeting", Noun: < 0, Clause: >= 0, Status: EventStatus.Hypothetical } && syntax.Clauses[d.Clause] is { Verb.Infinitive: true, Parent: >= 0 } aim && kept.Exists(o => o is { Frame.Kind: "meeting", Noun: < 0 } && o.Clause == aim.Parent)); // "held a meeting in Lima to discuss the border"
        JoinCalls(syntax, kept);
        RemoveAgreed(syntax, kept, abstained);
        kept.RemoveAll(d => d.Frame.Kind is "exercise" && d.Slots["patient"].Select(f => f.Chunk.After).Append(d.After).Any(of => IsOfFiring(syntax, of, kept)));
        DraftSharer.Share(syntax, kept, words, view);

        // the first sentence tells the news even when it tells it from a distance: "two days after North Korea sent a missile …"
        if (view.LeadRank(syntax.Sentence) == 0 && !(hasNews && kept.TrueForAll(d => IsBehindComing(d))) && kept.TrueForAll(d => d.Recalls || d.Frame.Kind is null))
        {
            foreach (var draft in kept)
            {
                draft.Recalls = false;
                if (draft is { Status: EventStatus.Background, Reason: Recalled, Time.IsAnchored: false })
                {
                    (draft.Status, draft.Reason) = (EventStatus.News, "the first sentence tells the news");
                }
            }
        }

        new DaysAfter(view, words).Count(syntax, kept, newsDay);
        new DaysAfter(view, words).CountOn(syntax, kept);

        // what is told beside a recalled happening, without a day of its own, is recalled with it
        foreach (var draft in kept.Where(d => d.Status == EventStatus.News && d.Time is null && !IsMarked(d) && kept.Exists(o => o is { Time: not null, Status: EventStatus.Background } || IsBroughtBy(syntax, d, o))))
        {
            draft.Recalls = true;
        }

        return kept;
    }

    // "a drill of firing a missile": the firing tells it
    private bool IsOfFiring(SentenceSyntax syntax, int of, List<MentionDraft> kept) =>
        of + 1 < syntax.Sentence.Tokens.Count && words.Is(syntax.Sentence.Tokens[of], "of") && kept.Exists(o => o.Trigger == of + 1 && o.Frame.Kind is { } fired && codebook.Carries(fired, "launch_place"));

    // "after tankers were attacked, which prompted the state to send ships": what came of it is recalled with it
    private static bool IsBroughtBy(SentenceSyntax syntax, MentionDraft draft, MentionDraft earlier)
    {
        if (draft is not { Noun: < 0, Clause: > 0 } || earlier is not { Recalls: true, Noun: < 0, Clause: >= 0 })
        {
            return false;
        }

        var clause = syntax.Clauses[draft.Clause] is { Verb.Infinitive: true, Parent: >= 0 } purpose ? purpose.Parent : draft.Clause;
        return earlier.Clause == clause - 1 && syntax.Clauses[clause].Relative;
    }

    // "spoke by phone about efforts to work for peace in a call on Tuesday": the call behind an infinitive is that of those who spoke
    private static void JoinCalls(SentenceSyntax syntax, List<MentionDraft> kept)
    {
        foreach (var call in kept.Where(d => d is { Frame.Kind: "meeting", Noun: >= 0, Clause: >= 0, Status: EventStatus.Hypothetical or EventStatus.Planned } && !d.Slots["with"].Any() && !d.Slots["between"].Any() && (syntax.Clauses[d.Clause].Verb is { Infinitive: true } or { Participle: true }) && syntax.Nouns[d.Noun].Preposition >= 0).ToList())
        {
            if (kept.Find(d => d is { Frame.Kind: "meeting", Noun: < 0, Status: EventStatus.News } && d.Trigger < call.Trigger) is { } spoke)
            {
                spoke.Time ??= call.Time;
                kept.Remove(call);
            }
        }
    }

    // the day the first news is told of, where it is one
    private static LocalDate? NewsDay(List<EventMention> mentions) =>
        mentions.Find(m => m is { Kind: not null, Status: EventStatus.News, Recalls: false } && m.Claims.Any(c => c is { Role: "time", Value: TimeValue { Time: { IsAnchored: true, Precision: <= TimePrecision.Day } } }))?.Claims
            .Where(c => c.Role is "time").Select(c => c.Value).OfType<TimeValue>().FirstOrDefault(t => t.Time is { IsAnchored: true, Precision: <= TimePrecision.Day })?.Time.First;

    // the deed somebody is punished for, told behind the punishment
    private MentionDraft? Penalised(SentenceSyntax syntax, MentionDraft sanction, List<MentionDraft> drafts) =>
        drafts.Find(d => d is { Noun: < 0, Clause: >= 0 } && syntax.Clauses[d.Clause] is { Verb: { Participle: true, Passive: false }, Marker: > 0 } clause && clause.Parent == sanction.Clause
            && (words.Is(syntax.Sentence.Tokens[clause.Marker], "for") || words.Is(syntax.Sentence.Tokens[clause.Marker - 1], "involvement")));

    // "visited Lima in May, where he met the president": there, and then
    private TimeExpression? OfVisit(MentionDraft draft, List<MentionDraft> kept)
    {
        if (draft is not { Frame.Kind: "meeting" or "agreement" or "statement", Noun: < 0, Clause: >= 0 } || draft.Syntax.Clauses[draft.Clause].Verb.First < 2)
        {
            return null;
        }

        var tokens = draft.Syntax.Sentence.Tokens;
        var at = draft.Syntax.Clauses[draft.Clause].Verb.First - 1;
        while (at > 0 && !words.Is(tokens[at], "where-at") && tokens[at].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Auxiliary) && tokens[at].Kind != TokenKind.Punctuation)
        {
            at--;
        }

        return words.Is(tokens[at], "where-at") ? kept.FindLast(d => d is { Frame.Kind: "visit", Time.Precision: >= TimePrecision.Day } && d.Trigger < at)?.Time : null;
    }

    // "met in December 2021 and April 2022": further apart than talks last
    private static bool AreApart(TimeExpression? first, IReadOnlyList<TimeExpression> repeats) =>
        first is { Precision: <= TimePrecision.Day, First: { } day } && repeats.All(r => r is { Precision: <= TimePrecision.Day, First: { } other } && Math.Abs(NodaTime.Period.DaysBetween(day, other)) > LongestTalks);

    // "the launch comes after the two held drills": told beside the headline's news
    private bool IsBehindComing(MentionDraft draft) =>
        draft.Clause >= 0 && draft.Syntax.Clauses[draft.Clause] is { Marker: >= 0, Parent: >= 0 } clause && draft.Syntax.Clauses[clause.Parent].Verb is var main && main.After == clause.Marker && words.Is(draft.Syntax.Sentence.Tokens[main.Head], "coming");

    // "fired missiles on Tuesday and conducted two more tests": beside what the sentence tells, further ones
    private void SetFurtherTestsApart(List<MentionDraft> drafts)
    {
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: { } kind } && codebook.Carries(kind, "launch_place") && d.Slots["another"].Any() && drafts.Exists(o => o.Noun < 0 && o.Trigger < d.Trigger && string.Equals(o.Frame.Kind, kind, StringComparison.Ordinal))))
        {
            draft.IsAnother = true;
        }

        // "withdrew 400 soldiers from X, followed by the withdrawal of 600 from Y"
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: { } kind } && d.Syntax.Nouns[d.Noun].Preposition is > 0 and var by && words.Is(d.Syntax.Sentence.Tokens[by], "by") && words.Is(d.Syntax.Sentence.Tokens[by - 1], "recalling-verb") && drafts.Exists(o => o.Trigger < d.Trigger && string.Equals(o.Frame.Kind, kind, StringComparison.Ordinal))))
        {
            draft.IsAnother = true;
        }
    }

    // two states, or two who are not named
    private bool IsOfSeveral(MentionDraft draft)
    {
        var agents = draft.Slots["agent"].ToList();
        return agents.Select(a => a.Country ?? a.Actor?.Actor.Id).Where(c => c is not null).Distinct(StringComparer.Ordinal).Count() > 1 || agents.Exists(a => a.Actor is { Members.Count: > 1 }) || agents.Exists(finisher.IsNamelessPair);
    }

    // "agreed to extend the truce": one agreement, not the agreeing and what was agreed
    // nor the agreeing of one side to do what is told with it: "the EU agreed to impose sanctions"
    private void RemoveAgreed(SentenceSyntax syntax, List<MentionDraft> kept, List<Abstention> abstained)
    {
        if (!kept.Exists(d => d.Frame.Kind is "agreement"))
        {
            return;
        }

        foreach (var agreed in kept.Where(d => d is { Frame: { Kind: "agreement", Patient: not ("pact" or "letter") }, Noun: < 0, Clause: >= 0, Status: EventStatus.News } && kept.Exists(o => o is { Noun: < 0, Clause: >= 0, Status: EventStatus.Planned, Frame.Kind: not (null or "agreement") } or { Noun: < 0, Clause: >= 0, Frame.Kind: "sanction" } && syntax.Clauses[o.Clause] is { Verb.Infinitive: true } deed && deed.Parent == d.Clause) && !IsOfSeveral(d)).ToList())
        {
            abstained.Add(new Abstention(agreed.Span, "one side agrees to what is told with it"));
            kept.Remove(agreed);
        }

        foreach (var effect in kept.Where(d => d is { Frame: { Kind: "agreement", Agent: "pact" }, Noun: < 0 } && kept.Exists(o => !ReferenceEquals(o, d) && o is { Frame: { Kind: "agreement", Agent: not "pact" } } && o.Trigger < d.Trigger)).ToList())
        {
            abstained.Add(new Abstention(effect.Span, "when what was agreed takes effect")); // "signed a truce that is due to take effect on Monday"
            kept.Remove(effect);
        }

        foreach (var draft in kept.Where(d => d is { Frame.Kind: "agreement", Noun: < 0, Clause: >= 0 } && syntax.Clauses[d.Clause] is { Verb.Infinitive: true, Parent: >= 0 } clause && kept.Exists(o => !ReferenceEquals(o, d) && o is { Frame.Kind: "agreement", Noun: < 0 } && o.Clause == clause.Parent)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "what was agreed"));
            kept.Remove(draft);
        }
    }

    // "the attack marks the second strike on the port, following one in April": what is marked is the news
    private bool IsMarked(MentionDraft draft) =>
        draft is { Noun: >= 0, Clause: >= 0 } && draft.Syntax.Clauses[draft.Clause] is var clause && clause.Objects.Contains(draft.Noun)
        && (words.Is(draft.Syntax.Sentence.Tokens[clause.Verb.Head], "counting-verb") || (clause.Subject >= 0 && words.Is(draft.Syntax.Sentence.Tokens[clause.Verb.Head], "be")));

    // "targeted militants with air strikes", "signed it at a meeting on Monday": verb and noun tell of one doing, or of what was done in the other, and do not compete for its day
    private bool IsCarried(MentionDraft noun, MentionDraft verb) =>
        noun.Noun >= 0 && verb is { Noun: < 0, Clause: >= 0 } && verb.Syntax.Clauses[verb.Clause] is var clause
        && (string.Equals(noun.Frame.Kind, verb.Frame.Kind, StringComparison.Ordinal) ? clause.Objects.Contains(noun.Noun) || clause.Complements.Contains(noun.Noun)
            : clause.Complements.Contains(noun.Noun) && words.Is(noun.Syntax.Sentence.Tokens[noun.Syntax.Nouns[noun.Noun].Preposition], "during"));

    // What is fired or tested happens on one day: two days named together are two happenings. Talks and drills last.
    private bool IsMomentary(MentionDraft draft) => draft.Frame.Kind is { } kind ? codebook.Carries(kind, "launch_place") || codebook.Carries(kind, "weapon_class") : draft.Frame.Adds.Count > 0;

    private void Place(MentionDraft draft, ReportView view, StatusReader statuses, bool headline, List<MentionDraft> kept, List<Abstention> abstained)
    {
        var (status, reason) = statuses.Read(draft, headline);
        if (status is not { } known)
        {
            abstained.Add(new Abstention(draft.Span, reason));
            return;
        }

        if (draft.Frame is { Kind: "statement", Mode: not null, Patient: not ("warning" or "threat" or "protest") } && !RecallReader.IsLead(view, draft.Syntax.Sentence))
        {
            abstained.Add(new Abstention(draft.Span, "words below the lead are no news"));
            return;
        }

        if (draft.Frame.Kind is "troop_deployment" or "troop_withdrawal" && IsOneMan(draft))
        {
            abstained.Add(new Abstention(draft.Span, "one soldier is no force"));
            return;
        }

        if (draft.Frame.Kind is "casualties" && draft.Noun < 0 && draft.Slots.All.Any(s => s.Slot is SlotReader.Patient or SlotReader.Agent && s.Filler.Chunk.First is var of && (words.Is(draft.Syntax.Sentence.Tokens[of], "none") || (of > 0 && words.Is(draft.Syntax.Sentence.Tokens[of - 1], "none")))))
        {
            abstained.Add(new Abstention(draft.Span, "nobody fell")); // "no civilians were killed"
            return;
        }

        if (IsByStranger(view, draft))
        {
            abstained.Add(new Abstention(draft.Span, "done by somebody who is no party, in a report that names none"));
            return;
        }

        if (known == EventStatus.Planned && draft.Time is { IsAnchored: true, Direction: not TimeDirection.Future } past && view.Article.Published?.Date is { } today && (past.Last ?? past.First) < today)
        {
            draft.Time = null; // "arrived on Tuesday to prepare the coming drill"
        }

        draft.Status = known;
        draft.Reason = reason;
        draft.Recalls = statuses.Recalls(draft.Syntax, draft);
        if (draft is { Recalls: true, Status: EventStatus.News, Time.IsAnchored: false } || (draft is { Status: EventStatus.News, Frame.Kind: not null } && statuses.OpensRecall(draft.Syntax)) || (view.Article.Published is null && draft is { Recalls: true, Status: EventStatus.News, Time.Precision: >= TimePrecision.Month }) || (draft is { Status: EventStatus.News, Time: null, Frame.Kind: not null } && view.LeadRank(draft.Syntax.Sentence) > 0 && statuses.IsLongBefore(draft.Syntax, draft)))
        {
            (draft.Status, draft.Reason) = (EventStatus.Background, Recalled);
        }

        if (draft is { Recalls: true, Noun: >= 0, Status: EventStatus.Planned, Time.Direction: TimeDirection.Future })
        {
            (draft.Time, draft.Status, draft.Reason) = (null, EventStatus.Background, "worded as recalled"); // "will leave next month following the signing of a pact"
        }

        kept.Add(draft);
    }

    // "a reported temporary withdrawal": the reporter vouches for nothing of it
    private void Hedge(MentionDraft draft)
    {
        for (var i = draft.Noun >= 0 ? draft.Syntax.Nouns[draft.Noun].First : draft.Trigger; i < draft.Trigger; i++)
        {
            if (frames.Hedge(draft.Syntax.Sentence.Tokens, i) is not { } hedge)
            {
                continue;
            }

            for (var c = 0; c < draft.Claims.Count; c++)
            {
                draft.Claims[c] = draft.Claims[c].Factuality is Factuality.Asserted or Factuality.Assessed ? draft.Claims[c] with { Factuality = hedge } : draft.Claims[c];
            }

            return;
        }
    }

    // "a reservist who was mobilised"
    private bool IsOneMan(MentionDraft draft)
    {
        var moved = draft.Slots[draft.Frame.Patient is "force" ? "patient" : "agent"].ToList();
        return moved.Count > 0 && moved.TrueForAll(m => types.Fits("ranks", m) && draft.Syntax.Sentence.Tokens is var tokens && words.Is(tokens[m.Chunk.First], "indefinite") && tokens[m.Chunk.Head] is { Tag: PartOfSpeech.Noun, Form: WordForm.Singular });
    }

    // "Okkonen launched a missile into the top corner": an unknown name that does it, where no state or armed body acts in the whole report
    private bool IsByStranger(ReportView view, MentionDraft draft)
    {
        var agents = draft.Slots["agent"].ToList();
        if (agents.Count > 0 && agents.TrueForAll(a => types.Fits("remains", a)))
        {
            return false; // "debris fell on a house, injuring two"
        }

        var strangers = agents.Count > 0 && agents.TrueForAll(a => a.Country is null && a.Weapon is null && a.Actor is null or { Actor: { Id: null, Kind: ActorKind.Person } } && (draft.Syntax.Sentence.Tokens[a.Chunk.Head].Tag == PartOfSpeech.ProperNoun || IsIdle(draft, a)) && !types.Fits("armed", a) && !types.Fits("party", a));
        return strangers && draft.Frame.Kind is not "satellite_launch" && !view.Annotations.Actors.Any(a => a.Actor is { Id: not null, Country: not null, Kind: ActorKind.State or ActorKind.Government or ActorKind.Ministry or ActorKind.Military or ActorKind.Intelligence or ActorKind.ArmedGroup });
    }

    // "the striker fired a missile of a shot": no weapon and no force does it
    private bool IsIdle(MentionDraft draft, Filler agent) =>
        draft.Frame.Kind is "missile_test" or "artillery_fire" && agent is { Weapon: null, IsPronoun: false } && draft.Syntax.Sentence.Tokens[agent.Chunk.Head].Tag == PartOfSpeech.Noun
        && !types.Fits("intruder", agent) && !types.Fits("representative", agent) && !types.Fits("body", agent);

    private static string? ActorId(EventMention? mention) => mention?.Claims.Where(c => c.Role is "actor").Select(c => (c.Value as ActorValue)?.Actor.Id).FirstOrDefault();
}
