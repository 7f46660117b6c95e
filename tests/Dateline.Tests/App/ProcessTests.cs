using System.Diagnostics;

namespace Dateline.Tests.App;

/// <summary>The program as a process: what only the operating system can do to it.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task BeingStoppedEndsCleanlyWithItsOwnStatus()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends a signal the Linux way");
        using var program = Start("read", "-");
        await program.StandardInput.WriteAsync("A report that never ends ".AsMemory(), TestContext.Current.CancellationToken);
        await program.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        using (Process.Start("kill", ["-INT", program.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await program.WaitForExitAsync(patience.Token);

        Assert.Equal(130, program.ExitCode);
        Assert.Equal("dateline: stopped after 0 reports\n", await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A shell in the background hands down an ignored SIGINT; env gives it back its meaning.</summary>
    private static Process Start(params string[] args) => Process.Start(
        new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Path.Combine(AppContext.BaseDirectory, "dateline-app.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
