using System.Globalization;
using System.Text;
using Dateline.Ledger.Sql;

namespace Dateline.Ledger.Sqlite;

/// <summary>The words of reports in a table of FTS5.</summary>
internal sealed class SqliteWords : ISqlWords
{
    public void Add(SqlSession session, long report, string title, string body, string events) =>
        session.Run("INSERT INTO words(rowid, title, body, events) VALUES($1, $2, $3, $4)", report, title, body, events);

    public void Remove(SqlSession session, long report) => session.Run("DELETE FROM words WHERE rowid = $1", report);

    /// <summary>Every word a term of its own, so that no sign of the index's own language slips in; words in quotation marks stay together.</summary>
    public string Query(IReadOnlyList<(string Words, bool Begins)> parts)
    {
        var match = new StringBuilder();
        foreach (var (words, begins) in parts)
        {
            match.Append('"').Append(words).Append(begins ? "\"* " : "\" ");
        }

        return match.ToString().TrimEnd();
    }

    // The plus keeps the filter out of the index of words, which would be asked once for each report of the filter.
    public string Found(string query, string only) =>
        $"(SELECT rowid AS report, rank FROM words WHERE words MATCH {query} {(only.Length == 0 ? "" : "AND " + string.Format(CultureInfo.InvariantCulture, only, "+rowid"))})";
}
