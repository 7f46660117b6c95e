using Dateline.App.Commands;
using Dateline.Documents;

namespace Dateline.App.Web;

/// <summary>One run of <c>dateline serve</c>, until it is stopped.</summary>
internal sealed class WebRun(Surroundings around, WebSettings settings)
{
    /// <summary>Serves and returns the exit status.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var folder = settings.Samples ? Directory.CreateTempSubdirectory("dateline-samples-").FullName : null;
        try
        {
            return await ServeAsync(folder is null ? settings.Ledger : Path.Combine(folder, "samples.db"), stop).ConfigureAwait(false);
        }
        finally
        {
            if (folder is not null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<int> ServeAsync(string file, CancellationToken stop)
    {
        using var desk = new ReadingDesk(around, file, settings.DataFolder);
        if (settings.Samples)
        {
            desk.Keep([.. ShippedSamples.Names.Select(ShippedSamples.Open).OfType<RawDocument>()]);
        }

        desk.Check();
        await using var server = WebServer.Create(around, desk, settings.Port);
        try
        {
            await server.StartAsync(stop).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            DatelineCommand.Say(around, $"port {settings.Port} of this machine cannot be used ({error.Message}); --port names another");
            return ExitStatus.SomeInputFailed;
        }

        desk.WarmUp();
        using var text = around.OutputText();
        await text.WriteLineAsync($"Dateline is open at {server.Address} - Ctrl+C ends it").ConfigureAwait(false);
        await text.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await WaitAsync(stop).ConfigureAwait(false);
        return ExitStatus.Done;
    }

    private static async Task WaitAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }
    }
}
