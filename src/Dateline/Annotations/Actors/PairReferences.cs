using Dateline.Annotations.Names;
using Dateline.Text.Syntax;

namespace Dateline.Annotations.Actors;

/// <summary>"the two leaders", "both countries": the two named last, when no third was named with them.</summary>
internal sealed class PairReferences(NameLexicon names, ReferenceLexicon lexicon, int near)
{
    public IEnumerable<ActorMention> Read(ReportNames report, SentenceSyntax syntax)
    {
        for (var i = 0; i < syntax.Sentence.Tokens.Count; i++)
        {
            if (syntax.Sentence.Tokens[i].Word < 0 || lexicon.Pairs.LongestAt(syntax.Sentence.Tokens, i) is not { } match)
            {
                continue;
            }

            i = match.After - 1;
            if (syntax.NounAt(match.First) is >= 0 and var noun && syntax.Nouns[noun].Head >= match.After)
            {
                continue; // "the two missiles"
            }

            var span = syntax.SpanOf(match.First, match.After);
            var pair = match.Values[0];
            if (Two(report, pair, span.Start, Doer(report, syntax, match.First)) is { } two)
            {
                var both = new Actor(null, $"{two.First.Actor.Name} and {two.Second.Actor.Name}", pair.Kind, null);
                yield return new ActorMention(span, $"actors.reference {pair.Where}; the two named before", both, two.First.Span.Cover(two.Second.Span), Plural: true) { Members = [two.First.Actor, two.Second.Actor] };
            }
            else if (pair is { Kind: ActorKind.State, Who: [var one, var other] } && names.Country(one) is { } first && names.Country(other) is { } second)
            {
                var (left, right) = (NameLexicon.State(first), NameLexicon.State(second));
                yield return new ActorMention(span, $"actors.reference {pair.Where}; the two that are called so", new Actor(null, $"{left.Name} and {right.Name}", pair.Kind, null), null, Plural: true) { Members = [left, right] };
            }
        }
    }

    // "The Kremlin urged both countries": who does something to them is none of them, unless they do it themselves
    private static Discourse.Seen? Doer(ReportNames report, SentenceSyntax syntax, int token)
    {
        var noun = syntax.NounAt(token);
        var clause = noun < 0 ? null : syntax.Clauses.FirstOrDefault(c => c.Subject >= 0 && (c.Objects.Contains(noun) || c.Complements.Contains(noun)));
        return clause is null ? null : report.Discourse.Ago(0).FirstOrDefault(a => a.Subject && a.Span.Overlaps(syntax.SpanOf(syntax.Nouns[clause.Subject])));
    }

    private (Discourse.Seen First, Discourse.Seen Second)? Two(ReportNames report, ReferenceLexicon.Pair pair, int before, Discourse.Seen? doer)
    {
        for (var back = 0; back <= near; back++)
        {
            var there = new List<Discourse.Seen>();
            foreach (var seen in report.Discourse.Within(back).Where(a => a.Span.End <= before && !ReferenceEquals(a, doer) && Fits(report, pair, a.Actor)))
            {
                var actor = pair.Kind == ActorKind.State ? NameLexicon.State(names.Country(seen.Actor.Country!)!) : seen.Actor;
                if (!there.Exists(a => a.Actor.IsSameAs(actor)))
                {
                    there.Add(seen with { Actor = actor });
                }
            }

            if (there.Count >= 2)
            {
                return there.Count == 2 && !IsThird(report, pair, there, back) ? (there[0], there[1]) : null;
            }
        }

        return null;
    }

    // Of two brought together from two sentences neither may be meant with a third of the sentence before: "Kremlin urged both countries" after talk of two others.
    private bool IsThird(ReportNames report, ReferenceLexicon.Pair pair, List<Discourse.Seen> two, int back) =>
        two[0].Sentence != two[1].Sentence && pair.Kind == ActorKind.State
            && report.Discourse.Ago(back + 1).Any(a => Fits(report, pair, a.Actor) && !two.Exists(t => string.Equals(t.Actor.Country, a.Actor.Country, StringComparison.Ordinal)));

    // a person of the tables stands for the country only in an office of it: a mediator's passport says nothing
    private bool IsOfState(ReportNames report, Actor actor, string country) =>
        actor.Kind != ActorKind.Person || actor.Id is null || names.Person(actor.Id)?.Offices.Any(o => report.IsHeld(o) && o.Body.StartsWith(country, StringComparison.OrdinalIgnoreCase) && (o.Body.Length == 2 || o.Body[2] == '-')) == true;

    private bool Fits(ReportNames report, ReferenceLexicon.Pair pair, Actor actor)
    {
        if (pair.Kind == ActorKind.State)
        {
            return actor is { Country: { } country, Kind: not (ActorKind.Agency or ActorKind.Outlet or ActorKind.StateMedia) } && names.Country(country) is not null
                && IsOfState(report, actor, country) && (pair.Who.Count == 0 || pair.Who.Contains(country, StringComparer.Ordinal));
        }

        return actor.Kind == ActorKind.Person && pair.Who switch
        {
            ["head"] => actor.Id is { } id && names.Person(id)?.Offices.Any(o => o.IsHead && (report.Published is null || report.IsHeld(o))) == true,
            ["minister"] => actor.Title?.EndsWith("minister", StringComparison.OrdinalIgnoreCase) == true || actor.Title?.EndsWith("counterpart", StringComparison.OrdinalIgnoreCase) == true || actor.Title?.Contains("secretary", StringComparison.OrdinalIgnoreCase) == true,
            _ => true,
        };
    }
}
