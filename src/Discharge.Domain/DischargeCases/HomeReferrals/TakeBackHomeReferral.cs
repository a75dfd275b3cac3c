using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A referral to a care home was taken back, so that the home waits for nobody.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The role of whoever took it back.</param>
/// <param name="Note">What is added in words.</param>
public sealed record TakeBackHomeReferral(Instant OccurredAt, long Referral, HomeReferralEnd Reason, StaffRole By, NoteRef? Note = null) : HomeReferralCommand(OccurredAt, Referral)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new HomeReferralTakenBack(OccurredAt, Referral, Reason, By, Note);
}
