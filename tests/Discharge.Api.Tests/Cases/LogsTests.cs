using System.Net;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Discharge.Api.Tests.Cases;

/// <summary>What fails is logged, and who it was about is not.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LogsTests
{
    [TestCase("discharge.people")]
    [TestCase("discharge.notes")]
    [TestCase("discharge.command_answers")]
    public async Task A_write_the_database_refuses_is_logged_without_anything_about_the_person(string table)
    {
        await using var database = await TestDatabase.MigratedAsync();
        using var log = new Book();
        await using var service = await RunningService.StartAsync(database, "Development");
        service.Service.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var client = new Client(service);
        var ward = (await client.Post("/v1/discharge-cases", Patient.Opening("Northgate"))).Expect(HttpStatusCode.Created);
        await database.RunAsOwnerAsync($"revoke insert on {table} from discharge_application");

        var opened = await client.Post("/v1/discharge-cases", Patient.Opening("Northgate", person: new { nhsNumber = Numbers.Next(), name = "Wilhelmina Quint", address = "3 Sluice Lane" }));
        var noted = await client.Post($"{ward.Location}/criteria-to-reside-reviews", new { occurredAt = Patient.Ago(70), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "nurse", note = "Worried about her cat." });

        Assert.That(new[] { opened.Status, noted.Status }, Has.Some.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(log.Lines, Has.Some.Contains("42501"));
        Assert.That(log.Lines, Has.None.Contains("Quint").And.None.Contains("Sluice").And.None.Contains("Worried"));
        Assert.That(new[] { opened, noted }.Select(answer => answer.Text), Has.None.Contains("42501"));
    }

    [Test]
    public async Task A_correction_the_database_refuses_is_logged_without_anything_about_the_person()
    {
        await using var database = await TestDatabase.MigratedAsync();
        using var log = new Book();
        await using var service = await RunningService.StartAsync(database, "Development");
        service.Service.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var patient = await Patient.AdmittedAsync(new Client(service), person: new { name = "Wilhelmina Quint" });
        var person = (string?)(await patient.Case())["personRef"];
        await database.RunAsOwnerAsync("revoke insert on discharge.person_corrections from discharge_application");

        var corrected = await patient.Client.Post($"/v1/people/{person}/details", new { name = "Wilhelmina Quince", address = "3 Sluice Lane" });

        Assert.That(corrected.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(log.Lines, Has.Some.Contains("42501"));
        Assert.That(log.Lines, Has.None.Contains("Quin").And.None.Contains("Sluice"));
    }
}
