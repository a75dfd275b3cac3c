using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Exceptions;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Tests;

public sealed class EventStoreTests
{
    private static readonly DateTimeOffset Recorded = new(2026, 7, 1, 9, 30, 0, TimeSpan.Zero);

    private TestDatabase _database = null!;
    private NpgsqlDataSource _pool = null!;
    private DocumentStore _store = null!;

    [OneTimeSetUp]
    public async Task A_store_on_a_migrated_database()
    {
        _database = await TestDatabase.MigratedAsync();
        _pool = Connections.Open(_database.Application);
        _store = StoreOn(_pool);
    }

    [OneTimeTearDown]
    public async Task Is_dropped()
    {
        _store.Dispose();
        await _pool.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task The_migrations_are_what_its_configuration_asks_for()
    {
        await using var owner = NpgsqlDataSource.Create(_database.Owner);
        using var store = StoreOn(owner);

        Assert.That(store.Storage.AllObjects().Select(thing => thing.Identifier.Name), Does.Contain("mt_events"));
        Assert.That(async () => await store.Storage.Database.AssertDatabaseMatchesConfigurationAsync(), Throws.Nothing);
    }

    [Test]
    public async Task What_was_recorded_comes_back_with_when_and_by_whom()
    {
        var stream = Guid.CreateVersion7();
        await using (var session = _store.LightweightSession())
        {
            session.LastModifiedBy = "coordinator-7";
            session.CorrelationId = "correlation";
            session.CausationId = "causation";
            session.SetHeader("role", "discharge-coordinator");
            session.Events.StartStream(stream, new Looked(Instant.FromUtc(2026, 6, 30, 8, 0), new LocalDate(2026, 6, 30), Outcome.NotYetReady));
            await session.SaveChangesAsync();
            session.Events.Append(stream, 2, new Looked(Instant.FromUtc(2026, 7, 1, 8, 0), new LocalDate(2026, 7, 1), Outcome.Ready));
            await session.SaveChangesAsync();
        }

        await using var reading = _store.QuerySession();
        var events = await reading.Events.FetchStreamAsync(stream);
        Assert.Multiple(() =>
        {
            Assert.That(events.Select(entry => ((Looked)entry.Data).Outcome), Is.EqualTo(new List<Outcome> { Outcome.NotYetReady, Outcome.Ready }));
            Assert.That(events.Select(entry => entry.Version), Is.EqualTo(new List<long> { 1, 2 }));
            Assert.That(events.Select(entry => entry.Timestamp), Is.All.EqualTo(Recorded), "the time is the one source's, on a server set to whatever zone");
            Assert.That(events.Select(entry => (entry.UserName, entry.CorrelationId, entry.CausationId)), Is.All.EqualTo(("coordinator-7", "correlation", "causation")));
            Assert.That(events.Select(entry => entry.Headers!["role"].ToString()), Is.All.EqualTo("discharge-coordinator"));
        });
    }

    [Test]
    public async Task An_event_is_stored_under_its_name_with_words_instead_of_numbers()
    {
        var stream = Guid.CreateVersion7();
        await using (var session = _store.LightweightSession())
        {
            session.Events.StartStream(stream, new Looked(Instant.FromUtc(2026, 6, 30, 8, 0), new LocalDate(2026, 6, 30), Outcome.NotYetReady));
            await session.SaveChangesAsync();
        }

        Assert.That(
            await _database.AskAsOwnerAsync<string>($"select type || ' ' || data from cases.mt_events where stream_id = '{stream}'"),
            Is.EqualTo("""looked.v1 {"on": "2026-06-30", "outcome": "not-yet-ready", "occurredAt": "2026-06-30T08:00:00Z"}"""));
    }

    [Test]
    public async Task Whoever_expected_another_version_adds_nothing()
    {
        var stream = Guid.CreateVersion7();
        await using var session = _store.LightweightSession();
        session.Events.StartStream(stream, Look(1));
        await session.SaveChangesAsync();
        await using var late = _store.LightweightSession();
        late.Events.Append(stream, 5, Look(2));

        Assert.That(async () => await late.SaveChangesAsync(), Throws.InstanceOf<EventStreamUnexpectedMaxEventIdException>().Or.InstanceOf<ConcurrencyException>());
        Assert.That((await session.Events.FetchStreamStateAsync(stream))!.Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Of_eight_who_append_at_once_expecting_the_same_one_does()
    {
        var stream = Guid.CreateVersion7();
        await using (var session = _store.LightweightSession())
        {
            session.Events.StartStream(stream, Look(1));
            await session.SaveChangesAsync();
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(2, 8).Select(async hour =>
        {
            await using var session = _store.LightweightSession();
            session.Events.Append(stream, 2, Look(hour));
            try
            {
                await session.SaveChangesAsync();
                return "recorded";
            }
            catch (Exception lost) when (lost is ConcurrencyException or MartenException)
            {
                return "lost";
            }
        }));

        Assert.That(outcomes.Count(outcome => outcome == "recorded"), Is.EqualTo(1));
    }

    private static Looked Look(int hour) => new(Instant.FromUtc(2026, 6, 30, hour, 0), new LocalDate(2026, 6, 30), Outcome.Ready);

    private static DocumentStore StoreOn(NpgsqlDataSource database) => DocumentStore.For(options =>
    {
        EventStore.Configure(options, database, new StoppedClock());
        options.Events.MapEventType<Looked>("looked.v1");
    });

    public enum Outcome
    {
        Ready,
        NotYetReady,
    }

    public sealed record Looked(Instant OccurredAt, LocalDate On, Outcome Outcome);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Recorded;
    }
}
