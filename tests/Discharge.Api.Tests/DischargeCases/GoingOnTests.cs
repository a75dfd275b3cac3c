using System.Net;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>Whoever put something on record can go on with it by the answer alone, without reading the case.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class GoingOnTests
{
    [Test]
    public async Task A_referral_is_taken_on_by_the_id_in_the_answer()
    {
        var patient = await Patient.AdmittedAsync();
        var sent = (await patient.Post("referrals", new { occurredAt = Patient.Ago(40), to = "reablement", owner = "QTEST", by = "nurse" })).Expect(HttpStatusCode.OK);
        (await patient.Post($"referrals/{IdIn(sent)}/steps", new { occurredAt = Patient.Ago(39), step = "received" })).Expect(HttpStatusCode.OK);
        Assert.That((string?)(await patient.Case())["referrals"]!["all"]![0]!["status"], Is.EqualTo("received"));
    }

    [Test]
    public async Task A_task_is_done_by_the_id_in_the_answer()
    {
        var patient = await Patient.AdmittedAsync();
        var set = (await patient.Post("tasks", new { occurredAt = Patient.Ago(40), what = "chase", owner = "QTEST", by = "nurse" })).Expect(HttpStatusCode.OK);
        (await patient.Post($"tasks/{IdIn(set)}/done", new { occurredAt = Patient.Ago(39), @as = "done", by = "nurse" })).Expect(HttpStatusCode.OK);
        Assert.That((string?)(await patient.Case())["referrals"]!["tasks"]![0]!["as"], Is.EqualTo("done"));
    }

    [Test]
    public async Task A_delay_is_ended_by_the_number_in_the_answer()
    {
        var patient = await Patient.AdmittedAsync();
        var started = (await patient.Post("delays", new { occurredAt = Patient.Ago(40), codeset = "acute-2022", code = "v", actsNext = "ward" })).Expect(HttpStatusCode.OK);
        (await patient.Post($"delays/{started.Body["recorded"]![0]!["version"]}/end", new { occurredAt = Patient.Ago(39) })).Expect(HttpStatusCode.OK);
        Assert.That((string?)(await patient.Case())["delays"]!["all"]![0]!["until"], Is.Not.Null);
    }

    [Test]
    public async Task An_objection_is_settled_by_the_number_in_the_answer_and_no_longer_next_or_warned_of()
    {
        var patient = await Patient.AdmittedAsync();
        var raised = (await patient.Post("objections", new { occurredAt = Patient.Ago(40), who = "carer", to = "destination", by = "nurse" })).Expect(HttpStatusCode.OK);
        var entry = raised.Body["recorded"]![0]!["version"]!.GetValue<long>();
        Assert.That(raised.Body["next"]!.AsArray().Where(step => (string?)step!["what"] == "settle-objection").Select(step => (long?)step!["entry"]), Is.EqualTo(new[] { entry }));

        var settled = (await patient.Post($"objections/{entry}/settlement", new { occurredAt = Patient.Ago(39), @as = "withdrawn", by = "social-worker" })).Expect(HttpStatusCode.OK);

        var shown = await patient.Case();
        var objection = shown["involvement"]!["objections"]!.AsArray().Single()!;
        Assert.Multiple(() =>
        {
            Assert.That(settled.Body["next"]!.AsArray().Select(step => (string?)step!["what"]), Has.None.EqualTo("settle-objection"));
            Assert.That(shown["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]), Has.None.EqualTo("discharge.objection-raised"));
            Assert.That(((long?)objection["id"], (string?)objection["settled"]!["as"], (string?)objection["settled"]!["by"]), Is.EqualTo((entry, "withdrawn", "social-worker")));
        });
    }

    [Test]
    public async Task What_has_no_id_of_its_own_has_none_in_the_answer()
    {
        var patient = await Patient.AdmittedAsync();
        Assert.That((await patient.Reviewed(40)).Body["recorded"]![0]!["id"], Is.Null);
    }

    [Test]
    public async Task A_decision_after_a_death_is_refused_and_names_the_entry_and_a_fact_is_recorded()
    {
        var patient = await Patient.AdmittedAsync();
        var death = (await patient.Post("death", new { occurredAt = Patient.Ago(40), place = "hospital" })).Expect(HttpStatusCode.OK);

        var refused = await patient.Post("pathway-decision", new { occurredAt = Patient.Ago(39), pathway = "pathway-0", reason = "no-new-needs", by = "doctor" });

        Assert.That(
            (refused.Status, refused.Code, (long?)refused.Body["onRecord"]),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, "discharge.person-had-died", death.Body["recorded"]![0]!["version"]!.GetValue<long>())), refused.Text);
        (await patient.Post("arrival", new { occurredAt = Patient.Ago(38), receivedBy = "nobody" })).Expect(HttpStatusCode.OK);
    }

    private static string IdIn(Answer answer) => (string)answer.Body["recorded"]![0]!["id"]!;
}
