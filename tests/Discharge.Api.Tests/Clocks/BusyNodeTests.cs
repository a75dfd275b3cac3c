using System.Net;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence;
using Discharge.Persistence.Tests;
using Npgsql;

namespace Discharge.Api.Tests.Clocks;

/// <summary>A node whose people have taken all connections that it shares.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class BusyNodeTests
{
    private const string Breaches = "select count(*) from cases.mt_events where type = 'clock.breached.v1' and data ->> 'rule' = 'T01'";

    [Test]
    public async Task What_falls_due_is_recorded_although_no_connection_is_left_for_anybody_else()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var service = await RunningService.StartAsync(database, "Development");
        var patient = await Patient.AdmittedAsync(new Client(service));
        var due = DateTimeOffset.UtcNow.AddSeconds(3);
        (await patient.Post("discharge", new { occurredAt = Patient.Spelled(due.AddHours(-24)), to = "own-home" })).Expect(HttpStatusCode.OK);
        var taken = new List<NpgsqlConnection>();
        try
        {
            while (taken.Count < Connections.PoolSize)
            {
                taken.Add(await service.Database().OpenConnectionAsync());
            }

            Assert.That(await database.AskAsOwnerAsync<long>(Breaches), Is.Zero, "All have to be taken before it falls due.");
            await Stored.Once(async () => await database.AskAsOwnerAsync<long>(Breaches) == 1, "the breach is recorded");
        }
        finally
        {
            foreach (var connection in taken)
            {
                await connection.DisposeAsync();
            }
        }
    }
}
