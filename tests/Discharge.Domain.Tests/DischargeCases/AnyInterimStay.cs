using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>Any command about an interim stay, and facts of the same kinds.</summary>
internal static class AnyInterimStay
{
    private static readonly LocalDate Day = new(2026, 4, 9);

    private static readonly Guid?[] Beds = [null, AnyPerson.Ids[0], AnyPerson.Ids[1]];

    private static readonly Gen<InterimPlace> Places =
        from kind in Gen.Enum<InterimBedKind>()
        from bed in Gen.OneOf(Beds)
        select new InterimPlace(kind, Westbrook, bed, 124_600);

    public static Gen<DischargeCaseCommand>[] Commands(Instant at, StaffRole role) =>
    [
        Gen.Enum<InterimBedKind>().Select<InterimBedKind, DischargeCaseCommand>(kind => new AgreeContingencyPlace(at, kind, Westbrook, at, Note, Note, role)),
        Gen.Select(Gen.Long[1, 6], Places, DischargeCaseCommand (agreement, place) => new InvokeContingencyPlace(at, agreement, place, [Hazard.Falls], role)),
        Gen.Select(Places, Gen.Enum<DirectMoveReason>(), DischargeCaseCommand (place, reason) => new MoveUnplanned(at, place, reason, role)),
        Gen.Enum<ReasonHomeNotPossible>().Select<ReasonHomeNotPossible, DischargeCaseCommand>(reason => new FindHomeNotPossible(at, [reason], role)),
        Gen.Enum<InterimBedKind>().Select<InterimBedKind, DischargeCaseCommand>(kind => new DecideInterimStay(at, kind, Day, role)),
        Places.Select<InterimPlace, DischargeCaseCommand>(place => new OccupyInterimBed(at, place, Note)),
        Gen.Const<DischargeCaseCommand>(new HoldInterimBed(at, role)),
        Gen.Enum<LeavingInterimBedFor>().Select<LeavingInterimBedFor, DischargeCaseCommand>(reason => new VacateInterimBed(at, reason)),
        Gen.Enum<ExtensionReason>().Select<ExtensionReason, DischargeCaseCommand>(reason => new ExtendInterimStay(at, Day, reason, SeniorRole.HubLead, Note)),
        Gen.Enum<LibertyStanding>().Select<LibertyStanding, DischargeCaseCommand>(standing => new RecordLiberty(at, standing, role, Day)),
        Gen.Const<DischargeCaseCommand>(new BeginLongTermAssessment(at, role)),
        Gen.Enum<RecoveryFinding>().Select<RecoveryFinding, DischargeCaseCommand>(finding => new JudgeRecovery(at, finding, RecoveryGround.GoalsMet, role)),
        Gen.Enum<LongTermOutcome>().Select<LongTermOutcome, DischargeCaseCommand>(outcome => new CompleteLongTermAssessment(at, outcome, role)),
        Gen.Bool.Select<bool, DischargeCaseCommand>(positive => new ReceiveChecklist(at, positive, role)),
        Gen.Bool.Select<bool, DischargeCaseCommand>(eligible => new RecordContinuingHealthcareDecision(at, eligible)),
    ];

    public static Gen<DischargeCaseEvent>[] Facts(Instant at, StaffRole role) =>
    [
        Places.Select<InterimPlace, DischargeCaseEvent>(place => new InterimBedOccupied(at, place)),
        Places.Select<InterimPlace, DischargeCaseEvent>(place => new InterimBedOccupied(at, place)),
        Places.Select<InterimPlace, DischargeCaseEvent>(place => new InterimBedOccupied(at, place, new DirectMove(DirectMoveReason.CarerCouldNotGoOn, [], role))),
        Gen.Enum<LeavingInterimBedFor>().Select<LeavingInterimBedFor, DischargeCaseEvent>(reason => new InterimBedVacated(at, reason)),
        Gen.Const<DischargeCaseEvent>(new InterimBedHeld(at, role)),
        Gen.Enum<InterimBedKind>().Select<InterimBedKind, DischargeCaseEvent>(kind => new InterimStayDecided(at, kind, Day, role)),
        Gen.Enum<LongTermOutcome>().Select<LongTermOutcome, DischargeCaseEvent>(outcome => new LongTermAssessmentCompleted(at, outcome, role)),
        Gen.Bool.Select<bool, DischargeCaseEvent>(positive => new ChecklistReceived(at, positive, role)),
    ];
}
