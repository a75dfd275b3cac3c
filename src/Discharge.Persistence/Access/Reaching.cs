using Npgsql;

namespace Discharge.Persistence.Access;

/// <summary>Asks whether something is within somebody's reach, where no statement asks that for itself.</summary>
public sealed class Reaching(NpgsqlDataSource database)
{
    private static readonly string Asked = $"select {Reach.HoldsOrIsOpen("$5", first: 1)}";

    /// <summary>Whether a case, a person or whatever else has this id is within reach. Of what is not there nothing is.</summary>
    public async Task<bool> HoldsAsync(Reach reach, Guid subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reach);
        if (reach.Organisations is null)
        {
            return true;
        }

        await using var ask = database.CreateCommand(Asked);
        reach.AddAllTo(ask.Parameters);
        ask.Parameters.Add(new() { Value = subject });
        return await Resilience.Reads.ExecuteAsync(async stop => await ask.ExecuteScalarAsync(stop) is true, cancellation);
    }
}
