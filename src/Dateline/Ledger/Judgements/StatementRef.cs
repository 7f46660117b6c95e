using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dateline.Ledger.Judgements;

/// <summary>A report's claim by its content.</summary>
/// <param name="Report">Id of the report.</param>
/// <param name="Role">Role of the codebook.</param>
/// <param name="Evidence">The exact words.</param>
/// <param name="Telling">The event it was claimed of, or null.</param>
/// <param name="Value">What the program read there.</param>
/// <param name="Number">1, or 2, 3 … where the same words give several values of the role to one event.</param>
public sealed record StatementRef(string Report, string Role, IReadOnlyList<WordsRef> Evidence, TellingRef? Telling, JsonElement Value, int Number = 1)
{
    private const int Digits = 8; // of the report's hash, and of the rest
    private const string Prefix = "st-";
    private const string Hash = "sha256:";

    /// <summary><c>st-</c>, eight digits of the report's hash, by which it is found, and eight of the words and role.</summary>
    [JsonIgnore]
    public string Key => Prefix + Report.AsSpan(Hash.Length, Digits).ToString() + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content())))[..Digits];

    /// <summary>The beginning of the ids of the reports a claim of some key may be of; null when the words are no such key.</summary>
    public static string? ReportOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && key.Length == Prefix.Length + Digits + Digits ? string.Concat(Hash, key.AsSpan(Prefix.Length, Digits)) : null;

    /// <summary>
    /// The claim of a reading it means: the same role at the same words; else the same role at the same words elsewhere, or at words that overlap
    /// these, which somebody should look at; null when there is none.
    /// </summary>
    public (StoredClaim Claim, StatementRef Statement, bool IsExact)? In(ReadingKeys reading)
    {
        var role = reading.Statements.Where(s => string.Equals(s.Statement.Role, Role, StringComparison.Ordinal)).ToList();
        return Best(role.Where(s => s.Statement.Evidence.SequenceEqual(Evidence)), isExact: true)
            ?? Best(role.Where(s => s.Statement.Evidence.Select(e => e.Text).SequenceEqual(Evidence.Select(e => e.Text), StringComparer.Ordinal)), isExact: false)
            ?? Best(role.Where(s => s.Statement.Evidence.Any(e => Evidence.Any(own => e.Start < own.End && own.Start < e.End))), isExact: false);
    }

    /// <summary>Two claims stand at one place for one decision: the same report, role and words.</summary>
    public bool IsAt(StatementRef other) =>
        string.Equals(Report, other.Report, StringComparison.Ordinal) && string.Equals(Role, other.Role, StringComparison.Ordinal) && Evidence.SequenceEqual(other.Evidence) && Telling == other.Telling && Number == other.Number;

    private (StoredClaim Claim, StatementRef Statement, bool IsExact)? Best(IEnumerable<(StoredClaim Claim, StatementRef Statement)> found, bool isExact)
    {
        var all = found
            .OrderByDescending(s => s.Statement.Telling == Telling)
            .ThenByDescending(s => s.Statement.Number == Number)
            .ThenByDescending(s => JsonElement.DeepEquals(s.Statement.Value, Value))
            .ThenBy(s => Math.Abs(Start(s.Statement) - Start(this)))
            .ToList();
        return all.Count == 0 ? null : (all[0].Claim, all[0].Statement, isExact);
    }

    private static int Start(StatementRef statement) => statement.Evidence.Count > 0 ? statement.Evidence[0].Start : 0;

    private string Content()
    {
        var content = new StringBuilder(Report).Append('\n').Append(Telling?.Key).Append('\n').Append(Role).Append('\n').Append(CultureInfo.InvariantCulture, $"{Number}");
        foreach (var words in Evidence)
        {
            content.Append(CultureInfo.InvariantCulture, $"\n{words.Start}-{words.End}");
        }

        return content.ToString();
    }
}
