using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Fills the slots of prepositions: of the phrases behind a verb, behind a noun, and of participles that work like prepositions.</summary>
internal sealed class PhraseReader(ReportView view, FunctionWords words, SlotWriter writer)
{
    /// <summary>Agent: the slot of a passive's by-phrase ("the launch was watched by X" makes X no doer).</summary>
    public void AddBehindVerb(SlotSet slots, SentenceSyntax syntax, IReadOnlyList<int> complements, bool passive, string agent = SlotReader.Agent)
    {
        var circumstance = -1;
        foreach (var noun in complements)
        {
            var preposition = syntax.Nouns[noun].Preposition;
            if (circumstance >= 0 && circumstance == noun - 1 && preposition == syntax.Nouns[noun - 1].After)
            {
                circumstance = noun; // "takes place in the backdrop of an emergency in the islands": where the circumstance is
                continue;
            }

            if (preposition >= 0 && (words.Is(syntax.Sentence.Tokens[preposition], "circumstance") || words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Head], "circumstance")))
            {
                circumstance = noun;
                if (words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun].Head], "circumstance"))
                {
                    continue;
                }
            }

            if (preposition < 0 || (preposition > 0 && words.Is(syntax.Sentence.Tokens[preposition - 1], "not")))
            {
                continue;
            }

            if (noun > 0 && words.Is(syntax.Sentence.Tokens[preposition], "of") && syntax.Nouns[noun - 1].After == preposition && complements.Contains(noun - 1))
            {
                continue; // "in response to the downing of a drone"
            }

            if (noun > 0 && words.Is(syntax.Sentence.Tokens[preposition], "in") && syntax.Nouns[noun - 1].After == preposition && syntax.Nouns[noun - 1].Preposition is >= 0 and var topic && words.Is(syntax.Sentence.Tokens[topic], "about-what") && words.Is(syntax.Sentence.Tokens[syntax.Nouns[noun - 1].Head], "plight"))
            {
                continue; // "came to an agreement on the situation in Syria"
            }

            var name = SlotName(syntax, preposition);
            var owned = ChunkLinks.Owned(syntax, noun);
            writer.Add(slots, passive && words.Is(syntax.Sentence.Tokens[preposition], "by") ? agent : name, syntax, owned);
            if (passive)
            {
                writer.Add(slots, name, syntax, owned);
            }
        }
    }

    /// <summary>"a strike on the port by Iran": what follows a noun, up to the next event.</summary>
    public void AddBehindNoun(SlotSet slots, SentenceSyntax syntax, int noun, FrameLexicon frames)
    {
        var following = syntax.Following(noun).ToList();
        var resumed = BehindAside(syntax, syntax.Nouns[following.Count > 0 ? following[^1] : noun].After);
        foreach (var next in resumed < 0 ? following : following.Append(resumed).Concat(syntax.Following(resumed)))
        {
            var preposition = syntax.Nouns[next].Preposition;
            if (preposition < 0 || (words.Is(syntax.Sentence.Tokens[preposition], "of") && !HangsOn(syntax, noun, next)))
            {
                continue;
            }

            var owned = ChunkLinks.Owned(syntax, next);
            writer.Add(slots, words.Is(syntax.Sentence.Tokens[preposition], "of") ? SlotReader.Patient : SlotName(syntax, preposition), syntax, owned);
            writer.Add(slots, SlotName(syntax, preposition), syntax, owned);
            if (words.Is(syntax.Sentence.Tokens[preposition], "by"))
            {
                writer.Add(slots, SlotReader.Agent, syntax, owned); // "a strike by Iran"
            }

            if (frames.IsEventNoun(syntax.Sentence.Tokens, syntax.Nouns[next].Head))
            {
                break; // "drills following a visit by X": what follows goes with the nearer event
            }
        }
    }

    // "a launch, involving several missiles, from the city of Arica": the phrase that goes on behind an aside, or -1
    private static int BehindAside(SentenceSyntax syntax, int at)
    {
        var tokens = syntax.Sentence.Tokens;
        if (at + 1 >= tokens.Count || tokens[at].Kind != TokenKind.Punctuation || tokens[at + 1].Form != WordForm.Gerund || syntax.ClauseAt(at + 1) is not (>= 0 and var aside) || !syntax.Clauses[aside].Verb.Participle)
        {
            return -1;
        }

        var close = at + 2;
        while (close < tokens.Count && tokens[close].Kind != TokenKind.Punctuation && (syntax.ClauseAt(close) is var c && (c < 0 || syntax.Clauses[c].Verb.Participle)))
        {
            close++;
        }

        return close < tokens.Count && tokens[close].Kind == TokenKind.Punctuation ? syntax.Nouns.ToList().FindIndex(n => n.Preposition == close + 1) : -1;
    }

    /// <summary>"a ceasefire between A and B took effect": those whom a noun joins; of what a passive is said of, also whom it is aimed at: "sanctions on A were announced".</summary>
    public void AddJoined(SlotSet slots, SentenceSyntax syntax, int noun, bool passive)
    {
        foreach (var next in syntax.Following(noun).TakeWhile(n => syntax.Nouns[n].Preposition >= 0).Where(n => words.Is(syntax.Sentence.Tokens[syntax.Nouns[n].Preposition], "joining") || (passive && words.Is(syntax.Sentence.Tokens[syntax.Nouns[n].Preposition], "aimed-at"))))
        {
            writer.Add(slots, SlotName(syntax, syntax.Nouns[next].Preposition), syntax, ChunkLinks.Owned(syntax, next));
        }
    }

    // "a withdrawal by the middle of September": "of" goes with the noun right before it, times aside
    private bool HangsOn(SentenceSyntax syntax, int noun, int next)
    {
        var own = syntax.SpanOf(syntax.Nouns[next]);
        if (view.Times(syntax.Sentence.Span).Any(t => t.Span.Overlaps(own)))
        {
            return false; // "the middle of September"
        }

        for (var n = noun + 1; n < next; n++)
        {
            var between = syntax.SpanOf(syntax.Nouns[n]);
            if (syntax.Nouns[n].Possessor < 0 && !view.Times(syntax.Sentence.Span).Any(t => t.Span.Overlaps(between)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"drills involving Japan", "an attack using drones": a participle that works like a preposition.</summary>
    public void AddParticiples(SlotSet slots, SentenceSyntax syntax, int noun)
    {
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject == noun && clause.Verb is { Participle: true, Passive: true } && words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "stationed"))
            {
                foreach (var where in clause.Complements.Where(n => words.Is(syntax.Sentence.Tokens[syntax.Nouns[n].Preposition], "locative")))
                {
                    writer.Add(slots, "stationed", syntax, ChunkLinks.Owned(syntax, where)); // "the troops stationed in Mali left"
                }
            }

            if (!(clause.Subject == noun || IsOfWhat(syntax, noun, clause)) || !clause.Verb.Participle || !words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "prepositional"))
            {
                continue;
            }

            foreach (var owned in clause.Objects)
            {
                writer.Add(slots, SlotName(syntax, clause.Verb.Head), syntax, owned);
            }
        }
    }

    // "two rounds of tests involving missiles": the noun right before the participle, behind the of of what is taken for its subject
    private static bool IsOfWhat(SentenceSyntax syntax, int noun, Clause clause) =>
        noun > 0 && clause.Subject == noun - 1 && syntax.Nouns[noun].Preposition == syntax.Nouns[noun - 1].After && clause.Verb.First == syntax.Nouns[noun].After;

    // "from near Pyongyang", "from off the coast": of two prepositions the first says how; "blasted off from the pad": the first is of the verb
    private string SlotName(SentenceSyntax syntax, int preposition)
    {
        var tokens = syntax.Sentence.Tokens;
        var first = preposition > 0 && tokens[preposition - 1].Tag == PartOfSpeech.Adposition && !words.Is(tokens[preposition], "from") ? preposition - 1 : preposition;
        return Folding.Fold(tokens[first].Span.Of(view.Text));
    }
}
