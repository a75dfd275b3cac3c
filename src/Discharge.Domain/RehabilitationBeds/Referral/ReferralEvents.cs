using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>Somebody was referred for a rehabilitation bed; the case begins.</summary>
/// <param name="OccurredAt">When the referral was received.</param>
/// <param name="Person">Who.</param>
/// <param name="PersonHash">The commitment to their details as they were then.</param>
/// <param name="Route">From where they come.</param>
/// <param name="Referrer">The organisation that referred them.</param>
/// <param name="Team">The rehabilitation team that was asked.</param>
/// <param name="DischargeCase">The case of the stay in hospital they come from, where it is on record.</param>
public sealed record RehabilitationReferred(
    Instant OccurredAt, PersonRef Person, string PersonHash, RehabilitationRoute Route, OdsCode Referrer, OdsCode Team, Guid? DischargeCase = null) : RehabilitationEvent(OccurredAt);

/// <summary>The team takes the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What was added in words.</param>
public sealed record RehabilitationAccepted(Instant OccurredAt, NoteRef? Note = null) : RehabilitationEvent(OccurredAt);

/// <summary>The team does not take the person, and why.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What was added in words.</param>
public sealed record RehabilitationDeclined(Instant OccurredAt, RehabilitationDeclineReason Reason, NoteRef? Note = null) : RehabilitationEvent(OccurredAt);

/// <summary>Why a team does not take somebody. A list of our own; no national list is in force for it.</summary>
public enum RehabilitationDeclineReason
{
    /// <summary>No bed is free in time.</summary>
    NoBed,

    /// <summary>What they need cannot be given there.</summary>
    NeedsNotMet,

    /// <summary>They would not gain by it.</summary>
    NoGainExpected,

    /// <summary>They can recover at home.</summary>
    HomeIsPossible,

    /// <summary>They are not well enough yet.</summary>
    NotWellEnough,

    /// <summary>They do not want it.</summary>
    PersonDeclines,
}
