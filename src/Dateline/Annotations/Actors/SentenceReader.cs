using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Actors;

/// <summary>One sentence while its actors are being read: what is taken, what stands beside what.</summary>
internal sealed class SentenceReader
{
    private readonly SentenceSyntax syntax;
    private readonly FunctionWords words;
    private readonly bool[] taken;
    private readonly bool[] inTime;
    private readonly int[] matchAt;

    public SentenceReader(ReportNames report, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, FunctionWords words)
    {
        this.syntax = syntax;
        this.words = words;
        Report = report;
        Matches = matches;
        taken = new bool[Sentence.Tokens.Count];
        inTime = new bool[Sentence.Tokens.Count];
        matchAt = new int[Sentence.Tokens.Count];
        Array.Fill(matchAt, -1);
        for (var i = 0; i < matches.Count; i++)
        {
            Array.Fill(matchAt, i, matches[i].First, matches[i].After - matches[i].First);
        }

        foreach (var time in report.Times.Where(Sentence.Span.Overlaps))
        {
            for (var t = Sentence.TokenAt(time.Start); t < inTime.Length && Sentence.Tokens[t].Start < time.End; t++)
            {
                inTime[t] = true;
            }
        }
    }

    public ReportNames Report { get; }

    public Sentence Sentence => syntax.Sentence;

    public IReadOnlyList<NameMatch> Matches { get; }

    public ReportActors State => Report.Actors;

    public List<ActorMention> Found { get; } = [];

    public static int WordsIn(IReadOnlyList<Token> tokens, int first, int after)
    {
        var count = 0;
        for (var i = first; i < after; i++)
        {
            count += tokens[i].Kind == TokenKind.Word ? 1 : 0;
        }

        return count;
    }

    public bool IsTaken(int token) => token < taken.Length && taken[token];

    public NameMatch? MatchAt(int token) => token < matchAt.Length && matchAt[token] >= 0 ? Matches[matchAt[token]] : null;

    public bool IsPlace(int token) => MatchAt(token)?.As<PlaceName>() is not null;

    public bool IsCountry(int token) => MatchAt(token)?.As<PlaceName>() is { Place.Precision: PlacePrecision.Country };

    public string Words(int first, int after) => Span(first, after).In(Report.Text);

    public TextSpan Span(int first, int after) => new(Sentence.Tokens[first].Start, Sentence.Tokens[after - 1].End);

    public void Add(int first, int after, Actor actor, string rule, TextSpan? refersTo)
    {
        Array.Fill(taken, true, first, after - first);
        Found.Add(new ActorMention(Span(first, after), rule, actor, refersTo));
        ReadBrackets(after, actor, Span(first, after));
    }

    /// <summary>Gives the person whose name ends before a token the title and country the text has for him; false when no person does.</summary>
    public bool Retitle(int after, string title, bool role, string? country)
    {
        var end = Sentence.Tokens[after - 1].End;
        var at = Found.FindIndex(f => f.Span.End == end && f.Actor.Kind == ActorKind.Person);
        if (at < 0)
        {
            return false;
        }

        var actor = Found[at].Actor;
        Found[at] = Found[at] with
        {
            Actor = actor with { Title = role && actor.Title is not null ? actor.Title : title, Country = actor.Country ?? country },
            Rule = Found[at].Rule + "; title behind it",
        };
        return true;
    }

    public void Introduce(NameMatch match, Organization organization)
    {
        var span = match.SpanIn(Sentence);
        State.Name(organization.Actor, span);
        if (organization.Organ is { } organ)
        {
            State.Introduce(organ, organization.Actor, span);
        }

        if (organization.Actor is { Country: { } country, Kind: not (ActorKind.Agency or ActorKind.Outlet) })
        {
            Report.Countries.Name(country, organization.Actor.Kind != ActorKind.StateMedia);
        }
    }

    /// <summary>True when the match ends its noun group, so that it is no mere modifier ("military drills").</summary>
    public bool IsHead(NameMatch match) => EndsChunk(match) || MatchAt(match.After)?.As<TitleWord>() is not null;

    public bool EndsChunk(NameMatch match)
    {
        var noun = syntax.NounAt(match.After - 1);
        return noun < 0 || syntax.Nouns[noun].After == match.After;
    }

    public bool IsDefinite(NameMatch match)
    {
        var noun = syntax.NounAt(match.First);
        return noun >= 0 && words.Is(Sentence.Tokens[syntax.Nouns[noun].First], "definite");
    }

    /// <summary>The country that owns or describes a noun: "South Korea's main spy agency", "the Russian military", "Seoul's military".</summary>
    public (int First, string Country)? CountryBefore(int m)
    {
        for (var i = m - 1; i >= 0 && Matches[m].First - Matches[i].After <= 3; i--)
        {
            if (CountryOf(Matches[i]) is not { } country)
            {
                continue;
            }

            if (IsTaken(Matches[i].First))
            {
                return null; // it belongs to another organ
            }

            for (var t = Matches[i].After; t < Matches[m].First; t++)
            {
                var token = Sentence.Tokens[t];
                var joins = token.Is(TokenShape.Clitic) || token.Kind == TokenKind.Hyphen
                    || (token.Tag is PartOfSpeech.Adjective or PartOfSpeech.Noun or PartOfSpeech.ProperNoun or PartOfSpeech.Verb or PartOfSpeech.Adverb && syntax.ClauseAt(t) < 0);
                if (!joins || taken[t])
                {
                    return null;
                }
            }

            return (Matches[i].First, country);
        }

        return null;
    }

    /// <summary>True behind at, in, inside, outside, near, an article between allowed.</summary>
    public bool IsAfterPlaceWord(int token)
    {
        var before = token > 0 && Sentence.Tokens[token - 1].Tag == PartOfSpeech.Determiner ? token - 2 : token - 1;
        return before >= 0 && words.Is(Sentence.Tokens[before], "locative");
    }

    /// <summary>"… of Ukraine" right after the noun.</summary>
    public (int After, string Country)? CountryAfterOf(int m)
    {
        var at = Matches[m].After;
        if (at + 1 >= Sentence.Tokens.Count || !words.Is(Sentence.Tokens[at], "of"))
        {
            return null;
        }

        at += Sentence.Tokens[at + 1].Tag == PartOfSpeech.Determiner ? 2 : 1;
        return MatchAt(at) is { } match && match.First <= at && !IsTaken(at) && CountryOf(match) is { } country ? (match.After, country) : null;
    }

    /// <summary>The country named first in the few words behind a title: "spokesman for the U.S. forces".</summary>
    public string? CountryBehind(int after)
    {
        for (var t = after; t < Math.Min(after + 6, Sentence.Tokens.Count) && Sentence.Tokens[t].Kind is TokenKind.Word or TokenKind.Hyphen; t++)
        {
            if (MatchAt(t) is { } match && (CountryOf(match) ?? CountryOfBody(match)) is { } country)
            {
                return country;
            }
        }

        return null;
    }

    /// <summary>The person whose name (or name's) stands right before a token.</summary>
    public ActorMention? PersonBefore(int token)
    {
        var at = token - 1;
        if (at > 0 && Sentence.Tokens[at].Is(TokenShape.Clitic))
        {
            at--;
        }

        return at < 0 ? null : Found.Find(f => f.Span.End == Sentence.Tokens[at].End && f.Actor.Kind == ActorKind.Person);
    }

    /// <summary>For "its special forces": the country named last before, in the sentence or the report.</summary>
    public string? OwnerOfPossessive(int token)
    {
        var noun = syntax.NounAt(token);
        if (noun < 0 || !words.Is(Sentence.Tokens[syntax.Nouns[noun].First], "possessive"))
        {
            return null;
        }

        for (var m = Matches.Count - 1; m >= 0; m--)
        {
            if (Matches[m].After <= syntax.Nouns[noun].First && CountryOf(Matches[m]) is { } country)
            {
                return country;
            }
        }

        return Report.Countries.Last is { Length: > 0 } last ? last : null;
    }

    /// <summary>Country of the state media this sentence names, when all are of one.</summary>
    public string? CountryOfMedia()
    {
        string? only = null;
        foreach (var match in Matches)
        {
            if (match.As<OrganizationName>()?.Organization.Actor is not { Kind: ActorKind.StateMedia, Country: { } country })
            {
                continue;
            }

            if (only is not null && !string.Equals(only, country, StringComparison.Ordinal))
            {
                return null;
            }

            only = country;
        }

        return only;
    }

    /// <summary>The title words that end right before a token (that of match m, when not given), and the country they name: "Russian president", "Lt. Gen.".</summary>
    public (string? Title, string? Country) TitleBefore(int m, int end = -1)
    {
        end = end >= 0 ? end : Matches[m].First;
        var first = end;
        var i = m - 1;
        while (i >= 0 && Matches[i].After == first && (Matches[i].As<TitleWord>() is { IsTitle: true } || (first < end && Matches[i].As<OrganNoun>() is not null && Matches[i].As<PlaceName>() is null)))
        {
            first = Matches[i].First;
            i--;
        }

        if (first == end)
        {
            return (null, null);
        }

        var beside = i >= 0 && (Matches[i].After == first || (Matches[i].After == first - 1 && Sentence.Tokens[first - 1].Is(TokenShape.Clitic))) ? Matches[i] : null;
        return (Words(first, end), beside is null ? null : CountryOf(beside) ?? CountryOfBody(beside));
    }

    /// <summary>Index after the capitalised words that begin here and look like a person's name; the same index when none do.</summary>
    public int NameAfter(int first)
    {
        var at = first;
        while (at < Sentence.Tokens.Count && at - first < 7)
        {
            var token = Sentence.Tokens[at];
            if (token.Kind == TokenKind.Hyphen && at > first && at + 1 < Sentence.Tokens.Count)
            {
                at++;
                continue;
            }

            var hyphened = at > first && Sentence.Tokens[at - 1].Kind == TokenKind.Hyphen;
            var free = token.Kind == TokenKind.Word && !IsTaken(at) && !inTime[at] && !token.Is(TokenShape.Clitic)
                && (MatchAt(at) is not { } match || (match.As<WeaponClassName>() is null && match.As<TitleWord>() is null && match.As<OrganNoun>() is null && match.As<OrganizationName>() is null));
            if (!free || !(hyphened || (token.IsCapitalised && token.Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Other or PartOfSpeech.Noun)) || (IsPlace(at) && at == first) || IsCountry(at))
            {
                break;
            }

            at++;
        }

        return at > first && Sentence.Tokens[at - 1].Kind == TokenKind.Hyphen ? at - 1 : at;
    }

    /// <summary>The name that ends at the comma before the noun group of a title: "Lee Sung-jun, a spokesman".</summary>
    public (int First, int After)? NameBeforeComma(NameMatch title)
    {
        var noun = syntax.NounAt(title.First);
        var first = noun < 0 ? title.First : syntax.Nouns[noun].First;
        while (noun > 0 && syntax.Nouns[noun].Possessor >= 0)
        {
            noun = syntax.Nouns[noun].Possessor;
            first = syntax.Nouns[noun].First;
        }

        var comma = first - 1;
        return comma > 0 && IsComma(comma) ? NameEndingAt(comma) : null;
    }

    /// <summary>The name behind the comma after a title: "a deputy commander, Abbas Karimi, was".</summary>
    public (int First, int After)? NameBehindComma(NameMatch title)
    {
        var noun = syntax.NounAt(title.First);
        if (noun < 0 || !IsComma(title.After) || (syntax.Nouns[noun].Possessor < 0 && Sentence.Tokens[syntax.Nouns[noun].First].Tag != PartOfSpeech.Determiner))
        {
            return null;
        }

        if (MatchAt(title.After + 1)?.As<PersonName>() is not null)
        {
            return null;
        }

        var after = NameAfter(title.After + 1);
        var closed = after >= Sentence.Tokens.Count || Sentence.Tokens[after].Kind is TokenKind.Punctuation or TokenKind.Terminal;
        return closed && WordsIn(Sentence.Tokens, title.After + 1, after) >= 2 && !IsTaken(title.After + 1) ? (title.After + 1, after) : null;
    }

    /// <summary>True when a capitalised word stands right beside this one, so that it is part of a longer name.</summary>
    public bool IsBesideName(int i) => NameAround(i) is var (first, after) && (first < i || after > i + 1);

    /// <summary>The capitalised words around one, without titles and names of another kind.</summary>
    public (int First, int After) NameAround(int i)
    {
        var (first, after) = (i, i + 1);
        var tokens = Sentence.Tokens;
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
        while (first > 0 && (IsTaken(first - 1) || IsNamePart(first - 1) || Sentence.Tokens[first - 1].Kind == TokenKind.Hyphen || (first < end && Sentence.Tokens[first].Kind == TokenKind.Hyphen && Sentence.Tokens[first - 1].Kind == TokenKind.Word)
            || (first - 2 >= 0 && Sentence.Tokens[first - 2].Kind == TokenKind.Hyphen && Sentence.Tokens[first - 1].Kind == TokenKind.Word)))
        {
            first--;
        }

        return first < end ? (first, end) : null;
    }

    private bool IsComma(int token) => token < Sentence.Tokens.Count && Sentence.Tokens[token].Kind == TokenKind.Punctuation && Report.Text[Sentence.Tokens[token].Start] == ',';

    private bool IsNamePart(int i)
    {
        var token = Sentence.Tokens[i];
        return token.Kind == TokenKind.Word && token.IsCapitalised && token.Tag is PartOfSpeech.ProperNoun or PartOfSpeech.Noun or PartOfSpeech.Adjective or PartOfSpeech.Other
            && !taken[i] && !inTime[i] && !token.Is(TokenShape.Clitic) && (MatchAt(i) is not { } match || (match.As<WeaponSystemName>() is not null && match.As<PlaceName>() is null));
    }

    // the country of an organisation that speaks for one: who works for an agency or outlet may be anybody
    private static string? CountryOfBody(NameMatch match) =>
        match.As<OrganizationName>()?.Organization.Actor is { Kind: not (ActorKind.Agency or ActorKind.Outlet) } body ? body.Country : null;

    // A name two states share ("Korea") is of the one the report has named, when that is one.
    private string? CountryOf(NameMatch match)
    {
        string? found = null;
        var shared = false;
        foreach (var entry in match.Entries)
        {
            if (entry is CountryReference reference)
            {
                return Report.Referred(reference)?.Country;
            }

            if (entry is PlaceName name && (name.Place.Precision == PlacePrecision.Country || name.IsCapital) && name.Place.Country is { } country && !string.Equals(found, country, StringComparison.Ordinal))
            {
                shared = found is not null;
                if (!shared || (Report.Countries.Count(country) > 0 && Report.Countries.Count(found!) == 0))
                {
                    (found, shared) = (country, false);
                }
                else
                {
                    shared = Report.Countries.Count(country) > 0 || Report.Countries.Count(found!) == 0;
                }
            }
        }

        return shared ? null : found;
    }

    // "National Intelligence Service (NIS)"
    private void ReadBrackets(int after, Actor actor, TextSpan span)
    {
        var tokens = Sentence.Tokens;
        if (after + 2 < tokens.Count && Report.Text[tokens[after].Start] == '(' && Report.Text[tokens[after + 2].Start] == ')' && tokens[after + 1].Is(TokenShape.AllCaps))
        {
            State.Abbreviate(tokens[after + 1].Span.In(Report.Text), actor, span);
        }
    }
}
