using System.Text.Json;

namespace Dateline.Exports.Formats;

/// <summary>The figures told of one role, as low, best and high.</summary>
/// <param name="Low">The lowest told; null when only upper bounds or no figures are told.</param>
/// <param name="Best">The one told by most texts; null when figures are disputed or it is a bound ("at least 300") or a range.</param>
/// <param name="High">The highest told; null when only lower bounds or no figures are told.</param>
/// <param name="Unit">SI unit, or what is counted; null when none is told.</param>
public sealed record Figures(decimal? Low, decimal? Best, decimal? High, string? Unit)
{
    /// <summary>The figures of some values; denied ones are left out, what is said in words only ("dozens") gives none.</summary>
    /// <param name="values">Values of one role, those told by most texts first.</param>
    /// <param name="scale">What SI figures are divided by: 1000 for km out of m.</param>
    public static Figures Of(IReadOnlyList<ExportValue> values, decimal scale = 1)
    {
        var told = values.Where(value => !value.IsDenied && value.Value.TryGetProperty("low", out _)).Select(value => (value.IsDisputed, Ends: EndsOf(value.Value, scale))).ToList();
        var isSi = told.Exists(value => value.Ends.IsSi);
        var ends = told.Where(value => value.Ends.IsSi == isSi && (value.Ends.Low is not null || value.Ends.High is not null)).ToList();
        if (ends.Count == 0)
        {
            return new Figures(null, null, null, null);
        }

        var (low, high) = (ends.Min(value => value.Ends.Low), ends.Max(value => value.Ends.High));
        var best = ends.Exists(value => value.IsDisputed) ? null : ends.Select(value => value.Ends).Where(value => value.Low == value.High).Select(value => value.Low).FirstOrDefault();
        return new Figures(low > high ? high : low, best, low > high ? low : high, ends[0].Ends.Unit);
    }

    /// <summary>A number of a value; null when it has none.</summary>
    public static decimal? Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var field) && field.ValueKind is JsonValueKind.Number && field.TryGetDecimal(out var number) ? number : null;

    private static (decimal? Low, decimal? High, string? Unit, bool IsSi) EndsOf(JsonElement value, decimal scale)
    {
        var (low, high) = (Number(value, "si_low"), Number(value, "si_high"));
        return low is null && high is null
            ? (Number(value, "low"), Number(value, "high"), Views.ValueKinship.Text(value, "unit"), false)
            : (low / scale, high / scale, Views.ValueKinship.Text(value, "si_unit"), true);
    }
}
