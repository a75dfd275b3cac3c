using Discharge.Persistence.PersonalData;
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

    /// <summary>Seals whoever was written in clear, as a start of the product does.</summary>
    public Task<int> SealAsync() => new WrittenInClear(_owner, DevelopmentSeals.Seals).SealAsync(CancellationToken.None);

    /// <summary>Where the write-ahead log of the whole server ends.</summary>
    public async Task<string> LogEndsAtAsync()
    {
        await DoAsync("create extension if not exists pg_walinspect");
        return await AskAsync<string>("select pg_current_wal_insert_lsn()::text");
    }

    /// <summary>The bytes that were written to the log since: in records, and in pages that went there whole.</summary>
    public async Task<(double Records, double Pages)> LoggedSinceAsync(string end)
    {
        // Only what is on the disk can be looked at, and what was committed is. Where nothing was written there is nothing to look at, which is an error there.
        var logged = await ListAsync<double>(
            """
            select unnest(array[coalesce(sum(record_size), 0), coalesce(sum(fpi_size), 0)]::float8[])
              from (select pg_current_wal_flush_lsn() as now_at) log cross join lateral pg_get_wal_stats($1::pg_lsn, now_at, false)
             where now_at > $1::pg_lsn
            """,
            end);
        return (logged[0], logged[1]);
    }

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
