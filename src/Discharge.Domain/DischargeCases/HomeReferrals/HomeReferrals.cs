using System.Collections.Immutable;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>The referrals of a person to care homes.</summary>
public static class HomeReferrals
{
    /// <summary>All that stand, in the order they were sent.</summary>
    public static ImmutableArray<HomeReferral> Of(DischargeCase discharge) => [.. discharge.Facts.EntriesOf<HomeReferralSent>().Select(entry => Of(discharge, entry))];

    /// <summary>The referral that this entry sent, or null where none of that number stands.</summary>
    public static HomeReferral? Find(DischargeCase discharge, long referral) => Of(discharge).FirstOrDefault(sent => sent.Entry == referral);

    /// <summary>The last choice of a home whose referral stands; null where none was chosen.</summary>
    public static HomeChosen? Choice(DischargeCase discharge) => discharge.Facts.All<HomeChosen>().LastOrDefault(chosen => Find(discharge, chosen.Referral) is not null);

    /// <summary>The home that was chosen last; null where none was, or where it has declined since or the referral was taken back.</summary>
    public static HomeReferral? Chosen(DischargeCase discharge) =>
        Choice(discharge) is { } choice && Find(discharge, choice.Referral) is { MayStillHelp: true } chosen ? chosen : null;

    /// <summary>Whether the person pays for their care home themselves, as last found.</summary>
    public static bool IsSelfFunder(DischargeCase discharge) => discharge.Facts.Last<SelfFunderMarked>() is { PaysAlone: true };

    private static HomeReferral Of(DischargeCase discharge, Entry entry) => entry.Fact is HomeReferralSent sent
        ? new(entry.Version, sent, [.. discharge.Facts.All<HomeReferralAnswer>().Where(answer => answer.Referral == entry.Version)])
        : throw new ArgumentException("The entry sends no referral to a care home.", nameof(entry));
}
