using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What can be on record of a person's referral to care homes. Most cases have none of it, so that one question tells whether there is anything to work out.</summary>
public abstract record HomeReferralEvent : DischargeCaseEvent
{
    private protected HomeReferralEvent(Instant occurredAt)
        : base(occurredAt)
    {
    }
}

/// <summary>What became of one referral to a care home after it was sent.</summary>
public abstract record HomeReferralAnswer : HomeReferralEvent
{
    private protected HomeReferralAnswer(Instant occurredAt, long referral)
        : base(occurredAt) => Referral = referral;

    /// <summary>The number of the entry that sent the referral.</summary>
    public long Referral { get; init; }
}

/// <summary>The person was referred to a care home. Several homes may be asked at once.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Home">The care home.</param>
/// <param name="Kind">The kind of bed that is asked for.</param>
/// <param name="By">The role of whoever refers.</param>
/// <param name="Due">By when an answer is due; it may lie ahead.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeReferralSent(Instant OccurredAt, OdsCode Home, InterimBedKind Kind, StaffRole By, Instant? Due = null, NoteRef? Note = null) : HomeReferralEvent(OccurredAt);

/// <summary>The person was assessed for the home. A later assessment takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="Assessor">On whose side the assessor was.</param>
/// <param name="NeedsCanBeMet">Whether the home was found able to meet their needs.</param>
/// <param name="Note">What was added in words.</param>
public sealed record AssessedForHome(Instant OccurredAt, long Referral, HomeAssessor Assessor, bool NeedsCanBeMet, NoteRef? Note = null) : HomeReferralAnswer(OccurredAt, Referral);

/// <summary>The home accepted the person. A later answer takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="EarliestAdmission">The day and hour from which the home can admit them.</param>
/// <param name="AdmitsAtWeekends">Whether it admits on Saturdays and Sundays.</param>
/// <param name="WeeklyTopUp">What the home asks above what is funded, in pence a week; null where nothing.</param>
/// <param name="Note">What was added in words.</param>
public sealed record AcceptedByHome(Instant OccurredAt, long Referral, Instant EarliestAdmission, bool AdmitsAtWeekends, int? WeeklyTopUp = null, NoteRef? Note = null)
    : HomeReferralAnswer(OccurredAt, Referral);

/// <summary>The home declined the person. A later answer takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="Reason">Why, where the home said so.</param>
/// <param name="Note">What was added in words.</param>
public sealed record DeclinedByHome(Instant OccurredAt, long Referral, HomeDeclineReason? Reason = null, NoteRef? Note = null) : HomeReferralAnswer(OccurredAt, Referral);

/// <summary>The home was settled on. A later choice takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="ChosenBy">Whose choice it was.</param>
/// <param name="By">The role of whoever heard it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeChosen(Instant OccurredAt, long Referral, HomeChooser ChosenBy, StaffRole By, NoteRef? Note = null) : HomeReferralAnswer(OccurredAt, Referral);

/// <summary>Somebody agreed to pay what the home asks above what is funded. A later agreement takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="Weekly">How much, in pence a week.</param>
/// <param name="Payer">What the payer is to the person.</param>
/// <param name="AgreedBy">Who agreed to pay it.</param>
/// <param name="By">The role of whoever agreed it with them.</param>
/// <param name="Note">What was added in words.</param>
public sealed record TopUpAgreed(Instant OccurredAt, long Referral, int Weekly, TopUpPayer Payer, NoteRef AgreedBy, StaffRole By, NoteRef? Note = null) : HomeReferralAnswer(OccurredAt, Referral);

/// <summary>The referral was taken back.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The role of whoever took it back.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeReferralTakenBack(Instant OccurredAt, long Referral, HomeReferralEnd Reason, StaffRole By, NoteRef? Note = null) : HomeReferralAnswer(OccurredAt, Referral);

/// <summary>Whether the person pays for their care home themselves. A later word takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When it was found.</param>
/// <param name="PaysAlone">Whether they do.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record SelfFunderMarked(Instant OccurredAt, bool PaysAlone, StaffRole By, NoteRef? Note = null) : HomeReferralEvent(OccurredAt);
