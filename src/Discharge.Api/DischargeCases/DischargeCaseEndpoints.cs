using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>What is recorded and decided in a discharge case, and how it stands.</summary>
public static class DischargeCaseEndpoints
{
    /// <summary>
    /// Opens a case for somebody admitted, or first heard of on a ward. The same opening sent again, with its moment and all it says of somebody who has an NHS number, a hospital number,
    /// or a name and a date of birth, opens nothing and is answered 200.
    /// </summary>
    [WolverinePost("/v1/discharge-cases"), Requires(Operation.OpenCase), Accepts<OpenCaseRequest>, Records(StatusCodes.Status201Created), Records]
    public static Task<IResult> Open(CaseCommands cases, PersonIndex index, HttpContext http) =>
        cases.Open<OpenCaseRequest>(
            DischargeCaseType.Instance,
            request => request.ToOpening(index, Guid.CreateVersion7()),
            http,
            refuse: request => request.AmissFor(Reaches.Of(http)).ToArray() is [_, ..] amiss ? Responses.Unreadable(amiss) : null);

    /// <summary>The case as it stands now, with its clocks, warnings and next steps.</summary>
    [WolverineGet("/v1/discharge-cases/{id}"), Requires(Operation.ReadCase), Answers<WithPerson<DischargeCaseView>, ExampleCase>(Tagged = true)]
    public static async Task<IResult> Get(Guid id, DischargeCaseScreens screens, HttpContext http) =>
        Screens.Answer(await screens.CaseAsync(id, http.RequestAborted), DischargeCaseType.Instance.Name, http);

    /// <summary>Records a review of the criteria to reside.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/criteria-to-reside-reviews"), Requires(Operation.ReviewCriteriaToReside), Accepts<CriteriaToResideReviewRequest>, Records]
    public static Task<IResult> Review(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CriteriaToResideReviewRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records the functional assessment made at the hospital.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/functional-assessment"), Requires(Operation.AssessFunction), Accepts<FunctionalAssessmentRequest>, Records]
    public static Task<IResult> Assess(Guid id, CaseCommands cases, HttpContext http) => cases.Run<FunctionalAssessmentRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Decides the pathway.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/pathway-decision"), Requires(Operation.DecidePathway), Accepts<PathwayDecisionRequest>, Records]
    public static Task<IResult> DecidePathway(Guid id, CaseCommands cases, HttpContext http) => cases.Run<PathwayDecisionRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Decides to discharge; refused with what is missing, unless a senior decides against the rule.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/discharge-decision"), Requires(Operation.DecideDischarge), Accepts<DischargeDecisionRequest>, Records]
    public static Task<IResult> DecideDischarge(Guid id, CaseCommands cases, HttpContext http) => cases.Run<DischargeDecisionRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Books the visit at which the person is to be seen at home.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-visit-bookings"), Requires(Operation.BookHomeVisit), Accepts<HomeVisitBookingRequest>, Records]
    public static Task<IResult> BookHomeVisit(Guid id, CaseCommands cases, HttpContext http) => cases.Run<HomeVisitBookingRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the person left the hospital; never refused for what was missing.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/discharge"), Requires(Operation.RecordLeaving), Accepts<DischargeRequest>, Records]
    public static Task<IResult> Leave(Guid id, CaseCommands cases, HttpContext http) => cases.Run<DischargeRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a welfare check.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/welfare-check"), Requires(Operation.CheckWelfare), Accepts<WelfareCheckRequest>, Records]
    public static Task<IResult> CheckWelfare(Guid id, CaseCommands cases, HttpContext http) => cases.Run<WelfareCheckRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the person was seen at home.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/home-visit"), Requires(Operation.RecordHomeVisit), Accepts<HomeVisitRequest>, Records]
    public static Task<IResult> SeeAtHome(Guid id, CaseCommands cases, HttpContext http) => cases.Run<HomeVisitRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a visit at which the person was not seen; the clock runs on.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/failed-home-visits"), Requires(Operation.RecordHomeVisit), Accepts<FailedHomeVisitRequest>, Records]
    public static Task<IResult> ReportFailedVisit(Guid id, CaseCommands cases, HttpContext http) => cases.Run<FailedHomeVisitRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Closes the case with its outcome; refused with what is missing, and without the welfare check unless a senior decides against the rule.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/closure"), Requires(Operation.CloseCase), Accepts<ClosureRequest>, Records]
    public static Task<IResult> Close(Guid id, CaseCommands cases, HttpContext http) =>
        cases.RunJointly<ClosureRequest>(DischargeCaseType.Instance, id, http, _ => Streams.OfCase(id), (said, held, note) => JointVerdict.Of((id, said.Decide(id, held[id], note))));
}
