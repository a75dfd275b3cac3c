using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person or their carer was involved in planning the discharge (Care Act 2014 s74).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Who">Who was involved.</param>
/// <param name="By">The role of whoever involved them.</param>
/// <param name="Wants">What they said they want.</param>
/// <param name="Note">What was added in words.</param>
public sealed record PartyInvolved(Instant OccurredAt, Party Who, StaffRole By, NoteRef? Wants = null, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person or their carer objected.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Who">Who objects.</param>
/// <param name="To">What to.</param>
/// <param name="By">The role of whoever heard it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ObjectionRaised(Instant OccurredAt, Party Who, ObjectionTo To, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>An objection was settled.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Objection">The entry that raised it.</param>
/// <param name="As">How.</param>
/// <param name="By">The role of whoever settled it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ObjectionSettled(Instant OccurredAt, long Objection, ObjectionSettlement As, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person or their carer was informed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">Who was informed.</param>
/// <param name="On">About what.</param>
/// <param name="By">The role of whoever informed them.</param>
/// <param name="Format">In which format, where it was a special one.</param>
/// <param name="Note">What was added in words.</param>
public sealed record InformationGiven(Instant OccurredAt, Party To, InformationOn On, StaffRole By, InformationFormat? Format = null, NoteRef? Note = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>A choice was offered and answered.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">To whom.</param>
/// <param name="Of">Of what.</param>
/// <param name="Answer">What they answered.</param>
/// <param name="By">The role of whoever offered it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ChoiceOffered(Instant OccurredAt, Party To, ChoiceOf Of, OfferAnswer Answer, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Consent was asked for, and given, refused or withdrawn.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">To what.</param>
/// <param name="Answer">What was said.</param>
/// <param name="By">The role of whoever asked.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ConsentAnswered(Instant OccurredAt, ConsentTo To, ConsentAnswer Answer, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person's capacity to make one decision was assessed (Mental Capacity Act 2005).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">The decision.</param>
/// <param name="Found">What was found.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CapacityAssessed(Instant OccurredAt, DecisionInQuestion For, Capacity Found, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>A decision was made in the person's best interests.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">The decision.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Note">What was added in words.</param>
public sealed record BestInterestsDecided(Instant OccurredAt, DecisionInQuestion For, StaffRole By, NoteRef? Decision = null, NoteRef? Note = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>An advocate was instructed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="By">The role of whoever instructed them.</param>
/// <param name="Organisation">The advocate's organisation, where it has a code.</param>
/// <param name="Note">Who the advocate is, and what was added in words.</param>
public sealed record AdvocateInstructed(Instant OccurredAt, AdvocateKind Kind, StaffRole By, OdsCode? Organisation = null, NoteRef? Note = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>Somebody acts for the person as attorney or deputy.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Power">In which power.</param>
/// <param name="DocumentSeen">Whether the document, or its register entry, was seen.</param>
/// <param name="Note">Who they are, and what was added in words.</param>
public sealed record AttorneyRecorded(Instant OccurredAt, PowerToAct Power, bool DocumentSeen, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The next of kin was told.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="What">What they were told.</param>
/// <param name="By">The role of whoever told them.</param>
/// <param name="Note">Who was told, and what was added in words.</param>
public sealed record NextOfKinTold(Instant OccurredAt, NextOfKinNews What, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);
