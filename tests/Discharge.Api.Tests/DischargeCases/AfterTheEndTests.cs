using System.Net;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>What is recorded in a case that was opened in error or is closed is recorded, and says so where everybody sees it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AfterTheEndTests
{
    [Test]
    public async Task A_fact_in_a_case_opened_in_error_is_recorded_with_a_warning()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Withdraw(1);

        Assert.That(WarningsOf(await patient.Left(20)), Does.Contain("discharge.recorded-in-case-opened-in-error"));
        Assert.That((await patient.Case())["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]), Does.Contain("discharge.recorded-in-case-opened-in-error"));
    }

    [Test]
    public async Task A_fact_after_the_closing_and_a_closing_before_a_fact_are_recorded_with_a_warning()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(30);
        await patient.CheckedOn(29);
        await patient.Seen(10);
        await patient.Seen(3);

        var closed = (await patient.Post("closure", new { occurredAt = Patient.Ago(4), outcome = "home-without-support" })).Expect(HttpStatusCode.OK);

        Assert.That(WarningsOf(closed), Is.EqualTo(["discharge.closed-before-other-facts"]));
        Assert.That(WarningsOf(await patient.Seen(2)), Does.Contain("discharge.after-closing"));
    }

    private static IEnumerable<string?> WarningsOf(Answer answer) => answer.Body["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]);
}
