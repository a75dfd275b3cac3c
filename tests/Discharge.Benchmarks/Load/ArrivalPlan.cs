namespace Discharge.Benchmarks.Load;

/// <summary>When each request is to be sent, as times from the beginning; laid down beforehand, so that a slow answer cannot put the next one off.</summary>
public static class ArrivalPlan
{
    /// <summary>One after the other at equal distances.</summary>
    public static TimeSpan[] Constant(double perSecond, TimeSpan length) =>
        [.. Enumerable.Range(0, (int)(perSecond * length.TotalSeconds)).Select(number => TimeSpan.FromSeconds(number / perSecond))];

    /// <summary>As people come who know nothing of each other.</summary>
    public static TimeSpan[] Poisson(double perSecond, TimeSpan length, int seed)
    {
        var random = new Random(seed);
        var arrivals = new List<TimeSpan>();
        for (var at = 0.0; (at -= Math.Log(1 - random.NextDouble()) / perSecond) < length.TotalSeconds;)
        {
            arrivals.Add(TimeSpan.FromSeconds(at));
        }

        return [.. arrivals];
    }
}
