using System.Text;

namespace Dateline.Ledger.Outside;

/// <summary>Rows of comma-separated values (RFC 4180): cells in quotation marks may hold the delimiter, line ends, and doubled quotation marks.</summary>
public static class CsvRows
{
    /// <summary>The rows with the line each begins on; empty lines are left out.</summary>
    public static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Of(string text, char delimiter)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, begun, isQuoted, isOpen) = (1, 1, false, false);
        for (var i = 0; i <= text.Length; i++)
        {
            var isEnd = i == text.Length;
            var sign = isEnd ? '\n' : text[i];
            if (isOpen && !isEnd)
            {
                if (sign == '"' && i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
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
