using Discharge.Persistence.Cases;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>The erasable record of who a person is.</summary>
/// <param name="Id">What events know them by.</param>
/// <param name="Details">Who they are.</param>
/// <param name="Kept">The details as they are written down.</param>
/// <param name="Salt">What the commitments to them are salted with.</param>
/// <param name="Key">What they are sealed under.</param>
public sealed record KeptPerson(Guid Id, PersonDetails Details, string Kept, byte[] Salt, PersonKey Key)
{
    /// <summary>The columns of somebody called p with a key called k, as <see cref="Read"/> reads them.</summary>
    internal const string Columns = "p.person_id, p.sealed, k.wrapped";

    /// <summary>Joins the key to somebody called p. Whose key was destroyed is nobody who is known.</summary>
    internal const string JoinKey = "join discharge.person_keys k on k.person_id = p.person_id and p.sealed is not null";

    private const string Insert = "insert into discharge.people (person_id, nhs_number_hash, sealed, has_more) values (?, ?, ?, false)";

    private const string Update = "update discharge.people set nhs_number_hash = ?, sealed = ? where person_id = ?";

    private const string Mark = "update discharge.people set has_more = true where person_id = ? and not has_more";

    private const string Forget = "delete from discharge.people_found_by where person_id = ?";

    private const string InsertHash = "insert into discharge.people_found_by (person_id, hash) values (?, ?) on conflict do nothing";

    /// <summary>The commitment an event holds.</summary>
    public string Hash => Commitment.To(Kept, Salt);

    /// <summary>Somebody not known before.</summary>
    public static KeptPerson New(Guid id, PersonDetails details, PersonSeals seals) => Of(details, seals.New(id));

    /// <summary>Somebody as they are kept.</summary>
    internal static KeptPerson Read(NpgsqlDataReader row, PersonSeals seals)
    {
        var id = row.GetGuid(0);
        var key = seals.Open(id, row.GetFieldValue<byte[]>(2))!;
        var kept = key.Open(PersonKey.Details(id), row.GetFieldValue<byte[]>(1));
        return new(id, PersonDetails.FromJson(kept.AsText), kept.AsText, kept.Salt, key);
    }

    /// <summary>The same person with other details.</summary>
    public KeptPerson With(PersonDetails details) => Of(details, Key);

    /// <summary>The statements that keep them, found by their NHS number's hash where they have one, and by whatever else is known of them.</summary>
    public IReadOnlyList<Statement> Keep(byte[]? nhsNumberHash, PersonIndex index) =>
    [
        Key.Keep,
        new(Insert, Id, (object?)nhsNumberHash ?? DBNull.Value, Sealed),
        .. FoundBy(index),
    ];

    /// <summary>The statements that keep them in place of what stood before; they are found by what is known now.</summary>
    public IReadOnlyList<Statement> KeepInstead(byte[]? nhsNumberHash, PersonIndex index) =>
    [
        new(Update, (object?)nhsNumberHash ?? DBNull.Value, Sealed, Id),
        new(Forget, Id),
        .. FoundBy(index),
    ];

    /// <summary>Marks that somebody has more on record than one case, so that whatever is shown of any looks for it.</summary>
    internal static Statement HasMore(Guid id) => new(Mark, id);

    private byte[] Sealed => Key.Seal(PersonKey.Details(Id), Kept, Salt);

    private static KeptPerson Of(PersonDetails details, PersonKey key) => new(key.Owner, details, details.ToJson(), Commitment.Salt(), key);

    private IEnumerable<Statement> FoundBy(PersonIndex index) => index.HashesOf(Details).Select(hash => new Statement(InsertHash, Id, hash));
}
