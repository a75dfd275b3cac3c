using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Reablement;
using NodaTime;
using NodaTime.Extensions;
using Wolverine.Http;

namespace Discharge.Api.Reablement;

/// <summary>Reablement teams: how many new people each profession can take on, day by day, and who is on duty when there is no room.</summary>
public static class TeamEndpoints
{
    private const int MostDays = 31;

    private const int UsualDays = 7;

    /// <summary>Somebody is to say something of a team that they do not work for.</summary>
    public static readonly Refusal NotYourTeam = new(
        "reablement-team.not-yours", "Only whoever works for a reablement team registers it, says how many people it can take on and who is on duty.", "A team of your own organisation, or of one whose work it does.");

    /// <summary>Registers a reablement team; 409 with it where one of this code is there.</summary>
    [WolverinePost("/v1/reablement-teams"), Requires(Operation.KeepReablementTeam), Accepts<TeamRegistrationRequest>, Records(StatusCodes.Status201Created), Records]
    public static Task<IResult> Register(CaseCommands cases, HttpContext http) =>
        cases.Open<TeamRegistrationRequest>(
        ReablementTeamType.Instance, request => new TeamRegistration(request.ToCommand()), http, refuse: request => Reaches.Of(http).WorksFor(request.Team) ? null : Responses.Refused(NotYourTeam));

    /// <summary>Says how many people a profession can newly take on, on each of some days; what is said last counts.</summary>
    [WolverinePost("/v1/reablement-teams/{id}/capacities"), Requires(Operation.KeepReablementTeam), Accepts<CapacityRequest>, Records]
    public static Task<IResult> SetCapacity(Guid id, CaseCommands cases, HttpContext http) => Run<CapacityRequest>(id, cases, http);

    /// <summary>Names who is on duty on some days, and given whoever comes when the team is full; who is named last counts.</summary>
    [WolverinePost("/v1/reablement-teams/{id}/duty-workers"), Requires(Operation.KeepReablementTeam), Accepts<DutyWorkerRequest>, Records]
    public static Task<IResult> NameDutyWorker(Guid id, CaseCommands cases, HttpContext http) => Run<DutyWorkerRequest>(id, cases, http);

    /// <summary>A team, and how much room it has on each day asked for.</summary>
    [WolverineGet("/v1/reablement-teams/{id}"), Requires(Operation.ReadCase), Answers<TeamView, ExampleTeam>(Tagged = true)]
    [Query<LocalDate>("from", "The first day; today where it is not said.")]
    [Query<LocalDate>("to", "The last day, at most 30 days later; a week where it is not said.")]
    public static Task<IResult> Get(Guid id, Teams teams, TimeProvider time, HttpContext http) => Days(http.Request.Query, Today(time)).Answer(async days => Screens.Answer(
        await teams.OneAsync(id, days.From, days.To, http.RequestAborted) is { } view ? new Shown(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options), view.Version) : null,
        ReablementTeamType.Instance.Name,
        http));

    /// <summary>The reablement teams there are, and how much room each has today.</summary>
    [WolverineGet("/v1/reablement-teams"), Requires(Operation.ReadCase), Answers<TeamsView, ExampleTeam>(Tagged = true)]
    public static async Task<IResult> List(Teams teams, TimeProvider time, HttpContext http) => Screens.Answer(
        new Shown(JsonSerializer.SerializeToUtf8Bytes(await teams.AllAsync(Today(time), http.RequestAborted), PublicJson.Options), Version: 0), ReablementTeamType.Instance.Name, http);

    private static Task<IResult> Run<T>(Guid id, CaseCommands cases, HttpContext http)
        where T : TeamRequest => cases.RunAsking<T>(ReablementTeamType.Instance, id, http, (request, _, history, _) => Task.FromResult(
            Reaches.Of(http).WorksFor(ReablementTeamType.RegistrationOf(history).Team) ? request.Decide(id, history, _ => null) : new Verdict.Refused(NotYourTeam)));

    private static LocalDate Today(TimeProvider time) => LocalCalendar.DateOf(time.GetUtcNow().ToInstant());

    private static Reading<(LocalDate From, LocalDate To)> Days(IQueryCollection query, LocalDate today) =>
        query.Date("from").And(query.Date("to")).Then<(LocalDate From, LocalDate To)>(asked =>
        {
            var from = asked.First ?? today;
            var to = asked.Second ?? from.PlusDays(UsualDays - 1);
            return Period.DaysBetween(from, to) is >= 0 and < MostDays ? (from, to) : Responses.Unreadable("to", "Give a day from the first one on, at most 30 days later.");
        });
}
