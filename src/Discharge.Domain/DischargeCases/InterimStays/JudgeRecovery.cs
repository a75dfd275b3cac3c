using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Somebody found, and says on what ground, that maximum independence is reached, that no further gain is expected, or that it is the end of life (A2).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record JudgeRecovery(Instant OccurredAt, RecoveryFinding Finding, RecoveryGround Ground, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new RecoveryJudged(OccurredAt, Finding, Ground, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact).Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
}
