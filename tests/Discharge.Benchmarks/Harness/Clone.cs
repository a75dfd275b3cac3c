using System.ComponentModel;
using System.Diagnostics;
using Discharge.EmbeddedPostgres;

namespace Discharge.Benchmarks.Harness;

/// <summary>The clone that the running program was built in.</summary>
internal static class Clone
{
    // What a run writes is not what was run.
    private static readonly string[] Run = ["src", "tests", "eventstore-migrations", ":!tests/Discharge.Faults/Reports", ":!tests/Discharge.Benchmarks/reports"];

    /// <summary>What is run: the commit, and whether what lies in the clone is more than that.</summary>
    public static async Task<string> CommitAsync()
    {
        var commit = await GitAsync("rev-parse", "--short=8", "HEAD");
        return commit is "" ? "not known" : await GitAsync(["status", "--porcelain", "--", .. Run]) is "" ? commit : $"{commit} and changes";
    }

    /// <summary>Keeps others from a folder for as long as it is held; whoever dies lets go.</summary>
    /// <param name="folder">What only one may use at a time.</param>
    /// <returns>Null where another holds it.</returns>
    public static FileStream? Alone(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new(Path.Combine(folder, "running"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The folder of a program in which it keeps what is no part of the clone, or one in it.</summary>
    public static string Own(string program, string folder = "") => Path.Combine(PrivatePostgres.FindCloneRoot(), "tests", program, "obj", folder);

    private static async Task<string> GitAsync(params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = PrivatePostgres.FindCloneRoot() })!;
            var said = await git.StandardOutput.ReadToEndAsync();
            await git.WaitForExitAsync();
            return said.Trim();
        }
        catch (Win32Exception)
        {
            return string.Empty;
        }
    }
}
