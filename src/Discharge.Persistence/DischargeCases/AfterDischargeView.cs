using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>What became of a person after leaving.</summary>
/// <param name="ArrivedAt">When they arrived.</param>
/// <param name="ReceivedBy">In what role somebody received them.</param>
/// <param name="WelfareCheck">The last welfare check.</param>
/// <param name="FailedAt">When they came back before being seen.</param>
/// <param name="ReadmittedAt">When they were admitted to hospital again.</param>
/// <param name="ReturnReason">Why they came back.</param>
/// <param name="DiedAt">When they died.</param>
/// <param name="PlaceOfDeath">Where they died.</param>
/// <param name="CommunityAssessment">The last assessment in the community.</param>
/// <param name="PackageOfCare">The package of care as it last started.</param>
/// <param name="Outcome">The long-term outcome recorded last.</param>
public sealed record AfterDischargeView(
    Instant? ArrivedAt,
    ReceiverRole? ReceivedBy,
    WelfareCheckView? WelfareCheck,
    Instant? FailedAt,
    Instant? ReadmittedAt,
    ReturnReason? ReturnReason,
    Instant? DiedAt,
    PlaceOfDeath? PlaceOfDeath,
    CommunityAssessmentView? CommunityAssessment,
    PackageOfCareView? PackageOfCare,
    CaseOutcome? Outcome)
{
    /// <summary>What became of the person whose case this is.</summary>
    public static AfterDischargeView Of(DischargeCase discharge)
    {
        var (arrived, failed, readmitted) = (discharge.Facts.First<ArrivedAtDestination>(), discharge.Facts.First<DischargeFailed>(), discharge.Facts.First<Readmitted>());
        return new(
            arrived?.OccurredAt,
            arrived?.ReceivedBy,
            discharge.Facts.Last<WelfareCheckCompleted>() is { } check ? new(check.OccurredAt, check.By, check.Outcome) : null,
            failed?.OccurredAt,
            readmitted?.OccurredAt,
            failed?.Reason ?? readmitted?.Reason,
            discharge.Death?.OccurredAt,
            discharge.Death?.Place,
            discharge.Facts.Last<CommunityAssessmentMade>() is { } assessed ? new(assessed.OccurredAt, assessed.By, assessed.Needs) : null,
            discharge.Facts.Last<PackageOfCareStarted>() is { } care ? new(care.OccurredAt, care.Provider, care.Start, care.VisitsADay, care.DoubleHanded) : null,
            discharge.Facts.Last<OutcomeRecorded>()?.Outcome);
    }
}

/// <summary>A welfare check.</summary>
/// <param name="At">When.</param>
/// <param name="By">The role of whoever checked.</param>
/// <param name="Outcome">What they found.</param>
public sealed record WelfareCheckView(Instant At, StaffRole By, WelfareOutcome Outcome);

/// <summary>An assessment in the community.</summary>
/// <param name="At">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What the person needs.</param>
public sealed record CommunityAssessmentView(Instant At, StaffRole By, Listed<FunctionalNeed> Needs);

/// <summary>A package of care.</summary>
/// <param name="StartedAt">When care first came under it.</param>
/// <param name="Provider">Who gives it.</param>
/// <param name="Start">Whether it is new, or the one from before.</param>
/// <param name="VisitsADay">Visits a day.</param>
/// <param name="DoubleHanded">Whether two come to each visit.</param>
public sealed record PackageOfCareView(Instant StartedAt, OdsCode Provider, PackageStart Start, int VisitsADay, bool DoubleHanded);
