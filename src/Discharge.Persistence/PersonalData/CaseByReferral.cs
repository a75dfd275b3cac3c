using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>Opens a case by referral: finds or keeps the person, and sees to it that one person has one open case of its type at most.</summary>
/// <param name="details">Who the person is; without them, whoever is known already.</param>
/// <param name="nhsNumber">Their NHS number, where they have one; without it they are taken to be somebody not known before.</param>
/// <param name="index">Finds people by it.</param>
/// <param name="newPersonId">The id they get where they are not known.</param>
/// <param name="table">The table with a row for every case of the type.</param>
public abstract class CaseByReferral(PersonDetails? details, NhsNumber? nhsNumber, PersonIndex index, Guid newPersonId, string table) : IOpening
{
    private const string Lock = "select pg_advisory_xact_lock($1)";

    private const string Known = $"select {KeptPerson.Columns} from discharge.people p {KeptPerson.JoinKey} where p.nhs_number_hash = $1";

    // Of any record of the person.
    private readonly string _openCase =
        $"""
        select case_id from discharge.{table}
         where open and person_id = any (array(select $1 union all select other_id from discharge.linked_people where person_id = $1))
         order by case_id limit 1
        """;

    /// <inheritdoc/>
    public async Task<Opened> DecideAsync(NpgsqlConnection connection, PersonSeals seals, CancellationToken cancellation)
    {
        var hash = nhsNumber is null ? null : index.HashOf(nhsNumber);
        var known = details is null ? await FindOtherwiseAsync(connection, seals, cancellation) : hash is null ? null : await FindAsync(connection, seals, hash, cancellation);
        if (details is null && known is null)
        {
            return new Opened.Refused(NotFound);
        }

        var open = known is null ? null : await OpenCaseOfAsync(connection, known.Id, cancellation);
        var person = known ?? KeptPerson.New(newPersonId, details!, seals);
        if (open is { } there
            && (await Loaded.ReadAsync(connection, there, key: null, withNotes: null, cancellation)).History is var history
            && Opened(new PersonRef(person.Id), person.Hash, history.Entries[0].Fact))
        {
            return new Opened.Already(there, history);
        }

        return Decide(new PersonRef(person.Id), person.Hash, hasOpenCase: open is not null) switch
        {
            Verdict.Accepted accepted => new Opened.Accepted(accepted.Facts, known is null ? person.Keep(hash, index) : []),
            Verdict.Refused refused => new Opened.Refused(refused.Refusal, open),
            _ => throw new InvalidOperationException("A verdict is either accepted or refused."),
        };
    }

    /// <inheritdoc/>
    public abstract string LocationOf(Guid id);

    /// <summary>What comes of the referral, given who it is of and the commitment to their details.</summary>
    protected abstract Verdict Decide(PersonRef person, string hash, bool hasOpenCase);

    /// <summary>Whether this very referral opened a case.</summary>
    protected abstract bool Opened(PersonRef person, string hash, Fact first);

    /// <summary>Finds whoever is known already, where the referral does not say who they are.</summary>
    protected virtual Task<KeptPerson?> FindOtherwiseAsync(NpgsqlConnection connection, PersonSeals seals, CancellationToken cancellation) => Task.FromResult<KeptPerson?>(null);

    /// <summary>Why it is refused where nobody was found so.</summary>
    protected virtual Refusal NotFound => throw new InvalidOperationException("A referral says who it is of.");

    // Who is not known yet has no id to be held by, so the number is held.
    private static async Task<KeptPerson?> FindAsync(NpgsqlConnection connection, PersonSeals seals, byte[] hash, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(Lock) { Parameters = { new() { Value = BitConverter.ToInt64(hash) } } }, new(Known) { Parameters = { new() { Value = hash } } } },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? KeptPerson.Read(rows, seals) : null;
    }

    private async Task<Guid?> OpenCaseOfAsync(NpgsqlConnection connection, Guid person, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { OnePerson.Holding(person), new(_openCase) { Parameters = { new() { Value = person } } } } };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? rows.GetGuid(0) : null;
    }
}
