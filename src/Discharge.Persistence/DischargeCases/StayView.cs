using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>A stay in hospital as it is shown. What grows at midnight is counted when it is read; see <see cref="DaysOfStay"/>.</summary>
/// <param name="InPlaceSince">Since when the person is where they are.</param>
/// <param name="InDischargeLounge">Whether they wait in the discharge lounge.</param>
/// <param name="Consultant">The consultant or specialty answering for them, in words, where known.</param>
/// <param name="AdmissionMethod">How they came in, where known.</param>
/// <param name="PlanOpenedAt">When the plan was opened.</param>
/// <param name="HoursToPlan">Hours from admission to the plan opened, to two decimals.</param>
/// <param name="Expected">The expected date of discharge.</param>
/// <param name="HoursToFirstExpectedDate">Hours from admission to the first expected date being set, to two decimals.</param>
/// <param name="DelayDays">Days from the Discharge Ready Date to leaving, once they left; 0 where they were discharged on the day of admission. Null for who left with no Discharge Ready Date.</param>
/// <param name="ReadyPeriods">Each period of not meeting criteria to reside.</param>
/// <param name="WardRounds">The ward rounds.</param>
public sealed record StayView(
    Instant InPlaceSince,
    bool InDischargeLounge,
    NoteRef? Consultant,
    AdmissionMethod? AdmissionMethod,
    Instant? PlanOpenedAt,
    decimal? HoursToPlan,
    ExpectedDischargeView? Expected,
    decimal? HoursToFirstExpectedDate,
    int? DelayDays,
    IReadOnlyList<ReadyPeriod> ReadyPeriods,
    IReadOnlyList<WardRound> WardRounds)
{
    /// <summary>The stay of a case as it stands.</summary>
    public static StayView Of(DischargeCase discharge, HospitalPlace place)
    {
        var early = EarlyRecognition.Of(discharge);
        return new(
            place.Since,
            place.InDischargeLounge,
            place.Consultant,
            discharge.Facts.First<PersonAdmitted>()?.Method,
            discharge.Facts.First<DischargePlanOpened>()?.OccurredAt,
            Hours(early.ToPlan),
            ExpectedDischarge.Of(discharge) is { } expected ? ExpectedDischargeView.Of(expected) : null,
            Hours(early.ToFirstExpectedDate),
            HospitalStay.Of(discharge).DelayDays,
            ReadyPeriod.Of(discharge),
            WardRound.Of(discharge));
    }

    private static decimal? Hours(Duration? elapsed) => elapsed is { } duration ? Math.Round((decimal)duration.ToInt64Nanoseconds() / NodaConstants.NanosecondsPerHour, 2) : null;
}

/// <summary>An expected date of discharge as it is shown.</summary>
/// <param name="First">The date first set.</param>
/// <param name="FirstSetAt">When it was first set.</param>
/// <param name="Current">The date as it is now.</param>
/// <param name="DriftDays">The days between the two; negative where it came nearer.</param>
/// <param name="Changes">Each change.</param>
public sealed record ExpectedDischargeView(LocalDate First, Instant FirstSetAt, LocalDate Current, int DriftDays, IReadOnlyList<ExpectedDateChangeView> Changes)
{
    /// <summary>The view of an expected date.</summary>
    public static ExpectedDischargeView Of(ExpectedDischarge expected) => new(
        expected.First,
        expected.FirstSetAt,
        expected.Current,
        expected.DriftDays,
        [.. expected.Changes.Select(change => new ExpectedDateChangeView(change.Date, change.OccurredAt, change.Reason, change.By))]);
}

/// <summary>A change of the expected date of discharge.</summary>
/// <param name="Date">The new date.</param>
/// <param name="SetAt">When it was set.</param>
/// <param name="Reason">Why, where somebody said.</param>
/// <param name="By">The role of whoever set it.</param>
public sealed record ExpectedDateChangeView(LocalDate Date, Instant SetAt, ExpectedDateReason? Reason, StaffRole By);
