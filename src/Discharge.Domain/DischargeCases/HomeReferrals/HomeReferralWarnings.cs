using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What the choice of a care home warns of although nothing recorded departs from anything.</summary>
public static class HomeReferralWarnings
{
    /// <summary>The chosen home asks a top-up that nobody agreed to pay.</summary>
    public static readonly Departure TopUpNotAgreed = new(
        "discharge.top-up-not-agreed", "The care home that was chosen asks a top-up and nobody has agreed to pay it.", Owner.CareTransferHub);

    /// <summary>The person is in another home than was chosen.</summary>
    public static readonly Departure NotTheHomeChosen = new(
        "discharge.not-in-home-chosen", "The person is in another care home than was chosen; ask them what they want, and record the choice or the move.", Owner.CareTransferHub);

    /// <summary>The warnings of a case.</summary>
    public static IEnumerable<Departure> Of(DischargeCase discharge)
    {
        if (discharge is not { Closing: null, Death: null } || HomeReferrals.Chosen(discharge) is not { } chosen)
        {
            return [];
        }

        return
        [
            .. TopUpIsOwed(discharge, chosen) ? (Departure[])[TopUpNotAgreed] : [],
            .. IsElsewhere(discharge, chosen) ? (Departure[])[NotTheHomeChosen] : [],
        ];
    }

    // Who pays for everything has no more to agree with anybody.
    internal static bool TopUpIsOwed(DischargeCase discharge, HomeReferral chosen) => !chosen.IsTopUpAgreed && !HomeReferrals.IsSelfFunder(discharge);

    // One chosen since they arrived is where they want to go next.
    private static bool IsElsewhere(DischargeCase discharge, HomeReferral chosen) =>
        InterimStay.Current(discharge) is { Places: [.., var last] } && last.Place.Provider != chosen.Sent.Home && HomeReferrals.Choice(discharge)?.OccurredAt <= last.OccurredAt;
}
