using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Dateline.App.Watching;

/// <summary>
/// Hands events to a command (as JSON on its standard input) and to an address (as the body of a POST). Nothing that was read is ever a part of a
/// command line.
/// </summary>
internal sealed class EventHooks(string? command, string? address) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience };

    /// <summary>True when there is a command.</summary>
    public bool HasCommand => command is not null;

    /// <summary>True when there is an address.</summary>
    public bool HasAddress => address is not null;

    /// <summary>Hands an event over to whoever has not had it; what went wrong, or null.</summary>
    public async Task<string?> HandAsync(OutgoingEvent outgoing, CancellationToken stop)
    {
        var (run, post) = (outgoing.Exec && command is not null ? await RunAsync(outgoing, stop).ConfigureAwait(false) : null, outgoing.Post && address is not null ? await PostAsync(outgoing, stop).ConfigureAwait(false) : null);
        (outgoing.Exec, outgoing.Post) = (outgoing.Exec && run is not null, outgoing.Post && post is not null);
        outgoing.Tries++;
        return run is null ? post : post is null ? run : run + "; " + post;
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private async Task<string?> PostAsync(OutgoingEvent outgoing, CancellationToken stop)
    {
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(outgoing.Json, Encoding.UTF8, "application/json") };
            message.Headers.TryAddWithoutValidation("Idempotency-Key", outgoing.Id);
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"--post {address} answered {(int)answer.StatusCode}");
        }
        catch (Exception error) when (error is HttpRequestException or InvalidOperationException || (error is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return $"--post {address}: {error.Message}";
        }
    }

    private async Task<string?> RunAsync(OutgoingEvent outgoing, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ended.CancelAfter(Patience);
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", ["/c", command!]) : new ProcessStartInfo("/bin/sh", ["-c", command!]);
        start.RedirectStandardInput = true;
        start.Environment["DATELINE_EVENT"] = outgoing.Id;
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                await process.StandardInput.WriteAsync(outgoing.Json.AsMemory(), ended.Token).ConfigureAwait(false);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It does not read what it is given; its status tells.
            }

            try
            {
                await process.WaitForExitAsync(ended.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                stop.ThrowIfCancellationRequested();
                return "--exec took longer than 60 s and was stopped";
            }

            return process.ExitCode == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"--exec ended with {process.ExitCode}");
        }
        catch (Win32Exception error)
        {
            return $"--exec could not be started: {error.Message}";
        }
    }
}
