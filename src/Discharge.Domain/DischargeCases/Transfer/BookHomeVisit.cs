using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A visit to see the person at home was booked, or booked anew.</summary>
/// <param name="OccurredAt">When it was booked.</param>
/// <param name="VisitAt">When the visit is to be; it may lie ahead.</param>
/// <param name="By">The role that will visit.</param>
public sealed record BookHomeVisit(Instant OccurredAt, Instant VisitAt, StaffRole By) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The visit is to be in a role that does not assess, so it will not meet the 24 hours.</summary>
    public static readonly Departure ForNonAssessingRole = new(
        "discharge.visit-booked-for-non-assessing-role", "The visit is booked for a role that does not assess, so it will not count as seen at home.", Owner.CareTransferHub);

    /// <summary>The person has left and has to be seen, and the visit is booked for after the 24 hours in which they have to be (A1).</summary>
    public static readonly Departure TooLate = new(
        "discharge.visit-booked-too-late", "The visit is booked for after the 24 hours in which the person has to be seen; bring it forward.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new HomeVisitBooked(OccurredAt, VisitAt, By);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) =>
        discharge.Record(Fact)
            .Departing(ForNonAssessingRole, unless: By.Assesses())
            .Departing(TooLate, unless: !IsTooLateFor(discharge.At(OccurredAt)));

    private bool IsTooLateFor(DischargeCase then) =>
        then is { MustBeSeenAtHome: true, SeenAtHome: null, IsAwayFromHome: false, OutSince: { } since } && BookedVisit.IsTooLate(VisitAt, since);
}
