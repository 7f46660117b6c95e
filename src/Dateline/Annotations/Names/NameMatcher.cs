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

            NameMatch? best = null;
            foreach (var match in lexicon.Trie.AllAt(tokens, i))
            {
                var entries = match.Values.Where(e => Fits(e, tokens, match.First, match.After, capitals)).ToList();
                if (entries.Count > 0)
                {
                    best = new NameMatch(match.First, match.After, entries);
                }
            }

            if (best is not null && !IsCutShort(best, tokens, capitals))
            {
                found.Add(best);
                i = best.After - 1;
            }
        }

        return found;
    }

    // "the South" in "the South Korean military": a word that goes back to a country yields to a longer name that begins inside it.
    private bool IsCutShort(NameMatch match, IReadOnlyList<Token> tokens, bool capitals)
    {
        if (match.As<CountryReference>() is null || match.After - match.First < 2)
        {
            return false;
        }

        foreach (var longer in lexicon.Trie.AllAt(tokens, match.After - 1))
        {
            if (longer.After > match.After && longer.Values.Any(e => Fits(e, tokens, longer.First, longer.After, capitals)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(NameEntry entry, IReadOnlyList<Token> tokens, int first, int after, bool allCapitals)
    {
        if (entry.Case == NameCase.Any || allCapitals)
        {
            return true;
        }

        if (entry.Case == NameCase.AllCapitals)
        {
            return tokens[first].Is(TokenShape.AllCaps) || (tokens[first].IsCapitalised && tokens[first].Is(TokenShape.Abbreviation));
        }

        for (var i = first; i < after; i++)
        {
            if (tokens[i].IsCapitalised)
            {
                return tokens[after - 1].IsCapitalised || tokens[after - 1].Kind != TokenKind.Word || tokens[after - 1].Is(TokenShape.Clitic) || after - first > 1;
            }
        }

        return false;
    }

    // A headline in capitals carries no case evidence.
    private static bool IsAllCapitals(IReadOnlyList<Token> tokens)
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
