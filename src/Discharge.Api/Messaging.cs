using Discharge.Persistence;
using JasperFx;
using JasperFx.CodeGeneration;
using Wolverine;
using Wolverine.Marten;

namespace Discharge.Api;

/// <summary>
/// The event store, and Wolverine, which serves the endpoints and whose durable outbox and inbox stand beside the events. What one case hands over to another is committed with its events too, in rows of its own
/// (<see cref="Persistence.Handovers.HandOvers"/>): they are taken up within a second of a node's end, where the outbox would first have to see that it ended.
/// </summary>
public static class Messaging
{
    /// <summary>The database schema of the outbox and inbox.</summary>
    public const string Schema = "wolverine";

    /// <summary>Adds the event store and the messaging that commits with it.</summary>
    public static void AddStoreAndMessaging(this WebApplicationBuilder builder)
    {
        builder.Services.AddEventStore().IntegrateWithWolverine(store =>
        {
            store.MessageStorageSchemaName = Schema;
            store.UseWolverineManagedEventSubscriptionDistribution = true;
        });

        // What runs is the code that was reviewed: generated, committed and compiled in, in every environment alike.
        builder.Services.CritterStackDefaults(defaults =>
        {
            defaults.ApplicationAssembly = typeof(Messaging).Assembly;
            defaults.Development.GeneratedCodeMode = TypeLoadMode.Static;
            defaults.Production.GeneratedCodeMode = TypeLoadMode.Static;
            defaults.Development.ResourceAutoCreate = AutoCreate.None;
            defaults.Production.ResourceAutoCreate = AutoCreate.None;
        });
        builder.Host.UseWolverine(Configure);
    }

    private static void Configure(WolverineOptions messaging)
    {
        messaging.ServiceName = "discharge";
        messaging.ApplicationAssembly = typeof(Messaging).Assembly;
        messaging.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
        messaging.AutoBuildMessageStorageOnStartup = AutoCreate.None;
        messaging.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
        messaging.EnableRelayOfUserName = true;
        messaging.Policies.AutoApplyTransactions();
        messaging.Policies.UseDurableLocalQueues();
        Durability(messaging.Durability);
    }

    private static void Durability(DurabilitySettings durability)
    {
        // Also on a single node: alone, it would claim and rewrite the whole inbox at every start.
        durability.Mode = DurabilityMode.Balanced;
        // A killed node's messages move within twenty seconds instead of a minute. Nothing timed waits for that, so nothing asks more often.
        durability.HealthCheckPollingTime = TimeSpan.FromSeconds(5);
        durability.StaleNodeTimeout = TimeSpan.FromSeconds(15);
        durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(10);
        durability.FirstHealthCheckExecution = TimeSpan.FromSeconds(1);
        // No message is scheduled; the same round picks up what another node left.
        durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(15);
        // It would count the whole inbox, grouped by status, every five seconds.
        durability.DurabilityMetricsEnabled = false;
    }
}
