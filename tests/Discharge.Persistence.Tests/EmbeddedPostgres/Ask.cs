using System.Diagnostics;
using Npgsql;

namespace Discharge.Persistence.Tests.EmbeddedPostgres;

/// <summary>Asks a server, and the machine it runs on.</summary>
internal static class Ask
{
    public static async Task<T> OneAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static Task<string> SettingAsync(string connectionString, string name) => OneAsync<string>(connectionString, $"select current_setting('{name}')");

    public static async Task RunAsync(string connectionString, string sql) => await OneAsync<object>(connectionString, sql + "; select 1");

    /// <summary>Whether a server's process lives; one that only waits for its parent to notice its end does not.</summary>
    public static bool Lives(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName == "postgres" && !(OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{processId}/cmdline").Length == 0);
        }
        catch (Exception gone) when (gone is ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    public static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
        Assert.That(() => Lives(processId), Is.False.After(10_000, 20));
    }
}
