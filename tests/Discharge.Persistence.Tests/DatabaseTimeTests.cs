namespace Discharge.Persistence.Tests;

public sealed class DatabaseTimeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly Monotonic _monotonic = new();

    [SetUp]
    public void From_zero() => _monotonic.Now = TimeSpan.Zero;

    [Test]
    public async Task It_is_the_databases_time_and_the_system_clock_is_never_asked()
    {
        var time = await MeasuredAsync(roundTrip: TimeSpan.Zero);

        _monotonic.Now += TimeSpan.FromHours(3);

        Assert.That(time.GetUtcNow(), Is.EqualTo(Noon.AddHours(3)));
    }

    [Test]
    public async Task The_quickest_answer_wins_and_counts_from_the_middle_of_its_round_trip()
    {
        Queue<int> trips = new([400, 90, 10, 300, 50]);
        var asked = 0;
        var time = await DatabaseTime.MeasureAsync(
            _monotonic,
            _ =>
            {
                // A slow way back makes every answer look late, by half of its round trip.
                var told = Noon + _monotonic.Now;
                _monotonic.Now += TimeSpan.FromMilliseconds(trips.Dequeue());
                asked++;
                return Task.FromResult(told);
            },
            CancellationToken.None);

        Assert.That(asked, Is.EqualTo(5));
        Assert.That(Noon + _monotonic.Now - time.GetUtcNow(), Is.EqualTo(TimeSpan.FromMilliseconds(5)));
        Assert.That(time.Uncertainty, Is.LessThan(TimeSpan.FromMilliseconds(6)));
    }

    [Test]
    public async Task It_is_told_in_whole_microseconds()
    {
        var time = await MeasuredAsync(roundTrip: TimeSpan.Zero);

        _monotonic.Now += TimeSpan.FromTicks(12_345_678);

        Assert.That(time.GetUtcNow() - Noon, Is.EqualTo(TimeSpan.FromTicks(12_345_670)));
    }

    [Test]
    public async Task It_does_not_go_back_with_the_database_and_goes_on_when_that_has_caught_up()
    {
        var database = Noon;
        var time = await DatabaseTime.MeasureAsync(_monotonic, _ => Task.FromResult(database), CancellationToken.None);
        Assert.That(time.GetUtcNow(), Is.EqualTo(Noon));

        database = Noon.AddSeconds(-10);
        Assert.That(await time.MeasureAgainAsync(CancellationToken.None), Is.EqualTo(TimeSpan.FromSeconds(-10)));

        _monotonic.Now += TimeSpan.FromSeconds(9);
        Assert.That(time.GetUtcNow(), Is.EqualTo(Noon));
        _monotonic.Now += TimeSpan.FromSeconds(2);
        Assert.That(time.GetUtcNow(), Is.EqualTo(Noon.AddSeconds(1)));
    }

    [Test]
    public async Task It_moves_on_at_once_when_the_database_does()
    {
        var database = Noon;
        var time = await DatabaseTime.MeasureAsync(_monotonic, _ => Task.FromResult(database), CancellationToken.None);

        database = Noon.AddMinutes(1);
        await time.MeasureAgainAsync(CancellationToken.None);

        Assert.That(time.GetUtcNow(), Is.EqualTo(Noon.AddMinutes(1)));
    }

    [Test]
    public async Task A_worse_measurement_that_does_not_contradict_changes_nothing()
    {
        var roundTrip = TimeSpan.Zero;
        var time = await DatabaseTime.MeasureAsync(
            _monotonic,
            _ =>
            {
                var told = Noon + _monotonic.Now;
                _monotonic.Now += roundTrip;
                return Task.FromResult(told);
            },
            CancellationToken.None);

        roundTrip = TimeSpan.FromMilliseconds(800);

        Assert.That(await time.MeasureAgainAsync(CancellationToken.None), Is.EqualTo(TimeSpan.Zero));
        Assert.That(time.GetUtcNow(), Is.EqualTo(Noon + _monotonic.Now));
    }

    [Test]
    public async Task It_never_goes_back_under_many_readers()
    {
        var time = await DatabaseTime.MeasureAsync(TimeProvider.System, _ => Task.FromResult(Noon), CancellationToken.None);

        var readers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 50_000).Select(_ => time.GetUtcNow()).ToList())));

        Assert.That(readers, Is.All.Ordered);
    }

    [Test]
    public async Task Against_a_real_database_it_agrees_within_what_it_says_of_itself()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var pool = Connections.Open(database.Application);
        var time = await DatabaseTime.MeasureAsync(pool, CancellationToken.None);

        var before = time.GetUtcNow();
        await using var ask = pool.CreateCommand("select clock_timestamp()");
        var there = new DateTimeOffset((DateTime)(await ask.ExecuteScalarAsync())!);
        var after = time.GetUtcNow();

        Assert.That(there, Is.InRange(before - time.Uncertainty, after + time.Uncertainty));
    }

    [Test]
    public void Without_a_database_there_is_no_time_and_that_is_said() =>
        Assert.That(
            async () =>
            {
                await using var nowhere = Connections.Open("Host=127.0.0.1;Port=1;Username=nobody;Password=none");
                await DatabaseTime.MeasureAsync(nowhere, CancellationToken.None);
            },
            Throws.TypeOf<DatabaseTimeUnknownException>());

    private Task<DatabaseTime> MeasuredAsync(TimeSpan roundTrip) => DatabaseTime.MeasureAsync(
        _monotonic,
        _ =>
        {
            _monotonic.Now += roundTrip;
            return Task.FromResult(Noon);
        },
        CancellationToken.None);

    /// <summary>A monotonic time the test moves, and a system clock that fails whoever asks it.</summary>
    private sealed class Monotonic : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;

        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("The system clock was asked.");
    }
}
