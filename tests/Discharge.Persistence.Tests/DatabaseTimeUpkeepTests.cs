using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Discharge.Persistence.Tests;

public sealed class DatabaseTimeUpkeepTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly Beats _monotonic = new();
    private readonly Notes _log = new();

    [Test]
    public async Task Whatever_goes_wrong_is_said_and_the_next_beat_measures_again()
    {
        var told = Noon;
        Exception? wrong = null;
        var time = await DatabaseTime.MeasureAsync(_monotonic, _ => wrong is null ? Task.FromResult(told) : throw wrong, CancellationToken.None);
        using var upkeep = new DatabaseTimeUpkeep(time, _log);
        await upkeep.StartAsync(CancellationToken.None);
        wrong = new InvalidOperationException("It answered in another language.");
        await _monotonic.BeatAsync();
        await SaysAsync("Warning A round over measurements of its clock failed");
        wrong = new Npgsql.NpgsqlException("No answer.", new TimeoutException());
        await _monotonic.BeatAsync();
        await SaysAsync("Warning The database is away, and measurements of its clock wait for it");
        (wrong, told) = (null, Noon.AddMinutes(1));
        await _monotonic.BeatAsync();
        await SaysAsync("Error The database's clock moved by 00:01:00");
        await SaysAsync("Warning The database is back");

        Assert.That(time.GetUtcNow(), Is.EqualTo(Noon.AddMinutes(1)));
        Assert.That(upkeep.ExecuteTask!.IsCompleted, Is.False);
        await upkeep.StopAsync(CancellationToken.None);
        Assert.That(upkeep.ExecuteTask.IsCompletedSuccessfully, Is.True, "To be stopped is no failure.");
        Assert.That(_log.Lines, Has.Count.EqualTo(4));
    }

    private Task SaysAsync(string words) => UntilAsync(() => _log.Lines.Any(line => line.StartsWith(words, StringComparison.Ordinal)));

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!holds())
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A monotonic time that stands still, whose timers beat when the test says so.</summary>
    private sealed class Beats : TimeProvider
    {
        private Action? _beat;

        public override long GetTimestamp() => 0;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Volatile.Write(ref _beat, () => callback(state));
            return new Still();
        }

        /// <summary>Lets the next beat come, once somebody waits for it.</summary>
        public async Task BeatAsync()
        {
            Action? beat = null;
            await UntilAsync(() => (beat = Interlocked.Exchange(ref _beat, null)) is not null);
            beat!();
        }
    }

    private sealed class Still : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Notes : ILogger<DatabaseTimeUpkeep>
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel} {formatter(state, exception)}");
    }
}
