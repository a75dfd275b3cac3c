using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A referral was received, triaged, accepted, declined, allocated, done, or taken back. It happened, so it is recorded, also out of order.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The referral.</param>
/// <param name="Step">Which step.</param>
/// <param name="Reason">Why it was declined, where it was.</param>
/// <param name="Note">What is added in words.</param>
public sealed record TakeReferralStep(Instant OccurredAt, Guid Referral, ReferralStep Step, DeclineReason? Reason = null, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <summary>There is no such referral.</summary>
    public static readonly Refusal NoSuchReferral = new(
        "discharge.no-such-referral", "No standing entry of this case sends a referral of that id.", "The id of a referral as the case shows it.");

    /// <summary>The step is out of the usual order.</summary>
    public static readonly Departure OutOfOrder = new(
        "discharge.referral-step-out-of-order", "A step of a referral is dated out of order; see whether one is missing or wrong.", Owner.CareTransferHub);

    /// <summary>A referral was declined without a reason.</summary>
    public static readonly Departure DeclinedWithoutReason = new(
        "discharge.referral-declined-without-reason", "A referral was declined and nobody said why.", Owner.NamedOrganisation);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ReferralStepTaken(OccurredAt, Referral, Step, Reason, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => Referrals.Find(discharge, Referral) is null
        ? NoSuchReferral
        : discharge.Record(Fact)
            .Departing(OutOfOrder, unless: Referrals.Find(discharge.At(OccurredAt), Referral)?.MayTake(Step) is true)
            .Departing(DeclinedWithoutReason, unless: Step is not ReferralStep.Declined || Reason is not null);
}
