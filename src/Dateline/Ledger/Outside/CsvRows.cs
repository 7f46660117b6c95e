using System.Text;

namespace Dateline.Ledger.Outside;

/// <summary>Rows of comma-separated values (RFC 4180): cells in quotation marks may hold the delimiter, line ends, and doubled quotation marks.</summary>
public static class CsvRows
{
    /// <summary>The rows with the line each begins on; empty lines are left out.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Of(string text, char delimiter) => Of(new StringReader(text), delimiter);

    /// <summary>The same of a stream, one row in memory at a time.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Of(TextReader text, char delimiter)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, begun, isQuoted, isOpen, isEnd) = (1, 1, false, false, false);
        while (!isEnd)
        {
            var read = text.Read();
            isEnd = read < 0;
            var sign = isEnd ? '\n' : (char)read;
            if (isOpen && !isEnd)
            {
                if (sign == '"' && text.Peek() == '"')
                {
                    cell.Append('"');
                    _ = text.Read();
                }
                else if (sign == '"')
                {
                    isOpen = false;
                }
                else
                {
                    cell.Append(sign);
                    line += sign == '\n' ? 1 : 0;
                }
            }
            else if (sign == '"' && cell.Length == 0 && !isQuoted)
            {
                (isOpen, isQuoted) = (true, true);
            }
            else if (sign == delimiter || sign == '\n')
            {
                cells.Add(isQuoted ? cell.ToString() : cell.ToString().Trim());
                cell.Clear();
                isQuoted = false;
                if (sign == '\n')
                {
                    if (cells.Count > 1 || cells[0].Length > 0)
                    {
                        yield return (begun, [.. cells]);
                    }

                    cells.Clear();
                    begun = ++line;
                }
            }
            else if (sign != '\r')
            {
                cell.Append(sign);
            }
        }
    }
}
