using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Api.OpenApi;

/// <summary>Moments for examples, as the clock on a ward's wall shows them.</summary>
internal static class ExampleMoment
{
    /// <summary>The moment London's clocks show this.</summary>
    public static Instant At(int year, int month, int day, int hour, int minute) => LocalCalendar.At(new LocalDate(year, month, day), new LocalTime(hour, minute));
}
