using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>What is read beside the histories of cases: who their people are, and which other open cases of the same type each person has.</summary>
/// <param name="OtherOpen">The other open cases of any record of the person, by case.</param>
/// <param name="Persons">Who they are, by case.</param>
public sealed record PersonsOfCases(ILookup<Guid, Guid> OtherOpen, IReadOnlyDictionary<Guid, PersonDetails> Persons)
{
    /// <summary>Reads them.</summary>
    /// <param name="database">The database.</param>
    /// <param name="seals">Opens what is sealed.</param>
    /// <param name="table">The table with a row for every case of the type.</param>
    /// <param name="ids">The cases.</param>
    /// <param name="cancellation">Gives up.</param>
    public static Task<PersonsOfCases> ReadAsync(NpgsqlDataSource database, PersonSeals seals, string table, Guid[] ids, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(OthersIn(table)) { Parameters = { new() { Value = ids } } }, new(PersonsIn(table)) { Parameters = { new() { Value = ids } } } } };
            await using var rows = await batch.ExecuteReaderAsync(stop);
            var pairs = new List<(Guid Case, Guid Other)>();
            while (await rows.ReadAsync(stop))
            {
                pairs.Add((rows.GetGuid(0), rows.GetGuid(1)));
            }

            await rows.NextResultAsync(stop);
            var persons = new Dictionary<Guid, PersonDetails>();
            while (await rows.ReadAsync(stop))
            {
                persons.Add(rows.GetGuid(0), PersonDetails.Read(rows, 1, seals)!);
            }

            return new PersonsOfCases(pairs.ToLookup(pair => pair.Case, pair => pair.Other), persons);
        },
        cancellation).AsTask();

    private static string OthersIn(string table) =>
        $"""
        select c.case_id, o.case_id
          from discharge.{table} c
          join discharge.{table} o
            on o.open and o.case_id <> c.case_id and o.person_id = any (array(select c.person_id union all select other_id from discharge.linked_people where person_id = c.person_id))
         where c.case_id = any ($1)
         order by o.case_id
        """;

    private static string PersonsIn(string table) => $"select c.case_id, {KeptPerson.Columns} from discharge.{table} c join discharge.people p using (person_id) {KeptPerson.JoinKey} where c.case_id = any ($1)";
}
