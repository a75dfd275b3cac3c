using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>Leaving with something of a safe transfer open is recorded, warned of and escalated, in one transaction and once.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EscalationTests
{
    [Test]
    public async Task Leaving_without_medicines_is_in_the_history_as_an_escalation_to_the_hub_lead_from_the_moment_it_is_recorded()
    {
        var patient = await WithoutMedicinesAsync();
        var left = await patient.Left(3);

        var notice = Escalations(await patient.History(), "discharge.left-without-medicines").Single();

        Assert.That(
            ((string?)notice["kind"], (string?)notice["level"], (string?)notice["who"], (string?)notice["words"], (long?)notice["startedBy"]),
            Is.EqualTo(("escalation", "L3", "hub lead or service manager", "The person left without the medicines they need.", left.Body["recorded"]![0]!["version"]!.GetValue<long>())));
    }

    [Test]
    public async Task It_is_told_once_however_often_leaving_is_sent_and_whatever_is_recorded_after_it()
    {
        var patient = await WithoutMedicinesAsync();
        await patient.Left(3);
        await patient.Left(3);
        await patient.Seen(2);

        Assert.That(Escalations(await patient.History(), "discharge.left-without-medicines"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task What_turns_out_later_to_have_been_open_is_escalated_then()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(3);
        Assert.That(Escalations(await patient.History(), "discharge.left-without-medicines"), Is.Empty);

        (await patient.Post("transfer-items", NoMedicines)).Expect(HttpStatusCode.OK);

        Assert.That(Escalations(await patient.History(), "discharge.left-without-medicines"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Leaving_with_everything_in_order_escalates_nothing()
    {
        var patient = await Patient.PreparedAsync();
        (await patient.Post("home-visit-bookings", new { occurredAt = Patient.Ago(4), visitAt = Patient.Ago(-10), by = "nurse" })).Expect(HttpStatusCode.OK);
        await patient.Left(3);
        Assert.That(Escalations(await patient.History(), "discharge.left-"), Is.Empty);
    }

    [Test]
    public async Task A_visit_that_nobody_answers_is_told_to_the_hub_at_once()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(3);
        (await patient.Post("failed-home-visits", new { occurredAt = Patient.Ago(1), by = "occupational-therapist", reason = "no-answer" })).Expect(HttpStatusCode.OK);

        Assert.That(Escalations(await patient.History(), "discharge.visit-without-contact").Select(notice => (string?)notice["level"]), Is.EqualTo(new[] { "L3" }));
    }

    private static object NoMedicines => new { occurredAt = Patient.Ago(20), item = "medicines", state = "needed" };

    private static async Task<Patient> WithoutMedicinesAsync()
    {
        var patient = await Patient.PreparedAsync();
        (await patient.Post("transfer-items", NoMedicines)).Expect(HttpStatusCode.OK);
        return patient;
    }

    private static JsonNode[] Escalations(JsonNode history, string rule) =>
        [.. history["notices"]!.AsArray().Where(notice => ((string)notice!["rule"]!).StartsWith(rule, StringComparison.Ordinal)).OfType<JsonNode>()];
}
