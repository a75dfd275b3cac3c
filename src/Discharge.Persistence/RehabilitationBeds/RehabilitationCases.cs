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

namespace Discharge.Persistence.RehabilitationBeds;

/// <summary>Reads rehabilitation-bed cases and the board of a team, each case worked out as it stands at the moment of reading.</summary>
public sealed class RehabilitationCases(NpgsqlDataSource database, PersonSeals seals, CaseHistories histories, RuleBook book, TimeProvider time)
{
    // As many as all beds of a large community provider.
    private const int MostOnBoard = 1_000;

    private static readonly string Open = $"select case_id from discharge.rehabilitation_cases where open and ($1 is null or team = $1) and ($2 is null or case_id > $2) and {Reach.Holds("case_id", first: 4)} order by case_id limit $3";

    private const string Names = "select bed_id, name from discharge.beds where bed_id = any ($1)";

    /// <summary>One case; null where there is none.</summary>
    public async Task<RehabilitationView?> OneAsync(Guid id, CancellationToken cancellation) =>
        await histories.ReadAsync(id, cancellation) is { } history && StreamTypes.Of(history) == RehabilitationType.Instance ? ViewOf(id, history, await BesideAsync([id], cancellation)) : null;

    /// <summary>A page of the open cases of a team, in the order of their ids, and the id to go on after where there are more.</summary>
    /// <param name="team">The team, where one is asked for.</param>
    /// <param name="after">The case to go on after.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="reach">Whose cases the caller may know of.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RehabilitationList> PageAsync(OdsCode? team, Guid? after, int limit, Reach reach, CancellationToken cancellation)
    {
        var ids = await IdsAsync(team, after, limit + 1, reach, cancellation);
        return new(await ReadAsync([.. ids.Take(limit)], cancellation), ids.Count > limit ? ids[limit - 1] : null);
    }

    /// <summary>The board of a team: a row for each open case, whoever is out on a home access visit on top, the longest first, then what is due first.</summary>
    /// <param name="team">The team; null for all.</param>
    /// <param name="reach">Whose cases the caller may know of.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<RehabilitationBoard> BoardAsync(OdsCode? team, Reach reach, CancellationToken cancellation)
    {
        var cases = await ReadAsync([.. await IdsAsync(team, after: null, MostOnBoard, reach, cancellation)], cancellation);
        var names = await NamesAsync([.. cases.Select(one => one.Bed?.Bed).OfType<Guid>().Distinct()], cancellation);
        return RehabilitationBoard.Of(team, cases, names);
    }

    private async Task<IReadOnlyList<RehabilitationView>> ReadAsync(Guid[] ids, CancellationToken cancellation)
    {
        var (read, beside) = (await histories.ReadAsync(ids, cancellation), await BesideAsync(ids, cancellation));
        return [.. ids.Where(read.ContainsKey).Select(id => ViewOf(id, read[id], beside))];
    }

    private RehabilitationView ViewOf(Guid id, History history, PersonsOfCases beside) => RehabilitationView.Of(
        CaseNow.Of(RehabilitationType.Instance, book, id, history, Instant.Max(time.GetUtcNow().ToInstant(), history.Entries[^1].RecordedAt)), beside.Persons.GetValueOrDefault(id), [.. beside.OtherOpen[id]]);

    private Task<PersonsOfCases> BesideAsync(Guid[] ids, CancellationToken cancellation) => PersonsOfCases.ReadAsync(database, seals, RehabilitationType.Table, ids, cancellation);

    private Task<List<Guid>> IdsAsync(OdsCode? team, Guid? after, int limit, Reach reach, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Open);
            select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)team?.Value ?? DBNull.Value });
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

    private Task<Dictionary<Guid, string>> NamesAsync(Guid[] beds, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Names);
            select.Parameters.Add(new() { Value = beds });
            await using var rows = await select.ExecuteReaderAsync(stop);
            var names = new Dictionary<Guid, string>();
            while (await rows.ReadAsync(stop))
            {
                names.Add(rows.GetGuid(0), rows.GetString(1));
            }

            return names;
        },
        cancellation).AsTask();
}

/// <summary>A page of open rehabilitation-bed cases.</summary>
/// <param name="Cases">The cases, in the order of their ids, which no change of a case moves.</param>
/// <param name="Next">The case to go on after, where there are more.</param>
public sealed record RehabilitationList(IReadOnlyList<RehabilitationView> Cases, Guid? Next = null);
