using NodaTime;

namespace Discharge.Api.Clocks;

/// <summary>When this node last looked at the clocks.</summary>
public sealed class LastLook(TimeProvider time)
{
    /// <summary>How long a node may go without a look before it says that it is not ready.</summary>
    public static readonly Duration Longest = Duration.FromSeconds(5);

    private long _last = long.MinValue;

    private bool _isCatchingUp;

    /// <summary>Whether it was recent enough.</summary>
    public bool IsRecent => Volatile.Read(ref _last) is var last and not long.MinValue && time.GetElapsedTime(last) < Longest.ToTimeSpan();

    /// <summary>Whether this node is recording a backlog, and whatever can wait should.</summary>
    public bool IsCatchingUp { get => Volatile.Read(ref _isCatchingUp); set => Volatile.Write(ref _isCatchingUp, value); }

    /// <summary>Notes that it is done at this moment.</summary>
    public void IsNow() => Volatile.Write(ref _last, time.GetTimestamp());
}
