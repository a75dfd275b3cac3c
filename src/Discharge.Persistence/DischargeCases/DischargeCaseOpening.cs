using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.DischargeCases;

/// <summary>Opens a discharge case: finds or keeps the person, and sees to it that one stay has one case.</summary>
/// <param name="details">Who the person is.</param>
/// <param name="nhsNumber">Their NHS number, where they have one.</param>
/// <param name="index">Finds people by it.</param>
/// <param name="newPersonId">The id they get where they are not known.</param>
/// <param name="open">The command, given who it is for and the commitment to their details.</param>
public sealed class DischargeCaseOpening(PersonDetails details, NhsNumber? nhsNumber, PersonIndex index, Guid newPersonId, Func<PersonRef, string, OpenCase> open) : IOpening
{
    /// <inheritdoc/>
    public async Task<Opened> DecideAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var hash = nhsNumber is null ? null : index.HashOf(nhsNumber);
        var (known, stay) = hash is null ? (null, null) : await FindAsync(connection, hash, cancellation);
        if (stay is { } existing)
        {
            return new Opened.Refused(OpenCase.AlreadyOpen, existing);
        }

        var person = known ?? KeptPerson.New(newPersonId, details);
        var command = open(new PersonRef(person.Id), person.Hash);
        return Verdict.Of(command.Decide(detailsAgree: details.AgreesWith(person.Details))) switch
        {
            Verdict.Accepted accepted => new Opened.Accepted(accepted.Facts, known is null ? person.Keep(hash, index) : []),
            Verdict.Refused refused => new Opened.Refused(refused.Refusal),
            _ => throw new InvalidOperationException("A verdict is either accepted or refused."),
        };
    }

    /// <inheritdoc/>
    public string LocationOf(Guid id) => $"/v1/discharge-cases/{id}";

    // Openings for one person wait for each other, so that the second sees the first.
    private static async Task<(KeptPerson? Person, Guid? Stay)> FindAsync(NpgsqlConnection connection, byte[] hash, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = BitConverter.ToInt64(hash) } } },
                new(
                    """
                    select p.person_id, p.details, p.salt, c.case_id
                      from discharge.people p
                      left join discharge.discharge_cases c on c.in_hospital and c.person_id in (
                           select p.person_id
                            union all select other_id from discharge.person_links where person_id = p.person_id
                            union all select person_id from discharge.person_links where other_id = p.person_id)
                     where p.nhs_number_hash = $1
                     limit 1
                    """) { Parameters = { new() { Value = hash } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? (KeptPerson.Read(rows), rows.IsDBNull(3) ? null : rows.GetGuid(3)) : (null, null);
    }
}
