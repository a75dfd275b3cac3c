using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To agree with somebody that they pay what a home asks above what is funded. It may be agreed anew; the last agreement counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="Weekly">How much, in pence a week.</param>
/// <param name="Payer">What the payer is to the person.</param>
/// <param name="AgreedBy">Who agrees to pay it.</param>
/// <param name="By">The role of whoever agrees it with them.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AgreeTopUp(Instant OccurredAt, long Referral, int Weekly, TopUpPayer Payer, NoteRef AgreedBy, StaffRole By, NoteRef? Note = null) : DischargeCaseDecision(OccurredAt)
{
    /// <summary>The home asks for nothing above what is funded.</summary>
    public static readonly Refusal NotAsked = new(
        "discharge.top-up-not-asked", "The home had not accepted the person with a top-up by then, so there is none to agree on.", "Record first that the home accepted the person, and what top-up it asks.");

    /// <summary>It is not what the home asks.</summary>
    public static readonly Refusal OtherAmount = new(
        "discharge.top-up-of-other-amount", "This is not the top-up that the home asks.", "The amount that its acceptance gives; or record first that it accepted the person with another.");

    /// <summary>A top-up was agreed for somebody who pays for everything themselves.</summary>
    public static readonly Departure OfSelfFunder = new(
        "discharge.top-up-of-self-funder", "A top-up is agreed for somebody who is marked as paying for their care home themselves; see which of the two is so.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new TopUpAgreed(OccurredAt, Referral, Weekly, Payer, AgreedBy, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => HomeReferrals.Find(discharge.At(OccurredAt), Referral) switch
    {
        null => HomeReferralCommand.NoSuchReferral,
        { Acceptance.WeeklyTopUp: { } asked } => asked == Weekly
            ? discharge.Record(Fact).Departing(OfSelfFunder, unless: !HomeReferrals.IsSelfFunder(discharge.At(OccurredAt)))
            : OtherAmount,
        _ => NotAsked,
    };
}
