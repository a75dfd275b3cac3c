using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// What can be on record in a discharge case, in the order it usually happens. These records are the stored format: add fields with defaults, never rename or remove one.
/// </summary>
public abstract record DischargeCaseEvent : Fact
{
    private protected DischargeCaseEvent(Instant occurredAt)
        : base(occurredAt)
    {
    }
}

/// <summary>The person was admitted, or first heard of on a ward, and a discharge case was opened for their stay.</summary>
/// <param name="OccurredAt">When the case was opened.</param>
/// <param name="Person">Whose case it is.</param>
/// <param name="PersonHash">A salted commitment to who the person was said to be; the salt lies with the erasable record.</param>
/// <param name="NhsNumberMissing">Why there is no NHS number, where there is none.</param>
/// <param name="Site">The hospital site.</param>
/// <param name="Ward">The ward's name at that site.</param>
/// <param name="Bed">The bed on the ward, where known.</param>
/// <param name="AdmittedAt">When the person was admitted, where known.</param>
/// <param name="Residence">Where they usually live; no fixed abode is an address like any other.</param>
/// <param name="Hub">The care transfer hub.</param>
/// <param name="Authority">The local authority that answers for their care.</param>
public sealed record CaseOpened(
    Instant OccurredAt,
    PersonRef Person,
    string PersonHash,
    NhsNumberMissing? NhsNumberMissing,
    OdsCode Site,
    string Ward,
    string? Bed,
    Instant? AdmittedAt,
    UsualResidence Residence,
    OdsCode Hub,
    ResponsibleAuthority Authority) : DischargeCaseEvent(OccurredAt);

/// <summary>The criteria to reside were reviewed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Met">The criteria for needing an acute bed that are met; none when the person no longer meets criteria to reside.</param>
/// <param name="MedicallyStable">Whether they are medically stable.</param>
/// <param name="By">The role of whoever reviewed.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CriteriaToResideReviewed(Instant OccurredAt, Listed<CriterionToReside> Met, bool MedicallyStable, StaffRole By, NoteRef? Note = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>What the person can do was assessed at the hospital.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What they will need after discharge.</param>
/// <param name="Note">What was added in words.</param>
public sealed record FunctionalAssessmentMade(Instant OccurredAt, StaffRole By, Listed<FunctionalNeed> Needs, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>A pathway was decided. A later decision takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Pathway">Which.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Note">What was added in words.</param>
public sealed record PathwayDecided(Instant OccurredAt, Pathway Pathway, PathwayReason Reason, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>It was decided to discharge the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Override">By whom and why a senior decided against a rule, where they did; the rules are the fact's departures.</param>
public sealed record DischargeDecided(Instant OccurredAt, StaffRole By, Override? Override = null) : DischargeCaseEvent(OccurredAt);

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

/// <summary>Somebody checked on the day of discharge that the person is safe and well.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever checked.</param>
/// <param name="Outcome">What they found.</param>
/// <param name="Note">What was added in words.</param>
public sealed record WelfareCheckCompleted(Instant OccurredAt, StaffRole By, WelfareOutcome Outcome, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person was seen face to face, wherever they are staying.</summary>
/// <param name="OccurredAt">When they were seen.</param>
/// <param name="By">The role of whoever saw them; only an assessing role meets the 24 hours.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeVisitMade(Instant OccurredAt, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Somebody came and did not see the person. The clock runs on.</summary>
/// <param name="OccurredAt">When they came.</param>
/// <param name="By">The role of whoever came.</param>
/// <param name="Reason">Why the person was not seen.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeVisitFailed(Instant OccurredAt, StaffRole By, FailedVisitReason Reason, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The case was closed with its outcome.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CaseClosed(Instant OccurredAt, CaseOutcome Outcome, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);
