using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

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
/// <param name="ReadmissionOf">The case of the stay they came back from, where this stay is a readmission.</param>
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
    ResponsibleAuthority Authority,
    Guid? ReadmissionOf = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The criteria to reside were reviewed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Met">The criteria for needing an acute bed that are met; none when the person no longer meets criteria to reside.</param>
/// <param name="MedicallyStable">Whether they are medically stable.</param>
/// <param name="By">The role of whoever reviewed.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="NextReview">When the next review is due, where it was said.</param>
public sealed record CriteriaToResideReviewed(Instant OccurredAt, Listed<CriterionToReside> Met, bool MedicallyStable, StaffRole By, NoteRef? Note = null, Instant? NextReview = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>The person was admitted, where the case had been opened before that or without knowing when.</summary>
/// <param name="OccurredAt">When they were admitted.</param>
/// <param name="Method">How they came in.</param>
public sealed record PersonAdmitted(Instant OccurredAt, AdmissionMethod Method) : DischargeCaseEvent(OccurredAt);

/// <summary>The person was moved inside the hospital, or came under another consultant. What is not named stays as it was; a bed belongs to its ward.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Site">The hospital site, where it is another.</param>
/// <param name="Ward">The ward, where it is another.</param>
/// <param name="Bed">The bed, where known.</param>
/// <param name="ToDischargeLounge">Whether to the discharge lounge, which is still in hospital: the bed is given up, the ward stays theirs.</param>
/// <param name="Consultant">The consultant or specialty now answering for them, in words.</param>
public sealed record PersonMoved(
    Instant OccurredAt, OdsCode? Site = null, string? Ward = null, string? Bed = null, bool ToDischargeLounge = false, NoteRef? Consultant = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The plan for the discharge was opened.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever opened it.</param>
public sealed record DischargePlanOpened(Instant OccurredAt, StaffRole By) : DischargeCaseEvent(OccurredAt);

/// <summary>The expected date of discharge was set, confirmed or changed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Date">The date expected, local to Europe/London.</param>
/// <param name="By">The role of whoever set it.</param>
/// <param name="Reason">Why it changed, where it did.</param>
/// <param name="Note">What was added in words.</param>
public sealed record DischargeExpected(Instant OccurredAt, LocalDate Date, StaffRole By, ExpectedDateReason? Reason = null, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>A ward round looked at the person's discharge (A20).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Attended">Who attended, each kind once.</param>
/// <param name="Note">What was added in words.</param>
public sealed record WardRoundAttended(Instant OccurredAt, Listed<WardRoundAttendance> Attended, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);
