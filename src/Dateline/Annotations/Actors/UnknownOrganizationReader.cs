using Dateline.Annotations.Names;
using Dateline.Text;

namespace Dateline.Annotations.Actors;

/// <summary>
/// Organisations and units no table has: capitalised words that end in a noun for such ("Border Watch Group", "47th Harbour Brigade"), or go on
/// behind it with of or for ("Institute for Harbour Studies"), with the country beside or in them.
/// </summary>
internal sealed class UnknownOrganizationReader(NameLexicon names, ReferenceLexicon lexicon)
{
    private const int Longest = 7; // words

    public void Read(SentenceReader s)
    {
        if (IsTitleCase(s.Sentence.Tokens))
        {
            return; // a headline's capitals say nothing
        }

        for (var i = 0; i < s.Sentence.Tokens.Count; i++)
        {
            if (!IsPart(s, i))
            {
                continue;
            }

            var after = RunAfter(s, i);
            if (NounEnding(s, i, after) is { } name)
            {
                Add(s, i, name.After, name.Noun);
            }

            i = after - 1;
        }
    }

    private void Add(SentenceReader s, int first, int after, ReferenceLexicon.OrganizationNoun noun)
    {
        string? country = null;
        for (var t = first; t < after; t++)
        {
            country ??= s.MatchAt(t) is { } inside ? s.Owners.CountryOf(inside) : null;
        }

        if (country is null && first > 1 && s.Sentence.Tokens[first - 1].Is(TokenShape.Clitic) && s.MatchAt(first - 2) is { } owner)
        {
            country = s.Owners.CountryOf(owner);
        }

        var kind = s.MatchAt(after - 1) is { } army && army.After == after && OrganReader.IsOfCause(s, army) ? ActorKind.ArmedGroup : noun.Kind;
        var (actor, why) = Known(s, first, after, country) ?? (new Actor(null, s.Words(first, after), kind, country), "actors.unknown " + noun.Where);
        s.Add(first, after, actor, why, null);
        s.State.Name(actor, s.Span(first, after));
    }

    // called so before; the organ of its country after all ("Foreign Ministry officials"); by the abbreviation in brackets behind it
    private (Actor Actor, string Why)? Known(SentenceReader s, int first, int after, string? country)
    {
        if (s.State.CalledSo(s.Words(first, after), s.Report.Text) is { } before)
        {
            return (before, "actors.reference called so before");
        }

        if (country is not null && s.MatchAt(after - 1) is { } last && last.After == after && !OrganReader.IsOfCause(s, last) && last.As<OrganNoun>() is { } organ && names.OrganOf(country, organ) is { } row)
        {
            return (row.Actor, $"actors.organ {organ.Where} of {country}");
        }

        var tokens = s.Sentence.Tokens;
        return after + 2 < tokens.Count && s.Report.Text[tokens[after].Start] == '(' && s.Report.Text[tokens[after + 2].Start] == ')'
            && s.MatchAt(after + 1)?.As<OrganizationName>() is { } name && SharesWord(s, first, after, name.Organization.Actor.Name) && (country is null || string.Equals(name.Organization.Actor.Country, country, StringComparison.Ordinal))
            ? (name.Organization.Actor, "actors.name of the abbreviation in brackets " + name.Where)
            : null;
    }

    // "Police Mobile Force (PMF)" has no word of the Popular Mobilization Forces: another body of the same letters
    private static bool SharesWord(SentenceReader s, int first, int after, string name)
    {
        var parts = name.Split(' ', '-');
        for (var t = first; t < after; t++)
        {
            var word = s.Sentence.Tokens[t].Span.In(s.Report.Text);
            if (word.Length > 2 && parts.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "Border Watch Group", or "Institute" + "for Harbour Studies"
    private (int After, ReferenceLexicon.OrganizationNoun Noun)? NounEnding(SentenceReader s, int first, int after)
    {
        for (var start = first; start < after; start++)
        {
            if (lexicon.Organizations.LongestAt(s.Sentence.Tokens, start) is not { } match || match.After != after)
            {
                continue;
            }

            if (s.MatchAt(after - 1) is { } place && place.As<PlaceName>() is not null)
            {
                return null; // "West Bank"
            }

            var end = BehindOf(s, after);
            return end > after || SentenceReader.WordsIn(s.Sentence.Tokens, first, match.First) + (s.Sentence.Tokens[first].Kind == TokenKind.Ordinal ? 1 : 0) > 0 ? (end, match.Values[0]) : null;
        }

        return null;
    }

    private static int BehindOf(SentenceReader s, int after)
    {
        var tokens = s.Sentence.Tokens;
        if (after + 1 >= tokens.Count || !(s.Function.Is(tokens[after], "of") || s.Function.Is(tokens[after], "for")))
        {
            return after;
        }

        var next = tokens[after + 1].Tag == PartOfSpeech.Determiner ? after + 2 : after + 1;
        return next < tokens.Count && IsPart(s, next) && tokens[next].Kind == TokenKind.Word ? RunAfter(s, next) : after;
    }

    private static int RunAfter(SentenceReader s, int first)
    {
        var at = first + 1;
        while (at < s.Sentence.Tokens.Count && at - first < Longest && (IsPart(s, at) || (s.Sentence.Tokens[at].Kind == TokenKind.Hyphen && at + 1 < s.Sentence.Tokens.Count && IsPart(s, at + 1))))
        {
            at++;
        }

        return at;
    }

    private static bool IsPart(SentenceReader s, int i)
    {
        var token = s.Sentence.Tokens[i];
        return !s.IsTaken(i) && !s.IsTime(i) && !token.Is(TokenShape.Clitic)
            && (token.Kind == TokenKind.Ordinal
                || (token.Kind == TokenKind.Word && token.IsCapitalised && token.Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Other or PartOfSpeech.Verb
                    && !(token.Is(TokenShape.SentenceStart) && token.Tag is PartOfSpeech.Verb)));
    }

    private static bool IsTitleCase(TokenList tokens)
    {
        var (all, capitals) = (0, 0);
        foreach (var token in tokens)
        {
            if (token is { Kind: TokenKind.Word, Length: > 3 })
            {
                all++;
                capitals += token.IsCapitalised ? 1 : 0;
            }
        }

        return all >= 4 && capitals * 10 >= all * 8;
    }
}
