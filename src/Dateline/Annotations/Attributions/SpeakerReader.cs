using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>A source as found: its words and whom they mean.</summary>
/// <param name="Span">The words of the source.</param>
/// <param name="Speaker">Who it is, or null when not known.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Person">True when "he" may go back to it.</param>
internal sealed record SourceWords(TextSpan Span, Actor? Speaker, string Rule, bool Person)
{
    /// <summary>Who speaks jointly with the speaker, in text order.</summary>
    public IReadOnlyList<Actor> Joint { get; init; } = [];
}

/// <summary>
/// Says whom the source words of a cue mean: a named actor among them, a pronoun or "the agency" that goes back to one,
/// a nameless source, or a name nobody knows.
/// </summary>
internal sealed class SpeakerReader(string text, CueLexicon cues, FunctionWords words, SourceFinder sources, IReadOnlyList<ActorMention> actors, IReadOnlyList<PlaceMention> places)
{
    /// <summary>Ends the rule of an attribution to evidence.</summary>
    public const string EvidenceRule = "evidence without an owner";

    private readonly Salience salience = new();
    private readonly NamesNear near = new(text, actors, places);

    /// <summary>Notes who spoke, for the pronouns after it.</summary>
    public void Spoke(CueSentence s, SourceWords? source)
    {
        if (source?.Speaker is { } actor)
        {
            salience.Spoke(actor, s.Syntax.Sentence.Index, source.Person, IsSeveral(actor, s.Tokens, source.Span));
        }
    }

    /// <summary>Notes the subjects of a sentence, for the pronouns of the next.</summary>
    public void Passed(SentenceSyntax syntax)
    {
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject >= 0 && clause is { Relative: false, Marker: < 0 } && near.NamedAt(syntax, syntax.Nouns[clause.Subject].Head) is { } named)
            {
                salience.Did(named.Actor, syntax.Sentence.Index, IsSeveral(named.Actor, syntax.Sentence.Tokens, named.Span));
            }
        }
    }

    /// <summary>The source in a noun chunk, with what belongs to it: its owner before, "of …" behind.</summary>
    public SourceWords Read(CueSentence s, CueClause clause)
    {
        if (clause.Bare)
        {
            return Words(s, clause);
        }

        var chunk = s.Syntax.Nouns[clause.Source];
        if (clause.Cue.Kind == CueKind.Noun && clause.SourceFirst == chunk.First && chunk.Head >= clause.First)
        {
            return Owner(s, clause.SourceFirst);
        }

        if (clause.Relative >= 0)
        {
            var antecedent = s.Syntax.SpanOf(sources.First(s, clause.Source), chunk.After);
            return Mean(s, chunk, antecedent) with { Span = s.Syntax.SpanOf(clause.Relative, clause.Relative + 1) };
        }

        var own = clause.SourceAfter > clause.SourceFirst && clause.SourceFirst <= chunk.Head && chunk.Head < clause.SourceAfter;
        var first = own ? clause.SourceFirst : sources.First(s, clause.Source);
        var after = Math.Max(own ? clause.SourceAfter : chunk.After, sources.After(s, clause.Source));
        after = clause.First >= first && after > clause.First ? chunk.After : after;
        var speaking = FirstOfSeveral(s, chunk, first);
        var whole = s.Syntax.SpanOf(first, after);
        var meant = Mean(s, speaking, speaking.First < chunk.First ? s.Syntax.SpanOf(first, speaking.After) : JointSpeakers.WithoutOthers(s, speaking, first, after));
        return meant with { Span = whole, Joint = JointSpeakers.Of(s, text, cues, speaking, first, after, meant.Speaker) };
    }

    // "his claim", "its warning", "their threat"
    private SourceWords Owner(CueSentence s, int token)
    {
        var sentence = s.Syntax.Sentence.Index;
        var span = s.Tokens[token].Span;
        var person = words.Is(s.Tokens[token], "his");
        var meant = person ? salience.LastPerson(sentence) ?? near.Mentioned(span.Start, [ActorKind.Person], null) : words.Is(s.Tokens[token], "their") ? salience.LastSeveral(sentence) : salience.LastThing() ?? near.Mentioned(span.Start, [], null);
        return new SourceWords(span, meant, meant is null ? "pronoun, open" : "pronoun for the last that spoke or acted", person);
    }

    // "Riga and Tallinn said": the speaker is the first of those joined
    private NounChunk FirstOfSeveral(CueSentence s, NounChunk chunk, int first)
    {
        if (first >= chunk.First || s.Syntax.NounAt(first) is not (>= 0 and var at))
        {
            return chunk;
        }

        at = SourceFinder.Owned(s, at);
        var other = s.Syntax.Nouns[at];
        var named = s.ActorAt(other.Head);
        if (other.First >= chunk.First || (s.Tokens[chunk.Head].Form == WordForm.Plural && (named?.Actor.Kind == ActorKind.State || near.StateAt(s.Tokens[other.Head]) is not null)))
        {
            return chunk; // "U.S. and Japanese officials" are officials
        }

        var close = other.After;
        while (named is not null && s.ActorAt(close) == named)
        {
            close++; // the Bureau of Fisheries
        }

        close = s.Is(close, '(') && s.Is(close + 2, ')') ? close + 3 : close;
        return s.Tokens[close].Tag == PartOfSpeech.CoordinatingConjunction || s.Is(close, ',') ? other : chunk;
    }

    // an actor among the words, else a source without a name
    private SourceWords Words(CueSentence s, CueClause clause)
    {
        var span = s.Syntax.SpanOf(clause.SourceFirst, clause.SourceAfter);
        if (s.ActorAt(clause.SourceAfter - 1) is { } named)
        {
            return new SourceWords(span, SameSurname(named), "source named", named.Actor.Kind == ActorKind.Person);
        }

        return new SourceWords(span, new Actor(null, span.In(text), ActorKind.Unnamed, near.CountryIn(span)), "source without a name", true);
    }

    private SourceWords Mean(CueSentence s, NounChunk chunk, TextSpan span)
    {
        var head = s.Tokens[chunk.Head];
        if (head.Tag == PartOfSpeech.Pronoun)
        {
            return Pronoun(s, chunk, span);
        }

        var noun = cues.NounAt(s.Tokens, chunk.First, chunk.After);
        if ((noun is not null || (head.Tag == PartOfSpeech.Noun && !head.IsCapitalised)) && NameInApposition(s, chunk) is { } other)
        {
            return new SourceWords(span, other, "name in apposition", other.Kind == ActorKind.Person);
        }

        if (Continues(s, chunk, noun) is { } same)
        {
            return new SourceWords(span, same, "noun that goes back to who spoke right before", false);
        }

        if (PersonBehind(s, chunk) is { } spokesman)
        {
            return new SourceWords(span, spokesman, "source named", true);
        }

        if (OfPlace(s, chunk) is { } professor)
        {
            var one = salience.LastPerson(s.Syntax.Sentence.Index, earlier: true);
            return new SourceWords(span, one ?? new Actor(null, span.In(text), ActorKind.Unnamed, near.CountryIn(span)), one is null ? "source without a name" : "noun that goes back to the last person", professor);
        }

        if (s.ActorAt(chunk.Head) is { } named && !(named.Actor.Kind == ActorKind.State && named.Span.End < head.End))
        {
            return new SourceWords(span, SameSurname(named), "source named", named.Actor.Kind == ActorKind.Person);
        }

        var plural = head.Form == WordForm.Plural;
        var country = near.CountryIn(span);
        var owned = chunk.After < s.End && words.Is(s.Tokens[chunk.After], "of") && noun?.Class is not SourceNoun.Document; // "the governor of Kursk" is no governor named before
        var definite = words.Is(s.Tokens[chunk.First], "definite") && !plural && !owned;
        if (noun?.Class == SourceNoun.Reference && chunk.Possessor >= 0 && head.IsCapitalised && !head.Is(TokenShape.SentenceStart) && s.Tokens[s.Syntax.Nouns[chunk.Possessor].Head] is { IsCapitalised: true, Form: WordForm.Plural })
        {
            return new SourceWords(span, new Actor(null, WithoutArticle(s, span), ActorKind.Organization, country), "name no table has", false); // the Lissa Nurses' Network
        }

        switch (noun?.Class)
        {
            case SourceNoun.Reference when definite && chunk.Possessor < 0 && Nameless(s, chunk, country) is { } group:
                return new SourceWords(span, group, "noun that goes back to a speaker without a name", false);
            case SourceNoun.Document:
                return Document(s, span, country, noun.Kinds, definite || (!plural && chunk.Head == chunk.First));
            case SourceNoun.Reference when !plural && definite && chunk.Possessor < 0 && salience.Last(a => (noun.Kinds.Count == 0 ? a.Kind is not (ActorKind.Person or ActorKind.Unnamed) : noun.Kinds.Contains(a.Kind)) && NamesNear.Fits(a, country)) is { } before:
                return new SourceWords(span, before, "noun that goes back to the last such organisation", false);
            case SourceNoun.Reference when !plural && definite && chunk.Possessor < 0 && near.Mentioned(span.Start, noun.Kinds, country) is { } mentioned:
                return new SourceWords(span, mentioned, "noun that goes back to the last such organisation named", false);
            case SourceNoun.Office when definite && near.Titled(span.Start, head.Span.In(text), country) is { } titled:
                return new SourceWords(span, titled, "office that goes back to the last person of that title", true);
            case SourceNoun.Office when definite && salience.Last(a => a.Kind == ActorKind.Person && NamesNear.Fits(a, country)) is { } person:
                return new SourceWords(span, person, "office that goes back to the last person", true);
            case SourceNoun.Office when definite && near.Mentioned(span.Start, [ActorKind.Person], country) is { } holder:
                return new SourceWords(span, holder, "office that goes back to the last person named", true);
            case SourceNoun.Person when definite && Nameless(s, chunk, country) is { } known:
                return new SourceWords(span, known, "noun that goes back to a speaker without a name", true);
            case SourceNoun.Person or null when definite && IsEpithet(s, chunk, country) && salience.LastPerson(s.Syntax.Sentence.Index, earlier: true) is { } one && (chunk.After - chunk.First == 2 || string.Equals(one.Country, country, StringComparison.Ordinal)):
                return new SourceWords(span, one, "noun that goes back to the last person", true);
        }

        if (noun is null && near.StateAt(head) is { } state)
        {
            return new SourceWords(span, state, "state named", false);
        }

        if (noun is null && head.IsCapitalised && head.Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Other && !head.Is(TokenShape.SentenceStart | TokenShape.Clitic))
        {
            var first = NameStart(s.Tokens, chunk);
            if (chunk.After - first == 1 && salience.Last(a => a.Kind == ActorKind.Person && HasWord(a.Name, head.Span.In(text))) is { } spoke)
            {
                return new SourceWords(span, spoke, "part of the name of one who spoke", true);
            }

            var person = chunk.After - first is >= 2 and <= 5;
            return new SourceWords(span, new Actor(null, s.Syntax.SpanOf(first, chunk.After).In(text), person ? ActorKind.Person : ActorKind.Organization, country), "name no table has", true);
        }

        if (near.RunTogether(head.Span, span.Start) is { } glued)
        {
            return new SourceWords(span, glued, "name run together with its article", false);
        }

        return new SourceWords(span, new Actor(null, span.In(text), ActorKind.Unnamed, country), noun?.Class == SourceNoun.Evidence ? EvidenceRule : "source without a name", noun is null or { Class: SourceNoun.Person } && !plural);
    }

    // "the army said" right after an army spoke, whatever army the words alone would mean
    private Actor? Continues(CueSentence s, NounChunk chunk, SourceNounEntry? noun) =>
        noun is { Class: SourceNoun.Reference, Kinds.Count: > 0 } && chunk.Possessor < 0 && chunk.After - chunk.First == 2 && words.Is(s.Tokens[chunk.First], "the") && s.Tokens[chunk.Head].Form != WordForm.Plural && !s.Tokens[chunk.Head].IsCapitalised
        && salience.LastSpeaker(s.Syntax.Sentence.Index) is { } last && noun.Kinds.Contains(last.Kind) ? last : null;

    // "Ministry of Defence spokesman Jan Berg": the person the words behind "of" end with
    private static Actor? PersonBehind(CueSentence s, NounChunk chunk) =>
        chunk.After + 1 < s.End && s.Syntax.NounAt(chunk.After + 1) is >= 0 and var next && s.Syntax.Nouns[next] is { } behind && behind.Preposition == chunk.After && behind.Head > behind.First + 1 && s.ActorAt(chunk.Head) is { Actor.Kind: not ActorKind.Person } whole
        && s.ActorAt(behind.Head) is { Actor.Kind: ActorKind.Person } named && named.Span.Start > s.Tokens[behind.First].Start && (s.ActorAt(behind.First) == whole || !s.Tokens[named.Span.Start > 0 ? s.Syntax.Sentence.TokenAt(named.Span.Start) - 1 : 0].IsCapitalised) ? named.Actor : null;

    // "the University of Uppsala professor": true when the name before "of" only says where a person is; null when it does not
    private bool? OfPlace(CueSentence s, NounChunk chunk)
    {
        if (s.ActorAt(chunk.Head) is not { Actor.Kind: not ActorKind.Person } named || s.Syntax.NounAt(Math.Min(chunk.After + 1, s.End - 1)) is not (>= 0 and var next) || s.Syntax.Nouns[next] is not { } behind || behind.Preposition != chunk.After)
        {
            return null;
        }

        var noun = cues.NounAt(s.Tokens, behind.First, behind.After);
        return named.Span.End > s.Tokens[behind.First].Start && named.Span.End < s.Tokens[behind.Head].Start && noun?.Class == SourceNoun.Person && s.Tokens[behind.Head] is { IsCapitalised: false, Form: not WordForm.Plural } ? true : null;
    }

    // "the warlord", "the Russian dictator": one word with its article and at most a country
    private static bool IsEpithet(CueSentence s, NounChunk chunk, string? country) =>
        s.Tokens[chunk.Head] is { Tag: PartOfSpeech.Noun, IsCapitalised: false, Form: WordForm.Singular } && (chunk.After - chunk.First == 2 || (chunk.After - chunk.First == 3 && country is not null && s.Tokens[chunk.First + 1].IsCapitalised));

    private string WithoutArticle(CueSentence s, TextSpan span)
    {
        var first = s.Syntax.Sentence.TokenAt(span.Start);
        return words.Is(s.Tokens[first], "the") ? text[s.Tokens[first + 1].Start..span.End] : span.In(text);
    }

    // "the Polish source" after "a Polish government source": the last without a name of that noun whose words hold the names among these
    private Actor? Nameless(CueSentence s, NounChunk chunk, string? country)
    {
        var noun = s.Tokens[chunk.Head].Span.In(text);
        return salience.Last(a => a.Kind == ActorKind.Unnamed && a.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase) && NamesNear.Fits(a, country)
            && s.Tokens.Skip(chunk.First).Take(chunk.Head - chunk.First).All(t => !t.IsCapitalised || t.Is(TokenShape.SentenceStart) || HasWord(a.Name, t.Span.In(text))));
    }

    // "the governor, Oleh Dmytrenko, said", "Iran's news agency, Tasnim, reported"
    private Actor? NameInApposition(CueSentence s, NounChunk chunk)
    {
        var comma = Math.Max(chunk.After, sources.After(s, s.Syntax.NounAt(chunk.Head)));
        var name = s.Is(comma, ',') ? s.Syntax.NounAt(comma + 1) : -1;
        if (name < 0 || s.Syntax.Nouns[name] is not { } named || named.First != comma + 1 || !(s.Is(named.After, ',') || named.After >= s.End) || !s.Tokens[named.First].IsCapitalised || !s.Tokens[named.Head].IsCapitalised || s.TimeAfter(named.Head) >= 0)
        {
            return null;
        }

        return s.ActorAt(named.Head)?.Actor ?? (named.After - named.First > 1 ? new Actor(null, s.Syntax.SpanOf(named).In(text), ActorKind.Person, null) : null);
    }

    // "the statement": its issuer where one is named beside it, else who spoke last; "a U.S. statement": the state's
    private SourceWords Document(CueSentence s, TextSpan span, string? country, IReadOnlyList<ActorKind> kinds, bool definite)
    {
        Actor? issuer = null;
        var owner = false;
        foreach (var actor in actors)
        {
            if (span.Contains(actor.Span) && (issuer is null or { Kind: ActorKind.State } || owner))
            {
                issuer = actor.Actor; // of "the country's navy" the navy
                owner = actor.Span.End + 1 < span.End && text[actor.Span.End] is '\'' or '’';
            }
        }

        if (issuer is not null)
        {
            return new SourceWords(span, issuer, "document of its issuer", false);
        }

        var word = text[s.Tokens[s.Syntax.Sentence.TokenAt(span.End - 1)].Start..span.End];
        var last = !definite ? null
            : salience.Last(a => (a.Kind == ActorKind.Unnamed ? a.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase) : kinds.Count == 0 || kinds.Contains(a.Kind)) && NamesNear.Fits(a, country))
                ?? (kinds.Count > 0 ? near.Mentioned(span.Start, kinds, country) : null);
        return last is not null
            ? new SourceWords(span, last, "document of the last speaker", false)
            : new SourceWords(span, new Actor(null, span.In(text), ActorKind.Unnamed, country), "document without an issuer", false);
    }

    // Of several persons of one surname the one that speaks is meant.
    private Actor SameSurname(ActorMention named)
    {
        if (named.RefersTo is null || named.Actor.Kind != ActorKind.Person || !named.Rule.Contains("several", StringComparison.Ordinal))
        {
            return named.Actor;
        }

        var surname = named.Span.In(text);
        return salience.Last(a => a.Kind == ActorKind.Person && (a.Name.StartsWith(surname, StringComparison.OrdinalIgnoreCase) || a.Name.EndsWith(surname, StringComparison.OrdinalIgnoreCase))) ?? named.Actor;
    }

    private SourceWords Pronoun(CueSentence s, NounChunk chunk, TextSpan span)
    {
        var token = s.Tokens[chunk.Head];
        var person = words.Is(token, "he");
        var judges = chunk.First > 0 && words.Is(s.Tokens[chunk.First - 1], "what") && cues.CueAt(s.Tokens, chunk.After)?.Cue.Stance is Stance.Suspects or Stance.Assesses or Stance.Estimates; // fired what it believed was: who tells
        if (words.Is(token, "it") && !judges && SubjectBefore(s, chunk) is { } subject)
        {
            return new SourceWords(span, subject, "pronoun for the subject before it", false);
        }

        var meant = person ? salience.LastPerson(s.Syntax.Sentence.Index) ?? near.Mentioned(span.Start, [ActorKind.Person], null)
            : words.Is(token, "it") ? salience.LastThing() ?? near.Mentioned(span.Start, [], null)
            : salience.LastSeveral(s.Syntax.Sentence.Index);
        return new SourceWords(span, meant, meant is null ? "pronoun, open" : "pronoun for the last that spoke or acted", person);
    }

    // "Pyongyang would respond if what it calls …": the state or organisation that is a subject earlier in the sentence
    private static Actor? SubjectBefore(CueSentence s, NounChunk pronoun)
    {
        for (var c = s.Syntax.Clauses.Count - 1; c >= 0; c--)
        {
            var subject = s.Syntax.Clauses[c].Subject;
            if (subject >= 0 && s.Syntax.Nouns[subject].After <= pronoun.First && (s.QuotationAt(s.Syntax.Nouns[subject].Head) < 0 || s.QuotationAt(pronoun.First) >= 0) && s.ActorAt(s.Syntax.Nouns[subject].Head) is { Actor.Kind: not (ActorKind.Person or ActorKind.Unnamed) } actor)
            {
                return actor.Actor;
            }
        }

        return null;
    }

    // officials, the Joint Chiefs, troops: words of which one is plural, and no state
    private static bool IsSeveral(Actor actor, TokenList tokens, TextSpan span)
    {
        if (actor.Kind is ActorKind.State or ActorKind.Person)
        {
            return false;
        }

        foreach (var token in tokens)
        {
            if (span.Contains(token.Span) && token.Form == WordForm.Plural)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasWord(string name, string word)
    {
        var at = name.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || name[at - 1] == ' ') && (at + word.Length == name.Length || name[at + word.Length] is ' ' or '-');
    }

    private static int NameStart(TokenList tokens, NounChunk chunk)
    {
        var first = chunk.First;
        while (first < chunk.Head && !(tokens[first].IsCapitalised && tokens[first].Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Other or PartOfSpeech.Noun && !tokens[first].Is(TokenShape.SentenceStart)) && tokens[first].Tag != PartOfSpeech.ProperNoun)
        {
            first++;
        }

        return first;
    }
}
