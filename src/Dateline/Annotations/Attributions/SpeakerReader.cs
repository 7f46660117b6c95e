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
internal sealed class SpeakerReader
{
    /// <summary>Ends the rule of an attribution to evidence.</summary>
    public const string EvidenceRule = "evidence without an owner";

    private readonly string text;
    private readonly CueLexicon cues;
    private readonly SourceFinder sources;
    private readonly Salience salience = new();
    private readonly NamesNear near;
    private readonly NamedSources named;
    private readonly NamelessSources nameless;
    private readonly PronounReader pronouns;

    public SpeakerReader(string text, CueLexicon cues, FunctionWords words, SourceFinder sources, IReadOnlyList<ActorMention> actors, IReadOnlyList<PlaceMention> places)
    {
        (this.text, this.cues, this.sources) = (text, cues, sources);
        near = new NamesNear(text, actors, places);
        named = new NamedSources(text, cues, words, sources, salience, near);
        nameless = new NamelessSources(text, words, salience, near, actors);
        pronouns = new PronounReader(cues, words, salience, near);
    }

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
            if (clause is { Subject: >= 0, Relative: false } && Stranger(syntax, syntax.Nouns[clause.Subject]) is { } stranger)
            {
                salience.Came(stranger, syntax.Sentence.Index);
            }

            if (clause.Subject >= 0 && clause is { Relative: false, Marker: < 0 } && near.NamedAt(syntax, syntax.Nouns[clause.Subject].Head) is { } subject)
            {
                salience.Did(subject.Actor, syntax.Sentence.Index, IsSeveral(subject.Actor, syntax.Sentence.Tokens, subject.Span));
            }
        }
    }

    // "Anna Berg ran out. "Stop," she said.": two or three capitalised words and no more, which no table has
    private Actor? Stranger(SentenceSyntax syntax, NounChunk chunk)
    {
        var tokens = syntax.Sentence.Tokens;
        if (chunk.After - chunk.First is < 2 or > 3 || near.NamedAt(syntax, chunk.Head) is not null)
        {
            return null;
        }

        for (var i = chunk.First; i < chunk.After; i++)
        {
            if (tokens[i] is not { Kind: TokenKind.Word, IsCapitalised: true, Tag: PartOfSpeech.ProperNoun } || tokens[i].Is(TokenShape.AllCaps))
            {
                return null;
            }
        }

        return new Actor(null, syntax.SpanOf(chunk).In(text), ActorKind.Person, null);
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
            return pronouns.Owner(s, clause.SourceFirst);
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

    // "Riga and Tallinn said": the speaker is the first of those joined
    private NounChunk FirstOfSeveral(CueSentence s, NounChunk chunk, int first)
    {
        if (first >= chunk.First || s.Syntax.NounAt(first) is not (>= 0 and var at))
        {
            return chunk;
        }

        at = SourceFinder.Owned(s, at);
        var other = s.Syntax.Nouns[at];
        var actor = s.ActorAt(other.Head);
        if (other.First >= chunk.First || (s.Tokens[chunk.Head].Form == WordForm.Plural && (actor?.Actor.Kind == ActorKind.State || near.StateAt(s.Tokens[other.Head]) is not null)))
        {
            return chunk; // "U.S. and Japanese officials" are officials
        }

        if (s.Tokens[chunk.Head].Form == WordForm.Plural && chunk.Head > chunk.First && other.After - other.First == 1 && actor is null && s.Tokens[other.Head] is { Tag: PartOfSpeech.Noun, Form: WordForm.Singular })
        {
            return chunk; // "government and rebel sources" are sources
        }

        var close = other.After;
        while (actor is not null && close < s.Tokens.Count && s.ActorAt(close) == actor)
        {
            close++; // the Bureau of Fisheries
        }

        close = s.Is(close, '(') && s.Is(close + 2, ')') ? close + 3 : close;
        return close < s.Tokens.Count && s.Tokens[close].Tag == PartOfSpeech.CoordinatingConjunction || (close < s.Tokens.Count && s.Is(close, ',')) ? other : chunk;
    }

    // an actor among the words, else a source without a name
    private SourceWords Words(CueSentence s, CueClause clause)
    {
        var span = s.Syntax.SpanOf(clause.SourceFirst, clause.SourceAfter);
        return s.ActorAt(clause.SourceAfter - 1) is { } actor
            ? named.Meant(actor, span)
            : new SourceWords(span, new Actor(null, span.In(text), ActorKind.Unnamed, near.CountryIn(span)), "source without a name", true);
    }

    private SourceWords Mean(CueSentence s, NounChunk chunk, TextSpan span)
    {
        var head = s.Tokens[chunk.Head];
        if (head.Tag == PartOfSpeech.Pronoun)
        {
            return pronouns.Read(s, chunk, span);
        }

        var noun = cues.NounAt(s.Tokens, chunk.First, chunk.After);
        if ((noun is not null || (head.Tag == PartOfSpeech.Noun && !head.IsCapitalised)) && named.NameInApposition(s, chunk) is { } other)
        {
            return new SourceWords(span, other, "name in apposition", other.Kind == ActorKind.Person);
        }

        if (nameless.Continues(s, chunk, noun) is { } same)
        {
            return new SourceWords(span, same, "noun that goes back to who spoke right before", false);
        }

        if (named.Named(s, chunk, span) is { } actor)
        {
            return actor;
        }

        var country = near.CountryIn(span);
        var meant = (noun?.Class == SourceNoun.Reference ? named.OwnedName(s, chunk, span, country) : null)
            ?? nameless.Before(s, chunk, span, noun, country)
            ?? (noun is null ? named.Unknown(s, chunk, span, country) : null);
        if (meant is not null)
        {
            return meant;
        }

        return near.RunTogether(head.Span, span.Start) is { } glued
            ? new SourceWords(span, glued, "name run together with its article", false)
            : nameless.Nobody(s, chunk, span, noun, country);
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
}
