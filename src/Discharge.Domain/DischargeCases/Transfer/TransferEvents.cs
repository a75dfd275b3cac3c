using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A visit to see the person at home was booked.</summary>
/// <param name="OccurredAt">When it was booked.</param>
/// <param name="VisitAt">When the visit is to be.</param>
/// <param name="By">The role that will visit.</param>
public sealed record HomeVisitBooked(Instant OccurredAt, Instant VisitAt, StaffRole By) : DischargeCaseEvent(OccurredAt);

/// <summary>The person left the hospital. The discharge lounge is not leaving.</summary>
/// <param name="OccurredAt">When they left.</param>
/// <param name="To">Where to.</param>
/// <param name="SelfDischarge">Whether they left on their own decision, against advice.</param>
/// <param name="Note">What was added in words.</param>
public sealed record DischargedFromHospital(Instant OccurredAt, Destination To, bool SelfDischarge = false, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);
