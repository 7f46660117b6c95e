using Dateline.Annotations.Names;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Actors;

/// <summary>
/// Reads what goes back to somebody named before: "he", "it", "the president", "the two leaders". Each link keeps its reason;
/// where two could be meant, none is made.
/// </summary>
internal sealed class ReferenceReader(NameLexicon names, ReferenceLexicon lexicon, FunctionWords words, Vocabulary vocabulary)
{
    private const int Near = 2; // sentences a pronoun looks back beyond its own
    private const int InMind = 5; // sentences "the minister" looks back

    private readonly PersonPronouns pronouns = new(names);
    private readonly TitleReferences titles = new(names, words, InMind);
    private readonly PairReferences pairs = new(names, lexicon, Near);

    /// <summary>The references of one sentence; it and its actors are noted for those that follow.</summary>
    public List<ActorMention> Read(ReportNames report, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, IReadOnlyList<ActorMention> named)
    {
        report.Discourse.Next();
        var found = new List<ActorMention>();
        var next = 0;
        var titled = titles.Read(report, syntax, matches, named);
        for (var n = 0; n < syntax.Nouns.Count; n++)
        {
            for (; next < named.Count && named[next].Span.Start < syntax.SpanOf(syntax.Nouns[n]).End; next++)
            {
                Note(report, syntax, named[next]);
            }

            if (IsNoted(named, syntax.SpanOf(syntax.Nouns[n])))
            {
                continue;
            }

            var mention = Pronoun(report, syntax, n) ?? titled(n);
            if (mention is not null)
            {
                found.Add(mention);
                Note(report, syntax, mention);
            }
            else if (syntax.Sentence.Tokens[syntax.Nouns[n].Head] is { Form: not WordForm.Plural } head && (lexicon.IsPerson(head) || IsUnknownName(syntax, n) || IsSomebody(syntax, n, named)))
            {
                report.Discourse.Add(new Actor(null, "", ActorKind.Unnamed, null), syntax.SpanOf(syntax.Nouns[n]), syntax.SpanOf(syntax.Nouns[n]), IsSubject(syntax, n), false, null);
            }
        }

        for (; next < named.Count; next++)
        {
            Note(report, syntax, named[next]);
        }

        found.AddRange(pairs.Read(report, syntax).Where(p => !named.Any(a => a.Span.Overlaps(p.Span)) && !found.Exists(a => a.Span.Overlaps(p.Span))));
        return found;
    }

    private static bool IsNoted(IReadOnlyList<ActorMention> named, TextSpan chunk) => named.Any(a => a.Span.Overlaps(chunk));

    private void Note(ReportNames report, SentenceSyntax syntax, ActorMention mention)
    {
        if (mention.Span.End < report.Text.Length && report.Text[mention.Span.End] == '-')
        {
            return; // "a UK-owned ship" is no talk of the UK
        }

        var noun = NounOf(syntax, mention.Span);
        report.Discourse.Add(mention.Actor, mention.Span, mention.RefersTo ?? mention.Span, noun >= 0 && IsSubject(syntax, noun), mention.Plural, pronouns.PronounOf(mention.Actor));
    }

    // the chunk whose head an actor's name holds
    private static int NounOf(SentenceSyntax syntax, TextSpan span)
    {
        for (var n = 0; n < syntax.Nouns.Count; n++)
        {
            if (span.Contains(syntax.Sentence.Tokens[syntax.Nouns[n].Head].Start))
            {
                return n;
            }
        }

        return -1;
    }

    // of a main clause, and alone: of "Seoul and Tokyo" neither is
    private static bool IsSubject(SentenceSyntax syntax, int noun)
    {
        var first = syntax.Nouns[noun].First;
        return !(first > 0 && syntax.Sentence.Tokens[first - 1].Tag == PartOfSpeech.CoordinatingConjunction && syntax.NounAt(first - 2) >= 0)
            && syntax.Clauses.Any(c => c.Subject == noun && c is { Relative: false, Marker: < 0 });
    }

    // "a technician died": somebody, perhaps, when the sentence names nobody else
    private bool IsSomebody(SentenceSyntax syntax, int noun, IReadOnlyList<ActorMention> named) =>
        named.Count == 0 && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].First], "indefinite") && IsSubject(syntax, noun);

    // "Mira Voss said": a person no table has, whom "she" may mean
    private static bool IsUnknownName(SentenceSyntax syntax, int noun)
    {
        var head = syntax.Sentence.Tokens[syntax.Nouns[noun].Head];
        return head.IsCapitalised && head.Tag == PartOfSpeech.ProperNoun && syntax.Clauses.Any(c => c.Subject == noun);
    }

    private ActorMention? Pronoun(ReportNames report, SentenceSyntax syntax, int noun)
    {
        var chunk = syntax.Nouns[noun];
        var head = syntax.Sentence.Tokens[chunk.Head];
        if (head.Tag != PartOfSpeech.Pronoun || chunk.After - chunk.First != 1)
        {
            return null;
        }

        var clause = ClauseOf(syntax, noun) ?? (noun + 1 < syntax.Nouns.Count && IsJoined(syntax, noun) ? ClauseOf(syntax, noun + 1) : null);
        if (clause is null)
        {
            return Object(report.Discourse, head);
        }

        var meant = words.Is(head, "he") ? Person(report.Discourse, syntax, noun, words.Is(head, "she") ? "she" : "he")
            : words.Is(head, "it") && !clause.Verb.Passive ? It(report, syntax, noun, clause)
            : null;
        return meant is not { Seen.Actor.Kind: not ActorKind.Unnamed } known ? null
            : new ActorMention(head.Span, $"actors.reference {vocabulary[head.Word]}; {known.Why}", known.Seen.Actor, known.Seen.Name);
    }

    // "Reporters asked him": the only person of the sentence before that it can mean, when this one has named none
    private ActorMention? Object(Discourse discourse, Token head)
    {
        if (!words.Is(head, "him") || discourse.Ago(0).Any(a => a.IsPerson))
        {
            return null;
        }

        var pronoun = words.Is(head, "her") ? "she" : "he";
        var there = discourse.Ago(1).Where(a => a.IsPerson && a.Agrees(pronoun));
        return One(there) is { Actor.Kind: ActorKind.Person } only && string.Equals(only.Pronoun, pronoun, StringComparison.Ordinal)
            ? new ActorMention(head.Span, $"actors.reference {vocabulary[head.Word]}; the only person of the sentence before", only.Actor, only.Name)
            : null;
    }

    // "He and the president met"
    private static bool IsJoined(SentenceSyntax syntax, int noun) =>
        syntax.Nouns[noun + 1].First == syntax.Nouns[noun].After + 1 && syntax.Sentence.Tokens[syntax.Nouns[noun].After].Tag == PartOfSpeech.CoordinatingConjunction;

    private static Clause? ClauseOf(SentenceSyntax syntax, int subject)
    {
        var after = syntax.Nouns[subject].After;
        foreach (var clause in syntax.Clauses)
        {
            // finite, and right behind it: not "helped it deploy", "told it that …"
            if (clause.Subject == subject && clause.Verb is { Infinitive: false, Participle: false } && clause.Verb.First >= after && clause.Verb.First - after <= 1
                && (clause.Verb.First < clause.Verb.Head || syntax.Sentence.Tokens[clause.Verb.Head].Form != WordForm.Base))
            {
                return clause;
            }
        }

        return null;
    }

    private static (Discourse.Seen Seen, string Why)? Person(Discourse discourse, SentenceSyntax syntax, int noun, string pronoun)
    {
        var before = discourse.Ago(0).Where(a => a.IsPerson && a.Agrees(pronoun)).ToList();
        for (var c = syntax.Clauses.Count - 1; c >= 0; c--)
        {
            var subject = syntax.Clauses[c].Subject;
            if (subject >= 0 && subject < noun && !IsInserted(syntax, syntax.Clauses[c]) && before.Find(a => syntax.SpanOf(syntax.Nouns[subject]).Overlaps(a.Span)) is { } near)
            {
                return (near, "the subject before it in the sentence");
            }
        }

        var previous = discourse.Ago(1).Where(a => a.IsPerson && a.Agrees(pronoun)).ToList();
        if (before.Exists(a => NounOf(syntax, a.Span) is >= 0 and var own && syntax.Nouns[own].Preposition < 0))
        {
            return One(before.Concat(previous)) is { } same ? (same, "the only person named so far") : null;
        }

        // "After talks with Putin, he said", "According to Peskov, he": somebody spoken of before
        for (var ago = 1; ago <= Near; ago++)
        {
            var there = ago == 1 ? previous : [.. discourse.Ago(ago).Where(a => a.IsPerson && a.Agrees(pronoun))];
            if (there.Count == 0)
            {
                continue;
            }

            return One(there) is { } only ? (only, "the only person of the sentence before")
                : One(there.Where(a => a.Subject)) is { } subject ? (subject, "the subject of the sentence before")
                : null;
        }

        return null;
    }

    private (Discourse.Seen Seen, string Why)? It(ReportNames report, SentenceSyntax syntax, int noun, Clause clause)
    {
        var verb = syntax.Sentence.Tokens[clause.Verb.Head];
        return lexicon.IsActors(verb) ? IsBehindSaid(report, syntax, noun, clause) ? Spoken(report.Discourse) : Thing(report.Discourse, syntax, noun)
            : !lexicon.IsThings(verb) ? Sayer(report.Discourse, syntax, noun)
            : null;
    }

    // "...," it said: the words before are what it said, so whoever they speak of is not the speaker; he is looked for in the sentences before
    private static bool IsBehindSaid(ReportNames report, SentenceSyntax syntax, int noun, Clause clause)
    {
        var tokens = syntax.Sentence.Tokens;
        var at = syntax.Nouns[noun].First - 1;
        return at > 0 && tokens[at].Kind is TokenKind.Quote or TokenKind.Punctuation
            && (tokens[at].Kind == TokenKind.Quote || report.Text[tokens[at].Start] == ',')
            && (clause.Verb.After >= tokens.Count || tokens[clause.Verb.After].Kind is TokenKind.Terminal or TokenKind.Punctuation || tokens[clause.Verb.After].Tag == PartOfSpeech.Adposition)
            && clause.Objects.Count == 0;
    }

    private static (Discourse.Seen Seen, string Why)? Spoken(Discourse discourse)
    {
        for (var ago = 1; ago <= Near; ago++)
        {
            if (discourse.Ago(ago).Where(a => !a.IsPerson && !a.Plural && a.Subject).ToList() is { Count: > 0 } subjects)
            {
                return One(subjects) is { } subject ? (subject, ago == 1 ? "who spoke in the sentence before" : "who spoke before") : null;
            }
        }

        return null;
    }

    // "The army said it placed ...", "said that it placed": who says it
    private (Discourse.Seen Seen, string Why)? Sayer(Discourse discourse, SentenceSyntax syntax, int noun)
    {
        var tokens = syntax.Sentence.Tokens;
        var at = syntax.Nouns[noun].First - 1;
        at -= at > 0 && words.Is(tokens[at], "that") ? 1 : 0;
        foreach (var saying in syntax.Clauses)
        {
            if (saying.Verb.After != at + 1 || saying.Verb.Passive || saying.Subject < 0 || saying.Subject >= noun || !lexicon.IsActors(tokens[saying.Verb.Head]))
            {
                continue;
            }

            var head = tokens[syntax.Nouns[saying.Subject].Head].Start;
            var who = discourse.Ago(0).FirstOrDefault(a => !a.IsPerson && !a.Plural && a.Span.Contains(head));
            return who is null ? null : (who, "who says it");
        }

        return null;
    }

    private static (Discourse.Seen Seen, string Why)? Thing(Discourse discourse, SentenceSyntax syntax, int noun)
    {
        var before = discourse.Ago(0).Where(a => !a.IsPerson && !a.Plural).ToList();
        for (var c = syntax.Clauses.Count - 1; c >= 0; c--)
        {
            var subject = syntax.Clauses[c].Subject;
            if (subject >= 0 && subject < noun && !IsInserted(syntax, syntax.Clauses[c]) && before.Find(a => a.Span.Contains(syntax.Sentence.Tokens[syntax.Nouns[subject].Head].Start)) is { } near)
            {
                return (near, "the subject before it in the sentence");
            }
        }

        if (before.Count > 0)
        {
            return null;
        }

        for (var ago = 1; ago <= Near; ago++)
        {
            if (discourse.Ago(ago).Where(a => !a.IsPerson && !a.Plural && a.Subject).ToList() is { Count: > 0 } subjects)
            {
                return One(subjects) is { } subject ? (subject, "the subject of the sentence before") : null;
            }
        }

        return null;
    }

    // ", the military said," between commas: what follows speaks of the sentence around it
    private static bool IsInserted(SentenceSyntax syntax, Clause clause)
    {
        var tokens = syntax.Sentence.Tokens;
        var (before, after) = (syntax.Nouns[clause.Subject].First - 1, clause.Verb.After);
        return before >= 0 && after < tokens.Count && tokens[before].Kind is TokenKind.Punctuation or TokenKind.Quote && tokens[after].Kind == TokenKind.Punctuation && clause.Subject >= 0;
    }

    // The last mention when all are of one actor.
    private static Discourse.Seen? One(IEnumerable<Discourse.Seen> all)
    {
        Discourse.Seen? one = null;
        foreach (var seen in all)
        {
            if (one is not null && !one.Actor.IsSameAs(seen.Actor))
            {
                return null;
            }

            one = seen;
        }

        return one;
    }
}
