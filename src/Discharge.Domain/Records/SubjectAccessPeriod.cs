using NodaTime;

namespace Discharge.Domain.Records;

/// <summary>
/// By when a request for access to one's record is answered: UK GDPR Art. 12(3), counted as the ICO says. The month runs from the day of receipt to the corresponding day of the next month, or to that month's
/// last day where it has no such day; where that is a Saturday or Sunday it is the next day that is neither. The ICO moves it past public holidays too: this service has no calendar of them, so a due day on one is
/// shown as it is, and never later than it may be.
/// </summary>
public static class SubjectAccessPeriod
{
    /// <summary>Where the period comes from.</summary>
    public const string Authority = "UK GDPR Art. 12(3); ICO, Right of access: how long do we have to comply?";

    private const int Months = 1;

    private const int MonthsOnceExtended = Months + 2;

    /// <summary>The day on which a request received on a day is due; where it was extended, by two further months.</summary>
    public static LocalDate DueOn(LocalDate receivedOn, bool extended) => NextWorkingDay(receivedOn.PlusMonths(extended ? MonthsOnceExtended : Months));

    private static LocalDate NextWorkingDay(LocalDate day) => day.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => day.PlusDays(2),
        IsoDayOfWeek.Sunday => day.PlusDays(1),
        _ => day,
    };
}
