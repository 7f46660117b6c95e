using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Finds who is told to have done a deed by blaming, claiming or believing it so: "an attack blamed on the rebels", "blamed the rebels for the attack", "the group was behind the attack".</summary>
internal sealed class BlameReader(ReportView view, FrameLexicon frames, FunctionWords words, ArgumentTypes types, FillerReader fillers, SlotWriter writer)
{
    /// <summary>The slot of who fired, dropped or planted what did it.</summary>
    public const string Sender = "sender";

    /// <summary>The slot of whom the words blame or who owns up to it.</summary>
    public const string Blamed = "blamed";

    /// <summary>Fills the agent of an attack told as a noun with whom a verb of the sentence blames for it.</summary>
    public void AddDoer(SlotSet slots, SentenceSyntax syntax, int noun, Filler own)
    {
        foreach (var clause in syntax.Clauses)
        {
            if (Doer(syntax, clause, noun) is { } doer && IsSomebody(fillers.Fill(syntax, ChunkLinks.Owned(syntax, doer))))
            {
                slots.Add("claimed", own);
                writer.Add(slots, SlotReader.Agent, syntax, ChunkLinks.Owned(syntax, doer));
                writer.Add(slots, Blamed, syntax, ChunkLinks.Owned(syntax, doer));
                return;
            }
        }
    }

    /// <summary>"A drone launched by the rebels struck a hospital", "a bomb planted by them killed two": who sent what did it.</summary>
    public void AddSender(SlotSet slots, SentenceSyntax syntax, int subject)
    {
        foreach (var clause in syntax.Clauses)
        {
            if (clause.Subject == subject && clause.Verb is { Participle: true, Passive: true } && words.Is(syntax.Sentence.Tokens[clause.Verb.Head], "sending") && Behind(syntax, clause, "by") is { } sender)
            {
                writer.Add(slots, Sender, syntax, ChunkLinks.Owned(syntax, sender));
            }
        }
    }

    /// <summary>"men believed to be members of the militia attacked": the body those who act are held to be of.</summary>
    public void AddBody(SlotSet slots, SentenceSyntax syntax, int clauseIndex, int subject)
    {
        var held = clauseIndex - 1;
        if (held < 1 || !syntax.Clauses[held].Verb.Infinitive || syntax.Nouns[subject].First > syntax.Clauses[clauseIndex].Verb.First || !words.Is(syntax.Sentence.Tokens[syntax.Clauses[held - 1].Verb.Head], "believing"))
        {
            return;
        }

        var (from, end) = (syntax.Clauses[held].Verb.After, syntax.Clauses[clauseIndex].Verb.First);
        for (var noun = 0; noun < syntax.Nouns.Count; noun++)
        {
            if (syntax.Nouns[noun].First >= from && syntax.Nouns[noun].After <= end && view.Actors(syntax.SpanOf(syntax.Nouns[noun])).Any(a => a.Actor.Kind == ActorKind.ArmedGroup))
            {
                writer.Add(slots, SlotReader.Agent, syntax, noun);
                return;
            }
        }
    }

    private int? Doer(SentenceSyntax syntax, Clause clause, int noun)
    {
        var tokens = syntax.Sentence.Tokens;
        var head = tokens[clause.Verb.Head];
        if (clause.Verb.Negated)
        {
            return null;
        }

        if (words.Is(head, "ascribing") && (clause.Verb.Passive ? clause.Subject == noun || IsAside(syntax, clause, noun) : clause.Objects.Contains(noun)))
        {
            return Behind(syntax, clause, "ascribed"); // "the attack was blamed on", "blamed the attack on"
        }

        if (words.Is(head, "owning-up") && clause.Verb.Passive && (clause.Subject == noun || IsAside(syntax, clause, noun)))
        {
            return Behind(syntax, clause, "by"); // "an attack claimed by"
        }

        if (words.Is(head, "accusing") && Governs(syntax, clause, noun))
        {
            return clause.Verb.Passive ? Known(clause.Subject) : clause.Objects.Count > 0 ? clause.Objects[^1] : null; // "blamed the rebels for the attack"
        }

        if (words.Is(head, "be") && Governs(syntax, clause, noun) && clause.Verb.After < tokens.Count && words.Is(tokens[clause.Verb.After], "culprit"))
        {
            return Known(clause.Subject); // "the group was behind the attack", "responsible for the attack"
        }

        return null;
    }

    // "blamed tariffs for the attack on shares"
    private bool IsSomebody(Filler filler) => filler.Actor is not null || filler.IsPronoun || types.Fits("armed", filler) || filler.Syntax.Sentence.Tokens[filler.Chunk.Head].Tag == PartOfSpeech.ProperNoun;

    private static int? Known(int noun) => noun >= 0 ? noun : null;

    private int? Behind(SentenceSyntax syntax, Clause clause, string preposition)
    {
        var doer = clause.Complements.FirstOrDefault(c => syntax.Nouns[c].Preposition >= 0 && words.Is(syntax.Sentence.Tokens[syntax.Nouns[c].Preposition], preposition), -1);
        return Known(doer);
    }

    private bool Governs(SentenceSyntax syntax, Clause clause, int noun) =>
        clause.Complements.Any(c => ChunkLinks.Owned(syntax, c) == noun && syntax.Nouns[c].Preposition >= 0 && words.Is(syntax.Sentence.Tokens[syntax.Nouns[c].Preposition], "blaming-for"));

    // "died in an attack on a market on Thursday, blamed on the rebels": behind a comma the participle is of the attack told last
    private bool IsAside(SentenceSyntax syntax, Clause clause, int noun)
    {
        var tokens = syntax.Sentence.Tokens;
        if (!clause.Verb.Participle || clause.Verb.First < 1 || syntax.Nouns[noun].After > clause.Verb.First)
        {
            return false;
        }

        for (var n = noun + 1; n < syntax.Nouns.Count && syntax.Nouns[n].After <= clause.Verb.First; n++)
        {
            if (frames.IsEventNoun(tokens, syntax.Nouns[n].Head))
            {
                return false;
            }
        }

        return clause.Subject < 0 || !frames.IsEventNoun(tokens, syntax.Nouns[clause.Subject].Head);
    }
}
