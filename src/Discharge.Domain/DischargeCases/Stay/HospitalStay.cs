using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The dates of a stay, local to Europe/London, from which its lengths are counted. A length in days is the number of midnights.</summary>
/// <param name="AdmittedOn">The date of admission, where known.</param>
/// <param name="ReadyOn">
/// The Discharge Ready Date: the date on which the current, or once they were gone the final, period of not meeting criteria to reside began. Blank where
/// the person left on the day of admission (NHS England, Discharge Ready Date guidance).
/// </param>
/// <param name="GoneOn">The date on which they were gone: of leaving, or of what ended the stay where no leaving is on record.</param>
public sealed record HospitalStay(LocalDate? AdmittedOn, LocalDate? ReadyOn, LocalDate? GoneOn)
{
    /// <summary>The date of leaving, once they left.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>
    /// The days from ready to gone; 0 where the person was discharged on the day of admission, null while they are in hospital and where they left with no Discharge Ready
    /// Date, as whoever discharged themselves did who had not been found ready, be it on the day of admission. Whoever died in hospital was not discharged, so no days of delay are counted for them.
    /// </summary>
    public int? DelayDays { get; init; }

    /// <summary>The dates of a case.</summary>
    public static HospitalStay Of(DischargeCase discharge)
    {
        var (admitted, ready, left) = (DateOf(discharge.AdmittedAt), DateOf(discharge.ReadySince), DateOf(discharge.Left?.OccurredAt));
        var withoutNight = left is not null && left == admitted;
        return new(admitted, withoutNight ? null : ready, DateOf(discharge.GoneAt))
        {
            LeftOn = left,
            DelayDays = left switch
            {
                null => null,
                _ when withoutNight => ready is null && discharge.Left is { SelfDischarge: true } ? null : 0,
                { } on => ready is { } since ? Period.DaysBetween(since, on) : null,
            },
        };
    }

    /// <summary>The midnights spent in hospital by a date, or until they were gone; null where nobody knows when the person was admitted.</summary>
    public int? LengthInDays(LocalDate today) => DaysFrom(AdmittedOn, today);

    /// <summary>The midnights since the Discharge Ready Date by a date, or until they were gone.</summary>
    public int? DaysSinceReady(LocalDate today) => DaysFrom(ReadyOn, today);

    private int? DaysFrom(LocalDate? start, LocalDate today) => start is { } from ? Math.Max(0, Period.DaysBetween(from, GoneOn ?? today)) : null;

    private static LocalDate? DateOf(Instant? moment) => moment is { } known ? LocalCalendar.DateOf(known) : null;
}
