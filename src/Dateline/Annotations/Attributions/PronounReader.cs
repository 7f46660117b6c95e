using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Says whom a pronoun means that is a source or owns one: the last that spoke or acted, or who was named last.</summary>
internal sealed class PronounReader(CueLexicon cues, FunctionWords words, Salience salience, NamesNear near)
{
    /// <summary>"he said", "it said", "they said".</summary>
    public SourceWords Read(CueSentence s, NounChunk chunk, TextSpan span)
    {
        var token = s.Tokens[chunk.Head];
        var person = words.Is(token, "he") || words.Is(token, "him");
        var judges = chunk.First > 0 && words.Is(s.Tokens[chunk.First - 1], "what") && cues.CueAt(s.Tokens, chunk.After)?.Cue.Stance is Stance.Suspects or Stance.Assesses or Stance.Estimates; // fired what it believed was: who tells
        if (words.Is(token, "it") && !judges && SubjectBefore(s, chunk) is { } subject)
        {
            return new SourceWords(span, subject, "pronoun for the subject before it", false);
        }

        if (words.Is(token, "they") && s.Breaks(chunk.First - 1) && SubjectBefore(s, chunk, several: true) is { } several)
        {
            return new SourceWords(span, several, "pronoun for the subject before it", false);
        }

        var meant = person ? salience.LastPerson(s.Syntax.Sentence.Index) ?? near.Mentioned(span.Start, [ActorKind.Person], null) ?? salience.LastStranger(s.Syntax.Sentence.Index)
            : words.Is(token, "it") ? salience.LastThing() ?? near.Mentioned(span.Start, [], null)
            : salience.LastSeveral(s.Syntax.Sentence.Index);
        return new SourceWords(span, meant, meant is null ? "pronoun, open" : "pronoun for the last that spoke or acted", person);
    }

    /// <summary>"his claim", "its warning", "their threat".</summary>
    public SourceWords Owner(CueSentence s, int token)
    {
        var sentence = s.Syntax.Sentence.Index;
        var span = s.Tokens[token].Span;
        var person = words.Is(s.Tokens[token], "his");
        var meant = person ? salience.LastPerson(sentence) ?? near.Mentioned(span.Start, [ActorKind.Person], null) : words.Is(s.Tokens[token], "their") ? salience.LastSeveral(sentence) : salience.LastThing() ?? near.Mentioned(span.Start, [], null);
        return new SourceWords(span, meant, meant is null ? "pronoun, open" : "pronoun for the last that spoke or acted", person);
    }

    // "Pyongyang would respond if what it calls …": the state or organisation that is a subject earlier in the sentence
    private static Actor? SubjectBefore(CueSentence s, NounChunk pronoun, bool several = false)
    {
        for (var c = s.Syntax.Clauses.Count - 1; c >= 0; c--)
        {
            var subject = s.Syntax.Clauses[c].Subject;
            if (subject >= 0 && s.Syntax.Nouns[subject].After <= pronoun.First && (s.QuotationAt(s.Syntax.Nouns[subject].Head) < 0 || s.QuotationAt(pronoun.First) >= 0) && s.ActorAt(s.Syntax.Nouns[subject].Head) is { Actor.Kind: not (ActorKind.Person or ActorKind.Unnamed) } actor && (!several || actor.Actor.Kind == ActorKind.ArmedGroup || s.Tokens[s.Syntax.Nouns[subject].Head].Form == WordForm.Plural))
            {
                return actor.Actor;
            }
        }

        return null;
    }
}
