using Dateline.Annotations.Actors;
using Dateline.Annotations.Places;
using Dateline.Annotations.Weapons;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Says what a noun chunk is as a filler: whom, what weapon and which place it names, and whose it is.</summary>
internal sealed class FillerReader(ReportView view, FunctionWords words, ArgumentTypes types)
{
    private const int SayingReach = 3; // tokens between a verb of saying and the pronoun of who says it: "said on Friday that it"

    private SentenceSyntax? current;
    private Filler?[] known = [];

    /// <summary>One chunk with what was annotated in it; kept for as long as its sentence is read, since every trigger asks for the chunks around it.</summary>
    public Filler Fill(SentenceSyntax syntax, int noun)
    {
        if (!ReferenceEquals(syntax, current))
        {
            (current, known) = (syntax, new Filler?[syntax.Nouns.Count]);
        }

        return known[noun] ??= Make(syntax, noun);
    }

    private Filler Make(SentenceSyntax syntax, int noun)
    {
        var chunk = syntax.Nouns[noun];
        var own = syntax.SpanOf(chunk);
        var span = own;
        var (country, by) = CountryIn(own);
        for (var owner = chunk.Possessor; owner >= 0; owner = syntax.Nouns[owner].Possessor)
        {
            span = span.Cover(syntax.SpanOf(syntax.Nouns[owner]));
            if (country is null)
            {
                (country, by) = CountryIn(syntax.SpanOf(syntax.Nouns[owner]));
            }
        }

        if (country is null && words.Is(syntax.Sentence.Tokens[chunk.First], "possessive"))
        {
            (country, by) = StateBefore(syntax, syntax.Sentence.Tokens[chunk.First]);
        }

        var head = syntax.Sentence.Tokens[chunk.Head];
        // a name may run on behind its chunk: "Missile Administration of North Korea"
        var actor = view.Actors(syntax.Sentence.Span).LastOrDefault(a => a.Span.Contains(head.Start)) ?? BodyOf(syntax, chunk);
        actor ??= head.Tag == PartOfSpeech.Pronoun ? Speaker(syntax, chunk) : null;
        var weapon = view.Weapons(syntax.Sentence.Span).LastOrDefault(w => w.Span.Contains(head.Start)) ?? view.Weapons(own).LastOrDefault(w => w.Span.End >= syntax.Sentence.Tokens[Math.Max(chunk.First, BeforeName(syntax, chunk))].Start);
        weapon ??= actor is null && head.Tag == PartOfSpeech.Pronoun ? WeaponBefore(syntax, noun) : null;
        return new Filler(syntax, noun, span, actor, actor is null ? weapon : null, PlaceOf(syntax, noun, span), country ?? actor?.Actor.Country, by);
    }

    // "the missile Kestrel", "the carrier rocket Kestrel-1": the token before the name that no table has
    private static int BeforeName(SentenceSyntax syntax, NounChunk chunk)
    {
        var (tokens, i) = (syntax.Sentence.Tokens, chunk.Head);
        return i >= 2 && tokens[i].Kind is TokenKind.Number && tokens[i - 1].Kind == TokenKind.Hyphen && tokens[i - 2].Tag == PartOfSpeech.ProperNoun ? i - 3 : i - 1;
    }

    // "Israel's military said it struck": who says it, where a force or a state does
    private ActorMention? Speaker(SentenceSyntax syntax, NounChunk pronoun)
    {
        if (words.Is(syntax.Sentence.Tokens[pronoun.Head], "he"))
        {
            return PersonSpeaking(syntax, syntax.Sentence.Tokens[pronoun.Head].Start);
        }

        if (!words.Is(syntax.Sentence.Tokens[pronoun.Head], "it") && !words.Is(syntax.Sentence.Tokens[pronoun.Head], "they"))
        {
            return null;
        }

        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject >= 0 && clause.Verb.After <= pronoun.First && pronoun.First - clause.Verb.After <= SayingReach && (words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "saying") || IsCue(syntax.Sentence.Tokens[clause.Verb.Head])))
            {
                var subject = syntax.SpanOf(syntax.Nouns[clause.Subject]);
                return view.Actors(syntax.Sentence.Span).LastOrDefault(a => a.Span.End == subject.End && a.Actor.Kind is ActorKind.Military or ActorKind.ArmedGroup or ActorKind.Government or ActorKind.Ministry or ActorKind.State);
            }
        }

        return null;
    }

    // "said he had spoken to X", "he and X talked for an hour, the president said": who says it of himself
    private ActorMention? PersonSpeaking(SentenceSyntax syntax, int pronoun)
    {
        var saying = view.Annotations.Attributions.FirstOrDefault(a => a is { Speaker.Kind: ActorKind.Person, Cue: [var cue, ..] } && syntax.Sentence.Span.Contains(cue) && a.Content.Any(c => c.Contains(pronoun)));
        return saying is null ? null : view.Actors(syntax.Sentence.Span).LastOrDefault(a => a.Actor.IsSameAs(saying.Speaker!) && saying.Source.Any(s => s.Overlaps(a.Span)));
    }

    // "unveiled a missile and tested it": the object of the verb before
    private WeaponMention? WeaponBefore(SentenceSyntax syntax, int pronoun)
    {
        var tokens = syntax.Sentence.Tokens;
        if (!words.Is(tokens[syntax.Nouns[pronoun].Head], "thing"))
        {
            return null;
        }

        for (var c = 1; c < syntax.Clauses.Count; c++)
        {
            if (syntax.Clauses[c].Objects.Contains(pronoun) && syntax.Clauses[c - 1] is { Objects: [.., var told] } && told < pronoun)
            {
                return Fill(syntax, told).Weapon;
            }
        }

        return null;
    }

    // "denied it had struck", "warned on Friday that it"
    private bool IsCue(Token verb) => view.Annotations.Attributions.Any(a => a.Cue.Any(c => c.Contains(verb.Start)));

    private PlaceMention? PlaceOf(SentenceSyntax syntax, int noun, TextSpan span)
    {
        var head = syntax.Sentence.Tokens[syntax.Nouns[noun].Head].Start; // a name may run on behind its chunk: "Sea of Japan"
        var places = view.Places(syntax.Sentence.Span).Where(p => p.Place is not null && (span.Contains(p.Span) || p.Span.Contains(head))).ToList();
        var own = places.LastOrDefault(p => p.Role == PlaceRole.Place && !Describes(syntax, p)) ?? places.LastOrDefault(p => p.Relation is not null);
        if (own is not null && Inner(syntax, noun, own) is { } inner)
        {
            return inner;
        }

        var isOwner = own is not null && own.Span.End <= syntax.Sentence.Tokens[syntax.Nouns[noun].First].Start;
        if (own is not null && !(isOwner && OpensOf(syntax, noun)))
        {
            return own; // "Russia's peninsula of X": the owner only contains it
        }

        // "in waters off the coast of X", "the city of X", "fronts in the Kursk region": the place stands in what follows
        foreach (var next in syntax.Following(noun))
        {
            if (syntax.Nouns[next].Preposition is >= 0 and var preposition && !words.Is(syntax.Sentence.Tokens[preposition], "belonging"))
            {
                break;
            }

            if (next + 1 < syntax.Nouns.Count && syntax.Nouns[next + 1].Possessor == next)
            {
                continue; // the container: "Russia's Kursk region"
            }

            if (view.Places(syntax.SpanOf(syntax.Nouns[next])).LastOrDefault(p => p.Role == PlaceRole.Place && p.Place is not null) is { } later)
            {
                return later;
            }
        }

        return own;
    }

    // "the Iraqi town of Ranya": the adjective only says where the town lies
    private PlaceMention? Inner(SentenceSyntax syntax, int noun, PlaceMention own) =>
        own is { Form: NameForm.Adjective } && OpensOf(syntax, noun)
            ? view.Places(syntax.SpanOf(syntax.Nouns[noun + 1])).LastOrDefault(p => p is { Role: PlaceRole.Place, Place: not null })
            : null;

    // "Global Strike Command airmen", "the UN envoy", "Wagner fighters": the body named before its people
    private ActorMention? BodyOf(SentenceSyntax syntax, NounChunk chunk)
    {
        var tokens = syntax.Sentence.Tokens;
        var before = chunk.Head - 1;
        before -= before - 3 >= chunk.First && tokens[before].Kind == TokenKind.Punctuation ? 3 : 0; // "the Kachin Independence Army (KIA) fighters"
        if (view.Actors(syntax.SpanOf(chunk)).LastOrDefault(a => a.Actor.Kind is ActorKind.Military && syntax.Sentence.TokenAt(a.Span.End) is var first && first <= chunk.Head && types.Names("formation", tokens, first)) is { } whose)
        {
            return whose; // "a Peruvian Navy task group"
        }

        return tokens[chunk.Head] is { Tag: PartOfSpeech.Noun } head && chunk.Head > chunk.First && !view.Weapons(syntax.SpanOf(chunk)).Any() && (head.Form == WordForm.Plural || types.Names("representative", tokens, chunk.Head))
            ? view.Actors(syntax.SpanOf(chunk)).LastOrDefault(a => a.Actor.Kind is ActorKind.Military or ActorKind.ArmedGroup or ActorKind.Organization && (a.Span.End == tokens[before].End || (syntax.Sentence.TokenAt(a.Span.End) is var office && office == chunk.Head - 1 && types.Names("office", tokens, office))))
            : null;
    }

    private bool OpensOf(SentenceSyntax syntax, int noun) =>
        noun + 1 < syntax.Nouns.Count && syntax.Nouns[noun + 1].Preposition is >= 0 and var preposition && preposition == syntax.Nouns[noun].After && words.Is(syntax.Sentence.Tokens[preposition], "of");

    /// <summary>"the Saudi Hospital": an adjective in a name says nothing of where a thing happened; in "Israeli territory" it does.</summary>
    public static bool Describes(SentenceSyntax syntax, PlaceMention place)
    {
        var next = syntax.Sentence.TokenAt(place.Span.End);
        return place.Form is NameForm.Adjective or NameForm.Demonym && next < syntax.Sentence.Tokens.Count && syntax.Sentence.Tokens[next].Tag == PartOfSpeech.ProperNoun;
    }

    private (string? Country, TextSpan? Words) CountryIn(TextSpan span)
    {
        var place = view.Places(span).LastOrDefault(p => p.Place?.Country is not null && p.Role is PlaceRole.Modifier or PlaceRole.Actor && p.Place.Precision == PlacePrecision.Country && !IsInCompound(p));
        if (place is not null)
        {
            return (place.Place!.Country, place.Span);
        }

        var state = view.Actors(span).LastOrDefault(a => a.Actor.Kind is ActorKind.State or ActorKind.Government);
        return state is null ? (null, null) : (state.Actor.Country, state.Span);
    }

    // "a Greek-flagged ship", "a Russian-held town": the participle says what it has to do with the state
    private bool IsInCompound(PlaceMention place)
    {
        var tokens = current!.Sentence.Tokens;
        var next = current.Sentence.TokenAt(place.Span.End);
        return next + 1 < tokens.Count && tokens[next].Kind == TokenKind.Hyphen && tokens[next].Start == place.Span.End && tokens[next + 1] is { Tag: PartOfSpeech.Verb or PartOfSpeech.Adjective, Form: WordForm.PastParticiple or WordForm.Past };
    }

    // "its soldiers": the state that is the nearest subject before it in the sentence
    private (string? Country, TextSpan? Words) StateBefore(SentenceSyntax syntax, Token pronoun)
    {
        var (position, ofPerson) = (pronoun.Start, words.Is(pronoun, "his") || words.Is(pronoun, "her"));
        foreach (var clause in syntax.Clauses.Reverse())
        {
            if (clause.Subject < 0 || syntax.Sentence.Tokens[syntax.Nouns[clause.Subject].First].Start >= position)
            {
                continue;
            }

            var state = view.Actors(syntax.SpanOf(syntax.Nouns[clause.Subject])).LastOrDefault(a => a.Actor is { Kind: ActorKind.State or ActorKind.Government } or { Kind: ActorKind.Military, Country: not null } && !(ofPerson && a.Actor.Kind == ActorKind.Military));
            if (state is not null)
            {
                return (state.Actor.Country, state.Span);
            }

            // "the president denied his country had sent drones": a leader's country is that of his state
            if (types.Names("homeland", syntax.Sentence.Tokens, syntax.Sentence.TokenAt(position) + 1) && view.Actors(syntax.SpanOf(syntax.Nouns[clause.Subject])).LastOrDefault(a => a.Actor is { Kind: ActorKind.Person, Country: not null }) is { } leader)
            {
                return (leader.Actor.Country, leader.Span);
            }
        }

        return (null, null);
    }
}
