using Dateline.Annotations.Names;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Places;

/// <summary>Which place names stand in one list, and which only tell of the noun behind them.</summary>
internal static class PlaceLists
{
    /// <summary>True for a name that only tells of the noun behind it: "over US tariffs", but "over Iran".</summary>
    public static bool Describes(SentenceSyntax syntax, NameMatch match) =>
        syntax.NounAt(match.First) is >= 0 and var noun && match.After < syntax.Nouns[noun].After && syntax.Sentence.Tokens[match.After] is { Kind: TokenKind.Word, Tag: PartOfSpeech.Noun };

    /// <summary>True for the first of two that tell of one noun: "US and South Korean officials".</summary>
    public static bool IsListedWithAdjective(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int m)
    {
        var tokens = syntax.Sentence.Tokens;
        var after = matches[m].After;
        return after < tokens.Count && tokens[after].Tag == PartOfSpeech.CoordinatingConjunction && m + 1 < matches.Count && matches[m + 1].First == after + 1
            && matches[m + 1].As<PlaceName>() is { } next && (next.Form is NameForm.Adjective || (Describes(syntax, matches[m + 1]) && syntax.NounAt(matches[m].First) is >= 0 and var noun && syntax.Nouns[noun].Preposition < 0));
    }

    /// <summary>The group that begins a name, not the one behind its of: "the Republic of the Congo and X".</summary>
    public static int FirstOfName(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int noun)
    {
        foreach (var match in matches)
        {
            if (match.First <= syntax.Nouns[noun].Head && syntax.Nouns[noun].Head < match.After && syntax.NounAt(match.First) is >= 0 and var first)
            {
                return Math.Min(first, noun);
            }
        }

        return noun;
    }

    /// <summary>True for a name in one list with the group before it, whose preposition it shares ("in Donetsk, Luhansk and Kherson"); "In March, Iran fired" is none.</summary>
    public static bool IsListedWith(SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, int noun)
    {
        var (before, chunk) = (syntax.Nouns[noun - 1], syntax.Nouns[noun]);
        if (chunk.Possessor >= 0 || chunk.First - before.After is 0 or > 2 || !matches.Any(m => m.First <= before.Head && before.Head < m.After && m.As<PlaceName>() is not null))
        {
            return false;
        }

        var conjunction = false;
        for (var t = before.After; t < chunk.First; t++)
        {
            var token = syntax.Sentence.Tokens[t];
            conjunction |= token.Tag == PartOfSpeech.CoordinatingConjunction;
            if (token.Tag != PartOfSpeech.CoordinatingConjunction && token.Kind != TokenKind.Punctuation)
            {
                return false;
            }
        }

        var subject = syntax.Clauses.Any(c => c.Subject == noun);
        return (conjunction && !(subject && chunk.First - before.After > 1)) || !subject; // "imports from China, and China retaliated"
    }
}
