using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Discharge.EmbeddedPostgres;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

/// <summary>Another program that uses the throw-away cluster of a clone: this test program started again, which then runs no tests.</summary>
internal sealed class AnotherProgram : IDisposable
{
    private const string CloneToServe = "DISCHARGE_TESTS_SERVE_CLONE";

    private readonly Process _process;

    private AnotherProgram(Process process) => _process = process;

    public static AnotherProgram Start(TemporaryClone clone)
    {
        var program = Path.ChangeExtension(typeof(AnotherProgram).Assembly.Location, OperatingSystem.IsWindows() ? ".exe" : null);
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[CloneToServe] = clone.Root;
        return new AnotherProgram(Process.Start(start)!);
    }

    /// <summary>The process of the server it uses, once it uses one.</summary>
    public async Task<int> ServerProcessIdAsync() => int.Parse((await _process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    [ModuleInitializer]
    internal static void ServeInsteadOfTesting()
    {
        if (Environment.GetEnvironmentVariable(CloneToServe) is not { } clone)
            return;
        var server = PrivatePostgres.StartAsync(PrivateCluster.ForTests(clone)).GetAwaiter().GetResult();
        Console.WriteLine(server.ProcessId);
        Console.In.ReadToEnd();
        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Environment.Exit(0);
    }
}
