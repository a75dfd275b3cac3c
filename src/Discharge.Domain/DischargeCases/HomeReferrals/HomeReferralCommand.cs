using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Something became of a referral to a care home. It happened, so it is recorded, also out of order.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
public abstract record HomeReferralCommand(Instant OccurredAt, long Referral) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>There is no such referral.</summary>
    public static readonly Refusal NoSuchReferral = new(
        "discharge.no-such-home-referral", "No standing entry of this case with that number refers the person to a care home.", "The number of the entry that sent the referral, as the case shows it.");

    /// <summary>It is dated before the referral was sent.</summary>
    public static readonly Departure BeforeSent = new(
        "discharge.home-answer-before-referral", "Something became of a referral to a care home before it was sent; see which of the two moments is wrong.", Owner.CareTransferHub);

    /// <summary>It is dated after the referral was taken back.</summary>
    public static readonly Departure AfterTakenBack = new(
        "discharge.home-answer-after-taken-back", "Something became of a referral to a care home after it was taken back; see whether the home knows.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected sealed override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) =>
        HomeReferrals.Find(discharge, Referral) is { } referral ? Judge(discharge, referral, InOrder(discharge, referral, discharge.Record(Fact))) : NoSuchReferral;

    /// <summary>This recording, with what it departs from beside the order of things.</summary>
    /// <param name="discharge">The case.</param>
    /// <param name="referral">The referral, by all that is known.</param>
    /// <param name="recording">What is recorded.</param>
    protected virtual Recording<DischargeCaseEvent> Judge(DischargeCase discharge, HomeReferral referral, Recording<DischargeCaseEvent> recording) => recording;

    /// <summary>The referral as it stood then; as it was sent where it had not been sent by then.</summary>
    protected HomeReferral Then(DischargeCase discharge, HomeReferral referral) => HomeReferrals.Find(discharge.At(OccurredAt), Referral) ?? referral with { Answers = [] };

    private Recording<DischargeCaseEvent> InOrder(DischargeCase discharge, HomeReferral referral, Recording<DischargeCaseEvent> recording) => recording
        .Departing(BeforeSent, unless: OccurredAt >= referral.Sent.OccurredAt)
        .Departing(AfterTakenBack, unless: Then(discharge, referral).Status is not HomeReferralStatus.TakenBack);
}
