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

    /// <summary>A planned visit was made twice.</summary>
    public static readonly Departure MadeTwice = new(
        "reablement.visit-made-twice", "This planned visit is on record as made twice: withdraw the one that is wrong, or record it again as a visit that was not planned.", Owner.ReablementTeam);

    /// <summary>A call does not make a planned visit.</summary>
    public static readonly Refusal CallIsNoVisit = new(
        "reablement.call-is-no-visit", "By telephone or video nobody comes, so a call does not make a planned visit.", "The call without the planned visit, which is then still to be made or was missed; or a visit.");

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new ContactMade(OccurredAt, By, Role, How, Note, Visit, With);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement)
    {
        var then = reablement.At(OccurredAt);
        return Visit switch
        {
            { } planned when !reablement.Facts.EntriesOf<VisitPlanned>().Any(entry => entry.Version == planned) => ReportMissedVisit.NoSuchVisit,
            not null when How is not ContactBy.Visit => CallIsNoVisit,
            _ => Happened(reablement, Fact)
                .Departing(BeforeAcceptance, unless: then.IsTakenOn || then.FirstContact is not null || IsOwedAllTheSame(then))
                .Departing(WithoutWorker, unless: then.Responsible is not null || IsOwedAllTheSame(then))
                .Departing(MadeTwice, unless: Visit is null || !reablement.Facts.All<ContactMade>().Any(made => made.Visit == Visit))
                .Departing(ReportMissedVisit.WasMade, unless: Visit is null || !reablement.Facts.All<VisitMissed>().Any(missed => missed.Visit == Visit)),
        };
    }

    private static bool IsOwedAllTheSame(ReablementCase then) => then is { IsUrgent: true, IsDeclined: true };
}
