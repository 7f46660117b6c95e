using Dateline.Annotations.Actors;
using Dateline.Annotations.Attributions;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Articles;
using Dateline.Text.Syntax;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Claims;

/// <summary>
/// Statements that are themselves the news: a threat, warning, condemnation, demand, pledge or denial by a state, told in
/// the headline or the lead; and a head of state or government quoted at length. Other sayings stay attributions.
/// </summary>
internal sealed class StatementReader(ReportView view, NameLexicon names, FunctionWords words, ClaimMaker maker)
{
    /// <summary>Sentences of the body within which a saying can be the news.</summary>
    private const int LeadSentences = 2;

    /// <summary>Words from which a leader's quotation is a statement of its own rather than a fragment.</summary>
    private const int LongQuotation = 20;

    /// <summary>The statements of a report, one per attribution that is one.</summary>
    /// <param name="mentions">What else the report tells; a leader quoted at length counts when his state does the news.</param>
    public IReadOnlyList<EventMention> Read(IReadOnlyList<EventMention> mentions)
    {
        var doers = mentions.Where(m => m.Status == EventStatus.News && !m.Recalls && m.Kind is not ("visit" or "agreement")).SelectMany(m => m.Claims).Where(c => c.Role is "actor").Select(c => (c.Value as ActorValue)?.Actor.Country).ToHashSet(StringComparer.Ordinal);
        var found = new List<EventMention>();
        foreach (var attribution in view.Annotations.Attributions)
        {
            if (attribution.Speaker is not { } speaker || attribution.Cue.Count == 0 || !IsOutermost(attribution) || SentenceOf(attribution) is not { } sentence)
            {
                continue;
            }

            var deed = ModeOf(attribution.Stance) ?? (IsDemand(attribution, speaker, sentence) ? "demand" : IsThreat(attribution, speaker, sentence) ? "threat" : null);
            var inLead = deed is not null && view.LeadRank(sentence.Sentence) < LeadSentences && SpeaksForState(speaker) && !IsRecalled(attribution, sentence) && !IsBesideNews(attribution, sentence.Sentence, mentions) && !mentions.Any(m => m.Kind is not null && (m.Trigger.Overlaps(attribution.Cue[0]) || (m.Status == EventStatus.Denied && attribution.Content.Any(c => c.Contains(m.Trigger)))));
            var byLeader = attribution.Mode == AttributionMode.Direct && IsLeader(speaker) && doers.Contains(speaker.Country) && attribution.Content.Sum(c => Words(c)) >= LongQuotation && IsWhole(attribution);
            if (inLead || byLeader)
            {
                found.Add(Make(attribution, speaker, sentence, deed ?? "statement", inLead ? "a deed of words in the lead" : "a leader quoted at length"));
            }
        }

        return found;
    }

    // "said it placed a satellite in orbit and vowed to launch more": where the lead tells what was done, words are not the news
    // … unless it is what is condemned or demanded
    private bool IsBesideNews(Attribution attribution, Text.Sentence sentence, IReadOnlyList<EventMention> mentions) =>
        mentions.Any(m => !IsAbout(attribution, m, mentions) && !(attribution.Stance is Stance.Condemns or Stance.Demands && attribution.Content.Any(c => c.Start >= attribution.Cue[0].End && c.Contains(m.Trigger))) && m is { Kind: not null and not "statement", Status: EventStatus.News, Recalls: false, IsWeak: false } or { Kind: "visit" or "meeting", Status: EventStatus.News } && view.LeadRank(view.Sentences[m.Sentence].Sentence) <= view.LeadRank(sentence));

    // the launch in the headline is the one condemned in the lead
    private static bool IsAbout(Attribution attribution, EventMention mention, IReadOnlyList<EventMention> mentions) =>
        attribution.Stance is Stance.Condemns && mentions.Any(m => string.Equals(m.Kind, mention.Kind, StringComparison.Ordinal) && attribution.Content.Any(c => c.Contains(m.Trigger)));

    // "a week after the minister had warned that …": said before the news
    private static bool IsRecalled(Attribution attribution, SentenceSyntax sentence) =>
        sentence.ClauseAt(sentence.Sentence.TokenAt(attribution.Cue[0].End - 1)) is >= 0 and var clause && sentence.Clauses[clause].Verb.Tense == Tense.Pluperfect;

    // a sentence of its own, not the end of a sentence the reporter began
    // nobody's words but a medium's around them
    private bool IsOutermost(Attribution attribution) =>
        attribution.Within is null || view.Chain(attribution) is [{ Actor.Kind: ActorKind.Agency or ActorKind.Outlet or ActorKind.StateMedia }, _];

    private bool IsWhole(Attribution attribution) => attribution.Content[0] is { Length: > 0 } first && char.IsUpper(view.Text[first.Start]);

    private EventMention Make(Attribution attribution, Actor speaker, SentenceSyntax sentence, string mode, string reason)
    {
        var source = attribution.Source.Count > 0 ? attribution.Source[0] : attribution.Cue[0];
        var claims = new List<Claim>
        {
            maker.Make("actor", new ActorValue(speaker), EventStatus.News, "claims.statement speaker", source),
            maker.Make("mode", new TextValue(mode), EventStatus.News, "claims.statement stance", attribution.Cue[0]),
        };
        if ((attribution.SaidOn ?? TimeOf(attribution, sentence)) is { } said)
        {
            claims.Add(maker.Make("time", new TimeValue(said), EventStatus.News, "claims.statement said on", said.Span));
        }

        foreach (var target in Targets(attribution, speaker, sentence))
        {
            claims.Add(maker.Make("recipient", new ActorValue(target.Actor), EventStatus.News, "claims.statement addressed", target.Span));
        }

        return new EventMention("statement", attribution.Cue[0], sentence.Sentence.Index, EventStatus.News, null, [], false, false, claims, "claims.statement", reason);
    }

    // "condemned the sale on Thursday": a day in the clause of the saying, where the words themselves hold no clause of their own
    private TimeExpression? TimeOf(Attribution attribution, SentenceSyntax sentence)
    {
        var cue = sentence.ClauseAt(sentence.Sentence.TokenAt(attribution.Cue[0].Start));
        var clauses = new ClauseMap(sentence, words);
        return cue < 0 ? null : view.Times(sentence.Sentence.Span).FirstOrDefault(t => t is { IsAnchored: true, Precision: <= TimePrecision.Day, Type: not TimexType.Duration } && !IsOfDeed(attribution, sentence, t) && clauses.HomeOf(sentence.Sentence.TokenAt(t.Span.Start)) == cue);
    }

    // "condemned the attack in Knockhill on 12 June": behind where it was done, a date is that of the deed spoken of
    private bool IsOfDeed(Attribution attribution, SentenceSyntax sentence, TimeExpression time) =>
        view.Text.AsSpan(time.Span.Start, time.Span.Length).ContainsAnyInRange('0', '9') && attribution.Content.Any(c => c.Start > attribution.Cue[0].Start && c.Contains(time.Span) && sentence.Nouns.Any(n => n.Preposition >= 0 && sentence.Sentence.Tokens[n.Preposition].Start > c.Start && sentence.Sentence.Tokens[n.After - 1].End < time.Span.Start));

    // whom the words are meant for: the object of the saying, the states it names, else the state whose deed it speaks of
    private IEnumerable<ActorMention> Targets(Attribution attribution, Actor speaker, SentenceSyntax sentence)
    {
        if (ObjectOf(attribution, sentence) is { } direct)
        {
            var states = view.Actors(direct).Where(a => a.Actor.Kind is ActorKind.State && !IsOwn(a.Actor.Country)).ToList();
            states.AddRange(view.Places(direct).Where(p => p is { Role: PlaceRole.Modifier, Place: { Precision: PlacePrecision.Country, Country: not null } } && !IsOwn(p.Place.Country)).Select(p => new ActorMention(p.Span, p.Rule, NameLexicon.State(p.Place!), null)));
            if (states.Count > 0)
            {
                return states.OrderBy(s => s.Span).DistinctBy(s => s.Actor.Id, StringComparer.Ordinal).Take(3);
            }
        }

        var said = attribution.Content.Append(new TextSpan(attribution.Cue[0].End, Math.Max(attribution.Cue[0].End, attribution.Content.Count > 0 ? attribution.Content[0].Start : 0))).ToList();
        var named = said.SelectMany(c => view.Actors(c)).Where(a => a.Actor.Kind is ActorKind.State && !IsOwn(a.Actor.Country)).OrderBy(a => a.Span).DistinctBy(a => a.Actor.Id, StringComparer.Ordinal).Take(3).ToList();
        return named.Count > 0 ? named
            : said.SelectMany(c => view.Places(c)).Where(p => p is { Role: PlaceRole.Modifier, Place: { Precision: PlacePrecision.Country, Country: { } country } } && !IsOwn(country)).OrderBy(p => p.Span)
                .Select(p => new ActorMention(p.Span, p.Rule, NameLexicon.State(p.Place!), null)).Take(1);

        bool IsOwn(string? country) => string.Equals(country, speaker.Country, StringComparison.Ordinal);
    }

    // "condemned Chile's sale to Peru": the object of the verb, without what hangs on it
    private static TextSpan? ObjectOf(Attribution attribution, SentenceSyntax sentence)
    {
        var clause = sentence.ClauseAt(sentence.Sentence.TokenAt(attribution.Cue[0].End - 1));
        if (clause < 0 || attribution.Stance is not (Stance.Condemns or Stance.Warns or Stance.Praises) || sentence.Clauses[clause] is not { Verb.Passive: false, Objects.Count: > 0 } saying || saying.Verb.Participle)
        {
            return null;
        }

        var last = saying.Objects[0];
        var span = sentence.SpanOf(sentence.Nouns[last]);
        while (last + 1 < sentence.Nouns.Count && sentence.Nouns[last + 1].Possessor == last)
        {
            span = span.Cover(sentence.SpanOf(sentence.Nouns[++last])); // the object is "Chile", which owns the sale
        }

        return span;
    }

    // "Russia said that Sudan must return a helicopter"
    private bool IsDemand(Attribution attribution, Actor speaker, SentenceSyntax sentence) =>
        attribution is { Stance: Stance.Asserts, Mode: AttributionMode.Indirect } && sentence.Clauses.Any(c => c is { Subject: >= 0, Verb.Modal: >= 0 } && words.Is(sentence.Sentence.Tokens[c.Verb.Modal], "must")
            && attribution.Content.Any(t => t.Contains(sentence.Sentence.Tokens[c.Verb.Head].Start)) && view.Actors(sentence.SpanOf(sentence.Nouns[c.Subject])).Any(a => a.Actor is { Kind: ActorKind.State, Country: { } other } && other != speaker.Country));

    // "Iran will close the strait if it is attacked, its navy said"
    private bool IsThreat(Attribution attribution, Actor speaker, SentenceSyntax sentence)
    {
        if (attribution is not { Stance: Stance.Asserts, Mode: AttributionMode.Indirect } || speaker.Country is null)
        {
            return false;
        }

        var tokens = sentence.Sentence.Tokens;
        return sentence.Clauses.Any(c => c.Marker >= 0 && words.Is(tokens[c.Marker], "if") && Holds(c))
            && sentence.Clauses.Any(c => c is { Subject: >= 0, Verb: { Negated: false, Passive: false } } && (c.Verb.Tense == Tense.Future || (c.Verb.Modal >= 0 && words.Is(tokens[c.Verb.Modal], "would"))) && Holds(c) && words.Is(tokens[c.Verb.Head], "threatening") && (view.Actors(sentence.SpanOf(sentence.Nouns[c.Subject])).Any(a => string.Equals(a.Actor.Country, speaker.Country, StringComparison.Ordinal)) || words.Is(tokens[sentence.Nouns[c.Subject].Head], "it")));

        bool Holds(Clause clause) => attribution.Content.Any(t => t.Contains(tokens[clause.Verb.Head].Start));
    }

    private SentenceSyntax? SentenceOf(Attribution attribution) => view.Sentences.FirstOrDefault(s => s.Sentence.Span.Contains(attribution.Cue[0]) && view.Article.Blocks[s.Sentence.Block].Kind != BlockKind.Caption);

    private static bool SpeaksForState(Actor speaker) => speaker switch
    {
        { Country: not null } => speaker.Kind is ActorKind.State or ActorKind.Government or ActorKind.Ministry or ActorKind.Military or ActorKind.Party or ActorKind.Person or ActorKind.ArmedGroup or ActorKind.Unnamed,
        { Id: not null } => speaker.Kind is ActorKind.Organization or ActorKind.ArmedGroup or ActorKind.Person,
        _ => false,
    };

    private bool IsLeader(Actor speaker)
    {
        var day = view.Article.Published?.Date;
        return speaker.Id is { } id && names.Person(id) is { } person && person.Offices.Any(o => o.Name.StartsWith("head_of", StringComparison.Ordinal) || o.Name is "leader" && (day is null || !(Parse(o.To) < day)));
    }

    private static LocalDate? Parse(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null;

    private int Words(TextSpan span) => view.Text.AsSpan(span.Start, span.Length).Count(' ') + 1;

    private static string? ModeOf(Stance stance) => stance switch
    {
        Stance.Warns => "warning",
        Stance.Threatens => "threat",
        Stance.Condemns => "condemnation",
        Stance.Demands => "demand",
        Stance.Promises => "pledge",
        Stance.Praises => "praise",
        _ => null,
    };
}
