using System.Net;
using System.Text.Json.Nodes;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>Three discharges that ombudsmen have had to look into, each as it would go here: what would have prevented it is said in time.</summary>
[Parallelizable(ParallelScope.Children)]
public sealed class UnsafeTransferTests
{
    [Test]
    public async Task Sent_home_in_the_morning_with_care_due_in_the_evening()
    {
        var patient = await DecidedNeedingAsync("personal-care");
        await Done(patient, "transfer-items", new { occurredAt = Patient.Ago(30), item = "transport", state = "arranged", @for = Patient.Ago(10) });

        var unplanned = await patient.Case();
        await Done(patient, "first-care-call-plans", new { occurredAt = Patient.Ago(29), callAt = Patient.Ago(-1), provider = "AB123" });
        var before = await patient.Case();
        var left = await patient.Left(10);
        var after = await patient.Case();
        var told = await EscalatedAsync(patient);

        Assert.Multiple(() =>
        {
            Assert.That(CodesOf(unplanned), Does.Contain("discharge.first-care-call-not-planned"));
            Assert.That(CodesOf(before), Does.Contain("discharge.first-care-call-late").And.Not.Contain("discharge.first-care-call-not-planned"));
            Assert.That(StepsOf(before), Does.Contain("bring-first-care-call-forward for care-transfer-hub"));
            Assert.That(CodesOf(left.Body), Is.EqualTo(new[] { "discharge.left-before-first-care-call" }));
            Assert.That(OwnersOf(left.Body), Is.EqualTo(new[] { "care-transfer-hub" }));
            Assert.That(StepsOf(left.Body), Does.Contain("bring-first-care-call-forward for care-transfer-hub"));
            Assert.That(DueOf(left.Body, "bring-first-care-call-forward"), Is.EqualTo(DateTimeOffset.Parse(Patient.Ago(10), null)), "due at once");
            Assert.That(CodesOf(after), Does.Contain("discharge.left-before-first-care-call"));
            Assert.That(told, Is.EqualTo(new[] { "discharge.left-before-first-care-call to hub lead or service manager" }));
        });

        var sooner = await Done(patient, "first-care-call-plans", new { occurredAt = Patient.Ago(9.9), callAt = Patient.Ago(8), provider = "AB123" });
        Assert.That(StepsOf(sooner.Body), Has.None.StartsWith("bring-first-care-call-forward"), "once care comes sooner nothing is left to bring forward");
    }

    [Test]
    public async Task Sent_home_in_the_morning_with_the_package_from_before_starting_again_in_the_evening()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Involved(72);
        await patient.Reviewed(70);
        await Done(patient, "pathway-decision", new { occurredAt = Patient.Ago(55), pathway = "pathway-0", reason = "no-new-needs", by = "discharge-coordinator" });
        await patient.Decided(50);
        await Done(patient, "transfer-items", new { occurredAt = Patient.Ago(30), item = "transport", state = "arranged", @for = Patient.Ago(10) });
        await Done(patient, "first-care-call-plans", new { occurredAt = Patient.Ago(29), callAt = Patient.Ago(-0.5), provider = "AB123" });
        var before = await patient.Case();
        var left = await patient.Left(10);

        Assert.Multiple(async () =>
        {
            Assert.That(CodesOf(before), Is.EqualTo(new[] { "discharge.first-care-call-late" }));
            Assert.That(CodesOf(left.Body), Is.EqualTo(new[] { "discharge.left-before-first-care-call" }));
            Assert.That(await EscalatedAsync(patient), Is.EqualTo(new[] { "discharge.left-before-first-care-call to hub lead or service manager" }));
        });
    }

    [Test]
    public async Task Sent_home_in_the_morning_of_the_expected_date_with_care_due_in_the_evening()
    {
        var patient = await DecidedNeedingAsync("personal-care");
        // A day after the decision, and over by more than an hour at any time of day.
        var day = LocalCalendar.DateOf(Instant.FromDateTimeOffset(Patient.Now.AddHours(-26)));
        string On(int hour) => Patient.Spelled(LocalCalendar.At(day, new LocalTime(hour, 0)).ToDateTimeOffset());
        await Done(patient, "expected-discharge-dates", new { occurredAt = Patient.Ago(49), date = day.ToString("uuuu-MM-dd", null), by = "consultant" });
        await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(48), visitAt = On(15), by = "occupational-therapist" });
        await Done(patient, "first-care-call-plans", new { occurredAt = Patient.Ago(47.5), callAt = On(12), provider = "AB123" });
        var inTime = await patient.Case();
        await Done(patient, "first-care-call-plans", new { occurredAt = Patient.Ago(47), callAt = On(18), provider = "AB123" });
        var before = await patient.Case();
        var timed = await Done(patient, "transfer-items", new { occurredAt = Patient.Ago(46), item = "transport", state = "arranged", @for = On(14) });
        await patient.Withdraw(timed.Version);
        var left = await Done(patient, "discharge", new { occurredAt = On(9), to = "own-home" });

        Assert.Multiple(async () =>
        {
            Assert.That(CodesOf(inTime), Has.None.StartsWith("discharge.first-care-call"));
            Assert.That(CodesOf(before), Does.Contain("discharge.first-care-call-late"));
            Assert.That(StepsOf(before), Does.Contain("bring-first-care-call-forward for care-transfer-hub"));
            Assert.That(StepsOf(timed.Body), Has.None.StartsWith("bring-first-care-call-forward"), "home at two, care at six");
            Assert.That(CodesOf(left.Body), Is.EqualTo(new[] { "discharge.left-before-first-care-call" }));
            Assert.That(await EscalatedAsync(patient), Is.EqualTo(new[] { "discharge.left-before-first-care-call to hub lead or service manager", "discharge.first-care-call-overdue to hub lead or service manager" }));
        });
    }

    [Test]
    public async Task Sent_home_after_the_package_was_handed_back()
    {
        var patient = await DecidedNeedingAsync("personal-care");
        await Done(patient, "transfer-items", new { occurredAt = Patient.Ago(30), item = "transport", state = "arranged", @for = Patient.Ago(10) });
        await Done(patient, "first-care-call-plans", new { occurredAt = Patient.Ago(29), callAt = Patient.Ago(8), provider = "AB123" });
        var handedBack = await Done(patient, "missed-care-calls", new { occurredAt = Patient.Ago(20), reason = "package-handed-back" });
        var before = await patient.Case();
        var left = await patient.Left(10);

        Assert.Multiple(async () =>
        {
            Assert.That(CodesOf(handedBack.Body), Is.Empty, "a package is handed back before leaving too");
            Assert.That(CodesOf(before), Does.Contain("discharge.first-care-call-not-planned"));
            Assert.That(StepsOf(before), Does.Contain("plan-first-care-call for care-transfer-hub"));
            Assert.That(CodesOf(left.Body), Is.EqualTo(new[] { "discharge.left-without-first-care-call" }));
            Assert.That(DueOf(left.Body, "plan-first-care-call"), Is.EqualTo(DateTimeOffset.Parse(Patient.Ago(10), null)), "due at once");
            Assert.That(await EscalatedAsync(patient), Is.EqualTo(new[] { "discharge.left-without-first-care-call to hub lead or service manager" }));
        });
    }

    [Test]
    public async Task Sent_home_without_the_hoist_that_only_the_handling_says_they_need()
    {
        var patient = await Patient.PreparedAsync();
        await Done(patient, "functional-assessment", new { occurredAt = Patient.Ago(49), by = "occupational-therapist", needs = new[] { "reablement" }, detail = new { moving = "with-hoist" } });
        await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(40), visitAt = Patient.Ago(-1), by = "occupational-therapist" });
        var before = await patient.Case();
        var left = await patient.Left(5);

        Assert.That((CodesOf(before), SentenceOf(before, "put-equipment-in-place")), Is.EqualTo((new[] { "discharge.equipment-not-in-place" }, "Put in place where the person is going: a hoist.")));
        Assert.That(CodesOf(left.Body), Is.EqualTo(new[] { "discharge.left-without-equipment" }));
    }

    [Test]
    public async Task Sent_home_with_the_visit_booked_too_late()
    {
        var patient = await Patient.PreparedAsync();
        await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(6), visitAt = Patient.Ago(-40), by = "occupational-therapist" });
        var left = await patient.Left(5);
        var again = await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(4), visitAt = Patient.Ago(-30), by = "occupational-therapist" });
        var inTime = await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(3), visitAt = Patient.Ago(-1), by = "occupational-therapist" });

        Assert.Multiple(async () =>
        {
            Assert.That((CodesOf(left.Body), CodesOf(again.Body)), Is.EqualTo((new[] { "discharge.left-without-home-visit" }, new[] { "discharge.visit-booked-too-late" })));
            Assert.That(DueOf(left.Body, "bring-home-visit-forward"), Is.EqualTo(DateTimeOffset.Parse(Patient.Ago(5), null)), "due at once");
            Assert.That(StepsOf(again.Body), Does.Contain("bring-home-visit-forward for care-transfer-hub"));
            Assert.That(StepsOf(inTime.Body), Has.None.StartsWith("bring-home-visit-forward").And.None.StartsWith("book-home-visit"));
            Assert.That(CodesOf(await patient.Case()), Is.Empty);
        });
    }

    [Test]
    public async Task Sent_home_without_the_hoist()
    {
        var patient = await DecidedNeedingAsync("equipment");
        var assessed = await patient.Case();
        await Done(patient, "transfer-items", new { occurredAt = Patient.Ago(40), item = "equipment", equipment = "hoist", state = "arranged", @for = Patient.Ago(-12), note = "Depot delivers tomorrow." });
        var before = await patient.Case();
        var left = await patient.Left(5);
        var told = await EscalatedAsync(patient);
        var row = (await Board(patient)).Single()!;
        var hoist = await Done(patient, "transfer-items", new { occurredAt = Patient.Ago(1), item = "equipment", equipment = "hoist", state = "in-place" });
        var there = await Done(patient, "transfer-items", new { occurredAt = Patient.Ago(0.9), item = "equipment", state = "in-place" });

        Assert.Multiple(() =>
        {
            Assert.That(CodesOf(assessed), Does.Contain("discharge.equipment-not-in-place"), "from what the assessment asks for, before anybody says which equipment");
            Assert.That(CodesOf(before), Does.Contain("discharge.equipment-not-in-place"));
            Assert.That(before["transfer"]!["items"]!.AsArray().Select(item => ((string?)item!["equipment"], item["open"]!.GetValue<bool>())), Is.EqualTo(new[] { ((string?)null, true), ("hoist", true) }));
            Assert.That(SentenceOf(before, "put-equipment-in-place"), Does.EndWith("a hoist."));
            Assert.That(DueOf(before, "put-equipment-in-place"), Is.EqualTo(DateTimeOffset.Parse(Patient.Ago(-12), null)), "promised for then");
            Assert.That(CodesOf(left.Body), Is.EqualTo(new[] { "discharge.left-without-equipment" }));
            Assert.That(OwnersOf(left.Body), Is.EqualTo(new[] { "care-transfer-hub" }));
            Assert.That(DueOf(left.Body, "put-equipment-in-place"), Is.EqualTo(DateTimeOffset.Parse(Patient.Ago(5), null)), "due at once");
            Assert.That(CodesOf(row), Does.Contain("discharge.left-without-equipment"));
            Assert.That(told, Is.EqualTo(new[] { "discharge.left-without-equipment to hub lead or service manager" }));
            Assert.That(SentenceOf(hoist.Body, "put-equipment-in-place"), Does.EndWith(": the equipment they need."), "nobody has said that the hoist is all of it");
            Assert.That(StepsOf(there.Body), Has.None.StartsWith("put-equipment-in-place"));
        });
    }

    [Test]
    public async Task The_care_package_that_never_came()
    {
        var patient = await DecidedNeedingAsync("personal-care");
        await Done(patient, "first-care-call-plans", new { occurredAt = Patient.Ago(20), callAt = InSeconds(8), provider = "AB123" });
        await patient.Left(1);
        var waiting = await patient.Case();
        var late = await CaseOnce(patient, shown => CodesOf(shown).Contains("discharge.first-care-call-overdue"));
        var row = (await Board(patient)).Single()!;
        var noticed = await patient.HistoryOnce(history => RulesOf(history).Contains("discharge.first-care-call-overdue"));
        var missed = await Done(patient, "missed-care-calls", new { occurredAt = InSeconds(0), reason = "provider-did-not-come" });
        var told = await EscalatedAsync(patient);
        await Done(patient, "first-care-call", new { occurredAt = InSeconds(0), provider = "AB123" });
        var cared = await patient.Case();

        Assert.Multiple(() =>
        {
            Assert.That(StepsOf(waiting), Does.Contain("confirm-first-care-call for care-transfer-hub"));
            Assert.That(CodesOf(waiting), Does.Not.Contain("discharge.first-care-call-overdue"));
            Assert.That(late["transfer"]!["firstCareCall"]!["overdue"]!.GetValue<bool>(), Is.True);
            Assert.That(late["version"]!.GetValue<long>(), Is.EqualTo(waiting["version"]!.GetValue<long>()), "nothing had to be recorded for it to be seen");
            Assert.That(CodesOf(row), Does.Contain("discharge.first-care-call-overdue"));
            Assert.That(CodesOf(missed.Body), Is.EqualTo(new[] { "discharge.first-care-call-missed" }));
            Assert.That(RulesOf(noticed), Has.None.EqualTo("discharge.first-care-call-missed"), "the hub is told when its time comes, before anybody says anything");
            Assert.That(SentenceOf(late, "confirm-first-care-call"), Does.StartWith("The first care call is past its time"));
            Assert.That(told, Is.EqualTo(new[] { "discharge.first-care-call-overdue to hub lead or service manager", "discharge.first-care-call-missed to hub lead or service manager" }));
            Assert.That(StepsOf(missed.Body), Does.Contain("arrange-care-now for care-transfer-hub"));
            Assert.That(StepsOf(cared), Has.None.StartsWith("arrange-care-now").And.None.StartsWith("confirm-first-care-call"));
            Assert.That(cared["transfer"]!["firstCareCall"]!["cameAt"], Is.Not.Null);
        });
    }

    [Test]
    public async Task A_visit_with_no_answer_tells_the_hub_at_once_and_the_clock_runs_on()
    {
        var patient = await Patient.PreparedAsync();
        await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(40), visitAt = Patient.Ago(2), by = "occupational-therapist" });
        await patient.Left(10);
        var failed = await Done(patient, "failed-home-visits", new { occurredAt = Patient.Ago(2), by = "occupational-therapist", reason = "no-answer" });
        var rebooked = await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(1.9), visitAt = Patient.Ago(-1), by = "occupational-therapist" });
        var visit = (await patient.Case())["transfer"]!["homeVisit"]!;

        Assert.Multiple(async () =>
        {
            Assert.That(CodesOf(failed.Body), Is.EqualTo(new[] { "discharge.visit-without-contact" }));
            Assert.That(OwnersOf(failed.Body), Is.EqualTo(new[] { "care-transfer-hub" }));
            Assert.That(StepsOf(failed.Body), Does.Contain("rebook-home-visit for care-transfer-hub"));
            Assert.That(StepsOf(rebooked.Body), Has.None.StartsWith("rebook-home-visit"));
            Assert.That((await patient.Clock("T01"))["status"]!.GetValue<string>(), Is.AnyOf("running", "warned"));
            Assert.That(visit["bookings"]!.GetValue<int>(), Is.EqualTo(2));
            Assert.That(visit["failed"]!.AsArray().Single()!["reason"]!.GetValue<string>(), Is.EqualTo("no-answer"));
        });
    }

    [Test]
    public async Task Sent_home_on_Pathway_1_with_no_visit_booked()
    {
        var patient = await Patient.PreparedAsync();
        var before = await patient.Case();
        var left = await patient.Left(5);
        var after = await patient.Case();
        var booked = await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(1), visitAt = Patient.Ago(-1), by = "occupational-therapist" });

        Assert.Multiple(async () =>
        {
            Assert.That(CodesOf(before), Is.EqualTo(new[] { "discharge.home-visit-not-booked" }));
            Assert.That(StepsOf(before), Does.Contain("book-home-visit for care-transfer-hub"));
            Assert.That(CodesOf(left.Body), Is.EqualTo(new[] { "discharge.left-without-home-visit" }));
            Assert.That(OwnersOf(left.Body), Is.EqualTo(new[] { "care-transfer-hub" }));
            Assert.That(CodesOf(after), Does.Contain("discharge.left-without-home-visit"));
            Assert.That(DueOf(after, "book-home-visit"), Is.EqualTo(DateTimeOffset.Parse(Patient.Ago(5), null)), "due at once");
            Assert.That(await EscalatedAsync(patient), Is.EqualTo(new[] { "discharge.left-without-home-visit to hub lead or service manager" }));
            Assert.That(StepsOf(booked.Body), Has.None.StartsWith("book-home-visit"));
        });
    }

    [Test]
    public async Task A_visit_whose_time_passes_without_a_word_has_to_be_booked_again()
    {
        var patient = await Patient.PreparedAsync();
        await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(6), visitAt = InSeconds(4), by = "occupational-therapist" });
        var left = await patient.Left(5);
        var passed = await CaseOnce(patient, shown => StepsOf(shown).Contains("book-home-visit for care-transfer-hub"));

        Assert.That(StepsOf(left.Body), Has.None.StartsWith("book-home-visit"));
        Assert.That(passed["version"]!.GetValue<long>(), Is.EqualTo(left.Body["version"]!.GetValue<long>()), "nothing had to be recorded for it to be seen");
    }

    [Test]
    public async Task Home_alone_and_in_need_of_somebody_now()
    {
        var patient = await Patient.PreparedAsync();
        await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(6), visitAt = Patient.Ago(-1), by = "occupational-therapist" });
        await Done(patient, "transfer-items", new { occurredAt = Patient.Ago(6), item = "receiver", state = "in-place", receiver = "family-or-friend" });
        await patient.Left(5);
        var arrived = await Done(patient, "arrival", new { occurredAt = Patient.Ago(4), receivedBy = "nobody" });
        var found = await Done(patient, "welfare-check", new { occurredAt = Patient.Ago(3), by = "nurse", outcome = "urgent-help-needed" });
        var told = await EscalatedAsync(patient);
        var came = await patient.Seen(2);

        Assert.Multiple(() =>
        {
            Assert.That(StepsOf(arrived.Body), Does.Contain("go-to-person-alone for care-transfer-hub"));
            Assert.That(StepsOf(found.Body), Does.Contain("send-help-now for reablement-team"));
            Assert.That(DueOf(found.Body, "send-help-now"), Is.EqualTo(DateTimeOffset.Parse(Patient.Ago(3), null)), "due at once");
            Assert.That(told, Is.EqualTo(new[] { "discharge.arrived-with-nobody-there to hub lead or service manager", "discharge.welfare-urgent to hub lead or service manager" }));
            Assert.That(StepsOf(came.Body), Has.None.StartsWith("go-to-person-alone").And.None.StartsWith("send-help-now"));
        });
    }

    private static async Task<Patient> DecidedNeedingAsync(string need)
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Reviewed(70);
        await Done(patient, "functional-assessment", new { occurredAt = Patient.Ago(60), by = "occupational-therapist", needs = new[] { "reablement", need } });
        await patient.OnPathway1(55);
        await patient.Decided(50);
        await Done(patient, "home-visit-bookings", new { occurredAt = Patient.Ago(49), visitAt = Patient.Ago(-0.5), by = "occupational-therapist" });
        return patient;
    }

    private static string[] RulesOf(JsonNode history) => [.. history["notices"]!.AsArray().Select(notice => (string)notice!["rule"]!)];

    // What was told up the ladder at once, clocks left aside.
    private static async Task<string[]> EscalatedAsync(Patient patient) =>
    [
        .. (await patient.History())["notices"]!.AsArray()
            .Where(notice => (string?)notice!["kind"] == "escalation" && ((string)notice["rule"]!).StartsWith("discharge.", StringComparison.Ordinal))
            .Select(notice => $"{notice!["rule"]} to {notice["who"]}"),
    ];

    private static string InSeconds(int seconds) => DateTimeOffset.UtcNow.AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<Answer> Done(Patient patient, string what, object body) => (await patient.Post(what, body)).Expect(HttpStatusCode.OK);

    private static async Task<JsonNode> CaseOnce(Patient patient, Func<JsonNode, bool> holds)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            var shown = await patient.Case();
            if (holds(shown))
            {
                return shown;
            }

            Assert.That(DateTime.UtcNow, Is.LessThan(deadline), $"It was never shown: {shown}");
        }
    }

    private static async Task<JsonArray> Board(Patient patient) =>
        (await patient.Client.Get($"/v1/wards/RTEST/{Uri.EscapeDataString(patient.Ward)}/board")).Expect(HttpStatusCode.OK).Body["people"]!.AsArray();

    private static string[] CodesOf(JsonNode shown) => [.. shown["warnings"]!.AsArray().Select(warning => warning!["code"]!.GetValue<string>())];

    private static string[] OwnersOf(JsonNode shown) => [.. shown["warnings"]!.AsArray().Select(warning => warning!["owner"]!.GetValue<string>())];

    private static string[] StepsOf(JsonNode shown) =>
        [.. shown["next"]!.AsArray().Select(step => $"{step!["what"]!.GetValue<string>()} for {step["owner"]!.GetValue<string>()}")];

    private static DateTimeOffset DueOf(JsonNode shown, string what) => DateTimeOffset.Parse(StepOf(shown, what)["due"]!.GetValue<string>(), null);

    private static string SentenceOf(JsonNode shown, string what) => StepOf(shown, what)["sentence"]!.GetValue<string>();

    private static JsonNode StepOf(JsonNode shown, string what) => shown["next"]!.AsArray().Single(step => step!["what"]!.GetValue<string>() == what)!;
}
