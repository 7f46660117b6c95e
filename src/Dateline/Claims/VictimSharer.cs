using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Ties the dead and wounded of a sentence to the attack that caused them, and sets a further attack apart with its own.</summary>
internal sealed class VictimSharer(ClaimMaker maker, FunctionWords words)
{
    private const string Casualties = "casualties";

    /// <summary>Gives each strike of a sentence the figures of its own victims.</summary>
    public void Share(List<MentionDraft> drafts)
    {
        SetApart(drafts);
        foreach (var victims in drafts.Where(d => d is { Frame.Kind: Casualties, Clause: >= 0 }))
        {
            if (drafts.Find(d => d.Frame.Kind is "strike" or "artillery_fire" && Causes(d, victims)) is not { } strike)
            {
                continue;
            }

            foreach (var figure in victims.Claims.Where(c => c.Role is "killed" or "wounded" && c.Value is QuantityValue).ToList())
            {
                strike.Claims.Add(maker.Make(figure.Role, figure.Value, strike.Status, figure.Rule + "; victims of the attack", figure.Evidence));
            }
        }
    }

    // "in a separate attack, a drone hit the town, killing four": the first mention of each kind begins a happening of its own
    private void SetApart(List<MentionDraft> drafts)
    {
        if (drafts.Count == 0 || !OpensApart(drafts[0].Syntax))
        {
            return;
        }

        foreach (var first in drafts.Where(d => d.Frame.Kind is not null).DistinctBy(d => d.Frame.Kind, StringComparer.Ordinal))
        {
            first.IsAnother = true;
        }
    }

    private bool OpensApart(SentenceSyntax syntax)
    {
        var tokens = syntax.Sentence.Tokens;
        if (syntax.Nouns.Count == 0 || syntax.Nouns[0] is not { Preposition: >= 0 } chunk || !words.Is(tokens[chunk.Preposition], "locative"))
        {
            return false;
        }

        for (var i = chunk.First; i < chunk.Head; i++)
        {
            if (words.Is(tokens[i], "another"))
            {
                return true;
            }
        }

        return false;
    }

    // "a strike hit the town, killing nine"; "an attack killed nine"; "nine were killed in an attack"
    private static bool Causes(MentionDraft strike, MentionDraft victims)
    {
        var clause = victims.Syntax.Clauses[victims.Clause];
        if (strike.Noun < 0)
        {
            return clause.Verb.Participle && clause.Parent == strike.Clause;
        }

        return clause.Subject == strike.Noun || clause.Complements.Contains(strike.Noun);
    }
}
