using Dateline.Annotations.Actors;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Reads a speaker set off by a colon or dash: "Seoul: two missiles flew", "Missile flew 800 km: report", "KIM: We are ready."</summary>
internal sealed class ColonReader(SourceFinder sources, CueLexicon cues)
{
    private const int LongestSource = 8; // tokens
    private const int LeastContent = 3; // tokens
    private const int LeastTelegram = 6; // tokens of a headline without a verb: "No fresh firing in the strait today: army"

    private static readonly Cue Colon = new("attributions.colon", ":", CueKind.Verb, CueFrames.Content | CueFrames.Quote, Stance.Asserts, Certainty.Claimed, Stance.Asserts);

    /// <summary>Adds the clause of such a speaker, when the sentence has one. <paramref name="opens"/>: it is the first of its block; <paramref name="alone"/>: the only one.</summary>
    public void Add(CueSentence s, List<CueClause> clauses, bool opens, bool alone)
    {
        if ((opens ? Ahead(s) : null) is { } ahead)
        {
            if (!clauses.Exists(c => c.First < ahead.First))
            {
                clauses.Insert(0, ahead);
            }
        }
        else if (alone && Behind(s) is { } behind && !clauses.Exists(c => c.Cue.IsVerb && c.First > behind.First))
        {
            clauses.Add(behind);
        }
    }

    private CueClause? Ahead(CueSentence s)
    {
        var colon = 1;
        while (colon < s.End && colon <= LongestSource && !s.Is(colon, ':'))
        {
            if (s.Syntax.ClauseAt(colon) >= 0 || s.Tokens[colon].Kind is TokenKind.Dash or TokenKind.Quote)
            {
                return null;
            }

            colon++;
        }

        if (!s.Is(colon, ':') || s.Tokens[colon - 1].Kind == TokenKind.Number || colon + LeastContent >= s.End)
        {
            return null;
        }

        var noun = s.Syntax.NounAt(colon - 1);
        if (noun >= 0 && s.ActorAt(s.Syntax.Nouns[noun].Head) is { Actor: { Kind: ActorKind.State } state } topic && !s.OpensQuotation(colon + 1) && topic.Span.In(s.Text).Equals(state.Name, StringComparison.OrdinalIgnoreCase))
        {
            return null; // "Norway: two boats sink": what it is about; "Oslo: two boats sank": who says so
        }

        if (noun < 0 || s.Syntax.ClauseAt(0) >= 0 || !Names(s, noun, colon) || !(s.OpensQuotation(colon + 1) || ContentEdges.HasFiniteVerb(s, (colon + 1, s.End))))
        {
            return null;
        }

        var first = sources.First(s, noun);
        var clause = new CueClause(s, Colon, colon, colon + 1) { Source = noun, SourceFirst = first, SourceAfter = s.Syntax.Nouns[noun].After, Pattern = "source: content", Behind = Annotations.Attributions.Behind.Colon, AdjunctsAfter = colon + 1 };
        clause.Content.Add((colon + 1, s.End));
        clause.Onward = s.Tokens[s.Syntax.Nouns[noun].Head].Is(TokenShape.AllCaps) && !s.OpensQuotation(colon + 1);
        return clause;
    }

    private CueClause? Behind(CueSentence s)
    {
        for (var at = s.End - 1; at > LeastContent && s.End - at <= LongestSource; at--)
        {
            if (s.Syntax.ClauseAt(at) >= 0 || s.QuotationAt(at) >= 0)
            {
                return null;
            }

            if (!s.Is(at, ':') && s.Tokens[at].Kind != TokenKind.Dash)
            {
                continue;
            }

            var noun = s.Syntax.NounAt(s.End - 1);
            if (noun < 0 || at + 1 >= s.End || sources.First(s, noun) != at + 1 || !Names(s, noun, s.End) || !(ContentEdges.HasFiniteVerb(s, (0, at)) || (s.Is(at, ':') && at >= LeastTelegram)))
            {
                return null;
            }

            var clause = new CueClause(s, Colon, at, at + 1) { Source = noun, SourceFirst = at + 1, SourceAfter = s.End, Inverted = true, Trailing = true, Pattern = "content: source", AdjunctsAfter = s.End };
            clause.Content.Add((0, at));
            return clause;
        }

        return null;
    }

    // an actor, or a noun that sources go by; not any capitalised word, which may be a heading
    private bool Names(CueSentence s, int noun, int after)
    {
        var chunk = s.Syntax.Nouns[noun];
        var quoted = s.OpensQuotation(after + 1) && s.Tokens[chunk.Head].IsCapitalised && s.Tokens[chunk.Head].Tag == PartOfSpeech.ProperNoun;
        return chunk.After == after && s.TimeAfter(chunk.Head) < 0 && (quoted || s.ActorAt(chunk.Head) is not null || cues.NounAt(s.Tokens, chunk.First, chunk.After)?.Class is SourceNoun.Person or SourceNoun.Unnamed or SourceNoun.Document or SourceNoun.Reference or SourceNoun.Office);
    }
}
