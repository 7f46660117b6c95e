using Dateline.Text.Syntax;

namespace Dateline.Claims;

/// <summary>Says which edition or round a mention of drills or talks tells of: "the 15th edition of the exercise" is not the 16th.</summary>
internal sealed class EditionReader(ReportView view, FunctionWords words)
{
    /// <summary>Marks the mentions that count an edition; an earlier one than the news is of is background.</summary>
    public void Read(List<EventMention> mentions)
    {
        int? news = null;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i] is not { Kind: "exercise" or "meeting" } mention || EditionOf(mention) is not { } edition)
            {
                continue;
            }

            var earlier = mention.Status == EventStatus.News && edition < news;
            mentions[i] = mention with { Edition = edition, Status = earlier ? EventStatus.Background : mention.Status, Reason = earlier ? "an earlier edition" : mention.Reason };
            news ??= mention.Status == EventStatus.News ? edition : null;
        }
    }

    private int? EditionOf(EventMention mention)
    {
        var syntax = view.Sentences[mention.Sentence];
        var (best, nearest) = ((int?)null, int.MaxValue);
        foreach (var ordinal in view.Ordinals(syntax.Sentence.Span))
        {
            var next = syntax.Sentence.TokenAt(ordinal.Span.End - 1) + 1;
            var far = Math.Abs(mention.Trigger.Start - ordinal.Span.Start);
            if (next < syntax.Sentence.Tokens.Count && words.Is(syntax.Sentence.Tokens[next], "edition") && far < nearest)
            {
                (best, nearest) = (ordinal.Value, far);
            }
        }

        return best;
    }
}
