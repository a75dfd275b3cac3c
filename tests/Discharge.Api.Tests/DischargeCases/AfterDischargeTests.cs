using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.DischargeCases;

[Parallelizable(ParallelScope.Children)]
public sealed class AfterDischargeTests
{
    [Test]
    public async Task What_became_of_a_person_is_recorded_and_read_back()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(20);
        await Done(patient, "arrival", new { occurredAt = Patient.Ago(19), receivedBy = "family-or-friend" });
        await patient.Seen(10);
        await Done(patient, "community-assessments", new { occurredAt = Patient.Ago(8), by = "social-worker", needs = new[] { "personal-care" }, note = "Manages with one carer." });
        await Done(patient, "packages-of-care", new { occurredAt = Patient.Ago(6), provider = "AB123", start = "restarted-changed", visitsADay = 4, doubleHanded = true });
        await Done(patient, "outcome", new { occurredAt = Patient.Ago(2), outcome = "home-with-support" });

        var after = (await patient.Case())["afterDischarge"]!;
        Assert.Multiple(() =>
        {
            Assert.That(after["receivedBy"]!.GetValue<string>(), Is.EqualTo("family-or-friend"));
            Assert.That(after["communityAssessment"]!["needs"]!.AsArray().Single()!.GetValue<string>(), Is.EqualTo("personal-care"));
            Assert.That(after["packageOfCare"]!["visitsADay"]!.GetValue<int>(), Is.EqualTo(4));
            Assert.That(after["packageOfCare"]!["start"]!.GetValue<string>(), Is.EqualTo("restarted-changed"));
            Assert.That(after["outcome"]!.GetValue<string>(), Is.EqualTo("home-with-support"));
        });
    }

    [TestCase("death", "died", "diedAt")]
    [TestCase("readmission", "readmitted", "readmittedAt")]
    [TestCase("failed-discharge", "readmitted", "failedAt")]
    public async Task Somebody_whom_nobody_can_see_at_home_any_more_ends_the_clock_as_not_reached_and_leaves_the_board_when_the_case_is_closed(string what, string phase, string field)
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(30);
        await patient.HistoryOnce(history => Names(history).Contains("clock.breached.v1"));

        object body = what is "death" ? new { occurredAt = Patient.Ago(20), place = "at-home" } : new { occurredAt = Patient.Ago(20), reason = "unwell" };
        await Done(patient, what, body);
        var shown = await patient.Case();
        var clock = await patient.Clock("T01");
        var withdrawn = (await patient.History())["entries"]!.AsArray().Where(entry => entry!["name"]!.GetValue<string>() == "clock.breach-withdrawn.v1").ToArray();
        var board = await Board(patient);
        await Done(patient, "closure", new { occurredAt = Patient.Ago(0), outcome = what is "death" ? "died" : "hospital" });

        Assert.Multiple(async () =>
        {
            Assert.That(shown["phase"]!.GetValue<string>(), Is.EqualTo(phase));
            Assert.That(shown["afterDischarge"]![field], Is.Not.Null);
            Assert.That(clock["status"]!.GetValue<string>(), Is.EqualTo("not-reached"));
            Assert.That(clock["breach"], Is.Null);
            Assert.That(withdrawn.Select(entry => entry!["fact"]!["cause"]!.GetValue<string>()), Is.Not.Empty.And.All.EqualTo("not-reached"));
            Assert.That(board, Has.Count.EqualTo(1), "on the board until the case is closed");
            Assert.That(await Board(patient), Is.Empty);
        });
    }

    [Test]
    public async Task A_package_of_no_visits_is_refused()
    {
        var patient = await Patient.PreparedAsync();
        var answer = await patient.Post("packages-of-care", new { occurredAt = Patient.Ago(1), provider = "AB123", start = "new", visitsADay = 0, doubleHanded = false });
        Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "discharge.visits-not-countable")));
    }

    private static async Task<Answer> Done(Patient patient, string what, object body) => (await patient.Post(what, body)).Expect(HttpStatusCode.OK);

    private static IEnumerable<string> Names(JsonNode history) => history["entries"]!.AsArray().Select(entry => entry!["name"]!.GetValue<string>());

    private static async Task<JsonArray> Board(Patient patient) =>
        (await patient.Client.Get($"/v1/wards/RTEST/{Uri.EscapeDataString(patient.Ward)}/board")).Expect(HttpStatusCode.OK).Body["people"]!.AsArray();
}
