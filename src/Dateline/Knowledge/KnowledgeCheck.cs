using System.Globalization;

namespace Dateline.Knowledge;

/// <summary>Something in the tables that cannot be right, or wants a look.</summary>
/// <param name="Where">The row: <c>actors/persons.tsv:12</c>.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="IsError">False for what may be right after all: two names alike, two holders of one office.</param>
public sealed record KnowledgeComplaint(string Where, string Message, bool IsError);

/// <summary>Reads every table and says what is wrong in it: duplicates, unknown ids and sources, dates, overlapping offices.</summary>
public static class KnowledgeCheck
{
    private const string Sources = "sources.tsv";
    private const string Offices = "actors/offices.tsv";

    /// <summary>The complaints, in the order of tables and rows.</summary>
    public static IEnumerable<KnowledgeComplaint> Run(KnowledgeFiles files)
    {
        var schemas = TableSchema.Of(files);
        var tables = new SortedDictionary<string, Table>(StringComparer.Ordinal);
        foreach (var name in files.Names.Where(KnowledgeOverlay.IsTable))
        {
            KnowledgeComplaint? broken = null;
            try
            {
                tables[name] = files.Table(name);
            }
            catch (KnowledgeException error)
            {
                broken = new KnowledgeComplaint(name, error.Message, true);
            }

            if (broken is not null)
            {
                yield return broken;
            }
        }

        foreach (var (name, table) in tables)
        {
            foreach (var complaint in Duplicates(table, schemas(name)).Concat(Unknown(table, schemas(name), tables)).Concat(Undocumented(table, tables)).Concat(Dates(table)))
            {
                yield return complaint;
            }
        }

        if (tables.TryGetValue(Offices, out var offices))
        {
            foreach (var complaint in OfficeTerms.Check(offices))
            {
                yield return complaint;
            }
        }
    }

    private static IEnumerable<KnowledgeComplaint> Duplicates(Table table, TableSchema schema)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (!seen.TryAdd(schema.KeyOf(row), row.Where))
            {
                yield return new KnowledgeComplaint(row.Where, $"\"{schema.KeyOf(row).Replace("\t", ", ", StringComparison.Ordinal)}\" stands already at {seen[schema.KeyOf(row)]}", true);
            }
        }
    }

    private static IEnumerable<KnowledgeComplaint> Unknown(Table table, TableSchema schema, SortedDictionary<string, Table> tables)
    {
        foreach (var reference in schema.References.Where(r => table.Header.Contains(r.Column, StringComparer.Ordinal)))
        {
            var known = reference.Values.ToHashSet(StringComparer.Ordinal);
            foreach (var (target, column) in reference.Targets)
            {
                if (tables.TryGetValue(target, out var named))
                {
                    known.UnionWith(named.Rows.SelectMany(row => row.List(column)));
                }
            }

            foreach (var row in table.Rows)
            {
                foreach (var value in row.List(reference.Column).Where(value => !known.Contains(value)))
                {
                    yield return new KnowledgeComplaint(row.Where, $"{reference.Column} \"{value}\" stands in no row of {string.Join(" or ", reference.Targets.Select(t => t.Table))}", true);
                }
            }
        }
    }

    private static IEnumerable<KnowledgeComplaint> Undocumented(Table table, SortedDictionary<string, Table> tables)
    {
        if (string.Equals(table.Name, Sources, StringComparison.Ordinal) || !table.Header.Contains("source", StringComparer.Ordinal) || !tables.TryGetValue(Sources, out var sources))
        {
            yield break;
        }

        var listed = sources.Rows.Select(row => row["key"]).ToHashSet(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (row.List("source") is not { Length: > 0 } keys)
            {
                yield return new KnowledgeComplaint(row.Where, "no source", true);
                continue;
            }

            foreach (var key in keys.Where(key => !listed.Contains(key.Split(':')[0])))
            {
                yield return new KnowledgeComplaint(row.Where, $"source \"{key}\" does not stand in {Sources}", true);
            }
        }
    }

    private static IEnumerable<KnowledgeComplaint> Dates(Table table)
    {
        var timed = table.Header.Contains("checked", StringComparer.Ordinal);
        foreach (var column in timed ? table.Header.Intersect(["from", "to", "checked"], StringComparer.Ordinal) : [])
        {
            foreach (var row in table.Rows.Where(row => row[column].Length > 0 && !IsDate(row[column], mayBeShort: column is not "checked")))
            {
                yield return new KnowledgeComplaint(row.Where, $"{column} \"{row[column]}\" is no date (2025-02-28{(column is "checked" ? "" : ", 2025-02 or 2025")})", true);
            }
        }

        if (timed && table.Header.Contains("from", StringComparer.Ordinal) && table.Header.Contains("to", StringComparer.Ordinal))
        {
            foreach (var row in table.Rows.Where(row => row["from"].Length > 0 && row["to"].Length > 0 && string.CompareOrdinal(row["from"], row["to"]) > 0))
            {
                yield return new KnowledgeComplaint(row.Where, $"ends ({row["to"]}) before it begins ({row["from"]})", true);
            }
        }
    }

    /// <summary>A day, or where allowed a month or a year, as ISO 8601 writes them.</summary>
    private static bool IsDate(string date, bool mayBeShort) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (mayBeShort && DateOnly.TryParseExact(date, ["yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
}
