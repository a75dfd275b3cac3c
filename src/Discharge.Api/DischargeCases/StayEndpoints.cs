using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>What happens to a person between admission and leaving.</summary>
public static class StayEndpoints
{
    /// <summary>Records the admission of somebody first heard of before it.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/admission"), Requires(Operation.RecordAdmission), Accepts<AdmissionRequest>, Records]
    public static Task<IResult> Admit(Guid id, CaseCommands cases, HttpContext http) => cases.Run<AdmissionRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a move to another bed, ward or site, to the discharge lounge, or to another consultant; the board of the ward moved to shows the person.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/moves"), Requires(Operation.RecordMove), Accepts<MoveRequest>, Records]
    public static Task<IResult> Move(Guid id, CaseCommands cases, HttpContext http) =>
        cases.Run<MoveRequest>(DischargeCaseType.Instance, id, http, request => request.SayingSomething());

    /// <summary>Records that the plan for the discharge was opened.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/plan"), Requires(Operation.PlanDischarge), Accepts<PlanRequest>, Records]
    public static Task<IResult> OpenPlan(Guid id, CaseCommands cases, HttpContext http) => cases.Run<PlanRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records the expected date of discharge, or that it changed and why.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/expected-discharge-dates"), Requires(Operation.PlanDischarge), Accepts<ExpectedDateRequest>, Records]
    public static Task<IResult> Expect(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ExpectedDateRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a ward round and who attended it.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/ward-rounds"), Requires(Operation.RecordWardRound), Accepts<WardRoundRequest>, Records]
    public static Task<IResult> AttendRound(Guid id, CaseCommands cases, HttpContext http) => cases.Run<WardRoundRequest>(DischargeCaseType.Instance, id, http);
}
