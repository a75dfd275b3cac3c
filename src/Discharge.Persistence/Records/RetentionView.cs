using Discharge.Domain.People;
using Discharge.Domain.Records;
using NodaTime;

namespace Discharge.Persistence.Records;

/// <summary>How long a person's record is kept and what was decided of it, without any personal data.</summary>
/// <param name="PersonRef">The person.</param>
/// <param name="Version">How many decisions there are.</param>
/// <param name="Class">The class of the record.</param>
/// <param name="CareGoesOn">Whether any case of theirs, or of a record linked with theirs, is open.</param>
/// <param name="CareEnded">The last moment at which anything happened that is on record in any of those cases.</param>
/// <param name="RetentionUntil">The last date on which the record has to be kept; absent while care goes on.</param>
/// <param name="HasEnded">Whether that date is past.</param>
/// <param name="LegalHolds">The reasons of the legal holds that stand.</param>
/// <param name="Appraisal">The appraisal that stands.</param>
/// <param name="Disposal">Who disposed of it, when, why and on what authority, where somebody did.</param>
/// <param name="Decisions">Everything that was decided, in order.</param>
public sealed record RetentionView(
    PersonRef PersonRef,
    long Version,
    RecordClass Class,
    bool CareGoesOn,
    Instant? CareEnded,
    LocalDate? RetentionUntil,
    bool HasEnded,
    IReadOnlyList<string> LegalHolds,
    RetentionDecision? Appraisal,
    RetentionDecision? Disposal,
    IReadOnlyList<RetentionDecision> Decisions)
{
    /// <summary>The view of a person's record at a moment.</summary>
    public static RetentionView Of(PersonRef person, PersonRetention retention, RetentionSchedule schedule, Instant now) => new(
        person, retention.Decisions.Count, retention.Class, retention.CareGoesOn, retention.CareEnded, retention.UntilUnder(schedule), retention.HasEnded(schedule, now),
        retention.LegalHolds, retention.Appraisal, retention.Disposal, retention.Decisions);
}

/// <summary>A page of the people whose retention has ended.</summary>
/// <param name="People">They, in the order of their ids. A page looks at so many records and shows those that it is true of, so it may be short, or empty, where there is a next.</param>
/// <param name="Next">The person to go on after, where there are more.</param>
public sealed record RetentionList(IReadOnlyList<RetentionView> People, Guid? Next = null);
