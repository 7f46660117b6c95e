using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Says who takes part in what a clause tells beside its verb: "reached an accord after talks in X", "during phone calls in May, the ministers …".</summary>
internal sealed class MeanwhileReader(FunctionWords words, ArgumentTypes types, FillerReader fillers, SlotWriter writer)
{
    /// <summary>True for talks, without partners of their own, at or behind which several do what the clause tells.</summary>
    public bool AreTalksOfSeveral(SentenceSyntax syntax, Clause clause, int noun, SlotSet slots)
    {
        if (clause.Subject < 0 || syntax.Nouns[Root(syntax, noun)].Preposition is not (>= 0 and var at))
        {
            return false;
        }

        var tokens = syntax.Sentence.Tokens;
        return (words.Is(tokens[at], "recalling") || words.Is(tokens[at], "during") || (words.Is(tokens[at], "in") && !clause.Verb.Passive))
            && !slots["with"].Any() && !slots["between"].Any() && IsOfSeveral(syntax, clause.Subject) && types.Fits("talks", fillers.Fill(syntax, noun));
    }

    /// <summary>True for talks with somebody who the subject came for or speaks ahead of: "arrived for talks with the king", "landed ahead of a meeting with the king".</summary>
    public bool AreTalksToCome(SentenceSyntax syntax, Clause clause, int noun, SlotSet slots)
    {
        if (clause.Subject < 0 || clause.Verb.Passive || syntax.Nouns[noun].Preposition is not (> 0 and var at) || !slots["with"].Any() || !types.Fits("talks", fillers.Fill(syntax, noun)) || fillers.Fill(syntax, clause.Subject) is { Actor: null, Country: null })
        {
            return false;
        }

        var tokens = syntax.Sentence.Tokens;
        return words.Is(tokens[at - 1], "ahead") || (words.Is(tokens[at], "for") && words.Is(tokens[clause.Verb.Head], "moving"));
    }

    /// <summary>"following weeks of talks": the noun the preposition governs.</summary>
    public int Root(SentenceSyntax syntax, int noun)
    {
        var tokens = syntax.Sentence.Tokens;
        return noun > 0 && syntax.Nouns[noun].Preposition is >= 0 and var of && words.Is(tokens[of], "of") && syntax.Nouns[noun - 1].After == of && words.Is(tokens[syntax.Nouns[noun - 1].Head], "span") ? noun - 1 : noun;
    }

    /// <summary>What the sentence opens with is done by its subject, or joins him and whom he speaks to.</summary>
    public void AddOpening(SlotSet slots, SentenceSyntax syntax, int noun)
    {
        if (syntax.Nouns[noun].Preposition != 0 || syntax.Clauses.FirstOrDefault(c => c.Subject > noun && !c.Verb.Participle && !c.Verb.Infinitive) is not { } main)
        {
            return;
        }

        var open = !slots["with"].Any() && !slots["between"].Any();
        if (open && types.Fits("call", fillers.Fill(syntax, noun)) && main.Objects.Count > 0 && ((IsPerson(syntax, main.Subject) && IsPerson(syntax, main.Objects[0])) || AreOfTwoStates(syntax, main.Subject, main.Objects[0])))
        {
            writer.Add(slots, SlotReader.Agent, syntax, main.Subject); // "In a phone call on Sunday, the president urged the prime minister"
            writer.Add(slots, "with", syntax, main.Objects[0]);
        }
        else if (open && words.Is(syntax.Sentence.Tokens[0], "during") && types.Fits("talks", fillers.Fill(syntax, noun)) && IsOfSeveral(syntax, main.Subject))
        {
            writer.Add(slots, SlotReader.Agent, syntax, main.Subject); // "During phone calls in March, the ministers of Chile and Peru vowed"
        }

        // "During a visit to Moscow, the president signed"
        if ((words.Is(syntax.Sentence.Tokens[0], "during") || (words.Is(syntax.Sentence.Tokens[0], "in") && types.Fits("call", fillers.Fill(syntax, noun)))) && (slots["with"].Any() || slots["to"].Any()) && fillers.Fill(syntax, main.Subject).Actor is not null)
        {
            writer.Add(slots, SlotReader.Agent, syntax, main.Subject);
        }
    }

    // "Chilean officials told the Peruvian delegation"
    private bool AreOfTwoStates(SentenceSyntax syntax, int one, int other) =>
        fillers.Fill(syntax, one) is { Country: { } own } speaking && fillers.Fill(syntax, other) is { Country: { } theirs } addressed && !string.Equals(own, theirs, StringComparison.Ordinal) && IsSide(speaking) && IsSide(addressed);

    private bool IsSide(Filler filler) => types.Fits("dignitary", filler) || types.Fits("delegation", filler) || types.Fits("party", filler);

    private bool IsPerson(SentenceSyntax syntax, int noun) => fillers.Fill(syntax, noun) is { Actor.Actor.Kind: ActorKind.Person };

    // those who are listed, or two who are not named
    private bool IsOfSeveral(SentenceSyntax syntax, int subject)
    {
        var first = subject;
        while (syntax.Nouns[first].Possessor >= 0)
        {
            first = syntax.Nouns[first].Possessor; // "Guyana's president and Venezuela's president"
        }

        return (first > 0 && ChunkLinks.IsListed(syntax, first - 1, first)) || types.Fits("pair", fillers.Fill(syntax, subject)) || fillers.Fill(syntax, subject).Actor is { Members.Count: > 1 };
    }
}
