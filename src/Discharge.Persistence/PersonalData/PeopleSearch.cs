using System.Text.Json;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.DischargeCases;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>Finds people by what callers know of them, with all their records and cases.</summary>
public sealed class PeopleSearch(NpgsqlDataSource database, PersonIndex index, PersonSeals seals)
{
    /// <summary>How many people are found at the most; whoever is found with more has to say more.</summary>
    public const int Most = 50;

    private static readonly string Found =
        $"""
        with found as (
            select person_id from discharge.people where nhs_number_hash = $1
             union select person_id from discharge.people_found_by where hash = any ($2)),
        linked as (
            select person_id from found
             union select l.other_id from found f, lateral (select other_id from discharge.linked_people where person_id = f.person_id) l)
        select {KeptPerson.Columns}, c.case_id, c.phase, c.site, c.ward, c.open, coalesce(c.readmission_of, earlier.case_id),
               (select jsonb_agg(jsonb_build_object('id', r.case_id, 'phase', r.phase, 'team', r.team, 'open', r.open) order by r.referred_at desc, r.case_id)::text
                  from discharge.reablement_cases r where r.person_id = p.person_id and {Reach.Holds("r.case_id", first: 4)}),
               (select jsonb_agg(jsonb_build_object('id', r.case_id, 'phase', r.phase, 'team', r.team, 'open', r.open) order by r.referred_at desc, r.case_id)::text
                  from discharge.rehabilitation_cases r where r.person_id = p.person_id and {Reach.Holds("r.case_id", first: 4)})
          from linked
          join discharge.people p using (person_id)
          {KeptPerson.JoinKey}
          left join discharge.discharge_cases c on c.person_id = p.person_id and {Reach.Holds("c.case_id", first: 4)}
          {OtherRecords.JoinEarlier}
         where {Reach.HoldsPerson("p.person_id", first: 4)}
         order by p.person_id, c.case_id desc
         limit $3
        """;

    private const string Linked =
        "select array_agg(l.other_id) from discharge.discharge_cases c, lateral (select other_id from discharge.linked_people where person_id = c.person_id) l where c.case_id = $1";

    private const string Known = "select exists (select from discharge.people where person_id = $1)";

    /// <summary>Whether there is a record of this reference.</summary>
    public async Task<bool> KnowsAsync(PersonRef person, CancellationToken cancellation)
    {
        await using var ask = database.CreateCommand(Known);
        ask.Parameters.Add(new() { Value = person.Id });
        return await ask.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>The records linked with that of a case's person, whichever side linked them.</summary>
    public async Task<IReadOnlyCollection<Guid>> LinkedInAsync(Guid caseId, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(Linked);
        select.Parameters.Add(new() { Value = caseId });
        return await Resilience.Reads.ExecuteAsync(async stop => await select.ExecuteScalarAsync(stop) as Guid[] ?? [], cancellation);
    }

    /// <summary>The people who fit any of what is known, and the records linked with theirs, with those of their cases that are within reach.</summary>
    public async Task<IReadOnlyList<FoundPerson>> FindAsync(NhsNumber? number, PersonDetails known, Reach reach, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(Found);
        select.Parameters.Add(new() { Value = number is null ? DBNull.Value : index.HashOf(number), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea });
        select.Parameters.Add(new() { Value = index.HashesOf(known).ToArray() });
        select.Parameters.Add(new() { Value = Most });
        reach.AddTo(select.Parameters);
        return await Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                var people = new List<FoundPerson>();
                await using var rows = await select.ExecuteReaderAsync(stop);
                while (await rows.ReadAsync(stop))
                {
                    var person = new FoundPerson(rows.GetGuid(0), PersonDetails.Read(rows, 0, seals)!, [], FoundTeamCase.ReadIn(rows, 9), FoundTeamCase.ReadIn(rows, 10));
                    if (people is not [.., var last] || last.PersonRef != person.PersonRef)
                    {
                        people.Add(person);
                    }

                    if (!rows.IsDBNull(3))
                    {
                        people[^1] = people[^1] with
                        {
                            Cases = [.. people[^1].Cases, new FoundCase(rows.GetGuid(3), rows.GetString(4), rows.GetString(5), rows.GetString(6), rows.GetBoolean(7), rows.IsDBNull(8) ? null : rows.GetGuid(8))],
                        };
                    }
                }

                return people;
            },
            cancellation);
    }
}

/// <summary>Somebody found.</summary>
/// <param name="PersonRef">What events know them by.</param>
/// <param name="Person">Who they are.</param>
/// <param name="Cases">Their discharge cases, the newest first.</param>
/// <param name="ReablementCases">Their reablement cases, the newest first.</param>
/// <param name="RehabilitationBedCases">Their rehabilitation-bed cases, the newest first.</param>
public sealed record FoundPerson(Guid PersonRef, PersonDetails Person, IReadOnlyList<FoundCase> Cases, IReadOnlyList<FoundTeamCase> ReablementCases, IReadOnlyList<FoundTeamCase> RehabilitationBedCases);

/// <summary>A discharge case of somebody found.</summary>
/// <param name="Id">The case.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Site">The hospital site.</param>
/// <param name="Ward">The ward.</param>
/// <param name="Open">Whether it is open.</param>
/// <param name="ReadmissionOf">The case of the stay before, where this stay is a readmission.</param>
public sealed record FoundCase(Guid Id, string Phase, string Site, string Ward, bool Open, Guid? ReadmissionOf = null);

/// <summary>A case of somebody found that a team has: of reablement, or of a rehabilitation bed.</summary>
/// <param name="Id">The case.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Team">The team.</param>
/// <param name="Open">Whether it is open.</param>
public sealed record FoundTeamCase(Guid Id, string Phase, string Team, bool Open)
{
    internal static IReadOnlyList<FoundTeamCase> ReadIn(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? [] : JsonSerializer.Deserialize<FoundTeamCase[]>(row.GetString(column), PublicJson.Options)!;
}
