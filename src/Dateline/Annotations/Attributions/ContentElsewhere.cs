using Dateline.Articles;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>Finds what is said outside the sentence of its cue: in the one before, in the quotation after, on to the end of the block.</summary>
internal sealed class ContentElsewhere(Article article, IReadOnlyList<SentenceSyntax> syntaxes, IReadOnlyList<Quotation> quotations)
{
    /// <summary>True for the first sentence of a block.</summary>
    public bool Opens(int sentence) => sentence == 0 || syntaxes[sentence - 1].Sentence.Block != syntaxes[sentence].Sentence.Block;

    /// <summary>True for the only sentence of a block.</summary>
    public bool IsAlone(int sentence) => Opens(sentence) && (sentence + 1 == syntaxes.Count || syntaxes[sentence + 1].Sentence.Block != syntaxes[sentence].Sentence.Block);

    /// <summary>The content of a clause that stands elsewhere, or null when it stands beside its cue.</summary>
    public IReadOnlyList<TextSpan>? Of(CueClause clause, int sentence, List<Attribution> found)
    {
        if (clause.Backward)
        {
            return Before(sentence, found);
        }

        if (clause.Onward)
        {
            return [new TextSpan(clause.Sentence.Tokens[clause.After].Start, article.Blocks[syntaxes[sentence].Sentence.Block].Span.End)];
        }

        if (clause.Content.Count > 0 || !clause.Cue.IsVerb)
        {
            return null;
        }

        return clause.Behind == Behind.Colon && clause.AdjunctsAfter + 1 >= clause.Sentence.End ? Next(sentence)
            : clause.Behind is Behind.Nothing or Behind.Object ? Ended(clause, sentence) : null;
    }

    // What "This was reported by X" speaks of: the content of the attribution right before, else the sentence before.
    private IReadOnlyList<TextSpan>? Before(int sentence, List<Attribution> found)
    {
        if (sentence == 0)
        {
            return null;
        }

        var before = syntaxes[sentence - 1].Sentence.Span;
        return found.FindLast(a => before.Contains(a.Span)) is { } said ? said.Content : [before];
    }

    // "He said this:" and the quotation that opens the next sentence
    private IReadOnlyList<TextSpan>? Next(int sentence) =>
        sentence + 1 < syntaxes.Count && syntaxes[sentence + 1].Sentence is var next && Starting(next.Span.Start) is { } quotation ? [quotation.Outer] : null;

    // "… is over." Kim said · a paragraph, then "- Kim said."
    private IReadOnlyList<TextSpan>? Ended(CueClause clause, int sentence)
    {
        var tokens = clause.Sentence.Tokens;
        var dash = tokens[0].Kind == TokenKind.Dash;
        if (sentence == 0 || clause.Begin > (dash ? 1 : 0))
        {
            return null;
        }

        var before = syntaxes[sentence - 1].Sentence;
        if (Opens(sentence))
        {
            return dash && clause.AdjunctsAfter >= clause.Sentence.End ? [article.Blocks[before.Block].Span] : null;
        }

        var (from, to) = TextOrder.Touching(quotations, q => q.Outer, before.Span);
        for (var q = from; q < to; q++)
        {
            if (quotations[q].Outer.End >= before.Span.End - 1 && quotations[q].Outer.End <= tokens[0].Start && quotations[q].Words > 1)
            {
                return [quotations[q].Outer];
            }
        }

        return null;
    }

    private Quotation? Starting(int position)
    {
        var (from, to) = TextOrder.Touching(quotations, q => q.Outer, new TextSpan(position, position + 1));
        for (var q = from; q < to; q++)
        {
            if (quotations[q].Outer.Start == position)
            {
                return quotations[q];
            }
        }

        return null;
    }
}
