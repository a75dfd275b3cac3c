using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using NodaTime;

namespace Discharge.Persistence.RehabilitationBeds;

/// <summary>A home access visit.</summary>
/// <param name="Visit">The entry that started it, by which it is addressed, and the hold of the bed with it.</param>
/// <param name="StartedAt">When they left for it.</param>
/// <param name="Staff">Who of the team went.</param>
/// <param name="Others">Who else did.</param>
/// <param name="Bed">The bed that is held.</param>
/// <param name="Tests">The equipment that was tested, with its result.</param>
/// <param name="Risks">The risks that were found, what was considered and what was chosen.</param>
/// <param name="Outcome">How it ended; null while nothing says so.</param>
/// <param name="EndedAt">When it did.</param>
/// <param name="BedHeldSince">Since when the bed is held because of it; null once it is over.</param>
public sealed record HomeAccessVisitView(
    long Visit,
    Instant StartedAt,
    IReadOnlyList<VisitingStaff> Staff,
    IReadOnlyList<VisitCompanion> Others,
    Guid? Bed,
    IReadOnlyList<EquipmentTestView> Tests,
    IReadOnlyList<VisitRiskView> Risks,
    VisitOutcome? Outcome,
    Instant? EndedAt,
    Instant? BedHeldSince)
{
    internal static HomeAccessVisitView Of(HomeAccessVisit visit, RehabilitationCase rehabilitation) => new(
        visit.Start.Version,
        visit.Started.OccurredAt,
        visit.Started.Staff,
        visit.Started.Others ?? [],
        visit.Started.Bed,
        [.. visit.TestsIn(rehabilitation).Select(tested => new EquipmentTestView(tested.Item, tested.Result, tested.OccurredAt))],
        [.. visit.RisksIn(rehabilitation).Select(decided => new VisitRiskView(decided.Hazards, [.. decided.Options.Select(option => option.Way)], decided.Chosen, decided.By, decided.Role, decided.OccurredAt))],
        visit.Outcome,
        visit.End?.Fact.OccurredAt,
        visit.IsOpen ? visit.Started.OccurredAt : null);
}

/// <summary>A test of a piece of equipment.</summary>
/// <param name="Item">What.</param>
/// <param name="Result">How it went.</param>
/// <param name="At">When.</param>
public sealed record EquipmentTestView(EquipmentKind Item, TestResult Result, Instant At);

/// <summary>Risks that were found, and how they are managed.</summary>
/// <param name="Hazards">The risks.</param>
/// <param name="Considered">What was considered, the least intrusive first.</param>
/// <param name="Chosen">What was chosen of it.</param>
/// <param name="By">Who decided.</param>
/// <param name="Role">Their profession.</param>
/// <param name="At">When.</param>
public sealed record VisitRiskView(IReadOnlyList<Hazard> Hazards, IReadOnlyList<WayToManageRisk> Considered, WayToManageRisk Chosen, Subject By, RehabilitationRole Role, Instant At);

/// <summary>That somebody is confident that the risks at home can be managed.</summary>
/// <param name="Judgement">The entry that says so.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="Visit">The visit after which, where there was one.</param>
/// <param name="NoVisitBecause">Why no visit was needed, where there was none.</param>
public sealed record ConfidenceView(long Judgement, Instant At, Subject By, RehabilitationRole Role, ConfidenceGround Ground, long? Visit, NoVisitReason? NoVisitBecause)
{
    internal static ConfidenceView? Of(RehabilitationCase rehabilitation) => Confidence.HoldingIn(rehabilitation) is { Fact: RisksJudgedManageable judged } entry
        ? new(entry.Version, judged.OccurredAt, judged.By, judged.Role, judged.Ground, judged.Visit, judged.NoVisitBecause)
        : null;
}
