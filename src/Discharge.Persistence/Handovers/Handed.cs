using Discharge.Domain.Deciding;
using Discharge.Persistence.Cases;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Handovers;

/// <summary>What is handed over to a case, which is held.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">The case.</param>
/// <param name="There">What is on record there.</param>
/// <param name="Now">The moment of recording.</param>
/// <param name="Facts">What is to be recorded there; nothing where it is so already.</param>
internal sealed record Handed(IStreamType Type, Guid Id, History There, Instant Now, IReadOnlyList<Fact> Facts)
{
    public const string Occasion = "hand-over";

    /// <summary>
    /// What stands of an earlier hand-over is taken back where it is no longer so, and what is so now recorded instead.
    /// </summary>
    /// <param name="type">The type of the case it is handed to.</param>
    /// <param name="id">That case.</param>
    /// <param name="connection">The connection of the transaction that is to record it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="isOurs">Whether an entry there is such a hand-over.</param>
    /// <param name="ask">What has to be on record there of it, given what is; nothing where nothing has any more.</param>
    /// <param name="decide">Decides one of it on what is on record there.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Handed> OfAsync(
        IStreamType type, Guid id, NpgsqlConnection connection, Instant now, Func<Entry, bool> isOurs, Func<History, IReadOnlyList<Fact>> ask, Func<History, Fact, IReadOnlyList<Fact>> decide, CancellationToken cancellation)
    {
        var there = (await Loaded.ReadAsync(connection, id, key: null, withNotes: null, cancellation)).History;
        var at = there.Entries is [.., var last] ? Instant.Max(last.RecordedAt, now) : now;
        var (standing, asked) = (there.Standing.Where(isOurs).ToArray(), ask(there));
        return new(
            type, id, there, at,
            [
                .. from entry in standing
                   where !asked.Any(entry.Fact.SaysTheSameAs)
                   select new EntryWithdrawn(at, entry.Version, asked.Any(fact => fact.GetType() == entry.Fact.GetType()) ? WithdrawalReason.WrongContent : WithdrawalReason.DidNotHappen),
                .. asked.Where(fact => !standing.Any(entry => entry.Fact.SaysTheSameAs(fact))).SelectMany(fact => decide(there, fact)),
            ]);
    }
}
