using System.Runtime;

namespace Discharge.Benchmarks.Load;

/// <summary>
/// Callers who come when they come, whether or not others have been answered: however many are under way, the next request is sent at its time. How long
/// it took counts from when it was meant to be sent.
/// </summary>
public static class OpenLoop
{
    private const long Enough = 64 << 20;

    /// <summary>Sends all that is planned and waits for the last answer.</summary>
    /// <param name="address">To whom.</param>
    /// <param name="plan">When, from the beginning.</param>
    /// <param name="next">The next request.</param>
    /// <param name="begun">Is told when it begins.</param>
    public static async Task<Latencies> RunAsync(Uri address, TimeSpan[] plan, Func<byte[]> next, Action? begun = null)
    {
        // Enough for a second and a half in which nobody answers; after that, requests wait on connections behind others, as they would have to anyway.
        var connections = plan.Length == 0 ? 1 : (int)Math.Clamp(plan.Length / plan[^1].TotalSeconds * 1.5, 32, 2_000);
        using var crowd = new Crowd(address, connections, plan, [.. plan.Select(_ => next())]);
        GC.Collect();
        // Nobody here allocates anything meanwhile; the sender must not wait until those who have the cores let a collection begin.
        var isQuiet = GC.TryStartNoGCRegion(Enough);
        try
        {
            begun?.Invoke();
            return await OwnWork.CountAsync(crowd.RunAsync);
        }
        finally
        {
            if (isQuiet && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
            {
                GC.EndNoGCRegion();
            }
        }
    }
}
