using Discharge.Domain.People;
using Discharge.Domain.Records;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Timelines;
using NodaTime;

namespace Discharge.Persistence.Records;

/// <summary>Everything that is on record of a person, for them to have (UK GDPR Art. 15). Whoever recorded it is shown by role and organisation alone; what is about others, or is withheld, is left out and counted.</summary>
/// <param name="Request">The request that it answers.</param>
/// <param name="PersonRef">Whose record it is.</param>
/// <param name="ReceivedOn">The day on which the request was received.</param>
/// <param name="MadeAt">When this was put together.</param>
/// <param name="Records">Who the person is, by each record of theirs: the one asked for, and those linked with it.</param>
/// <param name="Cases">Every case of theirs, in the order in which they were opened.</param>
/// <param name="Withheld">What is left out, by its ground.</param>
/// <param name="Looks">Where it is to be had who looked at the record.</param>
public sealed record SubjectAccessExport(
    Guid Request, PersonRef PersonRef, LocalDate ReceivedOn, Instant MadeAt, IReadOnlyList<ExportedRecord> Records, IReadOnlyList<ExportedCase> Cases, IReadOnlyList<WithheldCount> Withheld, string Looks);

/// <summary>Who a person is by one record of theirs.</summary>
/// <param name="PersonRef">The record.</param>
/// <param name="Person">Who they are; absent where it was disposed of.</param>
/// <param name="Corrections">What was put right, in order.</param>
/// <param name="DisposedOf">That it was disposed of, where it was.</param>
public sealed record ExportedRecord(Guid PersonRef, PersonDetails? Person, IReadOnlyList<ExportedCorrection> Corrections, ExportedDisposal? DisposedOf);

/// <summary>One time it was put right who somebody is.</summary>
/// <param name="CorrectedAt">When.</param>
/// <param name="Role">The role of whoever put it right.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="Corrected">What was put right.</param>
/// <param name="Before">What stood before.</param>
public sealed record ExportedCorrection(Instant CorrectedAt, string Role, OdsCode Organisation, IReadOnlyList<PersonField> Corrected, PersonDetails Before);

/// <summary>That a record was disposed of: the name and everything in words is gone for good.</summary>
/// <param name="At">When.</param>
/// <param name="Role">The role of whoever did it.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="Reason">Why.</param>
/// <param name="Authority">On what authority.</param>
public sealed record ExportedDisposal(Instant At, string Role, OdsCode Organisation, string Reason, string Authority);

/// <summary>A case with all that is on record in it.</summary>
/// <param name="Id">The case.</param>
/// <param name="Type">What kind of case it is, such as "discharge-case".</param>
/// <param name="PersonRef">The record of the person that it is of.</param>
/// <param name="Entries">The entries that are shown, in order of recording, also those that were withdrawn as entered in error.</param>
/// <param name="Notices">The warnings and escalations that were given in it, but for those of entries that are left out.</param>
public sealed record ExportedCase(Guid Id, string Type, Guid PersonRef, IReadOnlyList<ExportedEntry> Entries, IReadOnlyList<Notice> Notices);

/// <summary>An entry as the person is shown it.</summary>
/// <param name="Version">Its number in the case.</param>
/// <param name="What">What was recorded, such as "home visit made".</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Role">The role of whoever recorded it.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="Stands">Whether it still stands.</param>
/// <param name="Fact">What was recorded. Each note has its "words", or the ground on which they are "withheld", or that they were "disposedOf"; staff stand there as "member-of-staff".</param>
public sealed record ExportedEntry(long Version, string What, Instant OccurredAt, Instant RecordedAt, string Role, OdsCode Organisation, bool Stands, object Fact);

/// <summary>How much is left out on one ground.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Entries">How many whole entries.</param>
/// <param name="Words">How many notes, of entries of which the rest is shown.</param>
public sealed record WithheldCount(WithholdingGround Ground, int Entries, int Words);
