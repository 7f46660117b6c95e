using System.Text;
using Dateline.Claims;
using Dateline.Knowledge;

namespace Dateline.Exports;

/// <summary>The codebook as Markdown, made from ontology/ and patterns/frames.tsv; docs/codebook.md is this text.</summary>
public static class CodebookMarkdown
{
    private const string Head = """
        # Codebook

        Kinds of events and the roles they carry, as in `data/ontology/`. A report may tell of several events; an event has a set of claims per role,
        never one value. This page is what `dateline codebook` prints.

        """;

    /// <summary>The whole page, lines parted by LF, with one at the end.</summary>
    /// <exception cref="KnowledgeException">A table is missing or a row is wrong.</exception>
    public static string Write(KnowledgeFiles files)
    {
        var codebook = new Codebook(files);
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        Kinds(page, codebook);
        Modes(page, files);
        Roles(page, files, codebook);
        Frames(page, files, codebook);
        Section(page, "Status");
        foreach (var row in files.Table("ontology/statuses.tsv").Rows)
        {
            page.Append($"- `{row["status"]}`: {row["meaning"]}.\n");
        }

        Section(page, "Rules");
        foreach (var row in files.Table("ontology/rules.tsv").Rows)
        {
            page.Append($"- {row["rule"]}\n");
        }

        return page.ToString();
    }

    private static void Kinds(StringBuilder page, Codebook codebook)
    {
        Heading(page, "Kinds", "kind", "what counts", "roles beside the common ones", "PLOVER");
        foreach (var kind in codebook.Kinds)
        {
            var own = codebook.Roles.Where(r => !r.Kinds.Contains("*") && r.Kinds.Contains(kind.Kind)).Select(r => r.Role);
            var code = kind.PloverType is null ? "none" : kind.PloverMode is null ? kind.PloverType : $"{kind.PloverType} {kind.PloverMode}";
            Row(page, kind.Kind, kind.Meaning, string.Join(", ", own), code);
        }
    }

    private static void Modes(StringBuilder page, KnowledgeFiles files)
    {
        Heading(page, "PLOVER where a kind has several codes", "kind", "when", "PLOVER");
        foreach (var row in files.Table("ontology/plover-modes.tsv").Rows)
        {
            Row(page, row["kind"], row["when"].Replace(':', ' '), $"{row["type"]} {row["mode"]}");
        }
    }

    private static void Roles(StringBuilder page, KnowledgeFiles files, Codebook codebook)
    {
        Heading(page, "Roles", "role", "value", "meaning");
        foreach (var row in files.Table("ontology/roles.tsv").Rows)
        {
            var common = codebook.Role(row["role"])!.Kinds.Contains("*") ? " (common)" : "";
            Row(page, row["role"] + common, row["value"].Replace('_', ' '), row["meaning"]);
        }
    }

    // What an analyst edits: the words that tell of a kind and what must stand around them.
    private static void Frames(StringBuilder page, KnowledgeFiles files, Codebook codebook)
    {
        Section(page, "What tells of a kind");
        page.Append("Rows of `data/patterns/frames.tsv`; the first that fits wins. Types in brackets are rows of `data/ontology/argument-types.tsv`; `?` is bound when it fits.\n\n");
        var rows = files.Table("patterns/frames.tsv").Rows.ToLookup(r => r["kind"], StringComparer.Ordinal);
        foreach (var kind in codebook.Kinds)
        {
            page.Append($"- **{kind.Kind}**\n");
            foreach (var row in rows[kind.Kind])
            {
                page.Append($"  - {row["pos"]} {row["trigger"].Replace("|", ", ", StringComparison.Ordinal)}{Around(row)}\n");
            }
        }
    }

    private static string Around(Table.Row row)
    {
        var parts = new List<string>();
        foreach (var (column, words) in new[] { ("agent", "by"), ("patient", "of"), ("needs", "with"), ("unless", "not with") })
        {
            if (row.Optional(column) is { } value)
            {
                parts.Add($"{words} {value.Replace("|", ", ", StringComparison.Ordinal)}");
            }
        }

        return parts.Count == 0 ? "" : $" ({string.Join("; ", parts)})";
    }

    private static void Section(StringBuilder page, string title) => page.Append($"\n## {title}\n\n");

    private static void Heading(StringBuilder page, string title, params ReadOnlySpan<string> columns)
    {
        Section(page, title);
        Row(page, columns);
        page.Append('|').Insert(page.Length, "---|", columns.Length).Append('\n');
    }

    private static void Row(StringBuilder page, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            page.Append("| ").Append(cell).Append(' ');
        }

        page.Append("|\n");
    }
}
