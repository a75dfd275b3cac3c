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
        var (known, stay, earlier) = hash is null ? (null, null, null) : await FindAsync(connection, hash, cancellation);
        if (stay is { } existing)
        {
            return new Opened.Refused(OpenCase.AlreadyOpen, existing);
        }

        var person = known ?? KeptPerson.New(newPersonId, details);
        var command = open(new PersonRef(person.Id), person.Hash);
        return Verdict.Of(command.Decide(detailsAgree: details.AgreesWith(person.Details), earlier)) switch
        {
            Verdict.Accepted accepted => new Opened.Accepted(accepted.Facts, known is null ? person.Keep(hash, index) : []),
            Verdict.Refused refused => new Opened.Refused(refused.Refusal),
            _ => throw new InvalidOperationException("A verdict is either accepted or refused."),
        };
    }

    /// <inheritdoc/>
    public string LocationOf(Guid id) => $"/v1/discharge-cases/{id}";

    // Openings for one person wait for each other, so that the second sees the first. The ids of cases are in the order of their opening.
    private static async Task<(KeptPerson? Person, Guid? Stay, EarlierCase? Earlier)> FindAsync(NpgsqlConnection connection, byte[] hash, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock($1)") { Parameters = { new() { Value = BitConverter.ToInt64(hash) } } },
                new(
                    """
                    select p.person_id, p.details, p.salt, stay.case_id, earlier.case_id, earlier.back_in_hospital
                      from discharge.people p
                     cross join lateral (
                           select array(
                                  select p.person_id
                                   union all select other_id from discharge.linked_people where person_id = p.person_id) as ids) records
                      left join lateral (
                           select c.case_id from discharge.discharge_cases c where c.in_hospital and c.person_id = any (records.ids) limit 1) stay on true
                      left join lateral (
                           select c.case_id, c.back_in_hospital, c.out_of_hospital
                             from discharge.discharge_cases c
                            where not c.in_hospital and c.phase <> 'opened-in-error' and c.person_id = any (records.ids)
                            order by c.case_id desc
                            limit 1) earlier on earlier.back_in_hospital or earlier.out_of_hospital
                     where p.nhs_number_hash = $1
                    """) { Parameters = { new() { Value = hash } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation)
            ? (KeptPerson.Read(rows), rows.IsDBNull(3) ? null : rows.GetGuid(3), rows.IsDBNull(4) ? null : new EarlierCase(rows.GetGuid(4), rows.GetBoolean(5)))
            : (null, null, null);
    }
}
