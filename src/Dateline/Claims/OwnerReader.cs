using Dateline.Annotations.Actors;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Fills the agent of a noun with whose it is: its possessor, the one a pronoun stands for, the states that describe it.</summary>
internal sealed class OwnerReader(ReportView view, FunctionWords words, FillerReader fillers, SlotWriter writer)
{
    /// <summary>"their meeting", "his visit": the subject of the sentence and those named with it; for one person the last named before.</summary>
    public void AddOwners(SlotSet slots, SentenceSyntax syntax, int noun)
    {
        if (words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].First], "his"))
        {
            AddLastPerson(slots, syntax, noun);
            return;
        }

        var root = noun;
        while (root > 0 && syntax.Nouns[root].Preposition >= 0 && syntax.Nouns[root - 1].After == syntax.Nouns[root].Preposition && syntax.Nouns[root - 1].Preposition >= 0)
        {
            root--; // "for the start of its drills"
        }

        var governing = syntax.Clauses.FirstOrDefault(c => c.Subject >= 0 && c.Subject < noun && c.Objects.Contains(root) && c.Verb.First > syntax.Nouns[c.Subject].Head);
        foreach (var clause in governing is null ? syntax.Clauses : [governing])
        {
            if (clause.Complements.Contains(root) && syntax.Nouns[root].Preposition >= 0 && words.Is(syntax.Sentence.Tokens[syntax.Nouns[root].Preposition], "for") && clause.Objects.FirstOrDefault(o => o < root && fillers.Fill(syntax, o).Actor is not null, -1) is >= 0 and var blamed)
            {
                writer.Add(slots, SlotReader.Agent, syntax, blamed); // "criticized Chile for its drills"
                return;
            }

            if (clause.Subject >= 0 && clause.Subject < noun)
            {
                writer.Add(slots, SlotReader.Agent, syntax, clause.Subject);
                for (var n = 0; n < clause.Subject && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].First], "their"); n++)
                {
                    if (fillers.Fill(syntax, n).Actor is { Actor.Kind: ActorKind.Person })
                    {
                        writer.Add(slots, SlotReader.Agent, syntax, n);
                    }
                }

                return;
            }
        }
    }

    private void AddLastPerson(SlotSet slots, SentenceSyntax syntax, int noun)
    {
        if (words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Head], "journey") && syntax.Clauses.FirstOrDefault(c => c.Complements.Contains(noun) && !c.Verb.Passive) is { Subject: >= 0 and var traveller } told && !words.Is(syntax.Sentence.Tokens[told.Verb.Head], "receiving") && fillers.Fill(syntax, traveller) is { Actor.Actor.Kind: ActorKind.Person })
        {
            writer.Add(slots, SlotReader.Agent, syntax, traveller); // "where he met the president in his first trip"
            return;
        }

        for (var n = noun - 1; n >= 0; n--)
        {
            if (fillers.Fill(syntax, n) is { Actor.Actor.Kind: ActorKind.Person } filler)
            {
                slots.Add(SlotReader.Agent, filler);
                return;
            }
        }

        if (syntax.Nouns[noun].Preposition == 0 && syntax.Clauses.FirstOrDefault(c => c.Subject > noun && !c.Verb.Infinitive) is { Subject: var named } && fillers.Fill(syntax, named) is { Actor.Actor.Kind: ActorKind.Person })
        {
            writer.Add(slots, SlotReader.Agent, syntax, named); // "On his arrival in Lima, the president was greeted"
        }
    }

    /// <summary>"his Moscow trip", "a five-day US visit": where to.</summary>
    public void AddGoal(SlotSet slots, Filler own, TextSpan modifiers)
    {
        if (!words.Is(own.Syntax.Sentence.Tokens[own.Chunk.Head], "journey"))
        {
            return;
        }

        foreach (var place in view.Places(modifiers).Where(p => p is { Place: not null } && p.Form != NameForm.Adjective))
        {
            slots.Add("to", own with { Actor = null, Weapon = null, Place = place, Country = null, CountryWords = null });
        }
    }

    /// <summary>"a U.S.-South Korea exercise": each state that describes the noun does it.</summary>
    public void AddDescribers(SlotSet slots, Filler own, TextSpan modifiers)
    {
        var found = false;
        foreach (var group in view.Actors(modifiers).Where(a => a.Actor.Kind is ActorKind.ArmedGroup or ActorKind.Military))
        {
            slots.AddAnyway(SlotReader.Agent, own with { Actor = group, Weapon = null, Country = group.Actor.Country, CountryWords = null }); // "a Houthi missile attack"
            found = true;
        }

        foreach (var place in view.Places(modifiers).Where(p => p.Place is { Precision: PlacePrecision.Country } && p.Role != PlaceRole.Place))
        {
            if (place.Form == NameForm.Name && words.Is(own.Syntax.Sentence.Tokens[own.Chunk.Head], "befalling"))
            {
                slots.Add("in", own with { Actor = null, Weapon = null, Place = place, Country = null, CountryWords = null });
                found = true;
                continue; // "in a Mali ambush": where, and not whose
            }

            if (place.Form != NameForm.Adjective && words.Is(own.Syntax.Sentence.Tokens[own.Chunk.Head], "journey"))
            {
                found = true;
                continue; // "his five-day US visit": where to
            }

            var state = new ActorMention(place.Span, place.Rule, NameLexicon.State(place.Place!), null);
            slots.AddAnyway(SlotReader.Agent, own with { Actor = state, Weapon = null, Country = place.Place!.Country, CountryWords = place.Span });
            found = true;
        }

        if (!found && own.CountryWords is { } by && modifiers.Contains(by))
        {
            slots.Add(SlotReader.Agent, own with { Actor = null, Weapon = null });
        }
    }
}
