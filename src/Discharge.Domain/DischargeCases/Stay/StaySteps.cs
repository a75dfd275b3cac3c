using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next in planning a person's stay, while they are in hospital.</summary>
internal static class StaySteps
{
    /// <summary>The steps of a case in which the person is in hospital, at a moment.</summary>
    public static IEnumerable<NextStep> Of(DischargeCase discharge, Instant at)
    {
        // Planning begins at admission (A1), so both are asked for from the first day on.
        if (!discharge.Facts.Any<DischargePlanOpened>())
        {
            yield return new("open-plan", "Open the plan for the discharge.", Owner.Ward);
        }

        if (!discharge.Facts.Any<DischargeExpected>())
        {
            yield return new("set-expected-date", "Set the expected date of discharge.", Owner.Ward);
        }

        if (Unbefriended.IsOwedAdvocateInHospital(discharge, at))
        {
            yield return Unbefriended.InstructAdvocate;
        }

        if (GoneByFrom(discharge) <= at)
        {
            yield return new("set-expected-date", "Set the expected date of discharge anew: it has gone by and the person is still here.", Owner.Ward);
        }

        if (discharge is { NoLongerMeetsCriteriaToReside: true, LastReview.MedicallyStable: true } && WardRound.Of(discharge) is [.., { CriteriaReviewed: false }])
        {
            yield return new("review-criteria-to-reside", "Review the criteria to reside: the last ward round passed without a review.", Owner.Ward, discharge.LastReview.NextReview);
        }
        else if (discharge is { NoLongerMeetsCriteriaToReside: true, LastReview: { MedicallyStable: true, NextReview: { } next } })
        {
            yield return new("review-criteria-to-reside", "Review the criteria to reside: the last review set a time for the next.", Owner.Ward, next);
        }
    }

    /// <summary>From when on the expected date has gone by; null where none is set.</summary>
    public static Instant? GoneByFrom(DischargeCase discharge) => discharge.Facts.Last<DischargeExpected>() is { } expected ? LocalCalendar.EndOf(expected.Date) : null;
}
