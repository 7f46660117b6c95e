using Dateline.Annotations.Actors;
using Dateline.Events.Across;

namespace Dateline.Sources;

/// <summary>One report's word for something: who tells it to whom.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Text">The text it carries: one id for all copies of a text.</param>
/// <param name="Outlet">Whose own voice it is when nobody else tells it: the agency of the copy, else the outlet; null when unknown.</param>
/// <param name="Chain">From the relay nearest the page to the primary source; empty = the outlet's own voice.</param>
public sealed record OriginTelling(string Report, string Text, Actor? Outlet, IReadOnlyList<Actor> Chain);

/// <summary>An independent origin.</summary>
/// <param name="Actor">The primary source; for an outlet nobody knows, an unnamed one.</param>
/// <param name="Texts">Ids of the distinct texts that go back to it, in ordinal order.</param>
public sealed record Origin(Actor Actor, IReadOnlyList<string> Texts);

/// <summary>
/// Counts independent origins: the primary sources, however many outlets carry them. The rule is careful; it rather counts too few.
/// <list type="bullet">
/// <item>The last link of a chain is its origin. Links that tell for each other in one chain (a service and the lawmaker it briefed)
/// are one, when one of them ends another chain.</item>
/// <item>A state or government as a whole ("Seoul said") and its nameless officials are the named source of that country, when there is one.</item>
/// <item>A nameless source counts only when nobody is named, once for each text.</item>
/// <item>An outlet's own voice counts only when nobody else tells it, once for each text; copies under one agency are one.</item>
/// </list>
/// </summary>
public static class OriginCounter
{
    /// <summary>The origins, by name in ordinal order; the order of the tellings makes no difference.</summary>
    public static IReadOnlyList<Origin> Count(IReadOnlyCollection<OriginTelling> tellings)
    {
        var ends = tellings.Where(t => t.Chain.Count > 0).Select(t => (t.Text, Actor: t.Chain[^1])).ToList();
        var named = ends.Where(e => IsNamed(e.Actor)).ToList();
        if (named.Count > 0)
        {
            return Named(tellings, named);
        }

        if (ends.Count > 0)
        {
            return [.. ends.GroupBy(e => e.Text, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Origin(g.Select(e => e.Actor).MinBy(ProfileMaker.NameOf, StringComparer.Ordinal)!, [g.Key]))];
        }

        return [.. tellings.GroupBy(t => t.Outlet is { } outlet ? ProfileMaker.NameOf(outlet) : "text " + t.Text, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Origin(g.First().Outlet ?? new Actor(null, "own reporting", ActorKind.Unnamed, null), Texts(g.Select(t => t.Text))))];
    }

    private static IReadOnlyList<Origin> Named(IReadOnlyCollection<OriginTelling> tellings, List<(string Text, Actor Actor)> ends)
    {
        var actors = ends.GroupBy(e => ProfileMaker.NameOf(e.Actor), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Actor, StringComparer.Ordinal);
        var groups = actors.Keys.ToDictionary(name => name, name => name, StringComparer.Ordinal);
        foreach (var chain in tellings.Select(t => t.Chain.Select(ProfileMaker.NameOf).ToList()).Where(c => c.Count > 1 && actors.ContainsKey(c[^1])))
        {
            foreach (var link in chain.SkipLast(1).Where(l => actors.TryGetValue(l, out var relay) && !IsMedium(relay)))
            {
                Join(groups, link, chain[^1]);
            }
        }

        foreach (var (name, actor) in actors.Where(a => IsWhole(a.Value)).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            if (actors.Where(o => !IsWhole(o.Value) && o.Value.Country is { } country && string.Equals(country, actor.Country, StringComparison.Ordinal)).Select(o => o.Key).Order(StringComparer.Ordinal).FirstOrDefault() is { } part)
            {
                groups[Root(groups, name)] = Root(groups, part);
            }
        }

        return [.. ends.GroupBy(e => Root(groups, ProfileMaker.NameOf(e.Actor)), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Origin(actors[g.Key], Texts(g.Select(e => e.Text))))];
    }

    private static bool IsNamed(Actor actor) => actor.Kind is not ActorKind.Unnamed;

    // "Seoul said": anybody of that country may have
    private static bool IsWhole(Actor actor) => actor.Kind is ActorKind.State or ActorKind.Government;

    // one who prints what others say tells it for many
    private static bool IsMedium(Actor actor) => actor.Kind is ActorKind.Agency or ActorKind.Outlet;

    private static IReadOnlyList<string> Texts(IEnumerable<string> texts) => [.. texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static void Join(Dictionary<string, string> groups, string a, string b)
    {
        var (left, right) = (Root(groups, a), Root(groups, b));
        var (kept, gone) = string.CompareOrdinal(left, right) <= 0 ? (left, right) : (right, left);
        groups[gone] = kept;
    }

    private static string Root(Dictionary<string, string> groups, string name)
    {
        while (!string.Equals(groups[name], name, StringComparison.Ordinal))
        {
            name = groups[name];
        }

        return name;
    }
}
