using System.ComponentModel;
using System.Diagnostics;
using Discharge.Benchmarks.Harness;

namespace Discharge.Benchmarks.Peers;

/// <summary>Peers that come as packages of npm, installed where nothing of them is part of the repository.</summary>
internal static class NpmPackages
{
    /// <summary>Installs packages.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="packages">With their versions, such as "@eventide/message-db@1.3.1".</param>
    /// <returns>Whether they can be had here.</returns>
    public static Task<bool> InstallAsync(string folder, params string[] packages)
    {
        Console.WriteLine($"   installing {string.Join(", ", packages)}");
        return RunAsync("npm", ["install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, .. packages], []);
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Whether it is here and did what it was asked for.</returns>
    public static async Task<bool> RunAsync(string program, IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var running = Child.Start(start);
            await running.Process.StandardOutput.ReadToEndAsync();
            await running.Process.WaitForExitAsync();
            return running.Process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
