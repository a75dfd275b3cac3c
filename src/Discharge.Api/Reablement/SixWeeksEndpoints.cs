using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.Reablement;
using Wolverine.Http;

namespace Discharge.Api.Reablement;

/// <summary>The six weeks of reablement, what they cost, how they end and where the person is on day 91.</summary>
public static class SixWeeksEndpoints
{
    /// <summary>Starts charging; refused inside the free days, without a financial assessment, and where it was waived.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/charges"), Requires(Operation.WorkReablement), Accepts<ChargeRequest>, Records]
    public static Task<IResult> Charge(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ChargeRequest>(ReablementType.Instance, id, http);

    /// <summary>Decides why reablement goes on past six weeks: what it waits for, whose that is and whether the person is charged meanwhile; refused before day 28, and to charge without a financial assessment.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/limit-decisions"), Requires(Operation.WorkReablement), Accepts<LimitDecisionRequest>, Records]
    public static Task<IResult> DecideAtLimit(Guid id, CaseCommands cases, HttpContext http) => cases.Run<LimitDecisionRequest>(ReablementType.Instance, id, http);

    /// <summary>Ends reablement, with what comes after it in the national terms.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/ending"), Requires(Operation.WorkReablement), Accepts<ReablementEndingRequest>, Records]
    public static Task<IResult> End(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ReablementEndingRequest>(ReablementType.Instance, id, http);

    /// <summary>Records where the person was on day 91 after leaving the hospital.</summary>
    [WolverinePost("/v1/reablement-cases/{id}/follow-up"), Requires(Operation.WorkReablement), Accepts<FollowUpRequest>, Records]
    public static Task<IResult> FollowUp(Guid id, CaseCommands cases, HttpContext http) => cases.Run<FollowUpRequest>(ReablementType.Instance, id, http);
}
