using System.Text.Json;
using Dateline.Views;

namespace Dateline.Exports.Formats;

/// <summary>One value of one role of an event.</summary>
/// <param name="Json">Its entry in the event's row.</param>
public readonly record struct ExportValue(JsonElement Json)
{
    private const string Disputed = "disputed";

    /// <summary>The value, in the shape of the contract.</summary>
    public JsonElement Value => Json.GetProperty("value");

    /// <summary>The value in words.</summary>
    public string Words => Json.GetProperty("words").GetString() ?? "";

    /// <summary>agreed, single_origin, disputed or differs_in_precision.</summary>
    public string Status => Json.GetProperty("status").GetString()!;

    /// <summary>True when no report states it; it only follows.</summary>
    public bool IsInferred => Truth("inferred");

    /// <summary>True when all who tell it say that it is not so.</summary>
    public bool IsDenied => Truth("denied");

    /// <summary>True when another value cannot be true beside it, or somebody denies it.</summary>
    public bool IsDisputed => Status == Disputed;

    /// <summary>The names of the primary sources that say so.</summary>
    public IEnumerable<string> Origins => Json.GetProperty("origins").EnumerateArray().Select(origin => origin.GetProperty("name").GetString()!);

    /// <summary>The words with what keeps them from being plainly stated.</summary>
    public string Marked => Mark(Mark(ValueWords.OneLine(Words), "(inferred)", IsInferred), "(denied)", IsDenied);

    /// <summary>How some values of one role stand together: disputed when any is, then differs_in_precision, agreed only when all are; null for none.</summary>
    public static string? StatusOf(IReadOnlyList<ExportValue> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        var statuses = values.Select(value => value.Status).ToHashSet(StringComparer.Ordinal);
        return statuses.Contains(Disputed) ? Disputed
            : statuses.Contains("differs_in_precision") ? "differs_in_precision"
            : statuses.Count == 1 ? values[0].Status
            : "single_origin";
    }

    /// <summary>The day of a time's end (<c>earliest</c>, <c>latest</c>); null when it is not anchored.</summary>
    internal string? Day(string end) => ValueKinship.Text(Value, end) is { Length: >= 10 } moment ? moment[..10] : null;

    // The words of a claim have their doubt already; those of a person's correction do not.
    private static string Mark(string words, string mark, bool isSo) => isSo && !words.Contains(mark, StringComparison.Ordinal) ? $"{words} {mark}" : words;

    // Rows that an earlier version made have no such field; their words still say it.
    private bool Truth(string name) => Json.TryGetProperty(name, out var truth) && truth.ValueKind is JsonValueKind.True;
}
