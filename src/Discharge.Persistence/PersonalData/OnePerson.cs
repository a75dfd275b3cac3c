using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>What opens a case for one person waits for whatever else does, so that the second sees the first.</summary>
internal static class OnePerson
{
    private const string Lock = "select pg_advisory_xact_lock($1)";

    // The latter half of an id is random where the former is a moment.
    /// <summary>The statement that waits for the person, and holds them until the commit.</summary>
    public static NpgsqlBatchCommand Holding(Guid person) => new(Lock) { Parameters = { new() { Value = BitConverter.ToInt64(person.ToByteArray(), 8) } } };
}
