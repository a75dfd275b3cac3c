using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Persistence.Handovers;

namespace Discharge.Api.Tests.Reablement;

/// <summary>Every clock of reablement met, and each warned of and breached, over HTTP.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReablementClocksTests
{
    private const string Cases = "/v1/reablement-cases";

    private const double Day = 24;

    private static readonly string[] Needs = ["reablement"];

    [Test]
    public async Task Hand_over_allocation_contact_assessment_six_weeks_ending_and_day_91_with_every_clock_met()
    {
        var left = 95 * Day;
        var (client, path, _) = await HandedOverAsync(left);
        await Do(client, path, "allocations", new { occurredAt = Patient.Ago(left), worker = "w-1", role = "occupational-therapist" });
        await Do(client, path, "contacts", new { occurredAt = Patient.Ago(left - 2), by = "w-1", role = "occupational-therapist", how = "visit" });
        var request = (await Do(client, path, "assessment-requests", new { occurredAt = Patient.Ago(left - 3) })).Body["recorded"]![0]!["version"]!.GetValue<long>();
        await Do(client, path, "assessment-answers", new { occurredAt = Patient.Ago(left - 4), request, answer = "booked", bookedFor = Patient.Ago(left - 50) });
        await Do(client, path, "ending", new { occurredAt = Patient.Ago(left - (30 * Day)), sequel = "none-no-needs" });
        var followed = await Do(client, path, "follow-up", new { occurredAt = Patient.Ago(1), whereabouts = "home" });
        var shown = (await client.Get(path)).Expect(HttpStatusCode.OK).Body;
        Assert.Multiple(() =>
        {
            Assert.That(StatusesIn(shown), Is.EquivalentTo(new[] { ("T04", "met"), ("T05", "met"), ("T06", "met"), ("T11", "met"), ("T12", "met") }));
            Assert.That(followed.Body["warnings"]!.AsArray(), Is.Empty);
            Assert.That(((string?)shown["phase"], (string?)shown["ending"]!["sequel"], (string?)shown["followUp"]!["whereabouts"]), Is.EqualTo(("ended", "none-no-needs", "home")));
        });
    }

    [Test]
    public async Task Each_clock_of_whoever_was_handed_over_is_warned_of_and_breached()
    {
        var left = 110 * Day;
        var (client, path, _) = await HandedOverAsync(left);
        await Do(client, path, "contacts", new { occurredAt = Patient.Ago(left - 2), by = "w-1", role = "support-worker", how = "visit" });
        await Do(client, path, "assessment-requests", new { occurredAt = Patient.Ago(left - 3) });
        await Expect(client, path, ["T04", "T05", "T06", "T11", "T12"]);
    }

    [Test]
    public async Task Each_clock_of_an_urgent_referral_is_warned_of_and_breached()
    {
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var path = (await client.Post(Cases, new { occurredAt = Patient.Ago(120), person = new { name = "Ada Marlowe" }, source = "home-first-team", referrer = "QMJ01", team = "RBT01", urgent = true })).Expect(HttpStatusCode.Created).Location!;
        await Do(client, path, "crisis-responses", new { occurredAt = Patient.Ago(119), service = "RYX01" });
        await Expect(client, path, ["T02", "T03", "T27", "T28"]);
    }

    [Test]
    public async Task An_urgent_referral_with_every_clock_met()
    {
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);

        // At one moment, so that no midnight lies between them.
        var at = Patient.Ago(3);
        var path = (await client.Post(Cases, new { occurredAt = at, person = new { name = "Ada Marlowe" }, source = "community", referrer = "QMJ01", team = "RBT01", urgent = true })).Expect(HttpStatusCode.Created).Location!;
        var request = await Entry(client, path, "crisis-responses", new { occurredAt = at, service = "RYX01" });
        await Do(client, path, "crisis-contacts", new { occurredAt = at, request });
        await Do(client, path, "answers", new { occurredAt = at, answer = "accepted", referrerTold = true });
        await Do(client, path, "allocations", new { occurredAt = at, worker = "w-1", role = "social-worker" });
        await Do(client, path, "contacts", new { occurredAt = at, by = "w-1", role = "social-worker", how = "telephone" });
        Assert.That(
            StatusesIn((await client.Get(path)).Body).Where(clock => clock.Rule is not ("T05" or "T12")),
            Is.EquivalentTo(new[] { ("T02", "met"), ("T03", "met"), ("T04", "met"), ("T27", "met"), ("T28", "met") }));
    }

    [Test]
    public async Task Past_six_weeks_the_case_shows_what_it_waits_for_with_owner_and_charge_position_and_visits_go_on()
    {
        var left = 50 * Day;
        var (client, path, _) = await HandedOverAsync(left);
        await Do(client, path, "contacts", new { occurredAt = Patient.Ago(left - 2), by = "w-1", role = "social-worker", how = "visit" });
        var free = await client.Post($"{path}/charges", new { occurredAt = Patient.Ago(left - (20 * Day)), @for = "reablement-past-free-days", financiallyAssessed = true });
        var early = await client.Post($"{path}/limit-decisions", new { occurredAt = Patient.Ago(left - Day), waitingFor = "package-of-care", owner = "713", charge = "waived" });
        await Do(client, path, "limit-decisions", new { occurredAt = Patient.Ago(5), waitingFor = "package-of-care", owner = "713", charge = "undecided" });
        var visit = await Do(client, path, "planned-visits", new { occurredAt = Patient.Ago(2), visitAt = Patient.Ago(-20), by = "w-1", role = "social-worker" });
        var shown = (await client.Get(path)).Expect(HttpStatusCode.OK).Body;
        Assert.Multiple(() =>
        {
            Assert.That((early.Status, early.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "reablement.limit-not-near")));
            Assert.That(shown["next"]!.AsArray().Select(step => ((string?)step!["what"], (string?)step["organisation"])), Does.Contain(("bring-about", "713")));
            Assert.That((free.Status, free.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "reablement.free-of-charge")));
            Assert.That(
                ((bool)shown["sixWeeks"]!["over"]!, (string?)shown["sixWeeks"]!["waitingFor"], (string?)shown["sixWeeks"]!["owner"], (string?)shown["sixWeeks"]!["charge"]),
                Is.EqualTo((true, "package-of-care", "713", "undecided")));
            Assert.That(visit.Recorded, Is.EqualTo(new[] { "reablement-case.visit-planned.v1" }));
            Assert.That(shown["visits"]!["planned"]!.AsArray(), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task What_falls_due_in_reablement_cases_is_listed_with_all_other_clocks()
    {
        var client = new Client(await SharedService.RunningAsync());
        var team = $"R{Guid.NewGuid():N}"[..8].ToUpperInvariant();
        var path = (await client.Post(Cases, new { occurredAt = Patient.Ago(3), person = new { name = "Ada Marlowe" }, source = "community", referrer = "QMJ01", team, urgent = false })).Expect(HttpStatusCode.Created).Location!;
        var listed = (await client.Get($"/v1/clocks?team={team}")).Expect(HttpStatusCode.OK).Body["clocks"]!.AsArray();
        Assert.That(
            listed.Select(clock => ((string?)clock!["rule"], (string?)clock["team"], $"{Cases}/{clock["caseId"]}", (string?)clock["site"])),
            Is.EquivalentTo(new[] { ("T02", team, path, (string?)null), ("T28", team, path, null) }));
    }

    [Test]
    public async Task The_first_visit_of_the_team_is_recorded_once_and_meets_the_clock_of_the_discharge_case_with_its_own_moment()
    {
        var (client, path, patient) = await HandedOverAsync(hoursAgo: 20);
        var at = Patient.Ago(15);
        await Do(client, path, "contacts", new { occurredAt = at, by = "w-1", role = "occupational-therapist", how = "visit" });
        Assert.That(async () => (string?)(await patient.Clock("T01"))["status"], Is.EqualTo("met").After(10_000, 100));
        Assert.That(DateTimeOffset.Parse((await patient.Clock("T01"))["stoppedAt"]!.ToString(), null), Is.EqualTo(DateTimeOffset.Parse(at, null)));
    }

    [Test]
    public async Task How_somebody_gets_on_is_shown()
    {
        var (client, path, _) = await HandedOverAsync(hoursAgo: 100);
        await Do(client, path, "allocations", new { occurredAt = Patient.Ago(99), worker = "w-1", role = "occupational-therapist" });
        await Do(client, path, "start-dates", new { occurredAt = Patient.Ago(98), on = "2026-03-11", confirmed = true });
        await Do(client, path, "patches", new { occurredAt = Patient.Ago(98), patch = "North" });
        await Do(client, path, "bridgings", new { occurredAt = Patient.Ago(98), provider = "VHELP" });
        await Do(client, path, "consents", new { occurredAt = Patient.Ago(97), answer = "given" });
        var planned = await Entry(client, path, "planned-visits", new { occurredAt = Patient.Ago(97), visitAt = Patient.Ago(90), by = "w-1", role = "occupational-therapist" });
        var missed = await Entry(client, path, "planned-visits", new { occurredAt = Patient.Ago(97), visitAt = Patient.Ago(80), by = "w-2", role = "support-worker" });
        await Do(client, path, "contacts", new { occurredAt = Patient.Ago(90), by = "w-1", role = "occupational-therapist", how = "visit", visit = planned, with = new[] { "w-3" } });
        await Do(client, path, "missed-visits", new { occurredAt = Patient.Ago(79), visit = missed, reason = "no-staff" });
        await Do(client, path, "contacts", new { occurredAt = Patient.Ago(70), by = "w-2", role = "support-worker", how = "visit" });
        var goal = await Entry(client, path, "goals", new { occurredAt = Patient.Ago(89), area = "mobility", baseline = 2, target = 6 });
        await Do(client, path, "goal-scores", new { occurredAt = Patient.Ago(70), goal, score = 6 });
        await Do(client, path, "home-needs", new { occurredAt = Patient.Ago(89), need = "access" });
        await Do(client, path, "care", new { occurredAt = Patient.Ago(89), minutesAWeek = 840, doubleHanded = true });
        await Do(client, path, "care", new { occurredAt = Patient.Ago(70), minutesAWeek = 420 });
        await Do(client, path, "reviews", new { occurredAt = Patient.Ago(70), role = "social-worker", outcome = "go-on" });
        var shown = (await client.Get(path)).Expect(HttpStatusCode.OK).Body;
        Assert.Multiple(() =>
        {
            Assert.That(((string?)shown["start"]!["on"], (bool)shown["start"]!["confirmed"]!, (string?)shown["patch"], (string?)shown["bridgedBy"], (string?)shown["consent"]), Is.EqualTo(("2026-03-11", true, "North", "VHELP", "given")));
            Assert.That(
                ((int)shown["visits"]!["made"]!, (int)shown["visits"]!["missed"]!, (int)shown["visits"]!["distinctStaff"]!, (decimal)shown["visits"]!["namedWorkerShare"]!, (decimal)shown["visits"]!["contactsPerWeek"]!), Is.EqualTo((2, 1, 3, 50m, 2m)));
            Assert.That((string?)shown["person"]!["name"], Is.EqualTo("Ada Marlowe"));
            Assert.That(shown["visits"]!["planned"]!.AsArray().Select(visit => (string?)visit!["missedFor"]), Is.EqualTo(new[] { null, "no-staff" }));
            Assert.That(((int)shown["goals"]![0]!["score"]!, (bool)shown["goals"]![0]!["reached"]!), Is.EqualTo((6, true)));
            Assert.That(((string?)shown["homeNeeds"]![0], (int)shown["care"]!["minutesSaved"]!, (string?)shown["reviews"]![0]!["outcome"]), Is.EqualTo(("access", 1260, "go-on")));
            Assert.That((int)shown["daysSinceLastContact"]!, Is.InRange(2, 4));
        });
    }

    [TestCase("goals", "baseline", 11)]
    [TestCase("goals", "target", -1)]
    [TestCase("goal-scores", "score", 11)]
    [TestCase("care", "minutesAWeek", 10081)]
    public async Task What_is_amiss_is_named(string what, string field, int value)
    {
        var (client, path, _) = await HandedOverAsync(hoursAgo: 100);
        var body = new JsonObject { ["occurredAt"] = Patient.Ago(1), ["area"] = "mobility", ["baseline"] = 1, ["target"] = 2, ["goal"] = 1, ["score"] = 1, ["minutesAWeek"] = 1 };
        body[field] = value;
        string[] fields = what switch { "goals" => ["area", "baseline", "target"], "goal-scores" => ["goal", "score"], _ => ["minutesAWeek"] };
        foreach (var other in body.Select(one => one.Key).Except([.. fields, "occurredAt"]).ToArray())
        {
            body.Remove(other);
        }

        var answer = await client.Post($"{path}/{what}", body);
        Assert.That((answer.Status, answer.Body["errors"]?[field] is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)), answer.Text);
    }

    [Test]
    public async Task So_many_do_not_come_at_once()
    {
        var (client, path, _) = await HandedOverAsync(hoursAgo: 10);
        var answer = await client.Post($"{path}/contacts", new { occurredAt = Patient.Ago(1), by = "w-1", role = "social-worker", how = "visit", with = Enumerable.Range(0, 11).Select(number => $"w-{number}").ToArray() });
        Assert.That((answer.Status, answer.Body["errors"]?["with"] is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)), answer.Text);
    }

    private static async Task Expect(Client client, string path, string[] rules)
    {
        var history = (await client.Get($"/v1/cases/{path.Split('/')[^1]}/history")).Expect(HttpStatusCode.OK).Body;
        var shown = (await client.Get(path)).Expect(HttpStatusCode.OK).Body;
        var notices = history["notices"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(StatusesIn(shown), Is.EquivalentTo(rules.Select(rule => (rule, "breached"))));
            Assert.That(notices.Where(notice => (string?)notice!["kind"] == "warning").Select(notice => (string?)notice!["rule"]).Distinct(), Is.EquivalentTo(rules), "Each was warned of.");
            Assert.That(history["entries"]!.AsArray().Count(entry => (string?)entry!["name"] == "clock.breached.v1"), Is.EqualTo(rules.Length));
        });
    }

    private static IEnumerable<(string Rule, string Status)> StatusesIn(JsonNode shown) => shown["clocks"]!.AsArray().Select(clock => ((string)clock!["rule"]!, (string)clock["status"]!));

    private static async Task<(Client Client, string Path, Patient Patient)> HandedOverAsync(double hoursAgo)
    {
        var patient = await Patient.AdmittedAsync(hoursAgo + 48, new { name = "Ada Marlowe", dateOfBirth = "1931-06-03", nhsNumberMissing = "not-yet-traced" });
        await patient.Done("functional-assessment", new { occurredAt = Patient.Ago(hoursAgo + 1), by = "occupational-therapist", needs = Needs });
        await patient.OnPathway1(hoursAgo + 1);
        await patient.Left(hoursAgo);
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var path = $"{Cases}/{HandOvers.CaseOf(patient.Id)}";
        Assert.That(async () => (await client.Get(path)).Status, Is.EqualTo(HttpStatusCode.OK).After(10_000, 50));
        return (client, path, patient);
    }

    private static async Task<long> Entry(Client client, string path, string what, object body) => (await Do(client, path, what, body)).Body["recorded"]![0]!["version"]!.GetValue<long>();

    private static async Task<Answer> Do(Client client, string path, string what, object body) => (await client.Post($"{path}/{what}", body)).Expect(HttpStatusCode.OK);
}
