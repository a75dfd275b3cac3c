using System.Diagnostics;
using System.Runtime.InteropServices;
using Discharge.EmbeddedPostgres;

namespace Discharge.Benchmarks.Starts;

/// <summary>Product and floor as they are deployed: published for this system, compiled ahead of time.</summary>
internal static class Published
{
    /// <summary>Publishes both.</summary>
    /// <returns>The folder they are in.</returns>
    /// <exception cref="InvalidOperationException">They could not be published.</exception>
    public static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("discharge-published-").FullName;
        var project = Path.Combine(PrivatePostgres.FindCloneRoot(), "tests", "Discharge.Benchmarks");
        Console.WriteLine("   publishing");
        string[] arguments = ["publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-o", folder, "--nologo", "-v", "quiet"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? folder : throw new InvalidOperationException($"It could not be published: {said}");
    }
}
