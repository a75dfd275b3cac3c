using System.Globalization;
using System.Text.Json;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.People;
using Discharge.Persistence;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Reablement;
using Wolverine.Http;

namespace Discharge.Api.Reablement;

/// <summary>Reablement: from the referral to the first contact, with one named worker at any moment.</summary>
public static class ReablementEndpoints
{
    private const int Most = 200;

    private const int Usual = 50;

    /// <summary>Opens a case by a referral from the community, the GP liaison or the Home First team. A person has one open case at most; 409 with it where there is one.</summary>
    [WolverinePost("/v1/reablement-cases"), Requires(Operation.ReferForReablement), Accepts<ReablementReferralRequest>, Records(StatusCodes.Status201Created), Records]
    public static Task<IResult> Refer(CaseCommands cases, PersonIndex index, HttpContext http) =>
        cases.Open<ReablementReferralRequest>(ReablementType.Instance, request => request.ToOpening(index, Guid.CreateVersion7()), http);

    /// <summary>A case as it stands now: how far it is, who answers for it, its clocks and what is next.</summary>
    [WolverineGet("/v1/reablement-cases/{id}"), Requires(Operation.ReadCase), Answers<ReablementView, ExampleReablement>(Tagged = true)]
    public static async Task<IResult> Get(Guid id, Caseloads cases, HttpContext http) => Screens.Answer(
        await cases.OneAsync(id, http.RequestAborted) is { } view ? new Shown(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options), view.Version) : null, ReablementType.Instance.Name, http);

    /// <summary>The open cases of a team or of a worker, in the order of their ids, so that no page misses one: new referrals with what is due, and who waits for a first contact.</summary>
    [WolverineGet("/v1/reablement-cases"), Requires(Operation.ReadCase), Answers<Caseload, ExampleReablement>(Tagged = true)]
    [Query<OdsCode>("team", "Only cases of this team.")]
    [Query<string>("worker", "Only cases this worker is in charge of, by the subject of their tokens.")]
    [Query<Guid>("after", "The cases after this one: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 200; 50 where it is not said.")]
    public static Task<IResult> List(Caseloads cases, HttpContext http) =>
        http.Request.Query.Code("team").And(Places.Words(http.Request.Query, "worker", 255)).And(Places.Id(http.Request.Query, "after")).And(http.Request.Query.Number("limit", 1, Most)).Answer(async read =>
        {
            var (((team, worker), after), limit) = read;
            var page = await cases.PageAsync(team, worker, after, limit ?? Usual, Reaches.Of(http), http.RequestAborted);
            if (page.Next is { } next)
            {
                http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, next.ToString(null, CultureInfo.InvariantCulture))}>; rel=\"next\"";
            }

            return Screens.Answer(new Shown(JsonSerializer.SerializeToUtf8Bytes(page, PublicJson.Options), Version: 0) { OfOpenCases = true }, ReablementType.Instance.Name, http);
        });

    /// <summary>Marks a referral as urgent: the person is to be contacted on the same day.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/urgency"), Requires(Operation.WorkReablement), Accepts<UrgencyRequest>, Records]
    public static Task<IResult> MarkUrgent(Guid id, CaseCommands cases, HttpContext http) => cases.Run<UrgencyRequest>(ReablementType.Instance, id, http);

    /// <summary>A person answers the referral: accepts, declines or asks back.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/answers"), Requires(Operation.WorkReablement), Accepts<ReferralAnswerRequest>, Records]
    public static Task<IResult> Answer(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ReferralAnswerRequest>(ReablementType.Instance, id, http);

    /// <summary>Gives the case to a named worker. Never refused because the team is full: then the worker on duty is given it and the lead is told. 409 with who has the case where somebody does.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/allocations"), Requires(Operation.WorkReablement), Accepts<AllocationRequest>, Records]
    public static Task<IResult> Allocate(Guid id, CaseCommands cases, HttpContext http) =>
        cases.RunAsking<AllocationRequest>(ReablementType.Instance, id, http, (request, connection, history, stop) => request.DecideAsync(connection, id, history, stop));

    /// <summary>Hands the case to another named worker, with the reason.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/hand-overs"), Requires(Operation.WorkReablement), Accepts<HandOverRequest>, Records]
    public static Task<IResult> HandOver(Guid id, CaseCommands cases, HttpContext http) => cases.Run<HandOverRequest>(ReablementType.Instance, id, http);

    /// <summary>A named colleague stands in while the worker is sick.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/covers"), Requires(Operation.WorkReablement), Accepts<CoverRequest>, Records]
    public static Task<IResult> Cover(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CoverRequest>(ReablementType.Instance, id, http);

    /// <summary>The named worker is back.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/cover-ends"), Requires(Operation.WorkReablement), Accepts<CoverEndRequest>, Records]
    public static Task<IResult> EndCover(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CoverEndRequest>(ReablementType.Instance, id, http);

    /// <summary>The named worker leaves the team, which says who left, and its lead holds the case until it is handed over.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/worker-departures"), Requires(Operation.WorkReablement), Accepts<WorkerDepartureRequest>, Records]
    public static Task<IResult> WorkerLeaves(Guid id, CaseCommands cases, HttpContext http) => cases.Run<WorkerDepartureRequest>(ReablementType.Instance, id, http);

    /// <summary>Records that the team was in contact with the person; the first contact is where reablement starts.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/contacts"), Requires(Operation.WorkReablement), Accepts<ContactRequest>, Records]
    public static Task<IResult> Contact(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ContactRequest>(ReablementType.Instance, id, http);

    /// <summary>Withdraws any entry of a reablement case as entered in error, as <c>/v1/cases/{id}/entries/{version}/withdrawal</c> does: the team puts its own record right. Everything that followed from it is worked out again.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/entries/{version}/withdrawal"), Requires(Operation.WorkReablement), Accepts<WithdrawalRequest>, Records]
    public static Task<IResult> Withdraw(Guid id, long version, CaseCommands cases, HttpContext http) =>
        cases.Withdraw(ReablementType.Instance, id, version, http);
}
