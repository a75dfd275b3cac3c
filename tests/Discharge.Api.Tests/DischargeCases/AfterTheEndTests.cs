using System.Net;
using Discharge.Api.Access;

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

    [Test]
    public async Task A_case_is_not_closed_without_the_welfare_check_unless_a_senior_does()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(30);
        await patient.Seen(10);
        var closure = new { occurredAt = Patient.Ago(4), outcome = "home-without-support" };
        var refused = (await patient.Post("closure", closure)).Expect(HttpStatusCode.UnprocessableEntity);
        Assert.That((refused.Code, (string?)refused.Body["missing"]![0]!["code"]), Is.EqualTo(("discharge.not-checked-yet", "discharge.no-welfare-check")));
        Assert.That((await patient.Case())["next"]!.AsArray().Select(step => (string?)step!["what"]), Does.Contain("check-welfare").And.Not.Contain("close-case"));

        var against = new { closure.occurredAt, closure.outcome, @override = new { role = "hub-lead", reason = "seen-since", note = "The therapist saw her the same evening." } };
        var coordinator = new Client(await SharedService.RunningAsync(), Role.DischargeCoordinator);
        Assert.That((string?)(await coordinator.Post($"{patient.Path}/closure", against)).Expect(HttpStatusCode.Forbidden).Body["operation"], Is.EqualTo("override-closing"));
        Assert.That(WarningsOf((await patient.Post("closure", against)).Expect(HttpStatusCode.OK)), Is.EqualTo(["discharge.no-welfare-check"]));
        Assert.That((await patient.Post("closure", against)).Expect(HttpStatusCode.OK).Recorded, Is.Empty);
    }

    [Test]
    public async Task The_case_of_somebody_who_left_of_their_own_accord_and_declines_every_visit_is_closed_by_a_senior_and_says_that_nobody_saw_them()
    {
        var patient = await Patient.AdmittedAsync();
        await patient.Post("discharge", new { occurredAt = Patient.Ago(40), to = "own-home", selfDischarge = true });
        var closure = new { occurredAt = Patient.Ago(4), outcome = "home-without-support", @override = new { role = "hub-lead", reason = "persons-wish" } };
        var unvisited = (await patient.Post("closure", closure)).Expect(HttpStatusCode.UnprocessableEntity);

        await patient.Post("failed-home-visits", new { occurredAt = Patient.Ago(30), by = "nurse", reason = "declined" });
        var alone = (await patient.Post("closure", new { closure.occurredAt, closure.outcome })).Expect(HttpStatusCode.UnprocessableEntity);
        var closed = (await patient.Post("closure", closure)).Expect(HttpStatusCode.OK);
        var shown = await patient.Case();
        Assert.Multiple(async () =>
        {
            Assert.That((unvisited.Code, alone.Code), Is.EqualTo(("discharge.not-seen-yet", "discharge.not-seen-yet")));
            Assert.That(WarningsOf(closed), Is.EqualTo(["discharge.not-seen-at-home", "discharge.no-welfare-check"]));
            Assert.That(((string?)shown["phase"], shown["next"]!.AsArray().Count, (string?)shown["clocks"]![0]!["status"]), Is.EqualTo(("closed", 0, "breached")));
            Assert.That((await patient.Client.Get(patient.BoardPath)).Body["people"]!.AsArray(), Is.Empty);
        });
    }

    private static IEnumerable<string?> WarningsOf(Answer answer) => answer.Body["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]);
}
