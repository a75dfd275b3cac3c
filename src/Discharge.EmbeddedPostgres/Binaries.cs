using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Discharge.EmbeddedPostgres;

/// <summary>The programs of one PostgreSQL on this machine.</summary>
internal sealed partial record Binaries(string Folder, int Major)
{
    /// <summary>The oldest PostgreSQL that the event store is built and tested for.</summary>
    public const int OldestMajor = 15;

    public string InitDb => In(Folder, "initdb");

    public string PgCtl => In(Folder, "pg_ctl");

    /// <summary>The first PostgreSQL of the search that is new enough.</summary>
    /// <param name="search">Where to look, and in what order.</param>
    /// <param name="major">The version an existing cluster was made by; only that one can open it. Null takes any.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Null when PostgreSQL was found, but none of the version asked for.</returns>
    /// <exception cref="PrivatePostgresException">No PostgreSQL that is new enough was found, or the one PGBIN names is not.</exception>
    public static async Task<Binaries?> FindAsync(BinarySearch search, int? major, CancellationToken cancellation)
    {
        var found = new List<Binaries>();
        var passedOver = new List<string>();
        foreach (var folder in search.Folders().Where(IsComplete))
        {
            var version = await VersionAsync(folder, cancellation);
            if (MajorOf(version) is { } its && its >= OldestMajor)
                found.Add(new Binaries(folder, its));
            else
                passedOver.Add($"{folder}, which is {version}");
            if (found.Count > 0 && (major is null || found[^1].Major == major))
                return found[^1];
        }

        if (found.Count > 0)
            return null;
        if (search.PgBin is { } named && passedOver.Count == 0)
            passedOver.Add($"{named}, which PGBIN names, but initdb, pg_ctl and postgres are not all there");
        throw PrivatePostgresException.NotFound(passedOver);
    }

    private static bool IsComplete(string folder) => File.Exists(In(folder, "initdb")) && File.Exists(In(folder, "pg_ctl")) && File.Exists(In(folder, "postgres"));

    private static async Task<string> VersionAsync(string folder, CancellationToken cancellation)
    {
        try
        {
            return (await Outcome.OfAsync(In(folder, "postgres"), ["--version"], null, cancellation)).Said;
        }
        catch (Win32Exception notRunnable)
        {
            return notRunnable.Message;
        }
    }

    private static int? MajorOf(string version) =>
        Version().Match(version) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    private static string In(string folder, string program) => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program);

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
