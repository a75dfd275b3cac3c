using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next in planning a person's stay, while they are in hospital.</summary>
internal static class StaySteps
{
    /// <summary>The steps of a case in which the person is in hospital.</summary>
    public static IEnumerable<NextStep> Of(DischargeCase discharge)
    {
        var (planned, expected) = (discharge.Facts.Any<DischargePlanOpened>(), discharge.Facts.Any<DischargeExpected>());
        if (expected && !planned)
        {
            yield return new("open-plan", "Open the plan for the discharge.", Owner.Ward);
        }

        if (planned && !expected)
        {
            yield return new("set-expected-date", "Set the expected date of discharge.", Owner.Ward);
        }

        if (discharge is { NoLongerMeetsCriteriaToReside: true, LastReview.MedicallyStable: true } && WardRound.Of(discharge) is [.., { CriteriaReviewed: false }])
        {
            yield return new("review-criteria-to-reside", "Review the criteria to reside: the last ward round passed without a review.", Owner.Ward);
        }
    }
}
