using System.Net;

namespace Discharge.Api.Tests.DischargeCases;

[Parallelizable(ParallelScope.Children)]
public sealed class ClosedTooSoonTests
{
    [Test]
    public async Task Somebody_whose_visit_is_withdrawn_after_the_closing_is_on_the_board_again_with_what_is_next_and_a_second_breach_is_told()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(30);
        (await patient.Post("welfare-check", new { occurredAt = Patient.Ago(29), by = "nurse", outcome = "safe-and-well" })).Expect(HttpStatusCode.OK);
        var visit = await patient.Seen(20);
        (await patient.Post("closure", new { occurredAt = Patient.Ago(10), outcome = "home-with-support" })).Expect(HttpStatusCode.OK);
        Assert.That(await OnBoard(patient), Is.False);

        var entry = visit.Body["recorded"]![0]!["version"]!.GetValue<long>();
        (await patient.Client.Post($"/v1/cases/{patient.Id}/entries/{entry}/withdrawal", new { occurredAt = Patient.Ago(0), reason = "wrong-person" })).Expect(HttpStatusCode.OK);

        var shown = await patient.Case();
        var notices = (await patient.Client.Get($"/v1/cases/{patient.Id}/history")).Body["notices"]!.AsArray().Select(notice => (string?)notice!["words"]).ToArray();
        Assert.Multiple(async () =>
        {
            Assert.That(shown["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]), Does.Contain("discharge.closed-too-soon"));
            Assert.That(shown["next"]!.AsArray().Select(step => (string?)step!["what"]), Is.EqualTo(new[] { "see-at-home" }));
            Assert.That(await OnBoard(patient), Is.True);
            Assert.That(notices, Does.Contain("at the breach").And.Contain("at the breach, breach 2 of this clock"));
        });
    }

    private static async Task<bool> OnBoard(Patient patient) =>
        (await patient.Client.Get($"/v1/wards/RTEST/{Uri.EscapeDataString(patient.Ward)}/board")).Expect(HttpStatusCode.OK).Body["people"]!.AsArray().Count == 1;
}
