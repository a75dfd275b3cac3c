using System.Globalization;
using System.Text.RegularExpressions;

namespace Discharge.EmbeddedPostgres;

/// <summary>Where the programs of PostgreSQL may be: the folder named by PGBIN and no other, or else the PATH and then where installers put them.</summary>
internal sealed partial record BinarySearch(string? PgBin, string? SearchPath, IReadOnlyList<string> Installed)
{
    /// <summary>The search on this machine; a star stands for a version.</summary>
    public static BinarySearch OfThisMachine() => new(
        Environment.GetEnvironmentVariable("PGBIN") is { Length: > 0 } named ? Path.GetFullPath(named) : null,
        Environment.GetEnvironmentVariable("PATH"),
        [
            "/usr/lib/postgresql/*/bin",
            "/opt/homebrew/opt/postgresql@*/bin",
            "/usr/local/opt/postgresql@*/bin",
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin"),
        ]);

    public IEnumerable<string> Folders() => PgBin is { } named
        ? [named]
        : (SearchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(Installed.SelectMany(NewestFirst));

    private static IEnumerable<string> NewestFirst(string pattern)
    {
        var versioned = Path.GetDirectoryName(pattern)!;
        var parent = Path.GetDirectoryName(versioned)!;
        return Directory.Exists(parent)
            ? Directory.GetDirectories(parent, Path.GetFileName(versioned)).OrderByDescending(VersionIn).Select(folder => Path.Combine(folder, Path.GetFileName(pattern)))
            : [];
    }

    private static double VersionIn(string folder) =>
        double.TryParse(TrailingNumber().Match(folder).ValueSpan, CultureInfo.InvariantCulture, out var version) ? version : 0;

    [GeneratedRegex(@"\d+(\.\d+)?$")]
    private static partial Regex TrailingNumber();
}
