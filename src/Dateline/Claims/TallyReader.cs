using System.Globalization;
using Dateline.Annotations.Names;
using Dateline.Annotations.Quantities;
using Dateline.Annotations.Times;
using Dateline.Knowledge;
using Dateline.Text;
using Dateline.Text.Syntax;
using NodaTime;
using NodaTime.Text;

namespace Dateline.Claims;

/// <summary>Reads tallies: "the fourth launch this year", "the second of X's second term", "its first test since November".</summary>
public sealed class TallyReader
{
    private const int Reach = 14;
    private const int LongPastMonth = 62; // days since the end of a month, week or quarter that a tally may still count within
    private const int LongPastYear = 400; // the same of a year

    private readonly PhraseTrie<string> scopes;
    private readonly PhraseTrie<LocalDate> starts;
    private readonly NameLexicon names;
    private readonly FunctionWords words;

    /// <summary>Loads patterns/tally-scopes.tsv and patterns/named-starts.tsv.</summary>
    /// <exception cref="KnowledgeException">A day is none.</exception>
    public TallyReader(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer, FunctionWords words, NameLexicon names)
    {
        this.words = words;
        this.names = names;
        scopes = new PhraseTrie<string>(vocabulary, tokenizer);
        foreach (var row in files.Table("patterns/tally-scopes.tsv").Rows)
        {
            scopes.Add(row["phrase"], row["kind"]);
        }

        starts = new PhraseTrie<LocalDate>(vocabulary, tokenizer);
        foreach (var row in files.Table("patterns/named-starts.tsv").Rows)
        {
            starts.Add(row["phrase"], LocalDatePattern.Iso.Parse(row["day"]) is { Success: true, Value: var day } ? day : throw row.Wrong("day", "is no day; write 2018-06-12"));
        }
    }

    /// <summary>The tallies of one sentence.</summary>
    /// <param name="view">The report.</param>
    /// <param name="syntax">The sentence.</param>
    /// <param name="ordinals">Ordinals of the report.</param>
    /// <param name="drafts">Mentions of the sentence: what is counted.</param>
    /// <param name="last">Kind and actor of the last event told, for an ordinal without a noun.</param>
    public IEnumerable<Tally> Read(ReportView view, SentenceSyntax syntax, IEnumerable<Ordinal> ordinals, IReadOnlyList<EventMention> drafts, (string? Kind, string? Actor) last)
    {
        Tally? before = null;
        foreach (var ordinal in ordinals)
        {
            var at = syntax.Sentence.TokenAt(ordinal.Span.Start);
            if (IsOfTerm(syntax, at))
            {
                continue; // "second term" is an office's count
            }

            if (IsStreak(syntax, at) || view.Annotations.Quantities.Any(q => q.Span.Contains(ordinal.Span.Start)))
            {
                continue; // "third straight day", "a third person was hurt"
            }

            var counted = Counted(syntax, drafts, at) ?? (IsTime(syntax, at) ? CountedInClause(syntax, drafts, at) : CountedInObject(view, syntax, drafts, at));
            counted ??= Apposed(syntax, drafts, at);
            if (counted is null && IsTime(syntax, at))
            {
                continue; // "for the first time", of what is no event here
            }

            var elliptic = counted is null && before is not null && at + 1 < syntax.Sentence.Tokens.Count && syntax.Sentence.Tokens[at + 1].Tag == PartOfSpeech.Adposition;
            var scope = ScopeOf(view, syntax, ordinal, at, counted);
            scope ??= counted is not null && OwnsOrdinal(syntax, at) ? ("ever", null, null) : null;
            if (scope is not { } found || (counted is null && !elliptic && found.Kind is not ("since" or "term") && !IsTime(syntax, at)))
            {
                continue;
            }

            var evidence = ordinal.Span.Cover(found.Words ?? ordinal.Span);
            var kind = counted?.Kind ?? before?.Counts ?? last.Kind; // "attempt": of whatever kind the news is
            var actor = counted?.Claims.Where(c => c.Role is "actor").Select(c => (c.Value as ActorValue)?.Actor.Id).FirstOrDefault() ?? before?.Actor ?? last.Actor;
            before = new Tally(evidence, ordinal.Value, kind, actor, found.Since, found.Words?.In(view.Text), syntax.Sentence.Index, view.Chain(view.AttributionOf(ordinal.Span)))
            {
                SinceLast = found is { Kind: "since", Since: { } first, Words: { } stated } ? view.Times(stated).LastOrDefault(t => t.First == first)?.Last ?? (IsNamedStart(syntax, stated) ? first : null) : null,
                IsNarrowed = IsTime(syntax, at) || (counted is null ? before?.IsNarrowed == true : IsNarrowed(view, syntax, at, counted)),
                Weapon = view.Weapons(evidence).FirstOrDefault() is { } weapon ? new WeaponClassValue(weapon.Class, weapon.RangeClass) : null,
            };
            yield return before;
        }
    }

    private bool IsNamedStart(SentenceSyntax syntax, TextSpan stated)
    {
        var (first, last) = (syntax.Sentence.TokenAt(stated.Start), syntax.Sentence.TokenAt(stated.End - 1));
        return Enumerable.Range(first, last - first + 1).Any(i => syntax.Sentence.Tokens[i].Word >= 0 && starts.LongestAt(syntax.Sentence.Tokens, i) is not null);
    }

    private bool IsStreak(SentenceSyntax syntax, int at) => at + 1 < syntax.Sentence.Tokens.Count && scopes.LongestAt(syntax.Sentence.Tokens, at + 1)?.Values[0] is "streak";

    // "first successful launch": a word before what is counted, which is none of the weapon's name
    private static bool IsNarrowed(ReportView view, SentenceSyntax syntax, int at, EventMention counted)
    {
        var tokens = syntax.Sentence.Tokens;
        for (var i = at + 1; i < tokens.Count && tokens[i].Start < counted.Trigger.Start; i++)
        {
            if (tokens[i].Tag is PartOfSpeech.Adjective or PartOfSpeech.Verb or PartOfSpeech.Noun or PartOfSpeech.Determiner && !view.Weapons(tokens[i].Span).Any() && !view.Annotations.Weapons.Any(w => w.Span.Contains(tokens[i].Start)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOfTerm(SentenceSyntax syntax, int at)
    {
        for (var i = at + 1; i < syntax.Sentence.Tokens.Count && (i == at + 1 || syntax.NounAt(i) == syntax.NounAt(at)); i++)
        {
            if (scopes.LongestAt(syntax.Sentence.Tokens, i)?.Values[0] is "term")
            {
                return true; // "his fifth presidential term"
            }
        }

        return false;
    }

    // The mention whose trigger stands in the ordinal's noun chunk, or close behind it.
    private static EventMention? Counted(SentenceSyntax syntax, IReadOnlyList<EventMention> drafts, int at)
    {
        var tokens = syntax.Sentence.Tokens;
        EventMention? best = null;
        foreach (var draft in drafts)
        {
            var trigger = syntax.Sentence.TokenAt(draft.Trigger.Start);
            var sameChunk = syntax.NounAt(at) >= 0 && syntax.NounAt(at) == syntax.NounAt(trigger);
            var close = trigger > at && trigger - at <= 6 && tokens[trigger].Tag != PartOfSpeech.Verb && Enumerable.Range(at, trigger - at).All(i => tokens[i].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Auxiliary or PartOfSpeech.Adposition) && tokens[i].Kind != TokenKind.Punctuation);
            if ((sameChunk || close) && trigger > at && best is null)
            {
                best = draft;
            }
        }

        return best;
    }

    // "fired a missile, its third in three days": the happening told before it
    private EventMention? Apposed(SentenceSyntax syntax, IReadOnlyList<EventMention> drafts, int at)
    {
        var tokens = syntax.Sentence.Tokens;
        return at > 0 && at + 1 < tokens.Count && words.Is(tokens[at - 1], "possessive") && (tokens[at + 1].Tag == PartOfSpeech.Adposition || scopes.LongestAt(tokens, at + 1) is not null)
            ? drafts.LastOrDefault(d => d.Kind is not null && d.Trigger.Start < tokens[at].Start)
            : null;
    }

    // "placed its first spy satellite in orbit": the weapon a mention sends is counted by its sendings
    private static EventMention? CountedInObject(ReportView view, SentenceSyntax syntax, IReadOnlyList<EventMention> drafts, int at)
    {
        var noun = syntax.NounAt(at);
        if (noun < 0 || !view.Weapons(syntax.SpanOf(syntax.Nouns[noun])).Any())
        {
            return null;
        }

        foreach (var draft in drafts.Where(d => d.Kind is not null))
        {
            var clause = syntax.ClauseAt(syntax.Sentence.TokenAt(draft.Trigger.Start));
            if (clause >= 0 && syntax.Clauses[clause] is var own && (own.Objects.Contains(noun) || (own.Verb.Passive && own.Subject == noun)))
            {
                return draft;
            }
        }

        return null;
    }

    // "fired a missile for the first time since May", "the first time since 1980 that it launched": the happening told nearest before it, else behind it
    private static EventMention? CountedInClause(SentenceSyntax syntax, IReadOnlyList<EventMention> drafts, int at)
    {
        var position = syntax.Sentence.Tokens[at].Start;
        var told = drafts.Where(d => d.Kind is not null || d.Adds.Count > 0).ToList();
        return told.FindLast(d => d.Trigger.Start < position) ?? told.Find(d => d.Trigger.Start > position);
    }

    // "its fifth nuclear test", "a fifth nuclear test", "this marks the third attempt", "this is the second test": counted since ever
    private bool OwnsOrdinal(SentenceSyntax syntax, int at) =>
        IsMarked(syntax, at) || (at > 0 && (words.Is(syntax.Sentence.Tokens[at - 1], "possessive") || words.Is(syntax.Sentence.Tokens[at - 1], "indefinite") || syntax.Sentence.Tokens[at - 1].Is(TokenShape.Clitic)));

    private bool IsMarked(SentenceSyntax syntax, int at)
    {
        var noun = syntax.NounAt(at);
        return noun >= 0 && syntax.Clauses.Any(c => c.Objects.Contains(noun) && (words.Is(syntax.Sentence.Tokens[c.Verb.Head], "counting-verb") || (words.Is(syntax.Sentence.Tokens[c.Verb.Head], "be") && c.Subject >= 0)));
    }

    // "for the first time since 1980"
    private bool IsTime(SentenceSyntax syntax, int at) => at + 1 < syntax.Sentence.Tokens.Count && scopes.LongestAt(syntax.Sentence.Tokens, at + 1)?.Values[0] is "time";

    private (string Kind, LocalDate? Since, TextSpan? Words)? ScopeOf(ReportView view, SentenceSyntax syntax, Ordinal ordinal, int at, EventMention? counted)
    {
        var tokens = syntax.Sentence.Tokens;
        var year = view.Article.Published?.Date.Year;
        for (var i = at + 1; i < Math.Min(tokens.Count, at + Reach + 1); i++)
        {
            if (tokens[i].Word >= 0 && scopes.LongestAt(tokens, i) is { } match)
            {
                var scopeWords = syntax.SpanOf(i, match.After);
                switch (match.Values[0])
                {
                    case "year":
                        return ("year", year is { } y ? new LocalDate(y, 1, 1) : null, scopeWords);
                    case "term" or "office":
                        return Term(view, syntax, at, i, match.After) ?? ("term", null, scopeWords);
                    case "since":
                        return Since(view, syntax, i) ?? ("since", null, Rest(syntax, i));
                    case "time" when i > at + 1 || i + 1 >= tokens.Count:
                        break;
                }
            }

            if (view.Annotations.Ordinals.Any(o => o.Span.Start == tokens[i].Start && o.Span != ordinal.Span) && i > at + 2 && tokens[i - 1].Tag == PartOfSpeech.Determiner)
            {
                break; // the next tally begins
            }
        }

        return Period(view, syntax, at, counted);
    }

    // "in 2025", "in a month", "in a week", "this month"
    private (string, LocalDate?, TextSpan?)? Period(ReportView view, SentenceSyntax syntax, int at, EventMention? counted)
    {
        var tokens = syntax.Sentence.Tokens;
        foreach (var time in view.Times(syntax.Sentence.Span))
        {
            var first = syntax.Sentence.TokenAt(time.Span.Start);
            if (first <= at || first > at + Reach)
            {
                continue;
            }

            if (counted?.Status == EventStatus.Background && counted.Claims.Any(c => c.Value is TimeValue own && own.Time.Span == time.Span) && view.Article.Published?.Date is { } today && time.Last < today)
            {
                return null; // "its fifth test in September 2016": when it was, not since when
            }

            if (view.Article.Published?.Date is { } printed && time.First > printed)
            {
                return null; // "the third launch is scheduled for September"
            }

            if (IsLongPast(view, time))
            {
                return null; // "the first test was conducted in May 1989": when it was; nobody counts within a month of long ago
            }

            if (time.Type == TimexType.Date && time.Precision is TimePrecision.Year or TimePrecision.Month or TimePrecision.Week or TimePrecision.Quarter)
            {
                return ("period", time.First, time.Span);
            }

            if (time.Type == TimexType.Duration && BeforeLength(tokens, first) is >= 0 and var within)
            {
                return ("period", Back(view, time), new TextSpan(tokens[within].Start, time.Span.End));
            }
        }

        return null;
    }

    private static bool IsLongPast(ReportView view, TimeExpression time) =>
        time is { Type: TimexType.Date, Last: { } last } && view.Article.Published?.Date is { } today && last < today.PlusDays(time.Precision is TimePrecision.Year ? -LongPastYear : -LongPastMonth);

    // "in two months", "in more than two months", "over almost a year": the preposition before a length, or -1
    private int BeforeLength(TokenList tokens, int first)
    {
        var at = first - 1;
        while (at > 0 && (tokens[at].Tag is PartOfSpeech.Adverb or PartOfSpeech.Adjective or PartOfSpeech.Determiner || IsOfBound(tokens[at]) || (at + 1 < first && words.Is(tokens[at + 1], "bound-after"))))
        {
            at--;
        }

        return at >= 0 && tokens[at].Tag == PartOfSpeech.Adposition ? at : -1;
    }

    private bool IsOfBound(Token token) => words.Is(token, "bound") || words.Is(token, "bound-before") || words.Is(token, "bound-after");

    // "in two months": as far back from publication
    private static LocalDate? Back(ReportView view, TimeExpression time) =>
        view.Article.Published?.Date is { } day && PeriodPattern.NormalizingIso.Parse(time.Value) is { Success: true, Value: { HasTimeComponent: false } length } ? day - length : null;

    private (string, LocalDate?, TextSpan?)? Since(ReportView view, SentenceSyntax syntax, int since)
    {
        var tokens = syntax.Sentence.Tokens;
        for (var i = since + 1; i < Math.Min(tokens.Count, since + Reach); i++)
        {
            if (tokens[i].Word >= 0 && scopes.LongestAt(tokens, i) is { } match && match.Values[0] is "office" or "term" && Term(view, syntax, since, i, match.After) is { } term)
            {
                return (term.Kind, term.Since, term.Words is { } w ? new TextSpan(tokens[since].Start, w.End) : null);
            }

            if (tokens[i].Word >= 0 && starts.LongestAt(tokens, i) is { } start)
            {
                return ("since", start.Values[0], syntax.SpanOf(since, start.After));
            }

            var time = view.Annotations.Times.FirstOrDefault(t => t.Span.Start == tokens[i].Start && t.Type is TimexType.Date or TimexType.Time);
            if (time is not null)
            {
                return ("since", time.First, new TextSpan(tokens[since].Start, time.Span.End));
            }
        }

        return null;
    }

    // "of President Trump's second term": the day the office began, the n-th time
    private (string Kind, LocalDate? Since, TextSpan? Words)? Term(ReportView view, SentenceSyntax syntax, int at, int first, int after)
    {
        var tokens = syntax.Sentence.Tokens;
        var span = syntax.SpanOf(at, after);
        var holder = view.Actors(span).LastOrDefault(a => a.Actor.Id is not null && names.Person(a.Actor.Id) is not null);
        if (holder is null)
        {
            return null;
        }

        var nth = view.Annotations.Ordinals.LastOrDefault(o => o.Span.Start > holder.Span.Start && o.Span.End <= tokens[first].Start)?.Value;
        var begins = names.Person(holder.Actor.Id!)!.Offices
            .Where(o => o.Name.StartsWith("head_of", StringComparison.Ordinal) && o.From is not null)
            .Select(o => LocalDatePattern.Iso.Parse(o.From!))
            .Where(r => r.Success)
            .Select(r => r.Value)
            .Order()
            .ToList();
        var published = view.Article.Published?.Date;
        var begun = begins.Where(b => published is null || b <= published).ToList();
        LocalDate? since = nth is { } n && n >= 1 && n <= begins.Count ? begins[n - 1] : begun.Count > 0 ? begun[^1] : null;
        return ("term", since, syntax.SpanOf(syntax.Sentence.TokenAt(holder.Span.Start), after));
    }

    private static TextSpan Rest(SentenceSyntax syntax, int since)
    {
        var tokens = syntax.Sentence.Tokens;
        var end = since + 1;
        while (end < tokens.Count && tokens[end].Kind is not (TokenKind.Terminal or TokenKind.Punctuation))
        {
            end++;
        }

        return syntax.SpanOf(since, end);
    }
}
