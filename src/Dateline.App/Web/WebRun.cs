using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dateline.App.Commands;
using Dateline.Documents;

namespace Dateline.App.Web;

/// <summary>One run of <c>dateline serve</c>, until it is stopped.</summary>
internal sealed class WebRun(Surroundings around, WebSettings settings)
{
    /// <summary>The environment variable that may hold the password.</summary>
    internal const string PasswordVariable = "DATELINE_PASSWORD";

    /// <summary>Serves and returns the exit status.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (BindingOf(settings, around, out var binding) is { } problem)
        {
            DatelineCommand.Say(around, problem);
            return ExitStatus.WrongUse;
        }

        using var certificate = binding.Certificate;
        var folder = settings.Samples ? Directory.CreateTempSubdirectory("dateline-samples-").FullName : null;
        try
        {
            return await ServeAsync(folder is null ? settings.Ledger : Path.Combine(folder, "samples.db"), binding, stop).ConfigureAwait(false);
        }
        finally
        {
            if (folder is not null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private async Task<int> ServeAsync(string file, WebBinding binding, CancellationToken stop)
    {
        using var desk = new ReadingDesk(around, file, settings.DataFolder);
        if (settings.Samples)
        {
            desk.Keep([.. ShippedSamples.Names.Select(ShippedSamples.Open).OfType<RawDocument>()]);
        }

        desk.Check();
        await using var server = WebServer.Create(around, desk, binding);
        try
        {
            await server.StartAsync(stop).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            DatelineCommand.Say(around, $"port {settings.Port} of {binding.Address} cannot be used ({error.Message}); --port names another, --address another address of this machine");
            return ExitStatus.SomeInputFailed;
        }

        desk.WarmUp();
        using var text = around.OutputText();
        await text.WriteLineAsync($"Dateline is open at {server.Address} - Ctrl+C ends it").ConfigureAwait(false);
        await text.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await WaitAsync(stop).ConfigureAwait(false);
        return ExitStatus.Done;
    }

    /// <summary>Where to listen and whom to let in; or what is wrong with what was asked for.</summary>
    internal static string? BindingOf(WebSettings settings, Surroundings around, out WebBinding binding)
    {
        binding = new WebBinding(settings.Port);
        var address = IPAddress.Loopback;
        if (settings.Address is { } asked && !IPAddress.TryParse(asked, out address))
        {
            return $"--address \"{asked}\" is no address of a machine; write 192.0.2.7, 0.0.0.0 for all of this machine, or ::1";
        }

        try
        {
            var password = settings.PasswordFile is { } file ? File.ReadLines(file).FirstOrDefault("").Trim() : around.Variable(PasswordVariable);
            if (password is { Length: < Gate.Shortest })
            {
                return $"the password needs {Gate.Shortest} characters at least";
            }

            var isHere = IPAddress.IsLoopback(address!);
            if (!isHere && password is null)
            {
                return $"{address} can be reached from other machines: a password is needed there; --password-file FILE or the variable {PasswordVariable} names it";
            }

            if (!isHere && settings.Certificate is null && !settings.IsBehindProxy)
            {
                return $"{address} can be reached from other machines, and the password would travel in plain words: --certificate and --key encrypt; --behind-proxy says that something in front does";
            }

            binding = new WebBinding(settings.Port)
            {
                Address = address!,
                Gate = password is null ? null : new Gate(password, around.Time),
                Certificate = settings.Certificate is { } certificate ? Open(certificate, settings.Key ?? certificate) : null,
            };
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
        catch (CryptographicException error)
        {
            return $"{settings.Certificate}: is no certificate with its key ({error.Message}); both are taken as PEM";
        }
    }

    // By way of a bundle: Windows serves with no key that was only read from a text.
    private static X509Certificate2 Open(string certificate, string key)
    {
        using var read = X509Certificate2.CreateFromPemFile(certificate, key);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
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
