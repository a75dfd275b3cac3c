using System.Diagnostics;

namespace Discharge.Benchmarks.Harness;

/// <summary>A program that this one starts, and that does not outlive it unless it is killed without being told: left behind, it would be among the others in the next measurement.</summary>
internal sealed class Child : IDisposable
{
    private Child(Process process)
    {
        Process = process;
        AppDomain.CurrentDomain.ProcessExit += EndToo;
    }

    /// <summary>The program as it runs.</summary>
    public Process Process { get; }

    /// <summary>Starts it.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It is not here.</exception>
    public static Child Start(ProcessStartInfo start) => new(Process.Start(start)!);

    /// <inheritdoc/>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndToo;
        Process.Dispose();
    }

    // With whatever it started itself: to publish or to install something is the work of several.
    private void EndToo(object? sender, EventArgs ended)
    {
        try
        {
            Process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Whoever had it has just let go of it.
        }
    }
}
