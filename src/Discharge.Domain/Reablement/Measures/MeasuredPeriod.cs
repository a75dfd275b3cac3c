using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The period a measure is asked for, and the date on which it is.</summary>
/// <param name="From">The first London date.</param>
/// <param name="To">The last.</param>
/// <param name="Today">The date on which it is asked.</param>
public sealed record MeasuredPeriod(LocalDate From, LocalDate To, LocalDate Today)
{
    /// <summary>Whether a moment lies in it.</summary>
    public bool Holds(Instant moment) => LocalCalendar.DateOf(moment) is var date && date >= From && date <= To;
}
