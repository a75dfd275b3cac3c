using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A care home declined the person, also after it had accepted them.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="Reason">Why, where the home said so.</param>
/// <param name="Note">What is added in words.</param>
public sealed record DeclineForHome(Instant OccurredAt, long Referral, HomeDeclineReason? Reason = null, NoteRef? Note = null) : HomeReferralCommand(OccurredAt, Referral)
{
    /// <summary>The home did not say why.</summary>
    public static readonly Departure WithoutReason = new("discharge.home-declined-without-reason", "A care home declined the person and did not say why.", Owner.NamedOrganisation);

    /// <summary>It is the home that was chosen.</summary>
    public static readonly Departure AfterChosen = new("discharge.chosen-home-declined", "The care home that was chosen declined the person; another has to be chosen.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new DeclinedByHome(OccurredAt, Referral, Reason, Note);

    /// <inheritdoc/>
    protected override Recording<DischargeCaseEvent> Judge(DischargeCase discharge, HomeReferral referral, Recording<DischargeCaseEvent> recording) => recording
        .Departing(WithoutReason, unless: Reason is not null)
        .Departing(AfterChosen, unless: HomeReferrals.Chosen(discharge.At(OccurredAt))?.Entry != Referral);
}
