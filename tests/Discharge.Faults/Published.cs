using System.Diagnostics;
using System.Runtime.InteropServices;
using Discharge.EmbeddedPostgres;

namespace Discharge.Faults;

/// <summary>The service as it is deployed: published for this system, compiled ahead of time.</summary>
internal static class Published
{
    /// <summary>Publishes it, and has every node started from it from now on.</summary>
    /// <exception cref="InvalidOperationException">It could not be published.</exception>
    public static async Task MakeAsync()
    {
        var clone = PrivatePostgres.FindCloneRoot();
        var folder = Path.Combine(clone, "tests", "Discharge.Faults", "obj", "published");
        var took = Stopwatch.StartNew();
        string[] arguments = ["publish", Path.Combine(clone, "src", "Discharge.Api"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-o", folder, "--nologo", "-v", "quiet"];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Node.Folder = publish.ExitCode == 0 ? folder : throw new InvalidOperationException($"The service could not be published: {said}");
        Console.WriteLine($"The service was published in {took.Elapsed.TotalSeconds:0} s.");
    }
}
