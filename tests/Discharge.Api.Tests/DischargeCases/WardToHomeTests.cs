using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.DischargeCases;

[Parallelizable(ParallelScope.Children)]
public sealed class WardToHomeTests
{
    private const string Breached = "clock.breached.v1";

    private const string Withdrawn = "clock.breach-withdrawn.v1";

    [Test]
    public async Task A_person_goes_from_the_ward_to_home_and_is_seen_within_24_hours()
    {
        var patient = await Patient.PreparedAsync();
        (await patient.Post("home-visit-bookings", new { occurredAt = Patient.Ago(12), visitAt = Patient.Ago(2), by = "occupational-therapist" })).Expect(HttpStatusCode.OK);
        await patient.Left(10);
        await patient.Post("welfare-check", new { occurredAt = Patient.Ago(9), by = "discharge-coordinator", outcome = "safe-and-well" });
        await patient.Seen(2);
        await patient.Post("closure", new { occurredAt = Patient.Ago(1), outcome = "home-without-support" });

        var shown = await patient.Case();
        Assert.Multiple(async () =>
        {
            Assert.That(shown["phase"]!.GetValue<string>(), Is.EqualTo("closed"));
            Assert.That((await patient.Clock("T01"))["status"]!.GetValue<string>(), Is.EqualTo("met"));
            Assert.That(EntriesOf(await patient.History(), Breached, "T01"), Is.Empty);
            Assert.That(shown["warnings"]!.AsArray(), Is.Empty);
        });
    }

    [Test]
    public async Task The_24_hour_clock_warns_at_leaving_where_no_visit_is_booked_and_again_after_18_hours()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(19);

        var history = await patient.HistoryOnce(history => NoticesOf(history, "T01").Length >= 2);

        Assert.Multiple(async () =>
        {
            Assert.That(NoticesOf(history, "T01").Select(notice => notice["words"]!.GetValue<string>()), Is.SupersetOf(new[] { "at the start", "18 hours after the start" }));
            Assert.That((await patient.Clock("T01"))["status"]!.GetValue<string>(), Is.EqualTo("warned"));
        });
    }

    [Test]
    public async Task A_clock_that_passes_unmet_is_breached_exactly_once_with_due_and_detection_apart()
    {
        var patient = await Patient.PreparedAsync();
        var left = await patient.Left(25);

        var history = await patient.HistoryOnce(history => EntriesOf(history, Breached, "T01").Length == 1);
        await patient.Post("criteria-to-reside-reviews", new { occurredAt = Patient.Ago(26), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "nurse" });

        var breach = EntriesOf(history, Breached, "T01").Single()["fact"]!;
        Assert.Multiple(async () =>
        {
            Assert.That(breach["startedBy"]!.GetValue<long>(), Is.EqualTo(left.Body["version"]!.GetValue<long>()).Or.LessThan(left.Body["version"]!.GetValue<long>()));
            Assert.That(DateTimeOffset.Parse(breach["detectedAt"]!.GetValue<string>(), null), Is.GreaterThan(DateTimeOffset.Parse(breach["occurredAt"]!.GetValue<string>(), null)));
            Assert.That(EntriesOf(await patient.History(), Breached, "T01"), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task A_visit_recorded_after_the_breach_that_happened_in_time_withdraws_it_and_history_shows_all_three()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(25);
        await patient.HistoryOnce(history => EntriesOf(history, Breached, "T01").Length == 1);

        await patient.Seen(2);

        Assert.Multiple(async () =>
        {
            Assert.That((await patient.Names()).Where(name => name is Breached or Withdrawn or "discharge-case.home-visit-made.v1"), Is.SupersetOf(new[] { Breached, "discharge-case.home-visit-made.v1", Withdrawn }));
            Assert.That(EntriesOf(await patient.History(), Withdrawn, "T01").Single()["fact"]!["cause"]!.GetValue<string>(), Is.EqualTo("met-in-time"));
            Assert.That((await patient.Clock("T01"))["status"]!.GetValue<string>(), Is.EqualTo("met"));
        });
    }

    [Test]
    public async Task A_visit_withdrawn_as_entered_in_error_brings_the_breach_back()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(30);
        var seen = await patient.Seen(10);
        var visit = seen.Body["recorded"]!.AsArray().Single(entry => entry!["name"]!.GetValue<string>() == "discharge-case.home-visit-made.v1")!["version"]!.GetValue<long>();

        await patient.Withdraw(visit);

        Assert.Multiple(async () =>
        {
            Assert.That((await patient.Clock("T01"))["status"]!.GetValue<string>(), Is.EqualTo("breached"));
            Assert.That((await patient.Clock("T01"))["breach"], Is.Not.Null);
            Assert.That((await patient.Names())[^2..], Is.EqualTo(new[] { "case.entry-withdrawn.v1", Breached }));
        });
    }

    [Test]
    public async Task A_visit_after_the_24_hours_meets_the_clock_late_and_the_breach_stands()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(40);
        await patient.Seen(10);

        Assert.Multiple(async () =>
        {
            Assert.That((await patient.Clock("T01"))["status"]!.GetValue<string>(), Is.EqualTo("met-late"));
            Assert.That(EntriesOf(await patient.History(), Breached, "T01"), Has.Length.EqualTo(1));
        });
    }

    [Test]
    public async Task Somebody_who_left_without_an_assessment_has_a_running_clock_a_named_departure_and_a_warning_on_the_board()
    {
        var patient = await Patient.AdmittedAsync();
        var left = await patient.Left(1);

        var row = await BoardRow(patient);
        Assert.Multiple(async () =>
        {
            Assert.That(CodesOf(left.Body["warnings"]!), Does.Contain("discharge.left-without-assessment"));
            Assert.That(CodesOf(row["warnings"]!), Does.Contain("discharge.left-without-assessment"));
            Assert.That(row["dueFirst"]!["rule"]!.GetValue<string>(), Is.EqualTo("T25"));
            Assert.That(row["openClocks"]!.AsArray().Select(clock => clock!["rule"]!.GetValue<string>()), Is.EqualTo(new[] { "T25", "T01" }));
            Assert.That((await patient.Clock("T01"))["status"]!.GetValue<string>(), Is.AnyOf("running", "warned"));
            Assert.That(
                (await patient.History())["entries"]!.AsArray().Single(entry => entry!["name"]!.GetValue<string>() == "discharge-case.discharged-from-hospital.v1")!["departures"]!.AsArray().Select(code => code!.GetValue<string>()),
                Does.Contain("discharge.left-without-assessment"));
        });
    }

    [Test]
    public async Task Both_clocks_that_were_missed_show_on_the_board()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(50);
        var clocks = (await BoardRow(patient))["openClocks"]!.AsArray().Select(clock => (clock!["rule"]!.GetValue<string>(), clock["status"]!.GetValue<string>()));

        Assert.That(clocks, Is.EqualTo(new[] { ("T25", "breached"), ("T01", "breached") }));
    }

    [Test]
    public async Task Somebody_who_turns_out_to_have_left_without_an_assessment_is_warned_of_on_the_board_until_they_are_assessed()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(3);
        var assessed = (await patient.History())["entries"]!.AsArray().Single(entry => entry!["name"]!.GetValue<string>() == "discharge-case.functional-assessment-made.v1")!["version"]!.GetValue<long>();
        Assert.That(CodesOf((await BoardRow(patient))["warnings"]!), Does.Not.Contain("discharge.left-without-assessment"));

        (await patient.Client.Post($"/v1/cases/{patient.Id}/entries/{assessed}/withdrawal", new { occurredAt = Patient.Ago(0.1), reason = "wrong-person" })).Expect(HttpStatusCode.OK);
        Assert.That(CodesOf((await BoardRow(patient))["warnings"]!), Does.Contain("discharge.left-without-assessment"));

        (await patient.Post("functional-assessment", new { occurredAt = Patient.Ago(60), by = "occupational-therapist", needs = new[] { "reablement" } })).Expect(HttpStatusCode.OK);
        Assert.That(CodesOf((await BoardRow(patient))["warnings"]!), Does.Not.Contain("discharge.left-without-assessment"));
    }

    private static async Task<JsonNode> BoardRow(Patient patient) => (await patient.Client.Get(patient.BoardPath)).Body["people"]!.AsArray().Single()!;

    private static JsonNode[] EntriesOf(JsonNode history, string name, string rule) =>
        [.. history["entries"]!.AsArray().Where(entry => entry!["name"]!.GetValue<string>() == name && entry["fact"]!["rule"]!.GetValue<string>() == rule)!];

    private static JsonNode[] NoticesOf(JsonNode history, string rule) =>
        [.. history["notices"]!.AsArray().Where(notice => notice!["rule"]!.GetValue<string>() == rule)!];

    private static string[] CodesOf(JsonNode warnings) => [.. warnings.AsArray().Select(warning => warning!["code"]!.GetValue<string>())];
}
