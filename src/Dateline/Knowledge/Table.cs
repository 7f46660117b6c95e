using System.Globalization;

namespace Dateline.Knowledge;

/// <summary>
/// One tab-separated table of data/: UTF-8, a header line, comment lines beginning with #. Cells are read by column
/// name; a missing column or a row of the wrong width is an error that names file and line.
/// </summary>
public sealed class Table
{
    private readonly string[] header;
    private readonly List<string[]> rows = [];
    private readonly List<int> lines = [];

    private Table(string name, string[] header)
    {
        Name = name;
        this.header = header;
    }

    /// <summary>Path below data/, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Header => header;

    /// <summary>The rows, in file order.</summary>
    public IEnumerable<Row> Rows => Enumerable.Range(0, rows.Count).Select(i => new Row(this, i));

    /// <summary>Parses a table.</summary>
    /// <exception cref="KnowledgeException">The table has no header, or a row of another width.</exception>
    public static Table Parse(string name, string content)
    {
        Table? table = null;
        var number = 0;
        foreach (var line in content.Split('\n'))
        {
            number++;
            var text = line.TrimEnd('\r');
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            var cells = text.Split('\t');
            if (table is null)
            {
                table = new Table(name, cells);
                continue;
            }

            if (cells.Length != table.header.Length)
            {
                throw new KnowledgeException($"{name}:{number}: {cells.Length} cells where the header has {table.header.Length}");
            }

            table.rows.Add(cells);
            table.lines.Add(number);
        }

        return table ?? throw new KnowledgeException($"{name}: no header line");
    }

    /// <summary>One row.</summary>
    /// <param name="Table">Its table.</param>
    /// <param name="Index">Its index in it.</param>
    public readonly record struct Row(Table Table, int Index)
    {
        /// <summary>The cell of a column; empty when unknown.</summary>
        public string this[string column]
        {
            get
            {
                var at = Array.IndexOf(Table.header, column);
                return at >= 0 ? Table.rows[Index][at] : throw new KnowledgeException($"{Table.Name}: no column {column}");
            }
        }

        /// <summary>The cells, in the order of the header.</summary>
        public IReadOnlyList<string> Cells => Table.rows[Index];

        /// <summary>Where it stands, for messages and for --explain: <c>actors/persons.tsv:12</c>.</summary>
        public string Where => $"{Table.Name}:{Table.lines[Index]}";

        /// <summary>The cell cut at |; empty when unknown.</summary>
        public string[] List(string column) => this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        /// <summary>The cell, or null when empty.</summary>
        public string? Optional(string column) => this[column] is { Length: > 0 } cell ? cell : null;

        /// <summary>The cell as a number, or null when empty.</summary>
        /// <exception cref="KnowledgeException">The cell is no number.</exception>
        public decimal? Number(string column)
        {
            var cell = this[column];
            if (cell.Length == 0)
            {
                return null;
            }

            return decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong(column, "is no number");
        }

        /// <summary>The cell as an enumeration value, written in snake case.</summary>
        /// <exception cref="KnowledgeException">The cell names no such value.</exception>
        public TEnum Enum<TEnum>(string column)
            where TEnum : struct, Enum =>
            System.Enum.TryParse<TEnum>(this[column].Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value)
                ? value
                : throw Wrong(column, "is not one of " + string.Join(", ", System.Enum.GetNames<TEnum>()));

        /// <summary>The error for a cell that cannot be right.</summary>
        public KnowledgeException Wrong(string column, string why) => new($"{Where}: {column} \"{this[column]}\" {why}");
    }
}

/// <summary>A data file that cannot be used; the message names file, line and what is wrong.</summary>
public sealed class KnowledgeException(string message) : Exception(message);
