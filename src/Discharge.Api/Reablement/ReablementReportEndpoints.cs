using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.Hardening;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.People;
using Discharge.Persistence;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Reablement;
using NodaTime;
using Wolverine.Http;

namespace Discharge.Api.Reablement;

/// <summary>What a team has before it, how it works and what comes of it.</summary>
public static class ReablementReportEndpoints
{
    private const int MostDays = 366 * 2;

    /// <summary>The board of a team or of a worker: who waits, new referrals by hours left, who starts tomorrow without a worker, who is on day 35 or past it, with whom there was no contact for two days, and whose reablement is to be ended or goes on.</summary>
    [WolverineGet("/v1/reablement-board"), Requires(Operation.ReadCase), Answers<TeamBoardView, ExampleReablementReports>(Tagged = true)]
    [Query<OdsCode>("team", "Only cases of this team.")]
    [Query<string>("worker", "Only cases this worker is in charge of, by the subject of their tokens.")]
    public static Task<IResult> Board(TeamBoards boards, HttpContext http) => http.Request.Query.Code("team").And(Places.Words(http.Request.Query, "worker", 255)).Answer(async asked =>
        Shown(await boards.ReadAsync(asked.First, asked.Second, Reaches.Of(http), http.RequestAborted), http));

    /// <summary>How fast the team responded by month, how many different people came, and what care was saved, over everybody referred or handed over in a period.</summary>
    [OfManyReads, WolverineGet("/v1/reablement-report"), Requires(Operation.ReadReablementMeasures), Answers<ReablementReportView, ExampleReablementReports>(Tagged = true)]
    [Query<LocalDate>("from", "The first day.", Required = true)]
    [Query<LocalDate>("to", "The last day, within two years.", Required = true)]
    [Query<OdsCode>("team", "Only cases of this team.")]
    public static Task<IResult> Report(ReablementReports reports, HttpContext http) => Asked(http.Request.Query).Answer(async asked =>
        Shown(await reports.ReportAsync(asked.Team, asked.From, asked.To, Reaches.Of(http), http.RequestAborted), http));

    /// <summary>The outcome measures over a period, each with numerator, denominator, percentage to two decimals and every case behind it with how it counts and why.</summary>
    [OfManyReads, WolverineGet("/v1/reablement-measures"), Requires(Operation.ReadReablementMeasures), Answers<ReablementMeasuresView, ExampleReablementReports>(Tagged = true)]
    [Query<LocalDate>("from", "The first day; the definitions are those of its reporting year, and each says whether it is that of every year the period touches.", Required = true)]
    [Query<LocalDate>("to", "The last day, within two years.", Required = true)]
    [Query<OdsCode>("team", "Only cases of this team.")]
    public static Task<IResult> Measures(ReablementMeasuring measuring, HttpContext http) => Asked(http.Request.Query).Answer(async asked =>
        Shown(await measuring.MeasureAsync(asked.Team, asked.From, asked.To, Reaches.Of(http), http.RequestAborted), http));

    private static IResult Shown<T>(T view, HttpContext http) =>
        Screens.Answer(new Shown(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options), Version: 0), ReablementType.Instance.Name, http);

    private static Reading<(LocalDate From, LocalDate To, OdsCode? Team)> Asked(IQueryCollection query) =>
        query.Date("from").Required("from").And(query.Date("to").Required("to")).And(query.Code("team")).Then<(LocalDate From, LocalDate To, OdsCode? Team)>(read =>
        {
            var ((from, to), team) = read;
            return Period.DaysBetween(from, to) is >= 0 and < MostDays ? (from, to, team) : Responses.Unreadable("to", "Give a day from the first one on, within two years.");
        });
}
