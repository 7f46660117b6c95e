using Dateline.Annotations.Times;
using Dateline.Claims;

namespace Dateline.Events;

/// <summary>Chooses the preferred values per role, for people in a hurry; the claims stay the record.</summary>
internal sealed class SummaryMaker(Codebook codebook)
{
    /// <summary>One entry per role that has claims, in the codebook's order.</summary>
    public IReadOnlyList<RoleSummary> Make(IReadOnlyList<NumberedClaim> claims)
    {
        var summary = new List<RoleSummary>();
        var byRole = claims.GroupBy(c => c.Claim.Role, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (var role in codebook.Roles)
        {
            if (!byRole.TryGetValue(role.Role, out var own))
            {
                continue;
            }

            var chosen = role.IsMany ? Distinct(own) : [own.OrderByDescending(c => Preference(c.Claim, own)).ThenBy(c => c.Claim.Evidence[0].Start).First()];
            summary.Add(new RoleSummary(role.Role, chosen));
        }

        return summary;
    }

    private static List<NumberedClaim> Distinct(List<NumberedClaim> claims)
    {
        var kept = new List<NumberedClaim>();
        foreach (var claim in claims)
        {
            if (!kept.Exists(k => SameValue(k.Claim.Value, claim.Claim.Value)))
            {
                kept.Add(claim);
            }
        }

        return kept;
    }

    /// <summary>True when two values say the same.</summary>
    public static bool SameValue(ClaimValue a, ClaimValue b) => (a, b) switch
    {
        (ActorValue x, ActorValue y) => x.Actor.IsSameAs(y.Actor),
        (PlaceValue x, PlaceValue y) => string.Equals(EventDraft.PlaceKey(x.Place), EventDraft.PlaceKey(y.Place), StringComparison.Ordinal),
        (WeaponClassValue x, WeaponClassValue y) => string.Equals(x.Class, y.Class, StringComparison.Ordinal),
        (WeaponNameValue x, WeaponNameValue y) => string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase),
        (TextValue x, TextValue y) => string.Equals(x.Text, y.Text, StringComparison.OrdinalIgnoreCase),
        (QuantityValue x, QuantityValue y) => x.Quantity.Low == y.Quantity.Low && x.Quantity.High == y.Quantity.High && string.Equals(x.Quantity.Vague, y.Quantity.Vague, StringComparison.OrdinalIgnoreCase),
        (TimeValue x, TimeValue y) => x.Time.First == y.Time.First && x.Time.Last == y.Time.Last && x.Time.Clock == y.Time.Clock,
        _ => false,
    };

    private const int MostTold = 4;

    // Finer, surer and more often told comes first.
    private int Preference(Claim claim, List<NumberedClaim> all)
    {
        var told = all.Where(c => SameValue(c.Claim.Value, claim.Value)).Take(MostTold).Count();
        var sure = claim.Factuality is Factuality.Unconfirmed ? -50 : 0;
        var fine = claim.Value switch
        {
            TimeValue { Time: { IsAnchored: true } time } => 40 - (5 * (int)time.Precision) + (time.Offset is not null ? 3 : 0),
            TimeValue => -20,
            QuantityValue { Quantity: { Low: null, High: null } } => 5,
            QuantityValue { Quantity.Rule: FigureBinder.OneByArticle } when claim.Role is "killed" or "wounded" => 10, // "two people, a soldier among them"
            QuantityValue => 20,
            WeaponClassValue { RangeClass: null } weapon when codebook.Has(weapon.Class, ClassTrait.Vague) => 0,
            WeaponClassValue weapon when codebook.Has(weapon.Class, ClassTrait.Manner) => MostTold + 12, // "a hypersonic missile", which others only call ballistic
            WeaponClassValue { RangeClass: not null } => 11,
            WeaponClassValue => 10,
            PlaceValue { Place: { IsOpen: true, Country: null } } => 4,
            PlaceValue place => 10 - (int)place.Place.Precision + (place.Relation is not null ? 3 : 0),
            _ => 0,
        };
        return fine + sure + told;
    }
}
