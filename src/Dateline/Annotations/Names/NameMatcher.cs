using Dateline.Text;

namespace Dateline.Annotations.Names;

/// <summary>A name found in a sentence, with every row it may be.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="After">Index after its last token.</param>
/// <param name="Entries">The rows whose case fits, in table order; never empty.</param>
public sealed record NameMatch(int First, int After, IReadOnlyList<NameEntry> Entries)
{
    /// <summary>The first entry of a type, or null.</summary>
    public T? As<T>()
        where T : NameEntry
    {
        foreach (var entry in Entries)
        {
            if (entry is T found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Where it stands.</summary>
    public TextSpan SpanIn(Sentence sentence) => new(sentence.Tokens[First].Start, sentence.Tokens[After - 1].End);
}

/// <summary>Finds names in sentences: left to right, the longest that is written as its row demands.</summary>
public sealed class NameMatcher(NameLexicon lexicon)
{
    /// <summary>The names of one sentence, in text order, without overlap.</summary>
    public List<NameMatch> Match(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var capitals = IsAllCapitals(tokens);
        var found = new List<NameMatch>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Word < 0)
            {
                continue;
            }

            if (LongestAt(tokens, i, capitals) is not { } best)
            {
                continue;
            }

            for (var j = i + 1; j < best.After; j++)
            {
                if (tokens[j].Word >= 0 && LongestAt(tokens, j, capitals) is { } inner && inner.After > best.After && Yields(best, inner, tokens, capitals))
                {
                    best = inner;
                    break;
                }
            }

            found.Add(best);
            i = best.After - 1;
        }

        return found;
    }

    private NameMatch? LongestAt(TokenList tokens, int i, bool capitals)
    {
        NameMatch? best = null;
        foreach (var match in lexicon.Trie.AllAt(tokens, i))
        {
            List<NameEntry>? entries = null;
            foreach (var entry in match.Values)
            {
                if (Fits(entry, tokens, match.First, match.After, capitals))
                {
                    (entries ??= []).Add(entry);
                }
            }

            if (entries is not null)
            {
                best = new NameMatch(match.First, match.After, entries);
            }
        }

        return best;
    }

    // "the South | Korean" gives way to "South Korean"; "North Korean | Central News Agency" to the longer name that begins
    // inside it, unless what follows the country is an organ of its own ("South Korean | Joint Chiefs of Staff").
    private bool Yields(NameMatch best, NameMatch inner, TokenList tokens, bool capitals)
    {
        if (best.As<CountryReference>() is not null)
        {
            return true;
        }

        if (best.As<PlaceName>() is not null && LongestAt(tokens, best.After, capitals) is { } next && next.As<OrganNoun>() is not null && next.After >= inner.After)
        {
            return false;
        }

        return inner.After - inner.First > best.After - best.First;
    }

    private static bool Fits(NameEntry entry, TokenList tokens, int first, int after, bool allCapitals)
    {
        if (entry.Case == NameCase.Any)
        {
            return true;
        }

        if (entry.Case == NameCase.Bare)
        {
            return !allCapitals && IsBare(tokens, first, after);
        }

        if (allCapitals)
        {
            return true;
        }

        if (entry.Case == NameCase.AllCapitals)
        {
            return tokens[first].Is(TokenShape.AllCaps) || (tokens[first].IsCapitalised && tokens[first].Is(TokenShape.Abbreviation));
        }

        if (entry.Case == NameCase.Edges)
        {
            return tokens[first].IsCapitalised && (tokens[after - 1].IsCapitalised || tokens[after - 1].Kind != TokenKind.Word);
        }

        if (entry is CountryReference && StandsBeforeName(tokens, after))
        {
            return false;
        }

        for (var i = first; i < after; i++)
        {
            if (tokens[i].IsCapitalised && (tokens[i].Tag != PartOfSpeech.Determiner || entry is not CountryReference))
            {
                return tokens[after - 1].IsCapitalised || tokens[after - 1].Kind != TokenKind.Word || tokens[after - 1].Is(TokenShape.Clitic) || after - first > 1;
            }
        }

        return false;
    }

    // Capitalised inside a sentence (or by itself before a verb) and beside no other capitalised word.
    private static bool IsBare(TokenList tokens, int first, int after)
    {
        if (!tokens[first].IsCapitalised || tokens[first].Is(TokenShape.AllCaps))
        {
            return false;
        }

        var joined = (after < tokens.Count && tokens[after].Kind == TokenKind.Hyphen) || (first > 0 && tokens[first - 1].Kind == TokenKind.Hyphen);
        var follows = first > 0 && tokens[first - 1].Tag == PartOfSpeech.ProperNoun && !tokens[first - 1].Is(TokenShape.Clitic);
        return !StandsBeforeName(tokens, after) && !joined && !follows;
    }

    private static bool StandsBeforeName(TokenList tokens, int after) =>
        after < tokens.Count && tokens[after].Kind == TokenKind.Word && tokens[after].IsCapitalised && tokens[after].Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Adjective;

    /// <summary>True for a line whose capitals tell nothing of names: all in capitals, or in title case ("Rescuers Arrive at Sunken Ferry").</summary>
    internal static bool SaysNothing(TokenList tokens)
    {
        var (words, capitals) = (0, 0);
        foreach (var token in tokens)
        {
            var counts = token.Kind == TokenKind.Word && token.Length > 3;
            words += counts ? 1 : 0;
            capitals += counts && token.IsCapitalised ? 1 : 0;
        }

        return (words > 3 && capitals * 3 > words * 2) || IsAllCapitals(tokens);
    }

    /// <summary>True for a headline in capitals, which carries no case evidence.</summary>
    internal static bool IsAllCapitals(TokenList tokens)
    {
        var (words, capitals) = (0, 0);
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Word && token.Length > 1)
            {
                words++;
                capitals += token.Is(TokenShape.AllCaps) ? 1 : 0;
            }
        }

        return words > 3 && capitals * 10 >= words * 9;
    }
}
