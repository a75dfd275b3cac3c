using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Handovers;
using Marten;
using Marten.Services;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.PersonalData;

/// <summary>
/// Puts right who a person is. What stood before is kept with its salt, so that the commitments of the events up to then can still be proven, and with who put it
/// right and when. No event holds any of it.
/// </summary>
public sealed class PersonCorrections(NpgsqlDataSource database, IDocumentStore store, PersonIndex index, PersonSeals seals, TimeProvider time)
{
    /// <summary>Another record has the NHS number.</summary>
    public static readonly Refusal NumberOfAnother = new(
        "person.nhs-number-of-another", "Another record has this NHS number already.", "Link the two records in a case of either, where both are of one person; or another number.")
    {
        TakenByAnother = true,
    };

    private const string Select = $"select {KeptPerson.Columns} from discharge.people p {KeptPerson.JoinKey} where p.person_id = $1";

    private const string Before = "select version, corrected_at, corrected_by, role, organisation, sealed from discharge.person_corrections where person_id = $1 and sealed is not null order by version";

    // Counted after the person's row is locked, by a statement of its own, which sees what was committed while it waited.
    private const string Count = "select count(*) from discharge.person_corrections where person_id = $1";

    private const string Lock = "select pg_advisory_xact_lock($1)";

    private const string Holder = "select exists (select from discharge.people where nhs_number_hash = $1 and person_id <> $2)";

    private const string Insert =
        "insert into discharge.person_corrections (person_id, version, corrected_at, corrected_by, role, organisation, sealed) values (?, ?, ?, ?, ?, ?, ?)";

    /// <summary>Who a person is and how that came to be put right, or null where there is no such record.</summary>
    public Task<PersonRecord?> ReadAsync(PersonRef person, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            // One view of both, so that no correction comes between them.
            await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, stop);
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { About(Select, person.Id), About(Before, person.Id) } };
            await using var rows = await batch.ExecuteReaderAsync(stop);
            if (!await rows.ReadAsync(stop))
            {
                return null;
            }

            var (_, details, _, _, key) = KeptPerson.Read(rows, seals);
            await rows.NextResultAsync(stop);
            var corrections = new List<PersonCorrection>();
            while (await rows.ReadAsync(stop))
            {
                corrections.Add(new(
                    rows.GetInt32(0), Instant.FromDateTimeUtc(rows.GetDateTime(1)), rows.GetString(2), rows.GetString(3), OdsCode.Parse(rows.GetString(4)), [], PersonDetails.FromJson(key.Open(PersonKey.Correction(person.Id, rows.GetInt32(0)), rows.GetFieldValue<byte[]>(5)).AsText)));
            }

            var after = corrections.Select(correction => correction.Before).Skip(1).Append(details);
            return new PersonRecord(person.Id, corrections.Count + 1, details, [.. corrections.Zip(after, (correction, then) => correction with { Corrected = then.DifferingFrom(correction.Before) })]);
        },
        cancellation).AsTask();

    /// <summary>Puts right who a person is.</summary>
    /// <param name="person">The person.</param>
    /// <param name="putRight">What their details come to.</param>
    /// <param name="sent">What came with the request.</param>
    /// <param name="cancellation">Gives up; where the commit is on its way by then, it may have been done.</param>
    public Task<Outcome> CorrectAsync(PersonRef person, Func<PersonDetails, PersonDetails> putRight, Sent sent, CancellationToken cancellation) =>
        Once.DoAsync(database, sent, (connection, stop) => AttemptAsync(connection, person.Id, putRight, sent, stop), cancellation);

    private async Task<Outcome> AttemptAsync(NpgsqlConnection connection, Guid person, Func<PersonDetails, PersonDetails> putRight, Sent sent, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await KeptAnswers.ClaimAsync(connection, sent.Key, cancellation) is { } kept)
        {
            return kept;
        }

        if (await LockedAsync(connection, person, cancellation) is not var (before, version))
        {
            return new Outcome.NotFound();
        }

        if (sent.IfVersion is { } seen && seen != version)
        {
            return new Outcome.Stale(version, []);
        }

        var after = before.With(putRight(before.Details));
        var number = NhsNumber.TryParse(after.Details.NhsNumber, out var given) ? index.HashOf(given) : null;
        if (number is not null && after.Details.NhsNumber != before.Details.NhsNumber && await IsAnothersAsync(connection, person, number, cancellation))
        {
            return new Outcome.Refused(NumberOfAnother);
        }

        var now = time.GetUtcNow().ToInstant();
        var corrected = after.Details.DifferingFrom(before.Details);
        Statement[] statements = corrected is []
            ? []
            :
            [
                new(Insert, person, (int)++version, now.ToDateTimeOffset(), sent.By.Id, sent.By.Role, sent.By.Organisation.Value, before.Key.Seal(PersonKey.Correction(person, (int)version), before.Kept, before.Salt)),
                .. after.KeepInstead(number, index),
                .. corrected.Contains(PersonField.DateOfBirth) ? [HandOvers.AskingOf(person, now.ToDateTimeOffset())] : Array.Empty<Statement>(),
            ];
        var answer = new Outcome.Answered(Status: 200, version, JsonSerializer.Serialize(new PersonCorrected(person, version, corrected), PublicJson.Options));
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        return await Once.CommitAsync(session, statements, sent.Key, answer, now, cancellation);
    }

    private async Task<(KeptPerson Person, long Version)?> LockedAsync(NpgsqlConnection connection, Guid person, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { About($"{Select} for update of p", person), About(Count, person) } };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        if (!await rows.ReadAsync(cancellation))
        {
            return null;
        }

        var kept = KeptPerson.Read(rows, seals);
        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return (kept, rows.GetInt64(0) + 1);
    }

    // Openings for the same number wait here too, so that two records never come to have it.
    private static async Task<bool> IsAnothersAsync(NpgsqlConnection connection, Guid person, byte[] number, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Lock) { Parameters = { new() { Value = BitConverter.ToInt64(number) } } },
                new(Holder) { Parameters = { new() { Value = number }, new() { Value = person } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return rows.GetBoolean(0);
    }

    private static NpgsqlBatchCommand About(string sql, Guid person) => new(sql) { Parameters = { new() { Value = person } } };
}
