using Discharge.Api.OpenApi;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A visit at home booked.</summary>
/// <param name="OccurredAt">When it was booked.</param>
/// <param name="VisitAt">When the visit is to be; it may lie ahead.</param>
/// <param name="By">The role that will visit.</param>
public sealed record HomeVisitBookingRequest(Instant OccurredAt, Instant VisitAt, StaffRole By) : DischargeCaseRequest(OccurredAt), IExample<HomeVisitBookingRequest>
{
    /// <inheritdoc/>
    public static HomeVisitBookingRequest Example => new(ExampleMoment.At(2026, 3, 4, 15, 30), ExampleMoment.At(2026, 3, 5, 14, 0), StaffRole.OccupationalTherapist);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new BookHomeVisit(OccurredAt, VisitAt, By);
}

/// <summary>The person left the hospital.</summary>
/// <param name="OccurredAt">When they left.</param>
/// <param name="To">Where to.</param>
/// <param name="SelfDischarge">Whether they left on their own decision, against advice.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DischargeRequest(Instant OccurredAt, Destination To, bool SelfDischarge = false, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<DischargeRequest>
{
    /// <inheritdoc/>
    public static DischargeRequest Example => new(ExampleMoment.At(2026, 3, 5, 10, 15), Destination.OwnHome);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new LeaveHospital(OccurredAt, To, SelfDischarge, note(Note));
}
