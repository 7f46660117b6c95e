using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Finds triggers whose frames fit: verbs by their clauses, nouns by their chunks, states by the noun before them; the earliest row that fits wins.</summary>
internal sealed class MentionFinder(FrameLexicon frames, ArgumentTypes types, FunctionWords words, SlotReader slots)
{
    /// <summary>The drafts of one sentence, in text order, and triggers that fitted no frame.</summary>
    public List<MentionDraft> Find(SentenceSyntax syntax, List<Abstention> abstained)
    {
        var found = new List<MentionDraft>();
        ClauseMap? clauses = null;
        var tokens = syntax.Sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word < 0 || !frames.Begins(tokens, i))
            {
                continue;
            }

            var candidates = frames.At(tokens, i).ToList();
            clauses ??= new ClauseMap(syntax, words);
            var draft = Verb(syntax, clauses, i, candidates, false) ?? State(syntax, clauses, i, candidates) ?? Noun(syntax, clauses, i, candidates);
            if (draft is { Frame.IsNone: true })
            {
                abstained.Add(new Abstention(draft.Span, "tells of nothing recorded: " + draft.Frame.Where));
                i = draft.After - 1;
            }
            else if (draft is not null)
            {
                found.AddRange(Parts(draft));
                if (draft.Frame.IsVerb && Verb(syntax, clauses, i, candidates, true) is { } beside)
                {
                    found.AddRange(Parts(beside));
                }

                i = draft.After - 1;
            }
            else
            {
                abstained.Add(new Abstention(tokens[i].Span, "no frame fits what stands around it"));
            }
        }

        return found;
    }

    // "killed five in X and two in Y": each is told apart
    private IEnumerable<MentionDraft> Parts(MentionDraft draft)
    {
        var parts = draft is { Noun: < 0, Clause: >= 0, Frame: { IsVerb: true, Kind: "casualties" or "strike" or "missile_test" or "artillery_fire" or "troop_deployment" or "troop_withdrawal" } } ? slots.Parts(draft.Syntax, draft.Clause, draft.Slots) : [];
        return parts.Count == 0 || parts.Exists(p => !Fits(draft.Frame, p.Slots)) ? [draft]
            : parts.Select((p, i) => new MentionDraft(draft.Frame, draft.Syntax, draft.Trigger, draft.After, draft.Clause, -1, p.Slots) { Clauses = draft.Clauses, Part = p.Part, IsAnother = i > 0 });
    }

    private MentionDraft? Verb(SentenceSyntax syntax, ClauseMap clauses, int first, List<(Frame Frame, int After)> candidates, bool beside)
    {
        SlotSet? filled = null;
        var read = (Clause: -1, After: -1);
        foreach (var (frame, after) in candidates)
        {
            if (frame.IsBeside != beside)
            {
                continue;
            }

            // a phrase may begin before its verb group: "test-fired"
            var clause = frame.IsVerb ? Math.Max(syntax.ClauseAt(first), syntax.ClauseAt(after - 1)) : -1;
            clause = clause >= 0 && syntax.Clauses[clause].Verb.Head >= after ? syntax.ClauseAt(first) : clause; // "agreed to" work: its "to" is of the next verb
            if (clause < 0 || syntax.Clauses[clause].Verb.Head < first || syntax.Clauses[clause].Verb.Head >= after)
            {
                continue;
            }

            filled = read == (clause, after) ? filled! : slots.OfVerb(syntax, clause, after);
            read = (clause, after);
            if (Fits(frame, filled))
            {
                return new MentionDraft(frame, syntax, first, after, clause, -1, filled) { Clauses = clauses };
            }
        }

        return null;
    }

    // "left nine people dead", "15 people are dead"
    private MentionDraft? State(SentenceSyntax syntax, ClauseMap clauses, int first, List<(Frame Frame, int After)> candidates)
    {
        foreach (var (frame, after) in candidates)
        {
            if (frame.IsState && slots.OfState(syntax, first) is var (filled, clause) && Fits(frame, filled))
            {
                return new MentionDraft(frame, syntax, first, after, clause, -1, filled) { Clauses = clauses };
            }
        }

        return null;
    }

    private MentionDraft? Noun(SentenceSyntax syntax, ClauseMap clauses, int first, List<(Frame Frame, int After)> candidates)
    {
        foreach (var (frame, after) in candidates)
        {
            if (!frame.IsNoun)
            {
                continue;
            }

            var noun = syntax.NounAt(after - 1);
            if (noun < 0 || (syntax.Nouns[noun].Head >= after && !(syntax.Nouns[noun].Head == after && frames.IsLightHead(syntax.Sentence.Tokens, after))))
            {
                continue;
            }

            var (filled, clause, _) = slots.OfNoun(syntax, noun, first);
            if (Fits(frame, filled))
            {
                return new MentionDraft(frame, syntax, first, after, clause, noun, filled) { Clauses = clauses };
            }
        }

        return null;
    }

    private bool Fits(Frame frame, SlotSet filled) =>
        (!frame.AgentNeeded || AnyFits(filled["agent"], frame.Agent!))
        && (!frame.PatientNeeded || AnyFits(filled["patient"], frame.Patient!))
        && Holding(frame.Needs, filled) == frame.Needs.Count
        && Holding(frame.Unless, filled) == 0;

    private int Holding(IReadOnlyList<SlotTest> tests, SlotSet filled)
    {
        var holding = 0;
        foreach (var test in tests)
        {
            foreach (var slot in test.Slots)
            {
                if (AnyFits(filled[slot], test.Type))
                {
                    holding++;
                    break;
                }
            }
        }

        return holding;
    }

    private bool AnyFits(IEnumerable<Filler> fillers, string type)
    {
        foreach (var filler in fillers)
        {
            if (types.Fits(type, filler))
            {
                return true;
            }
        }

        return false;
    }
}
