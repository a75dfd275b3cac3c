using Discharge.Domain.People;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>Asks whether the people in the database are found under the key that people are looked for under: with another, whoever comes again would be somebody new.</summary>
public sealed class PersonIndexInUse(NpgsqlDataSource database, PersonSeals seals, PersonIndex index)
{
    // A few by their NHS number and a few by what else is known of them; which, makes no difference.
    private const string Some =
        $"""
        select {KeptPerson.Columns}, p.nhs_number_hash, array(select f.hash from discharge.people_found_by f where f.person_id = p.person_id)
          from discharge.people p {KeptPerson.JoinKey}
         where p.person_id = any (array(
                   (select n.person_id from discharge.people n where n.nhs_number_hash is not null order by n.nhs_number_hash limit 5)
                    union all
                   (select f.person_id from discharge.people_found_by f order by f.hash, f.person_id limit 5)))
        """;

    /// <summary>Sees to it that it is the key that was used before.</summary>
    /// <exception cref="PersonIndexKeyException">Nobody is found under it.</exception>
    public async Task AssertAsync(CancellationToken cancellation)
    {
        var found = await Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                var people = new List<bool>();
                await using var select = database.CreateCommand(Some);
                await using var rows = await select.ExecuteReaderAsync(stop);
                while (await rows.ReadAsync(stop))
                {
                    byte[][] hashes = [.. rows.IsDBNull(3) ? [] : new[] { rows.GetFieldValue<byte[]>(3) }, .. rows.GetFieldValue<byte[][]>(4)];
                    people.Add(IsFound(KeptPerson.Read(rows, seals).Details, hashes));
                }

                return people;
            },
            cancellation);
        if (found is not [] && !found.Contains(true))
        {
            throw new PersonIndexKeyException(PersonIndexKeyException.Another);
        }
    }

    private bool IsFound(PersonDetails details, byte[][] hashes) =>
        index.HashesOf(details).Concat(NhsNumber.TryParse(details.NhsNumber, out var number) ? [index.HashOf(number)] : []).Any(hash => hashes.Any(kept => kept.AsSpan().SequenceEqual(hash)));
}

/// <summary>The key under which people are found is missing, malformed or another one.</summary>
/// <param name="what">What is wrong, and what to do.</param>
public sealed class PersonIndexKeyException(string what) : StartRefusedException(what)
{
    /// <summary>It is missing or malformed.</summary>
    public const string Missing =
        "PersonalData:PersonIndexKey has to be 32 random bytes in Base64 (in the environment: PersonalData__PersonIndexKey). Keep it as long as the data: without it nobody is found by their NHS number, and nothing proves that the record was not altered.";

    /// <summary>It is not the one that was used before.</summary>
    public const string Another =
        "PersonalData:PersonIndexKey is not the one that the people in this database are found under (in the environment: PersonalData__PersonIndexKey). Set that one: with another nobody is found by their NHS number, and whoever comes again would have a second record.";
}
