using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A welfare check after leaving.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever checked.</param>
/// <param name="Outcome">What they found.</param>
/// <param name="Note">What is added in words.</param>
public sealed record WelfareCheckRequest(Instant OccurredAt, StaffRole By, WelfareOutcome Outcome, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<WelfareCheckRequest>
{
    /// <inheritdoc/>
    public static WelfareCheckRequest Example => new(ExampleMoment.At(2026, 3, 5, 17, 45), StaffRole.DischargeCoordinator, WelfareOutcome.SafeAndWell);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new CheckWelfare(OccurredAt, By, Outcome, note(Note));
}

/// <summary>The person was seen at home.</summary>
/// <param name="OccurredAt">When they were seen.</param>
/// <param name="By">The role of whoever saw them.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HomeVisitRequest(Instant OccurredAt, StaffRole By, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<HomeVisitRequest>
{
    /// <inheritdoc/>
    public static HomeVisitRequest Example => new(ExampleMoment.At(2026, 3, 5, 14, 5), StaffRole.OccupationalTherapist, "Managed the stairs; commode to be moved upstairs.");

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new SeeAtHome(OccurredAt, By, note(Note));
}

/// <summary>Somebody came and did not see the person.</summary>
/// <param name="OccurredAt">When they came.</param>
/// <param name="By">The role of whoever came.</param>
/// <param name="Reason">Why the person was not seen.</param>
/// <param name="Note">What is added in words.</param>
public sealed record FailedHomeVisitRequest(Instant OccurredAt, StaffRole By, FailedVisitReason Reason, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<FailedHomeVisitRequest>
{
    /// <inheritdoc/>
    public static FailedHomeVisitRequest Example => new(ExampleMoment.At(2026, 3, 5, 12, 40), StaffRole.OccupationalTherapist, FailedVisitReason.NoAnswer);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ReportFailedVisit(OccurredAt, By, Reason, note(Note));
}

/// <summary>The case is closed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Override">A senior's decision to close without the welfare check, or without a visit that the person declined; needs a permission of its own.</param>
public sealed record ClosureRequest(Instant OccurredAt, CaseOutcome Outcome, string? Note = null, OverrideRequest? Override = null)
    : DischargeCaseRequest(OccurredAt, Note, Override?.Note), ICaseRequest, IExample<ClosureRequest>
{
    /// <inheritdoc/>
    public static ClosureRequest Example => new(ExampleMoment.At(2026, 4, 9, 16, 0), CaseOutcome.HomeWithoutSupport);

    // Not a field of the body, so it must not be seen as one.
    Operation? IDated.AlsoNeeds => Override is null ? null : Operation.OverrideClosing;

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new CloseCase(OccurredAt, Outcome, note(Note), Override?.ToOverride(note));
}

/// <summary>The person arrived.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="ReceivedBy">In what role somebody received them.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ArrivalRequest(Instant OccurredAt, ReceiverRole ReceivedBy, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<ArrivalRequest>
{
    /// <inheritdoc/>
    public static ArrivalRequest Example => new(ExampleMoment.At(2026, 3, 5, 11, 5), ReceiverRole.FamilyOrFriend);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ArriveAtDestination(OccurredAt, ReceivedBy, note(Note));
}

/// <summary>The person came back to hospital before being seen.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record FailedDischargeRequest(Instant OccurredAt, ReturnReason Reason, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<FailedDischargeRequest>
{
    /// <inheritdoc/>
    public static FailedDischargeRequest Example => new(ExampleMoment.At(2026, 3, 5, 19, 0), ReturnReason.CareNotThere);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ReportFailedDischarge(OccurredAt, Reason, note(Note));
}

/// <summary>The person was admitted to hospital again.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Site">The hospital site's ODS code, where known.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReadmissionRequest(Instant OccurredAt, ReturnReason Reason, OdsCode? Site = null, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<ReadmissionRequest>
{
    /// <inheritdoc/>
    public static ReadmissionRequest Example => new(ExampleMoment.At(2026, 3, 9, 3, 20), ReturnReason.Fall, OdsCode.Parse("RYJ01"));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new Readmit(OccurredAt, Reason, Site, note(Note));
}

/// <summary>The person died.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Place">Where.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DeathRequest(Instant OccurredAt, PlaceOfDeath Place, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<DeathRequest>
{
    /// <inheritdoc/>
    public static DeathRequest Example => new(ExampleMoment.At(2026, 4, 8, 3, 20), PlaceOfDeath.Hospice);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordDeath(OccurredAt, Place, note(Note));
}

/// <summary>What the person needs was assessed further in the community.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What they need now.</param>
/// <param name="Note">What is added in words.</param>
public sealed record CommunityAssessmentRequest(Instant OccurredAt, StaffRole By, Listed<FunctionalNeed> Needs, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<CommunityAssessmentRequest>
{
    /// <inheritdoc/>
    public static CommunityAssessmentRequest Example => new(ExampleMoment.At(2026, 3, 7, 10, 0), StaffRole.SocialWorker, [FunctionalNeed.PersonalCare, FunctionalNeed.TwentyFourHourCare]);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AssessInCommunity(OccurredAt, By, Needs, note(Note));
}

/// <summary>A package of care started, or started again.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Provider">The ODS code of who gives it.</param>
/// <param name="Start">Whether it is new, or the one from before at the same or another level.</param>
/// <param name="VisitsADay">Visits a day.</param>
/// <param name="DoubleHanded">Whether two come to each visit.</param>
/// <param name="Note">What is added in words.</param>
public sealed record PackageOfCareRequest(Instant OccurredAt, OdsCode Provider, PackageStart Start, int VisitsADay, bool DoubleHanded, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<PackageOfCareRequest>
{
    /// <inheritdoc/>
    public static PackageOfCareRequest Example => new(ExampleMoment.At(2026, 3, 7, 8, 0), OdsCode.Parse("AB123"), PackageStart.RestartedChanged, 4, DoubleHanded: true);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new StartPackageOfCare(OccurredAt, Provider, Start, VisitsADay, DoubleHanded, note(Note));
}

/// <summary>The long-term outcome.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Note">What is added in words.</param>
public sealed record OutcomeRequest(Instant OccurredAt, CaseOutcome Outcome, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<OutcomeRequest>
{
    /// <inheritdoc/>
    public static OutcomeRequest Example => new(ExampleMoment.At(2026, 4, 10, 10, 0), CaseOutcome.HomeWithSupport);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordOutcome(OccurredAt, Outcome, note(Note));
}
