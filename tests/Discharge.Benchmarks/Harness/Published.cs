using System.Diagnostics;
using System.Runtime.InteropServices;
using Discharge.EmbeddedPostgres;

namespace Discharge.Benchmarks.Harness;

/// <summary>A program as it is deployed: published for this system, compiled ahead of time.</summary>
internal static class Published
{
    /// <summary>Publishes a project of this clone.</summary>
    /// <param name="project">Its folder, from the top of the clone.</param>
    /// <param name="folder">Where it is put.</param>
    /// <returns>That folder.</returns>
    /// <exception cref="NotPublishedException">It could not be published.</exception>
    public static async Task<string> MakeAsync(string project, string folder)
    {
        var took = Stopwatch.StartNew();
        string[] arguments = ["publish", Path.Combine(PrivatePostgres.FindCloneRoot(), project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-o", folder, "--nologo", "-v", "quiet"];
        using var publish = Child.Start(new("dotnet", arguments) { RedirectStandardOutput = true });
        var said = await publish.Process.StandardOutput.ReadToEndAsync();
        await publish.Process.WaitForExitAsync();
        Console.WriteLine($"   {project} was published in {took.Elapsed.TotalSeconds:0} s");
        return publish.Process.ExitCode == 0 ? folder : throw new NotPublishedException($"{project} could not be published: {said.Trim()}");
    }
}

/// <summary>A program could not be published; nothing that takes it can be run.</summary>
public sealed class NotPublishedException(string message) : IOException(message);
