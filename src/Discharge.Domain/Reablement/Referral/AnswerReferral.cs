using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>A person answers a referral: takes it, does not, or asks back. The response counts once the referrer is told.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Answer">What.</param>
/// <param name="ReferrerTold">Whether the referrer was told.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AnswerReferral(Instant OccurredAt, ReferralAnswer Answer, bool ReferrerTold, NoteRef? Note = null) : ReablementCommand(OccurredAt)
{
    /// <summary>Reablement has started.</summary>
    public static readonly Refusal HasStarted = new(
        "reablement.has-started", "The team has been in contact with this person, so their referral can no longer be declined.", "End reablement with its reason; or withdraw the contact where it was entered in error.");

    /// <summary>The referral was declined, and the person may have been referred anew since.</summary>
    public static readonly Refusal DeclinedAlready = new(
        "reablement.declined-already", "This referral was declined, which ended it.", "Refer the person anew; or withdraw the decline where it was entered in error.");

    /// <summary>There is no referral to answer: the person was handed over.</summary>
    public static readonly Refusal HandedOver = new(
        "reablement.handed-over", "This person left the hospital into reablement and is the team's already, so there is no referral to answer.", "Allocate a named worker; where reablement is not what they need, end it with its reason.");

    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement)
    {
        ReablementEvent fact = new ReferralAnswered(OccurredAt, Answer, ReferrerTold, Note);
        return Deciding(reablement, fact, () => reablement.At(OccurredAt) switch
        {
            _ when reablement.IsFromHospital => HandedOver,
            _ when OccurredAt < reablement.Referral?.OccurredAt => NotReferredYet,
            { IsDeclined: true } then when IsToldNow(then) => fact,
            { IsDeclined: true } then => DeclinedAlready.Naming(then.Facts.EntriesOf<ReferralAnswered>().Last().Version),
            { FirstContact: not null } when Answer is ReferralAnswer.Declined => HasStarted,
            _ => fact,
        });
    }

    // The referrer may be told of a decline after it.
    private bool IsToldNow(ReablementCase declined) => this is { Answer: ReferralAnswer.Declined, ReferrerTold: true } && !declined.IsReferrerTold;
}
