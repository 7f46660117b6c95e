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
    /// <summary>Sentences of the body in which a noun alone tells the news ("the missile firings were detected …").</summary>
    private const int LeadSentences = 2;

    /// <summary>How many of a kind within a year, at least, tell of a series and not of one happening.</summary>
    private const int SeriesCount = 5;

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
                RemoveSeries(view, drafts, abstained);
                RemoveReminders(drafts, abstained);
            }

            details.Read(syntax, drafts);
            drafts.ForEach(Hedge);
            var own = drafts.ConvertAll(d => Finish(d, drafts, view, statuses));
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

    // "in answer to the killing of its leaders": without a figure and a day it only reminds of what everybody knows
    private void RemoveReminders(List<MentionDraft> drafts, List<Abstention> abstained)
    {
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Time: null, Frame.Kind: "casualties" } && !d.Claims.Exists(c => c.Value is QuantityValue) && words.Is(d.Syntax.Sentence.Tokens[d.Syntax.Nouns[d.Noun].First], "definite")).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "only reminds of a loss"));
            drafts.Remove(draft);
        }
    }

    // "fired more than 40 missiles last year", "300 air strikes in a year": many in a year are a series, not one happening
    private void RemoveSeries(ReportView view, List<MentionDraft> drafts, List<Abstention> abstained)
    {
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike", Time.Precision: >= TimePrecision.Week } && view.Quantities(d.Syntax.SpanOf(d.Syntax.Nouns[d.Noun])).Any(q => q.Vague is not null)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft); // "died in several raids last week"
        }

        // "has claimed similar attacks in the past"
        foreach (var draft in drafts.Where(d => d is { Time: null, Frame.Kind: "strike" } && IsKind(d)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "in over 60 attacks last week": many in no single day
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike" } && d.Time is null or { Precision: >= TimePrecision.Week } && d.Syntax.Sentence.Tokens[d.Syntax.Nouns[d.Noun].Head].Form == WordForm.Plural && IsMany(view, d) && !RecallReader.IsLead(view, d.Syntax.Sentence)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "1,300 have been killed in attacks by both sides", "in 2024 attacks on refineries have become frequent"
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Frame.Kind: "strike" } && d.Syntax.Sentence.Tokens[d.Syntax.Nouns[d.Noun].Head].Form == WordForm.Plural && (d.Time is { Precision: TimePrecision.Year } || (d.Time is null && IsOfMany(view, d)))).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "since January it has attacked refineries at least 64 times"
        foreach (var draft in drafts.Where(d => d is { Noun: < 0, Clause: >= 0, Time: null, Frame.Kind: "strike" } && d.Syntax.Clauses[d.Clause].Verb is { Tense: Tense.Perfect, Infinitive: false } && Enumerable.Range(0, d.Syntax.Sentence.Tokens.Count).Any(i => words.Is(d.Syntax.Sentence.Tokens[i], "since") || words.Is(d.Syntax.Sentence.Tokens[i], "times"))).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "has carried out several bomb attacks, killing eight": many, in no time of their own
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Clause: >= 0, Time: null, Frame.Kind: "strike" } && d.Syntax.Clauses[d.Clause].Verb.Tense == Tense.Perfect && view.Quantities(d.Syntax.SpanOf(d.Syntax.Nouns[d.Noun])).Any(q => q.Vague is not null)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.RemoveAll(d => ReferenceEquals(d, draft) || d.Cause == draft.Span);
        }

        // "has held several operations in the north, targeting militants"
        foreach (var draft in drafts.Where(d => d is { Noun: < 0, Clause: >= 0, Frame.Kind: "strike", Time: null or { Precision: TimePrecision.Year } } && d.Syntax.Clauses[d.Clause] is { Verb: { Participle: true, Passive: false }, Parent: >= 0, Marker: < 0 } on && d.Syntax.Clauses[on.Parent].Verb is { Tense: Tense.Perfect, Infinitive: false } && !drafts.Exists(o => o.Noun < 0 && o.Clause == on.Parent) && !RecallReader.IsLead(view, d.Syntax.Sentence)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        // "has carried out three missile tests this year"
        foreach (var draft in drafts.Where(d => d is { Noun: >= 0, Clause: >= 0, Time: { Precision: TimePrecision.Year }, Frame.IsVerb: false } && d.Syntax.Clauses[d.Clause].Verb.Tense == Tense.Perfect && HasNumber(view, d)).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }

        foreach (var draft in drafts.Where(d => d.Time is { Precision: TimePrecision.Year } && (d.Claims.Exists(c => c is { Role: "count", Value: QuantityValue { Quantity.Low: >= SeriesCount } }) || IsMany(view, d))).ToList())
        {
            abstained.Add(new Abstention(draft.Span, "tells of a series"));
            drafts.Remove(draft);
        }
    }

    // a number of those the noun tells of
    private static bool HasNumber(ReportView view, MentionDraft draft) =>
        view.Quantities(draft.Syntax.SpanOf(draft.Syntax.Nouns[draft.Noun])).Any(q => q is { Low: > 1 } && q.Span.Overlaps(draft.Span));

    // told below the lead as what many died in, in the perfect
    private static bool IsOfMany(ReportView view, MentionDraft draft) =>
        draft.Syntax.Clauses.Any(c => c.Verb is { Tense: Tense.Perfect, Passive: true } && c.Complements.Any(n => ChunkLinks.Owned(draft.Syntax, n) == draft.Noun)) && !RecallReader.IsLead(view, draft.Syntax.Sentence);

    // "such attacks", "similar mortar attacks"
    private bool IsKind(MentionDraft draft)
    {
        var tokens = draft.Syntax.Sentence.Tokens;
        var chunk = draft.Noun >= 0 ? draft.Syntax.Nouns[draft.Noun] : (draft.Slots["patient"].FirstOrDefault(f => types.Fits("attack", f)) ?? draft.Slots["agent"].FirstOrDefault(f => types.Fits("attack", f)))?.Chunk;
        return chunk is not null && tokens[chunk.Head].Form == WordForm.Plural && Enumerable.Range(chunk.First, chunk.Head - chunk.First).Any(i => words.Is(tokens[i], "alike"));
    }

    private static bool IsMany(ReportView view, MentionDraft draft) =>
        draft.Frame.Kind is "strike" && draft.Slots["patient"].Select(f => f.Chunk).Append(draft.Noun >= 0 ? draft.Syntax.Nouns[draft.Noun] : null).Any(n => n is not null && view.Quantities(draft.Syntax.Sentence.Span).Any(q => q is { Low: >= SeriesCount, Dimension: null or "count" } && q.Span.Overlaps(draft.Syntax.SpanOf(n))));

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
        return agents.Select(a => a.Country ?? a.Actor?.Actor.Id).Where(c => c is not null).Distinct(StringComparer.Ordinal).Count() > 1 || agents.Exists(a => a.Actor is { Members.Count: > 1 }) || agents.Exists(IsNamelessPair);
    }

    // "both ministers", "the two sides"
    private bool IsNamelessPair(Filler filler)
    {
        var tokens = filler.Syntax.Sentence.Tokens;
        return filler is { Actor: null, Country: null } && types.Fits("pair", filler) && (words.Is(tokens[filler.Chunk.First], "both") || Enumerable.Range(filler.Chunk.First, filler.Chunk.Head - filler.Chunk.First).Any(t => tokens[t].Tag == PartOfSpeech.Numeral));
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

    // "neutralised 146 militants", "killed nine farmers"
    private bool? OfFighters(MentionDraft draft) =>
        draft.Frame.Kind is "casualties" && draft.Claims.Exists(c => c.Role is "killed" or "wounded") && draft.Slots.All.FirstOrDefault(s => draft.Frame.Patient is "losses" ? s.Slot is SlotReader.Agent : s.Slot is SlotReader.Patient || (s.Slot is SlotReader.Agent && draft.Frame.Patient is null)).Filler is { } fallen ? types.Fits("fighters", fallen) : null;

    // "the striker fired a missile of a shot": no weapon and no force does it
    private bool IsIdle(MentionDraft draft, Filler agent) =>
        draft.Frame.Kind is "missile_test" or "artillery_fire" && agent is { Weapon: null, IsPronoun: false } && draft.Syntax.Sentence.Tokens[agent.Chunk.Head].Tag == PartOfSpeech.Noun
        && !types.Fits("intruder", agent) && !types.Fits("representative", agent) && !types.Fits("body", agent);

    private EventMention Finish(MentionDraft draft, List<MentionDraft> all, ReportView view, StatusReader statuses) =>
        new(draft.Frame.Kind, draft.Span, draft.Syntax.Sentence.Index, draft.Status, draft.Frame.Mode, draft.Frame.Adds, IsWeak(draft, view.LeadRank(draft.Syntax.Sentence) < LeadSentences, view.AttributionOf(draft.Span) is not null), draft.Recalls, draft.Claims, "claims.frame " + draft.Frame.Where, draft.Reason)
        {
            IsAnother = draft.IsAnother,
            IsOfPair = draft.Frame.Kind is "meeting" && draft.Slots["agent"].Any(IsNamelessPair),
            OfFighters = OfFighters(draft.Victims ?? draft),
            IsByFighters = draft is { Noun: >= 0, Frame.Kind: "strike" } && Enumerable.Range(draft.Syntax.Nouns[draft.Noun].First, Math.Max(0, draft.Syntax.Nouns[draft.Noun].Head - draft.Syntax.Nouns[draft.Noun].First)).Any(t => types.Names("fighters", draft.Syntax.Sentence.Tokens, t)),
            IsAnswer = draft is { Frame.Kind: "strike", Clause: >= 0 } && IsAnswer(draft),
            IsOnFighters = draft.Frame is { Kind: "strike", IsBeside: false } && draft.Slots.All.Any(s => s.Slot is SlotReader.Patient or "on" or "against" or "at" && s.Filler is { Weapon: null, IsPronoun: false } && types.Fits("fighters", s.Filler)),
            Cause = draft.Cause,
            IsDefinite = IsKnownDrill(draft) || (draft.Noun >= 0 && draft.Syntax.Nouns[draft.Noun].Possessor < 0 && draft.Syntax.Sentence.Tokens[draft.Syntax.Nouns[draft.Noun].First] is var opens && words.Is(opens, "definite") && !words.Is(opens, "possessive")),
            IsIndefinite = draft.Noun >= 0 && draft.Syntax.Nouns[draft.Noun].Possessor < 0 && words.Is(draft.Syntax.Sentence.Tokens[draft.Syntax.Nouns[draft.Noun].First], "indefinite"),
            BehindAt = BehindAt(draft),
            OpensIn = OpensIn(draft, view),
            IsHeadline = view.Article.Blocks[draft.Syntax.Sentence.Block].Kind == BlockKind.Headline,
            BesideDays = [.. view.Times(draft.Syntax.Sentence.Span).Where(t => t is { IsAnchored: true, Precision: <= TimePrecision.Week } && !all.Exists(o => !ReferenceEquals(o, draft) && o is { Status: EventStatus.Background } && o.Time?.Span == t.Span)).Select(t => (t.First!.Value, t.Last ?? t.First!.Value))],
            Told = view.AttributionOf(draft.Span)?.SaidOn is { IsAnchored: true, Precision: <= TimePrecision.Day } told ? told : null,
            NamesDoer = ActorBinder.NamesDoer(draft),
            IsLater = draft.Time is { Precision: <= TimePrecision.Day } when && words.Is(draft.Syntax.Sentence.Tokens[draft.Syntax.Sentence.TokenAt(when.Span.Start)], "later"),
            IsRecent = draft.Status == EventStatus.Background && !draft.Recalls && draft.Time is { } time && statuses.IsNear(time),
        };

    // "responded with drone attacks", "retaliated by firing rockets"
    private bool IsAnswer(MentionDraft draft)
    {
        var clause = draft.Syntax.Clauses[draft.Clause];
        var tokens = draft.Syntax.Sentence.Tokens;
        return (draft.Noun >= 0 && clause.Complements.Contains(draft.Noun) && words.Is(tokens[clause.Verb.Head], "answering"))
            || (draft.Noun < 0 && clause is { Verb.Participle: true, Marker: >= 0, Parent: >= 0 } && words.Is(tokens[clause.Marker], "by") && words.Is(tokens[draft.Syntax.Clauses[clause.Parent].Verb.Head], "answering"));
    }

    // "the drill will take place in two towns": one told before
    private bool IsKnownDrill(MentionDraft draft) =>
        draft is { Noun: < 0, Frame.Kind: "exercise" } && draft.Slots.All.Any(s => s.Slot is SlotReader.Agent or SlotReader.Patient && types.Fits("drill", s.Filler) && draft.Syntax.Sentence.Tokens[s.Filler.Chunk.First] is var opens && words.Is(opens, "definite") && !words.Is(opens, "possessive"));

    // "In southern Fife, gunmen attacked": a town or region, or a part of a country, told of below the lead
    private string? OpensIn(MentionDraft draft, ReportView view)
    {
        var syntax = draft.Syntax;
        if (RecallReader.IsLead(view, syntax.Sentence) || syntax.Nouns.Count == 0 || syntax.Nouns[0] is not { Preposition: 0 } opening || !words.Is(syntax.Sentence.Tokens[0], "locative") || opening.After >= syntax.Sentence.Tokens.Count || !(syntax.Sentence.Tokens[opening.After].Kind == TokenKind.Punctuation || syntax.Sentence.Tokens[opening.After].Tag == PartOfSpeech.Numeral || syntax.Sentence.Tokens[opening.After].Kind == TokenKind.Number))
        {
            return null;
        }

        return view.Places(syntax.SpanOf(opening)).LastOrDefault() is { Place: { } place, Role: Annotations.Places.PlaceRole.Place } told && (place.Precision is Annotations.Places.PlacePrecision.City or Annotations.Places.PlacePrecision.Region || opening.After - opening.First > 1) && draft.Claims.Exists(c => c.Evidence[0] == told.Span || told.Span.Contains(c.Evidence[0].Start))
            ? place.IsOpen ? "?" + place.Name : place.Id : null;
    }

    // "launched strikes after a drone attack injured three": the word that puts it before what the sentence tells
    private int BehindAt(MentionDraft draft)
    {
        var tokens = draft.Syntax.Sentence.Tokens;
        for (var i = draft.Trigger - 1; i >= 0; i--)
        {
            if (words.Is(tokens[i], "recalling"))
            {
                return tokens[i].Start;
            }
        }

        return -1;
    }

    // A noun, a participle on a noun and a timeless present only remind of a happening; they make none by themselves.
    private static bool IsWeak(MentionDraft draft, bool inLead, bool isTold)
    {
        if (draft.Frame.IsState)
        {
            return true; // "left nine dead": its figure tells it
        }

        if (!draft.Frame.IsVerb && (draft.Frame.Adds.Count > 0 || draft.Status is EventStatus.Hypothetical || (draft.Status is EventStatus.Planned && draft.Time is null)))
        {
            return true;
        }

        if (draft is { Time: null, Frame: { IsVerb: true, Kind: { } kind } } && draft.Syntax.Clauses[draft.Clause] is var own
            && (draft.Frame.Adds.Count > 0 ? !inLead || own.Relative || (own.Marker >= 0 && !isTold) : !inLead && kind is "meeting" && draft.Status == EventStatus.Planned && own.Verb.Infinitive))
        {
            return true; // "met and agreed to resume the talks"
        }

        if (draft.Time is { Precision: < TimePrecision.Year } || (draft.Time is not null && (draft.Frame.IsVerb || draft.Status == EventStatus.Background)) || (inLead && !draft.Frame.IsVerb && draft.Slots["patient"].Any(f => f.Weapon is not null)))
        {
            return false;
        }

        if (!draft.Frame.IsVerb)
        {
            return true;
        }

        var verb = draft.Syntax.Clauses[draft.Clause].Verb;
        return verb.Participle;
    }

    private static string? ActorId(EventMention? mention) => mention?.Claims.Where(c => c.Role is "actor").Select(c => (c.Value as ActorValue)?.Actor.Id).FirstOrDefault();
}
