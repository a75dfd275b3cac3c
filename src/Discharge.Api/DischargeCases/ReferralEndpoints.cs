using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>To whom the person is referred, what is to be done, and how far it has come.</summary>
public static class ReferralEndpoints
{
    /// <summary>Refers the person to a service.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/referrals"), Requires(Operation.Refer), Accepts<ReferralSentRequest>, Records]
    public static Task<IResult> Refer(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ReferralSentRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a step of a referral: received, triaged, accepted, declined, allocated, done, or taken back.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/referrals/{referral}/steps"), Requires(Operation.Refer), Accepts<ReferralStepTakenRequest>, Records]
    public static Task<IResult> TakeReferralStep(Guid id, Guid referral, CaseCommands cases, HttpContext http) =>
        cases.Run<ReferralStepTakenRequest>(DischargeCaseType.Instance, id, http, request => request with { Referral = referral });

    /// <summary>Sets a task.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/tasks"), Requires(Operation.SetTask), Accepts<TaskSetRequest>, Records]
    public static Task<IResult> SetTask(Guid id, CaseCommands cases, HttpContext http) => cases.Run<TaskSetRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that a task was done, or is no longer needed.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/tasks/{task}/done"), Requires(Operation.SetTask), Accepts<TaskEndedRequest>, Records]
    public static Task<IResult> EndTask(Guid id, Guid task, CaseCommands cases, HttpContext http) =>
        cases.Run<TaskEndedRequest>(DischargeCaseType.Instance, id, http, request => request with { Task = task });
}
