using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Finds what one verb tells of several happenings: "killed five people in the east and two in the south on Monday".</summary>
internal sealed class GapReader(FillerReader fillers)
{
    /// <summary>The slots of each happening with the words that go with it, in text order; empty where the verb tells of one.</summary>
    public List<(SlotSet Slots, TextSpan Part)> Read(SentenceSyntax syntax, int clauseIndex, SlotSet whole)
    {
        var parts = new List<(SlotSet, TextSpan)>();
        var clause = syntax.Clauses[clauseIndex];
        var after = clauseIndex + 1 < syntax.Clauses.Count ? syntax.Clauses[clauseIndex + 1].Verb.First : syntax.Sentence.Tokens.Count;
        var passive = clause is { Verb.Passive: true, Subject: >= 0 };
        if ((!passive && clause.Objects.Count == 0) || clause.Complements.Count < (passive ? 1 : 2))
        {
            return parts;
        }

        var told = passive ? clause.Complements[0] : clause.Objects[^1];
        var heads = Enumerable.Range(told + 1, Math.Max(0, syntax.Nouns.Count - told - 1)).Where(n => syntax.Nouns[n].After < after && IsRemnant(syntax, clause, n)).ToList();
        if (heads.Count == 0 || !IsJoined(syntax, heads[^1]))
        {
            return parts;
        }

        parts.Add((Slots(whole, f => f.Noun < heads[0], null), syntax.SpanOf(clause.Verb.First, syntax.Nouns[heads[0]].First)));
        for (var h = 0; h < heads.Count; h++)
        {
            var (from, to) = (heads[h], h + 1 < heads.Count ? heads[h + 1] : syntax.Nouns.Count);
            var end = to < syntax.Nouns.Count ? syntax.Nouns[to].First : Math.Min(after, syntax.Sentence.Tokens.Count);
            parts.Add((Slots(whole, f => f.Noun > from && f.Noun < to, Counted(syntax, from, whole)), syntax.SpanOf(syntax.Nouns[from].First, Math.Max(syntax.Nouns[from].After, end))));
        }

        return parts;
    }

    // "fired two missiles from X and three from Y": the bare figure counts what the first did
    private Filler Counted(SentenceSyntax syntax, int noun, SlotSet whole)
    {
        var own = fillers.Fill(syntax, noun);
        if (own is not { Weapon: null, Actor: null } || syntax.Sentence.Tokens[syntax.Nouns[noun].Head] is not ({ Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number }) || whole[SlotReader.Patient].FirstOrDefault() is not { } first)
        {
            return own;
        }

        return first.Weapon is { } weapon ? own with { Weapon = weapon } : own with { Noun = first.Noun };
    }

    // a figure, or a noun behind "and", after a phrase of the object before it, with a phrase of its own behind it
    private static bool IsRemnant(SentenceSyntax syntax, Clause clause, int noun)
    {
        var chunk = syntax.Nouns[noun];
        var tokens = syntax.Sentence.Tokens;
        if (chunk is not { Preposition: < 0, Possessor: < 0 } || chunk.First < 1 || clause.Objects.Contains(noun) || syntax.Clauses.Any(c => c.Subject == noun || c.Objects.Contains(noun)) || noun + 1 >= syntax.Nouns.Count || syntax.Nouns[noun + 1].Preposition != chunk.After)
        {
            return false;
        }

        var counted = tokens[chunk.Head] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number } || tokens[chunk.First].Tag == PartOfSpeech.Numeral;
        var before = syntax.Nouns[noun - 1];
        return (IsJoined(syntax, noun) || (counted && tokens[chunk.First - 1].Kind == TokenKind.Punctuation)) && (before.Preposition >= 0 || before.Possessor >= 0) && (counted || tokens[chunk.Head].Tag == PartOfSpeech.Noun);
    }

    private static bool IsJoined(SentenceSyntax syntax, int noun) => syntax.Sentence.Tokens[syntax.Nouns[noun].First - 1].Tag == PartOfSpeech.CoordinatingConjunction;

    private static SlotSet Slots(SlotSet whole, Func<Filler, bool> fits, Filler? patient)
    {
        var own = new SlotSet();
        if (patient is not null)
        {
            own.Add(SlotReader.Patient, patient);
        }

        foreach (var (slot, filler) in whole.All)
        {
            if (slot is SlotReader.Agent || (fits(filler) && !(patient is not null && slot is SlotReader.Patient)))
            {
                own.AddAnyway(slot, filler);
            }
        }

        return own;
    }
}
