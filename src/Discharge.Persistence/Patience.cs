using System.Diagnostics;

namespace Discharge.Persistence;

/// <summary>
/// How long whoever is to be answered has waited for the database already, over all that was asked of it for that one answer. Each question has a limit of its own; without this, a silence that
/// begins between two of them would be waited for twice.
/// </summary>
public static class Patience
{
    /// <summary>What comes last is still worth asking for so long, by a connection that may be a new one.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromMilliseconds(500);

    private static readonly AsyncLocal<Waited?> Current = new();

    /// <summary>What is asked from here on is for another answer than what was asked before.</summary>
    /// <param name="waited">How long it has been waited for already.</param>
    public static void Begin(TimeSpan waited = default) => Current.Value = new(waited);

    /// <summary>How much of a limit is left; all of it, where nobody in particular is to be answered.</summary>
    public static TimeSpan Left(TimeSpan limit) => Current.Value is { So: var waited } ? Shorter(limit, Longer(Resilience.Longest - waited, Least)) : limit;

    /// <summary>Waits, and counts it.</summary>
    internal static Waiting Wait() => new(Current.Value, Stopwatch.GetTimestamp());

    internal static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    /// <summary>A wait, until it is over.</summary>
    internal readonly struct Waiting(Waited? waited, long began) : IDisposable
    {
        public void Dispose() => waited?.Add(Stopwatch.GetElapsedTime(began));
    }

    /// <summary>What was waited so far, also by what is asked side by side.</summary>
    internal sealed class Waited(TimeSpan before)
    {
        private long _ticks = before.Ticks;

        public TimeSpan So => new(Interlocked.Read(ref _ticks));

        public void Add(TimeSpan time) => Interlocked.Add(ref _ticks, time.Ticks);
    }
}
