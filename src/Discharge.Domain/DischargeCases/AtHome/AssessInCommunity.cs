using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What the person needs was assessed further in the community (A1). It may be assessed again; the last assessment counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What they need now.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AssessInCommunity(Instant OccurredAt, StaffRole By, Listed<FunctionalNeed> Needs, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The assessor's role is not one that assesses.</summary>
    public static readonly Departure ByNonAssessingRole = new(
        "discharge.community-assessed-by-non-assessing-role", "The assessment in the community was made in a role that does not assess.", Owner.ReablementTeam);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CommunityAssessmentMade(OccurredAt, By, [.. Needs.Distinct().Order()], Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(OccurredAt))
        .Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt))
        .Departing(ByNonAssessingRole, unless: By.Assesses());
}
