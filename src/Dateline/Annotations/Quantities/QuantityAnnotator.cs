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
            var tokens = sentence.Tokens;
            var parser = new QuantityParser(numbers, units, text, tokens);
            var (last, lastAfter) = ((Quantity?)null, -1);
            for (var i = 0; i < tokens.Count;)
            {
                while (t < times.Count && (times[t].Span.End <= tokens[i].Start || times[t].Type == TimexType.Duration))
                {
                    t++;
                }

                if (t < times.Count && times[t].Span.Contains(tokens[i].Start))
                {
                    i++;
                }
                else if (OrdinalParser.TryParse(numbers.Words, text, tokens, i, out var ordinal, out var after))
                {
                    ordinals.Add(ordinal);
                    i = after;
                }
                else if (parser.TryParse(i, out var quantity, out after))
                {
                    if (quantity is not null && !(t < times.Count && times[t].Span.Overlaps(quantity.Span)))
                    {
                        quantity = last is not null && Restates(text, tokens, last, lastAfter, quantity, after) ? quantity with { Restates = last.Span } : quantity;
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

        return new QuantityReading(quantities, ordinals);
    }

    // "1,100 kilometers (683 miles)" · "1,587km/986 miles" · "90 km, or 56 miles"
    private static bool Restates(string text, IReadOnlyList<Token> tokens, Quantity last, int lastAfter, Quantity quantity, int after)
    {
        if (last.Dimension is null || last.Dimension != quantity.Dimension || last.Dimension == "count" || last.Unit == quantity.Unit || lastAfter >= tokens.Count)
        {
            return false;
        }

        var between = text.AsSpan(last.Span.End, quantity.Span.Start - last.Span.End).Trim();
        return between is "(" or "[" ? after < tokens.Count && text[tokens[after].Start] is ')' or ']' or ',' or ';' : between is "/" or ", or" or "or" or "- or";
    }
}
