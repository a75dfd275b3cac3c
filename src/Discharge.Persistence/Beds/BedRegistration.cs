using System.Security.Cryptography;
using System.Text;
using Discharge.Domain.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.Beds;

/// <summary>Registers a place: sees to it that a provider has one place of a name.</summary>
/// <param name="register">The command.</param>
public sealed class BedRegistration(RegisterBed register) : IOpening
{
    private const string Lock = "select pg_advisory_xact_lock($1)";

    private const string Named = "select bed_id from discharge.beds where provider = $1 and lower(name) = lower($2) and status <> 'registered-in-error'";

    /// <inheritdoc/>
    public async Task<Opened> DecideAsync(NpgsqlConnection connection, PersonSeals seals, CancellationToken cancellation)
    {
        var there = await FindAsync(connection, cancellation);
        if (there is { } bed && (await Loaded.ReadAsync(connection, bed, key: null, withNotes: null, cancellation)).History is var history && register.Says((BedRegistered)history.Entries[0].Fact))
        {
            return new Opened.Already(bed, history);
        }

        return Verdict.Of(register.Decide(nameIsTaken: there is not null)) switch
        {
            Verdict.Accepted accepted => new Opened.Accepted(accepted.Facts, []),
            Verdict.Refused refused => new Opened.Refused(refused.Refusal),
            _ => throw new InvalidOperationException("A verdict is either accepted or refused."),
        };
    }

    /// <inheritdoc/>
    public string LocationOf(Guid id) => $"/v1/beds/{id}";

    // Registrations of one name wait for each other, so that the second sees the first.
    private async Task<Guid?> FindAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var name = Encoding.UTF8.GetBytes($"bed\n{register.Provider.Value}\n{register.Name.ToLowerInvariant()}");
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Lock) { Parameters = { new() { Value = BitConverter.ToInt64(SHA256.HashData(name)) } } },
                new(Named) { Parameters = { new() { Value = register.Provider.Value }, new() { Value = register.Name } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? rows.GetGuid(0) : null;
    }
}
