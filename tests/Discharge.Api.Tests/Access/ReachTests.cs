using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Reablement;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Tests.OpenApi;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Access;

/// <summary>
/// Every role at every operation on a case of each type, for whoever it is theirs and for whoever it is not: of another organisation, another ward, or no ward. It is generated from the contract,
/// so that an endpoint nobody thought of is in it.
/// </summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ReachTests
{
    private const string Hub = "RHUB1";
    private const string Site = "RSIT1";
    private const string Ward = "Northgate";
    private const string Team = "RTEA1";
    private const string Beds = "RREH1";
    private const string Other = "ROTH1";
    private const string Asked = "RASK1";

    private static readonly string[] OfOneCase = ["/v1/cases/", "/v1/discharge-cases/{id}", "/v1/reablement-cases/{id}", "/v1/rehabilitation-bed-cases/{id}"];

    private TestDatabase _database = null!;
    private RunningService _service = null!;
    private Contract _contract = null!;
    private Dictionary<string, Guid> _cases = null!;
    private string _person = null!;
    private Guid _bed;
    private Guid _reserved;
    private Guid _disagreeing;

    [OneTimeSetUp]
    public async Task One_person_with_a_case_of_each_type()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
        _contract = await Contract.OfAsync(_service);
        var person = new { nhsNumber = Numbers.Next(), name = "Ada Marlowe", dateOfBirth = "1941-06-03" };
        var hub = Token(Role.HubLead, Hub);
        var discharge = await Opened(hub, "discharge-cases", new { occurredAt = Patient.Ago(96), admittedAt = Patient.Ago(96), person, site = Site, ward = Ward, hub = Hub, residence = "own-home" });
        var reablement = await Opened(Token(Role.HubLead, "QDEMO"), "reablement-cases", new { occurredAt = Patient.Ago(1), person, source = "community", referrer = "QMJ01", team = Team });
        var beds = await Opened(Token(Role.HubLead, "QDEMO"), "rehabilitation-bed-cases", new { occurredAt = Patient.Ago(90), person, route = "step-up", referrer = "QMJ01", team = Beds });
        foreach (var asked in new[] { Hub, Asked })
        {
            (await Send(hub, "POST", $"/v1/discharge-cases/{discharge}/tasks", new { occurredAt = Patient.Ago(80), what = "arrange-keys", owner = asked, by = "nurse" })).Expect(HttpStatusCode.OK);
        }

        _cases = new() { ["cases"] = discharge, ["discharge-cases"] = discharge, ["reablement-cases"] = reablement, ["rehabilitation-bed-cases"] = beds };
        _bed = await Opened(hub, "beds", _contract.Operation("POST", "/v1/beds").Request!["example"]!);
        (_reserved, _disagreeing) = (await Opened(hub, "beds", Place("Room 31")), await Opened(hub, "beds", Place("Room 32")));
        foreach (var place in new[] { _reserved, _disagreeing })
        {
            (await Send(hub, "POST", $"/v1/beds/{place}/reservations", new { occurredAt = Patient.Ago(2), @case = discharge, until = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(5)) })).Expect(HttpStatusCode.OK);
        }

        await _database.RunAsOwnerAsync($"delete from cases.mt_events where stream_id = '{_disagreeing}' and type = 'bed.reserved.v1'");
        (await Send(Token(Role.InformationGovernance, "QDEMO"), "POST", "/v1/engagements", Engagements.Auditors.Engagement([Hub, Team, Beds], Hub))).Expect(HttpStatusCode.Created);
        _person = (await Send(hub, "GET", $"/v1/discharge-cases/{discharge}")).Expect(HttpStatusCode.OK).Body["personRef"]!.ToString();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Whoever_a_case_is_not_theirs_may_not_know_that_it_is_there([Values] Role role)
    {
        foreach (var (operation, requires) in OnOneCase())
        {
            foreach (var (token, who) in Strangers(role).Append((Token(role, Asked), "an organisation that it asks something")))
            {
                var answer = await Ask(token, operation);
                Assert.That(Said(answer), Is.EqualTo(Expected(role, requires, operation, IsBreakingGlass(operation) ? "400" : "404")), $"{operation} for {who}");
            }
        }
    }

    [Test]
    public async Task Whoever_a_case_is_theirs_gets_as_far_as_the_case([Values] Role role)
    {
        foreach (var (operation, requires) in OnOneCase())
        {
            // A command that names a version long past goes no further than the case itself, so that none changes it.
            Assert.That(Said(await Ask(Own(role), operation)), Is.EqualTo(Expected(role, requires, operation, operation.Method == "GET" || IsAsking(operation) ? "200" : IsBreakingGlass(operation) ? "400" : "412")), operation.ToString());
        }
    }

    [Test]
    public async Task Whatever_is_of_no_one_case_is_for_whoever_the_table_permits([Values] Role role)
    {
        var (whoMay, asked) = (new WhoMay(_service), 0);
        foreach (var operation in _contract.Operations.Where(operation => !OfOneCase.Any(prefix => operation.Path.StartsWith(prefix, StringComparison.Ordinal))))
        {
            if (whoMay.Requires(operation) is not { } requires)
            {
                Assert.That(operation.Path, Does.StartWith("/health/"), "Nothing else is for anybody.");
                continue;
            }

            // Nothing of this is anybody's, and a body says nothing, so that whoever may ask changes nothing.
            var path = string.Join('/', operation.Path.Split('/').Select(part => part is ['{', .., '}'] ? Guid.CreateVersion7().ToString() : part));
            var answer = await Send(Token(role, Other), operation.Method, path, operation.Method == "GET" ? null : new { });
            Assert.That((int)answer.Status, role.Permit(requires) ? Is.AnyOf(200, 400, 404) : Is.EqualTo(403), $"{operation}: {answer.Text}");
            Assert.That(answer.Status is not HttpStatusCode.Forbidden || answer.Code == "access.not-permitted", Is.True, answer.Text);
            asked++;
        }

        Assert.That(asked, Is.GreaterThan(40));
    }

    [Test]
    public void The_table_is_of_all_there_is() => Assert.Multiple(() =>
    {
        Assert.That(OnOneCase().Count(), Is.GreaterThan(110));
        Assert.That(_contract.Operations.Where(operation => operation.Path.Contains("cases/{", StringComparison.Ordinal)).Select(operation => operation.Path), Is.All.Matches<string>(path => OfOneCase.Any(prefix => path!.StartsWith(prefix, StringComparison.Ordinal))));
    });

    [TestCaseSource(nameof(Lists))]
    public async Task No_list_board_or_measure_names_a_case_to_whoever_it_is_not_theirs(string path)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            // Whoever is asked something finds that, and no other list has the case for them.
            foreach (var (token, who) in path == "/v1/requests" ? Strangers(role) : Strangers(role).Append((Token(role, Asked), "an organisation that it asks something")))
            {
                var answer = await Send(token, "GET", path);
                Assert.That(_cases.Values.Select(id => id.ToString()).Append(_person).Where(answer.Text.Contains), Is.Empty, $"{path} for {who}");
                Assert.That(answer.Status, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Forbidden));
            }
        }
    }

    [TestCaseSource(nameof(Lists))]
    public async Task The_same_list_board_or_measure_shows_it_to_whoever_it_is_theirs(string path)
    {
        var answer = await Send(Token(Role.HubLead, Hub), "GET", path);
        Assert.That(_cases.Values.Select(id => id.ToString()).Append(_person).Any(answer.Text.Contains) || path.Contains("measures", StringComparison.Ordinal) || path.Contains("report", StringComparison.Ordinal), Is.True, answer.Text);
    }

    [Test]
    public void No_other_list_is_there() => Assert.That(
        _contract.Operations.Where(operation => operation.Method == "GET" && !OfOneCase.Any(prefix => operation.Path.StartsWith(prefix, StringComparison.Ordinal))).Select(operation => operation.Path),
        Is.EquivalentTo([
            .. Lists().Select(path => path.Split('?')[0]).Select(path => path.StartsWith("/v1/wards/", StringComparison.Ordinal) ? "/v1/wards/{odsSite}/{ward}/board" : path),
            "/v1/engagements", "/v1/people/{person}", "/v1/people/{person}/looks", "/v1/access-log", "/v1/people/{person}/retention", "/v1/retention", "/v1/subject-access-requests", "/v1/subject-access-requests/{id}", "/v1/subject-access-requests/{id}/export", "/v1/timelines", "/v1/timelines/{id}/due", "/v1/reablement-teams", "/v1/reablement-teams/{id}", "/health/live", "/health/ready",
            // Places are everybody's who may see places; whose case has one is nobody's but theirs.
            .. OfPlaces, "/v1/bed-capacity", "/v1/bed-occupancy",
        ]));

    [Test]
    public async Task Whoever_may_see_a_place_sees_how_it_stands_and_only_whoever_it_is_theirs_which_case_has_it([Values] Role role)
    {
        foreach (var (path, place, requires) in WithPlaces())
        {
            var own = await Send(Own(role), "GET", path);
            Assert.That(Said(own), Is.EqualTo(role.Permit(requires) ? "200" : "403 access.not-permitted"), path);
            Assert.That(own.Text.Contains(_cases["cases"].ToString(), StringComparison.Ordinal), Is.EqualTo(role.Permit(requires)), $"{path} for a {role} whose it is");
            foreach (var (token, who) in Strangers(role))
            {
                var answer = await Send(token, "GET", path);
                Assert.That(Said(answer), Is.EqualTo(Said(own)), $"{path} for {who}");
                Assert.That(answer.Text.Contains(place.ToString(), StringComparison.Ordinal) && answer.Text.Contains("reserved", StringComparison.Ordinal), Is.EqualTo(role.Permit(requires)), $"{path} for {who}");
                Assert.That(answer.Text.Contains(_cases["cases"].ToString(), StringComparison.Ordinal), Is.False, $"{path} for {who}");
            }
        }
    }

    [Test]
    public async Task Whoever_comes_second_to_a_place_is_told_that_it_is_taken_and_by_which_case_where_they_may_know_of_it()
    {
        var (own, stranger) = (Token(Role.HubLead, Hub), Token(Role.HubLead, Other));
        var (ours, theirs) = (await Opened(own, "discharge-cases", Admitted(Site, Hub)), await Opened(stranger, "discharge-cases", Admitted("ROTH2", Other)));
        var (told, untold) = (await Reserve(own, ours), await Reserve(stranger, theirs));

        Assert.Multiple(() =>
        {
            Assert.That((Said(told), (string?)told.Body["caseId"]), Is.EqualTo(("409 bed.reserved", _cases["cases"].ToString())));
            Assert.That((Said(untold), (string?)untold.Body["caseId"]), Is.EqualTo(("409 bed.reserved", (string?)null)));
            Assert.That(untold.Text, Does.Not.Contain(_cases["cases"].ToString()));
        });

        static object Admitted(string site, string hub) => new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Somebody Who Needs A Place" }, site, ward = "Elsewhere", hub, residence = "own-home" };

        Task<Answer> Reserve(string token, Guid @case) => Send(token, "POST", $"/v1/beds/{_reserved}/reservations", new { occurredAt = Patient.Ago(1), @case, until = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(4)) });
    }

    [Test]
    public async Task A_correction_of_a_place_that_somebody_else_has_had_since_names_their_case_only_to_whoever_may_know_of_it()
    {
        var (hub, stranger) = (Token(Role.HubLead, Hub), Token(Role.HubLead, Other));
        var place = await Opened(hub, "beds", Place("Room 33"));
        var theirs = await Opened(stranger, "discharge-cases", new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Somebody Before" }, site = "ROTH2", ward = "Elsewhere", hub = Other, residence = "own-home" });
        (await Send(stranger, "POST", $"/v1/beds/{place}/reservations", new { occurredAt = Patient.Ago(10), @case = theirs, until = Patient.Ago(2) })).Expect(HttpStatusCode.OK);
        (await Send(stranger, "POST", $"/v1/beds/{place}/reservation-ends", new { occurredAt = Patient.Ago(9), @case = theirs, @as = "taken-back" })).Expect(HttpStatusCode.OK);
        (await Send(hub, "POST", $"/v1/beds/{place}/reservations", new { occurredAt = Patient.Ago(8), @case = _cases["cases"], until = Patient.Ago(3) })).Expect(HttpStatusCode.OK);

        var refused = await Send(stranger, "POST", $"/v1/beds/{place}/entries/3/withdrawal", new { occurredAt = Patient.Ago(1), reason = "wrong-person" });

        Assert.That((Said(refused), refused.Text.Contains(_cases["cases"].ToString(), StringComparison.Ordinal)), Is.EqualTo(("409 bed.somebody-else-since", false)), refused.Text);
    }

    [Test]
    public async Task Whoever_may_not_know_of_a_case_takes_no_place_from_it_by_withdrawing_what_the_place_has_on_record()
    {
        var (hub, stranger) = (Token(Role.DischargeCoordinator, Hub), Token(Role.DischargeCoordinator, Other));
        var (kept, taken) = (await Opened(hub, "beds", Place("Room 34")), await Opened(hub, "beds", Place("Room 35")));
        var (ours, theirs) = (await Opened(hub, "discharge-cases", Admitted(Site, Hub)), await Opened(stranger, "discharge-cases", Admitted("ROTH2", Other)));
        (await Send(hub, "POST", $"/v1/beds/{taken}/reservations", new { occurredAt = Patient.Ago(30), @case = ours, until = Patient.Ago(10) })).Expect(HttpStatusCode.OK);
        (await Send(hub, "POST", $"/v1/discharge-cases/{ours}/interim-bed-arrivals", new { occurredAt = Patient.Ago(20), bed = taken })).Expect(HttpStatusCode.OK);
        (await Send(hub, "POST", $"/v1/beds/{kept}/reservations", new { occurredAt = Patient.Ago(2), @case = ours, until = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(5)) })).Expect(HttpStatusCode.OK);
        var before = await OnRecord();

        var refused = new[] { await Withdraw(stranger, kept, "bed.reserved.v1"), await Withdraw(stranger, taken, "bed.reserved.v1"), await Withdraw(stranger, taken, "bed.occupied.v1") };

        Assert.That(refused.Select(Said), Is.All.EqualTo($"422 {JointCommands.OfAnotherCase.Code}"));
        Assert.That(refused.Select(answer => answer.Text), Is.All.Not.Contains(ours.ToString()));
        Assert.That(await OnRecord(), Is.EqualTo(before));
        foreach (var place in new[] { kept, taken })
        {
            var untaken = await Send(stranger, "POST", $"/v1/beds/{place}/reservations", new { occurredAt = Patient.Ago(1), @case = theirs, until = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(4)) });
            Assert.That(untaken.Status, Is.EqualTo(HttpStatusCode.Conflict), untaken.Text);
        }

        (await Withdraw(hub, kept, "bed.reserved.v1")).Expect(HttpStatusCode.OK);
        Assert.That((string?)(await Send(hub, "GET", $"/v1/beds/{kept}")).Body["status"], Is.EqualTo("free"));

        static object Admitted(string site, string hub) => new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Somebody In A Place" }, site, ward = "Elsewhere", hub, residence = "own-home" };

        async Task<Answer> Withdraw(string token, Guid place, string what) =>
            await Send(token, "POST", $"/v1/beds/{place}/entries/{(await EntriesOf("beds", place)).Single(entry => (string?)entry!["name"] == what)!["version"]}/withdrawal", new { occurredAt = Patient.Ago(1), reason = "wrong-person" });

        async Task<JsonArray> EntriesOf(string what, Guid id) => (await Send(hub, "GET", $"/v1/{what}/{id}/history")).Expect(HttpStatusCode.OK).Body["entries"]!.AsArray();

        async Task<string[]> OnRecord() =>
            [(await EntriesOf("beds", kept)).ToJsonString(), (await EntriesOf("beds", taken)).ToJsonString(), (await EntriesOf("cases", ours)).ToJsonString()];
    }

    [Test]
    public async Task A_reablement_team_is_registered_and_kept_by_whoever_works_for_it_and_read_by_whoever_may()
    {
        var (own, stranger) = (Token(Role.ReablementTeam, "RTEA7"), Token(Role.ReablementTeam, Other));
        var registration = new { occurredAt = Patient.Ago(4), team = "RTEA7", lead = "lead-1" };
        var notTheirs = await Send(stranger, "POST", "/v1/reablement-teams", registration);
        var path = $"/v1/reablement-teams/{await Opened(own, "reablement-teams", registration)}";
        var before = (await Send(own, "GET", path)).Text;
        var day = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var room = new { occurredAt = Patient.Ago(3), role = "social-worker", from = day, until = day, newPeople = 0 };
        var duty = new { occurredAt = Patient.Ago(3), worker = "w-99", role = "social-worker", from = day, until = day };

        var refused = new[] { notTheirs, await Send(stranger, "POST", $"{path}/capacities", room), await Send(stranger, "POST", $"{path}/duty-workers", duty), await Send(stranger, "POST", "/v1/reablement-teams", registration) };

        Assert.That(refused.Select(Said), Is.All.EqualTo($"422 {TeamEndpoints.NotYourTeam.Code}"));
        Assert.That((await Send(stranger, "GET", path)).Expect(HttpStatusCode.OK).Text, Is.EqualTo(before));
        (await Send(own, "POST", $"{path}/capacities", room)).Expect(HttpStatusCode.OK);
        (await Send(own, "POST", $"{path}/duty-workers", duty)).Expect(HttpStatusCode.OK);
    }

    [TestCase(Role.WardStaff, Site, "NORTHGATE", "")]
    [TestCase(Role.WardStaff, Site, "Southgate", "ward")]
    [TestCase(Role.WardStaff, "ROTH2", Ward, "site")]
    [TestCase(Role.WardStaff, "ROTH2", "Southgate", "site ward")]
    [TestCase(Role.HubLead, "ROTH2", "Southgate", "", Description = "Their hub")]
    [TestCase(Role.DischargeCoordinator, "ROTH2", "Southgate", "", Description = "Their hub")]
    public async Task A_case_is_opened_on_the_ward_of_ward_staff_and_for_the_hub_of_whoever_works_there(Role role, string site, string ward, string amiss)
    {
        var answer = await Send(Own(role), "POST", "/v1/discharge-cases", Admission(site, ward, Hub));

        Assert.That(answer.Status, Is.EqualTo(amiss is "" ? HttpStatusCode.Created : HttpStatusCode.BadRequest), answer.Text);
        Assert.That(string.Join(' ', (answer.Body["errors"]?.AsObject() ?? []).Select(field => field.Key).Order(StringComparer.Ordinal)), Is.EqualTo(amiss));
    }

    [TestCase(Role.HubLead)]
    [TestCase(Role.DischargeCoordinator)]
    public async Task A_case_is_opened_neither_at_a_site_nor_for_a_hub_of_others(Role role)
    {
        var refused = await Send(Token(role, Other), "POST", "/v1/discharge-cases", Admission(Site, Ward, Hub));
        Assert.That((refused.Status, refused.Body["errors"]?["site"] is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)), refused.Text);
        (await Send(Token(role, Site), "POST", "/v1/discharge-cases", Admission(Site, Ward, Hub))).Expect(HttpStatusCode.Created);
    }

    private static object Admission(string site, string ward, string hub) =>
        new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Somebody Admitted" }, site, ward, hub, residence = "own-home" };

    [Test]
    public async Task A_person_is_found_read_and_put_right_by_whoever_has_them_and_by_nobody_else()
    {
        var search = new { name = "Ada Marlowe", dateOfBirth = "1941-06-03" };
        var (own, stranger) = (Token(Role.WardStaff, Site, Ward), Token(Role.WardStaff, Site, "Southgate"));

        Assert.Multiple(async () =>
        {
            Assert.That((await Send(own, "POST", "/v1/people/search", search)).Text, Does.Contain(_person));
            Assert.That((await Send(stranger, "POST", "/v1/people/search", search)).Text, Does.Not.Contain(_person));
            Assert.That((await Send(own, "GET", $"/v1/people/{_person}")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Said(await Send(stranger, "GET", $"/v1/people/{_person}")), Is.EqualTo("404 person.not-found"));
            Assert.That(Said(await Send(stranger, "POST", $"/v1/people/{_person}/details", new { preferredName = "Addie" })), Is.EqualTo("404 person.not-found"));
            Assert.That((await Send(own, "POST", $"/v1/people/{_person}/details", new { preferredName = "Addie" })).Status, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task The_history_of_a_case_is_not_to_be_had_as_that_of_a_place()
    {
        Assert.That((await Send(Token(Role.HubLead, Other), "GET", $"/v1/beds/{_cases["cases"]}/history")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_a_command_names_beside_its_case_has_to_be_in_reach_too()
    {
        var stranger = Token(Role.HubLead, Other);
        var own = await Opened(stranger, "discharge-cases", new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Somebody Else" }, site = "ROTH2", ward = "Elsewhere", hub = Other, residence = "own-home" });

        Assert.Multiple(async () =>
        {
            Assert.That(Said(await Send(stranger, "POST", "/v1/rehabilitation-bed-cases", new { occurredAt = Patient.Ago(1), dischargeCase = _cases["cases"], route = "step-down", referrer = "QMJ01", team = "ROTH3" })), Is.EqualTo("422 rehabilitation.no-such-discharge-case"));
            Assert.That(Said(await Send(stranger, "POST", $"/v1/discharge-cases/{own}/person-links", new { occurredAt = Patient.Ago(1), otherPerson = _person, ground = "said" })), Is.EqualTo("404 person.not-found"));
            Assert.That(Said(await Send(stranger, "POST", $"/v1/beds/{_bed}/reservations", new { occurredAt = Patient.Ago(1), @case = _cases["cases"], until = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(5)) })), Is.EqualTo("422 bed.no-such-case"));
        });
    }

    [Test]
    public async Task A_ward_sees_the_earlier_cases_of_whoever_is_on_it_now()
    {
        var person = new { nhsNumber = Numbers.Next(), name = "Wilfred Oake", dateOfBirth = "1939-01-12" };
        var earlier = await Opened(Token(Role.HubLead, Other), "discharge-cases", new { occurredAt = Patient.Ago(2_000), admittedAt = Patient.Ago(2_000), person, site = "ROTH2", ward = "Elsewhere", hub = Other, residence = "own-home" });
        (await Send(Token(Role.HubLead, Other), "POST", $"/v1/discharge-cases/{earlier}/discharge", new { occurredAt = Patient.Ago(1_900), to = "hospice" })).Expect(HttpStatusCode.OK);
        var ward = Token(Role.WardStaff, Site, Ward);
        Assert.That((await Send(ward, "GET", $"/v1/discharge-cases/{earlier}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        await Opened(Token(Role.HubLead, Hub), "discharge-cases", new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person, site = Site, ward = Ward, hub = Hub, residence = "own-home" });

        Assert.That((await Send(ward, "GET", $"/v1/discharge-cases/{earlier}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Whoever_breaks_the_glass_knows_of_the_case_for_four_hours_and_information_governance_is_told_without_a_name()
    {
        var @case = await Opened(Token(Role.HubLead, Hub), "discharge-cases", new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Wilhelmina Quint" }, site = Site, ward = Ward, hub = Hub, residence = "own-home" });
        var (path, stranger) = ($"/v1/discharge-cases/{@case}", Token(Role.DischargeCoordinator, Other, subject: "c-who-needs-it"));

        // What was opened five hours ago is closed again.
        (await Send(stranger, "POST", $"/v1/cases/{@case}/break-glass", Breaking(hoursAgo: 5))).Expect(HttpStatusCode.OK);
        Assert.That((await Send(stranger, "GET", path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var opened = (await Send(stranger, "POST", $"/v1/cases/{@case}/break-glass", Breaking(hoursAgo: 0))).Expect(HttpStatusCode.OK);

        Assert.Multiple(async () =>
        {
            Assert.That((await Send(stranger, "GET", path)).Text, Does.Contain("Quint"));
            Assert.That((await Send(stranger, "POST", $"{path}/criteria-to-reside-reviews", Patient.Review(1))).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await Send(Token(Role.DischargeCoordinator, Other, subject: "c-another"), "GET", path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await Send(Token(Role.DischargeCoordinator, "ROTH9", subject: "c-who-needs-it"), "GET", path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await Send(stranger, "GET", "/v1/discharge-cases")).Text, Does.Not.Contain("Quint"));
        });

        // It opens no way to keep the case, nor to take back that it was opened.
        var own = await Opened(stranger, "discharge-cases", new { occurredAt = Patient.Ago(50), admittedAt = Patient.Ago(50), person = new { name = "Their Own" }, site = "ROTH2", ward = "Elsewhere", hub = Other, residence = "own-home" });
        var theirs = (await Send(stranger, "GET", $"/v1/discharge-cases/{own}")).Body["personRef"]!.ToString();
        Assert.Multiple(async () =>
        {
            Assert.That(Said(await Send(stranger, "POST", $"{path}/person-links", new { occurredAt = Patient.Ago(0), otherPerson = theirs, ground = "nhs-number-traced" })), Is.EqualTo("404 discharge-case.not-found"));
            Assert.That(Said(await Send(stranger, "POST", $"{path}/hub-changes", new { occurredAt = Patient.Ago(0), hub = Other, reason = "taken-over" })), Is.EqualTo("404 discharge-case.not-found"));
            Assert.That(Said(await Send(stranger, "POST", $"{path}/moves", new { occurredAt = Patient.Ago(0), ward = "Elsewhere" })), Does.StartWith("40"));
            Assert.That(Said(await Send(stranger, "POST", $"/v1/cases/{@case}/entries/{opened.Body["recorded"]![0]!["version"]}/withdrawal", new { occurredAt = Patient.Spelled(DateTimeOffset.UtcNow), reason = "wrong-person" })), Is.EqualTo("404 case.not-found"));
            Assert.That((await Send(Token(Role.HubLead, Other), "GET", path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        });

        var looks = (await Send(Token(Role.InformationGovernance, "QDEMO"), "GET", $"/v1/access-log?case={@case}&actor=c-who-needs-it&limit=1000")).Body["looks"]!.AsArray().Select(look => ((string?)look!["what"], (string?)look["outcome"])).ToArray();
        Assert.That(looks, Does.Contain(("break-glass", "shown")).And.Contain(("link-people", "refused")).And.Contain(("read-case", "shown")));

        var history = (await Send(Token(Role.HubLead, Hub), "GET", $"/v1/cases/{@case}/history")).Body;
        var entry = history["entries"]!.AsArray().Last(one => (string?)one!["name"] == "case.glass-broken.v1")!;
        var notices = history["notices"]!.AsArray().Where(one => (string?)one!["rule"] == "access.glass-broken").ToArray();
        Assert.That(((string?)entry["by"], (string?)entry["organisation"], (string?)entry["fact"]!["ground"]), Is.EqualTo(("c-who-needs-it", Other, "arrived-unexpectedly")));
        Assert.That(entry.ToJsonString(), Does.Contain("Nobody answers."));
        Assert.That(notices.Select(notice => ((string?)notice!["level"], (string?)notice["who"])), Is.EqualTo([("IG", "information governance"), ("IG", "information governance")]));
        Assert.That(string.Concat(notices.Select(notice => notice!.ToJsonString())), Does.Not.Contain("Quint").And.Not.Contain("Nobody answers"));

        // Entered in error, it opens nothing any more.
        (await Send(Token(Role.HubLead, Hub), "POST", $"/v1/cases/{@case}/entries/{opened.Body["recorded"]![0]!["version"]}/withdrawal", new { occurredAt = Patient.Spelled(DateTimeOffset.UtcNow), reason = "wrong-person" })).Expect(HttpStatusCode.OK);
        Assert.That((await Send(stranger, "GET", path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Broken_glass_opens_a_case_of_a_team_to_be_read_and_not_to_be_worked_on()
    {
        var @case = _cases["reablement-cases"];
        var stranger = Token(Role.ReablementTeam, Other, subject: "c-of-another-team");
        var opened = (await Send(stranger, "POST", $"/v1/cases/{@case}/break-glass", Breaking(hoursAgo: 0))).Expect(HttpStatusCode.OK);
        var glass = opened.Body["recorded"]![0]!["version"];

        Assert.Multiple(async () =>
        {
            Assert.That((await Send(stranger, "GET", $"/v1/reablement-cases/{@case}")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Said(await Send(stranger, "POST", $"/v1/reablement-cases/{@case}/entries/{glass}/withdrawal", new { occurredAt = Patient.Ago(0), reason = "wrong-person" })), Is.EqualTo("404 reablement-case.not-found"));
            Assert.That(Said(await Send(stranger, "POST", $"/v1/reablement-cases/{@case}/answers", new { occurredAt = Patient.Ago(0), answer = "declined", referrerTold = true })), Is.EqualTo("404 reablement-case.not-found"));
        });
    }

    private static object Breaking(double hoursAgo) => new { occurredAt = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(-hoursAgo)), ground = "arrived-unexpectedly", reason = "Nobody answers." };

    [Test]
    public async Task A_refusal_that_the_case_is_there_is_on_record_as_one()
    {
        var somebody = Guid.NewGuid().ToString("N");
        await Send(Token(Role.HubLead, Other, subject: somebody), "GET", $"/v1/discharge-cases/{_cases["cases"]}");

        var looks = (await Send(Token(Role.InformationGovernance, Other), "GET", $"/v1/access-log?actor={somebody}")).Body["looks"]!.AsArray();

        Assert.That(looks.Select(look => (string?)look!["outcome"]), Is.EqualTo(["refused"]));
    }

    [Test]
    public async Task What_a_command_is_denied_or_told_of_a_case_is_a_look_too()
    {
        var (stranger, ward) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        var number = Numbers.Next();
        var opening = new { occurredAt = Patient.Ago(30), admittedAt = Patient.Ago(30), person = new { nhsNumber = number, name = "Clement Bray" }, site = Site, ward = Ward, hub = Hub, residence = "own-home" };
        var @case = await Opened(Token(Role.HubLead, Hub), "discharge-cases", opening);

        await Send(Token(Role.HubLead, Other, subject: stranger), "POST", $"/v1/discharge-cases/{@case}/criteria-to-reside-reviews", Patient.Review(1));
        await Send(Token(Role.HubLead, Other, subject: stranger), "POST", $"/v1/discharge-cases/{Guid.CreateVersion7()}/criteria-to-reside-reviews", Patient.Review(1));
        (await Send(Token(Role.WardStaff, Site, Ward, ward), "POST", "/v1/discharge-cases", opening with { occurredAt = Patient.Ago(20), admittedAt = Patient.Ago(20) })).Expect(HttpStatusCode.Conflict);
        (await Send(Token(Role.HubLead, Hub, subject: ward), "POST", $"/v1/discharge-cases/{@case}/criteria-to-reside-reviews", JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(Patient.Review(1))))).Expect(HttpStatusCode.PreconditionFailed);

        Assert.That(await Looks(stranger), Is.EquivalentTo([("review-criteria-to-reside", "refused", true), ("review-criteria-to-reside", "not-found", false)]));
        Assert.That(await Looks(ward), Does.Contain(("open-case", "shown", true)));

        async Task<(string?, string?, bool)[]> Looks(string actor) =>
            [.. (await Send(Token(Role.InformationGovernance, "QDEMO"), "GET", $"/v1/access-log?actor={actor}")).Body["looks"]!.AsArray().Select(look => ((string?)look!["what"], (string?)look["outcome"], look["touched"]!.ToJsonString().Contains(@case.ToString(), StringComparison.Ordinal)))];
    }

    [Test]
    public async Task A_ward_is_a_ward_also_where_its_organisation_does_the_work_of_all() =>
        Assert.That((await Send(Token(Role.WardStaff, "QDEMO", "Southgate"), "GET", $"/v1/discharge-cases/{_cases["cases"]}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Whoever_refers_somebody_to_themselves_has_that_case_and_no_other_of_theirs()
    {
        var number = Numbers.Next();
        var stay = await Opened(Token(Role.HubLead, Hub), "discharge-cases", new { occurredAt = Patient.Ago(30), admittedAt = Patient.Ago(30), person = new { nhsNumber = number, name = "Clement Bray" }, site = Site, ward = Ward, hub = Hub, residence = "own-home" });
        var (curious, asked) = (Token(Role.ReablementTeam, "RCUR1"), Token(Role.ReablementTeam, "RASK1"));
        var own = await Opened(curious, "reablement-cases", new { occurredAt = Patient.Ago(2), person = new { nhsNumber = number }, source = "community", referrer = "RCUR1", team = "RCUR1" });

        Assert.That((await Send(curious, "GET", $"/v1/reablement-cases/{own}")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Send(curious, "GET", $"/v1/discharge-cases/{stay}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        // Nor does whoever answers for that organisation learn of it by way of the person.
        var governance = Token(Role.InformationGovernance, "RCUR1");
        var person = (await Send(curious, "GET", $"/v1/reablement-cases/{own}")).Body["personRef"]!.ToString();
        var request = (await Send(governance, "POST", $"/v1/people/{person}/subject-access-requests", new { receivedOn = "2026-03-31", receivedBy = "RCUR1", way = "letter" })).Expect(HttpStatusCode.Created).Location!;
        var export = (await Send(governance, "GET", $"{request}/export")).Expect(HttpStatusCode.OK);
        Assert.That(export.Body["cases"]!.AsArray().Select(one => (string?)one!["id"]), Is.EqualTo([own.ToString()]));
        await Send(Token(Role.HubLead, Hub), "GET", $"/v1/discharge-cases/{stay}");
        Assert.That((await Send(governance, "GET", $"/v1/access-log?case={stay}")).Body["looks"]!.AsArray().Where(look => (string?)look!["organisation"] == Hub), Is.Empty);

        (await Send(Token(Role.HubLead, "QDEMO"), "POST", $"/v1/cases/{own}/entries/1/withdrawal", new { occurredAt = Patient.Ago(1), reason = "wrong-person" })).Expect(HttpStatusCode.OK);
        await Opened(Token(Role.HubLead, Hub), "reablement-cases", new { occurredAt = Patient.Ago(1), person = new { nhsNumber = number }, source = "community", referrer = Hub, team = "RASK1" });
        Assert.That((await Send(asked, "GET", $"/v1/discharge-cases/{stay}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_is_out_of_reach_and_what_is_not_there_are_told_in_the_same_words()
    {
        var stranger = Token(Role.HubLead, Other);
        var (there, nowhere) = (await Send(stranger, "GET", $"/v1/discharge-cases/{_cases["cases"]}"), await Send(stranger, "GET", $"/v1/discharge-cases/{Guid.CreateVersion7()}"));

        Assert.That(WithoutTrace(there), Is.EqualTo(WithoutTrace(nowhere)));
    }

    private static IEnumerable<string> OfPlaces => ["/v1/beds", "/v1/beds/{bed}", "/v1/beds/{bed}/history", "/v1/bed-disagreements"];

    private IEnumerable<(string Path, Guid Place, Operation Requires)> WithPlaces() =>
    [
        ("/v1/beds?limit=200", _reserved, Operation.ReadBeds),
        ($"/v1/beds/{_reserved}", _reserved, Operation.ReadBeds),
        ($"/v1/beds/{_reserved}/history", _reserved, Operation.ReadHistory),
        // A place's history is to be had as that of any case, too.
        ($"/v1/cases/{_reserved}/history", _reserved, Operation.ReadHistory),
        ("/v1/bed-disagreements", _disagreeing, Operation.ReadBedDisagreements),
    ];

    private JsonNode Place(string name)
    {
        var place = _contract.Operation("POST", "/v1/beds").Request!["example"]!.DeepClone();
        place["name"] = name;
        return place;
    }

    private static IEnumerable<string> Lists() =>
    [
        "/v1/discharge-cases", $"/v1/wards/{Site}/{Ward}/board", "/v1/clocks", $"/v1/clocks/forecast?until={Uri.EscapeDataString(DateTimeOffset.UtcNow.AddDays(20).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))}",
        "/v1/reablement-cases", "/v1/reablement-board", "/v1/rehabilitation-bed-cases", "/v1/rehabilitation-board", "/v1/requests", "/v1/discharge-cases/delay-measures",
        "/v1/reablement-report?from=2026-01-01&to=2027-06-30", "/v1/reablement-measures?from=2026-01-01&to=2027-06-30",
    ];

    private IEnumerable<(Described Operation, Operation Requires)> OnOneCase()
    {
        var whoMay = new WhoMay(_service);
        return from operation in _contract.Operations
               where OfOneCase.Any(prefix => operation.Path.StartsWith(prefix, StringComparison.Ordinal))
               select (operation, whoMay.Requires(operation)!.Value);
    }

    private Task<Answer> Ask(string token, Described operation)
    {
        var path = operation.Path.Replace("{id}", _cases[operation.Path.Split('/')[2]].ToString(), StringComparison.Ordinal);
        path = string.Join('/', path.Split('/').Select(part => part switch
        {
            ['{', .., '}'] when part is "{referral}" or "{task}" => "019b76da-a800-7000-8000-000000000001",
            ['{', .., '}'] => "1",
            _ => part,
        }));
        var body = operation.Request?["example"]?.DeepClone();
        if (body?["otherPerson"] is not null)
        {
            body["otherPerson"] = _person;
        }

        // A place by its id; the bed of a ward has a number.
        if (Guid.TryParse((string?)body?["bed"], out _))
        {
            body!["bed"] = _bed;
        }

        return Send(token, operation.Method, path, body);
    }

    private string Own(Role role) => role switch
    {
        Role.WardStaff => Token(role, Site, Ward),
        Role.ReablementTeam => Token(role, Team),
        Role.RehabilitationTeam => Token(role, Beds),
        _ => Token(role, Hub),
    };

    private IEnumerable<(string Token, string Who)> Strangers(Role role) =>
    [
        (Token(role, Other), $"a {role} of another organisation"),
        .. role is Role.WardStaff
            ? [(Token(role, Site, "Southgate"), "another ward of the site"), (Token(role, Other, Ward), "a ward of this name elsewhere"), (Token(role, Site), "the site, on no ward")]
            : Array.Empty<(string, string)>(),
    ];

    private static string Expected(Role role, Operation requires, Described operation, string otherwise) => (role.Permit(requires), otherwise) switch
    {
        (false, _) => "403 access.not-permitted",
        (_, "404") => operation.Path.Split('/')[2] switch { "cases" => "404 case.not-found", var type => $"404 {type[..^1]}.not-found" },
        (_, "412") => "412 request.stale",
        (_, "400") => "400 request.unreadable",
        _ => otherwise,
    };

    private static bool IsBreakingGlass(Described operation) => operation.Path.EndsWith("/break-glass", StringComparison.Ordinal);

    private static bool IsAsking(Described operation) => operation.Path.EndsWith("/what-if", StringComparison.Ordinal) || operation.Path.EndsWith("/reveal", StringComparison.Ordinal);

    private static string Said(Answer answer) => answer.Status is HttpStatusCode.OK ? "200" : $"{(int)answer.Status} {(string?)answer.Body["code"]}";

    private static string WithoutTrace(Answer answer)
    {
        var body = answer.Body.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }

    private string Token(Role role, string organisation, string? ward = null, string? subject = null) =>
        _service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(role, organisation, subject, ward);

    private async Task<Guid> Opened(string token, string what, object opening) => (await Send(token, "POST", $"/v1/{what}", opening, key: true)).Expect(HttpStatusCode.Created).Body["id"]!.GetValue<Guid>();

    private async Task<Answer> Send(string token, string method, string path, object? body = null, bool key = false)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        if (body is JsonNode && !key)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"0.x\"");
        }

        using var answer = await _service.Http.SendAsync(request);
        return await Answer.Of(answer);
    }
}
