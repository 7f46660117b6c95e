using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Binds what is kept in its own words: items, units, names.</summary>
internal sealed class TextBinder(ReportView view, FunctionWords words, FigureBinder figures, ClaimMaker maker, NameReader titles)
{
    /// <summary>Binds the words of a filler to a role.</summary>
    public void Bind(MentionDraft draft, string role, Filler filler, string rule)
    {
        if (filler.IsPronoun || (role is "item" && filler.Actor is not null))
        {
            return;
        }

        if (role is "item" && filler.Chunk.First == filler.Chunk.Head && filler.Syntax.Sentence.Tokens[filler.Chunk.Head] is { Tag: PartOfSpeech.Numeral } or { Kind: TokenKind.Number })
        {
            figures.Bind(draft, filler, "count", rule);
            return; // "six of its tanks"
        }

        if (role is "unit" && !filler.Span.Overlaps(filler.Syntax.SpanOf(filler.Chunk)))
        {
            figures.Bind(draft, filler, "count", rule);
            return; // "sent 200 soldiers to X and 300 to Y": the figure alone
        }

        if (role is "unit" && filler.Place is { } land && land.Span.Contains(filler.Syntax.Sentence.Tokens[filler.Chunk.Head].Start))
        {
            return; // a land is no unit
        }

        if (role is "name" && (draft.Frame.Kind ?? draft.Frame.Adds[0]) is "exercise" && !titles.HasName(filler.Syntax, filler.Chunk))
        {
            return; // "their first joint drills" is no name
        }

        var span = role is "name" ? Whole(filler) : filler.Syntax.SpanOf(filler.Chunk);
        draft.Add(maker.Make(role, new TextValue(span.In(view.Text), filler.Weapon?.Class), draft.Status, rule, span));
        if (role is "item" or "unit")
        {
            figures.Bind(draft, filler, "count", rule);
        }
    }

    // "a memorandum of understanding", "a treaty of friendship": what it is of belongs to its name
    private TextSpan Whole(Filler filler)
    {
        var (syntax, next) = (filler.Syntax, filler.Noun + 1);
        var own = syntax.SpanOf(filler.Chunk);
        return next < syntax.Nouns.Count && syntax.Nouns[next].Preposition == filler.Chunk.After && words.Is(syntax.Sentence.Tokens[filler.Chunk.After], "of") ? own.Cover(syntax.SpanOf(syntax.Nouns[next])) : own;
    }
}
