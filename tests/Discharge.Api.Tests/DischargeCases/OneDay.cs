using NodaTime;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>Days are counted by midnights in London, and one may come while tests run.</summary>
internal static class OneDay
{
    /// <summary>What is answered, with the date on which it was: asked again where midnight came in between.</summary>
    public static async Task<(LocalDate Today, T Answer)> Asking<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            var today = DateOf(SystemClock.Instance.GetCurrentInstant());
            var answer = await ask();
            if (DateOf(SystemClock.Instance.GetCurrentInstant()) == today)
            {
                return (today, answer);
            }
        }
    }

    private static LocalDate DateOf(Instant moment) => moment.InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;
}
