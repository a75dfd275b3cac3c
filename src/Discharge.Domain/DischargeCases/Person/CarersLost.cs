using System.Collections.Immutable;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>Carers who cannot go on caring, and whether care without them is on its way (A18).</summary>
public static class CarersLost
{
    /// <summary>A carer cannot go on, and no care has started since.</summary>
    public static readonly Departure CannotContinue = new(
        "discharge.carer-cannot-continue", "A carer cannot go on caring, and no care is known to have started in their place.", Owner.CareTransferHub);

    /// <summary>The warning, while somebody's care may be missing.</summary>
    public static IEnumerable<Departure> Warnings(DischargeCase discharge) =>
        discharge is { Closing: null, Death: null } && Last(discharge).Any(lost => !HasStartedSince(discharge, lost)) ? [CannotContinue] : [];

    /// <summary>A step for each carer who cannot go on, until care is arranged for.</summary>
    public static IEnumerable<NextStep> Steps(DischargeCase discharge) => Last(discharge)
        .Where(lost => !HasStartedSince(discharge, lost) && !IsAskedForSince(discharge, lost))
        .Select(lost => new NextStep("replace-carer", "Arrange care in place of the carer who cannot go on, and offer them support.", Owner.CareTransferHub) { Entry = lost.Carer });

    // What a carer found helpful says nothing of whether they go on. Whose naming was withdrawn is no carer of this person.
    private static ImmutableArray<CarerOutcomeRecorded> Last(DischargeCase discharge) =>
    [
        .. Carers.Of(discharge)
            .Where(carer => carer.Named is not null)
            .Select(carer => carer.Outcomes.LastOrDefault(outcome => outcome.Outcome is CarerOutcome.CannotContinue or CarerOutcome.StoppedCaring or CarerOutcome.AbleAndWillingToContinue))
            .OfType<CarerOutcomeRecorded>()
            .Where(outcome => outcome.Outcome is not CarerOutcome.AbleAndWillingToContinue),
    ];

    private static bool HasStartedSince(DischargeCase discharge, CarerOutcomeRecorded lost) =>
        discharge.Facts.All<PackageOfCareStarted>().Any(started => started.OccurredAt >= lost.OccurredAt);

    private static bool IsAskedForSince(DischargeCase discharge, CarerOutcomeRecorded lost) =>
        Referrals.Of(discharge).Any(referral => referral.StillHelps && referral.Sent.OccurredAt >= lost.OccurredAt && Cares(referral.Sent.To));

    private static bool Cares(ReferredService service) => service is ReferredService.HomeCare or ReferredService.Reablement or ReferredService.RehabilitationBed or ReferredService.CareHome
        or ReferredService.UrgentCommunityResponse or ReferredService.HomeFirstTeam or ReferredService.ContinuingHealthcare or ReferredService.DirectPaymentsTeam or ReferredService.SocialWork;
}
