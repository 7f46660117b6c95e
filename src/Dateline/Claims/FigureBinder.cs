using Dateline.Annotations.Attributions;
using Dateline.Annotations.Quantities;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Binds how many: the figure of a filler, an article that counts one, an adjective of amount, or that no number is given.</summary>
internal sealed class FigureBinder(ReportView view, FrameLexicon frames, FunctionWords words, ArgumentTypes types, ClaimMaker maker)
{
    /// <summary>The rule of a figure that is but an article.</summary>
    public const string OneByArticle = "quantities.indefinite article";

    private const string Worth = "worth"; // a sum of money and no number

    private bool IsOrder(Filler filler) =>
        filler is { Noun: > 0, Syntax: { } syntax } && filler.Chunk.Preposition == syntax.Nouns[filler.Noun - 1].After && words.Is(syntax.Sentence.Tokens[syntax.Nouns[filler.Noun - 1].Head], "order");

    private const int LongestNumberOf = 10; // tokens from what is counted to the verb that leads to the figure

    /// <summary>Binds the figure of a filler to a role, if it has one.</summary>
    public void Bind(MentionDraft draft, Filler filler, string role, string rule)
    {
        if (role is "count" && IsOrder(filler))
        {
            return; // "received the first of 36 jets"
        }

        if (UnknownNumber(draft, filler, role, rule) || (role is "count" && types.Names("extent", filler.Syntax.Sentence.Tokens, filler.Chunk.Head)))
        {
            return; // "shot down 138 over 13 regions": where, and not how many
        }

        foreach (var quantity in view.Quantities(draft.Syntax.Sentence.Span))
        {
            // a bound stands before its chunk: "at least | 53 people"
            if (role is not Worth && quantity.Span.Overlaps(filler.Span) && quantity.Span.End <= filler.Span.End && quantity is { Dimension: null or "count", Restates: null })
            {
                draft.Add(maker.Make(role, new QuantityValue(quantity, quantity.Span.In(view.Text)), draft.Status, rule + "; " + quantity.Rule, quantity.Span));
                return;
            }
        }

        if (OfNumber(draft, filler, role, rule))
        {
            return;
        }

        if (role is "count")
        {
            BindOne(draft, filler, rule);
        }
        else
        {
            BindPerson(draft, filler, role, rule);
            BindAdjective(draft, filler, role, rule);
        }
    }

    // "the number of missiles fired at the city exceeded 500": the figure stands behind the verb of the noun that counts
    private bool OfNumber(MentionDraft draft, Filler filler, string role, string rule)
    {
        var tokens = filler.Syntax.Sentence.Tokens;
        var of = filler.Chunk.First - 1;
        if (of < 1 || !words.Is(tokens[of], "of") || !frames.IsAmountNoun(tokens, of - 1))
        {
            return false;
        }

        for (var i = filler.Chunk.After; i < Math.Min(tokens.Count, filler.Chunk.After + LongestNumberOf); i++)
        {
            if (frames.AmountVerb(tokens, i) is not { } verb)
            {
                continue;
            }

            foreach (var quantity in view.Quantities(draft.Syntax.Sentence.Span))
            {
                if (quantity is { Dimension: null or "count", Restates: null, Low: not null } && quantity.Span.Start >= tokens[verb.After - 1].End && quantity.Span.Start <= tokens[Math.Min(tokens.Count - 1, verb.After)].End)
                {
                    var span = verb.IsLeast ? new TextSpan(tokens[i].Start, quantity.Span.End) : quantity.Span;
                    var counted = quantity with { Span = span, Unit = quantity.Unit ?? filler.Syntax.Lemma(filler.Chunk.Head), Dimension = "count", Counted = quantity.Counted ?? tokens[filler.Chunk.Head].Span.In(view.Text), High = verb.IsLeast ? null : quantity.High };
                    draft.Add(maker.Make(role, new QuantityValue(counted, span.In(view.Text)), draft.Status, rule + "; patterns/amount-words.tsv; " + quantity.Rule, span));
                    return true;
                }
            }

            return false;
        }

        return false;
    }

    // "heavy casualties": no number, but the word is a claim
    private void BindAdjective(MentionDraft draft, Filler filler, string role, string rule)
    {
        var tokens = filler.Syntax.Sentence.Tokens;
        var (before, head) = (filler.Chunk.Head - 1, filler.Chunk.Head);
        if (before < filler.Chunk.First || tokens[before].Tag != PartOfSpeech.Adjective || frames.Casualty(tokens, head) is null)
        {
            return;
        }

        var span = new TextSpan(tokens[before].Start, tokens[head].End);
        var vague = new Quantity(span, "quantities.adjective", null, null, null, "count", null, null, null, false, tokens[before].Span.In(view.Text), null, null, tokens[head].Span.In(view.Text), null);
        draft.Add(maker.Make(role, new QuantityValue(vague, span.In(view.Text)), draft.Status, rule + "; adjective of amount", span));
    }

    // "a soldier was killed": the article counts one
    private void BindPerson(MentionDraft draft, Filler filler, string role, string rule)
    {
        var tokens = filler.Syntax.Sentence.Tokens;
        if (role is "killed" or "wounded" or "captured" or "missing" && filler.Chunk.First == filler.Chunk.Head && words.Is(tokens[filler.Chunk.Head], "lone"))
        {
            BindLone(draft, filler, role, rule);
            return;
        }

        if (role is not ("killed" or "wounded" or "captured" or "missing") || !words.Is(tokens[filler.Chunk.First], "indefinite") || tokens[filler.Chunk.Head] is not { Tag: PartOfSpeech.Noun, Form: not WordForm.Plural } || types.Fits("struck", filler) && !types.Fits("people", filler))
        {
            return;
        }

        var span = filler.Syntax.SpanOf(filler.Chunk);
        var one = new Quantity(span, OneByArticle, 1, 1, tokens[filler.Chunk.Head].Span.In(view.Text), "count", null, null, null, false, null, null, null, tokens[filler.Chunk.Head].Span.In(view.Text), null);
        draft.Add(maker.Make(role, new QuantityValue(one, span.In(view.Text)), draft.Status, rule + "; indefinite article", span));
    }

    // "one was killed", "killing one and wounding another"
    private void BindLone(MentionDraft draft, Filler filler, string role, string rule)
    {
        var span = filler.Span;
        var one = new Quantity(span, "quantities.lone one", 1, 1, null, "count", null, null, null, false, null, null, null, null, null);
        draft.Add(maker.Make(role, new QuantityValue(one, span.In(view.Text)), draft.Status, rule + "; lone one", span));
    }

    // "a ballistic missile": the article counts one
    private void BindOne(MentionDraft draft, Filler filler, string rule)
    {
        var article = filler.Syntax.Sentence.Tokens[filler.Chunk.First];
        if (filler.Weapon is not { Plural: false } weapon || !words.Is(article, "indefinite") || !weapon.Span.Contains(filler.Syntax.Sentence.Tokens[filler.Chunk.Head].Start))
        {
            return;
        }

        var span = new TextSpan(article.Start, weapon.Span.End);
        var one = new Quantity(span, OneByArticle, 1, 1, weapon.Class.Replace('_', ' '), "count", null, null, null, false, null, null, null, weapon.Span.In(view.Text), null);
        draft.Add(maker.Make("count", new QuantityValue(one, span.In(view.Text)), draft.Status, rule + "; indefinite article", span));
    }

    // "did not confirm how many missiles": that it is not given is the claim
    private bool UnknownNumber(MentionDraft draft, Filler filler, string role, string rule)
    {
        var attribution = view.AttributionOf(draft.Span);
        if (attribution?.Stance is not (Stance.DoesNotConfirm or Stance.DoesNotKnow or Stance.DeclinesToComment))
        {
            return false;
        }

        var tokens = draft.Syntax.Sentence.Tokens;
        for (var i = Math.Max(0, filler.Chunk.First - 3); i < filler.Chunk.After; i++)
        {
            if (frames.UnknownNumber(tokens, i) is { } after)
            {
                var span = new TextSpan(tokens[i].Start, Math.Max(tokens[after - 1].End, filler.Span.End));
                var made = maker.Make(role, new UnknownValue(span.In(view.Text)), draft.Status, rule + "; patterns/unknown-number.tsv", span);
                draft.Add(made with { Factuality = Factuality.Unconfirmed, AccordingTo = view.Chain(attribution), Attribution = attribution.Id });
                return true;
            }
        }

        return false;
    }
}
