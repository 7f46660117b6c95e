using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Looks up whom and which country the words of a source name.</summary>
internal sealed class NamesNear(string text, IReadOnlyList<ActorMention> actors, IReadOnlyList<PlaceMention> places)
{
    /// <summary>The last actor named before a place in the text, of some kinds (any organisation when none is given).</summary>
    public Actor? Mentioned(int before, IReadOnlyList<ActorKind> kinds, string? country)
    {
        for (var i = actors.Count - 1; i >= 0; i--)
        {
            var actor = actors[i].Actor;
            var fits = kinds.Count == 0 ? actor.Kind is not (ActorKind.Person or ActorKind.Unnamed) : kinds.Contains(actor.Kind);
            if (actors[i].Span.End <= before && fits && Fits(actor, country))
            {
                return actor;
            }
        }

        return null;
    }

    /// <summary>The last person named before a place in the text with a title that holds a word, or null.</summary>
    public Actor? Titled(int before, string word, string? country)
    {
        for (var i = actors.Count - 1; i >= 0; i--)
        {
            if (actors[i].Span.End <= before && actors[i].Actor is { Kind: ActorKind.Person, Title: { } title } person && title.Contains(word, StringComparison.OrdinalIgnoreCase) && Fits(person, country))
            {
                return person;
            }
        }

        return null;
    }

    /// <summary>True when an actor may be of a country; null for any.</summary>
    public static bool Fits(Actor actor, string? country) => country is null || actor.Country is null || string.Equals(actor.Country, country, StringComparison.Ordinal);

    /// <summary>The country of an actor or place among some words, or null.</summary>
    public string? CountryIn(TextSpan span)
    {
        foreach (var actor in actors)
        {
            if (span.Contains(actor.Span) && actor.Actor.Country is { } code)
            {
                return code;
            }
        }

        foreach (var place in places)
        {
            if (span.Contains(place.Span) && place.Place?.Country is { } code)
            {
                return code;
            }
        }

        return null;
    }

    /// <summary>The state a word names, or null.</summary>
    public Actor? StateAt(Token head)
    {
        foreach (var place in places)
        {
            if (place.Span.Contains(head.Start) && place.Place is { Precision: PlacePrecision.Country, Country: not null } state)
            {
                return new Actor(state.Id, state.Name, ActorKind.State, state.Country);
            }
        }

        return null;
    }

    /// <summary>The actor named at a token, or null.</summary>
    public ActorMention? NamedAt(SentenceSyntax syntax, int token)
    {
        var start = syntax.Sentence.Tokens[token].Start;
        foreach (var actor in actors)
        {
            if (actor.Span.Contains(start))
            {
                return actor;
            }
        }

        return null;
    }

    /// <summary>"theJCS" where a page lost the space: an abbreviation already named behind small letters, or null.</summary>
    public Actor? RunTogether(TextSpan word, int before)
    {
        var capital = word.Start;
        while (capital < word.End && char.IsLower(text[capital]))
        {
            capital++;
        }

        if (capital == word.Start || word.End - capital < 2 || !char.IsUpper(text[capital]))
        {
            return null;
        }

        foreach (var actor in actors)
        {
            if (actor.Span.End <= before && actor.Span.Length == word.End - capital && string.CompareOrdinal(text, actor.Span.Start, text, capital, actor.Span.Length) == 0)
            {
                return actor.Actor;
            }
        }

        return null;
    }
}
