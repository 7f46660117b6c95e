using Dateline.Annotations.Quantities;
using Dateline.Claims;
using Dateline.Events;
using Dateline.Knowledge;

namespace Dateline.Checks;

/// <summary>
/// DL0103: a figure outside what is published for the class of weapon the event names. Silent where the class is unknown or nothing is
/// published. Beyond what is published for any class it cannot be right as printed.
/// </summary>
public sealed class KnownLimits : ICheck
{
    // Published limits are rounded; a figure this share beyond one is not outside it (judged by the authors).
    private const decimal Slack = 0.1m;

    private readonly PublishedLimits limits;
    private readonly Codebook codebook;
    private readonly ApartFigures? apart;

    /// <summary>Holds figures against published limits.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="codebook">Kinds, roles, classes.</param>
    /// <param name="apart">Tells figures of another weapon; null where figures stand without a text.</param>
    public KnownLimits(PublishedLimits limits, Codebook codebook, ApartFigures? apart = null) => (this.limits, this.codebook, this.apart) = (limits, codebook, apart);

    /// <inheritdoc/>
    public string Id => "DL0103";

    /// <inheritdoc/>
    public IEnumerable<Finding> Find(CheckInput input) =>
        from told in input.Events.Events
        where told.Claims.Any(c => c.Claim.Value is QuantityValue)
        from role in limits.Roles
        from figure in EventFigures.Of(told, role.Role)
        where apart is null || !apart.IsOfAnotherWeapon(input, told, figure)
        let finding = Held(EventFigures.Systems(told), EventFigures.Classes(told), role, figure)
        where finding is not null
        select finding;

    /// <summary>What is published says of one figure of a weapon class; null when nothing, or when it fits.</summary>
    /// <param name="classes">The classes, as far as they are known.</param>
    /// <param name="role">Role of the codebook.</param>
    /// <param name="figure">The figure.</param>
    public Finding? Of(IReadOnlyList<WeaponClassValue> classes, string role, Quantity figure) =>
        limits.Roles.Where(row => row.Role == role).Select(row => Held([], classes, row, new EventFigure("", null!, figure))).FirstOrDefault(finding => finding is not null) is { } held ? held with { Claims = [] } : null;

    private Finding? Held(IReadOnlyList<string> systems, IReadOnlyList<WeaponClassValue> told, LimitedRole role, EventFigure figure)
    {
        if (figure.Si is not { } si || Published(systems, told, role) is not { Count: > 0 } published || published.Exists(limit => Fits(limit, role, si.Low, si.High)))
        {
            return null;
        }

        var unit = published[0].Unit;
        var beyondAll = limits.Most(role.Property) is { } most && si.Low > most * (1 + Slack);
        var slip = Slip.Explain(figure.Quantity, factor => published.Exists(limit => Fits(limit, role, si.Low * factor, si.High * factor)));
        var bounds = string.Join("; ", published.Select(limit => $"{limit.Label}: {Bounds(limit, role, unit)}").Distinct(StringComparer.Ordinal));
        return new Finding(
            Id,
            beyondAll ? Severity.Warning : Severity.Notice,
            $"{CheckWords.Role(role.Role)} of {EventFigures.Show(si.High, unit)} lies outside what is published ({bounds})." + (slip is null ? "" : $" It would fit as {slip}."),
            [figure.Id],
            [new("role", role.Role), new("value_si", si.High), new("si_unit", unit.SiUnit), new("low_si", published.Min(p => p.Low)), new("high_si", published.Max(p => p.High)), new("limits_source", string.Join(", ", published.Select(p => p.Source).Distinct(StringComparer.Ordinal))), new("would_fit_as", slip)],
            null);
    }

    // What is published of a named system says more than its class, a range class more than the class around it; a class that fits any other says nothing.
    private List<PublishedLimit> Published(IReadOnlyList<string> systems, IReadOnlyList<WeaponClassValue> told, LimitedRole role)
    {
        if (systems.SelectMany(system => limits.Of(system, role.Property)).ToList() is { Count: > 0 } own)
        {
            return own;
        }

        var classes = told.Where(c => !codebook.Has(c.Class, ClassTrait.Open)).ToList();
        if (classes.Count == 0)
        {
            return role.Class is { } kind ? [.. limits.Of(kind, role.Property)] : [];
        }

        var found = classes.ConvertAll(named => named.RangeClass is { } range && limits.Of(range, role.Property).ToList() is { Count: > 0 } finer ? finer : [.. limits.Of(named.Class, role.Property)]);
        return found.Exists(rows => rows.Count == 0) ? [] : [.. found.SelectMany(rows => rows)];
    }

    private static bool Fits(PublishedLimit limit, LimitedRole role, decimal low, decimal high) =>
        (limit.High is not { } most || low <= most * (1 + Slack)) && (!role.BothEnds || limit.Low is not { } least || high >= least * (1 - Slack));

    private static string Bounds(PublishedLimit limit, LimitedRole role, Unit unit) => (role.BothEnds ? limit.Low : null, limit.High) switch
    {
        ({ } low, { } high) => $"{EventFigures.Show(low, unit)} to {EventFigures.Show(high, unit)}",
        (null, { } high) => $"up to {EventFigures.Show(high, unit)}",
        ({ } low, null) => $"from {EventFigures.Show(low, unit)}",
        _ => "no bound",
    };
}
