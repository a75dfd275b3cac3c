using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Persistence.DischargeCases;
using Wolverine.Http;

namespace Discharge.Api.DischargeCases;

/// <summary>What somebody needs for the long term.</summary>
public static class LongTermNeedsEndpoints
{
    /// <summary>Records that the assessment of long-term needs was begun.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/long-term-assessments"), Requires(Operation.AssessLongTermNeeds), Accepts<LongTermAssessmentRequest>, Records]
    public static Task<IResult> Begin(Guid id, CaseCommands cases, HttpContext http) => cases.Run<LongTermAssessmentRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that maximum independence is reached, no further gain is expected, or it is the end of life, by whom and on what ground.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/recovery-findings"), Requires(Operation.AssessLongTermNeeds), Accepts<RecoveryFindingRequest>, Records]
    public static Task<IResult> JudgeRecovery(Guid id, CaseCommands cases, HttpContext http) => cases.Run<RecoveryFindingRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Completes the assessment of long-term needs with its outcome; refused before the person has recovered as far as they will.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/long-term-outcomes"), Requires(Operation.AssessLongTermNeeds), Accepts<LongTermOutcomeRequest>, Records]
    public static Task<IResult> Complete(Guid id, CaseCommands cases, HttpContext http) => cases.Run<LongTermOutcomeRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records a Checklist for NHS continuing healthcare; a positive one starts the 28 days to a decision.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/continuing-healthcare-checklists"), Requires(Operation.AssessLongTermNeeds), Accepts<ChecklistRequest>, Records]
    public static Task<IResult> ReceiveChecklist(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ChecklistRequest>(DischargeCaseType.Instance, id, http);

    /// <summary>Records that eligibility for NHS continuing healthcare was decided.</summary>
    [WolverinePost("/v1/discharge-cases/{id}/continuing-healthcare-decisions"), Requires(Operation.AssessLongTermNeeds), Accepts<ContinuingHealthcareDecisionRequest>, Records]
    public static Task<IResult> DecideContinuingHealthcare(Guid id, CaseCommands cases, HttpContext http) => cases.Run<ContinuingHealthcareDecisionRequest>(DischargeCaseType.Instance, id, http);
}
