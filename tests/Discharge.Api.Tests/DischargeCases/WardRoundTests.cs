using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>What the assessment says of ward rounds and discharge planning (A20), statement by statement, over HTTP.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WardRoundTests
{
    [Test]
    public async Task Teams_attend_ward_rounds_and_who_attended_is_recorded_health_social_care_and_housing()
    {
        var patient = await Patient.AdmittedAsync();
        (await patient.Post("ward-rounds", new { occurredAt = Patient.Ago(20), attended = new[] { "health", "social-care", "housing" } })).Expect(HttpStatusCode.OK);
        Assert.That(
            (await patient.Case())["stay"]!["wardRounds"]![0]!["attended"]!.AsArray().Select(who => (string?)who), Is.EqualTo(new[] { "health", "social-care", "housing" }));
    }

    [Test]
    public async Task They_look_at_discharge_planning_on_the_board_of_the_ward()
    {
        var patient = await Patient.PreparedAsync();
        (await patient.Post("expected-discharge-dates", new { occurredAt = Patient.Ago(40), date = "2040-03-05", by = "nurse" })).Expect(HttpStatusCode.OK);
        var row = (await BoardAsync(patient)).Single()!;
        Assert.That(
            ((string?)row["pathway"], (string?)row["expectedOn"], row["next"]!.AsArray().Select(step => (string?)step!["what"]).Contains("record-leaving")),
            Is.EqualTo(("pathway-1", "2040-03-05", true)));
    }

    [Test]
    public async Task They_work_with_health_and_housing_who_are_referred_to_and_own_what_is_next()
    {
        var patient = await Patient.AdmittedAsync();
        foreach (var (to, owner) in new[] { ("community-nursing", "QHLTH"), ("housing", "QHOUS") })
        {
            (await patient.Post("referrals", new { occurredAt = Patient.Ago(20), to, owner, by = "social-worker" })).Expect(HttpStatusCode.OK);
        }

        Assert.That((await BoardAsync(patient)).Single()!["openTasks"]!.AsArray().Select(task => (string?)task!["owner"]), Is.EquivalentTo(new[] { "QHLTH", "QHOUS" }));
    }

    [Test]
    public async Task The_ward_is_asked_for_by_ward_and_answers_live()
    {
        var patient = await Patient.AdmittedAsync();
        var before = (string?)(await BoardAsync(patient)).Single()!["phase"];
        await patient.Reviewed(20);
        Assert.That((before, (string?)(await BoardAsync(patient)).Single()!["phase"]), Is.EqualTo(("in-hospital", "ready")));
    }

    private static async Task<JsonArray> BoardAsync(Patient patient) => (await patient.Client.Get(patient.BoardPath)).Expect(HttpStatusCode.OK).Body["people"]!.AsArray();
}
