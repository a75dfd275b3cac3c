using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next for the person themselves and those who care for them.</summary>
public static class PersonSteps
{
    /// <summary>The steps: to involve whoever is still to be involved before leaving, to settle what somebody objects to and who answers for the person, to find care in place of a carer who cannot go on, and to refer somebody who has no home to go to.</summary>
    public static IEnumerable<NextStep> Of(DischargeCase discharge)
    {
        var duty = InvolvementDuty.Of(discharge);
        if (discharge.Left is null && duty.PersonIsOutstanding)
        {
            yield return new("involve-person", "Involve the person in planning their discharge.", Owner.CareTransferHub);
        }

        if (discharge.Left is null && duty.CarerIsOutstanding)
        {
            yield return new("involve-carer", "Involve the carer in planning the discharge.", Owner.CareTransferHub);
        }

        foreach (var objection in Objection.Of(discharge).Where(objection => objection.Settled is null))
        {
            yield return new("settle-objection", "Talk with whoever objects, and record how the objection is settled.", Owner.CareTransferHub) { Entry = objection.Id };
        }

        if (discharge.Authority?.Standing is AuthorityStanding.Disputed)
        {
            yield return new("settle-authority", "Settle with the authorities which of them answers for the person's care.", Owner.CareTransferHub);
        }

        foreach (var step in CarersLost.Steps(discharge))
        {
            yield return step;
        }

        if (discharge.HasNoHome && !Referrals.Of(discharge).Any(referral => referral.StillHelps && HelpsWithoutAHome(referral.Sent.To)))
        {
            yield return new("refer-homeless", "Refer the person to the Mental Health Outreach Worker or the Joint Homelessness Team.", Owner.CareTransferHub);
        }
    }

    private static bool HelpsWithoutAHome(ReferredService service) =>
        service is ReferredService.MentalHealthOutreachWorker or ReferredService.JointHomelessnessTeam or ReferredService.Housing;
}
