using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To mark a referral as urgent: the person is to be contacted on the same day.</summary>
/// <param name="OccurredAt">When.</param>
public sealed record MarkUrgent(Instant OccurredAt) : ReablementCommand(OccurredAt)
{
    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement)
    {
        ReablementEvent fact = new ReferralMarkedUrgent(OccurredAt);
        return Deciding(reablement, fact, () => reablement.IsUrgent ? [] : OccurredAt < reablement.Referral?.OccurredAt ? NotReferredYet : fact);
    }
}
