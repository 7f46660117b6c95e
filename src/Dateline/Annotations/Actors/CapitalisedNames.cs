using Dateline.Annotations.Names;
using Dateline.Text;

namespace Dateline.Annotations.Actors;

/// <summary>Names no table has, found by their capitals: where one begins and ends beside a title, a comma, a known part of it.</summary>
internal sealed class CapitalisedNames(SentenceReader s)
{
    /// <summary>Index after the capitalised words that begin here and look like a person's name; the same index when none do.</summary>
    public int NameAfter(int first)
    {
        var at = first;
        while (at < s.Sentence.Tokens.Count && at - first < 7)
        {
            var token = s.Sentence.Tokens[at];
            if (token.Kind == TokenKind.Hyphen && at > first && at + 1 < s.Sentence.Tokens.Count)
            {
                at++;
                continue;
            }

            if (at > first && IsParticle(at))
            {
                at++;
                continue;
            }

            var hyphened = at > first && s.Sentence.Tokens[at - 1].Kind == TokenKind.Hyphen;
            var free = token.Kind == TokenKind.Word && !s.IsTaken(at) && !s.IsTime(at) && !token.Is(TokenShape.Clitic)
                && (s.MatchAt(at) is not { } match || (match.As<WeaponClassName>() is null && match.As<TitleWord>() is null && match.As<OrganNoun>() is null && match.As<OrganizationName>() is null));
            if (!free || !(hyphened || (token.IsCapitalised && token.Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Other or PartOfSpeech.Noun)) || (s.IsPlace(at) && at == first) || s.IsCountry(at))
            {
                break;
            }

            at++;
        }

        while (at > first && (s.Sentence.Tokens[at - 1].Kind == TokenKind.Hyphen || IsParticle(at - 1)))
        {
            at--;
        }

        return at;
    }

    // "Onno van der Berg", "Ahmed al-Ghamdi": small between two parts of a name
    private bool IsParticle(int i)
    {
        var tokens = s.Sentence.Tokens;
        return i > 0 && i + 1 < tokens.Count && s.Function.Is(tokens[i], "name-particle")
            && (tokens[i - 1].IsCapitalised || s.Function.Is(tokens[i - 1], "name-particle"))
            && (tokens[i + 1].IsCapitalised || IsParticle(i + 1) || (tokens[i + 1].Kind == TokenKind.Hyphen && i + 2 < tokens.Count && tokens[i + 2].IsCapitalised));
    }

    /// <summary>The name that ends at the comma before the noun group of a title: "Lee Sung-jun, a spokesman".</summary>
    public (int First, int After)? NameBeforeComma(NameMatch title)
    {
        var noun = s.Syntax.NounAt(title.First);
        var first = noun < 0 ? title.First : s.Syntax.Nouns[noun].First;
        while (noun > 0 && s.Syntax.Nouns[noun].Possessor >= 0)
        {
            noun = s.Syntax.Nouns[noun].Possessor;
            first = s.Syntax.Nouns[noun].First;
        }

        var comma = first - 1;
        return comma > 0 && IsComma(comma) ? NameEndingAt(comma) : null;
    }

    /// <summary>The name behind the comma after a title: "a deputy commander, Abbas Karimi, was".</summary>
    public (int First, int After)? NameBehindComma(NameMatch title)
    {
        var noun = s.Syntax.NounAt(title.First);
        if (noun < 0 || (s.Syntax.Nouns[noun].Possessor < 0 && s.Sentence.Tokens[s.Syntax.Nouns[noun].First].Tag != PartOfSpeech.Determiner))
        {
            return null;
        }

        var first = BehindOf(title.After) + 1;
        if (!IsComma(first - 1) || s.MatchAt(first)?.As<PersonName>() is not null)
        {
            return null;
        }

        var after = NameAfter(first);
        var closed = after >= s.Sentence.Tokens.Count || s.Sentence.Tokens[after].Kind is TokenKind.Punctuation or TokenKind.Terminal;
        return closed && SentenceReader.WordsIn(s.Sentence.Tokens, first, after) >= 2 && !s.IsTaken(first) ? (first, after) : null;
    }

    // "the spokesman | of the Armenian Foreign Ministry |, ..."
    private int BehindOf(int at)
    {
        for (var steps = 0; steps < 2 && at + 1 < s.Sentence.Tokens.Count && (s.Function.Is(s.Sentence.Tokens[at], "of") || s.Function.Is(s.Sentence.Tokens[at], "for")); steps++)
        {
            var noun = s.Syntax.NounAt(at + 1);
            if (noun < 0)
            {
                break;
            }

            at = s.Syntax.Nouns[noun].After;
        }

        return at;
    }

    /// <summary>True when a capitalised word stands right beside this one, so that it is part of a longer name.</summary>
    public bool IsBesideName(int i) => NameAround(i) is var (first, after) && (first < i || after > i + 1);

    /// <summary>The capitalised words around one, without titles and names of another kind.</summary>
    public (int First, int After) NameAround(int i)
    {
        var (first, after) = (i, i + 1);
        var tokens = s.Sentence.Tokens;
        while (first > 0 && (IsNamePart(first - 1) || (tokens[first - 1].Kind == TokenKind.Hyphen && first > 1)))
        {
            first -= tokens[first - 1].Kind == TokenKind.Hyphen ? 2 : 1;
        }

        while (after < tokens.Count && (IsNamePart(after) || (tokens[after].Kind == TokenKind.Hyphen && after + 1 < tokens.Count)))
        {
            after += tokens[after].Kind == TokenKind.Hyphen ? 2 : 1;
        }

        return (Math.Max(first, 0), Math.Min(after, tokens.Count));
    }

    private (int First, int After)? NameEndingAt(int end)
    {
        var first = end;
        while (first > 0 && (s.IsTaken(first - 1) || IsNamePart(first - 1) || s.Sentence.Tokens[first - 1].Kind == TokenKind.Hyphen || (first < end && s.Sentence.Tokens[first].Kind == TokenKind.Hyphen && s.Sentence.Tokens[first - 1].Kind == TokenKind.Word)
            || (first - 2 >= 0 && s.Sentence.Tokens[first - 2].Kind == TokenKind.Hyphen && s.Sentence.Tokens[first - 1].Kind == TokenKind.Word)))
        {
            first--;
        }

        return first < end ? (first, end) : null;
    }

    private bool IsComma(int token) => token < s.Sentence.Tokens.Count && s.Sentence.Tokens[token].Kind == TokenKind.Punctuation && s.Report.Text[s.Sentence.Tokens[token].Start] == ',';

    private bool IsNamePart(int i)
    {
        var token = s.Sentence.Tokens[i];
        if (IsParticle(i))
        {
            return true;
        }

        return token.Kind == TokenKind.Word && token.IsCapitalised && token.Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Other
            && !s.IsTaken(i) && !s.IsTime(i) && !token.Is(TokenShape.Clitic) && (s.MatchAt(i) is not { } match || (match.As<WeaponSystemName>() is not null && match.As<PlaceName>() is null));
    }
}
