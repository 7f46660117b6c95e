namespace Dateline.Annotations.Attributions;

/// <summary>Gives citations their content, which is that of the clause they lean on, go before or quote from.</summary>
internal static class CitedContent
{
    /// <summary>"…," Interfax quoted the governor as saying: what stands before is both the quoting's and the saying's.</summary>
    public static void Share(List<CueClause> clauses, int k)
    {
        if (k + 1 >= clauses.Count || clauses[k] is not { Leans: false, Passive: false, Cites: false } quoting || !quoting.Cue.Frames.HasFlag(CueFrames.QuoteAs) || clauses[k + 1] is not { Content.Count: 0, AsSaying: true } saying)
        {
            return;
        }

        if (ContentEdges.LeftPart(clauses, k) is { After: > 0 } left)
        {
            quoting.Content.Clear();
            quoting.Content.Add(left);
            quoting.Trailing = true;
            saying.Content.Add(left);
            saying.Trailing = true;
            saying.Pattern = "citing, as saying";
        }
    }

    /// <summary>"…, citing X": the words cited are those of the clause it leans on; "Citing X, Y said …" those of the clause that follows.</summary>
    public static void Cut(List<CueClause> clauses, int k)
    {
        var clause = clauses[k];
        var s = clause.Sentence;
        clause.Pattern = "citing";
        var next = k + 1 < clauses.Count ? clauses[k + 1] : null;
        if (!clause.Leans)
        {
            clause.Backward = next is not { Content.Count: > 0, Relative: >= 0 };
            if (!clause.Backward)
            {
                clause.Content.AddRange(next!.Content); // "Yonhap quoted a release of the staff, which blamed …"
            }

            return;
        }

        if (k > 0 && next is { Content.Count: > 0, Cites: false, Cue.IsVerb: true } && next.Source == clause.Source && clauses[k - 1] is { Content.Count: 0, Cites: false, Source: >= 0 } relay && relay.Cue.Frames.HasFlag(CueFrames.Content))
        {
            relay.Content.AddRange(next.Content); // "X reported, citing a lawmaker who said that …"
            relay.Pattern = "source, cue, who said";
            clause.Content.AddRange(next.Content);
            next.Content.Clear();
        }
        else if (next is { Content.Count: > 0 } && (clause.Begin == 0 || (next.Source >= 0 && s.Syntax.Nouns[next.Source].First < clause.First)))
        {
            clause.Content.AddRange(next.Content);
        }
        else if (k > 0 && clauses[k - 1] is { Content.Count: > 0 } outer)
        {
            var (first, after) = outer.Content[^1];
            if (first < clause.First && after > clause.First)
            {
                outer.Content[^1] = (first, Math.Max(first + 1, ContentEdges.TrimEnd(s, first, clause.First)));
            }

            clause.Content.AddRange(outer.Content);
            clause.Trailing = true;
        }
        else if (ContentEdges.LeftPart(clauses, k) is { After: > 0 } left)
        {
            clause.Content.Add(left);
            clause.Trailing = true;
        }
    }
}
