using Discharge.Persistence.Cases;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>The erasable record of who a person is.</summary>
/// <param name="Id">What events know them by.</param>
/// <param name="Details">Who they are.</param>
/// <param name="Kept">The details as they are written down.</param>
/// <param name="Salt">What the commitments to them are salted with.</param>
public sealed record KeptPerson(Guid Id, PersonDetails Details, string Kept, byte[] Salt)
{
    private const string Insert = "insert into discharge.people (person_id, nhs_number_hash, details, salt, has_more) values (?, ?, ?, ?, false)";

    private const string Update = "update discharge.people set nhs_number_hash = ?, details = ?, salt = ? where person_id = ?";

    private const string Mark = "update discharge.people set has_more = true where person_id = ? and not has_more";

    private const string Forget = "delete from discharge.people_found_by where person_id = ?";

    private const string InsertHash = "insert into discharge.people_found_by (person_id, hash) values (?, ?) on conflict do nothing";

    /// <summary>The commitment an event holds.</summary>
    public string Hash => Commitment.To(Kept, Salt);

    /// <summary>Somebody not known before.</summary>
    public static KeptPerson New(Guid id, PersonDetails details) => new(id, details, details.ToJson(), Commitment.Salt());

    /// <summary>Somebody as they are kept.</summary>
    public static KeptPerson Read(NpgsqlDataReader row)
    {
        var kept = row.GetString(1);
        return new(row.GetGuid(0), PersonDetails.FromJson(kept), kept, row.GetFieldValue<byte[]>(2));
    }

    /// <summary>The statements that keep them, found by their NHS number's hash where they have one, and by whatever else is known of them.</summary>
    public IReadOnlyList<Statement> Keep(byte[]? nhsNumberHash, PersonIndex index) =>
    [
        new(Insert, Id, (object?)nhsNumberHash ?? DBNull.Value, Kept, Salt),
        .. FoundBy(index),
    ];

    /// <summary>The statements that keep them in place of what stood before; they are found by what is known now.</summary>
    public IReadOnlyList<Statement> KeepInstead(byte[]? nhsNumberHash, PersonIndex index) =>
    [
        new(Update, (object?)nhsNumberHash ?? DBNull.Value, Kept, Salt, Id),
        new(Forget, Id),
        .. FoundBy(index),
    ];

    /// <summary>Marks that somebody has more on record than one case, so that whatever is shown of any looks for it.</summary>
    internal static Statement HasMore(Guid id) => new(Mark, id);

    private IEnumerable<Statement> FoundBy(PersonIndex index) => index.HashesOf(Details).Select(hash => new Statement(InsertHash, Id, hash));
}
