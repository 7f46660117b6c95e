using Dateline.Annotations.Names;
using Dateline.Annotations.Places;
using Dateline.Text;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Actors;

/// <summary>One sentence while its actors are being read: what is taken, what stands beside what.</summary>
internal sealed class SentenceReader
{
    private readonly bool[] taken;
    private readonly bool[] inTime;
    private readonly int[] matchAt;

    public SentenceReader(ReportNames report, SentenceSyntax syntax, IReadOnlyList<NameMatch> matches, FunctionWords words)
    {
        Syntax = syntax;
        Function = words;
        Report = report;
        Names = new CapitalisedNames(this);
        Owners = new Owners(this);
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

    public SentenceSyntax Syntax { get; }

    public FunctionWords Function { get; }

    public CapitalisedNames Names { get; }

    public Owners Owners { get; }

    public Sentence Sentence => Syntax.Sentence;

    public IReadOnlyList<NameMatch> Matches { get; }

    public ReportActors State => Report.Actors;

    public List<ActorMention> Found { get; } = [];

    public static int WordsIn(TokenList tokens, int first, int after)
    {
        var count = 0;
        for (var i = first; i < after; i++)
        {
            count += tokens[i].Kind == TokenKind.Word ? 1 : 0;
        }

        return count;
    }

    public bool IsTime(int token) => inTime[token];

    public bool IsTaken(int token) => token < taken.Length && taken[token];

    public NameMatch? MatchAt(int token) => token >= 0 && token < matchAt.Length && matchAt[token] >= 0 ? Matches[matchAt[token]] : null;

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
        var noun = Syntax.NounAt(match.After - 1);
        return noun < 0 || Syntax.Nouns[noun].After == match.After;
    }

    public bool IsDefinite(NameMatch match)
    {
        var noun = Syntax.NounAt(match.First);
        return noun >= 0 && Function.Is(Sentence.Tokens[Syntax.Nouns[noun].First], "definite");
    }

    /// <summary>True behind at, in, inside, outside, near, an article between allowed.</summary>
    public bool IsAfterPlaceWord(int token)
    {
        var before = token > 0 && Sentence.Tokens[token - 1].Tag == PartOfSpeech.Determiner ? token - 2 : token - 1;
        return before >= 0 && Function.Is(Sentence.Tokens[before], "locative");
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
