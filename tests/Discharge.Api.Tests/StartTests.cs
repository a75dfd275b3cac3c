using Discharge.Persistence;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests;

public sealed class StartTests
{
    [Test]
    public async Task In_Development_a_start_brings_the_database_up_to_date()
    {
        await using var database = await TestDatabase.EmptyAsync();
        await using var service = await RunningService.StartAsync(database, "Development");

        Assert.That(await database.AskAsOwnerAsync<long>("select count(*) from discharge.migrations"), Is.EqualTo(Migration.All.Count));
    }

    [Test]
    public async Task Elsewhere_a_start_without_its_migrations_fails_and_changes_nothing()
    {
        await using var database = await TestDatabase.EmptyAsync();
        await Migrations.ApplyAsync(database.Owner, database.Application);
        await database.RunAsOwnerAsync($"delete from discharge.migrations where scriptname = '{Migration.All[^1].Name}'");

        Assert.That(
            async () => await RunningService.StartAsync(database),
            Throws.TypeOf<MigrationsPendingException>().With.Message.Contains(Migration.All[^1].Name));
        Assert.That(await database.AskAsOwnerAsync<long>("select count(*) from discharge.migrations"), Is.EqualTo(Migration.All.Count - 1));
    }

    [Test]
    public async Task Two_that_start_at_once_on_an_empty_database_both_run()
    {
        await using var database = await TestDatabase.EmptyAsync();

        var both = await Task.WhenAll(RunningService.StartAsync(database, "Development"), RunningService.StartAsync(database, "Development"));

        foreach (var service in both)
        {
            Assert.That((await service.Http.GetAsync("/health/ready")).IsSuccessStatusCode, Is.True);
            await service.DisposeAsync();
        }
    }

    [Test]
    public async Task One_time_serves_all()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var service = await RunningService.StartAsync(database);

        Assert.That(service.Service.Services.GetRequiredService<TimeProvider>(), Is.TypeOf<DatabaseTime>());
    }

    [Test]
    public void Without_a_database_configured_it_says_what_to_set() =>
        Assert.That(async () => await DischargeApi.BuildAsync(["--environment", "Production"]), Throws.TypeOf<DatabaseNotConfiguredException>().With.Message.Contains("ConnectionStrings__Discharge"));
}
