using Dateline.Annotations.Actors;
using Dateline.Articles;

namespace Dateline.Annotations.Attributions;

/// <summary>Gives a quotation to the name behind it and a dash, at the end of its line or opening the next: "…" — Anna Berg, teacher.</summary>
internal static class SignedQuotations
{
    private const int LeastWords = 4; // fewer are a title
    private const int LongestLine = 80; // characters from the dash to the end of the line
    private const int LongestName = 6; // words

    /// <summary>Adds an attribution, which has a source and no cue, for every such quotation that no cue claims.</summary>
    public static void Add(Article article, IReadOnlyList<Quotation> quotations, IReadOnlyList<ActorMention> actors, List<Attribution> found)
    {
        var covering = new CoveringAttributions(found);
        var claimed = found.ToArray();
        foreach (var quotation in quotations)
        {
            if (quotation.Words >= LeastWords && NameBehind(article.Text, quotation.Outer.End) is { } name && Speaker(article.Text, name, actors) is { } speaker
                && covering.Of(quotation.Inner with { End = quotation.Inner.Start + 1 }).All(a => quotation.Inner.Contains(claimed[a].Span)))
            {
                found.Add(new Attribution("", quotation.Outer.Cover(name), "attributions.quotation, dash, name", [name], speaker, [], [quotation.Inner], AttributionMode.Direct, Stance.Asserts, Certainty.Claimed, null, null));
            }
        }
    }

    private static Actor? Speaker(string text, TextSpan name, IReadOnlyList<ActorMention> actors)
    {
        foreach (var actor in actors)
        {
            if (actor.Span.Overlaps(name) && actor.Actor.Kind != ActorKind.State)
            {
                return actor.Actor;
            }
        }

        return name.In(text).Contains(' ', StringComparison.Ordinal) ? new Actor(null, name.In(text), ActorKind.Person, null) : null;
    }

    // the words from a dash to the first comma, bracket, stop or end of the line, all with a capital
    private static TextSpan? NameBehind(string text, int from)
    {
        var at = Past(text, from, char.IsWhiteSpace);
        if (at >= text.Length || text[at] is not ('―' or '—' or '–' or '-'))
        {
            return null;
        }

        at = Past(text, Past(text, at, c => c is '―' or '—' or '–' or '-'), c => c is ' ' or '\u00a0');
        var line = text.IndexOf('\n', at);
        line = line < 0 ? text.Length : line;
        var after = at;
        while (after < line && text[after] is not (',' or '(' or ';' or ':' or '"' or '“' or '—' or '―') && !(text[after] == '.' && (after + 1 >= line || (text[after + 1] == ' ' && after - at > 3 && text[after - 2] != ' '))))
        {
            after++;
        }

        var name = new TextSpan(at, after).Trim(text);
        return line - at <= LongestLine && IsName(name.In(text)) ? name : null;
    }

    private static int Past(string text, int at, Func<char, bool> passes)
    {
        while (at < text.Length && passes(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsName(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is > 0 and <= LongestName && Array.TrueForAll(parts, p => char.IsUpper(p[0]));
    }
}
