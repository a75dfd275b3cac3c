using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Records;
using Discharge.Persistence.Records;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Records;

/// <summary>Somebody asks for their record: it is due in time, what is others' is withheld, and what is sent is theirs.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SubjectAccessTests
{
    private const string Worker = "w-known-by-token";

    private TestDatabase _database = null!;
    private RunningService _service = null!;
    private Client _hub = null!;
    private Client _governance = null!;
    private Guid _discharge;
    private string _path = null!;
    private string _person = null!;

    [OneTimeSetUp]
    public async Task A_person_of_whom_much_was_said()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
        (_hub, _governance) = (new Client(_service, Role.HubLead, Worker), new Client(_service, Role.InformationGovernance));
        _discharge = (await _hub.Post("/v1/discharge-cases", Patient.Opening("Northgate", 96, new { name = "Isolde Farthingale", dateOfBirth = "1940-02-11" }))).Expect(HttpStatusCode.Created).Body["id"]!.GetValue<Guid>();
        _path = $"/v1/discharge-cases/{_discharge}";
        _person = (string)(await _hub.Get(_path)).Body["personRef"]!;
        await Say("criteria-to-reside-reviews", new { occurredAt = Patient.Ago(90), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "nurse", note = "Walks with a stick." });
        await Say("carers", new { occurredAt = Patient.Ago(80), relationship = "child", livesWithPerson = false, note = "Her daughter Petronella; drinks." });
        await Say("safeguarding-concerns", new { occurredAt = Patient.Ago(70), by = "nurse", note = "Suspects the lodger." });
        await Say("assignment", new { occurredAt = Patient.Ago(60), caseManager = "m-of-the-case", note = "Knows her well." });
        (await _hub.Post($"/v1/cases/{_discharge}/domestic-abuse", new { occurredAt = Patient.Ago(50), by = "person", abuserAtDestination = "yes", note = "Her brother Crispin." })).Expect(HttpStatusCode.OK);
        (await _hub.Post($"/v1/cases/{_discharge}/mental-health-act", new { occurredAt = Patient.Ago(40), provision = "section-117-aftercare", note = "Since 2019." })).Expect(HttpStatusCode.OK);
        (await _hub.Post($"/v1/people/{_person}/details", new { address = "3 Quince Lane" })).Expect(HttpStatusCode.OK);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [TestCase("2026-01-31", "2026-03-02", Description = "The last day of February is a Saturday, so the Monday after it")]
    [TestCase("2026-03-31", "2026-04-30", Description = "April has no 31st")]
    public async Task A_request_is_recorded_with_the_day_on_which_it_is_due(string receivedOn, string dueOn)
    {
        var received = await Receive(receivedOn, way: "email");
        var again = await Receive(receivedOn, way: "email");
        var shown = (await _governance.Get(received.Location!)).Expect(HttpStatusCode.OK).Body;

        Assert.Multiple(() =>
        {
            Assert.That(((string?)shown["receivedOn"], (string?)shown["receivedBy"], (string?)shown["way"], (string?)shown["dueOn"], (bool)shown["overdue"]!), Is.EqualTo((receivedOn, "QMJ01", "email", dueOn, true)));
            Assert.That((received.Status, again.Status, again.Location), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK, received.Location)), "The same again is the same request.");
        });
    }

    [Test]
    public async Task A_request_of_somebody_who_is_not_there_or_of_tomorrow_is_none()
    {
        var somebody = await _governance.Post($"/v1/people/{Guid.CreateVersion7()}/subject-access-requests", Receipt("2026-03-31", "letter"));
        var tomorrow = await _governance.Post($"/v1/people/{_person}/subject-access-requests", Receipt(Day(2), "letter"));

        Assert.That((somebody.Status, somebody.Code), Is.EqualTo((HttpStatusCode.NotFound, "person.not-found")));
        Assert.That((tomorrow.Status, tomorrow.Body["errors"]?["receivedOn"] is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [Test]
    public async Task The_time_is_made_longer_once_and_in_time()
    {
        var (fresh, old) = ((await Receive(Day(-3), way: "in-person")).Location!, (await Receive("2026-02-02", way: "in-person")).Location!);
        var extended = (await _governance.Post($"{fresh}/extensions", Extension("complex"))).Expect(HttpStatusCode.OK).Body;
        var again = (await _governance.Post($"{fresh}/extensions", Extension("complex"))).Expect(HttpStatusCode.OK).Body;
        var other = await _governance.Post($"{fresh}/extensions", Extension("several-requests"));
        var late = await _governance.Post($"{old}/extensions", Extension("complex"));

        Assert.Multiple(async () =>
        {
            Assert.That(((string?)extended["extendedBecause"], (string?)extended["dueOn"]), Is.EqualTo(("complex", SubjectAccessPeriod.DueOn(NodaTime.LocalDate.FromDateTime(DateTime.UtcNow.AddDays(-3)), extended: true).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))));
            Assert.That((long)again["version"]!, Is.EqualTo(2));
            Assert.That((other.Status, other.Code, late.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, SubjectAccessRequest.AlreadyExtended.Code, SubjectAccessRequest.TooLateToExtend.Code)));
            Assert.That(extended.ToJsonString(), Does.Not.Contain("There is much of it"), "What is kept under a key holds no words.");
            Assert.That((string?)(await _governance.Get(fresh)).Body["steps"]![1]!["reason"], Is.EqualTo("There is much of it."));
        });
    }

    [Test]
    public async Task Those_not_answered_are_listed_by_the_day_they_are_due_page_by_page_with_the_overdue_marked()
    {
        var (second, first, answered) = (await Receive("2025-06-12", way: "online"), await Receive("2025-06-02", way: "online"), await Receive("2025-06-05", way: "online"));
        var fresh = await Receive(Day(-1), way: "online");
        (await _governance.Post($"{answered.Location}/answer", new { sentOn = "2025-06-20", way = "letter" })).Expect(HttpStatusCode.OK);
        var (all, page) = ((await _governance.Get("/v1/subject-access-requests")).Expect(HttpStatusCode.OK), (await _governance.Get("/v1/subject-access-requests?limit=1")).Expect(HttpStatusCode.OK).Body);
        var next = (await _governance.Get($"/v1/subject-access-requests?limit=1&after={page["next"]}")).Expect(HttpStatusCode.OK).Body;
        var ids = all.Body["requests"]!.AsArray().Select(one => (string?)one!["id"]).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(ids[..2], Is.EqualTo([IdOf(first), IdOf(second)]));
            Assert.That(ids, Does.Contain(IdOf(fresh)).And.Not.Contain(IdOf(answered)));
            Assert.That(all.Body["requests"]!.AsArray().Select(one => (string?)one!["dueOn"]), Is.Ordered);
            Assert.That(all.Body["requests"]!.AsArray().Where(one => (string?)one!["id"] == IdOf(fresh) || (string?)one["id"] == IdOf(first)).Select(one => (bool)one!["overdue"]!), Is.EqualTo([true, false]));
            Assert.That(((string?)page["requests"]![0]!["id"], (string?)next["requests"]![0]!["id"]), Is.EqualTo((IdOf(first), IdOf(second))));
            Assert.That(all.Text, Does.Not.Contain("Farthingale"));
        });
    }

    [Test]
    public async Task The_answer_has_everything_of_the_person_and_nobody_by_the_subject_of_their_token()
    {
        var export = await Export((await Receive("2026-04-01")).Location!);
        var @case = export.Body["cases"]![0]!;
        var review = Entry(export, "criteria to reside reviewed");

        Assert.Multiple(() =>
        {
            Assert.That((string?)export.Body["records"]![0]!["person"]!["name"], Is.EqualTo("Isolde Farthingale"));
            Assert.That(((string?)export.Body["records"]![0]!["corrections"]![0]!["role"], (string?)export.Body["records"]![0]!["corrections"]![0]!["corrected"]![0]), Is.EqualTo(("hub-lead", "address")));
            Assert.That(((string?)@case["id"], (string?)@case["type"]), Is.EqualTo((_discharge.ToString(), "discharge-case")));
            Assert.That(@case["entries"]!.AsArray().Select(entry => (long)entry!["version"]!), Is.Ordered.Ascending);
            Assert.That(((string?)review["fact"]!["note"]!["words"], (string?)review["role"], (string?)review["organisation"], (bool)review["stands"]!), Is.EqualTo(("Walks with a stick.", "hub-lead", "QDEMO", true)));
            Assert.That((string?)Entry(export, "case assigned")["fact"]!["caseManager"], Is.EqualTo("member-of-staff"));
            Assert.That((string?)Entry(export, "case assigned")["fact"]!["note"]!["words"], Is.EqualTo("Knows her well."));
            Assert.That(@case["notices"]!.AsArray(), Is.Not.Null);
            Assert.That((string?)export.Body["looks"], Is.EqualTo($"/v1/people/{_person}/looks"));
            Assert.That(export.Text, Does.Not.Contain(Worker).And.Not.Contain("m-of-the-case"));
        });
    }

    [Test]
    public async Task It_is_a_file_that_is_named_and_kept_by_nobody_on_the_way()
    {
        var location = (await Receive("2026-04-02")).Location!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{location}/export");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(Role.InformationGovernance, "QDEMO"));
        using var answer = await _service.Http.SendAsync(request);

        Assert.That((answer.Content.Headers.ContentDisposition?.ToString(), answer.Headers.CacheControl?.ToString()), Is.EqualTo(($"attachment; filename=\"subject-access-{location.Split('/')[^1]}.json\"", "no-store")));
    }

    [Test]
    public async Task What_is_about_others_is_withheld_by_itself_and_counted_and_what_is_sensitive_is_the_persons_own()
    {
        var export = await Export((await Receive("2026-04-03")).Location!);

        Assert.Multiple(() =>
        {
            Assert.That(Entry(export, "carer named")["fact"]!["note"]!.ToJsonString(), Is.EqualTo("""{"withheld":"third-party"}"""));
            Assert.That((string?)Entry(export, "carer named")["fact"]!["relationship"], Is.EqualTo("child"));
            Assert.That(export.Text, Does.Not.Contain("Petronella").And.Not.Contain("lodger").And.Not.Contain("Crispin"));
            Assert.That((string?)Entry(export, "domestic abuse disclosed")["fact"]!["abuserAtDestination"], Is.EqualTo("yes"));
            Assert.That(export.Text, Does.Contain("safeguarding concern raised").And.Contain("section-117-aftercare").And.Contain("Since 2019."));
            Assert.That(Counts(export), Is.EqualTo(["third-party 0 3"]));
        });
    }

    [Test]
    public async Task Of_sensitive_facts_whoever_may_not_see_them_shows_none_and_says_how_many()
    {
        var id = Guid.Parse(IdOf(await Receive("2026-04-17")));
        var export = await _service.Service.Services.GetRequiredService<SubjectAccessExports>().ReadAsync(id, new HashSet<SensitiveClass> { SensitiveClass.MentalHealthAct }, Persistence.Access.Reach.Everything, CancellationToken.None);
        var entries = export!.Cases[0].Entries.ToDictionary(entry => entry.What, entry => ((JsonNode)entry.Fact)["note"]?.ToJsonString());

        Assert.Multiple(() =>
        {
            Assert.That(entries.Keys, Has.None.Contains("safeguarding").And.None.Contains("domestic"));
            Assert.That(entries["mental health act status recorded"], Is.EqualTo("""{"words":"Since 2019."}"""));
            Assert.That(export.Withheld, Is.EqualTo([new WithheldCount(WithholdingGround.ThirdParty, Entries: 0, Words: 1), new WithheldCount(WithholdingGround.OnlyFewMaySee, Entries: 2, Words: 0)]));
        });
    }

    [Test]
    public async Task What_is_withheld_one_by_one_is_left_out_and_counted_and_shown_again_once_it_is_taken_back()
    {
        var location = (await Receive("2026-04-06")).Location!;
        var words = (await _governance.Post($"{location}/redactions", Redaction(2, "words", "serious-harm-to-health", "She would not bear it."))).Expect(HttpStatusCode.OK).Body;
        var whole = (await _governance.Post($"{location}/redactions", Redaction(5, "entry", "legal-privilege"))).Expect(HttpStatusCode.OK).Body;
        var withheld = await Export(location);
        (await _governance.Post($"{location}/redactions/2/withdrawal", new { reason = "She knows it." })).Expect(HttpStatusCode.OK);
        (await _governance.Post($"{location}/redactions/3/withdrawal", new { })).Expect(HttpStatusCode.OK);
        var (shown, request) = (await Export(location), (await _governance.Get(location)).Body);

        Assert.Multiple(() =>
        {
            Assert.That(((int)words["redactions"]![0]!["redaction"]!, (string?)words["redactions"]![0]!["withheld"]!["ground"], whole["redactions"]!.AsArray().Count), Is.EqualTo((2, "serious-harm-to-health", 2)));
            Assert.That(Entry(withheld, "criteria to reside reviewed")["fact"]!["note"]!.ToJsonString(), Is.EqualTo("""{"withheld":"serious-harm-to-health"}"""));
            Assert.That(withheld.Text, Does.Not.Contain("Walks with a stick").And.Not.Contain("case assigned").And.Not.Contain("Knows her well"));
            Assert.That(Counts(withheld), Is.EqualTo(["third-party 0 3", "serious-harm-to-health 0 1", "legal-privilege 1 0"]));
            Assert.That(shown.Text, Does.Contain("Walks with a stick").And.Contain("Knows her well"));
            Assert.That(request["redactions"]!.AsArray(), Is.Empty);
            Assert.That(request["steps"]!.AsArray().Select(step => (string?)step!["reason"]), Is.EqualTo([null, "She would not bear it.", null, "She knows it.", null]));
        });
    }

    [Test]
    public async Task What_withdraws_an_entry_that_is_left_out_is_left_out_with_it()
    {
        var (path, person) = await Opened("Wilhelm Tansy");
        (await _hub.Post($"{path}/contacts", new { occurredAt = Patient.Ago(20), kind = "case-manager", organisation = "QMJ01", note = "Full name and number" })).Expect(HttpStatusCode.OK);
        (await _hub.Post($"/v1/cases/{path.Split('/')[^1]}/entries/2/withdrawal", new { occurredAt = Patient.Ago(10), reason = "wrong-person", note = "Was somebody else's." })).Expect(HttpStatusCode.OK);
        var location = (await Receive("2026-04-07", person)).Location!;
        var third = await Export(location);
        (await _governance.Post($"{location}/redactions", new { @case = path.Split('/')[^1], version = 2, part = "entry", ground = "third-party" })).Expect(HttpStatusCode.OK);
        var whole = await Export(location);

        Assert.That((Counts(third).Single(), third.Text.Contains("somebody else's", StringComparison.Ordinal)), Is.EqualTo(("third-party 0 2", false)));
        Assert.That(Counts(whole), Is.EqualTo(["third-party 2 0"]));
    }

    [Test]
    public async Task Only_entries_of_the_persons_cases_are_withheld_and_only_on_a_ground_of_somebodys()
    {
        var location = (await Receive("2026-04-08")).Location!;
        var (path, _) = await Opened("Ottoline Reeve");
        var anothers = await _governance.Post($"{location}/redactions", new { @case = path.Split('/')[^1], version = 1, part = "words", ground = "crime" });
        var nowhere = await _governance.Post($"{location}/redactions", Redaction(99, "entry", "crime"));
        var itself = await _governance.Post($"{location}/redactions", Redaction(2, "entry", "only-few-may-see"));
        var never = await _governance.Post($"{location}/redactions/1/withdrawal", new { });

        Assert.Multiple(() =>
        {
            Assert.That((anothers.Status, anothers.Code, nowhere.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, SubjectAccessRequest.NoSuchEntry.Code, SubjectAccessRequest.NoSuchEntry.Code)));
            Assert.That((itself.Status, itself.Body["errors"]?["ground"] is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)));
            Assert.That(never.Code, Is.EqualTo(SubjectAccessRequest.NoSuchRedaction.Code));
        });
    }

    [Test]
    public async Task An_answered_request_takes_no_more_redactions()
    {
        var location = (await Receive("2026-04-09")).Location!;
        var before = await _governance.Post($"{location}/answer", new { sentOn = "2026-04-08", way = "letter" });
        var answered = (await _governance.Post($"{location}/answer", new { sentOn = "2026-05-11", way = "letter" })).Expect(HttpStatusCode.OK).Body;
        var again = (await _governance.Post($"{location}/answer", new { sentOn = "2026-05-11", way = "letter" })).Expect(HttpStatusCode.OK);
        var late = await _governance.Post($"{location}/redactions", Redaction(2, "words", "third-party"));

        Assert.That((before.Status, before.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, SubjectAccessRequest.BeforeReceipt.Code)));
        Assert.That(((string?)answered["answeredOn"], (bool)answered["overdue"]!, again.Version), Is.EqualTo(("2026-05-11", false, 2)), "9 May is a Saturday, so it was due on the Monday.");
        Assert.That((late.Status, late.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, SubjectAccessRequest.AlreadyAnswered.Code)));
    }

    [Test]
    public async Task A_linked_record_is_in_the_answer_with_its_cases()
    {
        var (one, person) = await Opened("Barnaby Sedge");
        var (other, linked) = await Opened("B. Sedge");
        (await _hub.Post($"{one}/person-links", new { occurredAt = Patient.Ago(5), otherPerson = linked, ground = "said" })).Expect(HttpStatusCode.OK);
        var export = await Export((await Receive("2026-04-10", person)).Location!);

        Assert.That(export.Body["records"]!.AsArray().Select(record => (string?)record!["person"]!["name"]), Is.EqualTo(["Barnaby Sedge", "B. Sedge"]));
        Assert.That(export.Body["cases"]!.AsArray().Select(@case => $"/v1/discharge-cases/{@case!["id"]}"), Is.EqualTo([one, other]));
    }

    [Test]
    public async Task The_answer_is_a_look_of_its_own_at_the_person()
    {
        var location = (await Receive("2026-04-13")).Location!;
        await Export(location);
        var looks = (await _governance.Get($"/v1/access-log?person={_person}")).Body["looks"]!.AsArray();

        Assert.That(looks.Where(look => (string?)look!["path"] == $"GET {location}/export").Select(look => ((string?)look!["what"], (string?)look["outcome"], (string?)look["purpose"])), Is.EqualTo([("answer-subject-access", "shown", "information-governance")]));
    }

    [Test]
    public async Task A_version_that_is_old_and_a_key_that_comes_again_are_what_they_always_are()
    {
        var location = (await Receive("2026-04-14")).Location!;
        var first = (await _governance.Post($"{location}/redactions", Redaction(2, "words", "crime", "First said."), key: "redaction-1")).Expect(HttpStatusCode.OK);
        var same = (await _governance.Post($"{location}/redactions", Redaction(2, "words", "crime", "First said."), key: "redaction-1")).Expect(HttpStatusCode.OK);
        var stale = await _governance.Post($"{location}/redactions", Redaction(2, "entry", "crime"), ifMatch: "\"1.x\"");

        Assert.That((same.Text, stale.Status), Is.EqualTo((first.Text, HttpStatusCode.PreconditionFailed)));
        Assert.That((await _governance.Get($"/v1/subject-access-requests/{Guid.CreateVersion7()}/export")).Code, Is.EqualTo("subject-access-request.not-found"));
    }

    [Test]
    public async Task It_is_nobodys_but_information_governances([Values] Role role)
    {
        var (somebody, expected) = (new Client(_service, role), role is Role.InformationGovernance ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        var location = (await Receive("2026-04-15", way: "telephone")).Location!;

        Assert.Multiple(async () =>
        {
            Assert.That((await somebody.Get("/v1/subject-access-requests")).Status, Is.EqualTo(expected));
            Assert.That((await somebody.Get($"{location}/export")).Status, Is.EqualTo(expected));
            Assert.That((await somebody.Post($"{location}/redactions", Redaction(2, "words", "crime"))).Status, Is.EqualTo(expected));
        });
    }

    [Test]
    public async Task The_reasons_are_sealed()
    {
        var location = (await Receive("2026-04-16")).Location!;
        (await _governance.Post($"{location}/redactions", Redaction(2, "words", "third-party", "Quartermaine told us."))).Expect(HttpStatusCode.OK);

        Assert.That(await _database.AskAsOwnerAsync<long>("select count(*) from discharge.subject_access_steps t where t::text ilike '%quartermaine%' or t::text ilike '%' || encode('Quartermaine', 'hex') || '%'"), Is.Zero);
        Assert.That(await _database.AskAsOwnerAsync<long>("select count(*) from discharge.command_answers t where t.body ilike '%quartermaine%'"), Is.Zero);
    }

    [Test]
    public void What_was_done_can_be_neither_altered_nor_removed_by_the_application() => Assert.Multiple(() =>
    {
        Assert.That(async () => await _database.RunAsApplicationAsync("delete from discharge.subject_access_steps"), Throws.Exception);
        Assert.That(async () => await _database.RunAsApplicationAsync("update discharge.subject_access_steps set ground = 'crime'"), Throws.Exception);
    });

    private static string Day(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string IdOf(Answer received) => received.Location!.Split('/')[^1];

    private static object Receipt(string receivedOn, string way) => new { receivedOn, receivedBy = "QMJ01", way };

    private static object Extension(string ground) => new { ground, reason = "There is much of it." };

    private object Redaction(int version, string part, string ground, string? reason = null) => reason is null ? new { @case = _discharge, version, part, ground } : new { @case = _discharge, version, part, ground, reason };

    private Task<Answer> Receive(string receivedOn, string? person = null, string way = "letter") => _governance.Post($"/v1/people/{person ?? _person}/subject-access-requests", Receipt(receivedOn, way));

    private async Task<Answer> Export(string location) => (await _governance.Get($"{location}/export")).Expect(HttpStatusCode.OK);

    private async Task<(string Path, string Person)> Opened(string name)
    {
        var opened = (await _hub.Post("/v1/discharge-cases", Patient.Opening("Southgate", 50, new { name }))).Expect(HttpStatusCode.Created);
        return (opened.Location!, (string)(await _hub.Get(opened.Location!)).Body["personRef"]!);
    }

    private async Task Say(string what, object body) => (await _hub.Post($"{_path}/{what}", body)).Expect(HttpStatusCode.OK);

    private static JsonNode Entry(Answer export, string what) => export.Body["cases"]![0]!["entries"]!.AsArray().Single(entry => (string?)entry!["what"] == what)!;

    private static string[] Counts(Answer export) => [.. export.Body["withheld"]!.AsArray().Select(one => $"{one!["ground"]} {one["entries"]} {one["words"]}")];
}
