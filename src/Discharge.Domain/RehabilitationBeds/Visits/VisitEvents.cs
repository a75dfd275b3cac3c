using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>
/// The person went home with the team to try it, and their bed is held until the visit has an outcome (A5). Its entry is how it is addressed, and how the hold is; the place has the other half on record.
/// </summary>
/// <param name="OccurredAt">When they left for it.</param>
/// <param name="Staff">Who of the team went.</param>
/// <param name="Others">Who else did.</param>
/// <param name="Bed">The bed that is held.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeAccessVisitStarted(Instant OccurredAt, Listed<VisitingStaff> Staff, Listed<VisitCompanion>? Others = null, Guid? Bed = null, NoteRef? Note = null)
    : RehabilitationEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Held;

    HoldReason? ISharedFact.KeptBecause => HoldReason.HomeAccessVisit;
}

/// <summary>A piece of equipment was tested at a home access visit, with its result (A5).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Visit">The entry that started the visit.</param>
/// <param name="Item">What.</param>
/// <param name="Result">How it went.</param>
/// <param name="Note">What was added in words.</param>
public sealed record EquipmentTested(Instant OccurredAt, long Visit, EquipmentKind Item, TestResult Result, NoteRef? Note = null) : RehabilitationEvent(OccurredAt);

/// <summary>Risks were found at a home access visit, and it was decided how they are managed: what was considered, what was chosen and by whom (A21).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Visit">The entry that started the visit.</param>
/// <param name="Hazards">The risks that were found.</param>
/// <param name="Options">What was considered, the least intrusive first.</param>
/// <param name="Chosen">What was chosen of it.</param>
/// <param name="By">Who decided, as their tokens have it; never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Note">What was added in words.</param>
public sealed record VisitRiskDecided(
    Instant OccurredAt, long Visit, Listed<Hazard> Hazards, Listed<RiskOption> Options, WayToManageRisk Chosen, Subject By, RehabilitationRole Role, NoteRef? Note = null)
    : RehabilitationEvent(OccurredAt);

/// <summary>A home access visit ended with an outcome. The place has the other half on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Visit">The entry that started it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="StaysAtHome">Whether the person stays at home with the bed held although they are not discharged yet; of who is confident to be discharged.</param>
/// <param name="Bed">The bed that was held.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeAccessVisitConcluded(Instant OccurredAt, long Visit, VisitOutcome Outcome, bool StaysAtHome = false, Guid? Bed = null, NoteRef? Note = null)
    : RehabilitationEvent(OccurredAt), ISharedFact
{
    /// <summary>Whether the person does not come back and the bed is held for them all the same.</summary>
    internal bool KeepsTheBed => this is { Outcome: VisitOutcome.TrialNight } or { Outcome: VisitOutcome.ConfidentToDischarge, StaysAtHome: true };

    /// <summary>Whether the person came back to the bed.</summary>
    internal bool IsBack => this is { Outcome: VisitOutcome.ReturnToBed } or { Outcome: VisitOutcome.ConfidentToDischarge, StaysAtHome: false };

    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => IsBack ? PlaceStep.Occupied : KeepsTheBed ? PlaceStep.Held : PlaceStep.Released;

    HoldReason? ISharedFact.KeptBecause => Outcome is VisitOutcome.TrialNight ? HoldReason.TrialNight : HoldReason.AwaitingDischarge;

    ReleaseReason? ISharedFact.ReleasedBecause => Outcome switch
    {
        VisitOutcome.WouldNotComeBack => ReleaseReason.WentHome,
        VisitOutcome.AdmittedToHospital => ReleaseReason.BackInHospital,
        VisitOutcome.Died => ReleaseReason.Died,
        _ => null,
    };
}
