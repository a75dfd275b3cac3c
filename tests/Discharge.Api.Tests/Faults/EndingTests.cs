using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Discharge.Api.Tests.Faults;

/// <summary>Whoever breaks off the faults, while another program still works for them.</summary>
[Platform("Linux", Reason = "Processes are looked for where Linux lists them.")]
[SupportedOSPlatform("linux")]
public sealed class EndingTests
{
    private const int Longest = 60_000;

    private const int UntilGone = 10_000;

    // It stands where programs are looked for, works for as long as anybody waits, and has another work for it.
    private const string Publisher =
        """
        #!/bin/sh
        sleep 600 &
        echo "$$ $!" > "$0.new"
        mv "$0.new" "$0.started"
        wait
        """;

    [Test]
    public async Task Faults_that_are_told_to_end_take_with_them_whoever_works_for_them_and_whoever_works_for_these()
    {
        var folder = Directory.CreateTempSubdirectory("ending-").FullName;
        var started = Path.Combine(folder, "dotnet.started");
        await File.WriteAllTextAsync(Path.Combine(folder, "dotnet"), Publisher);
        File.SetUnixFileMode(Path.Combine(folder, "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        // As a program of its own: whatever the SDK's runs finds the SDK's beside itself.
        var start = new ProcessStartInfo(Path.ChangeExtension(typeof(Discharge.Faults.Running).Assembly.Location, null), ["repeats", "--short"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
        using var faults = Process.Start(start)!;
        try
        {
            Assert.That(() => File.Exists(started) || faults.HasExited, Is.True.After(Longest, 20));
            Assert.That(faults.HasExited, Is.False, () => faults.StandardError.ReadToEnd());
            var working = File.ReadAllText(started).Split(' ').Select(process => int.Parse(process, CultureInfo.InvariantCulture)).ToList();
            Assert.That(working, Has.Count.EqualTo(2).And.All.Matches<int>(Works));

            using (var sent = Process.Start("kill", ["-TERM", faults.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await sent.WaitForExitAsync();
            }

            await faults.WaitForExitAsync();
            Assert.That(faults.ExitCode, Is.EqualTo(143));
            Assert.That(() => working.Where(Works), Is.Empty.After(UntilGone, 20));
        }
        finally
        {
            faults.Kill(entireProcessTree: true);
            Directory.Delete(folder, recursive: true);
        }
    }

    // One that only waits for its parent to notice its end does not.
    private static bool Works(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline") is not "";
        }
        catch (IOException)
        {
            return false;
        }
    }
}
