using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.PersonalData;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Reablement;

/// <summary>Reads the board of a reablement team or of a worker, from the rows that each command leaves behind it.</summary>
public sealed class TeamBoards(NpgsqlDataSource database, PersonSeals seals, ReablementReports reports, TimeProvider time)
{
    private const int LongTime = 35;

    private const int LongSilence = 2;

    private static readonly string Open =
        $"""
        select case_id, person_id, phase, worker, referred_at, respond_by, start_on, started_on, last_contact_on, to_end, sealed, wrapped
          from discharge.reablement_cases
          left join discharge.people using (person_id)
          left join discharge.person_keys using (person_id)
         where (open or respond_by is not null) and phase is not null and ($1 is null or team = $1) and ($2 is null or worker = $2) and {Reach.Holds("case_id", first: 3)}
         order by referred_at, case_id
        """;

    /// <summary>The board now.</summary>
    /// <param name="team">Only cases of this team; null for all.</param>
    /// <param name="worker">Only cases this worker is in charge of, by the subject of their tokens; null for all.</param>
    /// <param name="reach">Whose cases the caller may know of.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<TeamBoardView> ReadAsync(OdsCode? team, string? worker, Reach reach, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToInstant();
        var today = LocalCalendar.DateOf(now);
        var rows = await RowsAsync(team, worker, now, reach, cancellation);
        var goingOn = rows.Where(row => !row.ToEndOrGoOn && row.Phase is not ReablementPhase.Declined).ToArray();
        return new(
            team,
            rows.Count(row => row.Phase is not ReablementPhase.Declined),
            new(
                rows.Count(row => row.Phase is ReablementPhase.Referred),
                [.. goingOn.Where(row => row.Phase is ReablementPhase.Waiting)],
                await reports.WaitingInHospitalAsync(reach, cancellation)),
            [.. rows.Where(row => row.RespondBy is not null || row.Phase is ReablementPhase.Referred).OrderBy(row => row.RespondBy is null).ThenBy(row => row.RespondBy)],
            [.. goingOn.Where(row => row.Worker is null && row.StartOn == today.PlusDays(1))],
            [.. rows.Where(row => row.Day >= LongTime).OrderByDescending(row => row.Day)],
            [.. goingOn.Where(row => row.LastContactOn is { } last && Period.DaysBetween(last, today) >= LongSilence).OrderBy(row => row.LastContactOn)],
            [.. rows.Where(row => row.ToEndOrGoOn && row.Phase is not ReablementPhase.Declined)]);
    }

    private Task<List<TeamBoardRow>> RowsAsync(OdsCode? team, string? worker, Instant now, Reach reach, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Open);
            select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)team?.Value ?? DBNull.Value });
            select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)worker ?? DBNull.Value });
            reach.AddTo(select.Parameters);
            await using var rows = await select.ExecuteReaderAsync(stop);
            var list = new List<TeamBoardRow>();
            while (await rows.ReadAsync(stop))
            {
                list.Add(Read(rows, now));
            }

            return list;
        },
        cancellation).AsTask();

    private TeamBoardRow Read(NpgsqlDataReader row, Instant now)
    {
        var (respondBy, started) = (row.IsDBNull(5) ? (Instant?)null : Instant.FromDateTimeUtc(row.GetDateTime(5)), DateIn(row, 7));
        return new(
            row.GetGuid(0),
            new PersonRef(row.GetGuid(1)),
            DetailsIn(row),
            PublicJson.Read<ReablementPhase>(row.GetString(2)),
            row.IsDBNull(3) ? null : Subject.Parse(row.GetString(3)),
            Instant.FromDateTimeUtc(row.GetDateTime(4)),
            respondBy,
            respondBy is { } due ? decimal.Round((decimal)(due - now).TotalHours, 1, MidpointRounding.ToNegativeInfinity) : null,
            DateIn(row, 6),
            started is { } first ? Period.DaysBetween(first, LocalCalendar.DateOf(now)) : null,
            DateIn(row, 8),
            row.GetBoolean(9));
    }

    private PersonDetails? DetailsIn(NpgsqlDataReader row) => row.IsDBNull(10) || row.IsDBNull(11)
        ? null
        : PersonDetails.FromJson(seals.Open(row.GetGuid(1), row.GetFieldValue<byte[]>(11))!.Open(PersonKey.Details(row.GetGuid(1)), row.GetFieldValue<byte[]>(10)).AsText);

    private static LocalDate? DateIn(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(column));
}

/// <summary>The board of a reablement team: what wants somebody's eye first.</summary>
/// <param name="Team">The team; null for all.</param>
/// <param name="Open">How many cases are open.</param>
/// <param name="Waiting">Who waits, whatever it is called.</param>
/// <param name="NewReferrals">Referrals that are owed an answer: those nobody has responded to, or whose referrer was not told of it yet, the one with the fewest hours left first, then those of which something was asked back.</param>
/// <param name="StartingTomorrowWithoutWorker">Who is to start tomorrow and has no named worker.</param>
/// <param name="PastDay35">Who is on day 35 or past it, the longest first.</param>
/// <param name="NoContactForTwoDays">With whom there was no contact for two days, the longest first; of those who wait for it.</param>
/// <param name="ToEndOrGoOn">Who died, is back in hospital or does not want reablement: it is to be ended, or goes on once they are home or want it.</param>
public sealed record TeamBoardView(
    OdsCode? Team,
    int Open,
    WaitingView Waiting,
    IReadOnlyList<TeamBoardRow> NewReferrals,
    IReadOnlyList<TeamBoardRow> StartingTomorrowWithoutWorker,
    IReadOnlyList<TeamBoardRow> PastDay35,
    IReadOnlyList<TeamBoardRow> NoContactForTwoDays,
    IReadOnlyList<TeamBoardRow> ToEndOrGoOn);

/// <summary>Who waits for reablement. There is no waiting list, and so this is counted instead.</summary>
/// <param name="Unanswered">How many referrals were not settled yet.</param>
/// <param name="WithoutContact">Who is the team's, accepted or home from hospital, and was not contacted.</param>
/// <param name="ReadyInHospital">The discharge cases of whoever is ready and still in hospital, with Pathway 1 capacity as the primary delay; of all teams.</param>
public sealed record WaitingView(int Unanswered, IReadOnlyList<TeamBoardRow> WithoutContact, IReadOnlyList<Guid> ReadyInHospital);

/// <summary>One case on the board.</summary>
/// <param name="Case">The case.</param>
/// <param name="PersonRef">Whose it is.</param>
/// <param name="Person">Who they are, as their details are kept; nothing where those were erased.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Worker">Who is in charge.</param>
/// <param name="ReferredAt">When they were referred, or left the hospital.</param>
/// <param name="RespondBy">When a response is due, while nobody has responded or the referrer was not told; of whoever is urgent and was not taken on, when they are to be contacted.</param>
/// <param name="HoursLeft">How many hours are left until then, to one decimal; negative once it has passed.</param>
/// <param name="StartOn">The date offered to start on, while there was no contact.</param>
/// <param name="Day">The number of the day, that of the first contact being 0.</param>
/// <param name="LastContactOn">The date of the last contact.</param>
/// <param name="ToEndOrGoOn">Whether they died, are back in hospital or do not want reablement.</param>
public sealed record TeamBoardRow(
    Guid Case,
    PersonRef PersonRef,
    PersonDetails? Person,
    ReablementPhase Phase,
    Subject? Worker,
    Instant ReferredAt,
    Instant? RespondBy,
    decimal? HoursLeft,
    LocalDate? StartOn,
    int? Day,
    LocalDate? LastContactOn,
    bool ToEndOrGoOn);
