using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>What is recorded of a person after they left, or died.</summary>
public static class AtHomeEndpoints
{
    /// <summary>Records that the person arrived where they were going.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/arrival"), Requires(Operation.RecordArrival), Accepts<ArrivalRequest>, Records]
    public static Task<IResult> Arrive(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ArrivalRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that the person came back to hospital before being seen.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/failed-discharge"), Requires(Operation.RecordReturn), Accepts<FailedDischargeRequest>, Records]
    public static Task<IResult> Fail(Guid id, CaseCommands cases, HttpContext http) => cases.Run<FailedDischargeRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a readmission, which ends the case.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/readmission"), Requires(Operation.RecordReturn), Accepts<ReadmissionRequest>, Records]
    public static Task<IResult> Readmit(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ReadmissionRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a death, at any moment.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/death"), Requires(Operation.RecordDeath), Accepts<DeathRequest>, Records]
    public static Task<IResult> RecordDeath(Guid id, CaseCommands cases, HttpContext http) =>
        cases.RunJointly<DeathRequest>(DischargeCaseType.Instance, id, http, _ => Streams.OfCase(id), (said, held, note) => JointVerdict.Of((id, said.Decide(id, held[id], note))));

    /// <summary>Records an assessment in the community.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/community-assessments"), Requires(Operation.AssessInCommunity), Accepts<CommunityAssessmentRequest>, Records]
    public static Task<IResult> Assess(Guid id, CaseCommands cases, HttpContext http) => cases.Run<CommunityAssessmentRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that a package of care started, or started again.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/packages-of-care"), Requires(Operation.StartPackageOfCare), Accepts<PackageOfCareRequest>, Records]
    public static Task<IResult> StartPackageOfCare(Guid id, CaseCommands cases, HttpContext http) => cases.Run<PackageOfCareRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records the long-term outcome.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/outcome"), Requires(Operation.RecordOutcome), Accepts<OutcomeRequest>, Records]
    public static Task<IResult> RecordOutcome(Guid id, CaseCommands cases, HttpContext http) => cases.Run<OutcomeRequest>(DischargeCaseType.Instance, id, http);
}
