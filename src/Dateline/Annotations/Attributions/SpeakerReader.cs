using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>A source as found: its words and whom they mean.</summary>
internal sealed record SourceWords(TextSpan Span, Actor? Speaker, string Rule);

/// <summary>
/// Says whom the source words of a cue mean: a named actor among them, a pronoun or "the agency" that goes back to one,
/// a nameless source, or a name nobody knows.
/// </summary>
internal sealed class SpeakerReader(string text, CueLexicon cues, FunctionWords words, IReadOnlyList<ActorMention> actors)
{
    private readonly List<Actor> spoken = [];

    /// <summary>Notes who spoke, for the pronouns after it.</summary>
    public void Spoke(Actor? actor)
    {
        if (actor is not null)
        {
            spoken.Add(actor);
        }
    }

    /// <summary>The source in a noun chunk, with what belongs to it: its owner before, "of …" behind.</summary>
    public SourceWords Read(SentenceSyntax syntax, int noun)
    {
        var tokens = syntax.Sentence.Tokens;
        var chunk = syntax.Nouns[noun];
        var first = chunk.First;
        for (var owner = chunk.Possessor; owner >= 0; owner = syntax.Nouns[owner].Possessor)
        {
            first = syntax.Nouns[owner].First;
        }

        var after = chunk.After;
        foreach (var next in syntax.Following(noun))
        {
            var of = syntax.Nouns[next].Preposition;
            if (of >= 0 && !words.Is(tokens[of], "of"))
            {
                break;
            }

            after = syntax.Nouns[next].After;
        }

        while (first < chunk.Head && tokens[first].Kind is TokenKind.Quote or TokenKind.Punctuation)
        {
            first++;
        }

        var span = syntax.SpanOf(first, after);
        return Mean(syntax, chunk, span);
    }

    private SourceWords Mean(SentenceSyntax syntax, NounChunk chunk, TextSpan span)
    {
        var tokens = syntax.Sentence.Tokens;
        var head = tokens[chunk.Head];
        if (head.Tag == PartOfSpeech.Pronoun)
        {
            return Pronoun(syntax, chunk, span);
        }

        var own = actors.Where(a => span.Contains(a.Span)).ToList();
        if (own.LastOrDefault(a => a.Span.Contains(head.Start)) is { } named && !(named.Actor.Kind == ActorKind.State && named.Span.End < head.End))
        {
            return new SourceWords(span, named.Actor, "source named");
        }

        var noun = cues.NounAt(tokens, chunk.First, chunk.After);
        var country = own.Select(a => a.Actor.Country).LastOrDefault(c => c is not null);
        switch (noun)
        {
            case SourceNoun.Document when own.Count > 0:
                return new SourceWords(span, own[^1].Actor, "document of its issuer");
            case SourceNoun.Document:
                return new SourceWords(span, spoken.LastOrDefault(), "document of the last speaker");
            case SourceNoun.Reference when own.Count == 0:
                var before = spoken.LastOrDefault(s => s.Kind is not (ActorKind.Person or ActorKind.Unnamed));
                return new SourceWords(span, before ?? Nameless(span, country), before is null ? "noun without a name" : "noun that goes back to the last organisation that spoke");
        }

        if (head.Tag == PartOfSpeech.ProperNoun && noun is null)
        {
            var count = chunk.After - chunk.First;
            return new SourceWords(span, new Actor(null, syntax.SpanOf(NameStart(tokens, chunk), chunk.After).In(text), count is >= 2 and <= 4 ? ActorKind.Person : ActorKind.Organization, country), "name no table has");
        }

        return new SourceWords(span, Nameless(span, country), "source without a name");
    }

    private Actor Nameless(TextSpan span, string? country) => new(null, span.In(text), ActorKind.Unnamed, country);

    private static int NameStart(IReadOnlyList<Token> tokens, NounChunk chunk)
    {
        var first = chunk.First;
        while (first < chunk.Head && tokens[first].Tag is not PartOfSpeech.ProperNoun)
        {
            first++;
        }

        return first;
    }

    private SourceWords Pronoun(SentenceSyntax syntax, NounChunk chunk, TextSpan span)
    {
        var token = syntax.Sentence.Tokens[chunk.Head];
        var person = words.Is(token, "he");
        var thing = words.Is(token, "it");
        var lastSpoken = spoken.LastOrDefault(a => person ? a.Kind == ActorKind.Person : thing ? a.Kind is not (ActorKind.Person or ActorKind.Unnamed) : a.Kind != ActorKind.Person);
        var lastNamed = actors.LastOrDefault(a => a.Span.End <= span.Start && (person ? a.Actor.Kind == ActorKind.Person : a.Actor.Kind is not (ActorKind.Person or ActorKind.Unnamed)))?.Actor;
        var meant = person || thing ? lastSpoken ?? lastNamed : lastSpoken;
        return new SourceWords(span, meant, meant is null ? "pronoun, open" : "pronoun for the last that spoke");
    }
}
