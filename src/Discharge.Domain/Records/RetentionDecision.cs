using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Records;

/// <summary>What records managers decide of a person's record.</summary>
public enum RetentionStep
{
    /// <summary>It must not be disposed of, for a reason that lies outside of the retention period.</summary>
    LegalHoldPlaced,

    /// <summary>That reason is over.</summary>
    LegalHoldLifted,

    /// <summary>It was appraised, and is kept until a date.</summary>
    AppraisedToKeep,

    /// <summary>It was appraised, and may be disposed of.</summary>
    AppraisedToDispose,

    /// <summary>The personal data was destroyed. This decision is the tombstone.</summary>
    DisposedOf,
}

/// <summary>A decision that is asked for.</summary>
/// <param name="What">What is decided.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="Authority">On what authority, such as a policy or a court's reference. It names no person.</param>
/// <param name="Class">The class of record, where an appraisal says it.</param>
/// <param name="KeepUntil">The last date it is kept on, where it is appraised to be kept.</param>
public sealed record RetentionAsked(RetentionStep What, string Reason, string Authority, RecordClass? Class = null, LocalDate? KeepUntil = null);

/// <summary>A decision on record.</summary>
/// <param name="Number">Its number among those of the person, from 1.</param>
/// <param name="What">What was decided.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="By">Who decided it.</param>
/// <param name="Reason">Why, as a code.</param>
/// <param name="Authority">On what authority. It names no person.</param>
/// <param name="Class">The class of record, as an appraisal or the disposal says it.</param>
/// <param name="KeepUntil">The last date it is kept on, where it was appraised to be kept.</param>
/// <param name="Destroyed">What was destroyed, where it was disposed of.</param>
public sealed record RetentionDecision(
    int Number, RetentionStep What, Instant DecidedAt, Actor By, string Reason, string Authority, RecordClass? Class = null, LocalDate? KeepUntil = null, Destroyed? Destroyed = null);

/// <summary>What a disposal destroyed, in numbers.</summary>
/// <param name="CareEnded">When the person's care had ended.</param>
/// <param name="RetentionEnded">The last date on which the record had to be kept.</param>
/// <param name="Details">How many records of who the person is.</param>
/// <param name="Corrections">How many descriptions that a correction had put right.</param>
/// <param name="Notes">How many notes.</param>
public sealed record Destroyed(Instant CareEnded, LocalDate RetentionEnded, int Details, int Corrections, int Notes);
