using Discharge.Api.OpenApi;
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
public sealed record ClosureRequest(Instant OccurredAt, CaseOutcome Outcome, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<ClosureRequest>
{
    /// <inheritdoc/>
    public static ClosureRequest Example => new(ExampleMoment.At(2026, 3, 20, 16, 0), CaseOutcome.HomeWithoutSupport);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new CloseCase(OccurredAt, Outcome, note(Note));
}
