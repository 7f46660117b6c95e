using System.Globalization;
using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;
using NodaTime;

namespace Dateline.Annotations.Actors;

/// <summary>One sentence while its actors are being read: what is taken, what stands beside what.</summary>
internal sealed class SentenceReader(
    string text,
    SentenceSyntax syntax,
    IReadOnlyList<NameMatch> matches,
    ReportActors state,
    CountryContext countries,
    string? filedCountry,
    LocalDate? published,
    FunctionWords words)
{
    private readonly bool[] taken = new bool[syntax.Sentence.Tokens.Count];
    private readonly int[] matchAt = MapMatches(syntax.Sentence.Tokens.Count, matches);

    public string Text { get; } = text;

    public Sentence Sentence { get; } = syntax.Sentence;

    public IReadOnlyList<NameMatch> Matches { get; } = matches;

    public ReportActors State { get; } = state;

    public CountryContext Countries { get; } = countries;

    public string? FiledCountry { get; } = filedCountry;

    public List<ActorMention> Found { get; } = [];

    public bool IsTaken(int token) => token < taken.Length && taken[token];

    public bool IsPlace(int token) => matchAt[token] >= 0 && Matches[matchAt[token]].As<PlaceName>() is not null;

    public string Words(int first, int after) => Span(first, after).In(Text);

    public TextSpan Span(int first, int after) => new(Sentence.Tokens[first].Start, Sentence.Tokens[after - 1].End);

    public int IndexOfMatchAt(int token) => token < matchAt.Length ? matchAt[token] : -1;

    public void Add(int first, int after, Actor actor, string rule, TextSpan? refersTo)
    {
        Array.Fill(taken, true, first, after - first);
        Found.Add(new ActorMention(Span(first, after), rule, actor, refersTo));
        ReadBrackets(after, actor, Span(first, after));
    }

    public void Introduce(NameMatch match, Organization organization)
    {
        if (organization.Organ is { } organ)
        {
            State.Introduce(organ, organization.Actor, match.SpanIn(Sentence));
        }

        if (organization.Actor.Country is { } country)
        {
            Countries.Name(country);
        }
    }

    /// <summary>An office counts when it was held on the day of publication; without a day, when it has not ended.</summary>
    public bool HeldOn(Office office)
    {
        if (published is not { } day)
        {
            return office.To is null;
        }

        var on = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Compare(office.From, on) <= 0 && (office.To is null || Compare(office.To, on) >= 0);
    }

    /// <summary>True when the match ends its noun group, so that it is no mere modifier ("military drills").</summary>
    public bool IsHead(NameMatch match)
    {
        var noun = syntax.NounAt(match.After - 1);
        return noun < 0 || syntax.Nouns[noun].After == match.After || (match.After < Sentence.Tokens.Count && IsTitleAt(match.After));
    }

    public bool IsDefinite(NameMatch match)
    {
        var noun = syntax.NounAt(match.First);
        return noun >= 0 && words.Is(Sentence.Tokens[syntax.Nouns[noun].First], "definite");
    }

    /// <summary>The country that owns or describes a noun: "South Korea's main spy agency", "the Russian military", "Seoul's military".</summary>
    public (int First, Place Place)? CountryBefore(int m)
    {
        for (var i = m - 1; i >= 0 && Matches[m].First - Matches[i].After <= 3; i--)
        {
            if (CountryOf(Matches[i]) is not { } place)
            {
                continue;
            }

            for (var t = Matches[i].After; t < Matches[m].First; t++)
            {
                var token = Sentence.Tokens[t];
                var joins = token.Is(TokenShape.Clitic) || token.Kind == TokenKind.Hyphen || token.Tag is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Adverb || token.Form is WordForm.PastParticiple or WordForm.Gerund;
                if (!joins)
                {
                    return null;
                }
            }

            return (Matches[i].First, place);
        }

        return null;
    }

    /// <summary>"… of Ukraine" right after the noun.</summary>
    public (int After, Place Place)? CountryAfterOf(int m)
    {
        var at = Matches[m].After;
        if (at + 1 >= Sentence.Tokens.Count || !words.Is(Sentence.Tokens[at], "of"))
        {
            return null;
        }

        at += Sentence.Tokens[at + 1].Tag == PartOfSpeech.Determiner ? 2 : 1;
        return at < matchAt.Length && matchAt[at] >= 0 && Matches[matchAt[at]].First == at && CountryOf(Matches[matchAt[at]]) is { } place ? (Matches[matchAt[at]].After, place) : null;
    }

    /// <summary>The title words that lead up to a match, with the state before them: "Russian president", "Lt. Gen.".</summary>
    public (int First, string? Title) TitleBefore(int m, int from = -1)
    {
        var start = from >= 0 ? from : m;
        var first = from >= 0 ? Matches[from].First : m >= 0 ? Matches[m].First : 0;
        var end = from >= 0 ? Matches[from].After : first;
        var any = from >= 0;
        for (var i = start - 1; i >= 0 && Matches[i].After == first; i--)
        {
            if (Matches[i].As<TitleWord>() is null && (!any || Matches[i].As<PlaceName>() is null) && Matches[i].As<OrganNoun>() is null)
            {
                break;
            }

            any = true;
            first = Matches[i].First;
        }

        return any ? (first, Words(first, end)) : (first, null);
    }

    /// <summary>Index after the capitalised words that begin here and look like a person's name; the same index when none do.</summary>
    public int NameAfter(int first)
    {
        var at = first;
        while (at < Sentence.Tokens.Count && at - first < 6)
        {
            var token = Sentence.Tokens[at];
            if (token.Kind == TokenKind.Hyphen && at > first && at + 1 < Sentence.Tokens.Count)
            {
                at++;
                continue;
            }

            var part = token.Kind == TokenKind.Word && !IsTaken(at) && !token.Is(TokenShape.Clitic)
                && ((token.IsCapitalised && token.Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Other or PartOfSpeech.Noun && token.IsCapitalised) || (at > first && Sentence.Tokens[at - 1].Kind == TokenKind.Hyphen))
                && (matchAt[at] < 0 || Matches[matchAt[at]].As<WeaponClassName>() is null);
            if (!part || (matchAt[at] >= 0 && IsPlace(at) && at == first))
            {
                break;
            }

            at++;
        }

        return at > first && Sentence.Tokens[at - 1].Kind == TokenKind.Hyphen ? at - 1 : at;
    }

    /// <summary>True when a capitalised word stands right beside this one, so that it is part of a longer name.</summary>
    public bool IsBesideName(int i)
    {
        var tokens = Sentence.Tokens;
        return (i + 1 < tokens.Count && IsNamePart(i + 1)) || (i > 0 && !tokens[i].Is(TokenShape.Glued) && IsNamePart(i - 1) && !IsTitleAt(i - 1))
            || (i + 1 < tokens.Count && tokens[i + 1].Kind == TokenKind.Hyphen) || (i > 0 && tokens[i - 1].Kind == TokenKind.Hyphen);
    }

    private bool IsNamePart(int i)
    {
        var token = Sentence.Tokens[i];
        return token.Kind == TokenKind.Word && token.IsCapitalised && token.Tag == PartOfSpeech.ProperNoun && !taken[i] && !token.Is(TokenShape.Clitic) && !IsPlace(i);
    }

    private bool IsTitleAt(int i) => matchAt[i] >= 0 && Matches[matchAt[i]].As<TitleWord>() is not null;

    private static Place? CountryOf(NameMatch match)
    {
        foreach (var entry in match.Entries)
        {
            if (entry is PlaceName name && (name.Place.Precision == PlacePrecision.Country || name.IsCapital) && name.Place.Country is not null)
            {
                return name.Place;
            }

            if (entry is CountryReference reference)
            {
                return new Place("country-" + reference.Country.ToLowerInvariant(), reference.Country, "country", reference.Country, [], null, null, PlacePrecision.Country);
            }
        }

        return null;
    }

    // "National Intelligence Service (NIS)"
    private void ReadBrackets(int after, Actor actor, TextSpan span)
    {
        var tokens = Sentence.Tokens;
        if (after + 2 < tokens.Count && Text[tokens[after].Start] == '(' && Text[tokens[after + 2].Start] == ')' && tokens[after + 1].Is(TokenShape.AllCaps))
        {
            State.Abbreviate(tokens[after + 1].Span.In(Text), actor, span);
        }
    }

    private static int Compare(string? bound, string day) => bound is null ? 0 : string.CompareOrdinal(bound, day[..Math.Min(bound.Length, day.Length)]);

    private static int[] MapMatches(int tokens, IReadOnlyList<NameMatch> matches)
    {
        var map = new int[tokens];
        Array.Fill(map, -1);
        for (var i = 0; i < matches.Count; i++)
        {
            Array.Fill(map, i, matches[i].First, matches[i].After - matches[i].First);
        }

        return map;
    }
}
