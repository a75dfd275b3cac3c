using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>How early discharge was thought of (A1): elapsed time from admission; negative where it was thought of before. Null where either end is missing.</summary>
/// <param name="ToPlan">To the plan opened.</param>
/// <param name="ToFirstExpectedDate">To the first expected date being set.</param>
public sealed record EarlyRecognition(Duration? ToPlan, Duration? ToFirstExpectedDate)
{
    /// <summary>How early it was in a case.</summary>
    public static EarlyRecognition Of(DischargeCase discharge) => new(
        discharge.Facts.First<DischargePlanOpened>()?.OccurredAt - discharge.AdmittedAt,
        discharge.Facts.First<DischargeExpected>()?.OccurredAt - discharge.AdmittedAt);
}
