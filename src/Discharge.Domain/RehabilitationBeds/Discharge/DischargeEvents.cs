using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A named professional judged that the risks at home can be managed, after a visit or with the reason none was needed (A5).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who, as their tokens have it; never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="Visit">The entry that started the visit after which it was judged, where there was one.</param>
/// <param name="NoVisitBecause">Why no visit was needed, where there was none.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="Follows">Whether it is the outcome of that visit.</param>
public sealed record RisksJudgedManageable(
    Instant OccurredAt, Subject By, RehabilitationRole Role, ConfidenceGround Ground, long? Visit = null, NoVisitReason? NoVisitBecause = null, NoteRef? Note = null, bool Follows = false)
    : RehabilitationEvent(OccurredAt), IConsequence;

/// <summary>It was decided to discharge the person home.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who decided, as their tokens have it; never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Judgement">The entry by which the risks were judged to be manageable.</param>
/// <param name="Note">What was added in words.</param>
public sealed record DischargeHomeDecided(Instant OccurredAt, Subject By, RehabilitationRole Role, long Judgement, NoteRef? Note = null) : RehabilitationEvent(OccurredAt);

/// <summary>On what ground somebody is confident that the risks at home can be managed. A list of our own.</summary>
public enum ConfidenceGround
{
    /// <summary>The person managed at home as they will have to.</summary>
    ManagedAtVisit,

    /// <summary>The equipment that is needed works there.</summary>
    EquipmentWorks,

    /// <summary>The care that is needed is arranged.</summary>
    CareArranged,

    /// <summary>Whoever cares for them can do what is needed.</summary>
    CarerManages,

    /// <summary>The person takes the risk that is left, knowing it.</summary>
    PersonTakesTheRisk,
}

/// <summary>Why no home access visit was needed. A list of our own.</summary>
public enum NoVisitReason
{
    /// <summary>The team knows the home and how the person manages there.</summary>
    HomeIsKnown,

    /// <summary>Nothing that matters at home has changed for the person.</summary>
    NothingChanged,

    /// <summary>The home was tried on an earlier stay.</summary>
    TriedBefore,

    /// <summary>The person did not want one.</summary>
    PersonDeclined,
}
