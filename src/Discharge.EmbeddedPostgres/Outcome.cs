using System.Diagnostics;

namespace Discharge.EmbeddedPostgres;

/// <summary>How a program ended, and what it said.</summary>
internal sealed record Outcome(int ExitCode, string Said)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a program to its end. The programs of PostgreSQL see none of the caller's PG* settings, which could lead them to another cluster.</summary>
    public static async Task<Outcome> OfAsync(string program, IEnumerable<string> arguments, string? input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // A folder that any account can enter, so that nothing complains about the one the caller stands in.
            WorkingDirectory = Path.GetPathRoot(Path.GetTempPath()),
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C";

        using var process = Process.Start(start) ?? throw new PrivatePostgresException($"{program} could not be started.");
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }

        await process.WaitForExitAsync(cancellation);
        try
        {
            // On Windows a server may inherit the streams and hold them open long after pg_ctl has ended.
            return new Outcome(process.ExitCode, string.Concat(await said.WaitAsync(TimeSpan.FromSeconds(2), cancellation)).Trim());
        }
        catch (TimeoutException)
        {
            return new Outcome(process.ExitCode, "");
        }
    }
}
