using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// What can be on record of an interim stay, its assessment of long-term needs and the place agreed for the case that home does not work out. Most cases have none of it,
/// so that one question tells whether there is anything to work out.
/// </summary>
public abstract record InterimStayEvent : DischargeCaseEvent
{
    private protected InterimStayEvent(Instant occurredAt)
        : base(occurredAt)
    {
    }
}

/// <summary>
/// A place for the case that home does not work out was agreed with the manager of a care home, who had assessed the person in hospital (A6). A registered place is reserved by it, and has the
/// other half on record.
/// </summary>
/// <param name="OccurredAt">When it was agreed.</param>
/// <param name="Kind">The kind of bed.</param>
/// <param name="Provider">The care home.</param>
/// <param name="AssessedAt">When its manager assessed the person in hospital.</param>
/// <param name="Manager">Who the manager is.</param>
/// <param name="RehabilitationPlan">The rehabilitation plan agreed with the home.</param>
/// <param name="By">The role of whoever agreed it.</param>
/// <param name="Bed">The place in the registry of beds, where a certain one was agreed.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="KeptUntil">The first moment at which that place is no longer kept for the person.</param>
public sealed record ContingencyPlaceAgreed(
    Instant OccurredAt,
    InterimBedKind Kind,
    OdsCode Provider,
    Instant AssessedAt,
    NoteRef Manager,
    NoteRef RehabilitationPlan,
    StaffRole By,
    Guid? Bed = null,
    NoteRef? Note = null,
    Instant? KeptUntil = null) : InterimStayEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => KeptUntil is null ? null : Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Reserved;

    Instant? ISharedFact.Until => KeptUntil;
}

/// <summary>Home was found not to be possible for now.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reasons">Why.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeFoundNotPossible(Instant OccurredAt, Listed<ReasonHomeNotPossible> Reasons, StaffRole By, NoteRef? Note = null) : InterimStayEvent(OccurredAt);

/// <summary>An interim stay was decided. A later decision takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Kind">In which kind of bed.</param>
/// <param name="ExpectedUntil">Until when it is expected to last.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Note">What was added in words.</param>
public sealed record InterimStayDecided(Instant OccurredAt, InterimBedKind Kind, LocalDate ExpectedUntil, StaffRole By, NoteRef? Note = null) : InterimStayEvent(OccurredAt);

/// <summary>The person arrived in an interim bed, and a registered one has the other half on record: from the hospital, from another such bed, back in one that was held for them, or straight from home.</summary>
/// <param name="OccurredAt">When they arrived.</param>
/// <param name="Place">Which bed.</param>
/// <param name="Direct">Why they were moved straight from home, where they were.</param>
/// <param name="Note">What was added in words.</param>
public sealed record InterimBedOccupied(Instant OccurredAt, InterimPlace Place, DirectMove? Direct = null, NoteRef? Note = null) : InterimStayEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Place.Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Occupied;
}

/// <summary>The bed is held while the person is in hospital; its limit goes on being counted.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="By">The role of whoever arranged it.</param>
/// <param name="Bed">The place in the registry of beds, where it is registered.</param>
/// <param name="Until">Until when it is held, where that was said.</param>
/// <param name="Note">What was added in words.</param>
public sealed record InterimBedHeld(Instant OccurredAt, StaffRole By, Guid? Bed = null, LocalDate? Until = null, NoteRef? Note = null) : InterimStayEvent(OccurredAt), ISharedFact
{
    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Held;

    HoldReason? ISharedFact.KeptBecause => HoldReason.BackInHospital;
}

/// <summary>A named senior decided that the stay goes on past its limit. It explains the breach and takes nothing from it.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Until">Until when, the last day included.</param>
/// <param name="Reason">Why.</param>
/// <param name="AuthorisedAs">The role of the authoriser.</param>
/// <param name="Authoriser">Who authorised it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record InterimStayExtended(Instant OccurredAt, LocalDate Until, ExtensionReason Reason, SeniorRole AuthorisedAs, NoteRef Authoriser, NoteRef? Note = null)
    : InterimStayEvent(OccurredAt);

/// <summary>The person left the interim bed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">What for.</param>
/// <param name="Bed">The place in the registry of beds, where it is registered.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="Follows">Whether it followed from an arrival elsewhere.</param>
public sealed record InterimBedVacated(Instant OccurredAt, LeavingInterimBedFor For, Guid? Bed = null, NoteRef? Note = null, bool Follows = false)
    : InterimStayEvent(OccurredAt), ISharedFact, IConsequence
{
    Guid? ISharedFact.With => Bed;

    PlaceStep ISharedFact.Step => PlaceStep.Released;

    ReleaseReason? ISharedFact.ReleasedBecause => For switch
    {
        LeavingInterimBedFor.Home or LeavingInterimBedFor.ExtraCareHousing => ReleaseReason.WentHome,
        LeavingInterimBedFor.Hospital => ReleaseReason.BackInHospital,
        LeavingInterimBedFor.Died => ReleaseReason.Died,
        _ => ReleaseReason.Moved,
    };

    // Told late, an arrival is recorded with the next as what ended it.
    bool IConsequence.FollowsAtItsMoment(Fact cause) => cause is InterimBedOccupied or InterimBedVacated { Follows: false };
}

/// <summary>How the deprivation of the person's liberty stands. A later word takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When it stood so.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="By">The role of whoever recorded it.</param>
/// <param name="Until">The last day of an authorisation.</param>
/// <param name="Note">What was added in words.</param>
public sealed record LibertyRecorded(Instant OccurredAt, LibertyStanding Standing, StaffRole By, LocalDate? Until = null, NoteRef? Note = null) : InterimStayEvent(OccurredAt);

/// <summary>The assessment of long-term needs was begun.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Note">What was added in words.</param>
public sealed record LongTermAssessmentBegun(Instant OccurredAt, StaffRole By, NoteRef? Note = null) : InterimStayEvent(OccurredAt);

/// <summary>It was found that the person has recovered as far as they will for now.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record RecoveryJudged(Instant OccurredAt, RecoveryFinding Finding, RecoveryGround Ground, StaffRole By, NoteRef? Note = null) : InterimStayEvent(OccurredAt);

/// <summary>The assessment of long-term needs was completed with its outcome.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Note">What was added in words.</param>
public sealed record LongTermAssessmentCompleted(Instant OccurredAt, LongTermOutcome Outcome, StaffRole By, NoteRef? Note = null) : InterimStayEvent(OccurredAt);

/// <summary>A Checklist for NHS continuing healthcare was received.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Positive">Whether it asks for a full assessment of eligibility.</param>
/// <param name="By">The role of whoever completed it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ChecklistReceived(Instant OccurredAt, bool Positive, StaffRole By, NoteRef? Note = null) : InterimStayEvent(OccurredAt);

/// <summary>Eligibility for NHS continuing healthcare was decided.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Eligible">Whether the person is eligible.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ContinuingHealthcareDecided(Instant OccurredAt, bool Eligible, NoteRef? Note = null) : InterimStayEvent(OccurredAt);
