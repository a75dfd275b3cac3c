using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>
/// A place in a care home was agreed with its manager, who had assessed the person, for the case that the risks at home become unmanageable, with the plan for their rehabilitation there (A6). A registered place is reserved by it.
/// Its entry is how it is addressed.
/// </summary>
/// <param name="OccurredAt">When it was agreed.</param>
/// <param name="Kind">What kind of place.</param>
/// <param name="Provider">The care home.</param>
/// <param name="AssessedAt">When its manager assessed the person.</param>
/// <param name="Manager">Who the manager is.</param>
/// <param name="RehabilitationPlan">The rehabilitation plan agreed with the home.</param>
/// <param name="By">The profession of whoever agreed it.</param>
/// <param name="Bed">The place in the registry of beds, where a certain one was agreed.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="KeptUntil">The first moment at which that place is no longer kept for the person.</param>
public sealed record CareHomePlaceAgreed(
    Instant OccurredAt,
    PlaceKind Kind,
    OdsCode Provider,
    Instant AssessedAt,
    NoteRef Manager,
    NoteRef RehabilitationPlan,
    RehabilitationRole By,
    Guid? Bed = null,
    NoteRef? Note = null,
    Instant? KeptUntil = null) : RehabilitationEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => KeptUntil is null ? null : Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Reserved;

    Instant? ISharedFact.Until => KeptUntil;
}

/// <summary>The person moved straight into a care home: the one agreed for it, or another. A registered place has the other half on record.</summary>
/// <param name="OccurredAt">When they arrived there.</param>
/// <param name="Place">The place.</param>
/// <param name="Reason">Why.</param>
/// <param name="Hazards">The risks that could not be managed any more.</param>
/// <param name="AgreedBy">The profession of whoever decided on the move.</param>
/// <param name="Agreement">The entry by which the place had been agreed; null where none was.</param>
/// <param name="Note">What was added in words.</param>
public sealed record MovedIntoCareHome(
    Instant OccurredAt, CareHomePlace Place, DirectMoveReason Reason, Listed<Hazard> Hazards, RehabilitationRole AgreedBy, long? Agreement = null, NoteRef? Note = null)
    : RehabilitationEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Place.Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Occupied;
}

/// <summary>A place in a care home as the case knows it.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="Provider">The care home.</param>
/// <param name="Bed">The place in the registry of beds; null for one that is not registered.</param>
public sealed record CareHomePlace(PlaceKind Kind, OdsCode Provider, Guid? Bed = null);
