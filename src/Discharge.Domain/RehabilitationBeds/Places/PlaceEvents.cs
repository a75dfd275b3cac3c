using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A bed was reserved for the person until a moment, or for longer than before. The place has the other half on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Bed">The place.</param>
/// <param name="Provider">The ward or home it belongs to.</param>
/// <param name="Until">The first moment at which it is no longer reserved.</param>
public sealed record RehabilitationBedReserved(Instant OccurredAt, Guid Bed, OdsCode Provider, Instant Until) : RehabilitationEvent(OccurredAt), ISharedFact
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
public sealed record RehabilitationReservationEnded(Instant OccurredAt, Guid Bed, ReservationEnd As, bool Follows = false) : RehabilitationEvent(OccurredAt), ISharedFact, IConsequence
{
    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Released;

    ReleaseReason? ISharedFact.ReleasedBecause => As.ForThePlace();
}

/// <summary>The person was admitted to a rehabilitation bed, for the first time, to another one or anew. The place has the other half on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Bed">The place.</param>
/// <param name="Provider">The ward or home it belongs to.</param>
/// <param name="Note">What was added in words.</param>
public sealed record AdmittedToRehabilitationBed(Instant OccurredAt, Guid Bed, OdsCode Provider, NoteRef? Note = null) : RehabilitationEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Occupied;
}

/// <summary>The person came back to the bed that was held for them after a visit had ended without it. The place has the other half on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Bed">The place.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ReturnedToRehabilitationBed(Instant OccurredAt, Guid? Bed = null, NoteRef? Note = null) : RehabilitationEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Occupied;
}

/// <summary>The person left for good: the bed, the care home they had moved into, or this life. The place has the other half on record, where there was one.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">What for.</param>
/// <param name="Bed">The place that was theirs, where one was.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="Follows">Whether it followed from an arrival elsewhere.</param>
public sealed record RehabilitationBedLeft(Instant OccurredAt, LeavingFor For, Guid? Bed = null, NoteRef? Note = null, bool Follows = false)
    : RehabilitationEvent(OccurredAt), ISharedFact, IConsequence
{
    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Released;

    ReleaseReason? ISharedFact.ReleasedBecause => For switch
    {
        LeavingFor.Home or LeavingFor.OwnDecision => ReleaseReason.WentHome,
        LeavingFor.Hospital => ReleaseReason.BackInHospital,
        LeavingFor.Died => ReleaseReason.Died,
        _ => ReleaseReason.Moved,
    };

    // Told late, an arrival is recorded with the next, or with the leaving, as what ended it.
    bool IConsequence.FollowsAtItsMoment(Fact cause) => cause is ISharedFact { Step: PlaceStep.Occupied } || Leaving.By(cause) is not null;
}

/// <summary>What somebody left for. A list of our own.</summary>
public enum LeavingFor
{
    /// <summary>Home, discharged by the team.</summary>
    Home,

    /// <summary>Home or elsewhere, by their own decision.</summary>
    OwnDecision,

    /// <summary>Hospital, with the bed given up.</summary>
    Hospital,

    /// <summary>A care home, as planned or for good.</summary>
    CareHome,

    /// <summary>A hospice.</summary>
    Hospice,

    /// <summary>Another rehabilitation bed, or the care home they moved into.</summary>
    AnotherPlace,

    /// <summary>Nowhere: they died.</summary>
    Died,
}
