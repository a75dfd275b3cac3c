using JasperFx;
using JasperFx.Events;
using Marten;
using Marten.Events;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Weasel.Core;

namespace Discharge.Persistence;

/// <summary>The store of all that was recorded: Marten's event streams in the schema <c>cases</c>, which the migrations own.</summary>
public static class EventStore
{
    /// <summary>The database schema the streams and events live in.</summary>
    public const string Schema = "cases";

    /// <summary>Adds the event store; it takes the <see cref="NpgsqlDataSource"/> and the <see cref="TimeProvider"/> that are registered.</summary>
    public static MartenServiceCollectionExtensions.MartenConfigurationExpression AddEventStore(this IServiceCollection services) => services
        .AddMarten(provider =>
        {
            var store = new StoreOptions();
            Configure(store, provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<TimeProvider>());
            return store;
        })
        .UseLightweightSessions();

    /// <summary>States everything the service asks of the event store, also for a store made by hand.</summary>
    public static void Configure(StoreOptions store, NpgsqlDataSource database, TimeProvider time)
    {
        store.Connection(database);
        store.DatabaseSchemaName = Schema;
        store.AutoCreateSchemaObjects = AutoCreate.None;
        store.UseSystemTextJsonForSerialization(EnumStorage.AsString, Casing.CamelCase, EventJson.Apply);
        Resilience.LeaveRetryingToTheCaller(store);
        store.Logger(new SilentStore());
        Streams(store.Events, time);
        Views(store);
    }

    private static void Streams(IEventStoreOptions events, TimeProvider time)
    {
        events.StreamIdentity = StreamIdentity.AsGuid;
        // The name misleads: the timestamp is this TimeProvider's, for the first event of a stream and for all others alike.
        events.AppendMode = EventAppendMode.QuickWithServerTimestamps;
        events.TimeProvider = time;
        events.MetadataConfig.EnableAll();
        events.MetadataConfig.UserNameEnabled = true;
        // Every writer takes the stream's row first; without it the watch and commands deadlock.
        events.UseExclusiveLockOnConcurrentAppends = true;
        // What kind of case a stream is, its events' names say; a second name derived from a class would be one more stored format.
        events.UseMandatoryStreamTypeDeclaration = false;
        // An entry is addressed by stream and version, which are unique already; nothing looks an event up by its own id,
        // so a second unique index would cost every append a random page for nothing.
        events.EnableUniqueIndexOnEventId = false;
        // Discovered tags would add tables and change the signature of the append function behind the migrations' back.
        events.AutoDiscoverTagTypes = false;
        // A NOTIFY takes a lock on the whole database at commit, which halves the commits.
        events.UseListenNotifyForEventAppends = false;
        foreach (var (type, name) in EventNames.All)
        {
            events.MapEventType(type, name);
        }
    }

    private static void Views(StoreOptions store)
    {
        // A board that silently leaves out what it could not read is worse than one that says it stands still.
        store.Projections.Errors.SkipApplyErrors = false;
        store.Projections.Errors.SkipSerializationErrors = false;
        store.Projections.Errors.SkipUnknownEvents = false;
    }
}
