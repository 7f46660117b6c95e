using Dateline.Annotations.Quantities;
using Dateline.Articles;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Adds what a sentence tells of an event beside its frame: measures, flight path, purpose.</summary>
internal sealed class DetailReader(ReportView view, Codebook codebook, FrameLexicon frames, MeasureReader measures, ClaimMaker maker)
{
    /// <summary>Gives the details of one sentence to the nearest of its drafts that can carry them.</summary>
    public void Read(SentenceSyntax syntax, List<MentionDraft> drafts)
    {
        if (drafts.Count == 0)
        {
            return;
        }

        foreach (var quantity in view.Quantities(syntax.Sentence.Span))
        {
            ReadMeasure(syntax, drafts, quantity);
        }

        ReadWords(syntax, drafts);
        foreach (var draft in drafts)
        {
            ReadPurpose(draft);
        }
    }

    /// <summary>Measures in a sentence without a mention that could carry them: they add to an event told elsewhere.</summary>
    public IEnumerable<EventMention> ReadAlone(SentenceSyntax syntax, IReadOnlyList<MentionDraft> drafts)
    {
        foreach (var quantity in view.Quantities(syntax.Sentence.Span))
        {
            if (quantity.Dimension is null or "count" or "currency" || RoleOf(syntax, quantity) is not { } found || Nearest(drafts, found.Role, 0) is not null)
            {
                continue;
            }

            var claim = maker.Make(found.Role, new QuantityValue(quantity, quantity.Span.In(view.Text)), EventStatus.News, $"claims.measure alone {found.Where}; {quantity.Rule}", quantity.Span);
            var flown = view.Weapons(syntax.Sentence.Span).Any();
            var kinds = codebook.Kinds.Where(k => codebook.Carries(k.Kind, found.Role) && (flown || k.Kind is not ("strike" or "casualties"))).Select(k => k.Kind).ToList();
            yield return new EventMention(null, quantity.Span, syntax.Sentence.Index, EventStatus.News, null, kinds, true, false, [claim], "claims.measure alone", "a measure without an event word beside it")
            {
                Of = [.. view.Weapons(syntax.Sentence.Span).Where(w => w.System is not null).Select(w => w.System!)],
            };
        }
    }

    private void ReadMeasure(SentenceSyntax syntax, List<MentionDraft> drafts, Quantity quantity)
    {
        if (quantity.Dimension is null or "count" || RoleOf(syntax, quantity) is not { } found)
        {
            return;
        }

        if (Nearest(drafts, found.Role, syntax.Sentence.TokenAt(quantity.Span.Start)) is { } draft)
        {
            if (draft.Frame.Kind is "strike" or "casualties" && quantity.Dimension is "length" or "time" && !draft.Claims.Exists(c => c.Role is "weapon_class" or "weapon_name"))
            {
                return; // "the attacks forced villagers to flee to a town 70 km away"
            }

            draft.Claims.Add(maker.Make(found.Role, new QuantityValue(quantity, quantity.Span.In(view.Text)), draft.Status, $"claims.measure {found.Where}; {quantity.Rule}", quantity.Span));
        }
    }

    // "2,000 km (1,240 miles) east of": what stands around both units stands around each
    private (string Role, string Where)? RoleOf(SentenceSyntax syntax, Quantity quantity)
    {
        var whole = quantity.Restates is { } first ? quantity.Span.Cover(first) : quantity.Span;
        foreach (var other in view.Quantities(syntax.Sentence.Span))
        {
            whole = other.Restates == quantity.Span ? whole.Cover(other.Span) : whole;
        }

        return measures.RoleOf(syntax, quantity, whole, view.Article.Blocks[syntax.Sentence.Block].Kind == BlockKind.Headline || (syntax.Sentence.Tokens[^1].Kind is TokenKind.Word or TokenKind.Number && view.LeadRank(syntax.Sentence) < 2));
    }

    private void ReadWords(SentenceSyntax syntax, List<MentionDraft> drafts)
    {
        var tokens = syntax.Sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word < 0 || frames.NounRole(tokens, i) is not { } role || Nearest(drafts, role, i) is not { } draft || draft.Claims.Exists(c => string.Equals(c.Role, role, StringComparison.Ordinal)))
            {
                continue;
            }

            var noun = syntax.NounAt(i);
            var span = noun >= 0 ? syntax.SpanOf(syntax.Nouns[noun]) : tokens[i].Span;
            draft.Claims.Add(maker.Make(role, new TextValue(span.In(view.Text)), draft.Status, "claims.words patterns/noun-roles.tsv", span));
        }
    }

    // "The test was designed to warn … and to demonstrate …"
    private void ReadPurpose(MentionDraft draft)
    {
        var syntax = draft.Syntax;
        for (var c = 0; c < syntax.Clauses.Count; c++)
        {
            var clause = syntax.Clauses[c];
            var governs = clause.Subject >= 0 && clause.Subject == draft.Noun && frames.IsPurpose(syntax.Sentence.Tokens, clause.Verb.Head);
            if (!governs)
            {
                continue;
            }

            for (var p = c + 1; p < syntax.Clauses.Count; p++)
            {
                var purpose = syntax.Clauses[p];
                if (!purpose.Verb.Infinitive || !(purpose.Parent == c || (purpose.Parent > c && syntax.Clauses[purpose.Parent] is { Verb.Infinitive: true, Parent: var above } && above == c)))
                {
                    continue;
                }

                var span = PurposeSpan(syntax, p);
                draft.Claims.Add(maker.Make("purpose", new TextValue(span.In(view.Text)), draft.Status, "claims.purpose patterns/purpose-verbs.tsv", span));
            }

            return;
        }
    }

    // From "to" to the next coordinated infinitive, the end of what is attributed, or the end of the sentence.
    private TextSpan PurposeSpan(SentenceSyntax syntax, int p)
    {
        var tokens = syntax.Sentence.Tokens;
        var first = syntax.Clauses[p].Verb.First;
        var end = tokens.Count;
        for (var n = p + 1; n < syntax.Clauses.Count; n++)
        {
            if (syntax.Clauses[n].Verb.Infinitive)
            {
                end = syntax.Clauses[n].Verb.First;
                break;
            }
        }

        var limit = view.AttributionOf(tokens[first].Span)?.Content.FirstOrDefault(s => s.Contains(tokens[first].Start)).End ?? int.MaxValue;
        while (end > first + 1 && (tokens[end - 1].End > limit || tokens[end - 1].Kind is TokenKind.Punctuation or TokenKind.Terminal || tokens[end - 1].Tag == PartOfSpeech.CoordinatingConjunction))
        {
            end--;
        }

        return syntax.SpanOf(first, end);
    }

    private MentionDraft? Nearest(IReadOnlyList<MentionDraft> drafts, string role, int token)
    {
        MentionDraft? best = null;
        foreach (var draft in drafts)
        {
            var carries = draft.Frame.Kind is { } kind ? codebook.Carries(kind, role) : draft.Frame.Adds.Any(k => codebook.Carries(k, role));
            if (carries && !(role is "outcome" && draft.Frame.Kind is "agreement" or "meeting" or "statement") && (best is null || Math.Abs(draft.Trigger - token) < Math.Abs(best.Trigger - token)))
            {
                best = draft;
            }
        }

        return best;
    }
}
