using System.Net;
using System.Net.Sockets;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
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
    public async Task A_start_as_the_owner_is_refused_and_says_what_to_do()
    {
        await using var database = await TestDatabase.MigratedAsync();

        Assert.That(
            async () => await RunningService.StartAsync(database.Owner, database.Owner),
            Throws.TypeOf<ApplicationRoleException>().With.Message.Contains("owns what is on record").And.Message.Contains("ConnectionStrings__Discharge").And.Message.Contains("`migrate`"));
    }

    [Test]
    public async Task A_start_as_a_superuser_stops_the_program_with_one_message()
    {
        await using var database = await TestDatabase.MigratedAsync();

        var (exitCode, said) = await ServiceProcess.RunAsync(database.Owner, database.Superuser, "Production");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(said, Does.Match("^The application's login \\S+ could alter or remove what is on record: it is a superuser\\. Name a login of its own in ConnectionStrings__Discharge .*$"));
        Assert.That(said, Does.Not.Contain("\n"));
    }

    [Test]
    public async Task Two_that_start_at_once_on_an_empty_database_both_run()
    {
        await using var database = await TestDatabase.EmptyAsync();

        var both = await Task.WhenAll(RunningService.StartAsync(database, "Development"), RunningService.StartAsync(database, "Development"));

        foreach (var service in both)
        {
            await ReadyAsync(service);
            await service.DisposeAsync();
        }
    }

    [TestCase("9434765919", null, Description = "Somebody with an NHS number")]
    [TestCase(null, "1941-06-03", Description = "Somebody found by name and birth")]
    public async Task A_start_under_another_key_than_the_one_people_are_found_under_is_refused(string? nhsNumber, string? dateOfBirth)
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using (var service = await RunningService.StartAsync(database, "Development"))
        {
            await Patient.AdmittedAsync(new Client(service), person: new { nhsNumber, name = "Ada Marlowe", dateOfBirth });
        }

        Assert.That(
            async () => await RunningService.StartAsync(database, "Development", builder => builder.Configuration.AddInMemoryCollection([new("PersonalData:PersonIndexKey", Convert.ToBase64String([1, .. new byte[31]]))])),
            Throws.TypeOf<PersonIndexKeyException>().With.Message.EqualTo(PersonIndexKeyException.Another).And.Message.Contains("PersonalData__PersonIndexKey"));
        await using var again = await RunningService.StartAsync(database, "Development");
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

    [TestCase("Host=db.example;Database=discharge", "db.example:5432/discharge")]
    [TestCase("Host=127.0.0.1;Port=5433;Database=discharge", "localhost:5433/discharge")]
    [TestCase("Host=localhost;Database=other", "localhost:5432/other")]
    public void Two_databases_for_owner_and_application_are_noticed_and_both_settings_named(string owner, string named) => Assert.That(
        async () => await RunningService.StartAsync($"{owner};Username=o", "Host=localhost;Database=discharge;Username=a"),
        Throws.TypeOf<DatabaseMisconfiguredException>().With.Message.Contains($"ConnectionStrings__DischargeOwner names {named}").And.Message.Contains("ConnectionStrings__Discharge names localhost:5432/discharge"));

    [TestCase("Host=LocalHost;Database=discharge;Username=o;Password=p")]
    [TestCase("Server=/var/run/postgresql;Database=discharge;Port=5432;Username=o")]
    public async Task One_database_spelled_in_two_ways_is_one(string owner)
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Production"]);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:DischargeOwner", owner), new("ConnectionStrings:Discharge", "Host=127.0.0.1;Database=discharge;Username=a")]);

        Assert.That((await Databases.ForAsync(builder.Configuration, builder.Environment, CancellationToken.None)).Owner, Is.EqualTo(owner));
    }

    [TestCase("not a connection string")]
    [TestCase("Host=localhost;Prot=5432")]
    public void A_setting_that_cannot_be_read_is_named(string owner) => Assert.That(
        async () => await RunningService.StartAsync(owner, "Host=localhost;Database=discharge;Username=a"),
        Throws.TypeOf<DatabaseMisconfiguredException>().With.Message.StartsWith("ConnectionStrings__DischargeOwner is not a connection string"));

    [Test]
    public async Task A_first_start_before_migrate_says_to_run_it()
    {
        await using var database = await TestDatabase.EmptyAsync();

        var (exitCode, said) = await ServiceProcess.RunAsync(database, "Production");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(said, Does.Contain("`migrate`").And.Not.Contain("\n"));
    }

    [Test]
    public async Task A_taken_port_is_one_plain_message()
    {
        await using var database = await TestDatabase.MigratedAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";

        var (exitCode, said) = await ServiceProcess.RunAsync(database, "Development", "--urls", address);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(said, Does.StartWith($"Failed to bind to address {address}").And.Contains("--urls").And.Not.Contain("\n"));
    }

    [TestCase("help")]
    [TestCase("--help")]
    public async Task Help_needs_no_settings_and_lists_the_commands(string asked)
    {
        var (exitCode, said) = await ServiceProcess.RunAsync(owner: null, application: null, "Production", asked);

        Assert.That(exitCode, Is.Zero);
        Assert.That(said, Does.Contain("migrate").And.Contain("rebuild").And.Contain("prove").And.Contain("--demo").And.Contain("codegen"));
    }

    // Ready from the first look at the clocks on, which comes a moment after the start.
    private static async Task ReadyAsync(RunningService service)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await service.Http.GetAsync("/health/ready", deadline.Token)).IsSuccessStatusCode)
        {
            await Task.Delay(20, deadline.Token);
        }
    }
}
