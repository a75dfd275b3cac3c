using System.Security.Cryptography;
using Discharge.Domain.People;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Faults.Checking;

/// <summary>Reads what is sealed: who a case is about, and what was said in words.</summary>
internal static class Sealed
{
    /// <summary>Asks whom some cases are about.</summary>
    public const string People =
        """
        select w.case_id, w.person_id, p.sealed, k.wrapped, p.nhs_number_hash, p.has_more, array(select f.hash from discharge.people_found_by f where f.person_id = w.person_id)
          from discharge.whose_cases w left join discharge.people p using (person_id) left join discharge.person_keys k using (person_id)
         where w.case_id = any ($1)
        """;

    /// <summary>Asks for the words of some cases.</summary>
    public const string Words = "select n.case_id, n.person_id, n.sealed, k.wrapped, n.note_id from discharge.notes n left join discharge.person_keys k using (person_id) where n.case_id = any ($1)";

    private static readonly PersonSeals Seals = new(Node.EncryptionSecret);

    private static readonly PersonIndex Index = new(Node.Secret);

    /// <summary>The person in a row.</summary>
    public static StoredPerson Person(NpgsqlDataReader row)
    {
        var known = Open(row, PersonKey.Details(row.GetGuid(1)))?.AsText;
        return new(
            known,
            Named(row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4), row.GetFieldValue<byte[][]>(6)),
            known is null ? [] : KnownBy(PersonDetails.FromJson(known)),
            row.IsDBNull(5) || row.GetBoolean(5));
    }

    /// <summary>A note in a row.</summary>
    public static (Guid Id, StoredWords Words) Note(NpgsqlDataReader row) =>
        (row.GetGuid(4), Open(row, PersonKey.Note(row.GetGuid(4))) is { } opened ? new(Commitment.To(opened.AsText, opened.Salt), opened.AsText) : new(null, null));

    private static IReadOnlyList<string> KnownBy(PersonDetails details) =>
        Named(details.NhsNumber is { } number && NhsNumber.TryParse(number, out var parsed) ? Index.HashOf(parsed) : null, Index.HashesOf(details));

    private static IReadOnlyList<string> Named(byte[]? number, IEnumerable<byte[]> others) =>
        [.. number is null ? [] : (string[])[$"NHS number {Convert.ToHexStringLower(number)}"], .. others.Select(Convert.ToHexStringLower).Distinct().Order(StringComparer.Ordinal)];

    private static Unsealed? Open(NpgsqlDataReader row, string place)
    {
        if (row.IsDBNull(2) || row.IsDBNull(3))
        {
            return null;
        }

        try
        {
            return Seals.Open(row.GetGuid(1), row.GetFieldValue<byte[]>(3))!.Open(place, row.GetFieldValue<byte[]>(2));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
