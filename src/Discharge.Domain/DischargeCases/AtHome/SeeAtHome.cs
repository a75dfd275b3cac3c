using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person was seen face to face, wherever they are staying; due within 24 hours of leaving on Pathway 1 (T01).</summary>
/// <param name="OccurredAt">When they were seen.</param>
/// <param name="By">The role of whoever saw them.</param>
/// <param name="Note">What is added in words.</param>
public sealed record SeeAtHome(Instant OccurredAt, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The visit is dated before the person left.</summary>
    public static readonly Departure BeforeLeaving = new("discharge.visited-before-leaving", "The visit is dated before the person left the hospital.", Owner.CareTransferHub);

    /// <summary>Whoever came does not assess, so the person still has to be seen.</summary>
    public static readonly Departure ByNonAssessingRole = new(
        "discharge.visited-by-non-assessing-role", "The visit was made in a role that does not assess, so the person has still to be seen.", Owner.ReablementTeam);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new HomeVisitMade(OccurredAt, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(BeforeLeaving, unless: discharge.At(OccurredAt).Left is not null)
        .Departing(ByNonAssessingRole, unless: By.Assesses())
        .Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
}
