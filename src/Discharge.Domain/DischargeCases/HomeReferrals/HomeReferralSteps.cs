using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next about a person's referral to care homes, and whose it is.</summary>
internal static class HomeReferralSteps
{
    /// <summary>The steps of each referral until a home is chosen; then those of the chosen one, and to take the others back.</summary>
    public static IEnumerable<NextStep> Of(DischargeCase discharge)
    {
        var referrals = HomeReferrals.Of(discharge);
        if (referrals is [])
        {
            return [];
        }

        var chosen = HomeReferrals.Chosen(discharge);
        return chosen is null && !IsSettled(discharge, referrals[^1])
            ? [.. referrals.Where(referral => referral.IsAwaited).Select(Answer), .. ToChoose(referrals)]
            : [.. chosen is null || IsSettled(discharge, chosen) ? [] : ToArrange(discharge, chosen), .. referrals.Where(referral => NeedsTakingBack(discharge, referral, chosen)).Select(TakeBack)];
    }

    // Whether the person has gone where the referral would have brought them, or elsewhere: out of the hospital, home, or into that home.
    private static bool IsSettled(DischargeCase discharge, HomeReferral referral) =>
        discharge.OutSince >= referral.Sent.OccurredAt
        || IsIn(discharge, referral)
        || discharge.Facts.All<InterimBedVacated>().Any(left => left.OccurredAt >= referral.Sent.OccurredAt && left.For is LeavingInterimBedFor.LongTermResidential or LeavingInterimBedFor.LongTermNursing);

    private static bool IsIn(DischargeCase discharge, HomeReferral referral) =>
        discharge.Facts.All<InterimBedOccupied>().Any(arrived => arrived.OccurredAt >= referral.Sent.OccurredAt && arrived.Place.Provider == referral.Sent.Home);

    // A home that accepted, and into which they may have gone, is not told that nobody comes before it is known where they went.
    private static bool NeedsTakingBack(DischargeCase discharge, HomeReferral referral, HomeReferral? chosen) =>
        referral.Entry != chosen?.Entry && !IsIn(discharge, referral) && (referral.IsAwaited || (chosen is not null && referral.MayStillHelp));

    private static NextStep Answer(HomeReferral referral) => referral.Status is HomeReferralStatus.Sent
        ? OwedBy(referral, "assess-for-home", "Assess the person for the care home, by the home itself or a trusted assessor.")
        : OwedBy(referral, "answer-home-referral", "Accept or decline the person, with the earliest day and hour or the reason.");

    private static IEnumerable<NextStep> ToChoose(IReadOnlyCollection<HomeReferral> referrals)
    {
        if (referrals.Any(referral => referral.Status is HomeReferralStatus.Accepted))
        {
            return [new("choose-home", "Help the person to choose among the care homes that accepted them.", Owner.CareTransferHub)];
        }

        return referrals.Any(referral => referral.Status is HomeReferralStatus.Declined) && !referrals.Any(referral => referral.IsAwaited)
            ? [new("refer-to-another-home", "Refer the person to another care home: each that was asked declined.", Owner.CareTransferHub)]
            : [];
    }

    private static IEnumerable<NextStep> ToArrange(DischargeCase discharge, HomeReferral chosen)
    {
        if (chosen.IsAwaited)
        {
            return [Answer(chosen)];
        }

        var admit = new NextStep("arrange-admission", "Arrange the admission to the chosen care home, from the day and hour it gave.", Owner.CareTransferHub) { Organisation = chosen.Sent.Home, Entry = chosen.Entry };
        return HomeReferralWarnings.TopUpIsOwed(discharge, chosen)
            ? [new("agree-top-up", "Agree with somebody that they pay the top-up that the chosen care home asks, or choose a home without one.", Owner.CareTransferHub) { Entry = chosen.Entry }, admit]
            : [admit];
    }

    private static NextStep TakeBack(HomeReferral referral) =>
        new("take-back-home-referral", "Take the referral back, so that the care home waits for nobody.", Owner.CareTransferHub) { Organisation = referral.Sent.Home, Entry = referral.Entry };

    private static NextStep OwedBy(HomeReferral referral, string what, string sentence) =>
        new(what, sentence, Owner.NamedOrganisation, referral.Sent.Due) { Organisation = referral.Sent.Home, Entry = referral.Entry };
}
