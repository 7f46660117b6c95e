using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Says whom source words mean that hold a name: a named actor, a name in apposition, a name no table has.</summary>
internal sealed class NamedSources(string text, CueLexicon cues, FunctionWords words, SourceFinder sources, Salience salience, NamesNear near)
{
    /// <summary>Whom an actor among the words of a chunk names, or null.</summary>
    public SourceWords? Named(CueSentence s, NounChunk chunk, TextSpan span)
    {
        if ((PersonBehind(s, chunk) ?? SpokesmanFor(s, chunk)) is { } spokesman)
        {
            return new SourceWords(span, spokesman, "source named", true);
        }

        if (MembersOf(s, chunk) is { } body)
        {
            return Meant(body, span);
        }

        if (OfPlace(s, chunk) is { } professor)
        {
            var one = salience.LastPerson(s.Syntax.Sentence.Index, earlier: true);
            return new SourceWords(span, one ?? new Actor(null, span.In(text), ActorKind.Unnamed, near.CountryIn(span)), one is null ? "source without a name" : "noun that goes back to the last person", professor);
        }

        if (cues.NounAt(s.Tokens, chunk.First, chunk.After) is { Class: SourceNoun.Reference } && s.ActorAt(chunk.Head) is null && Bracketed(s, chunk) is { } abbreviated)
        {
            return Meant(abbreviated, span);
        }

        return s.ActorAt(chunk.Head) is { } named && !(named.Actor.Kind == ActorKind.State && named.Span.End < s.Tokens[chunk.Head].End) ? Meant(named, span) : null;
    }

    /// <summary>The source an actor's words name.</summary>
    public SourceWords Meant(ActorMention named, TextSpan span) => new(span, SameSurname(named), "source named", named.Actor.Kind == ActorKind.Person);

    /// <summary>A state, or a name no table has, at the head of a chunk without a noun that sources go by; or null.</summary>
    public SourceWords? Unknown(CueSentence s, NounChunk chunk, TextSpan span, string? country)
    {
        var head = s.Tokens[chunk.Head];
        if (near.StateAt(head) is { } state)
        {
            return new SourceWords(span, state, "state named", false);
        }

        if (IsAddress(head.Span.Of(text)))
        {
            return new SourceWords(span, new Actor(null, head.Span.In(text), ActorKind.Outlet, country), "site by its address", false);
        }

        if (!head.IsCapitalised || head.Tag is not (PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Other) || head.Is(TokenShape.SentenceStart | TokenShape.Clitic))
        {
            return null;
        }

        var first = NameStart(s.Tokens, chunk);
        if (chunk.After - first == 1 && salience.Last(a => a.Kind == ActorKind.Person && HasWord(a.Name, head.Span.In(text))) is { } spoke)
        {
            return new SourceWords(span, spoke, "part of the name of one who spoke", true);
        }

        var person = chunk.After - first is >= 2 and <= 5;
        return new SourceWords(span, new Actor(null, s.Syntax.SpanOf(first, chunk.After).In(text), person ? ActorKind.Person : ActorKind.Organization, country), "name no table has", true);
    }

    /// <summary>"the Lissa Nurses' Network": an organisation whose last word is a noun that goes back to others; or null.</summary>
    public SourceWords? OwnedName(CueSentence s, NounChunk chunk, TextSpan span, string? country) =>
        chunk.Possessor >= 0 && s.Tokens[chunk.Head] is { IsCapitalised: true } head && !head.Is(TokenShape.SentenceStart) && s.Tokens[s.Syntax.Nouns[chunk.Possessor].Head] is { IsCapitalised: true, Form: WordForm.Plural }
            ? new SourceWords(span, new Actor(null, WithoutArticle(s, span), ActorKind.Organization, country), "name no table has", false) : null;

    /// <summary>"the governor, Oleh Dmytrenko, said", "Iran's news agency, Tasnim, reported".</summary>
    public Actor? NameInApposition(CueSentence s, NounChunk chunk)
    {
        var comma = Math.Max(chunk.After, sources.After(s, s.Syntax.NounAt(chunk.Head)));
        var name = s.Is(comma, ',') ? s.Syntax.NounAt(comma + 1) : -1;
        if (name < 0 || s.Syntax.Nouns[name] is not { } named || named.First != comma + 1 || !(s.Is(named.After, ',') || named.After >= s.End) || !s.Tokens[named.First].IsCapitalised || !s.Tokens[named.Head].IsCapitalised || s.TimeAfter(named.Head) >= 0)
        {
            return null;
        }

        if (s.ActorAt(named.Head) is { } actor)
        {
            return actor.Actor;
        }

        for (var i = named.Head - 1; i > named.First; i--)
        {
            if (!s.Tokens[i].IsCapitalised && cues.NounAt(s.Tokens, named.First, i + 1) is { Class: SourceNoun.Reference })
            {
                return new Actor(null, s.Syntax.SpanOf(i + 1, named.After).In(text), ActorKind.Organization, null); // "British firm Lista Shipping"
            }
        }

        return named.After - named.First > 1 ? new Actor(null, s.Syntax.SpanOf(named).In(text), ActorKind.Person, null) : null;
    }

    /// <summary>True for a name that holds a word of its own.</summary>
    public static bool HasWord(string name, string word)
    {
        var at = name.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || name[at - 1] == ' ') && (at + word.Length == name.Length || name[at + word.Length] is ' ' or '-');
    }

    // "Ministry of Defence spokesman Jan Berg": the person the words behind "of" end with
    private static Actor? PersonBehind(CueSentence s, NounChunk chunk) =>
        chunk.After + 1 < s.End && s.Syntax.NounAt(chunk.After + 1) is >= 0 and var next && s.Syntax.Nouns[next] is { } behind && behind.Preposition == chunk.After && behind.Head > behind.First + 1 && s.ActorAt(chunk.Head) is { Actor.Kind: not ActorKind.Person } whole
        && s.ActorAt(behind.Head) is { Actor.Kind: ActorKind.Person } named && named.Span.Start > s.Tokens[behind.First].Start && (s.ActorAt(behind.First) == whole || !s.Tokens[named.Span.Start > 0 ? s.Syntax.Sentence.TokenAt(named.Span.Start) - 1 : 0].IsCapitalised) ? named.Actor : null;

    // "Spokesperson for the West Sea Commodore Jan Berg": no article before, one before whom he speaks for, and no office right before the name
    private Actor? SpokesmanFor(CueSentence s, NounChunk chunk)
    {
        var next = chunk.After + 1 < s.End ? s.Syntax.NounAt(chunk.After + 1) : -1;
        if (next < 0 || !words.Is(s.Tokens[chunk.After], "for") || !words.Is(s.Tokens[chunk.After + 1], "the") || s.Tokens[chunk.First].Tag == PartOfSpeech.Determiner || s.Tokens[chunk.Head].Form == WordForm.Plural || cues.NounAt(s.Tokens, chunk.First, chunk.After)?.Class != SourceNoun.Person)
        {
            return null;
        }

        while (s.Syntax.Following(next).FirstOrDefault(-1) is >= 0 and var further && s.Syntax.Nouns[further].Preposition >= 0 && words.Is(s.Tokens[s.Syntax.Nouns[further].Preposition], "of"))
        {
            next = further;
        }

        var name = s.ActorAt(s.Syntax.Nouns[next].After - 1);
        var first = name is null ? 0 : s.Syntax.Sentence.TokenAt(name.Span.Start);
        return name is { Actor.Kind: ActorKind.Person } && first > chunk.After + 2 && cues.NounAt(s.Tokens, first - 1, first)?.Class != SourceNoun.Office ? name.Actor : null;
    }

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

    // "the members of the Council": the body they make up
    private ActorMention? MembersOf(CueSentence s, NounChunk chunk) =>
        chunk.After + 1 < s.End && words.Is(s.Tokens[chunk.Head], "membership") && words.Is(s.Tokens[chunk.After], "of") && s.Syntax.NounAt(chunk.After + 1) is >= 0 and var next
            && s.ActorAt(s.Syntax.Nouns[next].Head) is { Actor: { Kind: ActorKind.Organization, Id: not null } } body ? body : null;

    // "Lista.info": letters, a point, small letters
    private static bool IsAddress(ReadOnlySpan<char> word)
    {
        var point = word.LastIndexOf('.');
        return point > 1 && word.Length - point > 2 && char.IsLower(word[point - 1]) && word[(point + 1)..].IndexOfAnyExceptInRange('a', 'z') < 0;
    }

    // "the Bureau of Fisheries (BOF) agency": the body named before the brackets and the noun behind them
    private static ActorMention? Bracketed(CueSentence s, NounChunk chunk)
    {
        var open = chunk.First - 2;
        while (s.Is(chunk.First - 1, ')') && open > 0 && chunk.First - open < 6 && !s.Is(open, '('))
        {
            open--;
        }

        return s.Is(open, '(') && s.ActorAt(open - 1) is { Actor.Kind: not (ActorKind.State or ActorKind.Person) } named ? named : null;
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

    private string WithoutArticle(CueSentence s, TextSpan span)
    {
        var first = s.Syntax.Sentence.TokenAt(span.Start);
        return words.Is(s.Tokens[first], "the") ? text[s.Tokens[first + 1].Start..span.End] : span.In(text);
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
