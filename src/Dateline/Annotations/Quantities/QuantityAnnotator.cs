using Dateline.Annotations.Numbers;
using Dateline.Annotations.Times;
using Dateline.Knowledge;
using Dateline.Text;

namespace Dateline.Annotations.Quantities;

/// <summary>Finds the figures of a report with their units or what they count, and the ordinals.</summary>
public sealed class QuantityAnnotator
{
    private readonly NumberReader numbers;
    private readonly Units units;

    /// <summary>An annotator over data/lexicon and data/units.</summary>
    /// <exception cref="KnowledgeException">A table is missing or malformed.</exception>
    public QuantityAnnotator(KnowledgeFiles files, Vocabulary vocabulary, Tokenizer tokenizer)
    {
        numbers = new NumberReader(new NumberWords(files, vocabulary, tokenizer));
        units = new Units(files, vocabulary, tokenizer);
    }

    /// <summary>The figures of a report. Days, clock times and recurrences among its times count nothing; lengths of time do.</summary>
    /// <param name="text">The report's text.</param>
    /// <param name="sentences">Its sentences, cut after this annotator was made.</param>
    /// <param name="times">Its times, in text order.</param>
    public QuantityReading Annotate(string text, IReadOnlyList<Sentence> sentences, IReadOnlyList<TimeExpression> times)
    {
        var quantities = new List<Quantity>();
        var ordinals = new List<Ordinal>();
        var t = 0;
        foreach (var sentence in sentences)
        {
            Read(new FigureSentence(numbers, units, text, sentence.Tokens.Items), times, ref t, quantities, ordinals);
        }

        return new QuantityReading(quantities, ordinals);
    }

    private void Read(FigureSentence s, IReadOnlyList<TimeExpression> times, ref int t, List<Quantity> quantities, List<Ordinal> ordinals)
    {
        var (last, lastAfter) = ((Quantity?)null, -1);
        for (var i = 0; i < s.Count;)
        {
            if (!MayBegin(s, i) || IsTime(s[i], times, ref t))
            {
                i++;
            }
            else if (OrdinalParser.TryParse(s, i, out var ordinal, out var after))
            {
                ordinals.Add(ordinal);
                i = after;
            }
            else if (QuantityParser.TryParse(s, i, out var quantity, out after))
            {
                if (quantity is not null && !(t < times.Count && times[t].Span.Overlaps(quantity.Span)))
                {
                    quantity = last is not null && Restatement.Is(s, last, lastAfter, quantity, after) ? quantity with { Restates = last.Span } : quantity;
                    quantities.Add(quantity);
                    (last, lastAfter) = (quantity, after);
                }

                i = Math.Max(after, i + 1);
            }
            else
            {
                i++;
            }
        }
    }

    private bool MayBegin(FigureSentence s, int at) =>
        s[at].Kind switch
        {
            TokenKind.Word => numbers.Words.MayBeginQuantity(s.Tokens, at) || units.MayBegin(s[at]),
            TokenKind.Number or TokenKind.Ordinal => true,
            TokenKind.Symbol or TokenKind.Punctuation or TokenKind.Dash => s.IsKind(at + 1, TokenKind.Number) || units.MayBegin(s[at]),
            _ => false,
        };

    // Inside a day or a clock time; a length of time is a quantity too.
    private static bool IsTime(Token token, IReadOnlyList<TimeExpression> times, ref int t)
    {
        while (t < times.Count && (times[t].Span.End <= token.Start || times[t].Type == TimexType.Duration))
        {
            t++;
        }

        return t < times.Count && times[t].Span.Contains(token.Start);
    }
}
