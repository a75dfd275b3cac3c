using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Reablement;

/// <summary>Reads reablement cases, each worked out as it stands at the moment of reading.</summary>
public sealed class Caseloads(NpgsqlDataSource database, PersonSeals seals, CaseHistories histories, RuleBook book, TimeProvider time)
{
    private static readonly string Open =
        $"select case_id from discharge.reablement_cases where open and ($1 is null or team = $1) and ($2 is null or worker = $2) and ($3 is null or case_id > $3) and {Reach.Holds("case_id", first: 5)} order by case_id limit $4";

    private const string Table = "reablement_cases";

    /// <summary>One case; null where there is none.</summary>
    public async Task<ReablementView?> OneAsync(Guid id, CancellationToken cancellation) =>
        await histories.ReadAsync(id, cancellation) is { } history && StreamTypes.Of(history) == ReablementType.Instance ? ViewOf(id, history, await BesideAsync([id], cancellation)) : null;

    /// <summary>A page of the open cases of a team or a worker, in the order of their ids, and the id to go on after where there are more.</summary>
    /// <param name="team">The team, where one is asked for.</param>
    /// <param name="worker">Who is in charge, by the subject of their tokens, where somebody is asked for.</param>
    /// <param name="after">The case to go on after.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="reach">Whose cases the caller may know of.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Caseload> PageAsync(OdsCode? team, string? worker, Guid? after, int limit, Reach reach, CancellationToken cancellation)
    {
        var ids = await IdsAsync(team, worker, after, limit + 1, reach, cancellation);
        var page = ids.Take(limit).ToArray();
        var (read, beside) = (await histories.ReadAsync(page, cancellation), await BesideAsync(page, cancellation));
        return new([.. page.Where(read.ContainsKey).Select(id => ViewOf(id, read[id], beside))], ids.Count > limit ? ids[limit - 1] : null);
    }

    private ReablementView ViewOf(Guid id, History history, PersonsOfCases beside) => ReablementType.ViewOf(
        CaseNow.Of(ReablementType.Instance, book, id, history, Instant.Max(time.GetUtcNow().ToInstant(), history.Entries[^1].RecordedAt)), beside.Persons.GetValueOrDefault(id), [.. beside.OtherOpen[id]]);

    private Task<PersonsOfCases> BesideAsync(Guid[] ids, CancellationToken cancellation) => PersonsOfCases.ReadAsync(database, seals, Table, ids, cancellation);

    private Task<List<Guid>> IdsAsync(OdsCode? team, string? worker, Guid? after, int limit, Reach reach, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Open);
            select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)team?.Value ?? DBNull.Value });
            select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)worker ?? DBNull.Value });
            select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)after ?? DBNull.Value });
            select.Parameters.Add(new() { Value = limit });
            reach.AddTo(select.Parameters);
            await using var rows = await select.ExecuteReaderAsync(stop);
            var ids = new List<Guid>();
            while (await rows.ReadAsync(stop))
            {
                ids.Add(rows.GetGuid(0));
            }

            return ids;
        },
        cancellation).AsTask();
}

/// <summary>A page of open reablement cases.</summary>
/// <param name="Cases">The cases, in the order of their ids, which no change of a case moves.</param>
/// <param name="Next">The case to go on after, where there are more.</param>
public sealed record Caseload(IReadOnlyList<ReablementView> Cases, Guid? Next = null);
