using Dateline.Annotations.Names;
using Dateline.Text;

namespace Dateline.Annotations.Weapons;

/// <summary>Reads weapon classes and named systems from the names of a sentence.</summary>
public static class WeaponAnnotator
{
    private const string NoWeapon = "none";
    private const int LongestName = 5; // tokens of a name no table has

    /// <summary>The weapons of one sentence, in text order. A system beside its class is one mention, so are two classes ("coastal artillery shells").</summary>
    /// <param name="text">The text of the report.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="matches">Its names.</param>
    /// <param name="isTaken">True for tokens of actors, places and times.</param>
    public static IEnumerable<WeaponMention> Annotate(string text, Sentence sentence, IReadOnlyList<NameMatch> matches, Func<int, bool> isTaken)
    {
        WeaponMention? held = null;
        var heldAfter = -1;
        for (var m = 0; m < matches.Count; m++)
        {
            var match = matches[m];
            if (match.As<ShipPrefix>() is { } prefix && ShipNamed(sentence, match, prefix) is var (ship, after))
            {
                if (held is not null)
                {
                    yield return held;
                }

                (held, heldAfter) = (ship, after);
                continue;
            }

            if (isTaken(match.First) || match.First < heldAfter || Mention(text, sentence, matches, m, isTaken) is not { } mention)
            {
                continue;
            }

            var beside = heldAfter == match.First || (held is not null && heldAfter == match.First - 1 && sentence.Tokens[heldAfter].Kind is TokenKind.Hyphen or TokenKind.Quote);
            if (held is not null && beside && Join(held, mention) is { } joined)
            {
                (held, heldAfter) = (joined, match.After);
                continue;
            }

            if (held is not null)
            {
                yield return held;
            }

            (held, heldAfter) = (mention, match.After);
        }

        if (held is not null)
        {
            yield return held;
        }
    }

    // "HMS Alder Wood": behind the letters of a navy every name is a ship's
    private static (WeaponMention Ship, int After)? ShipNamed(Sentence sentence, NameMatch match, ShipPrefix prefix)
    {
        var tokens = sentence.Tokens;
        var after = match.After;
        while (after < tokens.Count && (IsName(tokens[after]) || (after > match.After && tokens[after].Length == 2 && tokens[after].Kind == TokenKind.Word && tokens[after].IsCapitalised)))
        {
            after++;
        }

        return after == match.After ? null
            : (new WeaponMention(new TextSpan(tokens[match.First].Start, tokens[after - 1].End), "names.weapon " + prefix.Where, "ship", null, null, null, prefix.Country, false), after);
    }

    private static WeaponMention? Mention(string text, Sentence sentence, IReadOnlyList<NameMatch> matches, int m, Func<int, bool> isTaken)
    {
        var match = matches[m];
        var span = match.SpanIn(sentence);
        if (match.As<WeaponSystemName>() is { } system)
        {
            return NeedsSupport(sentence, match) && !IsSupported(sentence, matches, m)
                ? null
                : new WeaponMention(span, "names.weapon " + system.Where, system.Class, system.RangeClass, system.Name, system.Id, system.Country, false);
        }

        if (match.As<WeaponClassName>() is not { } kind || string.Equals(kind.Class, NoWeapon, StringComparison.Ordinal))
        {
            return null;
        }

        return FirstOfName(sentence, matches, m, isTaken) is var first && first < match.First
            ? new WeaponMention(new TextSpan(sentence.Tokens[first].Start, span.End), "names.weapon " + kind.Where + "; a name no table has", kind.Class, kind.RangeClass, new TextSpan(sentence.Tokens[first].Start, sentence.Tokens[match.First - 1].End).In(text), null, null, kind.Plural)
            : new WeaponMention(span, "names.weapon " + kind.Where, kind.Class, kind.RangeClass, null, null, null, kind.Plural);
    }

    // "a Kahir-1 missile", "its Zaffar cruise missile": capitalised words nobody knows, right before the class
    private static int FirstOfName(Sentence sentence, IReadOnlyList<NameMatch> matches, int m, Func<int, bool> isTaken)
    {
        var (tokens, at) = (sentence.Tokens, matches[m].First);
        var first = at;
        while (first > 0 && at - first < LongestName && !isTaken(first - 1) && !matches.Any(o => o.First < first && o.After >= first) && IsNamePart(tokens, first - 1))
        {
            first--;
        }

        while (first < at && (!IsName(tokens[first]) || (tokens[first].Length == 1 && first + 1 == at)))
        {
            first++; // begins with a word, and a letter alone is none
        }

        var numbered = first < at && tokens[at - 1].Kind == TokenKind.Number && tokens[at - 2].Kind == TokenKind.Hyphen;
        var isCompound = matches[m].After < tokens.Count && tokens[matches[m].After].Tag is PartOfSpeech.Noun or PartOfSpeech.ProperNoun;
        return tokens[at].IsCapitalised || (!numbered && (first == 0 || isCompound || tokens[first - 1].Kind == TokenKind.Hyphen)) ? at : first;
    }

    private static bool IsNamePart(TokenList tokens, int at) =>
        IsName(tokens[at]) || tokens[at].Kind == TokenKind.Number || (tokens[at].Kind == TokenKind.Hyphen && at + 1 < tokens.Count && (tokens[at + 1].IsCapitalised || tokens[at + 1].Kind == TokenKind.Number));

    // A system named by one plain word (Patriot, Arrow, Grad) may be anything; with a figure or in capitals it is no other word.
    private static bool NeedsSupport(Sentence sentence, NameMatch match)
    {
        var token = sentence.Tokens[match.First];
        return match.After == match.First + 1 && !token.Is(TokenShape.Digits) && !token.Is(TokenShape.AllCaps);
    }

    // Another weapon in the sentence, and no capitalised word beside it that makes it somebody's name ("Bradley Cooper", "Patriot Act").
    private static bool IsSupported(Sentence sentence, IReadOnlyList<NameMatch> matches, int m)
    {
        var (first, after) = (matches[m].First, matches[m].After);
        var led = first > 0 && IsName(sentence.Tokens[first - 1]) && !(m > 0 && matches[m - 1].After == first);
        var followed = after < sentence.Tokens.Count && IsName(sentence.Tokens[after]) && !(m + 1 < matches.Count && matches[m + 1].First == after);
        if (led || followed)
        {
            return false;
        }

        for (var i = 0; i < matches.Count; i++)
        {
            if (i != m && (matches[i].As<WeaponClassName>() is not null || matches[i].As<WeaponSystemName>() is not null))
            {
                return true;
            }
        }

        // "33 Shaheds"
        if (first > 0 && sentence.Tokens[first].Form == WordForm.Plural && sentence.Tokens[first - 1] is { Kind: TokenKind.Number } or { Tag: PartOfSpeech.Numeral })
        {
            return true;
        }

        return sentence.Tokens[first].Is(TokenShape.Glued) || (first > 0 && sentence.Tokens[first - 1].Kind == TokenKind.Quote);
    }

    private static bool IsName(Token token) => token.Kind == TokenKind.Word && token.IsCapitalised && token.Tag == PartOfSpeech.ProperNoun && !token.Is(TokenShape.Clitic);

    // "Hwasong-17 intercontinental ballistic missile": the class in words wins, the system names it. Of two classes the head
    // wins, unless it says no more than "missile".
    private static WeaponMention? Join(WeaponMention first, WeaponMention second)
    {
        if (first.System is not null && second.System is not null)
        {
            return null;
        }

        if (first.System is null && second.System is null)
        {
            var kind = IsOpen(second.Class) ? first : second;
            return kind with { Span = first.Span.Cover(second.Span), RangeClass = second.RangeClass ?? first.RangeClass, Plural = second.Plural };
        }

        var (system, worded) = first.System is not null ? (first, second) : (second, first);
        return system with
        {
            Span = first.Span.Cover(second.Span),
            Class = IsOpen(worded.Class) ? system.Class : worded.Class,
            RangeClass = worded.RangeClass ?? system.RangeClass,
            Plural = worded.Plural,
        };
    }

    private static bool IsOpen(string kind) => kind is "missile" or "projectile" or "rocket";
}
