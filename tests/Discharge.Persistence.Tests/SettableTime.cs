using NodaTime;

namespace Discharge.Persistence.Tests;

/// <summary>A time that stands still until a test moves it.</summary>
public sealed class SettableTime(Instant now) : TimeProvider
{
    public Instant Now { get; set; } = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public override long GetTimestamp() => Now.ToUnixTimeTicks();

    public void Pass(Duration time) => Now += time;
}
