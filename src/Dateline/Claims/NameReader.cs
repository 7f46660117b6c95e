using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>What an exercise is called: "the Freedom Shield drills", "a joint air exercise, called Vigilant Storm".</summary>
internal sealed class NameReader(ReportView view, FunctionWords words, ClaimMaker maker)
{
    private const int Reach = 12; // tokens between an exercise and the word that names it

    /// <summary>Adds the name of an exercise told by a noun, where its frame bound none.</summary>
    public void Read(MentionDraft draft)
    {
        if (draft is not { Frame.Kind: "exercise", Noun: >= 0 } || draft.Claims.Exists(c => c.Role is "name"))
        {
            return;
        }

        var chunk = draft.Syntax.Nouns[draft.Noun];
        if (HasName(draft.Syntax, chunk))
        {
            Add(draft, draft.Syntax.SpanOf(chunk), "own noun");
        }
        else if (Called(draft.Syntax, chunk) is { } called)
        {
            Add(draft, called, "word of naming");
        }
    }

    /// <summary>A capitalised word that names neither a state nor a place; "Exercise" alone names nothing.</summary>
    public bool HasName(SentenceSyntax syntax, NounChunk chunk)
    {
        if (chunk.After - chunk.First == 1)
        {
            return false;
        }

        var sentence = syntax.Sentence;
        for (var i = Math.Max(chunk.First, 1); i < chunk.After; i++)
        {
            var token = sentence.Tokens[i];
            if (token.Tag == PartOfSpeech.ProperNoun && !view.Places(sentence.Span).Any(p => p.Span.Contains(token.Start)) && !view.Actors(sentence.Span).Any(a => a.Span.Contains(token.Start)) && !view.Times(sentence.Span).Any(t => t.Span.Contains(token.Start)))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(MentionDraft draft, TextSpan span, string where) =>
        draft.Add(maker.Make("name", new TextValue(span.In(view.Text), null), draft.Status, "claims.name " + where, span));

    // "…, called Vigilant Storm", "named “Sea Guardian 3”"
    private TextSpan? Called(SentenceSyntax syntax, NounChunk chunk)
    {
        var tokens = syntax.Sentence.Tokens;
        for (var at = chunk.After; at < Math.Min(tokens.Count - 1, chunk.After + Reach); at++)
        {
            if (!words.Is(tokens[at], "naming"))
            {
                continue;
            }

            var first = tokens[at + 1].Kind == TokenKind.Quote ? at + 2 : at + 1;
            var after = first;
            while (after < tokens.Count && (tokens[after].IsCapitalised || (after > first && tokens[after].Kind is TokenKind.Hyphen or TokenKind.Number)))
            {
                after++;
            }

            return after > first ? syntax.SpanOf(first, after) : null;
        }

        return null;
    }
}
