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
    private const string Lock = "select pg_advisory_xact_lock($1)";

    // The ids of cases are in the order of their opening. Of the cases of any record of the person these count: where they are in hospital in several, which links found later bring about,
    // all of them, the first opened first; and where in none, the newest, from which they may have come back.
    private const string Numbered =
        $"""
        select {KeptPerson.Columns}, c.case_id, c.in_hospital, c.back_in_hospital, c.out_of_hospital
          from discharge.people p
          {KeptPerson.JoinKey}
         cross join lateral (
               select array(select p.person_id union all select other_id from discharge.linked_people where person_id = p.person_id) as ids) records
          left join lateral (
               select *, row_number() over (order by in_hospital desc, case when in_hospital then case_id end, case_id desc) as place
                 from discharge.discharge_cases
                where phase <> 'opened-in-error' and person_id = any (records.ids)) c on c.in_hospital or c.place = 1
         where p.nhs_number_hash = $1
         order by c.place
        """;

    private const string Described =
        $"""
        select {KeptPerson.Columns}, c.case_id, c.in_hospital, c.back_in_hospital, c.out_of_hospital
          from discharge.people_found_by f
          join discharge.people p on p.person_id = f.person_id and p.nhs_number_hash is null
          {KeptPerson.JoinKey}
          join discharge.discharge_cases c on c.person_id = p.person_id and c.phase <> 'opened-in-error'
         where f.hash = $1
        """;

    /// <inheritdoc/>
    public async Task<Opened> DecideAsync(NpgsqlConnection connection, PersonSeals seals, CancellationToken cancellation)
    {
        var hash = nhsNumber is null ? null : index.HashOf(nhsNumber);
        var found = await FindAsync(connection, seals, hash, cancellation);
        if (await OpenedBeforeAsync(connection, found, cancellation) is { } already)
        {
            return already;
        }

        // Only a number makes two descriptions one person.
        var known = hash is null ? null : found is [var first, ..] ? first : null;
        if (known?.Stay is { IsInHospital: true } stay)
        {
            return new Opened.Refused(OpenCase.AlreadyOpen, stay.Id);
        }

        var person = known?.Person ?? KeptPerson.New(newPersonId, details, seals);
        return Verdict.Of(CommandFor(person).Decide(detailsAgree: details.AgreesWith(person.Details), known?.Stay?.Earlier)) switch
        {
            Verdict.Accepted accepted => new Opened.Accepted(accepted.Facts, known is null ? person.Keep(hash, index) : [KeptPerson.HasMore(person.Id)]),
            Verdict.Refused refused => new Opened.Refused(refused.Refusal),
            _ => throw new InvalidOperationException("A verdict is either accepted or refused."),
        };
    }

    /// <inheritdoc/>
    public string LocationOf(Guid id) => $"/v1/discharge-cases/{id}";

    private OpenCase CommandFor(KeptPerson person) => open(new PersonRef(person.Id), person.Hash);

    // The same person, described by the same words, opened on the same ward at the same microsecond: the opening was sent twice.
    private async Task<Opened.Already?> OpenedBeforeAsync(NpgsqlConnection connection, IReadOnlyList<Found> found, CancellationToken cancellation)
    {
        foreach (var (person, stay) in found)
        {
            if (stay is not null && person.Details == details
                && (await Loaded.ReadAsync(connection, stay.Id, key: null, withNotes: null, cancellation)).History is var history
                && history.Entries[0].Fact is CaseOpened opened && CommandFor(person).Opened(opened))
            {
                return new Opened.Already(stay.Id, history);
            }
        }

        return null;
    }

    // Openings for one person wait for each other, so that the second sees the first.
    private async Task<IReadOnlyList<Found>> FindAsync(NpgsqlConnection connection, PersonSeals seals, byte[]? hashOfNumber, CancellationToken cancellation)
    {
        if ((hashOfNumber ?? index.HashesOf(details).FirstOrDefault()) is not { } hash)
        {
            return [];
        }

        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Lock) { Parameters = { new() { Value = BitConverter.ToInt64(hash) } } },
                new(hashOfNumber is null ? Described : Numbered) { Parameters = { new() { Value = hash } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        var found = new List<Found>();
        while (await rows.ReadAsync(cancellation))
        {
            found.Add(new(KeptPerson.Read(rows, seals), rows.IsDBNull(3) ? null : new Stay(rows.GetGuid(3), rows.GetBoolean(4), rows.GetBoolean(5), rows.GetBoolean(6))));
        }

        return found;
    }

    private sealed record Found(KeptPerson Person, Stay? Stay);

    private sealed record Stay(Guid Id, bool IsInHospital, bool IsBackInHospital, bool IsOutOfHospital)
    {
        /// <summary>This stay, where another after it is a readmission.</summary>
        public EarlierCase? Earlier => IsBackInHospital || IsOutOfHospital ? new(Id, IsBackInHospital) : null;
    }
}
