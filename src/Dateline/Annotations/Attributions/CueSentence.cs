using Dateline.Annotations.Actors;
using Dateline.Annotations.Times;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Attributions;

/// <summary>One sentence with what attribution asks of its tokens: quotation, time, actor.</summary>
internal sealed class CueSentence
{
    private readonly int[] quotations;
    private readonly int[] times;
    private readonly ActorMention?[] actors;
    private readonly IReadOnlyList<Quotation> allQuotations;

    public CueSentence(string text, SentenceSyntax syntax, IReadOnlyList<Quotation> quotations, IReadOnlyList<TimeExpression> times, IReadOnlyList<ActorMention> actors)
    {
        Text = text;
        Syntax = syntax;
        Tokens = syntax.Sentence.Tokens;
        allQuotations = quotations;
        End = Tokens.Count;
        while (End > 0 && Tokens[End - 1].Kind == TokenKind.Terminal)
        {
            End--;
        }

        this.quotations = Fill(Tokens.Count, -1);
        this.times = Fill(Tokens.Count, -1);
        this.actors = new ActorMention?[Tokens.Count];
        var (from, to) = TextOrder.Touching(quotations, q => q.Outer, syntax.Sentence.Span);
        for (var q = from; q < to; q++)
        {
            Mark(quotations[q].Outer, this.quotations, q);
        }

        (from, to) = TextOrder.Touching(times, t => t.Span, syntax.Sentence.Span);
        for (var t = from; t < to; t++)
        {
            var time = times[t];
            var after = syntax.Sentence.TokenAt(time.Span.End - 1) + 1;
            Mark(time.Span, this.times, Math.Min(after, Tokens.Count));
        }

        foreach (var actor in actors)
        {
            Mark(actor.Span, this.actors, actor);
        }
    }

    public string Text { get; }

    public SentenceSyntax Syntax { get; }

    public TokenList Tokens { get; }

    /// <summary>Index after the last token that is no full stop.</summary>
    public int End { get; }

    /// <summary>Number of the quotation that holds the token, its marks included, or -1.</summary>
    public int QuotationAt(int token) => token >= 0 && token < quotations.Length ? quotations[token] : -1;

    /// <summary>The quotation of a number.</summary>
    public Quotation Quotation(int number) => allQuotations[number];

    /// <summary>Index after the time that holds the token, or -1.</summary>
    public int TimeAfter(int token) => token >= 0 && token < times.Length ? times[token] : -1;

    /// <summary>The actor whose words hold the token, or null.</summary>
    public ActorMention? ActorAt(int token) => token >= 0 && token < actors.Length ? actors[token] : null;

    /// <summary>True for a mark that opens a quotation.</summary>
    public bool OpensQuotation(int token) => QuotationAt(token) is >= 0 and var q && allQuotations[q].Outer.Start == Tokens[token].Start;

    /// <summary>True for the last token of a quotation.</summary>
    public bool ClosesQuotation(int token) => QuotationAt(token) is >= 0 and var q && allQuotations[q].Outer.End == Tokens[token].End;

    /// <summary>True for the character at a token's start.</summary>
    public bool Is(int token, char character) => token >= 0 && token < Tokens.Count && Text[Tokens[token].Start] == character && Tokens[token].Length == 1;

    /// <summary>True for a comma, semicolon, dash, bracket or quotation mark.</summary>
    public bool Breaks(int token) => token < 0 || token >= Tokens.Count || Tokens[token].Kind is TokenKind.Punctuation or TokenKind.Dash or TokenKind.Quote or TokenKind.Terminal;

    private static int[] Fill(int count, int value)
    {
        var array = new int[count];
        Array.Fill(array, value);
        return array;
    }

    private void Mark<T>(TextSpan span, T[] marks, T mark)
    {
        if (!Syntax.Sentence.Span.Overlaps(span))
        {
            return;
        }

        for (var i = Syntax.Sentence.TokenAt(span.Start); i < Tokens.Count && Tokens[i].Start < span.End; i++)
        {
            marks[i] = mark;
        }
    }
}
