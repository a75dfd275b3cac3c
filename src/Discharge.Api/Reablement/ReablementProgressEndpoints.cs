using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.Reablement;
using Wolverine.Http;

namespace Discharge.Api.Reablement;

/// <summary>How somebody gets on in reablement: consent, the start, visits, assessments, goals, reviews and care.</summary>
public static class ReablementProgressEndpoints
{
    /// <summary>Plans a visit; its entry is how it is addressed. Never refused for coming after six weeks.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/planned-visits"), Requires(Operation.WorkReablement), Accepts<PlannedVisitRequest>, Records]
    public static Task<IResult> PlanVisit(Guid id, CaseCommands cases, HttpContext http) => cases.Run<PlannedVisitRequest>(ReablementType.Instance, id, http);

    /// <summary>Records that a planned visit was missed, and why.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/missed-visits"), Requires(Operation.WorkReablement), Accepts<MissedVisitRequest>, Records]
    public static Task<IResult> MissVisit(Guid id, CaseCommands cases, HttpContext http) => cases.Run<MissedVisitRequest>(ReablementType.Instance, id, http);

    /// <summary>Records what the person says to reablement, at whatever point.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/consents"), Requires(Operation.WorkReablement), Accepts<ReablementConsentRequest>, Records]
    public static Task<IResult> AnswerConsent(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ReablementConsentRequest>(ReablementType.Instance, id, http);

    /// <summary>Offers the person a date to start on, or confirms it with them.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/start-dates"), Requires(Operation.WorkReablement), Accepts<StartDateRequest>, Records]
    public static Task<IResult> DateStart(Guid id, CaseCommands cases, HttpContext http) => cases.Run<StartDateRequest>(ReablementType.Instance, id, http);

    /// <summary>Says in which part of the team's area the person lives.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/patches"), Requires(Operation.WorkReablement), Accepts<PatchRequest>, Records]
    public static Task<IResult> AssignPatch(Guid id, CaseCommands cases, HttpContext http) => cases.Run<PatchRequest>(ReablementType.Instance, id, http);

    /// <summary>Records that a care provider bridges for the person.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/bridgings"), Requires(Operation.WorkReablement), Accepts<BridgingRequest>, Records]
    public static Task<IResult> Bridge(Guid id, CaseCommands cases, HttpContext http) => cases.Run<BridgingRequest>(ReablementType.Instance, id, http);

    /// <summary>Records that the provider bridges no longer.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/bridging-ends"), Requires(Operation.WorkReablement), Accepts<BridgingEndRequest>, Records]
    public static Task<IResult> EndBridging(Guid id, CaseCommands cases, HttpContext http) => cases.Run<BridgingEndRequest>(ReablementType.Instance, id, http);

    /// <summary>Records that a functional assessment was requested, which is responded to within 48 hours; its entry is how the request is addressed.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/assessment-requests"), Requires(Operation.WorkReablement), Accepts<AssessmentRequest>, Records]
    public static Task<IResult> RequestAssessment(Guid id, CaseCommands cases, HttpContext http) => cases.Run<AssessmentRequest>(ReablementType.Instance, id, http);

    /// <summary>Records how a request for a functional assessment was responded to.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/assessment-answers"), Requires(Operation.WorkReablement), Accepts<AssessmentAnswerRequest>, Records]
    public static Task<IResult> AnswerAssessment(Guid id, CaseCommands cases, HttpContext http) => cases.Run<AssessmentAnswerRequest>(ReablementType.Instance, id, http);

    /// <summary>Records that the person's function was assessed at home.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/assessments"), Requires(Operation.WorkReablement), Accepts<HomeAssessmentRequest>, Records]
    public static Task<IResult> Assess(Guid id, CaseCommands cases, HttpContext http) => cases.Run<HomeAssessmentRequest>(ReablementType.Instance, id, http);

    /// <summary>Sets a goal with the person; its entry is how it is addressed.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/goals"), Requires(Operation.WorkReablement), Accepts<GoalRequest>, Records]
    public static Task<IResult> SetGoal(Guid id, CaseCommands cases, HttpContext http) => cases.Run<GoalRequest>(ReablementType.Instance, id, http);

    /// <summary>Scores how the person manages by now.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/goal-scores"), Requires(Operation.WorkReablement), Accepts<GoalScoreRequest>, Records]
    public static Task<IResult> ScoreGoal(Guid id, CaseCommands cases, HttpContext http) => cases.Run<GoalScoreRequest>(ReablementType.Instance, id, http);

    /// <summary>Records a review.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/reviews"), Requires(Operation.WorkReablement), Accepts<ReablementReviewRequest>, Records]
    public static Task<IResult> Review(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ReablementReviewRequest>(ReablementType.Instance, id, http);

    /// <summary>Notes what the person needs at home beside visits.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/home-needs"), Requires(Operation.WorkReablement), Accepts<HomeNeedRequest>, Records]
    public static Task<IResult> NoteNeed(Guid id, CaseCommands cases, HttpContext http) => cases.Run<HomeNeedRequest>(ReablementType.Instance, id, http);

    /// <summary>Records how much care the person has, at the start and whenever it changes.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/care"), Requires(Operation.WorkReablement), Accepts<CareRequest>, Records]
    public static Task<IResult> RecordCare(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CareRequest>(ReablementType.Instance, id, http);
}
