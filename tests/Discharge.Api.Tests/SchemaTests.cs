using Discharge.Persistence.Tests;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Weasel.Core.Migrations;
using Wolverine.Runtime;

namespace Discharge.Api.Tests;

[Parallelizable(ParallelScope.Self)]
public sealed class SchemaTests
{
    private TestDatabase _database = null!;
    private RunningService _service = null!;

    private IDatabase Events => (IDatabase)_service.Service.Services.GetRequiredService<IDocumentStore>().Storage.Database;

    private IDatabase Messages => (IDatabase)_service.Service.Services.GetRequiredService<IWolverineRuntime>().Storage;

    [SetUp]
    public async Task The_service_on_a_migrated_database()
    {
        _database = await TestDatabase.MigratedAsync();
        // Without any event the store would ask for none of its tables.
        _service = await RunningService.StartAsync(_database, adjust: builder => builder.Services.ConfigureMarten(store => store.Events.AddEventType<Seen>()));
    }

    [TearDown]
    public async Task Is_stopped()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public void An_empty_database_and_the_migrations_are_what_the_events_ask_for()
    {
        Assert.That(Events.AllObjects().Select(thing => thing.Identifier.Name), Does.Contain("mt_events").And.Contain("mt_quick_append_events"));
        Assert.That(async () => await Events.AssertDatabaseMatchesConfigurationAsync(), Throws.Nothing);
    }

    [Test]
    public void An_empty_database_and_the_migrations_are_what_the_messages_ask_for()
    {
        Assert.That(Messages.AllObjects().Select(thing => thing.Identifier.Name), Does.Contain("wolverine_incoming_envelopes"));
        Assert.That(async () => await Messages.AssertDatabaseMatchesConfigurationAsync(), Throws.Nothing);
    }

    [TestCase("alter table cases.mt_events drop column user_name")]
    [TestCase("drop index cases.pk_mt_events_stream_and_version")]
    [TestCase("create index on cases.mt_events (type)")]
    [TestCase("drop function cases.mt_quick_append_events")]
    [TestCase("drop table cases.mt_doc_deadletterevent")]
    public async Task What_departs_from_what_the_events_ask_for_is_seen(string departure)
    {
        await _database.RunAsOwnerAsync(departure);

        Assert.That(async () => await Events.AssertDatabaseMatchesConfigurationAsync(), Throws.Exception);
    }

    [TestCase("alter table wolverine.wolverine_dead_letters drop column failure_group")]
    [TestCase("drop table wolverine.wolverine_control_queue")]
    public async Task What_departs_from_what_the_messages_ask_for_is_seen(string departure)
    {
        await _database.RunAsOwnerAsync(departure);

        Assert.That(async () => await Messages.AssertDatabaseMatchesConfigurationAsync(), Throws.Exception);
    }

    public sealed record Seen;
}
