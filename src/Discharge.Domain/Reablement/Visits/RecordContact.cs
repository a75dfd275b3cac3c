using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The team was in contact with the person. It happened, so it is recorded, also where nobody had taken the referral or been allocated, and past six weeks.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who was.</param>
/// <param name="Role">Their profession.</param>
/// <param name="How">How.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Visit">The entry that planned it, where it was a planned visit.</param>
/// <param name="With">Who came as well.</param>
public sealed record RecordContact(Instant OccurredAt, Subject By, ReablementRole Role, ContactBy How, NoteRef? Note = null, long? Visit = null, Listed<Subject>? With = null) : ReablementRecord(OccurredAt)
{
    /// <summary>Nobody had accepted the referral.</summary>
    public static readonly Departure BeforeAcceptance = new(
        "reablement.contact-before-acceptance", "The person was contacted although nobody had accepted their referral: say whether the team takes them on.", Owner.ReablementTeam);

    /// <summary>Nobody had been allocated.</summary>
    public static readonly Departure WithoutWorker = new("reablement.contact-without-worker", "The person was contacted and had no named worker: allocate one.", Owner.ReablementTeam);

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new ContactMade(OccurredAt, By, Role, How, Note, Visit, With);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement)
    {
        var then = reablement.At(OccurredAt);
        return Visit is { } planned && !reablement.Facts.EntriesOf<VisitPlanned>().Any(entry => entry.Version == planned)
            ? ReportMissedVisit.NoSuchVisit
            : Happened(reablement, Fact)
                .Departing(BeforeAcceptance, unless: then.IsTakenOn || then.FirstContact is not null)
                .Departing(WithoutWorker, unless: then.Responsible is not null);
    }
}
