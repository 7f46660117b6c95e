using System.CommandLine;
using Dateline.Claims;
using Dateline.Exports.Formats;
using Dateline.Ledger;

namespace Dateline.App.Commands;

/// <summary><c>dateline export</c>: a part of the record in a shape for other programs.</summary>
internal static class ExportCommand
{
    private const string More = """
        The same record gives the same bytes. What is disputed says so in every format, and what is not known stays empty (docs/exports.md). --output writes a
        table's codebook beside it (FILE-metadata.json); --codebook prints it instead of the table.

        Examples:
          dateline export --list
          dateline export launch-table --actor KP --output launches.csv
          dateline export geojson --from 2025-01-01 > events.geojson
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create(Surroundings around)
    {
        var options = new LedgerOptions();
        var format = new Argument<string?>("FORMAT") { Description = "The format; --list shows them", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = "Show the formats" };
        var output = new Option<string?>("--output") { HelpName = "FILE", Description = "The file to write; standard output when not given" };
        var codebook = new Option<bool>("--codebook") { Description = "Print the codebook of a table's columns" };
        var licence = new Option<string?>("--licence") { HelpName = "WORDS", Description = "The licence you publish it under, for the formats that can say one: \"CC BY 4.0\"" };
        var data = new InputOptions().Data;
        var command = ListCommands.Create("export", "Writes events or claims for spreadsheets, maps, timelines, calendars and other programs", More, [options.File, output, list, codebook, licence, .. options.Filtering, data], parsed =>
        {
            var book = new Codebook(around.Knowledge(parsed.GetValue(data)));
            var formats = ExportFormats.Of(book);
            if (parsed.GetValue(list))
            {
                return List(around, formats);
            }

            if (Chosen(around, formats, parsed.GetValue(format), parsed.GetValue(codebook)) is not { } chosen)
            {
                return ExitStatus.WrongUse;
            }

            using var ledger = Ledgers.OpenToRead(parsed.GetValue(options.File)!);
            using var reader = ledger.Read();
            var record = new ExportRecord(reader, options.FilterOf(parsed), book, parsed.GetValue(licence));
            Write(around, chosen, record, parsed.GetValue(output), parsed.GetValue(codebook));
            return ExitStatus.Done;
        });
        command.Add(format);
        return command;
    }

    private static IExportFormat? Chosen(Surroundings around, IReadOnlyList<IExportFormat> formats, string? name, bool codebook)
    {
        var chosen = formats.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));
        if (chosen is null)
        {
            DatelineCommand.Say(around, name is null ? "export needs a format; dateline export --list shows them" : $"there is no format \"{name}\"; dateline export --list shows them");
        }
        else if (codebook && chosen is not ITableFormat)
        {
            DatelineCommand.Say(around, $"{chosen.Name} has no columns; docs/exports.md describes it");
            return null;
        }

        return chosen;
    }

    private static int List(Surroundings around, IReadOnlyList<IExportFormat> formats)
    {
        using var text = around.OutputText();
        var width = formats.Max(format => format.Name.Length);
        foreach (var format in formats)
        {
            text.WriteLine($"{format.Name.PadRight(width)}  {format.Summary}");
        }

        return ExitStatus.Done;
    }

    private static void Write(Surroundings around, IExportFormat format, ExportRecord record, string? file, bool codebook)
    {
        if (file is null)
        {
            if (codebook)
            {
                CsvCodebook.Write((ITableFormat)format, format.Name + "." + format.Extension, record, around.Output);
                around.Output.WriteByte((byte)'\n');
            }
            else
            {
                format.Write(record, around.Output);
            }

            return;
        }

        if (!codebook)
        {
            Whole(file, stream => format.Write(record, stream));
        }

        if (format is ITableFormat table && (codebook || format.Extension == "csv"))
        {
            Whole(codebook ? file : file + CsvCodebook.Suffix, stream => CsvCodebook.Write(table, Path.GetFileName(file), record, stream));
        }
    }

    /// <summary>A file is there whole or as it was before.</summary>
    private static void Whole(string file, Action<Stream> write)
    {
        var part = file + ".part";
        try
        {
            using (var stream = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                write(stream);
            }

            File.Move(part, file, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
