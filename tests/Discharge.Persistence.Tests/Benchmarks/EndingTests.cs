using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Discharge.Benchmarks.Harness;
using Discharge.EmbeddedPostgres;
using Discharge.Persistence.Tests.EmbeddedPostgres;

namespace Discharge.Persistence.Tests.Benchmarks;

/// <summary>Whoever breaks off a measurement, with Ctrl-C or by having its process end; and measurements that are not begun.</summary>
[Platform("Linux", Reason = "Processes are looked for where Linux lists them.")]
public sealed partial class EndingTests
{
    private const int Longest = 180_000;

    private const int UntilGone = 10_000;

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    public async Task Benchmarks_that_are_told_to_end_take_what_they_started_with_them(string signal, int code)
    {
        if (signal is "INT" && IsIgnored(signal: 2))
            Assert.Ignore("The tests run in the background of a shell, which has them ignore INT, and whatever they start does so too.");

        using var benchmarks = Process.Start(Benchmarks("self", "--quick"))!;
        int? service = null;
        try
        {
            var server = await ServerOfAsync(benchmarks);
            Assert.That(() => service = ServiceOf(benchmarks.Id), Is.Not.Null.After(Longest, 20));

            using (var sent = Process.Start("kill", [$"-{signal}", benchmarks.Id.ToString(CultureInfo.InvariantCulture)]))
                await sent.WaitForExitAsync();
            await benchmarks.WaitForExitAsync();

            Assert.That(benchmarks.ExitCode, Is.EqualTo(code));
            Assert.That(() => Lives(service!.Value), Is.False.After(UntilGone, 20));
            Assert.That(Ask.Lives(server), Is.False);
        }
        finally
        {
            benchmarks.Kill(entireProcessTree: true);
            if (service is { } left && Lives(left))
                Ask.Kill(left);
        }
    }

    [TestCase("self --quick", "Another run of the benchmarks is under way in this clone")]
    [TestCase("x", "There is no suite 'x'; there are c, d, e, f, g, h, i, self, all.")]
    [TestCase("c --only e1", "--only: there is no part 'e1' of what is asked for; there are c1, c2, c3, c5.")]
    [TestCase("h --only h1", "--only: there is no part 'h1' of what is asked for; it has none.")]
    public async Task Benchmarks_that_cannot_be_run_are_not_begun_and_say_why(string arguments, string why)
    {
        // Where it is not to be had, others are under way as they are to be.
        using var others = Clone.Alone(Clone.Own("Discharge.Benchmarks"));
        var start = Benchmarks(arguments.Split(' '));
        start.RedirectStandardError = true;
        using var benchmarks = Process.Start(start)!;

        _ = benchmarks.StandardOutput.ReadToEndAsync();
        Assert.That(await benchmarks.StandardError.ReadToEndAsync(), Does.Contain(why));
        await benchmarks.WaitForExitAsync();
        Assert.That(benchmarks.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Benchmarks_without_a_database_are_not_begun_and_say_why()
    {
        var start = Benchmarks("self", "--quick");
        start.Environment["PGBIN"] = "/nowhere";
        start.RedirectStandardError = true;
        using var benchmarks = Process.Start(start)!;

        _ = benchmarks.StandardOutput.ReadToEndAsync();
        Assert.That(await benchmarks.StandardError.ReadToEndAsync(), Does.Contain("/nowhere").And.Not.Contain("   at "));
        await benchmarks.WaitForExitAsync();
        Assert.That(benchmarks.ExitCode, Is.EqualTo(2));
    }

    private static ProcessStartInfo Benchmarks(params string[] asked)
    {
        // Built beside the tests, in the same configuration.
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var folder = Path.Combine(PrivatePostgres.FindCloneRoot(), "tests", "Discharge.Benchmarks", "bin", built.Parent!.Name, built.Name);
        return new("dotnet", [Path.Combine(folder, "Discharge.Benchmarks.dll"), .. asked]) { RedirectStandardOutput = true };
    }

    private static async Task<int> ServerOfAsync(Process benchmarks)
    {
        while (await benchmarks.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Server().Match(line) is not { Success: true } said)
                continue;
            var file = Path.Combine(said.Groups[1].Value, "data", "postmaster.pid");
            string? written = null;
            Assert.That(() => File.Exists(file) && (written = File.ReadLines(file).FirstOrDefault()) is not null, Is.True.After(Longest, 20));
            _ = benchmarks.StandardOutput.ReadToEndAsync();
            return int.Parse(written!, CultureInfo.InvariantCulture);
        }

        throw new InvalidOperationException("They ended before they had a server.");
    }

    private static int? ServiceOf(int benchmarks) => Directory.GetDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var process) ? process : 0)
        .Where(process => process > 0 && CommandLineOf(process).Contains("floor") && ParentOf(process) == benchmarks)
        .Select(process => (int?)process)
        .FirstOrDefault();

    private static bool IsIgnored(int signal) =>
        (ulong.Parse(Ignored().Match(File.ReadAllText("/proc/self/status")).Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << (signal - 1))) != 0;

    private static bool Lives(int service) => CommandLineOf(service).Contains("floor");

    private static string[] CommandLineOf(int process) => Read(process, "cmdline").Split('\0');

    private static int? ParentOf(int process) => Parent().Match(Read(process, "status")) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    // One that has ended meanwhile is like one that was never there.
    private static string Read(int process, string what)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{what}");
        }
        catch (IOException)
        {
            return string.Empty;
        }
    }

    [GeneratedRegex("^(?:Starting the private PostgreSQL [0-9]+|Using the private PostgreSQL that runs) in (.+?)(?: on port [0-9]+)?\\.$")]
    private static partial Regex Server();

    [GeneratedRegex("^SigIgn:\\s+([0-9a-f]+)$", RegexOptions.Multiline)]
    private static partial Regex Ignored();

    [GeneratedRegex("^PPid:\\s+([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex Parent();
}
