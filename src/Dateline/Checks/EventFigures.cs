using System.Globalization;
using Dateline.Annotations.Quantities;
using Dateline.Claims;
using Dateline.Events;

namespace Dateline.Checks;

/// <summary>One figure of an event, with the claim that gives it.</summary>
/// <param name="Id">Number of the claim.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Quantity">Its figure.</param>
internal readonly record struct EventFigure(string Id, Claim Claim, Quantity Quantity)
{
    /// <summary>Ends in SI, or as printed for a unit without one (magnitude); an open end is the other one.</summary>
    public (decimal Low, decimal High)? Si => (Quantity.SiLow ?? Quantity.SiHigh ?? Quantity.Low ?? Quantity.High) is { } low ? (low, Quantity.SiHigh ?? Quantity.High ?? low) : null;
}

/// <summary>What the checks ask of an event: its figures by role, its weapon classes.</summary>
internal static class EventFigures
{
    /// <summary>The figures of a role that are told as so, in text order.</summary>
    public static IEnumerable<EventFigure> Of(Event told, string role)
    {
        foreach (var numbered in told.Claims)
        {
            if (numbered.Claim is { Value: QuantityValue value, Factuality: not (Factuality.Denied or Factuality.Hypothetical) } claim && string.Equals(claim.Role, role, StringComparison.Ordinal))
            {
                yield return new EventFigure(numbered.Id, claim, value.Quantity);
            }
        }
    }

    /// <summary>The roles of which an event has more than one figure, in the codebook's order, those that may have several left out.</summary>
    public static IEnumerable<RoleRow> Repeated(Event told, Codebook codebook)
    {
        var roles = new List<string>();
        var repeated = new List<string>();
        foreach (var numbered in told.Claims)
        {
            if (numbered.Claim is { Value: QuantityValue, Role: var role })
            {
                (roles.Contains(role, StringComparer.Ordinal) ? repeated : roles).Add(role);
            }
        }

        return repeated.Count == 0 ? [] : codebook.Roles.Where(row => row is { Value: RoleValue.Quantity, IsMany: false } && repeated.Contains(row.Role, StringComparer.Ordinal));
    }

    /// <summary>The weapon classes an event names, without repeats.</summary>
    public static IReadOnlyList<WeaponClassValue> Classes(Event told) => [.. told.Claims.Select(c => c.Claim.Value).OfType<WeaponClassValue>().Distinct()];

    /// <summary>The named systems of an event that have a row of their own, without repeats.</summary>
    public static IReadOnlyList<string> Systems(Event told) => [.. told.Claims.Select(c => c.Claim.Value).OfType<WeaponNameValue>().Select(name => name.Id).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>A figure of SI in a unit, with at most one digit behind the point: "1,587 km".</summary>
    public static string Show(decimal si, Unit unit)
    {
        var value = Math.Round(si / (unit.Factor ?? 1), 1, MidpointRounding.AwayFromZero);
        var number = value.ToString("#,0.#", CultureInfo.InvariantCulture);
        return unit.Dimension == unit.Symbol ? number : number + " " + unit.Symbol; // "magnitude 5.3" needs no unit
    }
}
