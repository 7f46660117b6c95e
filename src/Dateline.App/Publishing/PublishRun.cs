using Dateline.App.Commands;
using Dateline.App.Output;
using Dateline.Exports.Formats;
using Dateline.Ledger;

namespace Dateline.App.Publishing;

/// <summary>One run of <c>dateline publish</c>.</summary>
internal static class PublishRun
{
    /// <summary>Publishes and returns the exit status.</summary>
    public static async Task<int> RunAsync(Surroundings around, string ledgerFile, string? dataFolder, LedgerFilter filter, string target, string? licence, CancellationToken stop)
    {
        using var ledger = Ledgers.OpenToRead(ledgerFile);
        using var reader = ledger.Read();
        var knowledge = around.Knowledge(dataFolder);
        var folder = new SiteFolder(target, reader.Reports().Select(report => report.Source).Where(Path.IsPathRooted).Select(source => Path.GetDirectoryName(source) + Path.DirectorySeparatorChar));
        var lead = $"{(licence is null ? "No licence stated" : licence)}. {ExportRecord.Rights}";
        await using (var site = new SiteWriter(reader, filter, knowledge, folder))
        {
            await site.WriteAsync(lead, licence, stop).ConfigureAwait(false);
        }

        using var text = around.OutputText();
        await text.WriteLineAsync($"{Path.Combine(target, "index.html")}: {Terminal.Count(folder.Count, "file")}").ConfigureAwait(false);
        return ExitStatus.Done;
    }
}
