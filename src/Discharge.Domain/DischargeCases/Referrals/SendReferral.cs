using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person is referred to a service. Several referrals may be open at once; each has an id of its own, made by the server.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The referral's id, made by the server.</param>
/// <param name="To">Which service.</param>
/// <param name="Owner">The organisation that now owns it.</param>
/// <param name="By">The role of whoever refers.</param>
/// <param name="Due">By when an answer or the service is due; it may lie ahead.</param>
/// <param name="Note">What is added in words.</param>
public sealed record SendReferral(Instant OccurredAt, Guid Referral, ReferredService To, OdsCode Owner, StaffRole By, Instant? Due = null, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ReferralSent(OccurredAt, Referral, To, Owner, By, Due, Note);

    // The server makes a new id each time it is asked; the same referral said twice is still one.
    private bool IsOnRecord(DischargeCase discharge) => discharge.Facts.All<ReferralSent>().Any(sent => (sent with { Referral = Referral }).SaysTheSameAs(Fact));

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => IsOnRecord(discharge) ? [] : discharge.Record(Fact);
}
