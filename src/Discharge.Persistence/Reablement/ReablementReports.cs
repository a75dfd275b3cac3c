using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Reablement;

/// <summary>How a reablement service works, from what is on record of each case, so nothing lags: how fast it responds, who comes, what it saves and who waits for it.</summary>
public sealed class ReablementReports(NpgsqlDataSource database, CaseHistories histories, RuleBook book, TimeProvider time)
{
    private const int AtOnce = 500;

    private static readonly string Begun = $"select case_id from discharge.reablement_cases where ($1 is null or team = $1) and referred_on between $2 and $3 and {Reach.Holds("case_id", first: 4)} order by case_id";

    private static readonly string Ready = $"select case_id from discharge.discharge_cases where in_hospital and ready_on is not null and {Reach.Holds("case_id", first: 1)} order by case_id";

    /// <summary>The report over everybody referred or handed over within a period.</summary>
    /// <param name="team">Only cases of this team; null for all.</param>
    /// <param name="from">The first London date.</param>
    /// <param name="to">The last.</param>
    /// <param name="reach">Whose cases the caller may know of.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ReablementReportView> ReportAsync(OdsCode? team, LocalDate from, LocalDate to, Reach reach, CancellationToken cancellation)
    {
        var (now, cases) = (time.GetUtcNow().ToInstant(), new List<(ReablementCase Reablement, IReadOnlyList<Clock> Clocks)>());
        foreach (var ids in (await IdsAsync(Begun, [(team?.Value, NpgsqlDbType.Text), (from.ToDateOnly(), NpgsqlDbType.Date), (to.ToDateOnly(), NpgsqlDbType.Date)], reach, cancellation)).Chunk(AtOnce))
        {
            var read = await histories.ReadAsync(ids, cancellation);
            cases.AddRange(ids.Where(read.ContainsKey).Select(id => (ReablementType.StateOf(id, read[id]), ReablementType.Instance.ClocksOf(book, id, read[id]))));
        }

        var (visits, named, share, staff) = Continuity.Over([.. cases.Select(one => Continuity.Of(one.Reablement))]);
        return new(
            team, from, to, cases.Count, ResponseMonth.Of(cases, now), visits, named, share, staff,
            cases.Select(one => CareSaved.Of(one.Reablement)).OfType<CareSaved>().Sum(saved => saved.MinutesAWeek));
    }

    /// <summary>The discharge cases of people who are ready and still in hospital because Pathway 1 has no room for them.</summary>
    public async Task<IReadOnlyList<Guid>> WaitingInHospitalAsync(Reach reach, CancellationToken cancellation)
    {
        var (now, waiting) = (time.GetUtcNow().ToInstant(), new List<Guid>());
        foreach (var ids in (await IdsAsync(Ready, [], reach, cancellation)).Chunk(AtOnce))
        {
            var read = await histories.ReadAsync(ids, cancellation);
            waiting.AddRange(ids.Where(id => read.TryGetValue(id, out var history) && PathwayOneCapacity.IsWaitedFor(DischargeCaseType.StateOf(id, history), now)));
        }

        return waiting;
    }

    private Task<List<Guid>> IdsAsync(string sql, (object? Value, NpgsqlDbType Type)[] given, Reach reach, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(sql);
            foreach (var (value, type) in given)
            {
                select.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
            }

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

/// <summary>How a reablement service works, over everybody referred or handed over within a period.</summary>
/// <param name="Team">The team; null for all.</param>
/// <param name="From">The first London date.</param>
/// <param name="To">The last.</param>
/// <param name="Cases">How many cases that are.</param>
/// <param name="Months">How fast the team responded and started, by the month of the referral.</param>
/// <param name="Visits">How many visits were made to them.</param>
/// <param name="ByNamedWorker">How many of those by the named worker.</param>
/// <param name="NamedWorkerShare">The share of visits by the named worker, in hundredths to two decimals.</param>
/// <param name="StaffPerPerson">To how many different people's visits somebody who was visited had to get used, on average.</param>
/// <param name="MinutesSaved">How many minutes of care a week less they have now, or had at the end, than at the start.</param>
public sealed record ReablementReportView(
    OdsCode? Team, LocalDate From, LocalDate To, int Cases, IReadOnlyList<ResponseMonth> Months, int Visits, int ByNamedWorker, decimal? NamedWorkerShare, decimal? StaffPerPerson, int MinutesSaved);
