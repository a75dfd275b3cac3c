using NodaTime;
using NodaTime.Text;

namespace Discharge.Domain.Tests.Deciding;

/// <summary>Moments of 2026 as the clock on a London wall showed them. A time the clocks skip or repeat is not one moment and throws.</summary>
public static class LondonTime
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly LocalTimePattern OnTheWall = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static Instant March(int day, string time) => On(3, day, time);

    public static Instant April(int day, string time) => On(4, day, time);

    public static Instant May(int day, string time) => On(5, day, time);

    public static Instant June(int day, string time) => On(6, day, time);

    public static Instant July(int day, string time) => On(7, day, time);

    public static Instant October(int day, string time) => On(10, day, time);

    private static Instant On(int month, int day, string time) =>
        London.AtStrictly(new LocalDate(2026, month, day) + OnTheWall.Parse(time).Value).ToInstant();
}
