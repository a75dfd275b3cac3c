using Npgsql;

namespace Discharge.Benchmarks.Harness;

/// <summary>One database of a run.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource _owner;

    internal Database(string name, string owner)
    {
        Name = name;
        Owner = owner;
        Application = new NpgsqlConnectionStringBuilder(owner) { Username = "discharge_benchmarks" }.ConnectionString;
        // Sums that are asked for once need no compiling.
        _owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { CommandTimeout = 0, Options = "-c jit=off -c synchronous_commit=on" }.ConnectionString);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The connection string of the one who owns it.</summary>
    public string Owner { get; }

    /// <summary>The connection string of the application.</summary>
    public string Application { get; }

    /// <summary>Does something as the owner.</summary>
    public async Task<int> DoAsync(string sql, params object[] given)
    {
        await using var command = Command(sql, given);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>One value.</summary>
    public async Task<T> AskAsync<T>(string question, params object[] given)
    {
        await using var command = Command(question, given);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A column of values.</summary>
    public async Task<List<T>> ListAsync<T>(string question, params object[] given)
    {
        await using var command = Command(question, given);
        await using var rows = await command.ExecuteReaderAsync();
        var list = new List<T>();
        while (await rows.ReadAsync())
        {
            list.Add(rows.GetFieldValue<T>(0));
        }

        return list;
    }

    /// <summary>The bytes of write-ahead log the whole server has written.</summary>
    public Task<long> WalAsync() => AskAsync<long>("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _owner.DisposeAsync();

    /// <summary>Closes the owner's connections, so that it can be copied.</summary>
    internal void Release() => _owner.Clear();

    private NpgsqlCommand Command(string sql, object[] given)
    {
        var command = _owner.CreateCommand(sql);
        foreach (var value in given)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
