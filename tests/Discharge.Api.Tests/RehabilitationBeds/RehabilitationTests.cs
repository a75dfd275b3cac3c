using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.Beds;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Tests.OpenApi;

namespace Discharge.Api.Tests.RehabilitationBeds;

[Parallelizable(ParallelScope.All)]
public sealed class RehabilitationTests
{
    private static object Judgement => new { by = "w-118", role = "occupational-therapist", ground = "equipment-works" };

    [Test]
    public async Task The_whole_story_runs_from_admission_to_the_contingency_place_with_no_hospital_admission_in_the_stream()
    {
        var (stay, bed) = (await Stay.AcceptedAsync(hoursAgo: 240), await Place.RegisteredAsync(kind: "rehabilitation", hoursAgo: 400));
        var home = await Place.RegisteredAsync(kind: "nursing", hoursAgo: 400);
        (await bed.ReserveFor(stay.Id, hoursAgo: 238, untilHoursAgo: 200)).Expect(HttpStatusCode.OK);
        var admitted = await stay.Do("admissions", new { occurredAt = Patient.Ago(230), bed = bed.Id });
        Assert.That(admitted.Body["clocks"]!.AsArray().Select(clock => ((string?)clock!["rule"], (string?)clock["status"])), Is.EqualTo(new[] { ("T26", "met") }));

        // A visit with a failed hoist test, and back to the bed.
        var first = await stay.Out(hoursAgo: 150);
        Assert.That(((string?)(await stay.Shown())["phase"], await bed.Status()), Is.EqualTo(("on-home-access-visit", "held")));
        await stay.Do($"home-access-visits/{first}/equipment-tests", new { occurredAt = Patient.Ago(149.5), item = "hoist", result = "failed" });
        await stay.Concluded(first, hoursAgo: 149, "return-to-bed");
        Assert.That(((string?)(await stay.Shown())["phase"], await bed.Status()), Is.EqualTo(("in-bed", "occupied")));
        var early = await stay.Post("discharge-home-decisions", new { occurredAt = Patient.Ago(148), by = "w-118", role = "occupational-therapist" });
        Assert.That((early.Status, early.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "rehabilitation.not-confident")));

        // A place for the case that home does not work out, a second visit, confident.
        var agreement = Stay.EntryOf(await stay.Do("contingency-places", new
        {
            occurredAt = Patient.Ago(120),
            assessedAt = Patient.Ago(122),
            manager = "Tom Adeyemi",
            rehabilitationPlan = "Stairs twice a day.",
            by = "social-worker",
            bed = home.Id,
            keptUntil = Patient.Ago(-240),
        }));
        Assert.That(await home.Status(), Is.EqualTo("reserved"));
        var second = await stay.Out(hoursAgo: 100);
        await stay.Do($"home-access-visits/{second}/equipment-tests", new { occurredAt = Patient.Ago(99.5), item = "hoist", result = "passed" });
        await stay.Do($"home-access-visits/{second}/risk-decisions", new
        {
            occurredAt = Patient.Ago(99.2),
            hazards = new[] { "falls" },
            options = new[] { "carer-shadows", "care-visits" },
            chosen = "carer-shadows",
            by = "w-118",
            role = "occupational-therapist",
        });
        var confident = await stay.Concluded(second, hoursAgo: 99, "confident-to-discharge", Judgement);
        Assert.That(confident.Recorded, Is.EqualTo(new[] { "rehabilitation-bed-case.home-access-visit-concluded.v1", "rehabilitation-bed-case.risks-judged-manageable.v1" }));
        Assert.That(((string?)(await stay.Shown())["phase"], await bed.Status()), Is.EqualTo(("in-bed", "occupied")), "Confident is not yet discharged.");

        // Home, and the risks become unmanageable.
        await stay.Do("discharge-home-decisions", new { occurredAt = Patient.Ago(96), by = "w-118", role = "occupational-therapist" });
        var left = await stay.Do("departures", new { occurredAt = Patient.Ago(72), @for = "home" });
        Assert.That((left.Body["warnings"]!.AsArray().Count, await bed.Status()), Is.EqualTo((0, "free")));
        await stay.Do($"contingency-places/{agreement}/moves", new { occurredAt = Patient.Ago(24), hazards = new[] { "falls" }, agreedBy = "occupational-therapist" });

        var shown = await stay.Shown();
        var history = (await stay.Client.Get($"/v1/cases/{stay.Id}/history")).Expect(HttpStatusCode.OK).Body;
        Assert.Multiple(async () =>
        {
            Assert.That(((string?)shown["phase"], (bool)shown["careHome"]!["contingency"]!, await home.Status()), Is.EqualTo(("in-care-home", true, "occupied")));
            Assert.That(shown["homeAccessVisits"]!.AsArray().Select(visit => ((string?)visit!["outcome"], (string?)visit["tests"]![0]!["result"])), Is.EqualTo(new[] { ("return-to-bed", "failed"), ("confident-to-discharge", "passed") }));
            Assert.That(shown["clocks"]!.AsArray().Select(clock => ((string?)clock!["rule"], (string?)clock["status"])), Is.EqualTo(new[] { ("T26", "met"), ("T09", "met"), ("T09", "met"), ("T07", "running") }));
            Assert.That(history["entries"]!.AsArray().Select(entry => entry!.ToJsonString()), Has.None.Contains("hospital"), "No admission to hospital is in the stream.");
            Assert.That(history["entries"]!.AsArray().Select(entry => (string?)entry!["name"]), Has.All.Matches("^(rehabilitation-bed-case|clock)\\."));
        });
        var stays = await stay.Post("ending", new { occurredAt = Patient.Ago(2), result = "home-not-manageable" });
        Assert.That(stays.Code, Is.EqualTo("rehabilitation.still-there"));
        await stay.Do("departures", new { occurredAt = Patient.Ago(2), @for = "care-home" });
        await stay.Do("ending", new { occurredAt = Patient.Ago(1), result = "home-not-manageable" });
        Assert.That((string?)(await stay.Shown())["phase"], Is.EqualTo("ended"));
    }

    [Test]
    public async Task While_somebody_is_out_their_bed_is_refused_to_everybody_else_with_who_has_it()
    {
        var (stay, bed) = await Stay.InBedAsync();
        await stay.Out(hoursAgo: 5);
        var (other, patient) = (await Stay.AcceptedAsync(), await Patient.AdmittedAsync());
        var answers = new[]
        {
            await bed.ReserveFor(other.Id, hoursAgo: 4), await bed.ReserveFor(patient.Id, hoursAgo: 4), await other.Post("admissions", new { occurredAt = Patient.Ago(4), bed = bed.Id }),
        };
        Assert.That(answers.Select(answer => (answer.Status, answer.Code, answer.Body["caseId"]!.GetValue<Guid>())), Is.All.EqualTo((HttpStatusCode.Conflict, "bed.held", stay.Id)));
        var end = await bed.Post("reservation-ends", new { occurredAt = Patient.Ago(4), @case = stay.Id, @as = "no-longer-needed" });
        Assert.That((end.Status, end.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "bed.no-longer-reserved")));
        var shown = await bed.Shown();
        Assert.That(((Guid?)shown["case"], (string?)shown["status"], (string?)shown["heldBecause"]), Is.EqualTo(((Guid?)stay.Id, "held", "home-access-visit")));
    }

    [Test]
    public async Task The_board_shows_who_is_out_on_a_home_access_visit_since_when_and_that_the_bed_is_held()
    {
        var (stay, bed) = await Stay.InBedAsync();
        var visit = await stay.Out(hoursAgo: 3);
        var board = (await stay.Client.Get($"/v1/rehabilitation-board?team={stay.Team}")).Expect(HttpStatusCode.OK).Body;
        var row = board["people"]!.AsArray().Single()!;
        Assert.Multiple(() =>
        {
            Assert.That(((int)board["out"]!, (int)board["bedsHeld"]!), Is.EqualTo((1, 1)));
            Assert.That((At(row["outOnHomeAccessVisitSince"]), At(row["bedHeldSince"])), Is.EqualTo((Ago(3), Ago(3))));
            Assert.That(((string?)row["bedHeldBecause"], (Guid?)row["bed"], (string?)row["person"]!["name"]), Is.EqualTo(("home-access-visit", (Guid?)bed.Id, "Winifred Ashdown")));
            Assert.That(((string?)row["dueFirst"]!["rule"], row["dueFirst"]!["dueAt"]), Is.EqualTo(("T09", (JsonNode?)null)), "It is never due.");
            Assert.That(row["next"]!.AsArray().Select(step => ((string?)step!["what"], step["entry"]!.GetValue<long>())), Is.EqualTo(new[] { ("conclude-home-access-visit", visit) }));
        });
        await stay.Concluded(visit, hoursAgo: 1, "trial-night");
        var night = (await stay.Client.Get($"/v1/rehabilitation-board?team={stay.Team}")).Body["people"]![0]!;
        Assert.That((night["outOnHomeAccessVisitSince"], At(night["bedHeldSince"]), (string?)night["bedHeldBecause"]), Is.EqualTo(((JsonNode?)null, Ago(1), "trial-night")));
    }

    [Test]
    public async Task An_open_visit_is_listed_among_the_clocks_and_in_the_rule_book()
    {
        var (stay, _) = await Stay.InBedAsync();
        await stay.Out(hoursAgo: 3);
        var clocks = (await stay.Client.Get($"/v1/clocks?rule=T09&team={stay.Team}")).Expect(HttpStatusCode.OK).Body["clocks"]!.AsArray();
        Assert.That(clocks.Select(clock => (clock!["caseId"]!.GetValue<Guid>(), (string?)clock["kind"], clock["dueAt"])), Is.EqualTo(new[] { (stay.Id, "hold", (JsonNode?)null) }));
        var explained = (await stay.Client.Get($"/v1/cases/{stay.Id}/clocks")).Expect(HttpStatusCode.OK).Text;
        Assert.That(explained, Does.Contain("It lasts until it is concluded; no moment ends it by itself."));
        var rules = (await stay.Client.Get("/v1/timelines")).Body["timelines"]!.AsArray().Where(rule => (string?)rule!["id"] is "T09" or "T26").ToArray();
        Assert.That(rules.Select(rule => (bool)rule!["inUse"]!), Is.EqualTo(new[] { true, true }));
        Assert.That((await stay.Client.Get("/v1/timelines/T09/due?startedAt=2026-03-28T20:00:00Z")).Code, Is.EqualTo("timeline.no-single-due"));
    }

    [Test]
    public async Task Occupied_and_held_days_and_their_reason_are_counted_apart_of_the_places_and_of_the_case()
    {
        var (stay, bed) = await Stay.InBedAsync(hoursAgo: 96);
        var visit = await stay.Out(hoursAgo: 48);
        await stay.Concluded(visit, hoursAgo: 36, "trial-night");
        await stay.Do("returns", new { occurredAt = Patient.Ago(24) });
        await stay.Do("departures", new { occurredAt = Patient.Ago(12), @for = "own-decision" });
        var days = (await stay.Shown())["bedDays"]!;
        Assert.That(((decimal)days["inBed"]!, Held(days["held"]!)), Is.EqualTo((2.5m, "home-access-visit 0.5, trial-night 0.5")));
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-6).ToString("yyyy-MM-dd", null), DateTimeOffset.UtcNow.AddDays(1).ToString("yyyy-MM-dd", null));
        var line = (await stay.Client.Get($"/v1/bed-occupancy?from={from}&to={to}&provider={bed.Provider}")).Expect(HttpStatusCode.OK).Body["occupancy"]!.AsArray().Single()!;
        Assert.That(((string?)line["kind"], (int)line["places"]!, (decimal)line["occupiedDays"]!, Held(line["heldDays"]!)), Is.EqualTo(("rehabilitation", 1, 2.5m, "home-access-visit 0.5, trial-night 0.5")));
        Assert.That((await stay.Client.Get($"/v1/bed-occupancy?from={to}&to={from}")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Straight_from_a_visit_into_the_agreed_place()
    {
        var (stay, bed) = await Stay.InBedAsync();
        var home = await Place.RegisteredAsync(kind: "residential", hoursAgo: 400);
        var agreement = Stay.EntryOf(await stay.Do("contingency-places", new
        {
            occurredAt = Patient.Ago(50),
            assessedAt = Patient.Ago(52),
            manager = "Tom Adeyemi",
            rehabilitationPlan = "Stairs twice a day.",
            by = "nurse",
            bed = home.Id,
            keptUntil = Patient.Ago(-48),
        }));
        var visit = await stay.Out(hoursAgo: 5);
        var without = await stay.Post($"home-access-visits/{visit}/outcome", new { occurredAt = Patient.Ago(3), outcome = "contingency-place" });
        Assert.That((without.Status, without.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "rehabilitation.move-concludes-visit")));
        var moved = await stay.Do($"home-access-visits/{visit}/outcome", new { occurredAt = Patient.Ago(3), outcome = "contingency-place", move = new { agreement, hazards = new[] { "falls" }, agreedBy = "nurse" } });
        Assert.That(moved.Recorded, Is.EqualTo(new[] { "rehabilitation-bed-case.moved-into-care-home.v1", "rehabilitation-bed-case.left.v1" }));
        Assert.That((await bed.Status(), await home.Status()), Is.EqualTo(("free", "occupied")));
        var shown = await stay.Shown();
        Assert.That(((string?)shown["homeAccessVisits"]![0]!["outcome"], (bool)shown["careHome"]!["contingency"]!), Is.EqualTo(("contingency-place", true)));
        var none = await stay.Post($"home-access-visits/{visit}/outcome", new { occurredAt = Patient.Ago(2), outcome = "contingency-place", move = new { agreement = 99, hazards = new[] { "falls" }, agreedBy = "nurse" } });
        Assert.That(none.Code, Is.EqualTo("rehabilitation.no-such-contingency-place"));
    }

    [Test]
    public async Task A_move_that_nobody_had_agreed_on_is_recorded_as_unplanned_and_takes_the_place()
    {
        var (stay, bed) = await Stay.InBedAsync();
        var home = await Place.RegisteredAsync(kind: "nursing", hoursAgo: 400);
        await stay.Do("departures", new { occurredAt = Patient.Ago(50), @for = "own-decision" });
        var moved = await stay.Do("unplanned-care-home-moves", new { occurredAt = Patient.Ago(20), reason = "carer-could-not-go-on", agreedBy = "social-worker", bed = home.Id });
        Assert.That(moved.Body["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]), Is.EqualTo(new[] { "rehabilitation.unplanned-care-home-move" }));
        Assert.That((await bed.Status(), await home.Status(), (bool)(await stay.Shown())["careHome"]!["contingency"]!), Is.EqualTo(("free", "occupied", false)));
    }

    [TestCase("own-decision", "would-not-come-back")]
    [TestCase("hospital", "admitted-to-hospital")]
    [TestCase("care-home", "left-meanwhile")]
    [TestCase("died", "died")]
    public async Task Self_discharge_hospital_care_home_and_death_are_always_recorded_also_from_a_visit(string what, string outcome)
    {
        var (stay, bed) = await Stay.InBedAsync();
        await stay.Out(hoursAgo: 5);
        var left = await stay.Do("departures", new { occurredAt = Patient.Ago(3), @for = what });
        Assert.That(left.Recorded, Is.EqualTo(new[] { "rehabilitation-bed-case.left.v1" }));
        var visit = (await stay.Shown())["homeAccessVisits"]!.AsArray().Single()!;
        Assert.That((await bed.Status(), (string?)visit["outcome"], At(visit["endedAt"]), visit["bedHeldSince"]), Is.EqualTo(("free", outcome, Ago(3), (JsonNode?)null)));
    }

    [Test]
    public async Task A_visit_entered_in_error_is_withdrawn_and_the_bed_is_occupied_again()
    {
        var (stay, bed) = await Stay.InBedAsync();
        var visit = await stay.Out(hoursAgo: 5);
        await stay.Do($"entries/{visit}/withdrawal", new { occurredAt = Patient.Ago(1), reason = "did-not-happen" });
        Assert.That(((string?)(await stay.Shown())["phase"], await bed.Status()), Is.EqualTo(("in-bed", "occupied")));
    }

    [Test]
    public async Task Whoever_steps_down_comes_from_their_stay_in_hospital_and_one_case_is_open()
    {
        var patient = await Patient.AdmittedAsync();
        var referral = new { occurredAt = Patient.Ago(5), route = "step-down", referrer = "QTEST", team = "RHB01", dischargeCase = patient.Id };
        var opened = (await patient.Client.Post(Stay.Cases, referral)).Expect(HttpStatusCode.Created);
        var shown = (await patient.Client.Get(opened.Location!)).Body;
        Assert.That(((Guid?)shown["dischargeCase"], (string?)shown["personRef"], (string?)shown["person"]!["name"]), Is.EqualTo(((Guid?)patient.Id, (string?)(await patient.Client.Get(patient.Path)).Body["personRef"], "Ada Marlowe")));
        (await patient.Client.Post(Stay.Cases, referral)).Expect(HttpStatusCode.OK);
        var again = await patient.Client.Post(Stay.Cases, referral with { occurredAt = Patient.Ago(4) });
        Assert.That((again.Status, again.Code, $"{Stay.Cases}/{again.Body["caseId"]}"), Is.EqualTo((HttpStatusCode.Conflict, "rehabilitation.already-open", opened.Location!)));
        var nowhere = await patient.Client.Post(Stay.Cases, referral with { dischargeCase = Guid.CreateVersion7() });
        Assert.That((nowhere.Status, nowhere.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "rehabilitation.no-such-discharge-case")));
    }

    [TestCase("""{ "person": null }""", "person")]
    [TestCase("""{ "dischargeCase": "0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5" }""", "person")]
    [TestCase("""{ "person": null, "dischargeCase": "0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5" }""", "dischargeCase", Description = "Up from home comes from no stay in hospital")]
    [TestCase("""{ "person": { "dateOfBirth": "2199-01-01" } }""", "person.dateOfBirth")]
    public async Task What_contradicts_itself_in_a_referral_is_named(string said, string field) =>
        await Named(new Client(await SharedService.RunningAsync(), Role.RehabilitationTeam), Stay.Cases, Stay.Referral("RHB01", 5), said, field);

    [TestCase("answers", """{ "accepted": false }""", "reason")]
    [TestCase("answers", """{ "accepted": true, "reason": "no-bed" }""", "reason")]
    [TestCase("home-access-visits", """{ "staff": [] }""", "staff")]
    [TestCase("home-access-visits/1/risk-decisions", """{ "hazards": [], "options": [], "chosen": "information", "by": "w-1", "role": "nurse" }""", "hazards")]
    [TestCase("home-access-visits/1/outcome", """{ "outcome": "return-to-bed", "judgement": { "by": "w-1", "role": "nurse", "ground": "managed-at-visit" } }""", "judgement")]
    [TestCase("home-access-visits/1/outcome", """{ "outcome": "trial-night", "staysAtHome": true }""", "staysAtHome")]
    [TestCase("home-access-visits/1/outcome", """{ "outcome": "trial-night", "move": { "agreement": 1, "hazards": ["falls"], "agreedBy": "nurse" } }""", "move")]
    [TestCase("home-access-visits/1/outcome", """{ "outcome": "contingency-place", "move": { "agreement": 1, "hazards": [], "agreedBy": "nurse" } }""", "move.hazards")]
    [TestCase("risk-judgements", """{ "by": "w-1", "role": "nurse", "ground": "managed-at-visit" }""", "visit")]
    [TestCase("risk-judgements", """{ "by": "w-1", "role": "nurse", "ground": "managed-at-visit", "visit": 1, "noVisitBecause": "home-is-known" }""", "noVisitBecause")]
    [TestCase("departures", """{ "for": "another-place" }""", "for")]
    [TestCase("goals", """{ "area": "stairs", "baseline": -1, "target": 5 }""", "baseline")]
    [TestCase("goals", """{ "area": "stairs", "baseline": 5, "target": 5 }""", "target")]
    [TestCase("goal-scores", """{ "goal": 1, "score": -1 }""", "score")]
    [TestCase("therapy-sessions", """{ "by": "w-1", "discipline": "nurse", "minutes": 0 }""", "minutes")]
    [TestCase("contingency-places", """{ "manager": "T", "rehabilitationPlan": "S", "by": "nurse", "assessedAt": "2026-03-01T10:00:00Z" }""", "place")]
    [TestCase("contingency-places", """{ "manager": "T", "rehabilitationPlan": "S", "by": "nurse", "assessedAt": "2026-03-01T10:00:00Z", "bed": "0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5" }""", "keptUntil")]
    [TestCase("contingency-places", """{ "manager": "T", "rehabilitationPlan": "S", "by": "nurse", "assessedAt": "2026-03-01T10:00:00Z", "place": { "kind": "nursing", "provider": "VELM1" }, "keptUntil": "2026-03-01T10:00:00Z" }""", "keptUntil")]
    [TestCase("contingency-places/1/moves", """{ "hazards": [], "agreedBy": "nurse" }""", "hazards")]
    [TestCase("unplanned-care-home-moves", """{ "reason": "persons-wish", "agreedBy": "nurse" }""", "place")]
    [TestCase("unplanned-care-home-moves", """{ "reason": "persons-wish", "agreedBy": "nurse", "bed": "0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5", "place": { "kind": "nursing", "provider": "VELM1" } }""", "place")]
    public async Task What_cannot_be_in_a_command_is_named(string what, string said, string field)
    {
        var stay = await Stay.AcceptedAsync();
        await Named(stay.Client, $"{stay.Path}/{what}", new { occurredAt = Patient.Ago(1) }, said, field);
    }

    [Test]
    public async Task A_place_that_is_not_for_rehabilitation_or_not_there_is_refused()
    {
        var (stay, room) = (await Stay.AcceptedAsync(), await Place.RegisteredAsync(kind: "nursing", hoursAgo: 400));
        var wrong = await stay.Post("admissions", new { occurredAt = Patient.Ago(5), bed = room.Id });
        Assert.That((wrong.Status, wrong.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "rehabilitation.not-a-rehabilitation-bed")));
        Assert.That((await room.ReserveFor(stay.Id)).Code, Is.EqualTo("rehabilitation.not-a-rehabilitation-bed"));
        Assert.That((await stay.Post("admissions", new { occurredAt = Patient.Ago(5), bed = Guid.CreateVersion7() })).Code, Is.EqualTo("bed.no-such-place"));
        var reablement = (await new Client(await SharedService.RunningAsync()).Post("/v1/reablement-cases", new { occurredAt = Patient.Ago(3), person = new { name = "Ada Marlowe" }, source = "community", referrer = "QMJ01", team = "RBT01" })).Body["id"]!.GetValue<Guid>();
        Assert.That((await room.ReserveFor(reablement)).Code, Is.EqualTo("bed.no-such-case"), "A reablement case takes no place.");
    }

    [Test]
    public async Task The_reablement_team_refers_up_from_home_and_records_nothing_of_the_stay()
    {
        var client = new Client(await SharedService.RunningAsync(), Role.ReablementTeam);
        var opened = (await client.Post(Stay.Cases, Stay.Referral("RHB01", 5))).Expect(HttpStatusCode.Created);
        Assert.That((await client.Post($"{opened.Location}/answers", new { occurredAt = Patient.Ago(4), accepted = true })).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_person_is_found_with_their_rehabilitation_bed_cases_and_a_team_finds_its_own()
    {
        var (name, team) = ($"Ada {Guid.NewGuid():N}", Stay.NewTeam());
        var client = new Client(await SharedService.RunningAsync());
        var path = (await client.Post(Stay.Cases, Stay.Referral(team, 3, new { name, dateOfBirth = "1941-06-03" }))).Expect(HttpStatusCode.Created).Location!;
        var found = (await client.Post("/v1/people/search", new { name, dateOfBirth = "1941-06-03" })).Expect(HttpStatusCode.OK).Body["people"]![0]!;
        Assert.That(
            found["rehabilitationBedCases"]!.AsArray().Select(one => ($"{Stay.Cases}/{one!["id"]}", (string?)one["phase"], (string?)one["team"], (bool)one["open"]!)), Is.EqualTo(new[] { (path, "referred", team, true) }));
        await Stay.AcceptedAsync(team: team);
        var first = (await client.Get($"{Stay.Cases}?team={team}&limit=1")).Expect(HttpStatusCode.OK).Body;
        var second = (await client.Get($"{Stay.Cases}?team={team}&limit=1&after={first["next"]}")).Expect(HttpStatusCode.OK).Body;
        Assert.That((first["cases"]!.AsArray().Count, second["cases"]!.AsArray().Count, second["next"]), Is.EqualTo((1, 1, (JsonNode?)null)));
    }

    [Test]
    public async Task A_case_is_tagged_and_a_discharge_case_is_no_rehabilitation_bed_case()
    {
        var stay = await Stay.AcceptedAsync();
        var shown = await stay.Client.Get(stay.Path);
        Assert.That((await stay.Client.Get(stay.Path, shown.ETag)).Status, Is.EqualTo(HttpStatusCode.NotModified));
        await stay.Do("reviews", new { occurredAt = Patient.Ago(2), role = "nurse", outcome = "go-on" });
        Assert.That((await stay.Client.Get(stay.Path, shown.ETag)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await stay.Client.Get($"{Stay.Cases}/{(await Patient.AdmittedAsync()).Id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Every_command_of_the_contract_sent_twice_is_recorded_once()
    {
        var client = new Client(await SharedService.RunningAsync(), Role.RehabilitationTeam);
        var path = (await client.Post(Stay.Cases, Stay.Referral("RHB01", 24 * 365))).Expect(HttpStatusCode.Created).Location!;
        var bed = await Place.RegisteredAsync(kind: "rehabilitation", hoursAgo: 24 * 365);
        var contract = await Contract.OfAsync(await SharedService.RunningAsync());
        var references = References.OfRehabilitation(path.Split('/')[^1], bed.Id);
        foreach (var command in contract.RehabilitationInOrder)
        {
            if (command.Path.EndsWith("/ending", StringComparison.Ordinal))
            {
                (await client.Post($"{path}/departures", References.LeavingTheCareHome)).Expect(HttpStatusCode.OK);
            }

            var (at, body) = (references.Path(command.Path), references.Body(command.Request!["example"]!));
            var (first, again) = ((await client.Post(at, body)).Expect(HttpStatusCode.OK), (await client.Post(at, body)).Expect(HttpStatusCode.OK));
            Assert.That(first.Recorded, Is.Not.Empty, at);
            Assert.That((again.Version, again.Recorded), Is.EqualTo((first.Version, Array.Empty<string>())), at);
            references.Learn(command.Path, first.Body);
        }
    }

    private static async Task Named(Client client, string path, object body, string said, string field)
    {
        var sent = JsonNode.Parse(System.Text.Json.JsonSerializer.Serialize(body))!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(said)!.AsObject())
        {
            if (value is null)
            {
                sent.Remove(name);
                continue;
            }

            sent[name] = value.DeepClone();
        }

        var answer = await client.Post(path, sent);
        Assert.That((answer.Status, answer.Body["errors"]?.AsObject().Select(error => error.Key)), Is.EqualTo((HttpStatusCode.BadRequest, new[] { field })), answer.Text);
    }

    private static string Held(JsonNode held) => string.Join(", ", held.AsArray().Select(one => string.Create(null, $"{one!["reason"]} {(decimal)one["days"]!}")));

    private static DateTimeOffset? At(JsonNode? moment) => moment is null ? null : DateTimeOffset.Parse(moment.ToString(), null);

    private static DateTimeOffset? Ago(double hours) => DateTimeOffset.Parse(Patient.Ago(hours), null);
}
