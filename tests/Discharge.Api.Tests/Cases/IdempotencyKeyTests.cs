using System.Net;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Tests;
using NodaTime;
using Npgsql;

namespace Discharge.Api.Tests.Cases;

[Parallelizable(ParallelScope.All)]
public sealed class IdempotencyKeyTests
{
    private const string Reviews = "criteria-to-reside-reviews";

    // Whoever waits for the holder of a lock, or for one who waits for them.
    private const string Waiting =
        """
        with recursive waiting as (
            select pid from pg_stat_activity where $1 = any (pg_blocking_pids(pid))
            union
            select a.pid from pg_stat_activity a join waiting w on w.pid = any (pg_blocking_pids(a.pid)))
        select count(*) from waiting
        """;

    private TestDatabase _database = null!;
    private RunningService _service = null!;

    [OneTimeSetUp]
    public async Task A_service_on_a_database_of_its_own()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
    }

    [OneTimeTearDown]
    public async Task Is_stopped()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Eight_copies_of_one_command_at_once_are_one_entry_and_eight_equal_answers()
    {
        var patient = await AdmittedAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => patient.Post(Reviews, Patient.Review(70), key: "eight-copies")));

        Assert.That(answers.Distinct().Single().Expect(HttpStatusCode.OK).Recorded, Is.EqualTo(new[] { "discharge-case.criteria-to-reside-reviewed.v1" }));
        Assert.That(await _service.Versions(patient.Id), Is.EqualTo(new long[] { 1, 2 }));
    }

    [Test]
    public async Task Eight_copies_of_one_opening_at_once_are_one_case_and_eight_equal_answers()
    {
        var client = new Client(_service);
        var opening = Patient.Opening($"Ward {Guid.NewGuid():N}");
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.Post("/v1/discharge-cases", opening, key)));

        var answer = answers.Distinct().Single().Expect(HttpStatusCode.Created);
        Assert.That(answer.Location, Is.EqualTo($"/v1/discharge-cases/{answer.Body["id"]}"));
        Assert.That(answer.ETag, Does.StartWith("\"1."));
    }

    [Test]
    public async Task A_copy_that_comes_while_the_first_is_in_flight_waits_for_it_and_gets_its_answer()
    {
        var patient = await AdmittedAsync();
        await using var other = new NpgsqlConnection(_database.Owner + ";Pooling=false");
        await other.OpenAsync();
        await using var hold = await other.BeginTransactionAsync();
        await using var row = new NpgsqlCommand("select version from cases.mt_streams where id = $1 for update", other) { Parameters = { new() { Value = patient.Id } } };
        await row.ExecuteScalarAsync();

        var first = patient.Post(Reviews, Patient.Review(69), key: "in-flight");
        var second = patient.Post(Reviews, Patient.Review(69), key: "in-flight");
        await Stored.Once(async () => await _service.Ask<long>(Waiting, other.ProcessID) == 2, "both wait");
        await hold.RollbackAsync();

        Assert.That(await second, Is.EqualTo((await first).Expect(HttpStatusCode.OK)));
        Assert.That(await _service.Versions(patient.Id), Is.EqualTo(new long[] { 1, 2 }));
    }

    [Test]
    public async Task The_first_answer_is_given_again_after_a_restart()
    {
        await using var database = await TestDatabase.EmptyAsync();
        Answer opened, reviewed;
        var opening = Patient.Opening("Northgate");
        await using (var before = await RunningService.StartAsync(database, "Development"))
        {
            var client = new Client(before);
            opened = await client.Post("/v1/discharge-cases", opening, "opening");
            reviewed = (await client.Post($"{opened.Location}/{Reviews}", Patient.Review(70), "review")).Expect(HttpStatusCode.OK);
            await client.Post($"{opened.Location}/{Reviews}", Patient.Review(60));
        }

        await using var after = await RunningService.StartAsync(database, "Development");
        var again = new Client(after);

        Assert.That(await again.Post("/v1/discharge-cases", opening, "opening"), Is.EqualTo(opened.Expect(HttpStatusCode.Created)));
        Assert.That(await again.Post($"{opened.Location}/{Reviews}", Patient.Review(70), "review"), Is.EqualTo(reviewed));
        Assert.That(await after.Events(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_key_that_came_before_with_another_body_is_refused_and_nothing_is_recorded()
    {
        var patient = await AdmittedAsync();
        await patient.Post(Reviews, Patient.Review(70), key: "once");

        var other = (await patient.Post(Reviews, Patient.Review(60), key: "once")).Expect(HttpStatusCode.UnprocessableEntity);

        Assert.That(other.Code, Is.EqualTo("idempotency-key.used-before"));
        Assert.That(await _service.Versions(patient.Id), Is.EqualTo(new long[] { 1, 2 }));
    }

    [Test]
    public async Task The_same_key_of_another_caller_or_at_another_path_is_another_command()
    {
        var (patient, neighbour) = (await AdmittedAsync(), await AdmittedAsync());
        var colleague = new Client(_service, Role.HubLead, "a-colleague");
        var ward = new Client(_service, Role.WardStaff, "development-hub-lead");

        Answer[] answers =
        [
            await patient.Post(Reviews, Patient.Review(70), key: "everyone-s"),
            await colleague.Post($"{patient.Path}/{Reviews}", Patient.Review(69), "everyone-s"),
            await ward.Post($"{patient.Path}/{Reviews}", Patient.Review(68), "everyone-s"),
            await neighbour.Post(Reviews, Patient.Review(67), key: "everyone-s"),
            await patient.Post("functional-assessment", new { occurredAt = Patient.Ago(66), by = "nurse", needs = Array.Empty<string>() }, key: "everyone-s"),
        ];

        Assert.That(answers.Select(answer => answer.Expect(HttpStatusCode.OK).Recorded.Length), Is.All.EqualTo(1));
    }

    [Test]
    public async Task A_refusal_is_not_kept_and_is_decided_again_once_what_was_missing_is_on_record()
    {
        var patient = await AdmittedAsync();
        var closure = new { occurredAt = Patient.Ago(1), outcome = "home-without-support" };
        Assert.That((await patient.Post("closure", closure, key: "closing")).Expect(HttpStatusCode.UnprocessableEntity).Code, Is.EqualTo("discharge.still-in-hospital"));

        await patient.Left(20);
        await patient.CheckedOn(19);
        await patient.Seen(10);

        var closed = (await patient.Post("closure", closure, key: "closing")).Expect(HttpStatusCode.OK);
        Assert.That(await patient.Post("closure", closure, key: "closing"), Is.EqualTo(closed));
    }

    [Test]
    public async Task What_is_kept_says_nothing_about_a_person()
    {
        var number = Numbers.Next();
        var client = new Client(_service);
        var person = new { nhsNumber = number, name = "Wilhelmina Quint", preferredName = "Billie", dateOfBirth = "1938-04-09", hospitalNumber = "H-774411", address = "3 Sluice Lane" };
        var opened = (await client.Post("/v1/discharge-cases", Patient.Opening("Plover Ward", person: person), Guid.NewGuid().ToString())).Expect(HttpStatusCode.Created);
        await client.Post($"{opened.Location}/{Reviews}", new { occurredAt = Patient.Ago(70), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "nurse", note = "Worried about her cat." }, "note");
        await client.Post($"{opened.Location}/discharge", new { occurredAt = Patient.Ago(30), to = "own-home", note = "Her cat came along." });

        var kept = await _service.Ask<string>("select string_agg(row_to_json(a)::text, ' ') from discharge.command_answers a");

        Assert.That(kept, Does.Contain(opened.Location));
        foreach (var personal in new[] { number, "Quint", "Billie", "1938-04", "H-774411", "Sluice", "Worried", "came along" })
        {
            Assert.That(kept, Does.Not.Contain(personal));
        }
    }

    [Test]
    public async Task An_answer_is_kept_for_seven_days_and_then_forgotten()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var service = await RunningService.StartAsync(database, "Development");
        await new Client(service).Post("/v1/discharge-cases", Patient.Opening("Northgate"), "kept");
        var answered = Instant.FromDateTimeUtc(await service.Ask<DateTime>("select answered_at from discharge.command_answers"));

        var tooEarly = await KeptAnswers.ForgetAsync(service.Database(), answered + Duration.FromDays(7), default);
        var afterwards = await KeptAnswers.ForgetAsync(service.Database(), answered + Duration.FromDays(7) + Duration.FromMilliseconds(1), default);

        Assert.That((tooEarly, afterwards, await service.Ask<long>("select count(*) from discharge.command_answers")), Is.EqualTo((0, 1, 0L)));
    }

    private Task<Patient> AdmittedAsync() => Patient.AdmittedAsync(new Client(_service));
}
