using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A visit to see the person at home was booked.</summary>
/// <param name="OccurredAt">When it was booked.</param>
/// <param name="VisitAt">When the visit is to be.</param>
/// <param name="By">The role that will visit.</param>
public sealed record HomeVisitBooked(Instant OccurredAt, Instant VisitAt, StaffRole By) : DischargeCaseEvent(OccurredAt);

/// <summary>How something needed for a safe transfer stands. A later word on the same thing takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When it stood so.</param>
/// <param name="Item">What is needed.</param>
/// <param name="State">How it stands.</param>
/// <param name="For">When it is to be in place, where it is arranged; for transport, when the person is to leave. It may lie ahead.</param>
/// <param name="Equipment">Which equipment, where it is equipment; each kind stands for itself.</param>
/// <param name="Receiver">Who receives the person, where it is that.</param>
/// <param name="Note">What was added in words.</param>
public sealed record TransferItemReported(
    Instant OccurredAt,
    TransferItem Item,
    TransferItemState State,
    Instant? For = null,
    EquipmentKind? Equipment = null,
    ReceiverRole? Receiver = null,
    NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The first care call after leaving was planned. A later plan takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When it was planned.</param>
/// <param name="CallAt">When the call is to be.</param>
/// <param name="Provider">Who makes it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record FirstCareCallPlanned(Instant OccurredAt, Instant CallAt, OdsCode Provider, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The first care call was made: somebody came and gave care.</summary>
/// <param name="OccurredAt">When they came.</param>
/// <param name="Provider">Who made it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record FirstCareCallMade(Instant OccurredAt, OdsCode Provider, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>A first care call that was planned was not made.</summary>
/// <param name="OccurredAt">When that came out.</param>
/// <param name="Reason">Why it was not made.</param>
/// <param name="Note">What was added in words.</param>
public sealed record FirstCareCallMissed(Instant OccurredAt, MissedCallReason Reason, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person left the hospital. The discharge lounge is not leaving.</summary>
/// <param name="OccurredAt">When they left.</param>
/// <param name="To">Where to.</param>
/// <param name="SelfDischarge">Whether they left on their own decision, against advice.</param>
/// <param name="Note">What was added in words.</param>
public sealed record DischargedFromHospital(Instant OccurredAt, Destination To, bool SelfDischarge = false, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);
