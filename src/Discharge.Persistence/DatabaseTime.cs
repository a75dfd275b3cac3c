using Npgsql;

namespace Discharge.Persistence;

/// <summary>
/// The one time of the service: this process's monotonic clock, set by the database's. The system clock is never asked, so a node whose
/// clock is wrong tells the same time as all others. UTC, in whole microseconds, and it never goes backwards within a process.
/// </summary>
public sealed class DatabaseTime : TimeProvider
{
    private const int Samples = 5;

    private readonly TimeProvider _monotonic;
    private readonly Func<CancellationToken, Task<DateTimeOffset>> _readDatabaseClock;
    private Measurement _measured;
    private long _last;

    private DatabaseTime(TimeProvider monotonic, Func<CancellationToken, Task<DateTimeOffset>> readDatabaseClock, Measurement measured)
    {
        _monotonic = monotonic;
        _readDatabaseClock = readDatabaseClock;
        _measured = measured;
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => _monotonic.TimestampFrequency;

    /// <summary>How far this time may be from the database's at most: half of the quickest question's round trip, and what two clocks may drift since.</summary>
    public TimeSpan Uncertainty => Volatile.Read(ref _measured).Uncertainty(_monotonic);

    /// <summary>Measures the database's clock for the first time.</summary>
    /// <exception cref="DatabaseTimeUnknownException">The database did not answer, so this node cannot know what time it is.</exception>
    public static Task<DatabaseTime> MeasureAsync(NpgsqlDataSource database, CancellationToken cancellation) => MeasureAsync(
        System,
        async stop =>
        {
            await using var ask = database.CreateCommand("select clock_timestamp()");
            return new DateTimeOffset((DateTime)(await ask.ExecuteScalarAsync(stop))!);
        },
        cancellation);

    /// <summary>Measures whatever clock is given against whatever monotonic time is given.</summary>
    /// <exception cref="DatabaseTimeUnknownException">The clock could not be read.</exception>
    public static async Task<DatabaseTime> MeasureAsync(
        TimeProvider monotonic, Func<CancellationToken, Task<DateTimeOffset>> readDatabaseClock, CancellationToken cancellation)
    {
        try
        {
            var measured = await Resilience.Reads.ExecuteAsync(async stop => await SampleAsync(monotonic, readDatabaseClock, stop), cancellation);
            return new DatabaseTime(monotonic, readDatabaseClock, measured);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            throw new DatabaseTimeUnknownException(failed);
        }
    }

    /// <summary>Measures the database's clock again; a worse measurement that does not contradict the better one before it changes nothing.</summary>
    /// <returns>By how much the time told here was moved.</returns>
    public async Task<TimeSpan> MeasureAgainAsync(CancellationToken cancellation)
    {
        var before = Volatile.Read(ref _measured);
        var now = await SampleAsync(_monotonic, _readDatabaseClock, cancellation);
        var moved = now.At(now.Timestamp, _monotonic) - before.At(now.Timestamp, _monotonic);
        if (moved.Duration() <= now.Uncertainty(_monotonic) && before.Uncertainty(_monotonic) <= now.Uncertainty(_monotonic))
        {
            return TimeSpan.Zero;
        }

        Volatile.Write(ref _measured, now);
        return moved;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var now = Volatile.Read(ref _measured).At(_monotonic.GetTimestamp(), _monotonic).Ticks;
        now -= now % TimeSpan.TicksPerMicrosecond;
        for (var last = Volatile.Read(ref _last); last < now; last = Volatile.Read(ref _last))
        {
            if (Interlocked.CompareExchange(ref _last, now, last) == last)
            {
                return new DateTimeOffset(now, TimeSpan.Zero);
            }
        }

        return new DateTimeOffset(Volatile.Read(ref _last), TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => _monotonic.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _monotonic.CreateTimer(callback, state, dueTime, period);

    private static async Task<Measurement> SampleAsync(
        TimeProvider monotonic, Func<CancellationToken, Task<DateTimeOffset>> readDatabaseClock, CancellationToken cancellation)
    {
        Measurement? best = null;
        for (var sample = 0; sample < Samples; sample++)
        {
            var asked = monotonic.GetTimestamp();
            var told = await readDatabaseClock(cancellation);
            var answered = monotonic.GetTimestamp();
            var measured = new Measurement(asked + ((answered - asked) / 2), told.ToUniversalTime(), monotonic.GetElapsedTime(asked, answered));
            best = best is null || measured.RoundTrip < best.RoundTrip ? measured : best;
        }

        return best!;
    }

    /// <summary>What the database's clock said at one moment of the monotonic one.</summary>
    private sealed record Measurement(long Timestamp, DateTimeOffset Told, TimeSpan RoundTrip)
    {
        // A quartz that is off by more than 100 millionths is broken.
        private const double Drift = 100e-6;

        public DateTimeOffset At(long timestamp, TimeProvider monotonic) => Told + monotonic.GetElapsedTime(Timestamp, timestamp);

        public TimeSpan Uncertainty(TimeProvider monotonic) => (RoundTrip / 2) + (monotonic.GetElapsedTime(Timestamp) * Drift);
    }
}

/// <summary>The database's clock could not be measured, so the service cannot say what time anything happened and does not start.</summary>
public sealed class DatabaseTimeUnknownException(Exception cause)
    : StartRefusedException("The time is the database's, and the database did not tell it. Is it running, and is the connection string right?", cause);
