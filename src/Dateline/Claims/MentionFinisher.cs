using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Makes mentions of drafts: what joining them into events wants to know of the sentence is read here, as the syntax is not kept.</summary>
internal sealed class MentionFinisher(ArgumentTypes types, FunctionWords words)
{
    /// <summary>Sentences of the body in which a noun alone tells the news ("the missile firings were detected …").</summary>
    private const int LeadSentences = 2;

    /// <summary>"both ministers", "the two sides": a pair that is not named.</summary>
    public bool IsNamelessPair(Filler filler)
    {
        var tokens = filler.Syntax.Sentence.Tokens;
        return filler is { Actor: null, Country: null } && types.Fits("pair", filler) && (words.Is(tokens[filler.Chunk.First], "both") || Enumerable.Range(filler.Chunk.First, filler.Chunk.Head - filler.Chunk.First).Any(t => tokens[t].Tag == PartOfSpeech.Numeral));
    }

    // "neutralised 146 militants", "killed nine farmers"
    private bool? OfFighters(MentionDraft draft) =>
        draft.Frame.Kind is "casualties" && draft.Claims.Exists(c => c.Role is "killed" or "wounded") && draft.Slots.All.FirstOrDefault(s => draft.Frame.Patient is "losses" ? s.Slot is SlotReader.Agent : s.Slot is SlotReader.Patient || (s.Slot is SlotReader.Agent && draft.Frame.Patient is null)).Filler is { } fallen ? types.Fits("fighters", fallen) : null;

    /// <summary>The mention of a draft whose claims are bound.</summary>
    public EventMention Finish(MentionDraft draft, List<MentionDraft> all, ReportView view, StatusReader statuses) =>
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

        return view.Places(syntax.SpanOf(opening)).LastOrDefault() is { Place: { } place, Role: PlaceRole.Place } told && (place.Precision is PlacePrecision.City or PlacePrecision.Region || opening.After - opening.First > 1) && draft.Claims.Exists(c => c.Evidence[0] == told.Span || told.Span.Contains(c.Evidence[0].Start))
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
}
