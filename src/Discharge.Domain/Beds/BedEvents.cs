using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>A place was registered.</summary>
/// <param name="OccurredAt">From when it can be given.</param>
/// <param name="Provider">The home or ward it belongs to.</param>
/// <param name="Name">What the provider calls it, such as "Room 12"; never a person's name.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Area">The local authority in whose area it lies.</param>
/// <param name="Offer">What it can serve, at what cost.</param>
public sealed record BedRegistered(Instant OccurredAt, OdsCode Provider, string Name, PlaceKind Kind, OdsCode Area, BedOffer Offer) : BedEvent(OccurredAt);

/// <summary>What a place can serve, or what it costs, changed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Offer">What holds from then on.</param>
public sealed record BedOfferChanged(Instant OccurredAt, BedOffer Offer) : BedEvent(OccurredAt);

/// <summary>A place was closed to whoever is not in it yet.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="ExpectedUntil">The date on which it is expected to be open again, where anybody knows.</param>
public sealed record BedClosed(Instant OccurredAt, ClosureReason Reason, LocalDate? ExpectedUntil = null) : BedEvent(OccurredAt);

/// <summary>A place is open again.</summary>
/// <param name="OccurredAt">When.</param>
public sealed record BedReopened(Instant OccurredAt) : BedEvent(OccurredAt);

/// <summary>The provider gave their word whether a place is free.</summary>
/// <param name="OccurredAt">When they gave it.</param>
/// <param name="IsFree">Whether it is, or will be; otherwise somebody this service does not know of has it.</param>
/// <param name="FreeFrom">The first day on which it is free, where not at once.</param>
/// <param name="FreeTo">The last day on which it is free, where the provider has promised it afterwards.</param>
public sealed record VacancyConfirmed(Instant OccurredAt, bool IsFree, LocalDate? FreeFrom = null, LocalDate? FreeTo = null) : BedEvent(OccurredAt);

/// <summary>A place was reserved for somebody until a moment, or for longer than before.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Case">Their case.</param>
/// <param name="Until">The first moment at which it is no longer reserved.</param>
public sealed record BedReserved(Instant OccurredAt, Guid Case, Instant Until) : BedEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Case;

    PlaceStep ISharedFact.Step => PlaceStep.Reserved;

    Instant? ISharedFact.Until => Until;
}

/// <summary>Somebody is in the place, for the first time or again.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Case">Their case.</param>
/// <param name="PlannedEnd">The date on which they are expected to leave, where anybody knows.</param>
public sealed record BedOccupied(Instant OccurredAt, Guid Case, LocalDate? PlannedEnd = null) : BedEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Case;

    PlaceStep ISharedFact.Step => PlaceStep.Occupied;
}

/// <summary>Somebody is away and the place is kept for them until they are back or it is released.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Case">Their case.</param>
/// <param name="Reason">Why they are away.</param>
public sealed record BedHeld(Instant OccurredAt, Guid Case, HoldReason Reason) : BedEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Case;

    PlaceStep ISharedFact.Step => PlaceStep.Held;

    HoldReason? ISharedFact.KeptBecause => Reason;
}

/// <summary>A place is no longer somebody's.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Case">Their case.</param>
/// <param name="Reason">Why.</param>
/// <param name="Follows">Whether it followed from somebody else's arrival.</param>
public sealed record BedReleased(Instant OccurredAt, Guid Case, ReleaseReason Reason, bool Follows = false) : BedEvent(OccurredAt), ISharedFact, IConsequence
{
    /// <summary>Whether it was a reservation that ended; otherwise somebody left the place.</summary>
    internal bool IsOfReservation => Reason.EndsReservation();

    Guid? ISharedFact.With => Case;

    PlaceStep ISharedFact.Step => PlaceStep.Released;

    ReleaseReason? ISharedFact.ReleasedBecause => Reason;
}
