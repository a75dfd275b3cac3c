using Npgsql;

namespace Discharge.Benchmarks.Harness;

/// <summary>The server would lose what it has committed when the power goes, so whatever it does quickly proves nothing.</summary>
/// <param name="setting">The setting that is relaxed.</param>
public sealed class RelaxedDurabilityException(string setting) : Exception($"{setting} is not on, so a run would prove nothing: turn it on.")
{
    private static readonly string[] Needed = ["fsync", "synchronous_commit", "full_page_writes"];

    /// <summary>Refuses a database in which a commit of whoever connects like this is not a commit: the server may be set well, and the role, the database or the connection relaxed.</summary>
    /// <exception cref="RelaxedDurabilityException">What is committed would not be on the disk.</exception>
    public static async Task ThrowIfRelaxedAsync(string connectionString) => ThrowIfRelaxed(await SettingsAsync(connectionString));

    /// <summary>What decides of a commit of whoever connects like this whether it is one.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SettingsAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        var settings = new Dictionary<string, string>();
        foreach (var name in Needed)
        {
            await using var ask = new NpgsqlCommand($"show {name}", connection);
            settings[name] = (string)(await ask.ExecuteScalarAsync())!;
        }

        return settings;
    }

    /// <summary>Refuses settings under which a commit is not a commit.</summary>
    public static void ThrowIfRelaxed(IReadOnlyDictionary<string, string> settings)
    {
        if (Needed.FirstOrDefault(setting => settings[setting] != "on") is { } relaxed)
        {
            throw new RelaxedDurabilityException(relaxed);
        }
    }
}
