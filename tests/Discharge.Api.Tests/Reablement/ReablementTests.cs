using System.Globalization;
using System.Net;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Tests.OpenApi;

namespace Discharge.Api.Tests.Reablement;

[Parallelizable(ParallelScope.All)]
public sealed class ReablementTests
{
    private const string Cases = "/v1/reablement-cases";

    [Test]
    public async Task From_the_referral_to_the_first_contact_with_every_clock_met()
    {
        var (client, path) = await ReferredAsync(hoursAgo: 3, urgent: false);

        // At one moment, so that no midnight lies between them.
        var at = Patient.Ago(2.9);
        await Do(client, path, "answers", new { occurredAt = at, answer = "accepted", referrerTold = true });
        await Do(client, path, "allocations", new { occurredAt = at, worker = "w-1", role = "occupational-therapist" });
        var contact = await Do(client, path, "contacts", new { occurredAt = Patient.Ago(2.7), by = "w-1", role = "occupational-therapist", how = "visit" });
        var shown = (await client.Get(path)).Expect(HttpStatusCode.OK).Body;
        Assert.Multiple(() =>
        {
            Assert.That(contact.Recorded, Is.EqualTo(new[] { "reablement-case.contact-made.v1" }));
            Assert.That((string?)shown["phase"], Is.EqualTo("started"));
            Assert.That((string?)shown["responsible"]!["worker"], Is.EqualTo("w-1"));
            Assert.That(shown["clocks"]!.AsArray().Select(clock => ((string?)clock!["rule"], (string?)clock["status"])), Is.EqualTo(new[] { ("T02", "met"), ("T04", "met"), ("T28", "met"), ("T05", "running"), ("T12", "running") }));
            Assert.That(shown["next"]!.AsArray().Select(step => (string?)step!["what"]), Is.EquivalentTo(new[] { "end-reablement", "settle-charge" }));
        });
    }

    [Test]
    public async Task A_referral_told_late_shows_its_breaches()
    {
        var (client, path) = await ReferredAsync(hoursAgo: 120, urgent: true);
        var shown = (await client.Get(path)).Expect(HttpStatusCode.OK).Body;
        Assert.That(shown["clocks"]!.AsArray().Select(clock => ((string?)clock!["rule"], (string?)clock["status"])), Is.EqualTo(new[] { ("T02", "breached"), ("T03", "breached"), ("T28", "breached") }));
    }

    [Test]
    public async Task Whoever_is_allocated_second_is_told_who_has_the_case()
    {
        var (client, path) = await ReferredAsync(hoursAgo: 3, urgent: false);
        await Do(client, path, "allocations", new { occurredAt = Patient.Ago(2), worker = "w-1", role = "social-worker" });
        var second = await client.Post($"{path}/allocations", new { occurredAt = Patient.Ago(1), worker = "w-2", role = "social-worker" });
        Assert.That((second.Status, second.Code, second.Text.Contains("w-1 has this case", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.Conflict, "reablement.already-allocated", true)));
    }

    [Test]
    public async Task When_the_team_is_full_the_worker_on_duty_is_allocated_and_it_is_recorded_with_the_warning()
    {
        var code = $"R{Guid.NewGuid():N}"[..8].ToUpperInvariant();
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var team = (await client.Post("/v1/reablement-teams", new { occurredAt = Patient.Ago(40), team = code, lead = "lead-1" })).Expect(HttpStatusCode.Created).Location!;
        var (from, until) = (Day(-2), Day(1));
        await Do(client, team, "capacities", new { occurredAt = Patient.Ago(39), role = "social-worker", from, until, newPeople = 1 });
        await Do(client, team, "duty-workers", new { occurredAt = Patient.Ago(39), worker = "duty-1", role = "physiotherapist", from, until });

        // At one moment, so that both are of one day.
        var at = Patient.Ago(2);
        var (first, second) = ((await ReferredAsync(hoursAgo: 3, urgent: false, code)).Path, (await ReferredAsync(hoursAgo: 3, urgent: false, code)).Path);
        var there = await Do(client, first, "allocations", new { occurredAt = at, worker = "w-1", role = "social-worker" });
        var full = await Do(client, second, "allocations", new { occurredAt = at, worker = "w-2", role = "social-worker" });
        var shown = (await client.Get(second)).Expect(HttpStatusCode.OK).Body;
        var days = (await client.Get($"{team}?from={from}&to={until}")).Expect(HttpStatusCode.OK).Body["days"]!.AsArray();
        var listed = (await client.Get("/v1/reablement-teams")).Expect(HttpStatusCode.OK).Body["teams"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(there.Body["warnings"]!.AsArray(), Is.Empty);
            Assert.That((string?)full.Body["warnings"]![0]!["code"], Is.EqualTo("reablement.over-capacity"));
            Assert.That(((string?)shown["responsible"]!["worker"], (bool)shown["responsible"]!["overCapacity"]!), Is.EqualTo(("duty-1", true)));
            Assert.That(days.SelectMany(day => day!["roles"]!.AsArray()).Where(role => (int)role!["given"]! > 0).Select(role => ((string?)role!["role"], (int?)role["room"], (int)role["given"]!, (bool)role["full"]!)),
                Is.EquivalentTo(new[] { ("social-worker", (int?)1, 1, true), ("physiotherapist", null, 1, false) }));
            Assert.That(days.Select(day => (string?)day!["onDuty"]), Is.All.EqualTo("duty-1"));
            Assert.That(listed.Select(one => (string?)one!["team"]), Does.Contain(code));
        });
    }

    [Test]
    public async Task A_team_of_one_code_is_registered_once()
    {
        var code = $"R{Guid.NewGuid():N}"[..8].ToUpperInvariant();
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var team = new { occurredAt = Patient.Ago(4), team = code, lead = "lead-1" };
        (await client.Post("/v1/reablement-teams", team)).Expect(HttpStatusCode.Created);
        var (again, other) = (await client.Post("/v1/reablement-teams", team), await client.Post("/v1/reablement-teams", new { occurredAt = Patient.Ago(3), team = code, lead = "lead-2" }));
        Assert.That((again.Status, other.Status, other.Code), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Conflict, "reablement-team.already-registered")));
    }

    [TestCase("2026-03-03", "2026-03-02", 3, "until")]
    [TestCase("2026-03-03", "2027-05-02", 3, "until")]
    [TestCase("2026-03-03", "2026-03-03", -1, "newPeople")]
    public async Task What_is_amiss_in_a_capacity_is_named(string from, string until, int newPeople, string field)
    {
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var team = (await client.Post("/v1/reablement-teams", new { occurredAt = Patient.Ago(4), team = $"R{Guid.NewGuid():N}"[..8].ToUpperInvariant(), lead = "lead-1" })).Expect(HttpStatusCode.Created).Location!;
        var answer = await client.Post($"{team}/capacities", new { occurredAt = Patient.Ago(3), role = "social-worker", from, until, newPeople });
        Assert.That((answer.Status, answer.Body["errors"]![field] is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)), answer.Text);
    }

    [TestCase("?from=2026-03-03&to=2026-03-02", HttpStatusCode.BadRequest)]
    [TestCase("?from=2026-03-03&to=2026-04-03", HttpStatusCode.BadRequest)]
    [TestCase("?from=9999-12-31", HttpStatusCode.BadRequest)]
    [TestCase("?from=2026-03-03", HttpStatusCode.OK)]
    public async Task A_team_is_asked_for_a_month_at_most(string query, HttpStatusCode status)
    {
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var team = (await client.Post("/v1/reablement-teams", new { occurredAt = Patient.Ago(4), team = $"R{Guid.NewGuid():N}"[..8].ToUpperInvariant(), lead = "lead-1" })).Expect(HttpStatusCode.Created).Location!;
        Assert.That((await client.Get(team + query)).Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Whoever_leaves_into_reablement_is_the_teams_within_seconds_and_the_case_names_the_stay()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(1);
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var handed = $"{Cases}/{(await patient.Case())["reablementCase"]}";
        Assert.That(async () => (await client.Get(handed)).Status, Is.EqualTo(HttpStatusCode.OK).After(10_000, 100));
        var shown = (await client.Get(handed)).Body;
        Assert.That(((string?)shown["dischargeCase"], (string?)shown["source"], (string?)shown["phase"]), Is.EqualTo((patient.Id.ToString(), "discharge", "waiting")));
    }

    [Test]
    public async Task A_referral_of_which_something_was_asked_back_is_on_the_board_and_next_until_it_is_settled()
    {
        var team = $"R{Guid.NewGuid():N}"[..8].ToUpperInvariant();
        var (client, path) = await ReferredAsync(hoursAgo: 3, urgent: false, team);
        await Do(client, path, "answers", new { occurredAt = Patient.Ago(2), answer = "queried", referrerTold = true });
        var board = (await client.Get($"/v1/reablement-board?team={team}")).Expect(HttpStatusCode.OK).Body["newReferrals"]!.AsArray();
        var shown = (await client.Get(path)).Expect(HttpStatusCode.OK).Body;
        Assert.That(board.Select(row => $"{Cases}/{row!["case"]}"), Is.EqualTo(new[] { path }));
        Assert.That(shown["next"]!.AsArray().Select(step => (string?)step!["what"]), Does.Contain("settle-referral"));
    }

    [Test]
    public async Task Who_left_is_shown_where_the_lead_holds_the_case_and_they_cannot_hold_it_themselves()
    {
        var (client, path) = await ReferredAsync(hoursAgo: 3, urgent: false);
        await Do(client, path, "allocations", new { occurredAt = Patient.Ago(2), worker = "w-1", role = "social-worker" });
        var themselves = await client.Post($"{path}/worker-departures", new { occurredAt = Patient.Ago(1), lead = "w-1" });
        await Do(client, path, "worker-departures", new { occurredAt = Patient.Ago(1), lead = "lead-1" });
        var shown = (await client.Get(path)).Expect(HttpStatusCode.OK).Body["responsible"]!;
        Assert.Multiple(() =>
        {
            Assert.That((themselves.Status, themselves.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "reablement.leaves-to-themselves")));
            Assert.That(((string?)shown["worker"], (bool)shown["heldByLead"]!, (string?)shown["left"]), Is.EqualTo(("lead-1", true, "w-1")));
        });
    }

    [Test]
    public async Task Nobody_refers_as_if_it_were_a_discharge()
    {
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var answer = await client.Post(Cases, new { occurredAt = Patient.Ago(1), person = new { name = "Ada Marlowe" }, source = "discharge", referrer = "QMJ01", team = "RBT01" });
        Assert.That((answer.Status, answer.Body["errors"]!["source"] is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [Test]
    public async Task A_worker_finds_the_cases_they_are_in_charge_of()
    {
        var worker = $"w-{Guid.NewGuid():N}";
        var (client, path) = await ReferredAsync(hoursAgo: 3, urgent: false);
        await Do(client, path, "allocations", new { occurredAt = Patient.Ago(2), worker, role = "social-worker" });
        var found = (await client.Get($"{Cases}?worker={worker}")).Expect(HttpStatusCode.OK).Body["cases"]!.AsArray();
        Assert.That(found.Select(one => $"{Cases}/{one!["id"]}"), Is.EqualTo(new[] { path }));
    }

    [Test]
    public async Task Every_command_of_the_contract_sent_twice_is_recorded_once()
    {
        var (client, path) = await ReferredAsync(hoursAgo: 24 * 365, urgent: false);
        var contract = await Contract.OfAsync(await SharedService.RunningAsync());
        var references = References.OfReablement(path.Split('/')[^1]);
        foreach (var command in contract.ReablementInOrder)
        {
            var (at, body) = (references.Path(command.Path), references.Body(command.Request!["example"]!));
            var (first, again) = ((await client.Post(at, body)).Expect(HttpStatusCode.OK), (await client.Post(at, body)).Expect(HttpStatusCode.OK));
            Assert.That(first.Recorded, Is.Not.Empty, at);
            Assert.That((again.Version, again.Recorded), Is.EqualTo((first.Version, Array.Empty<string>())), at);
            references.Learn(command.Path, first.Body);
        }
    }

    [Test]
    public async Task A_person_is_found_with_their_reablement_cases()
    {
        var client = new Client(await SharedService.RunningAsync());
        var (name, team) = ($"Ada {Guid.NewGuid():N}", $"R{Guid.NewGuid():N}"[..8].ToUpperInvariant());
        var path = (await client.Post(Cases, new { occurredAt = Patient.Ago(3), person = new { name, dateOfBirth = "1941-06-03" }, source = "community", referrer = "QMJ01", team })).Expect(HttpStatusCode.Created).Location!;
        var found = (await client.Post("/v1/people/search", new { name, dateOfBirth = "1941-06-03" })).Expect(HttpStatusCode.OK).Body["people"]![0]!;
        Assert.That(found["cases"]!.AsArray(), Is.Empty);
        Assert.That(
            found["reablementCases"]!.AsArray().Select(one => ($"{Cases}/{one!["id"]}", (string?)one["phase"], (string?)one["team"], (bool)one["open"]!)), Is.EqualTo(new[] { (path, "referred", team, true) }));
    }

    [Test]
    public async Task A_discharge_case_is_no_reablement_case()
    {
        var patient = await Patient.AdmittedAsync();
        Assert.That((await patient.Client.Get($"{Cases}/{patient.Id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static string Day(int ahead) => DateTime.UtcNow.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Test]
    public async Task The_team_puts_its_own_record_right_and_no_other()
    {
        var (client, path) = await ReferredAsync(hoursAgo: 3, urgent: false);
        var said = await Do(client, path, "patches", new { occurredAt = Patient.Ago(2), patch = "North" });
        await Do(client, path, $"entries/{said.Version}/withdrawal", new { occurredAt = Patient.Ago(1), reason = "wrong-content" });
        Assert.That((await client.Get(path)).Expect(HttpStatusCode.OK).Body["patch"], Is.Null);
        var patient = await Patient.AdmittedAsync();
        var elsewhere = new { occurredAt = Patient.Ago(0.5), reason = "wrong-content" };
        (await client.Post($"/v1/cases/{patient.Id}/entries/1/withdrawal", elsewhere)).Expect(HttpStatusCode.Forbidden);
        (await client.Post($"{Cases}/{patient.Id}/entries/1/withdrawal", elsewhere)).Expect(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task What_if_is_asked_of_a_reablement_case_in_its_own_words()
    {
        var (client, path) = await ReferredAsync(hoursAgo: 50, urgent: false);
        var ask = $"/v1/cases/{path.Split('/')[^1]}/what-if";
        var answer = (await client.Post(ask, new { facts = new[] { new { what = "answers", body = new { occurredAt = Patient.Ago(40), answer = "accepted", referrerTold = true } } } })).Expect(HttpStatusCode.OK).Body;
        Assert.That(((string?)answer["steps"]![0]!["recorded"]![0]!["name"], (string?)answer["breachesAvoided"]![0]), Is.EqualTo(("reablement-case.referral-answered.v1", "T02")));
        var amiss = (await client.Post(ask, new { facts = new[] { new { what = "death", body = new { occurredAt = Patient.Ago(1) } } } })).Expect(HttpStatusCode.BadRequest);
        Assert.That(amiss.Text, Does.Contain("facts[0].what").And.Contain("answers"));
    }

    private static async Task<(Client Client, string Path)> ReferredAsync(double hoursAgo, bool urgent, string team = "RBT01")
    {
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var referral = new { occurredAt = Patient.Ago(hoursAgo), person = new { name = "Ada Marlowe" }, source = "home-first-team", referrer = "QMJ01", team, urgent };
        return (client, (await client.Post(Cases, referral)).Expect(HttpStatusCode.Created).Location!);
    }

    private static async Task<Answer> Do(Client client, string path, string what, object body) => (await client.Post($"{path}/{what}", body)).Expect(HttpStatusCode.OK);
}
