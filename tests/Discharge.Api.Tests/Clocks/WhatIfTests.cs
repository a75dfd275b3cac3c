using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.DischargeCases;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Clocks;

[Parallelizable(ParallelScope.Children)]
public sealed class WhatIfTests
{
    private static object Visit(double hoursAgo) => new { what = "home-visit", body = new { occurredAt = Patient.Ago(hoursAgo), by = "nurse" } };

    [Test]
    public async Task A_visit_that_had_been_made_would_have_avoided_the_breach_and_nothing_is_written()
    {
        var patient = await GoneAsync(hoursAgo: 30);
        var version = (await patient.Case())["version"]!.GetValue<long>();
        var answer = await AskAsync(patient, new { facts = new[] { Visit(20) } });
        Assert.Multiple(async () =>
        {
            Assert.That(Strings(answer["breachesAvoided"]!), Is.EqualTo(new[] { "T01" }));
            Assert.That(Strings(answer["breachesAdded"]!), Is.Empty);
            Assert.That(ClockIn(answer, "T01")["before"]!.GetValue<string>(), Is.EqualTo("breached"));
            Assert.That(ClockIn(answer, "T01")["after"]!.GetValue<string>(), Is.EqualTo("met"));
            Assert.That(ClockIn(answer, "T01")["differs"]!.GetValue<bool>(), Is.True);
            Assert.That((await patient.Case())["version"]!.GetValue<long>(), Is.EqualTo(version));
        });
    }

    [Test]
    public async Task Leaving_tomorrow_would_start_its_clocks_and_free_the_bed()
    {
        var patient = await Patient.PreparedAsync();
        var leaving = Patient.Ago(-20);
        var answer = await AskAsync(patient, new { facts = new[] { new { what = "discharge", body = new { occurredAt = leaving, to = "own-home" } } }, at = Patient.Ago(-50) });
        Assert.Multiple(() =>
        {
            Assert.That(Strings(answer["breachesAdded"]!), Is.EqualTo(new[] { "T01", "T25" }));
            Assert.That(answer["bedFreeAt"]!["before"], Is.Null);
            Assert.That(DateTimeOffset.Parse(answer["bedFreeAt"]!["after"]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(DateTimeOffset.Parse(leaving, System.Globalization.CultureInfo.InvariantCulture)));
            Assert.That(answer["steps"]!.AsArray().Single()!["recorded"]!.AsArray().Single()!["name"]!.GetValue<string>(), Is.EqualTo("discharge-case.discharged-from-hospital.v1"));
        });
    }

    [Test]
    public async Task A_visit_that_would_come_too_late_is_looked_at_when_it_would_come()
    {
        var patient = await GoneAsync(hoursAgo: 1);
        var answer = await AskAsync(patient, new { facts = new[] { Visit(-30) } });
        Assert.Multiple(() =>
        {
            Assert.That(ClockIn(answer, "T01")["before"]!.GetValue<string>(), Is.EqualTo("breached"), "If nobody comes at all it is breached by then.");
            Assert.That(ClockIn(answer, "T01")["after"]!.GetValue<string>(), Is.EqualTo("met-late"));
        });
    }

    [Test]
    public async Task At_a_moment_before_it_what_happened_has_not_happened_yet()
    {
        var patient = await GoneAsync(hoursAgo: 10);
        await patient.Seen(2);
        var answer = await AskAsync(patient, new { facts = new[] { Visit(1) }, at = Patient.Ago(5) });
        Assert.That((ClockIn(answer, "T01")["before"]!.GetValue<string>(), ClockIn(answer, "T01")["after"]!.GetValue<string>()), Is.EqualTo(("warned", "warned")));
    }

    [Test]
    public async Task What_would_happen_more_than_a_year_ahead_is_not_looked_at()
    {
        var patient = await GoneAsync(hoursAgo: 1);
        var answer = (await patient.Client.Post($"/v1/cases/{patient.Id}/what-if", new { facts = new[] { Visit(-24 * 400) } })).Expect(HttpStatusCode.BadRequest);
        Assert.That(answer.Body["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo(new[] { "facts" }));
    }

    [Test]
    public async Task Leaving_an_interim_bed_would_free_that_bed()
    {
        var patient = await Patient.AdmittedAsync();
        var (arrived, left) = (Patient.Ago(3), Patient.Ago(1));
        var arrival = new { what = "interim-bed-arrivals", body = (object)new { occurredAt = arrived, place = new { kind = "nursing", provider = "AB123" } } };
        var there = await AskAsync(patient, new { facts = new object[] { arrival } });
        var gone = await AskAsync(patient, new { facts = new object[] { arrival, new { what = "interim-bed-departures", body = new { occurredAt = left, @for = "home" } } } });
        Assert.Multiple(() =>
        {
            Assert.That(there["bedFreeAt"]!["after"], Is.Null);
            Assert.That(gone["bedFreeAt"]!["after"]?.GetValue<DateTimeOffset>(), Is.EqualTo(DateTimeOffset.Parse(left, System.Globalization.CultureInfo.InvariantCulture)));
        });
    }

    [Test]
    public async Task What_a_rule_would_refuse_says_so_and_the_rest_goes_on()
    {
        var patient = await Patient.AdmittedAsync();
        var answer = await AskAsync(patient, new
        {
            facts = new object[]
            {
                new { what = "discharge-decision", body = new { occurredAt = Patient.Ago(5), by = "consultant" } },
                new { what = "discharge", body = new { occurredAt = Patient.Ago(1), to = "own-home" } },
            },
        });
        Assert.Multiple(() =>
        {
            Assert.That(answer["steps"]![0]!["refusedBy"]!.GetValue<string>(), Does.StartWith("discharge."));
            Assert.That(answer["steps"]![0]!["recorded"]!.AsArray(), Is.Empty);
            Assert.That(answer["steps"]![1]!["warnings"]!.AsArray(), Is.Not.Empty);
        });
    }

    [Test]
    public async Task A_dry_run_looks_into_no_registered_bed_and_says_what_to_give_instead()
    {
        var patient = await Patient.AdmittedAsync();
        var answer = await AskAsync(patient, new
        {
            facts = new object[]
            {
                new { what = "interim-bed-arrivals", body = new { occurredAt = Patient.Ago(1), bed = Guid.CreateVersion7() } },
                new { what = "interim-bed-arrivals", body = new { occurredAt = Patient.Ago(1), place = new { kind = "nursing", provider = "AB123" } } },
            },
        });
        Assert.Multiple(() =>
        {
            Assert.That(answer["steps"]![0]!["refusedBy"]!.GetValue<string>(), Is.EqualTo(InterimArrivalRequest.NotSupposed.Code));
            Assert.That(answer["steps"]![1]!["recorded"]!.AsArray(), Is.Not.Empty);
        });
    }

    [Test]
    public async Task Another_length_of_a_rule_changes_its_due_moment()
    {
        var patient = await GoneAsync(hoursAgo: 30);
        var answer = await AskAsync(patient, new { rules = new[] { new { rule = "T01", length = "48 hours" } } });
        Assert.That((ClockIn(answer, "T01")["after"]!.GetValue<string>(), Strings(answer["breachesAvoided"]!)), Is.EqualTo(("warned", new[] { "T01" })).Using<(string, string[])>((one, other) => one.Item1 == other.Item1 && one.Item2.SequenceEqual(other.Item2)));
    }

    [TestCase("""{}""", "facts")]
    [TestCase("""{"facts":[{"what":"fly-home","body":{}}]}""", "facts[0].what")]
    [TestCase("""{"facts":[{"what":"home-visit","body":{"occurredAt":"yesterday","by":"nurse"}}]}""", "facts[0].body.occurredAt")]
    [TestCase("""{"rules":[{"rule":"T01","length":"2 days"}]}""", "rules[0].length")]
    [TestCase("""{"rules":[{"rule":"T99","length":"2 days"}]}""", "rules[0].rule")]
    [TestCase("""{"rules":[{"rule":"T01","length":"48 hours"}],"at":"2199-01-01T00:00:00Z"}""", "at")]
    public async Task What_cannot_be_supposed_is_named(string body, string place)
    {
        var patient = await Patient.AdmittedAsync();
        var answer = (await patient.Client.Post($"/v1/cases/{patient.Id}/what-if", JsonNode.Parse(body)!)).Expect(HttpStatusCode.BadRequest);
        Assert.That(answer.Body["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo(new[] { place }));
    }

    [Test]
    public async Task A_back_test_counts_each_rule_lists_what_flips_and_shows_its_progress()
    {
        var patient = await GoneAsync(hoursAgo: 30);
        await patient.Seen(15);
        var today = DateOnly.FromDateTime(Patient.Now.UtcDateTime);
        var answer = (await patient.Client.Post("/v1/timelines/back-test", new
        {
            from = today.AddDays(-4),
            until = today.AddDays(1),
            rules = new[] { new { rule = "T01", length = "12 hours" } },
        })).Expect(HttpStatusCode.OK).Body;
        var (tested, progress) = (answer["result"]!["rules"]!.AsArray().Single()!, answer["progress"]!.AsArray());
        Assert.Multiple(() =>
        {
            Assert.That(tested["before"]!["met"]!.GetValue<int>(), Is.Positive);
            Assert.That(tested["before"]!.AsObject().Sum(status => status.Value!.GetValue<int>()), Is.EqualTo(tested["clocks"]!.GetValue<int>()));
            Assert.That(tested["after"]!.AsObject().Sum(status => status.Value!.GetValue<int>()), Is.EqualTo(tested["clocks"]!.GetValue<int>()));
            Assert.That(
                answer["result"]!["flips"]!.AsArray().Where(flip => flip!["caseId"]!.GetValue<Guid>() == patient.Id).Select(flip => $"{flip!["before"]} {flip["after"]}"),
                Is.EqualTo(new[] { "met met-late" }));
            Assert.That(progress[0]!["done"]!.GetValue<int>(), Is.Zero);
            Assert.That(progress[^1]!["done"]!.GetValue<int>(), Is.EqualTo(progress[^1]!["of"]!.GetValue<int>()).And.Positive);
        });
    }

    [Test]
    public async Task To_have_warned_earlier_is_no_flip()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Done("home-visit-bookings", new { occurredAt = Patient.Ago(10.5), visitAt = Patient.Ago(-1), by = "nurse" });
        await patient.Left(10);
        var shorter = new[] { new { rule = "T01", length = "12 hours" } };
        var today = DateOnly.FromDateTime(Patient.Now.UtcDateTime);

        var clock = ClockIn(await AskAsync(patient, new { rules = shorter }), "T01");
        var answer = (await patient.Client.Post("/v1/timelines/back-test", new { from = today.AddDays(-3), until = today.AddDays(1), rules = shorter })).Expect(HttpStatusCode.OK).Body;

        Assert.Multiple(() =>
        {
            Assert.That((clock["before"]!.GetValue<string>(), clock["after"]!.GetValue<string>()), Is.EqualTo(("running", "warned")));
            Assert.That(answer["result"]!["flips"]!.AsArray().Where(flip => flip!["caseId"]!.GetValue<Guid>() == patient.Id), Is.Empty);
        });
    }

    [TestCase("""{"from":"2026-01-01","until":"2025-01-01","rules":[{"rule":"T01","length":"12 hours"}]}""", "until")]
    [TestCase("""{"from":"2026-01-01","until":"2026-02-01","rules":[]}""", "rules")]
    [TestCase("""{"from":"2026-01-01","until":"2026-02-01","rules":[{"rule":"T25","length":"2 days"}]}""", "rules[0].length")]
    public async Task A_back_test_that_cannot_be_made_names_what_to_put_right(string body, string place)
    {
        var answer = (await new Client(await SharedService.RunningAsync()).Post("/v1/timelines/back-test", JsonNode.Parse(body)!)).Expect(HttpStatusCode.BadRequest);
        Assert.That(answer.Body["errors"]!.AsObject().Select(error => error.Key), Is.EqualTo(new[] { place }));
    }

    private static async Task<Patient> GoneAsync(double hoursAgo)
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(hoursAgo);
        return patient;
    }

    private static async Task<JsonNode> AskAsync(Patient patient, object supposed) => (await patient.Client.Post($"/v1/cases/{patient.Id}/what-if", supposed)).Expect(HttpStatusCode.OK).Body;

    private static JsonNode ClockIn(JsonNode answer, string rule) => answer["clocks"]!.AsArray().Single(clock => clock!["rule"]!.GetValue<string>() == rule)!;

    private static string[] Strings(JsonNode list) => [.. list.AsArray().Select(text => text!.GetValue<string>())];
}
