using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next for the person themselves and those who care for them.</summary>
public static class PersonSteps
{
    /// <summary>The steps: to involve whoever is still to be involved before leaving, and to refer somebody who has no home to go to.</summary>
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

        if (discharge.Facts.Any<HomelessnessRecorded>() && !discharge.Facts.All<ReferralSent>().Any(sent => HelpsWithoutAHome(sent.To)))
        {
            yield return new("refer-homeless", "Refer the person to the Mental Health Outreach Worker or the Joint Homelessness Team.", Owner.CareTransferHub);
        }
    }

    private static bool HelpsWithoutAHome(ReferredService service) =>
        service is ReferredService.MentalHealthOutreachWorker or ReferredService.JointHomelessnessTeam or ReferredService.Housing;
}
