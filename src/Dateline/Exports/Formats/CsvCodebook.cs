using System.Text.Json;

namespace Dateline.Exports.Formats;

/// <summary>The codebook of a table: metadata in the shape of CSV on the Web (W3C), which lies beside the file.</summary>
public static class CsvCodebook
{
    /// <summary>Where it lies: the table's file with this behind its name.</summary>
    public const string Suffix = "-metadata.json";

    /// <summary>Writes it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">Name of the table's file, without its folder.</param>
    /// <param name="record">The part of the record, for licence and run; only its head is asked for.</param>
    /// <param name="output">Where to; stays open.</param>
    public static void Write(ITableFormat table, string file, ExportRecord record, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, JsonStyle.Options(indented: true));
        writer.WriteStartObject();
        writer.WriteStartArray("@context");
        writer.WriteStringValue("http://www.w3.org/ns/csvw");
        writer.WriteStartObject();
        writer.WriteString("@language", "en");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("url", file);
        writer.WriteString("dc:title", table.Name);
        writer.WriteString("dc:description", $"{table.Summary}. {record.FilterLine}. Empty cells: unknown, nothing told. Several values in a cell are parted by |, those told by most texts first. Words that a spreadsheet would run as a formula have an apostrophe before them.");
        writer.WriteString("dc:rights", record.LicenceLine);
        writer.WriteString("dc:creator", record.RunLine);
        writer.WriteStartObject("dialect");
        writer.WriteString("lineTerminators", "\n");
        writer.WriteEndObject();
        writer.WriteStartObject("tableSchema");
        writer.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("titles", column.Name);
            writer.WriteString("dc:description", column.Meaning);
            writer.WriteString("datatype", Type(column.Type));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>How CSV on the Web names a type.</summary>
    public static string Type(CellType type) => type switch
    {
        CellType.Number => "decimal",
        CellType.Whole => "integer",
        CellType.Truth => "boolean",
        CellType.Day => "date",
        _ => "string",
    };
}
