using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Reablement;

/// <summary>What the reablement team hears of whoever left the hospital, over HTTP.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HandedOverTests
{
    private const string Cases = "/v1/reablement-cases";

    [Test]
    public async Task A_death_and_a_readmission_reach_the_team_and_it_is_asked_that_reablement_ends()
    {
        var (patient, path) = await HandedOverAsync();
        await patient.Done("readmission", new { occurredAt = Patient.Ago(2), reason = "unwell" });
        Assert.That(async () => Steps(await ShownAsync(path)), Does.Contain("end-reablement-or-go-on").After(10_000, 100));
        await patient.Done("death", new { occurredAt = Patient.Ago(1), place = "hospital" });
        Assert.That(async () => Steps(await ShownAsync(path)), Is.EqualTo(new[] { "end-reablement" }).After(10_000, 100));
        var shown = await ShownAsync(path);
        Assert.That((shown["diedAt"] is not null, shown["backInHospitalAt"] is not null), Is.EqualTo((true, true)));

        var died = (await patient.History())["entries"]!.AsArray().Single(entry => (string?)entry!["name"] == "discharge-case.person-died.v1")!["version"]!.GetValue<long>();
        await patient.Withdraw(died);
        Assert.That(async () => (await ShownAsync(path))["diedAt"], Is.Null.After(10_000, 100));
    }

    [TestCase("another-hospital")]
    [TestCase("hospice")]
    [TestCase("care-home")]
    public async Task Who_did_not_go_home_is_not_handed_over(string to)
    {
        var patient = await Patient.PreparedAsync();
        await patient.Done("discharge", new { occurredAt = Patient.Ago(1), to });
        Assert.That((await patient.Case())["reablementCase"], Is.Null);
    }

    [Test]
    public async Task A_date_of_birth_that_comes_out_after_the_hand_over_starts_the_clock_of_day_91()
    {
        var (patient, path) = await HandedOverAsync();
        Assert.That(Rules(await ShownAsync(path)), Does.Not.Contain("T11"));
        (await patient.Client.Post($"/v1/people/{(await patient.Case())["personRef"]}/details", new { dateOfBirth = "1931-06-03" })).Expect(HttpStatusCode.OK);
        Assert.That(async () => Rules(await ShownAsync(path)), Does.Contain("T11").After(10_000, 100));
    }

    [Test]
    public async Task A_hand_over_is_taken_back_in_the_discharge_case_and_nowhere_else()
    {
        var (patient, path) = await HandedOverAsync();
        var refused = await patient.Client.Post($"/v1/cases/{path.Split('/')[^1]}/entries/1/withdrawal", new { occurredAt = Patient.Ago(0), reason = "wrong-content" });
        Assert.That((refused.Status, refused.Code), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "entry.handed-over")));
    }

    private static string?[] Steps(JsonNode shown) => [.. shown["next"]!.AsArray().Select(step => (string?)step!["what"])];

    private static string?[] Rules(JsonNode shown) => [.. shown["clocks"]!.AsArray().Select(clock => (string?)clock!["rule"])];

    private static async Task<JsonNode> ShownAsync(string path) => (await new Client(await SharedService.RunningAsync(), Role.ReablementTeam).Get(path)).Expect(HttpStatusCode.OK).Body;

    private static async Task<(Patient Patient, string Path)> HandedOverAsync()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(3);
        var path = $"{Cases}/{(await patient.Case())["reablementCase"]}";
        Assert.That(async () => (await patient.Client.Get(path)).Status, Is.EqualTo(HttpStatusCode.OK).After(10_000, 100));
        return (patient, path);
    }
}
