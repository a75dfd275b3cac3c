using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Somebody who cares for the person was named. The number of this entry is how the carer is addressed from then on.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Relationship">What they are to the person.</param>
/// <param name="LivesWithPerson">Whether they live with the person.</param>
/// <param name="Note">Who they are, and what was added in words.</param>
public sealed record CarerNamed(Instant OccurredAt, CarerRelationship Relationship, bool LivesWithPerson, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Something was offered to a carer in their own right (A18).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Carer">The entry that named the carer.</param>
/// <param name="Offer">What was offered.</param>
/// <param name="Answer">What they answered.</param>
/// <param name="By">The role of whoever offered it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CarerOfferMade(Instant OccurredAt, long Carer, CarerOffer Offer, OfferAnswer Answer, StaffRole By, NoteRef? Note = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>What came of it for a carer (A18).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Carer">The entry that named the carer.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="By">The role of whoever records it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CarerOutcomeRecorded(Instant OccurredAt, long Carer, CarerOutcome Outcome, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>How to communicate with the person was recorded; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Language">Their language, where it is known.</param>
/// <param name="InterpreterNeeded">Whether an interpreter is needed.</param>
/// <param name="Formats">The formats information has to come in; none where any will do.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CommunicationNeedsRecorded(
    Instant OccurredAt,
    LanguageTag? Language,
    bool InterpreterNeeded,
    Listed<InformationFormat> Formats,
    NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Somebody to talk to about the case was named.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Kind">Whom they are.</param>
/// <param name="Organisation">Their organisation, where it has a code.</param>
/// <param name="Note">Full name with telephone or e-mail, in words.</param>
/// <param name="Given">What of them was given; null where that was not asked.</param>
public sealed record ContactNamed(Instant OccurredAt, ContactKind Kind, OdsCode? Organisation = null, NoteRef? Note = null, Listed<ContactDetail>? Given = null) : DischargeCaseEvent(OccurredAt);

/// <summary>A safeguarding concern was raised. Who may see it is limited (<see cref="SensitiveFacts"/>); what it is about is only in its note.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever raises it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record SafeguardingConcernRaised(Instant OccurredAt, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person was found to have no home to go to, or to be about to lose it. Never a reason to refuse anything (A19).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Situation">In which way.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomelessnessRecorded(Instant OccurredAt, Homelessness Situation, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Whether the person has recourse to public funds was recorded. Never a reason to refuse anything.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record PublicFundsRecorded(Instant OccurredAt, PublicFunds Standing, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person's GP practice was recorded; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Practice">The practice; none where the person is registered with none.</param>
/// <param name="Note">What was added in words.</param>
public sealed record GpPracticeRecorded(Instant OccurredAt, OdsCode? Practice = null, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The local authority that answers for the person's care was found to be another, or came to be disputed; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Authority">Which, or that it is not known or disputed.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record AuthorityChanged(Instant OccurredAt, ResponsibleAuthority Authority, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Where the person usually lives was put right, or changed while they were in hospital; the last record counts.</summary>
/// <param name="OccurredAt">When it was found out.</param>
/// <param name="Residence">Where they usually live; no fixed abode is an answer like any other.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ResidenceChanged(Instant OccurredAt, UsualResidence Residence, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The case was assigned to a case manager; whom it was assigned to last counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="CaseManager">Who, as their tokens have it; never a name.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CaseAssigned(Instant OccurredAt, Subject CaseManager, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Another care transfer hub came to answer for the case; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Hub">Which hub.</param>
/// <param name="Reason">Why it is another.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HubChanged(Instant OccurredAt, OdsCode Hub, HubChangeReason Reason, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);
