using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>What is recorded so that a person leaves safely.</summary>
public static class TransferEndpoints
{
    /// <summary>Says how something needed for a safe transfer stands.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/transfer-items"), Requires(Operation.ReportTransferItem), Accepts<TransferItemRequest>, Records]
    public static Task<IResult> ReportItem(Guid id, CaseCommands cases, HttpContext http) => cases.Run<TransferItemRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Plans the first care call, or plans it anew.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/first-care-call-plans"), Requires(Operation.PlanFirstCareCall), Accepts<FirstCareCallPlanRequest>, Records]
    public static Task<IResult> PlanFirstCareCall(Guid id, CaseCommands cases, HttpContext http) => cases.Run<FirstCareCallPlanRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the first care call was made.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/first-care-call"), Requires(Operation.RecordFirstCareCall), Accepts<FirstCareCallRequest>, Records]
    public static Task<IResult> MakeFirstCareCall(Guid id, CaseCommands cases, HttpContext http) => cases.Run<FirstCareCallRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that a first care call was not made; the hub is told.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/missed-care-calls"), Requires(Operation.RecordFirstCareCall), Accepts<MissedCareCallRequest>, Records]
    public static Task<IResult> ReportMissedCareCall(Guid id, CaseCommands cases, HttpContext http) => cases.Run<MissedCareCallRequest>(DischargeCaseType.Instance, id, http);
}
