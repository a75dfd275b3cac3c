using System.Reflection;

namespace Discharge.Persistence;

/// <summary>One numbered step of the database, forward only: its name, and the SQL whose first line says why it exists.</summary>
public sealed record Migration(string Name, string Sql)
{
    /// <summary>Every migration this build was made with, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = [.. Embedded().OrderBy(migration => migration.Name, StringComparer.Ordinal)];

    /// <summary>Why it exists, in one sentence.</summary>
    public string Why => Sql.AsSpan().TrimStart().ToString().Split('\n', 2)[0].TrimStart('-').Trim();

    private static IEnumerable<Migration> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)))
        {
            using var sql = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new Migration(name, sql.ReadToEnd());
        }
    }
}

/// <summary>A migration that was just applied, and how long it took.</summary>
public sealed record MigrationApplied(Migration Migration, TimeSpan Took);

/// <summary>The database could not be brought up to date; what had been applied before the named migration stays, of that one nothing does.</summary>
public sealed class MigrationFailedException(string migration, Exception cause)
    : StartRefusedException($"Migration {migration} could not be applied: {cause.Message.TrimEnd('.')}. Nothing of it was kept.", cause);

/// <summary>The database lacks migrations this build needs.</summary>
public sealed class MigrationsPendingException(IReadOnlyList<string> pending)
    : StartRefusedException($"The database is not up to date: {string.Join(", ", pending)} still to be applied. Run the service once with `migrate`, as the owner ({Connections.OwnerSetting}).");
