using Npgsql;

namespace Discharge.Persistence.Access;

/// <summary>Asks whether something is within somebody's reach, where no statement asks that for itself.</summary>
public sealed class Reaching(NpgsqlDataSource database)
{
    private static readonly string Asked = $"select {Reach.HoldsOrIsOpen("$6", first: 1)}";

    /// <summary>Whether a case, a person or whatever else has this id is within reach. Of what is not there nothing is.</summary>
    public async Task<bool> HoldsAsync(Reach reach, Guid subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.Organisations is null || await Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                await using var connection = await database.OpenConnectionAsync(stop);
                return await HoldsAsync(connection, reach, subject, stop);
            },
            cancellation);
    }

    /// <summary>The same, in the transaction of a command.</summary>
    internal static async Task<bool> HoldsAsync(NpgsqlConnection connection, Reach reach, Guid subject, CancellationToken cancellation)
    {
        if (reach.Organisations is null)
        {
            return true;
        }

        await using var ask = new NpgsqlCommand(Asked, connection);
        reach.AddAllTo(ask.Parameters);
        ask.Parameters.Add(new() { Value = subject });
        return await ask.ExecuteScalarAsync(cancellation) is true;
    }
}
