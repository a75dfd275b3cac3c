using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.Beds;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Tests.RehabilitationBeds;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.Configuration;

namespace Discharge.Api.Tests.Asked;

/// <summary>What an organisation that is no part of a case finds of it: what it was asked, and for whom while that is open.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RequestsTests
{
    private const double Day = 24;

    private static readonly object Somebody = new
    {
        name = "Rosalind Thackeray",
        preferredName = "Linda",
        dateOfBirth = "1938-02-11",
        nhsNumberMissing = "not-yet-traced",
        address = "3 Orchard Row, Westbrook",
        phone = "020 7946 0456",
        hospitalNumber = "H-99217",
        gender = "woman",
        ethnicity = "White British",
    };

    private static IEnumerable<TestCaseData> AskedInHospital =>
    [
        Asks("referral/handyperson", "referrals", who => new { occurredAt = Patient.Ago(70), to = "handyperson", owner = who, by = "nurse", due = Patient.Ago(-20), note = "Behind the shed." }),
        Asks("task/arrange-keys", "tasks", who => new { occurredAt = Patient.Ago(70), what = "arrange-keys", owner = who, by = "nurse" }),
        Asks("care-home-referral/nursing", "home-referrals", who => new { occurredAt = Patient.Ago(70), home = who, kind = "nursing", by = "discharge-coordinator" }),
        Asks("contingency-place/residential", "contingency-places", who => new { occurredAt = Patient.Ago(49), kind = "residential", provider = who, assessedAt = Patient.Ago(51), manager = "Tom Adeyemi", rehabilitationPlan = "Stairs twice a day.", by = "nurse" }, status: "kept"),
        Asks("place-occupied/nursing", "interim-bed-arrivals", who => new { occurredAt = Patient.Ago(40), place = new { kind = "nursing", provider = who } }, status: "occupied"),
        Asks("first-care-call", "first-care-call-plans", who => new { occurredAt = Patient.Ago(70), callAt = Patient.Ago(-2), provider = who }),
        Asks("package-of-care", "packages-of-care", who => new { occurredAt = Patient.Ago(40), provider = who, start = "new", visitsADay = 3, doubleHanded = false }, status: "started"),
        Asks("advocacy/independent-mental-capacity-advocate", "advocates", who => new { occurredAt = Patient.Ago(70), kind = "independent-mental-capacity-advocate", by = "nurse", organisation = who }),
        Asks("advocacy", "advocates", who => new { occurredAt = Patient.Ago(70), kind = "independent-mental-health-advocate", by = "nurse", organisation = who }),
    ];

    private static IEnumerable<TestCaseData> AskedAtHome =>
    [
        Asks("crisis-response", "crisis-responses", who => new { occurredAt = Patient.Ago(20), service = who, note = "On the floor." }),
        Asks("bridging", "bridgings", who => new { occurredAt = Patient.Ago(20), provider = who }, status: "started"),
    ];

    [TestCaseSource(nameof(AskedInHospital))]
    public async Task A_discharge_case_asks(string what, string command, Func<string, object> body, string status)
    {
        var (patient, who) = (await Patient.AdmittedAsync(person: Somebody), Place.NewProvider());
        var entry = EntryOf(await patient.Done(command, body(who)));

        var asked = await OnlyOne(who, Role.VoluntarySector);

        Assert.That(asked, Is.EqualTo((patient.Id, entry, what, status, "QDEMO", "Rosalind Thackeray")));
    }

    [TestCaseSource(nameof(AskedAtHome))]
    public async Task A_reablement_case_asks(string what, string command, Func<string, object> body, string status)
    {
        var (client, who, team) = (new Client(await SharedService.RunningAsync()), Place.NewProvider(), Stay.NewTeam());
        var opened = (await client.Post("/v1/reablement-cases", new { occurredAt = Patient.Ago(30), person = Somebody, source = "community", referrer = "QMJ01", team })).Expect(HttpStatusCode.Created);
        var entry = EntryOf((await client.Post($"{opened.Location}/{command}", body(who))).Expect(HttpStatusCode.OK));

        Assert.That(await OnlyOne(who, Role.Provider), Is.EqualTo((opened.Body["id"]!.GetValue<Guid>(), entry, what, status, "QDEMO", "Rosalind Thackeray")));
        Assert.That(await OnlyOne(team, Role.Provider), Is.EqualTo((opened.Body["id"]!.GetValue<Guid>(), 1L, "reablement", "open", "QMJ01", "Rosalind Thackeray")));
    }

    [Test]
    public async Task Whatever_somebody_past_six_weeks_waits_for_is_asked_of_whoever_has_to_bring_it_about()
    {
        var (client, who) = (new Client(await SharedService.RunningAsync()), Place.NewProvider());
        var path = (await client.Post("/v1/reablement-cases", new { occurredAt = Patient.Ago(50 * Day), person = Somebody, source = "community", referrer = "QMJ01", team = Stay.NewTeam() })).Expect(HttpStatusCode.Created).Location!;
        (await client.Post($"{path}/answers", new { occurredAt = Patient.Ago((50 * Day) - 1), answer = "accepted", referrerTold = true })).Expect(HttpStatusCode.OK);
        (await client.Post($"{path}/contacts", new { occurredAt = Patient.Ago(49 * Day), by = "w-118", role = "occupational-therapist", how = "visit" })).Expect(HttpStatusCode.OK);
        (await client.Post($"{path}/limit-decisions", new { occurredAt = Patient.Ago(10 * Day), waitingFor = "package-of-care", owner = who, charge = "undecided" })).Expect(HttpStatusCode.OK);

        Assert.That((await OnlyOne(who, Role.HousingOfficer)).What, Is.EqualTo("end-of-reablement/package-of-care"));

        (await client.Post($"{path}/ending", new { occurredAt = Patient.Ago(24), sequel = "ongoing-low-level-support" })).Expect(HttpStatusCode.OK);
        Assert.That((await Ended(who)).Select(one => (Spelled(one, "what"), Spelled(one, "status"), one["person"])), Is.EqualTo(new[] { ("end-of-reablement", "ended", (JsonNode?)null) }));
    }

    [Test]
    public async Task Beds_of_a_rehabilitation_case_and_its_care_home_are_asked_of_whoever_has_them()
    {
        var (team, ward, home) = (Stay.NewTeam(), Place.NewProvider(), Place.NewProvider());
        var stay = await Stay.AcceptedAsync(team: team);
        var bed = await Place.RegisteredAsync(provider: ward, kind: "rehabilitation", hoursAgo: 400);
        (await bed.ReserveFor(stay.Id, hoursAgo: 198, untilHoursAgo: -24)).Expect(HttpStatusCode.OK);
        Assert.That((await OnlyOne(team, Role.Provider)).What, Is.EqualTo("rehabilitation"));
        var kept = (await Open(ward)).Single();
        Assert.That((Spelled(kept, "what"), Spelled(kept, "which"), Spelled(kept, "status"), kept["until"] is not null, kept["endedAt"]), Is.EqualTo(("place-reserved", "rehabilitation", "kept", true, (JsonNode?)null)));

        await stay.Do("admissions", new { occurredAt = Patient.Ago(190), bed = bed.Id });
        await stay.Do("contingency-places", new { occurredAt = Patient.Ago(180), place = new { kind = "nursing", provider = home }, assessedAt = Patient.Ago(181), manager = "Tom Adeyemi", rehabilitationPlan = "Stairs twice a day.", by = "social-worker" });

        Assert.That((await OnlyOne(ward, Role.Provider)).What, Is.EqualTo("place-occupied/rehabilitation"));
        Assert.That((await OnlyOne(home, Role.Provider)).What, Is.EqualTo("contingency-place/nursing"));
        Assert.That((await Ended(ward)).Select(one => (Spelled(one, "what"), Spelled(one, "status"))), Is.EqualTo(new[] { ("place-occupied", "occupied"), ("place-reserved", "done") }));
    }

    [Test]
    public async Task A_place_reserved_for_somebody_in_hospital_is_asked_of_its_home_until_it_lapses()
    {
        var (patient, who) = (await Patient.AdmittedAsync(person: Somebody), Place.NewProvider());
        var (soon, over) = (await Place.RegisteredAsync(provider: who), await Place.RegisteredAsync(provider: who));
        (await soon.ReserveFor(patient.Id)).Expect(HttpStatusCode.OK);
        (await over.ReserveFor(patient.Id, hoursAgo: 40, untilHoursAgo: 20)).Expect(HttpStatusCode.OK);

        Assert.That((await OnlyOne(who, Role.Provider)).What, Is.EqualTo("place-reserved/nursing"));
        Assert.That((await Ended(who)).Select(one => (Spelled(one, "status"), one["person"] is null)), Is.EqualTo(new[] { ("kept", false), ("lapsed", true) }));
    }

    [Test]
    public async Task Of_a_person_there_is_what_whoever_comes_to_the_door_needs_and_of_the_case_nothing()
    {
        var (patient, who) = (await Patient.AdmittedAsync(person: Somebody), Place.NewProvider());
        await patient.Done("safeguarding-concerns", new { occurredAt = Patient.Ago(75), by = "nurse", note = "Not for everybody." });
        await patient.Done("referrals", new { occurredAt = Patient.Ago(70), to = "housing", owner = who, by = "nurse", due = Patient.Ago(-20), note = "Behind the shed." });
        await patient.Done("referrals", new { occurredAt = Patient.Ago(69), to = "hoarding", owner = Place.NewProvider(), by = "nurse" });

        var asked = (await Open(who)).Single();

        Assert.Multiple(() =>
        {
            Assert.That(asked.AsObject().Select(field => field.Key), Is.EquivalentTo(new[] { "case", "entry", "organisation", "what", "which", "askedAt", "askedBy", "status", "due", "person" }));
            Assert.That(asked["person"]!.ToJsonString(), Is.EqualTo("""{"name":"Rosalind Thackeray","preferredName":"Linda","dateOfBirth":"1938-02-11","address":"3 Orchard Row, Westbrook","phone":"020 7946 0456"}"""));
            Assert.That(Spelled(asked, "organisation"), Is.EqualTo(who));
        });
    }

    [Test]
    public async Task Where_they_are_to_go_is_where_they_are_found()
    {
        var (patient, who) = (await Patient.AdmittedAsync(person: new { name = "Rosalind Thackeray", address = "3 Orchard Row", dischargeAddress = "9 Mill Lane, at her daughter's", nhsNumberMissing = "not-yet-traced" }), Place.NewProvider());
        await patient.Done("tasks", new { occurredAt = Patient.Ago(70), what = "call", owner = who, by = "nurse" });

        Assert.That(Spelled((await Open(who)).Single()["person"]!, "address"), Is.EqualTo("9 Mill Lane, at her daughter's"));
    }

    [Test]
    public async Task Another_organisation_sees_nothing_of_it_and_the_case_itself_is_not_there_for_whoever_was_asked()
    {
        var (patient, who) = (await Patient.AdmittedAsync(person: Somebody), Place.NewProvider());
        await patient.Done("tasks", new { occurredAt = Patient.Ago(70), what = "call", owner = who, by = "nurse" });
        var service = await SharedService.RunningAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(await Open(Place.NewProvider()), Is.Empty);
            Assert.That(await Ended(Place.NewProvider()), Is.Empty);
            Assert.That((await new Client(service, Role.HubLead, organisation: who).Get("/v1/requests")).Text, Does.Contain("Rosalind Thackeray"));
            Assert.That((await new Client(service, Role.HubLead, organisation: who).Get(patient.Path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await new Client(service, Role.HubLead, organisation: who).Get(patient.HistoryPath)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await new Client(service, Role.Provider, organisation: who).Get(patient.Path)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await new Client(service, Role.HubLead, organisation: who).Post("/v1/people/search", new { name = "Rosalind Thackeray", dateOfBirth = "1938-02-11" })).Text, Does.Not.Contain("Thackeray"));
        });
    }

    [Test]
    public async Task Whoever_does_the_work_of_another_organisation_sees_what_that_is_asked()
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var service = await RunningService.StartAsync(database, "Development", builder => builder.Configuration.AddInMemoryCollection(
            [new("Access:Organisations:0:Code", "VGRP1"), new("Access:Organisations:0:Serves:0", "VHOM1")]));
        var patient = await Patient.AdmittedAsync(new Client(service), person: Somebody);
        await patient.Done("tasks", new { occurredAt = Patient.Ago(70), what = "call", owner = "VHOM1", by = "nurse" });
        await patient.Done("tasks", new { occurredAt = Patient.Ago(69), what = "chase", owner = "VHOM2", by = "nurse" });

        var listed = (await new Client(service, Role.Provider, organisation: "VGRP1").Get("/v1/requests")).Expect(HttpStatusCode.OK).Body["requests"]!.AsArray();

        Assert.That(listed.Select(one => (Spelled(one!, "organisation"), Spelled(one!, "which"))), Is.EqualTo(new[] { ("VHOM1", "call") }));
    }

    [Test]
    public async Task What_ended_shows_nobody_and_goes_after_thirty_days()
    {
        var who = Place.NewProvider();
        foreach (var (ended, name) in new[] { (31, "Long Ago"), (29, "Of Late") })
        {
            var patient = await Patient.AdmittedAsync(hoursAgo: 40 * Day, person: new { name, nhsNumberMissing = "not-yet-traced" });
            var sent = await patient.Done("referrals", new { occurredAt = Patient.Ago(39 * Day), to = "equipment", owner = who, by = "nurse" });
            var referral = sent.Body["recorded"]![0]!["id"];
            Assert.That((await Open(who)).Select(one => Spelled(one["person"]!, "name")), Is.EqualTo(new[] { name }));
            await patient.Done($"referrals/{referral}/steps", new { occurredAt = Patient.Ago(ended * Day), step = "declined", reason = "no-room" });
        }

        Assert.Multiple(async () =>
        {
            Assert.That(await Open(who), Is.Empty);
            var listed = (await Ended(who)).Single();
            Assert.That((Spelled(listed, "what"), Spelled(listed, "which"), Spelled(listed, "status"), listed["person"]), Is.EqualTo(("referral", "equipment", "declined", (JsonNode?)null)));
            Assert.That(DateTimeOffset.Parse(Spelled(listed, "endedAt")!, CultureInfo.InvariantCulture), Is.EqualTo(Patient.Now.AddDays(-29)).Within(TimeSpan.FromMilliseconds(1)));
        });
    }

    [Test]
    public async Task A_withdrawn_entry_asks_nothing_and_what_it_had_ended_is_asked_again()
    {
        var (patient, who) = (await Patient.AdmittedAsync(person: Somebody), Place.NewProvider());
        var first = EntryOf(await patient.Done("tasks", new { occurredAt = Patient.Ago(70), what = "call", owner = who, by = "nurse" }));
        var died = EntryOf(await patient.Done("death", new { occurredAt = Patient.Ago(20), place = "hospital" }));
        Assert.That((await Ended(who)).Select(one => (Spelled(one, "status"), one["person"])), Is.EqualTo(new[] { ("ended", (JsonNode?)null) }));

        await patient.Withdraw(died);
        Assert.That((await OnlyOne(who, Role.VoluntarySector)).Entry, Is.EqualTo(first));

        await patient.Withdraw(first);
        Assert.That(await Ended(who), Is.Empty);
    }

    [Test]
    public async Task A_page_goes_on_where_the_one_before_ended_with_what_is_open_first()
    {
        var (patient, who) = (await Patient.AdmittedAsync(person: Somebody), Place.NewProvider());
        var client = new Client(await SharedService.RunningAsync(), Role.Provider, organisation: who);
        var call = await patient.Done("tasks", new { occurredAt = Patient.Ago(70), what = "call", owner = who, by = "nurse" });
        await patient.Done("tasks", new { occurredAt = Patient.Ago(69), what = "chase", owner = who, by = "nurse" });
        await patient.Done("tasks", new { occurredAt = Patient.Ago(68), what = "arrange-keys", owner = who, by = "nurse" });
        await patient.Done($"tasks/{call.Body["recorded"]![0]!["id"]}/done", new { occurredAt = Patient.Ago(10), @as = "done", by = "nurse" });

        var seen = new List<string>();
        for (string? after = string.Empty; after is not null;)
        {
            var page = (await client.Get($"/v1/requests?ended=true&limit=1{after}")).Expect(HttpStatusCode.OK).Body;
            seen.AddRange(page["requests"]!.AsArray().Select(one => $"{Spelled(one!, "which")} {Spelled(one!, "status")}"));
            after = (string?)page["next"] is { } next ? $"&after={next}" : null;
        }

        Assert.That(seen, Is.EqualTo(new[] { "chase open", "arrange-keys open", "call done" }));
    }

    [TestCase("after=nowhere", "after")]
    [TestCase("ended=perhaps", "ended")]
    [TestCase("limit=201", "limit")]
    public async Task What_cannot_be_read_is_named(string query, string field)
    {
        var answer = (await new Client(await SharedService.RunningAsync(), Role.Provider).Get($"/v1/requests?{query}")).Expect(HttpStatusCode.BadRequest);

        Assert.That(answer.Body["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo(new[] { field }));
    }

    [Test]
    public async Task Every_look_at_it_is_on_record_with_the_cases_it_names()
    {
        var (patient, who, somebody) = (await Patient.AdmittedAsync(person: Somebody), Place.NewProvider(), Guid.NewGuid().ToString("N"));
        await patient.Done("tasks", new { occurredAt = Patient.Ago(70), what = "call", owner = who, by = "nurse" });
        var service = await SharedService.RunningAsync();
        (await new Client(service, Role.Provider, somebody, who).Get("/v1/requests")).Expect(HttpStatusCode.OK);

        var look = (await new Client(service, Role.InformationGovernance).Get($"/v1/access-log?actor={somebody}")).Expect(HttpStatusCode.OK).Body["looks"]!.AsArray().Single()!;

        Assert.That((Spelled(look, "what"), Spelled(look, "organisation"), Spelled(look, "role")), Is.EqualTo(("read-requests", who, "provider")));
        Assert.That(look["touched"]!.AsArray().Select(id => id!.GetValue<Guid>()), Is.EqualTo(new[] { patient.Id }));
    }

    private static TestCaseData Asks(string what, string command, Func<string, object> body, string status = "open") => new TestCaseData(what, command, body, status).SetArgDisplayNames(what);

    private static long EntryOf(Answer answer) => answer.Body["recorded"]![0]!["version"]!.GetValue<long>();

    private static string? Spelled(JsonNode one, string field) => (string?)one[field];

    private static async Task<(Guid Case, long Entry, string What, string? Status, string? By, string? Name)> OnlyOne(string who, Role role)
    {
        var one = (await Listed(who, role, string.Empty)).Single();
        return (one["case"]!.GetValue<Guid>(), one["entry"]!.GetValue<long>(), string.Join('/', new[] { Spelled(one, "what"), Spelled(one, "which") }.OfType<string>()), Spelled(one, "status"), Spelled(one, "askedBy"), Spelled(one["person"]!, "name"));
    }

    private static Task<JsonNode[]> Open(string who) => Listed(who, Role.Provider, string.Empty);

    private static Task<JsonNode[]> Ended(string who) => Listed(who, Role.Provider, "?ended=true");

    private static async Task<JsonNode[]> Listed(string who, Role role, string query) =>
        [.. (await new Client(await SharedService.RunningAsync(), role, organisation: who).Get($"/v1/requests{query}")).Expect(HttpStatusCode.OK).Body["requests"]!.AsArray().Select(one => one!)];
}
