using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Api.Tests.Beds;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;
using NodaTime.Extensions;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>Pathway 3 over HTTP: both limits counted by the date table, warned, extended and breached.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class InterimStayTests
{
    private const double Day = 24;

    private const double ArrivedAgo = 40 * Day;

    [Test]
    public async Task A_person_goes_from_the_ward_to_a_nursing_bed_to_a_residential_home_and_home_with_both_limits_warned_extended_and_breached()
    {
        var (nursingBed, room) = (await Place.RegisteredAsync(hoursAgo: 120 * Day), await Place.RegisteredAsync(kind: "residential", weeklyCost: 81_900, hoursAgo: 120 * Day));
        var patient = await OnPathway3Async(110 * Day);

        // 30 days in a nursing bed: two past its limit, extended on the 27th.
        await patient.Done("interim-bed-arrivals", new { occurredAt = Patient.Ago(100 * Day), bed = nursingBed.Id });
        Assert.That(await HolderOf(nursingBed), Is.EqualTo(("occupied", patient.Id)));
        await patient.Done("interim-stay-extensions", Extension(73 * Day, untilAgo: 68 * Day));
        await patient.HistoryOnce(history => BreachesOf(history, "T07").Length == 1);

        // 50 days in a residential home: eight past its limit, extended on the 40th day.
        await patient.Done("interim-bed-arrivals", new { occurredAt = Patient.Ago(70 * Day), bed = room.Id });
        Assert.That((await HolderOf(nursingBed), await HolderOf(room)), Is.EqualTo((("free", Guid.Empty), ("occupied", patient.Id))));
        await patient.Done("interim-stay-extensions", Extension(30 * Day, untilAgo: 15 * Day));
        await patient.HistoryOnce(history => BreachesOf(history, "T08").Length == 1);

        // Assessed, and home by the rules of Pathway 1.
        await patient.Done("long-term-assessments", new { occurredAt = Patient.Ago(60 * Day), by = "social-worker" });
        Refused(await patient.Post("long-term-outcomes", Outcome(22 * Day)), "discharge.long-term-assessment-too-soon");
        await patient.Done("recovery-findings", new { occurredAt = Patient.Ago(25 * Day), finding = "maximum-independence-reached", ground = "scores-no-longer-rise", by = "physiotherapist" });
        await patient.Done("long-term-outcomes", Outcome(22 * Day));
        await patient.Done("interim-bed-departures", new { occurredAt = Patient.Ago(20 * Day), @for = "home" });
        Assert.That(await HolderOf(room), Is.EqualTo(("free", Guid.Empty)));
        await patient.Done("welfare-check", new { occurredAt = Patient.Ago((20 * Day) - 0.001), by = "discharge-coordinator", outcome = "safe-and-well" });
        await patient.Seen((20 * Day) - 4);
        await patient.Done("closure", new { occurredAt = Patient.Ago(Day), outcome = "home-with-support" });

        var (shown, history) = (await patient.Case(), await patient.History());
        var stays = shown["interimStay"]!["stays"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(stays.Select(stay => ((string?)stay!["rule"], (string?)stay["kind"], (string?)stay["status"], (string?)stay["dueOn"])), Is.EqualTo(new[]
            {
                ("T07", "nursing", "met-late", DueOn(100, 28)),
                ("T08", "residential", "met-late", DueOn(70, 42)),
            }));
            Assert.That(stays.Select(stay => stay!["breach"] is not null && (string?)stay["extension"]!["authoriser"]!["words"] == "Miriam Osei"), Is.All.True);
            Assert.That(stays.Select(stay => ((Guid)stay!["places"]![0]!["bed"]!, (string?)stay["places"]![0]!["provider"], (int)stay["places"]![0]!["weeklyCost"]!)), Is.EqualTo(new[]
            {
                (nursingBed.Id, nursingBed.Provider, 119_500),
                (room.Id, room.Provider, 81_900),
            }));
            Assert.That((int)shown["interimStay"]!["totalDays"]!, Is.EqualTo(NightsBetween(100, 20)));
            Assert.That(NoticesOf(history, "T07").Select(notice => (string?)notice["words"]), Is.SupersetOf(new[] { "day 14, 08:00", "day 21, 08:00", "day 26, 08:00", "at the breach" }));
            Assert.That(NoticesOf(history, "T08").Select(notice => (string?)notice["words"]), Is.SupersetOf(new[] { "day 28, 08:00", "day 35, 08:00", "day 40, 08:00", "at the breach" }));
            Assert.That(shown["clocks"]!.AsArray().Where(clock => (string?)clock!["rule"] is "T01" or "T25").Select(clock => (string?)clock!["status"]), Is.EqualTo(new[] { "met", "met" }));
            Assert.That((string?)shown["phase"], Is.EqualTo("closed"));
        });
    }

    [Test]
    public async Task A_decision_on_an_interim_stay_is_refused_with_all_that_is_missing_and_arrival_is_recorded_all_the_same()
    {
        var patient = await Patient.AdmittedAsync();
        var refused = await patient.Post("interim-stay-decisions", Decision(50));
        Refused(refused, "discharge.interim-stay-not-ready");
        string[] missing = ["discharge.need-for-24-hour-care-not-assessed", "discharge.home-not-found-impossible", "discharge.interim-stay-without-involvement"];
        Assert.That(refused.Body["missing"]!.AsArray().Select(lacking => (string?)lacking!["code"]), Is.EqualTo(missing));

        await patient.Done("discharge", new { occurredAt = Patient.Ago(48), to = "care-home" });
        var arrived = await patient.Done("interim-bed-arrivals", new { occurredAt = Patient.Ago(47), place = Nursing });
        Assert.That(arrived.Body["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]), Is.EquivalentTo([.. missing, "discharge.interim-bed-without-decision"]));
    }

    [Test]
    public async Task The_board_shows_who_is_in_an_interim_bed_on_which_day_and_until_when()
    {
        var patient = await OnPathway3Async(50 * Day);
        await patient.Done("funding-splits", new { occurredAt = Patient.Ago(45 * Day), split = new { health = 50, socialCare = 50, selfFunded = 0 }, from = Date(60), agreedBy = "health-and-social-care", until = Date(-60), freeUntil = Date(-2) });
        await patient.Done("interim-bed-arrivals", new { occurredAt = Patient.Ago(ArrivedAgo), place = Residential });

        var (today, (row, stay)) = await OneDay.Asking(async () => (
            (await patient.Client.Get(patient.BoardPath)).Body["people"]!.AsArray().Single()!,
            (await patient.Case())["interimStay"]!["stays"]!.AsArray().Single()!));
        var days = Period.DaysBetween(LocalDateOf(40), today);
        Assert.Multiple(() =>
        {
            Assert.That(((string?)row["phase"], (string?)row["interimStay"]!["kind"], (string?)row["interimStay"]!["dueOn"], (int)row["interimStay"]!["day"]!), Is.EqualTo(("in-interim-bed", "residential", DueOn(40, 42), days)));
            Assert.That(row["openClocks"]!.AsArray().Select(clock => ((string?)clock!["rule"], (string?)clock["status"])), Is.EqualTo(new[] { ("T08", "warned") }));
            Assert.That(row["next"]!.AsArray().Select(step => (string?)step!["what"]), Does.Contain("decide-at-interim-limit").And.Contain("begin-long-term-assessment"));
            Assert.That(((long)stay["costToDate"]!["total"]!, (long)stay["costToLimit"]!["total"]!, (long)stay["costToLimit"]!["health"]!), Is.EqualTo((days * 10_000L, 420_000L, 210_000L)));
        });
    }

    [Test]
    public async Task A_contingency_place_is_invoked_with_no_hospital_admission_and_an_unplanned_move_is_never_counted_as_one()
    {
        var patient = await Patient.PreparedAsync();
        var agreed = await patient.Done("contingency-places", new { occurredAt = Patient.Ago(49), kind = "nursing", provider = "VM4K2", assessedAt = Patient.Ago(51), manager = "Tom Adeyemi", rehabilitationPlan = "Stairs twice a day.", by = "nurse" });
        await patient.Left(48);
        Refused(
            await patient.Post("contingency-places", new { occurredAt = Patient.Ago(47), kind = "nursing", provider = "VM4K2", assessedAt = Patient.Ago(51), manager = "Tom Adeyemi", rehabilitationPlan = "Stairs twice a day.", by = "nurse" }),
            "discharge.contingency-after-leaving");
        Refused(await patient.Post("contingency-places/1/moves", Invocation()), "discharge.no-such-contingency-place");
        await patient.Done($"contingency-places/{agreed.Body["recorded"]![0]!["version"]}/moves", Invocation());
        Assert.That(await patient.Names(), Has.None.Contains("readmitted").And.None.Contains("discharge-failed").And.None.Contains("person-admitted"));

        var other = await Patient.PreparedAsync();
        await other.Left(48);
        var moved = await other.Done("unplanned-care-home-moves", new { occurredAt = Patient.Ago(30), place = Nursing, reason = "carer-could-not-go-on", agreedBy = "social-worker" });

        Assert.Multiple(async () =>
        {
            Assert.That(await WayOf(patient), Is.EqualTo("contingency"));
            Assert.That(await WayOf(other), Is.EqualTo("unplanned"));
            Assert.That(moved.Body["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]), Is.EqualTo(new[] { "discharge.unplanned-care-home-move" }));
            Assert.That((string?)(await patient.Case())["interimStay"]!["contingencyPlace"]!["rehabilitationPlan"]!["words"], Is.EqualTo("Stairs twice a day."));
        });

        static object Invocation() => new { occurredAt = Patient.Ago(30), place = Nursing, hazards = new[] { "falls" }, agreedBy = "occupational-therapist" };
        static async Task<string?> WayOf(Patient patient) => (string?)(await patient.Case())["interimStay"]!["stays"]![0]!["places"]![0]!["way"];
    }

    [Test]
    public async Task What_would_leave_a_place_and_a_case_in_disagreement_is_refused_and_says_how_to_put_it_right()
    {
        var (first, second) = (await Place.RegisteredAsync(), await Place.RegisteredAsync());
        var patient = await OnPathway3Async(60);
        await patient.Done("interim-bed-arrivals", new { occurredAt = Patient.Ago(40), bed = first.Id });
        var left = await patient.Done("interim-bed-departures", new { occurredAt = Patient.Ago(30), @for = "another-interim-bed" });
        await patient.Done("interim-bed-arrivals", new { occurredAt = Patient.Ago(29), bed = second.Id });

        var answer = await patient.Client.Post($"/v1/cases/{patient.Id}/entries/{left.Body["recorded"]![0]!["version"]}/withdrawal", new { occurredAt = Patient.Ago(1), reason = "did-not-happen" });
        Refused(answer, JointCommands.WouldDisagree.Code);
        Assert.That((await HolderOf(first), await HolderOf(second)), Is.EqualTo((("free", Guid.Empty), ("occupied", patient.Id))));
    }

    [Test]
    public async Task A_registered_contingency_place_is_kept_for_the_person_occupied_by_the_move_and_refused_to_everybody_else_meanwhile()
    {
        var (place, patient, other) = (await Place.RegisteredAsync(), await Patient.PreparedAsync(), await Patient.AdmittedAsync());
        var agreed = await patient.Done("contingency-places", Agreement(place.Id));
        Assert.That(await HolderOf(place), Is.EqualTo(("reserved", patient.Id)));
        var reserving = await place.ReserveFor(other.Id);
        var agreeing = await other.Post("contingency-places", Agreement(place.Id));
        Assert.That(((reserving.Status, reserving.Code), (agreeing.Status, agreeing.Code)), Is.EqualTo(((HttpStatusCode.Conflict, "bed.reserved"), (HttpStatusCode.Conflict, "bed.reserved"))));
        Assert.That((Guid)agreeing.Body["caseId"]!, Is.EqualTo(patient.Id));

        await patient.Left(48);
        await patient.Done($"contingency-places/{agreed.Body["recorded"]![0]!["version"]}/moves", new { occurredAt = Patient.Ago(30), bed = place.Id, hazards = new[] { "falls" }, agreedBy = "occupational-therapist" });
        var shown = (await patient.Case())["interimStay"]!;
        Assert.Multiple(async () =>
        {
            Assert.That(await HolderOf(place), Is.EqualTo(("occupied", patient.Id)));
            Assert.That(((Guid)shown["contingencyPlace"]!["bed"]!, (string?)shown["contingencyPlace"]!["provider"]), Is.EqualTo((place.Id, place.Provider)));
            Assert.That((string?)shown["stays"]![0]!["places"]![0]!["way"], Is.EqualTo("contingency"));
            Assert.That((string?)(await patient.Clock("T01"))["status"], Is.EqualTo("not-reached"));
        });
    }

    [Test]
    public async Task A_registered_contingency_place_is_free_again_with_a_death_and_with_the_end_of_its_reservation()
    {
        var (place, first, second) = (await Place.RegisteredAsync(), await Patient.PreparedAsync(), await Patient.PreparedAsync());
        await first.Done("contingency-places", Agreement(place.Id));
        await first.Done("death", new { occurredAt = Patient.Ago(48.5), place = "hospital" });
        Assert.That(await HolderOf(place), Is.EqualTo(("free", Guid.Empty)));
        await second.Done("contingency-places", Agreement(place.Id, hoursAgo: 48));
        (await place.Post("reservation-ends", new { occurredAt = Patient.Ago(40), @case = second.Id, @as = "no-longer-needed" })).Expect(HttpStatusCode.OK);
        Assert.That(await HolderOf(place), Is.EqualTo(("free", Guid.Empty)));
    }

    [Test]
    public async Task What_is_amiss_with_a_contingency_place_is_named()
    {
        var patient = await Patient.AdmittedAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(await AmissWith(new { bed = (Guid?)null, kind = (string?)null, provider = (string?)null, keptUntil = (string?)null }), Is.EquivalentTo(new[] { "kind", "provider" }));
            Assert.That(await AmissWith(new { bed = (Guid?)Guid.NewGuid(), kind = (string?)"nursing", provider = (string?)"VM4K2", keptUntil = (string?)null }), Is.EquivalentTo(new[] { "kind", "provider", "keptUntil" }));
            Assert.That(await AmissWith(new { bed = (Guid?)null, kind = (string?)"nursing", provider = (string?)"VM4K2", keptUntil = (string?)Patient.Ago(1) }), Is.EquivalentTo(new[] { "keptUntil" }));
        });

        async Task<IEnumerable<string>> AmissWith<T>(T which)
        {
            var body = JsonSerializer.SerializeToNode(which)!.AsObject();
            foreach (var field in body.Where(field => field.Value is null).Select(field => field.Key).ToArray())
            {
                body.Remove(field);
            }

            body["occurredAt"] = Patient.Ago(49);
            body["assessedAt"] = Patient.Ago(51);
            body["manager"] = "Tom Adeyemi";
            body["rehabilitationPlan"] = "Stairs twice a day.";
            body["by"] = "nurse";
            return (await patient.Post("contingency-places", body)).Expect(HttpStatusCode.BadRequest).Body["errors"]!.AsObject().Select(error => error.Key);
        }
    }

    private static object Agreement(Guid bed, double hoursAgo = 49) =>
        new { occurredAt = Patient.Ago(hoursAgo), bed, keptUntil = Patient.Ago(-10 * Day), assessedAt = Patient.Ago(51), manager = "Tom Adeyemi", rehabilitationPlan = "Stairs twice a day.", by = "nurse" };

    [Test]
    public async Task A_readmission_with_the_bed_held_keeps_the_case_and_the_limit_and_the_next_stay_has_a_case_of_its_own()
    {
        var number = Numbers.Next();
        var person = new { name = "Edith Crane", nhsNumber = number, dateOfBirth = "1940-02-01" };
        var patient = await OnPathway3Async(50 * Day, person);
        await patient.Done("interim-bed-arrivals", new { occurredAt = Patient.Ago(ArrivedAgo), place = Residential });
        await patient.Done("readmission", new { occurredAt = Patient.Ago(5 * Day), reason = "unwell" });
        Assert.That((string?)(await patient.Case())["phase"], Is.EqualTo("readmitted"));
        await patient.Done("interim-bed-holds", new { occurredAt = Patient.Ago((5 * Day) - 2), by = "social-worker", until = Date(-5) });

        var next = (await patient.Client.Post("/v1/discharge-cases", Patient.Opening(patient.Ward, 5 * Day, person))).Expect(HttpStatusCode.Created);
        var shown = await patient.Case();
        Assert.Multiple(async () =>
        {
            Assert.That(((string?)shown["phase"], (string?)(await patient.Clock("T08"))["status"]), Is.EqualTo(("in-interim-bed", "warned")));
            Assert.That(shown["interimStay"]!["held"], Is.Not.Null);
            Assert.That((string?)(await patient.Client.Get($"/v1/discharge-cases/{next.Body["id"]}")).Body["readmissionOf"], Is.EqualTo(patient.Id.ToString()));
            Assert.That(next.Body["warnings"]!.AsArray(), Is.Empty);
            Refused(await patient.Post("closure", new { occurredAt = Patient.Ago(1), outcome = "hospital" }), "discharge.still-in-interim-bed");
        });
    }

    private static async Task<(string Status, Guid Case)> HolderOf(Place place) => await place.Shown() is var shown ? ((string)shown["status"]!, (Guid?)shown["case"] ?? Guid.Empty) : default;

    private static object Nursing => new { kind = "nursing", provider = "VM4K2", weeklyCost = 140_000 };

    private static object Residential => new { kind = "residential", provider = "VN7R1", weeklyCost = 70_000 };

    private static async Task<Patient> OnPathway3Async(double hoursAgo, object? person = null)
    {
        var patient = await Patient.AdmittedAsync(hoursAgo, person);
        await patient.Reviewed(hoursAgo - 4);
        await patient.Done("functional-assessment", new { occurredAt = Patient.Ago(hoursAgo - 6), by = "occupational-therapist", needs = new[] { "twenty-four-hour-care" } });
        await patient.Done("home-not-possible-findings", new { occurredAt = Patient.Ago(hoursAgo - 7), reasons = new[] { "not-safe-between-visits" }, by = "social-worker" });
        await patient.Involved(hoursAgo - 8);
        await patient.Done("pathway-decision", new { occurredAt = Patient.Ago(hoursAgo - 9), pathway = "pathway-3", reason = "twenty-four-hour-need", by = "discharge-coordinator" });
        await patient.Done("interim-stay-decisions", Decision(hoursAgo - 10));
        await patient.Decided(hoursAgo - 11);
        await patient.Done("discharge", new { occurredAt = Patient.Ago(hoursAgo - 12), to = "care-home" });
        return patient;
    }

    private static object Decision(double hoursAgo) => new { occurredAt = Patient.Ago(hoursAgo), kind = "nursing", expectedUntil = Date(0), by = "social-worker" };

    private static object Extension(double hoursAgo, double untilAgo) =>
        new { occurredAt = Patient.Ago(hoursAgo), until = Date(untilAgo / Day), reason = "awaiting-care-at-home", authorisedAs = "service-manager", authoriser = "Miriam Osei" };

    private static object Outcome(double hoursAgo) => new { occurredAt = Patient.Ago(hoursAgo), outcome = "home-with-package", by = "social-worker" };

    private static string Date(double daysAgo) => LocalDateOf(daysAgo).ToString("uuuu-MM-dd", null);

    private static string DueOn(double daysAgo, int limit) => LocalDateOf(daysAgo).PlusDays(limit).ToString("uuuu-MM-dd", null);

    private static int NightsBetween(double fromDaysAgo, double untilDaysAgo) => Period.DaysBetween(LocalDateOf(fromDaysAgo), LocalDateOf(untilDaysAgo));

    private static LocalDate LocalDateOf(double daysAgo) => LocalCalendar.DateOf(Patient.Now.AddDays(-daysAgo).ToInstant());

    private static void Refused(Answer answer, string code) => Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, code)), answer.Text);

    private static JsonNode[] BreachesOf(JsonNode history, string rule) =>
        [.. history["entries"]!.AsArray().Where(entry => (string?)entry!["name"] == "clock.breached.v1" && (string?)entry["fact"]!["rule"] == rule)!];

    private static JsonNode[] NoticesOf(JsonNode history, string rule) => [.. history["notices"]!.AsArray().Where(notice => (string?)notice!["rule"] == rule)!];
}
