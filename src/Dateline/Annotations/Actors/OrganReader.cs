using Dateline.Annotations.Names;
using Dateline.Annotations.Places;

namespace Dateline.Annotations.Actors;

/// <summary>
/// Organs of states by common nouns: "South Korea's military", "the Russian defence ministry", "the ministry of defence of
/// Ukraine", "the Trump administration", and bare "the military", which goes back to one named before.
/// </summary>
internal sealed class OrganReader(NameLexicon lexicon, PersonReader persons)
{
    public void Read(SentenceReader s, int m, OrganNoun organ)
    {
        var match = s.Matches[m];
        if (!s.IsHead(match))
        {
            if (OwnsArms(s, match) && s.Owners.CountryBefore(m) is null)
            {
                ReadAlone(s, m, organ);
            }

            return;
        }

        if (match.First > 0)
        {
            persons.ReadSurnameAt(s, match.First - (match.First > 1 && s.Sentence.Tokens[match.First - 1].Is(Text.TokenShape.Clitic) ? 2 : 1)); // "the Trump administration"
        }

        if (IsOfCause(s, match))
        {
            return;
        }

        if (s.Owners.CountryBefore(m) is { } owner)
        {
            foreach (var other in s.Owners.SharedWith(owner.First))
            {
                Add(s, other.First, other.After, organ, other.Country, "; with the noun of the last"); // "U.S., Armenian and Azerbaijani troops"
            }

            Add(s, owner.First, match.After, organ, owner.Country, "");
        }
        else if (s.Owners.CountryAfterOf(m) is { } behind)
        {
            Add(s, match.First, behind.After, organ, behind.Country, "");
            if (s.Sentence.Tokens[match.After - 1].Form == Text.WordForm.Plural && s.Owners.CountryJoined(behind.After) is { } next)
            {
                Add(s, next.First, next.After, organ, next.Country, "; with the noun of the first"); // "the armies of Armenia and Azerbaijan"
            }
        }
        else if (s.PersonBefore(match.First) is { Actor.Country: { } state })
        {
            Add(s, match.First, match.After, organ, state, "; whose it is: the person before it");
        }
        else if (s.Owners.OwnerOfPossessive(match.First) is { } possessor && lexicon.OrganOf(possessor, organ) is not null)
        {
            Add(s, match.First, match.After, organ, possessor, "; whose it is: the country named last before it");
        }
        else
        {
            ReadAlone(s, m, organ);
        }
    }

    /// <summary>"Colombia's National Liberation Army": the army of a cause is not the state's.</summary>
    public static bool IsOfCause(SentenceReader s, NameMatch match)
    {
        var at = match.First - 1;
        while (at > 0 && s.Sentence.Tokens[at].IsCapitalised && s.Sentence.Tokens[at].Kind == Text.TokenKind.Word)
        {
            if (s.Function.Is(s.Sentence.Tokens[at], "cause"))
            {
                return s.Sentence.Tokens[match.First].IsCapitalised;
            }

            at--;
        }

        return false;
    }

    /// <summary>True before what it does its deeds with: "Army jets bombed", "junta warplanes".</summary>
    private static bool OwnsArms(SentenceReader s, NameMatch match) =>
        match.After < s.Sentence.Tokens.Count && s.Function.Is(s.Sentence.Tokens[match.After], "arms") && s.Syntax.NounAt(match.First) is >= 0 and var noun && s.Syntax.Nouns[noun] is { Preposition: < 0 } whole && whole.Head == match.After
        && (whole.First == match.First || (whole.First == match.First - 1 && s.Function.Is(s.Sentence.Tokens[whole.First], "definite")));

    private void ReadAlone(SentenceReader s, int m, OrganNoun organ)
    {
        var match = s.Matches[m];
        var capitalised = s.Sentence.Tokens[match.First].IsCapitalised && !s.Sentence.Tokens[match.First].Is(Text.TokenShape.SentenceStart);
        if (capitalised && s.Names.IsBesideName(match.First))
        {
            return; // "Liberation Army": part of a name no table has
        }

        if (!capitalised && !OwnsArms(s, match) && !s.IsDefinite(match) && organ.Kind != ActorKind.StateMedia)
        {
            return;
        }

        if (match.After < s.Sentence.Tokens.Count && s.Function.Is(s.Sentence.Tokens[match.After], "of"))
        {
            return; // "the delegation of the rebels": whose it is follows
        }

        if (s.State.Organ(organ.Alone == OrganAlone.No ? organ.Where : organ.Organ) is { } known)
        {
            s.Add(match.First, match.After, known.Actor, "actors.reference organ named before", known.Span);
            return;
        }

        if (organ.Alone == OrganAlone.No)
        {
            return;
        }

        if (capitalised && lexicon.OrganOf(NameLexicon.World, organ.Organ) is { } world)
        {
            s.Add(match.First, match.After, world.Actor, $"actors.organ {organ.Where}; of no state", null);
            s.State.Introduce(organ.Organ, world.Actor, match.SpanIn(s.Sentence));
            return; // "the Security Council"
        }

        if (s.State.Last([organ.Kind]) is { } last && last.Span.In(s.Report.Text).EndsWith(s.Words(match.First, match.After), StringComparison.OrdinalIgnoreCase))
        {
            s.Add(match.First, match.After, last.Actor, "actors.reference the last so called", last.Span);
            return;
        }

        if (OfReport(s, organ) is { } guess)
        {
            s.Add(match.First, match.After, guess.Row.Actor, $"actors.organ {organ.Where}; {guess.Why}", null);
            s.State.Introduce(organ.Organ, guess.Row.Actor, match.SpanIn(s.Sentence));
            return;
        }

        if (organ.Kind != ActorKind.StateMedia)
        {
            s.Add(match.First, match.After, new Actor(null, s.Words(match.First, match.After), organ.Kind, null), $"actors.organ {organ.Where}; whose is open", null);
        }
    }

    private void Add(SentenceReader s, int first, int after, OrganNoun organ, string code, string why)
    {
        var actor = lexicon.OrganOf(code, organ)?.Actor ?? new Actor(null, s.Words(first, after), organ.Kind, code);
        s.Add(first, after, actor, $"actors.organ {organ.Where} of {code}{why}", null);
        s.State.Introduce(organ.Organ, actor, s.Span(first, after));
        s.State.Introduce(organ.Where, actor, s.Span(first, after)); // "the administration" goes back to this noun only
        s.State.Name(actor, s.Span(first, after));
        s.Report.Countries.Name(code, true);
    }

    // A bare "Joint Chiefs of Staff": of the country whose forces were named last, whose media quote it, where the report is
    // filed, or the only one named that has one.
    private (Organization Row, string Why)? OfReport(SentenceReader s, OrganNoun organ)
    {
        if (organ.Alone == OrganAlone.Kind && s.State.Last([organ.Kind]) is { Actor.Country: { } last } && lexicon.OrganOf(last, organ) is { } same)
        {
            return (same, "of the country of the last of its kind");
        }

        if (s.Owners.CountryOfMedia() is { } quoting && lexicon.OrganOf(quoting, organ) is { } quoted)
        {
            return (quoted, "of the country whose media quote it");
        }

        if (s.Report.FiledCountry is { } filed && lexicon.OrganOf(filed, organ) is { } home)
        {
            return (home, "of the country of filing");
        }

        Organization? only = null;
        foreach (var code in s.Report.Countries.Named)
        {
            if (lexicon.OrganOf(code, organ) is { } candidate)
            {
                if (only is not null)
                {
                    return null;
                }

                only = candidate;
            }
        }

        return only is null ? null : (only, "the only such organ among the countries of the report");
    }
}
