using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A place was reserved for the person until a moment, or for longer than before. The place has the other half on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Bed">The place.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Provider">The home or ward it belongs to.</param>
/// <param name="Until">The first moment at which it is no longer reserved.</param>
public sealed record PlaceReserved(Instant OccurredAt, Guid Bed, PlaceKind Kind, OdsCode Provider, Instant Until) : DischargeCaseEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Reserved;

    Instant? ISharedFact.Until => Until;
}

/// <summary>A place is no longer reserved for the person, before its moment. The place has the other half on record.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Bed">The place.</param>
/// <param name="As">Why.</param>
/// <param name="Follows">Whether it followed from what made the place needless.</param>
public sealed record PlaceReservationEnded(Instant OccurredAt, Guid Bed, ReservationEnd As, bool Follows = false) : DischargeCaseEvent(OccurredAt), ISharedFact, IConsequence
{
    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Released;

    ReleaseReason? ISharedFact.ReleasedBecause => As.ForThePlace();
}
