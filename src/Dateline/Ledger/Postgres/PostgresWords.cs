using System.Globalization;
using System.Text;
using Dateline.Ledger.Sql;

namespace Dateline.Ledger.Postgres;

/// <summary>The words of reports as text search vectors, without accents.</summary>
internal sealed class PostgresWords : ISqlWords
{
    private const int Longest = 250_000; // characters of a report that are indexed: a vector may not be longer than a megabyte

    public void Add(SqlSession session, long report, string title, string body, string events) => session.Run(
        "INSERT INTO words(report, terms) VALUES($1, setweight(to_tsvector('simple', $2), 'A') || to_tsvector('simple', $3) || to_tsvector('simple', $4))",
        report,
        Folded(title),
        Folded(body),
        Folded(events));

    public void Remove(SqlSession session, long report) => session.Run("DELETE FROM words WHERE report = $1", report);

    /// <summary>Every part quoted, so that no sign of the query language slips in; words of one part stand next to each other.</summary>
    public string Query(IReadOnlyList<(string Words, bool Begins)> parts) =>
        string.Join(" & ", parts.Select(part => "'" + Folded(part.Words) + (part.Begins ? "':*" : "'")));

    public string Found(string query, string only) =>
        $"(SELECT report, CAST(-ts_rank(terms, q) AS DOUBLE PRECISION) AS rank FROM words, to_tsquery('simple', {query}) q WHERE terms @@ q {(only.Length == 0 ? "" : "AND " + string.Format(CultureInfo.InvariantCulture, only, "report"))})";

    /// <summary>Letters and digits without accents, everything else a blank: words end where they end in a file's index too, whatever the server's parser thinks of hyphens.</summary>
    private static string Folded(string text)
    {
        var cut = text.Length > Longest ? text[..Longest] : text;
        var folded = new StringBuilder(cut.Length);
        foreach (var rune in Decomposed(cut).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                folded.Append(rune);
            }
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }

    private static string Decomposed(string text)
    {
        try
        {
            return Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text; // halves of pairs have no form
        }
    }
}
