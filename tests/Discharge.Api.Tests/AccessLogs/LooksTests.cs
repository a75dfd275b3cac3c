using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Discharge.Api.Tests.AccessLogs;

/// <summary>Every look is on record, and nothing is shown that cannot be.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LooksTests
{
    private const string NoMoreLooks = "revoke insert on discharge.access_log from discharge_application";

    [Test]
    public async Task A_case_that_was_looked_at_says_who_looked_when_why_and_from_where()
    {
        var patient = await Patient.AdmittedAsync();
        var @case = await patient.Case();

        var looks = await LooksAt($"case={patient.Id}");

        var look = looks.Single(look => (string?)look["path"] == $"GET {patient.Path}");
        Assert.Multiple(() =>
        {
            Assert.That((string?)look["what"], Is.EqualTo("read-case"));
            Assert.That((string?)look["role"], Is.EqualTo("hub-lead"));
            Assert.That((string?)look["organisation"], Is.EqualTo("QDEMO"));
            Assert.That((string?)look["purpose"], Is.EqualTo("direct-care"));
            Assert.That((string?)look["outcome"], Is.EqualTo("shown"));
            Assert.That((string?)look["from"], Does.Contain("127.0.0.1"));
            Assert.That(look["touched"]!.AsArray().Select(id => id!.ToString()), Does.Contain(@case["personRef"]!.ToString()));
            Assert.That((string?)look["requestId"], Is.Not.Empty);
        });
    }

    [Test]
    public async Task Whoever_has_the_answer_already_has_looked_again()
    {
        var patient = await Patient.AdmittedAsync();
        var first = await patient.Client.Get(patient.Path);

        Assert.That((await patient.Client.Get(patient.Path, known: first.ETag)).Status, Is.EqualTo(HttpStatusCode.NotModified));

        Assert.That((await LooksAt($"case={patient.Id}")).Select(look => (string?)look["outcome"]), Is.EqualTo(["unchanged", "shown"]));
    }

    [Test]
    public async Task A_board_is_a_look_at_everybody_on_it()
    {
        var patient = await Patient.AdmittedAsync();
        (await patient.Client.Get(patient.BoardPath)).Expect(HttpStatusCode.OK);

        Assert.That((await LooksAt($"case={patient.Id}")).Select(look => (string?)look["what"]), Is.EqualTo(["read-board"]));
    }

    [Test]
    public async Task What_the_role_does_not_permit_is_on_record_as_refused()
    {
        var patient = await Patient.AdmittedAsync();
        var provider = new Client(await SharedService.RunningAsync(), Role.Provider);
        Assert.That((await provider.Get(patient.Path)).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        Assert.That((await LooksAt($"case={patient.Id}")).Select(look => ((string?)look["outcome"], (string?)look["role"])), Is.EqualTo([("refused", "provider")]));
    }

    [Test]
    public async Task To_look_for_a_case_that_is_not_there_is_on_record()
    {
        var nobody = Guid.CreateVersion7();
        var client = new Client(await SharedService.RunningAsync());
        Assert.That((await client.Get($"/v1/discharge-cases/{nobody}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        Assert.That((await LooksAt($"case={nobody}")).Select(look => (string?)look["outcome"]), Is.EqualTo(["not-found"]));
    }

    [Test]
    public async Task To_search_the_access_log_is_a_look_itself()
    {
        var somebody = $"ig-{Guid.NewGuid():N}";
        var governance = new Client(await SharedService.RunningAsync(), Role.InformationGovernance, somebody);
        (await governance.Get("/v1/access-log?limit=1")).Expect(HttpStatusCode.OK);

        Assert.That((await LooksAt($"actor={somebody}")).Select(look => ((string?)look["what"], (string?)look["purpose"])), Is.EqualTo([("read-access-log", "information-governance")]));
    }

    [Test]
    public async Task Who_looked_at_my_record_names_looks_at_every_case_of_the_person()
    {
        var patient = await Patient.AdmittedAsync();
        var person = (await patient.Case())["personRef"]!.ToString();
        await patient.History();
        (await patient.Client.Get($"/v1/people/{person}")).Expect(HttpStatusCode.OK);

        var records = new Client(await SharedService.RunningAsync(), Role.RecordsManager);
        var looks = (await records.Get($"/v1/people/{person}/looks")).Expect(HttpStatusCode.OK).Body["looks"]!.AsArray();

        Assert.That(looks.Where(look => (string?)look!["what"] != "read-access-log").Select(look => (string?)look!["what"]), Is.EqualTo(["read-person", "read-history", "read-case"]));
    }

    [Test]
    public async Task No_query_and_so_no_name_is_in_the_log()
    {
        var client = new Client(await SharedService.RunningAsync(), subject: $"s-{Guid.NewGuid():N}");
        await client.Get("/v1/discharge-cases?ward=Wilhelmina%20Quint");
        var paths = await LooksAt("limit=1000");

        Assert.That(paths.Select(look => (string?)look["path"]), Has.None.Contains("Quint"));
    }

    [Test]
    public async Task The_rule_book_is_for_everybody_and_no_look()
    {
        var somebody = $"s-{Guid.NewGuid():N}";
        (await new Client(await SharedService.RunningAsync(), Role.Administrator, somebody).Get("/v1/timelines")).Expect(HttpStatusCode.OK);

        Assert.That(await LooksAt($"actor={somebody}"), Is.Empty);
    }

    [Test]
    public async Task A_path_that_is_no_text_keeps_nobody_else_from_being_answered()
    {
        var client = new Client(await SharedService.RunningAsync());

        Assert.That((await client.Get("/v1/wards/RTEST/%00%ff/board")).Status, Is.LessThan(HttpStatusCode.InternalServerError));
        Assert.That((await client.Get("/v1/wards/RTEST/Northgate/board")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Where_a_look_cannot_be_put_on_record_nothing_is_shown()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var service = await RunningService.StartAsync(database, "Development");
        var patient = await Patient.AdmittedAsync(new Client(service), person: new { name = "Wilhelmina Quint" });
        await database.RunAsOwnerAsync(NoMoreLooks);

        foreach (var path in new[] { patient.Path, patient.BoardPath, patient.HistoryPath, "/v1/clocks" })
        {
            var answer = await patient.Client.Get(path);
            Assert.That((answer.Status, (string?)answer.Body["code"], answer.RetryAfter, answer.ETag), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "access-log.away", TimeSpan.FromSeconds(2), (string?)null)), path);
            Assert.That(answer.Text, Does.Not.Contain("Quint"));
        }
    }

    [Test]
    public async Task Where_the_node_keeps_a_journal_boards_and_open_cases_are_shown_all_the_same_and_the_looks_come_into_the_log_later()
    {
        var journal = Directory.CreateTempSubdirectory("looks");
        await using var database = await TestDatabase.MigratedAsync();
        using var log = new Book();
        await using (var service = await RunningService.StartAsync(database, "Development", builder => builder.Configuration["AccessLog:Journal"] = journal.FullName))
        {
            service.Service.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
            var patient = await Patient.AdmittedAsync(new Client(service));
            var auditor = new Client(service, Role.Auditor);
            using var stranger = new HttpClient { BaseAddress = service.Http.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(Role.DischargeCoordinator, "ROTH9")) } };
            using var breaking = System.Net.Http.Json.JsonContent.Create(new { occurredAt = Patient.Spelled(DateTimeOffset.UtcNow), ground = "emergency-care", reason = "Nobody answers." });
            Assert.That((await stranger.PostAsync(new Uri($"/v1/cases/{patient.Id}/break-glass", UriKind.Relative), breaking)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await stranger.GetAsync(new Uri(patient.Path, UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            await database.RunAsOwnerAsync(NoMoreLooks);

            Assert.Multiple(async () =>
            {
                Assert.That((await patient.Client.Get(patient.Path)).Status, Is.EqualTo(HttpStatusCode.OK));
                Assert.That((await patient.Client.Get(patient.BoardPath)).Status, Is.EqualTo(HttpStatusCode.OK));
                Assert.That((await patient.Client.Get("/v1/discharge-cases")).Status, Is.EqualTo(HttpStatusCode.OK));
                Assert.That((await patient.Client.Get(patient.HistoryPath)).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable), "A history is not what a ward cannot do without.");
                Assert.That((await auditor.Get(patient.Path)).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable), "An auditor looks after nobody.");
                Assert.That((await stranger.GetAsync(new Uri(patient.Path, UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "What was opened for a few hours is nobody's own.");
                Assert.That((await new Client(service, Role.Administrator).Get(patient.Path)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
                Assert.That((await patient.Client.Post($"/v1/discharge-cases/{Guid.CreateVersion7()}/criteria-to-reside-reviews", Patient.Review(1))).Status, Is.EqualTo(HttpStatusCode.NotFound));
            });
            await database.RunAsOwnerAsync("grant insert on discharge.access_log to discharge_application");
        }

        // Another start on the same disk brings them in.
        await using (var again = await RunningService.StartAsync(database, "Development", builder => builder.Configuration["AccessLog:Journal"] = journal.FullName))
        {
            await Stored.Once(async () => await database.AskAsOwnerAsync<long>("select count(*) from discharge.access_log where kept_by_node and outcome = 'shown'") == 3, "The looks kept on the disk are in the log.");
            await Stored.Once(async () => await database.AskAsOwnerAsync<long>("select count(*) from discharge.access_log where kept_by_node and outcome <> 'shown'") == 5, "And so is every denial.");
        }

        Assert.That(journal.EnumerateFiles(), Is.Empty);
        journal.Delete(recursive: true);
    }

    private static async Task<JsonNode[]> LooksAt(string query)
    {
        var governance = new Client(await SharedService.RunningAsync(), Role.InformationGovernance, "ig-who-asks");
        // What these tests ask the log names cases of others, so it is a look at them too.
        return [.. (await governance.Get($"/v1/access-log?{query}")).Expect(HttpStatusCode.OK).Body["looks"]!.AsArray().OfType<JsonNode>().Where(look => (string?)look["by"] != "ig-who-asks")];
    }
}
