using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Says whom source words without a name mean: who spoke or was named before, whoever issued a document; or nobody known.</summary>
internal sealed class NamelessSources(string text, FunctionWords words, Salience salience, NamesNear near, IReadOnlyList<ActorMention> actors)
{
    /// <summary>Whom a noun goes back to, by its class; or null.</summary>
    public SourceWords? Before(CueSentence s, NounChunk chunk, TextSpan span, SourceNounEntry? noun, string? country)
    {
        var head = s.Tokens[chunk.Head];
        var plural = head.Form == WordForm.Plural;
        var owned = chunk.After < s.End && words.Is(s.Tokens[chunk.After], "of") && noun?.Class is not SourceNoun.Document; // "the governor of Kursk" is no governor named before
        var definite = words.Is(s.Tokens[chunk.First], "definite") && !plural && !owned;
        if (noun?.Class is SourceNoun.Evidence or SourceNoun.Unnamed && Issuer(s, chunk) is { } issuer)
        {
            return new SourceWords(span, issuer, "figures of who gave them out", false);
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
            case SourceNoun.Person or null when definite && !words.Is(s.Tokens[chunk.First], "possessive") && IsEpithet(s, chunk, country) && salience.LastPerson(s.Syntax.Sentence.Index, earlier: true) is { } one && (chunk.After - chunk.First == 2 || string.Equals(one.Country, country, StringComparison.Ordinal)):
                return new SourceWords(span, one, "noun that goes back to the last person", true);
        }

        return null;
    }

    /// <summary>The source as nobody known.</summary>
    public SourceWords Nobody(CueSentence s, NounChunk chunk, TextSpan span, SourceNounEntry? noun, string? country)
    {
        var plural = s.Tokens[chunk.Head].Form == WordForm.Plural;
        return new SourceWords(span, new Actor(null, span.In(text), ActorKind.Unnamed, country), noun?.Class == SourceNoun.Evidence ? SpeakerReader.EvidenceRule : "source without a name", noun is null or { Class: SourceNoun.Person } && !plural);
    }

    // "figures released by the army" are not nobody's
    private Actor? Issuer(CueSentence s, NounChunk chunk)
    {
        var by = chunk.After + 1;
        if (by + 1 >= s.End || !words.Is(s.Tokens[chunk.After], "provide") || !words.Is(s.Tokens[by], "by") || s.Syntax.NounAt(by + 1) is not (>= 0 and var noun))
        {
            return null;
        }

        var span = s.Syntax.SpanOf(s.Syntax.Nouns[SourceFinder.Owned(s, noun)]).Cover(s.Syntax.SpanOf(s.Syntax.Nouns[noun]));
        Actor? found = null;
        foreach (var actor in actors)
        {
            found = span.Overlaps(actor.Span) && (found is null or { Kind: ActorKind.State }) ? actor.Actor : found;
        }

        return found;
    }

    // "a report seen by AFP": who has seen a document has not issued it
    private bool HasSeen(CueSentence s, int start) =>
        s.Syntax.Sentence.TokenAt(start) is > 1 and var at && words.Is(s.Tokens[at - 1], "by") && words.Is(s.Tokens[at - 2], "seen");

    /// <summary>"the army said" right after an army spoke, whatever army the words alone would mean; or null.</summary>
    public Actor? Continues(CueSentence s, NounChunk chunk, SourceNounEntry? noun) =>
        noun is { Class: SourceNoun.Reference, Kinds.Count: > 0 } && chunk.Possessor < 0 && chunk.After - chunk.First == 2 && words.Is(s.Tokens[chunk.First], "the") && s.Tokens[chunk.Head].Form != WordForm.Plural && !s.Tokens[chunk.Head].IsCapitalised
        && salience.LastSpeaker(s.Syntax.Sentence.Index) is { } last && noun.Kinds.Contains(last.Kind)
        && (last.Id is not null || last.Name.EndsWith(s.Tokens[chunk.Head].Span.In(text), StringComparison.OrdinalIgnoreCase)) ? last : null; // the navy is no army

    // "the warlord", "the Russian dictator": one word with its article and at most a country
    private static bool IsEpithet(CueSentence s, NounChunk chunk, string? country) =>
        s.Tokens[chunk.Head] is { Tag: PartOfSpeech.Noun, IsCapitalised: false, Form: WordForm.Singular } && (chunk.After - chunk.First == 2 || (chunk.After - chunk.First == 3 && country is not null && s.Tokens[chunk.First + 1].IsCapitalised));

    // "the Polish source" after "a Polish government source": the last without a name of that noun whose words hold the names among these
    private Actor? Nameless(CueSentence s, NounChunk chunk, string? country)
    {
        var noun = s.Tokens[chunk.Head].Span.In(text);
        return salience.Last(a => a.Kind == ActorKind.Unnamed && a.Name.EndsWith(noun, StringComparison.OrdinalIgnoreCase) && NamesNear.Fits(a, country)
            && s.Tokens.Skip(chunk.First).Take(chunk.Head - chunk.First).All(t => !t.IsCapitalised || t.Is(TokenShape.SentenceStart) || NamedSources.HasWord(a.Name, t.Span.In(text))));
    }

    // "the statement": its issuer where one is named beside it, else who spoke last; "a U.S. statement": the state's
    private SourceWords Document(CueSentence s, TextSpan span, string? country, IReadOnlyList<ActorKind> kinds, bool definite)
    {
        Actor? issuer = null;
        var owner = false;
        foreach (var actor in actors)
        {
            if (span.Contains(actor.Span) && !HasSeen(s, actor.Span.Start) && (issuer is null or { Kind: ActorKind.State } || owner))
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
}
