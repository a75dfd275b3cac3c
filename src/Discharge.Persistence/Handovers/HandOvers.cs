using System.Security.Cryptography;
using System.Text;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Reablement;
using Marten;
using Marten.Services;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Handovers;

/// <summary>
/// Hands over from case to case: opens the reablement case of each discharge into reablement, exactly one, and keeps it in step with the leaving and with what becomes of the person; and tells the discharge case that the team has seen the
/// person. That a case has something to hand over is committed with what it is; that it was handed over, with what comes of it. So a node may end at any moment and the next goes on.
/// </summary>
public sealed class HandOvers(NpgsqlDataSource database, IDocumentStore store, CaseHistories histories, PersonSeals seals, Seal seal, RuleBook book, TimeProvider time)
{
    private const string Take = "select case_id from discharge.hand_overs where since <= $1 order by since limit 1 for update skip locked";

    private const string PutOff = "update discharge.hand_overs set since = $2 where case_id = $1";

    private const string Done = "delete from discharge.hand_overs where case_id = ?";

    // A row that a node is just taking away is waited for, and written anew after it.
    private const string Ask = "insert into discharge.hand_overs (case_id, since) values (?, ?) on conflict (case_id) do update set since = excluded.since";

    // Also of those that have not left: who is leaving right now may be handed over by what was known before.
    private const string AskOf = "insert into discharge.hand_overs (case_id, since) select case_id, ? from discharge.discharge_cases where person_id = ? on conflict (case_id) do update set since = excluded.since";

    // RFC 9562, section 5.7: the first six bytes are the moment, and version and variant stand in the seventh and the ninth.
    private const int MomentOfVersion7 = 6;

    // One that fails holds up no other.
    private static readonly Duration AWhile = Duration.FromSeconds(30);

    /// <summary>
    /// The id of the reablement case of a discharge: it follows from the discharge, so that even two hand-overs at once could not open two. It is a UUID of version 7, with the moment of the discharge case's.
    /// </summary>
    public static Guid CaseOf(Guid dischargeCase)
    {
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"reablement of {dischargeCase}")).AsSpan(0, 16);
        dischargeCase.ToByteArray(bigEndian: true).AsSpan(0, MomentOfVersion7).CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new(id, bigEndian: true);
    }

    /// <summary>The statement that asks for a case to be looked at for what it has to hand over; asking again asks once.</summary>
    internal static Statement Asking(Guid id, DateTimeOffset since) => new(Ask, id, since);

    /// <summary>The statement that asks for all discharge cases of a person to be looked at, since it may have come out how old they are.</summary>
    internal static Statement AskingOf(Guid person, DateTimeOffset since) => new(AskOf, since, person);

    /// <summary>Hands over what one case has to. Where that fails it comes up again after a while, so that it holds up no other.</summary>
    /// <returns>Whether there was one that nobody else has in hand.</returns>
    public async Task<bool> HandOverAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var take = new NpgsqlCommand(Take, connection) { Parameters = { new() { Value = Now.ToDateTimeOffset() } } };
        if (await take.ExecuteScalarAsync(cancellation) is not Guid from)
        {
            return false;
        }

        try
        {
            await HandOverAsync(transaction, from, cancellation);
            return true;
        }
        catch (Exception failed) when (!Resilience.IsAway(failed) && !cancellation.IsCancellationRequested)
        {
            await transaction.DisposeAsync();
            await using var putOff = new NpgsqlCommand(PutOff, connection) { Parameters = { new() { Value = from }, new() { Value = (Now + AWhile).ToDateTimeOffset() } } };
            await putOff.ExecuteNonQueryAsync(cancellation);
            throw;
        }
    }

    private async Task HandOverAsync(NpgsqlTransaction transaction, Guid from, CancellationToken cancellation)
    {
        var connection = transaction.Connection!;

        // Not locked: a command on it holds its stream before it asks, so to hold the two the other way round could end in each waiting for the other.
        var history = await histories.ReadAsync(connection, from, cancellation) ?? History.Empty;
        var handed = history.Version == 0 ? null
            : StreamTypes.Of(history) == ReablementType.Instance ? await ToDischarge.HandedAsync(connection, from, history, Now, cancellation)
            : await ToReablement.HandedAsync(connection, seals, from, history, Now, cancellation);
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        if (handed is { Facts: [_, ..] })
        {
            CaseWriter.Write(session, seal, handed.Type, CaseNow.Of(handed.Type, book, handed.Id, handed.There, handed.Now), handed.Facts, new(Actor.HandOvers, handed.Now, from.ToString(), Handed.Occasion));
        }

        session.Queue(new Statement(Done, from));
        await session.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private Instant Now => time.GetUtcNow().ToInstant();
}
