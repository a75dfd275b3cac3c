using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Records;

/// <summary>How long a person's record is kept, and what was decided of it.</summary>
/// <param name="CareGoesOn">Whether any case of theirs, or of a record linked with theirs, is open.</param>
/// <param name="CareEnded">The last moment at which anything happened that people have on record in any of those cases; null where there is no case.</param>
/// <param name="Decisions">What was decided, in order.</param>
/// <param name="UnderMentalHealthAct">Whether it stands in any of those cases that a provision of the Mental Health Act applies, or did.</param>
/// <param name="AwaitsAccess">Whether a request of the person for access to it, or to a record linked with it, is not answered yet.</param>
public sealed record PersonRetention(bool CareGoesOn, Instant? CareEnded, Listed<RetentionDecision> Decisions, bool UnderMentalHealthAct = false, bool AwaitsAccess = false)
{
    /// <summary>Care goes on.</summary>
    public static readonly Refusal StillCaredFor = new(
        "retention.care-goes-on", "A case of this person, or of a record linked with theirs, is open.", "The same once all their cases are closed and the retention period after that is over.");

    /// <summary>The retention period is not over.</summary>
    public static readonly Refusal NotEnded = new(
        "retention.not-ended", "The record of this person has to be kept for longer.", "The same after the date that is shown as retentionUntil.");

    /// <summary>A legal hold stands.</summary>
    public static readonly Refusal UnderLegalHold = new(
        "retention.under-legal-hold", "A legal hold stands on the record of this person.", "The same once every hold was lifted, each by the reason it was placed for.");

    /// <summary>The person has asked for it. To destroy what somebody is entitled to be shown is an offence (Data Protection Act 2018, section 173).</summary>
    public static readonly Refusal AwaitedByPerson = new(
        "retention.awaited-by-person", "This person has asked for access to their record, and is not answered yet.", "The same once that request was answered.");

    /// <summary>Nobody has appraised the record since care ended, or it was appraised to be kept.</summary>
    public static readonly Refusal NotAppraised = new(
        "retention.not-appraised", "Nobody has appraised this record as one to dispose of since care ended.", "The same after an appraisal to dispose, by another person.");

    /// <summary>Whoever disposes appraised the record themselves.</summary>
    public static readonly Refusal AppraisedByOneself = new(
        "retention.appraised-by-oneself", "Whoever appraised the record cannot dispose of it.", "The same from another person; or another appraisal, by somebody else.");

    /// <summary>It was disposed of already.</summary>
    public static readonly Refusal AlreadyDisposedOf = new(
        "retention.disposed-of", "The record of this person was disposed of, so there is nothing left to hold or to appraise.", "Nothing; the decisions on record say who disposed of it, when and on what authority.");

    /// <summary>The disposal, where it was disposed of.</summary>
    public RetentionDecision? Disposal => Decisions.FirstOrDefault(decision => decision.What is RetentionStep.DisposedOf);

    /// <summary>The reasons of the legal holds that stand.</summary>
    public Listed<string> LegalHolds =>
        [.. Decisions.Where(decision => decision.What is RetentionStep.LegalHoldPlaced or RetentionStep.LegalHoldLifted)
            .GroupBy(decision => decision.Reason).Where(holds => holds.Last().What is RetentionStep.LegalHoldPlaced).Select(holds => holds.Key)];

    /// <summary>The appraisal that stands: the last, unless care has gone on since.</summary>
    public RetentionDecision? Appraisal => Appraisals.LastOrDefault() is { } last && (CareEnded is null || last.DecidedAt >= CareEnded) ? last : null;

    /// <summary>The class of the record: mental health where the Mental Health Act stands in it, which no appraisal takes away; else what an appraisal last said, and adult health and social care where none did.</summary>
    public RecordClass Class => UnderMentalHealthAct ? RecordClass.MentalHealth : Appraisals.LastOrDefault()?.Class ?? RecordClass.AdultHealthAndSocialCare;

    /// <summary>The last date on which it has to be kept; null while care goes on, and where there is no case.</summary>
    public LocalDate? UntilUnder(RetentionSchedule schedule) => CareGoesOn || CareEnded is not { } ended
        ? null
        : Appraisal?.KeepUntil is { } longer ? LocalDate.Max(longer, schedule.UntilOf(Class, ended)) : schedule.UntilOf(Class, ended);

    /// <summary>Whether the time it has to be kept for is over.</summary>
    public bool HasEnded(RetentionSchedule schedule, Instant now) => UntilUnder(schedule) is { } until && LocalCalendar.DateOf(now) > until;

    /// <summary>Whether what is asked for is so already, so that nothing is to be recorded.</summary>
    public bool IsSo(RetentionAsked asked) => asked.What switch
    {
        RetentionStep.LegalHoldPlaced => LegalHolds.Contains(asked.Reason),
        RetentionStep.LegalHoldLifted => !LegalHolds.Contains(asked.Reason),
        RetentionStep.DisposedOf => Disposal is not null,
        _ => false,
    };

    /// <summary>Why a decision is refused, or null where it is not.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="schedule">How long records are kept.</param>
    /// <param name="now">The moment.</param>
    public Refusal? Against(RetentionAsked asked, Actor by, RetentionSchedule schedule, Instant now) => asked.What switch
    {
        _ when Disposal is not null => AlreadyDisposedOf,
        not RetentionStep.DisposedOf => null,
        _ when CareGoesOn => StillCaredFor,
        _ when LegalHolds is [_, ..] => UnderLegalHold,
        _ when !HasEnded(schedule, now) => NotEnded,
        _ when Appraisal is not { What: RetentionStep.AppraisedToDispose } => NotAppraised,
        _ when Appraisal.By.Id == by.Id => AppraisedByOneself,
        _ when AwaitsAccess => AwaitedByPerson,
        _ => null,
    };

    private IEnumerable<RetentionDecision> Appraisals => Decisions.Where(decision => decision.What is RetentionStep.AppraisedToKeep or RetentionStep.AppraisedToDispose);
}
