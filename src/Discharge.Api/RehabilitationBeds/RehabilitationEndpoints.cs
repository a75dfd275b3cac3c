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
using Discharge.Persistence.RehabilitationBeds;
using Wolverine.Http;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>Rehabilitation beds: from the referral through the bed to the ending. A bed is reserved where places are.</summary>
public static class RehabilitationEndpoints
{
    private const int Most = 200;

    private const int Usual = 50;

    /// <summary>Opens a case by a referral, down from hospital or up from home. A person has one open case at most; 409 with it where there is one.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases"), Requires(Operation.ReferForRehabilitation), Accepts<RehabilitationReferralRequest>, Records(StatusCodes.Status201Created), Records]
    public static Task<IResult> Refer(CaseCommands cases, PersonIndex index, HttpContext http) =>
        cases.Open<RehabilitationReferralRequest>(RehabilitationType.Instance, request => request.ToOpening(index, Guid.CreateVersion7(), Reaches.Of(http)), http);

    /// <summary>A case as it stands now: the bed and how long it was held and why, visits, confidence, its clocks and what is next.</summary>
    [WolverineGet("/v1/rehabilitation-bed-cases/{id}"), Requires(Operation.ReadCase), Answers<RehabilitationView, ExampleRehabilitation>(Tagged = true)]
    public static async Task<IResult> Get(Guid id, RehabilitationCases cases, HttpContext http) => Screens.Answer(
        await cases.OneAsync(id, http.RequestAborted) is { } view ? new Shown(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options), view.Version) : null, RehabilitationType.Instance.Name, http);

    /// <summary>The open cases of a team, in the order of their ids, so that no page misses one.</summary>
    [WolverineGet("/v1/rehabilitation-bed-cases"), Requires(Operation.ReadCase), Answers<RehabilitationList, ExampleRehabilitation>(Tagged = true)]
    [Query<OdsCode>("team", "Only cases of this team.")]
    [Query<Guid>("after", "The cases after this one: next of the page before.")]
    [Query<int>("limit", "How many at the most, 1 to 200; 50 where it is not said.")]
    public static Task<IResult> List(RehabilitationCases cases, HttpContext http) =>
        http.Request.Query.Code("team").And(Places.Id(http.Request.Query, "after")).And(http.Request.Query.Number("limit", 1, Most)).Answer(async read =>
        {
            var ((team, after), limit) = read;
            var page = await cases.PageAsync(team, after, limit ?? Usual, Reaches.Of(http), http.RequestAborted);
            if (page.Next is { } next)
            {
                http.Response.Headers.Link = $"<{Paging.NextPage(http.Request, next.ToString(null, CultureInfo.InvariantCulture))}>; rel=\"next\"";
            }

            return Shown(page, http);
        });

    /// <summary>The board of a team: who is out on a home access visit since when, whose bed is held and why, what is due and what is next for everybody.</summary>
    [WolverineGet("/v1/rehabilitation-board"), Requires(Operation.ReadCase), Answers<RehabilitationBoard, ExampleRehabilitation>(Tagged = true)]
    [Query<OdsCode>("team", "Only cases of this team.")]
    public static Task<IResult> Board(RehabilitationCases cases, HttpContext http) =>
        http.Request.Query.Code("team").Answer(async team => Shown(await cases.BoardAsync(team, Reaches.Of(http), http.RequestAborted), http));

    /// <summary>Accepts the referral, or declines it with the reason.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/answers"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationAnswerRequest>, Records]
    public static Task<IResult> Answer(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<RehabilitationAnswerRequest>(id, http);

    /// <summary>Records that the person was admitted to a bed, or moved to another one, in the bed and in the case at once; refused only where somebody else has it.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/admissions"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationAdmissionRequest>, Records]
    public static Task<IResult> Admit(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<RehabilitationAdmissionRequest>(id, http);

    /// <summary>Sets a goal with the person; its entry is how it is addressed.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/goals"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationGoalRequest>, Records]
    public static Task<IResult> SetGoal(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<RehabilitationGoalRequest>(id, http);

    /// <summary>Scores how the person manages by now.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/goal-scores"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationGoalScoreRequest>, Records]
    public static Task<IResult> ScoreGoal(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<RehabilitationGoalScoreRequest>(id, http);

    /// <summary>Records a therapy session.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/therapy-sessions"), Requires(Operation.WorkRehabilitation), Accepts<TherapySessionRequest>, Records]
    public static Task<IResult> HoldSession(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<TherapySessionRequest>(id, http);

    /// <summary>Records a review.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/reviews"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationReviewRequest>, Records]
    public static Task<IResult> Review(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<RehabilitationReviewRequest>(id, http);

    /// <summary>Records that the person left: home, by their own decision, to hospital, to a care home or a hospice, or died. Always recorded; a visit they were out on ends with it.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/departures"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationDepartureRequest>, Records]
    public static Task<IResult> Leave(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<RehabilitationDepartureRequest>(id, http);

    /// <summary>Ends rehabilitation with its result, once the person has left; what is still kept for them is given up.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/ending"), Requires(Operation.WorkRehabilitation), Accepts<RehabilitationEndingRequest>, Records]
    public static Task<IResult> End(Guid id, CaseCommands cases, HttpContext http) => cases.OfRehabilitation<RehabilitationEndingRequest>(id, http);

    /// <summary>Withdraws an entry of the case as entered in error, as whoever works in it may; what a place has on record of it is withdrawn with it.</summary>
    [WolverinePost("/v1/rehabilitation-bed-cases/{id}/entries/{version}/withdrawal"), Requires(Operation.WorkRehabilitation), Accepts<WithdrawalRequest>, Records]
    public static Task<IResult> Withdraw(Guid id, long version, CaseCommands cases, HttpContext http) => cases.Withdraw(RehabilitationType.Instance, id, version, http);

    /// <summary>Runs a command on a rehabilitation-bed case, with what it means for places.</summary>
    /// <param name="cases">The way in.</param>
    /// <param name="id">The case.</param>
    /// <param name="http">The request.</param>
    /// <param name="completing">Adds what the path says to what the body says.</param>
    /// <typeparam name="T">What the body says.</typeparam>
    internal static Task<IResult> OfRehabilitation<T>(this CaseCommands cases, Guid id, HttpContext http, Func<T, Reading<T>>? completing = null)
        where T : RehabilitationRequest =>
        cases.RunJointly(RehabilitationType.Instance, id, http, request => request.Concerning(id), (request, held, note) => request.Decide(id, held, note), completing);

    private static IResult Shown<T>(T view, HttpContext http) => Screens.Answer(new Shown(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options), Version: 0) { OfOpenCases = true }, RehabilitationType.Instance.Name, http);
}
