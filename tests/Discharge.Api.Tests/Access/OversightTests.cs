using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Access;

/// <summary>Whoever keeps records and answers for who may see them does so for their own organisation: also long after care is over, and for no other organisation's people.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class OversightTests
{
    private const string Hub = "RHUB1";
    private const string Site = "RSIT1";
    private const string Other = "ROTH1";
    private const string Beds = "RREH1";
    private const double LongAgo = 9 * 365.25 * 24;

    private TestDatabase _database = null!;
    private RunningService _service = null!;
    private string _number = null!;
    private Guid _closed;
    private string _bedCase = null!;
    private string _person = null!;
    private string _request = null!;

    [OneTimeSetUp]
    public async Task Somebody_whose_care_at_the_hub_is_long_over()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
        _number = Numbers.Next();
        var (hub, all) = (Somebody(Role.HubLead, Hub), Somebody(Role.HubLead, "QDEMO"));
        var person = new { name = "Perpetua Lindqvist", dateOfBirth = "1929-05-30", nhsNumber = _number };
        _closed = (await hub.Post("/v1/discharge-cases", Opening("Northgate", LongAgo, person))).Expect(HttpStatusCode.Created).Body["id"]!.GetValue<Guid>();
        _person = (string)(await hub.Get(Path)).Body["personRef"]!;
        _bedCase = (await all.Post("/v1/rehabilitation-bed-cases", new { occurredAt = Patient.Ago(LongAgo), person, route = "step-up", referrer = "QMJ01", team = Beds })).Expect(HttpStatusCode.Created).Location!;
        (await all.Post($"{_bedCase}/answers", new { occurredAt = Patient.Ago(LongAgo - 3), accepted = false, reason = "needs-not-met" })).Expect(HttpStatusCode.OK);
        (await hub.Post($"{Path}/death", new { occurredAt = Patient.Ago(LongAgo - 5), place = "hospital" })).Expect(HttpStatusCode.OK);
        (await hub.Post($"{Path}/closure", new { occurredAt = Patient.Ago(LongAgo - 6), outcome = "died" })).Expect(HttpStatusCode.OK);
        _request = (await Governance(Hub).Post($"{Person}/subject-access-requests", Receipt("2026-04-01"))).Expect(HttpStatusCode.Created).Location!;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_record_is_kept_by_whoever_had_the_person_and_by_nobody_else()
    {
        var (own, stranger) = (Somebody(Role.RecordsManager, Hub), Somebody(Role.RecordsManager, Other));

        Assert.Multiple(async () =>
        {
            Assert.That((await own.Get($"{Person}/retention")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await own.Get($"{Person}/looks")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await own.Get("/v1/retention")).Text, Does.Contain(_person));
            Assert.That((await own.Post($"{Person}/legal-holds", Held)).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await own.Post($"{Person}/legal-hold-ends", Held)).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await own.Post($"{Person}/appraisals", Appraisal)).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await Somebody(Role.RecordsManager, Beds).Get($"{Person}/retention")).Status, Is.EqualTo(HttpStatusCode.OK), "The team of the beds had them too.");

            Assert.That((await stranger.Get($"{Person}/retention")).Code, Is.EqualTo("person.not-found"));
            Assert.That((await stranger.Get($"{Person}/looks")).Code, Is.EqualTo("person.not-found"));
            Assert.That((await stranger.Get("/v1/retention")).Expect(HttpStatusCode.OK).Text, Does.Not.Contain(_person));
            foreach (var (what, body) in new[] { ("legal-holds", Held), ("legal-hold-ends", Held), ("appraisals", Appraisal), ("disposals", new { reason = "retention-ended", authority = "Policy 4.2" }) })
            {
                Assert.That((await stranger.Post($"{Person}/{what}", body)).Code, Is.EqualTo("person.not-found"), what);
            }
        });
    }

    [Test]
    public async Task A_request_for_access_is_answered_by_whoever_had_the_person_and_by_nobody_else()
    {
        var (own, stranger) = (Governance(Hub), Governance(Other));
        var redaction = new { @case = _closed, version = 1, part = "words", ground = "crime" };
        var id = _request.Split('/')[^1];

        Assert.Multiple(async () =>
        {
            Assert.That((await own.Get(_request)).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await own.Get($"{_request}/export")).Text, Does.Contain("Perpetua"));
            Assert.That((await own.Get("/v1/subject-access-requests")).Text, Does.Contain(id));
            Assert.That((await own.Post($"{_request}/redactions", redaction)).Status, Is.EqualTo(HttpStatusCode.OK));

            Assert.That((await stranger.Post($"{Person}/subject-access-requests", Receipt("2026-04-02"))).Code, Is.EqualTo("person.not-found"));
            Assert.That((await stranger.Get("/v1/subject-access-requests")).Expect(HttpStatusCode.OK).Text, Does.Not.Contain(id));
            Assert.That((await stranger.Get(_request)).Code, Is.EqualTo("subject-access-request.not-found"));
            Assert.That((await stranger.Get($"{_request}/export")).Code, Is.EqualTo("subject-access-request.not-found"));
            foreach (var (what, body) in new (string, object)[]
            {
                ("redactions", redaction), ("redactions/2/withdrawal", new { }), ("extensions", new { ground = "complex", reason = "Much." }), ("answer", new { sentOn = "2026-04-20", way = "letter" }),
            })
            {
                Assert.That((await stranger.Post($"{_request}/{what}", body)).Code, Is.EqualTo("subject-access-request.not-found"), what);
            }
        });
    }

    [TestCase(Role.InformationGovernance)]
    [TestCase(Role.DischargeCoordinator)]
    public async Task Whose_case_is_closed_is_found_and_read_by_whoever_had_them_without_the_cases_of_others(Role role)
    {
        var (own, stranger) = (Somebody(role, Hub), Somebody(role, Other));
        var found = (await own.Post("/v1/people/search", new { nhsNumber = _number })).Expect(HttpStatusCode.OK);

        Assert.Multiple(async () =>
        {
            Assert.That(found.Body["people"]!.AsArray().Select(one => ((string?)one!["personRef"], (string?)one["cases"]![0]!["id"])), Is.EqualTo([(_person, _closed.ToString())]));
            Assert.That(found.Text, Does.Not.Contain(_bedCase.Split('/')[^1]), "No case of theirs is open, so that of another team stays that team's.");
            Assert.That((await own.Get(Person)).Text, Does.Contain("Perpetua"));
            Assert.That((await stranger.Post("/v1/people/search", new { nhsNumber = _number })).Body["people"]!.AsArray(), Is.Empty);
            Assert.That((await stranger.Get(Person)).Code, Is.EqualTo("person.not-found"));
            Assert.That((await Somebody(Role.HubLead, Hub).Get(_bedCase)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        });
    }

    [Test]
    public async Task The_access_log_shows_an_organisation_its_own_looks_and_those_at_its_own_people()
    {
        var (ours, theirs) = ($"o-{Guid.NewGuid():N}", $"t-{Guid.NewGuid():N}");
        await Somebody(Role.HubLead, Hub, ours).Get(Path);
        await Somebody(Role.HubLead, Hub, ours).Get("/v1/clocks");
        await Somebody(Role.HubLead, Other, theirs).Get(Path);
        await Somebody(Role.HubLead, Other, theirs).Get("/v1/clocks");

        Assert.Multiple(async () =>
        {
            Assert.That(await Looks(Hub, ours), Is.EquivalentTo(["read-case shown", "read-clocks shown"]));
            Assert.That(await Looks(Hub, theirs), Is.EquivalentTo(["read-case refused"]), "Whoever tried to look at their people is theirs to see.");
            Assert.That(await Looks(Beds, theirs), Is.Empty, "The person was theirs too, and the case is not.");
            Assert.That(await Looks("RNONE", theirs), Is.Empty);
            Assert.That(await Looks(Other, theirs), Is.EquivalentTo(["read-case refused", "read-clocks shown"]));
            Assert.That(await Looks(Other, ours), Is.Empty);
            Assert.That(await Looks("QDEMO", ours), Has.Length.EqualTo(2), "Whoever works for all sees all.");
        });

        async Task<string[]> Looks(string organisation, string actor) =>
            [.. (await Governance(organisation).Get($"/v1/access-log?actor={actor}")).Expect(HttpStatusCode.OK).Body["looks"]!.AsArray().Select(look => $"{look!["what"]} {look["outcome"]}")];
    }

    [Test]
    public async Task Who_may_audit_whom_is_for_whoever_works_for_all_of_them()
    {
        var own = (await Governance(Hub).Post("/v1/engagements", Engagements.Auditors.Engagement([Hub], "RAUD1"))).Expect(HttpStatusCode.Created).Body["id"]!.ToString();
        var beyond = await Governance(Hub).Post("/v1/engagements", Engagements.Auditors.Engagement([Hub, Other], "RAUD1"));
        var both = (await Governance("QDEMO").Post("/v1/engagements", Engagements.Auditors.Engagement([Hub, Other], "RAUD1"))).Expect(HttpStatusCode.Created).Body["id"]!.ToString();

        Assert.Multiple(async () =>
        {
            Assert.That((beyond.Status, beyond.Body["errors"]?.AsObject().Select(field => field.Key)), Is.EqualTo((HttpStatusCode.BadRequest, (string[])["organisations"])));
            Assert.That((await Governance(Hub).Get("/v1/engagements")).Text, Does.Contain(own).And.Not.Contain(both));
            Assert.That((await Governance(Other).Get("/v1/engagements")).Text, Does.Not.Contain(own).And.Not.Contain(both));
            Assert.That((await Somebody(Role.Auditor, "RAUD1").Get("/v1/engagements")).Text, Does.Contain(own).And.Contain(both));
            Assert.That((await Governance(Other).Post($"/v1/engagements/{own}/end", Ending)).Code, Is.EqualTo("engagement.not-found"));
            Assert.That((await Governance(Hub).Post($"/v1/engagements/{both}/end", Ending)).Code, Is.EqualTo("engagement.not-found"));
            Assert.That((await Governance(Hub).Post($"/v1/engagements/{own}/end", Ending)).Status, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task What_is_handed_to_a_person_of_who_looked_names_nobody_else_and_no_member_of_staff()
    {
        var hub = Somebody(Role.HubLead, Hub, "h-known-by-token");
        var ids = new List<string>();
        foreach (var name in new[] { "Sunniva Ashgrove", "Torquil Benbow" })
        {
            ids.Add((await hub.Post("/v1/discharge-cases", Opening("Shared ward", 50, new { name }))).Expect(HttpStatusCode.Created).Body["id"]!.ToString());
        }

        (await hub.Get($"/v1/wards/{Site}/Shared%20ward/board")).Expect(HttpStatusCode.OK);
        var person = (string)(await hub.Get($"/v1/discharge-cases/{ids[0]}")).Body["personRef"]!;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/people/{person}/looks");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(Role.InformationGovernance, Hub));
        using var answer = await _service.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var looks = JsonNode.Parse(text)!["looks"]!.AsArray();
        var next = (await Governance(Hub).Get($"/v1/people/{person}/looks?limit=1")).Body["next"]!.ToString();

        Assert.Multiple(async () =>
        {
            Assert.That(looks.Select(look => $"{look!["what"]} {look["role"]} {look["organisation"]} {look["purpose"]} {look["outcome"]}"), Is.EqualTo([$"read-case hub-lead {Hub} direct-care shown", $"read-board hub-lead {Hub} direct-care shown"]));
            Assert.That(looks.Select(look => look!["touched"]!.AsArray().Select(id => id!.ToString())), Is.EqualTo(new[] { new[] { ids[0], person }, [ids[0]] }).Using<IEnumerable<string>>((one, two) => one.ToHashSet().SetEquals(two)));
            Assert.That(looks[0]!.AsObject().Select(field => field.Key), Is.EquivalentTo(["at", "role", "organisation", "what", "purpose", "outcome", "touched"]));
            Assert.That(text, Does.Not.Contain(ids[1]).And.Not.Contain("h-known-by-token").And.Not.Contain("127.0.0.1"));
            Assert.That((answer.Content.Headers.ContentDisposition?.ToString(), answer.Headers.CacheControl?.ToString()), Is.EqualTo(($"attachment; filename=\"looks-{person}.json\"", "no-store")));
            Assert.That((await Governance(Hub).Get($"/v1/people/{person}/looks?after={next}")).Body["looks"]!.AsArray().Select(look => (string?)look!["what"]), Does.Contain("read-board").And.Contain("read-case"));
            Assert.That((await Governance(Hub).Get($"/v1/access-log?case={ids[0]}")).Text, Does.Contain(ids[1]).And.Contain("h-known-by-token"), "The log itself is whole.");
        });
    }

    [Test]
    public async Task To_break_the_glass_is_no_care_and_neither_is_its_withdrawal()
    {
        var (hub, keeper) = (Somebody(Role.HubLead, Hub), Somebody(Role.RecordsManager, Hub));
        var before = (string?)(await keeper.Get($"{Person}/retention")).Body["careEnded"];
        var broken = (await Somebody(Role.DischargeCoordinator, Other).Post($"/v1/cases/{_closed}/break-glass", new { occurredAt = Patient.Ago(1), ground = "arrived-unexpectedly", reason = "Nobody answers." })).Expect(HttpStatusCode.OK);
        var whileBroken = (string?)(await keeper.Get($"{Person}/retention")).Body["careEnded"];
        (await hub.Post($"/v1/cases/{_closed}/entries/{broken.Body["recorded"]![0]!["version"]}/withdrawal", new { occurredAt = Patient.Ago(0.5), reason = "wrong-person" })).Expect(HttpStatusCode.OK);
        var withdrawn = (string?)(await keeper.Get($"{Person}/retention")).Body["careEnded"];

        Assert.That((whileBroken, withdrawn), Is.EqualTo((before, before)));
    }

    private static object Held => new { reason = "inquest", authority = "INQ-14" };

    private static object Appraisal => new { outcome = "dispose", @class = "adult-health-and-social-care", reason = "no-further-value", authority = "Policy 4.2" };

    private static object Ending => new { reason = "completed" };

    private static object Receipt(string receivedOn) => new { receivedOn, receivedBy = "QMJ01", way = "letter" };

    private static object Opening(string ward, double hoursAgo, object person) =>
        new { occurredAt = Patient.Ago(hoursAgo), admittedAt = Patient.Ago(hoursAgo), person, site = Site, ward, hub = Hub, residence = "own-home" };

    private string Path => $"/v1/discharge-cases/{_closed}";

    private string Person => $"/v1/people/{_person}";

    private Client Governance(string organisation) => Somebody(Role.InformationGovernance, organisation);

    private Client Somebody(Role role, string organisation, string? subject = null) => new(_service, role, subject, organisation);
}
