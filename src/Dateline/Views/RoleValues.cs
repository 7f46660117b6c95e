using System.Text.Json;
using Dateline.Annotations.Places;
using Dateline.Annotations.Times;
using Dateline.Sources;

namespace Dateline.Views;

/// <summary>The values of one role of one event, brought together where they say the same, and how they stand to each other.</summary>
internal static class RoleValues
{
    private static readonly string[] Precisions =
        [.. Enum.GetValues<TimePrecision>().Select(JsonNames.Of), .. Enum.GetValues<PlacePrecision>().Select(JsonNames.Of)];

    /// <summary>One entry per value: stated ones first, then those of most texts, then of most claims.</summary>
    /// <param name="told">The claims, in the order of the reports.</param>
    /// <param name="isMany">True for a role that may have several values, which then do not dispute each other.</param>
    public static IReadOnlyList<ToldValue> Of(IReadOnlyList<Telling> told, bool isMany)
    {
        var groups = told.GroupBy(t => t.Key, StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        return
        [
            .. groups
                .Select(group => (Group: group, Origins: OriginsOf(group)))
                .Select(g => ValueOf(g.Group, g.Origins, StatusOf(g.Group, g.Origins, isMany ? [] : groups)))
                .OrderBy(value => value.IsInferred)
                .ThenByDescending(value => value.Texts)
                .ThenByDescending(value => value.Claims)
                .ThenBy(value => ValueKinship.Key(value.Value), StringComparer.Ordinal),
        ];
    }

    /// <summary>The value for people in a hurry: one that is anchored, told by most texts, the finer of two that both can be true.</summary>
    public static ToldValue? Preferred(IReadOnlyList<ToldValue> values)
    {
        var known = values.Where(value => IsKnown(value.Value)).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var most = known[0];
        return known.Where(value => ValueKinship.Compare(most.Value, value.Value) != Kinship.Apart).OrderBy(value => Rank(value.Value)).ThenByDescending(value => value.Texts).First();
    }

    private static bool IsKnown(JsonElement value) => ValueKinship.Text(value, "earliest") is not null || ValueKinship.Text(value, "name") is not null;

    /// <summary>How finely a time or place is told: 0 the finest.</summary>
    public static int Rank(JsonElement value) => ValueKinship.Text(value, "precision") is { } precision && Array.IndexOf(Precisions, precision) is >= 0 and var at ? at : 0;

    private static ToldValue ValueOf(List<Telling> group, IReadOnlyList<Origin> origins, ValueStatus status) => new(
        group[0].Value,
        group[0].Words,
        group.Count,
        group.Select(t => t.From.Text).Distinct(StringComparer.Ordinal).Count(),
        origins,
        status,
        group.TrueForAll(t => t.Claim.IsInferred && !t.IsCorrected),
        group.TrueForAll(t => t.IsDenied),
        [.. group.Where(t => t.IsCorrected).DistinctBy(t => t.Claim.Said.Value.GetRawText(), StringComparer.Ordinal).Select(t => (t.Claim.Said.Value, t.Claim.Said.Words))],
        NamesOf(group));

    private static List<string> NamesOf(List<Telling> group) =>
        group[0].IsJoined ? [.. group.Select(t => ValueKinship.Text(t.Value, "name")).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : [];

    // copies of one text that name the same tellers count once
    private static IReadOnlyList<Origin> OriginsOf(List<Telling> group) => OriginCounter.Count([.. group.Select(t => t.From).DistinctBy(from => (from.Text, from.Chain, from.Outlet))]);

    private static ValueStatus StatusOf(List<Telling> group, IReadOnlyList<Origin> origins, List<List<Telling>> groups)
    {
        var kinships = groups.Where(other => other != group).Select(other => ValueKinship.Compare(group[0].Value, other[0].Value)).ToList();
        var isDenied = group.Exists(t => t.IsDenied) && group.Exists(t => !t.IsDenied);
        return isDenied || kinships.Contains(Kinship.Apart) ? ValueStatus.Disputed
            : kinships.Contains(Kinship.Precision) ? ValueStatus.DiffersInPrecision
            : origins.Count >= 2 ? ValueStatus.Agreed
            : ValueStatus.SingleOrigin;
    }
}
