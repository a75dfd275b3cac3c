using Discharge.Domain.Timelines;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Timelines;

/// <summary>
/// What the authority has decided about the rules, kept beside the clocks that were started under it. A decision may be changed or taken back only while no clock has started under it,
/// and made only from a date on which none has: a clock keeps the version of its rule that was in force when it started.
/// </summary>
public static class KeptRules
{
    // Nodes that start at once settle it one after the other.
    private const string Lock = "lock table discharge.local_rules in share row exclusive mode";

    private const string Select = "select rule, in_force_from, length, pausable, reason from discharge.local_rules order by rule, in_force_from";

    private const string Started = "select count(*) from discharge.clocks where rule = $1 and started_at >= $2";

    private const string Delete = "delete from discharge.local_rules where rule = $1 and in_force_from = $2";

    private const string Insert = "insert into discharge.local_rules (rule, in_force_from, length, pausable, reason) values ($1, $2, $3, $4, $5)";

    /// <summary>Keeps what is decided now, or nothing at all where a clock already started would change.</summary>
    /// <returns>Each decision that cannot be made, changed or taken back, with the number of clocks it would change; none where all are kept.</returns>
    public static async Task<IReadOnlyList<UnkeepableRule>> KeepAsync(NpgsqlDataSource database, IReadOnlyList<LocalRule> decided, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await DoAsync(connection, Lock, [], cancellation);
        var kept = await ReadAsync(connection, cancellation);
        var (gone, added) = (kept.Where(rule => !decided.Any(rule.SaysTheSameAs)).ToArray(), decided.Where(rule => !kept.Any(rule.SaysTheSameAs)).ToArray());
        var unkeepable = new List<UnkeepableRule>();
        foreach (var (rule, isGone) in gone.Select(rule => (rule, true)).Concat(added.Select(rule => (rule, false))))
        {
            if (await CountAsync(connection, rule, cancellation) is > 0 and var clocks)
            {
                unkeepable.Add(new(rule, isGone, clocks));
            }

            await (isGone
                ? DoAsync(connection, Delete, [rule.RuleId, rule.From.ToDateOnly()], cancellation)
                : DoAsync(connection, Insert, [rule.RuleId, rule.From.ToDateOnly(), (object?)rule.Length ?? DBNull.Value, (object?)rule.Pausable ?? DBNull.Value, rule.Reason], cancellation));
        }

        if (unkeepable is [])
        {
            await transaction.CommitAsync(cancellation);
        }

        return unkeepable;
    }

    private static async Task<List<LocalRule>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var select = new NpgsqlCommand(Select, connection);
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var kept = new List<LocalRule>();
        while (await rows.ReadAsync(cancellation))
        {
            kept.Add(new(rows.GetString(0), LocalDate.FromDateOnly(rows.GetFieldValue<DateOnly>(1)), rows.GetString(4))
            {
                Length = rows.IsDBNull(2) ? null : rows.GetString(2),
                Pausable = rows.IsDBNull(3) ? null : rows.GetBoolean(3),
            });
        }

        return kept;
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, LocalRule rule, CancellationToken cancellation)
    {
        await using var count = new NpgsqlCommand(Started, connection)
        {
            Parameters = { new() { Value = rule.RuleId }, new() { Value = LocalCalendar.StartOf(rule.From).ToDateTimeUtc() } },
        };
        return (long)(await count.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        await command.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>A decision of the authority that clocks already started stand against.</summary>
/// <param name="Rule">The decision.</param>
/// <param name="IsGone">Whether it is one that was kept and is not decided any more, or otherwise.</param>
/// <param name="Clocks">How many clocks started on its date or later.</param>
public sealed record UnkeepableRule(LocalRule Rule, bool IsGone, long Clocks);
