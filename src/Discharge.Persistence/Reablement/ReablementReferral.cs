using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.Reablement;

/// <summary>Opens a reablement case by referral: finds or keeps the person, and sees to it that one person has one open case at most.</summary>
/// <param name="details">Who the person is.</param>
/// <param name="nhsNumber">Their NHS number, where they have one; without it they are taken to be somebody not known before.</param>
/// <param name="index">Finds people by it.</param>
/// <param name="newPersonId">The id they get where they are not known.</param>
/// <param name="refer">The command, given who it is for and the commitment to their details.</param>
public sealed class ReablementReferral(PersonDetails details, NhsNumber? nhsNumber, PersonIndex index, Guid newPersonId, Func<PersonRef, string, ReferForReablement> refer) : IOpening
{
    private const string Lock = "select pg_advisory_xact_lock($1)";

    private const string Known = "select person_id, details, salt from discharge.people where nhs_number_hash = $1";

    // Of any record of the person.
    private const string OpenCase =
        """
        select case_id from discharge.reablement_cases
         where open and person_id = any (array(select $1 union all select other_id from discharge.linked_people where person_id = $1))
         order by case_id limit 1
        """;

    /// <inheritdoc/>
    public async Task<Opened> DecideAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var hash = nhsNumber is null ? null : index.HashOf(nhsNumber);
        var known = hash is null ? null : await FindAsync(connection, hash, cancellation);
        var open = known is null ? null : await OpenCaseOfAsync(connection, known.Id, cancellation);
        var person = known ?? KeptPerson.New(newPersonId, details);
        var command = refer(new PersonRef(person.Id), person.Hash);
        if (open is { } there
            && (await Loaded.ReadAsync(connection, there, key: null, withNotes: false, cancellation)).History is var history
            && command.Opened((ReablementReferred)history.Entries[0].Fact))
        {
            return new Opened.Already(there, history);
        }

        return Verdict.Of(command.Decide(hasOpenCase: open is not null)) switch
        {
            Verdict.Accepted accepted => new Opened.Accepted(accepted.Facts, known is null ? person.Keep(hash, index) : []),
            Verdict.Refused refused => new Opened.Refused(refused.Refusal, open),
            _ => throw new InvalidOperationException("A verdict is either accepted or refused."),
        };
    }

    /// <inheritdoc/>
    public string LocationOf(Guid id) => $"/v1/reablement-cases/{id}";

    // Who is not known yet has no id to be held by, so the number is held.
    private static async Task<KeptPerson?> FindAsync(NpgsqlConnection connection, byte[] hash, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(Lock) { Parameters = { new() { Value = BitConverter.ToInt64(hash) } } }, new(Known) { Parameters = { new() { Value = hash } } } },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? KeptPerson.Read(rows) : null;
    }

    private static async Task<Guid?> OpenCaseOfAsync(NpgsqlConnection connection, Guid person, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { OnePerson.Holding(person), new(OpenCase) { Parameters = { new() { Value = person } } } } };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? rows.GetGuid(0) : null;
    }
}
