using System.Net;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Cases;

[Parallelizable(ParallelScope.All)]
public sealed class IfMatchTests
{
    private const string Reviews = "criteria-to-reside-reviews";

    [Test]
    public async Task The_tag_of_a_command_or_of_the_case_is_the_version_the_next_command_may_name()
    {
        var patient = await Patient.AdmittedAsync();
        var seen = (await patient.Client.Get(patient.Path)).ETag;

        var first = (await patient.Post(Reviews, Patient.Review(70), ifMatch: seen)).Expect(HttpStatusCode.OK);
        var second = (await patient.Post(Reviews, Patient.Review(69), ifMatch: first.ETag)).Expect(HttpStatusCode.OK);

        Assert.That((first.Version, second.Version), Is.EqualTo((2, 3)));
    }

    [Test]
    public async Task A_stale_tag_is_told_what_was_recorded_since_and_nothing_is_recorded()
    {
        var patient = await Patient.AdmittedAsync();
        var seen = (await patient.Client.Get(patient.Path)).ETag;
        await patient.Reviewed(70);
        await patient.Assessed(60);

        var stale = (await patient.Post(Reviews, Patient.Review(50), ifMatch: seen)).Expect(HttpStatusCode.PreconditionFailed);

        Assert.Multiple(() =>
        {
            Assert.That(stale.Code, Is.EqualTo("request.stale"));
            Assert.That(
                stale.Body["since"]!.AsArray().Select(entry => (entry!["version"]!.GetValue<long>(), entry["name"]!.GetValue<string>())),
                Is.EqualTo(new[] { (2L, "discharge-case.criteria-to-reside-reviewed.v1"), (3L, "discharge-case.functional-assessment-made.v1") }));
        });
        Assert.That(await patient.Names(), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task What_the_watch_recorded_does_not_make_a_tag_stale()
    {
        var patient = await Patient.PreparedAsync();
        var left = await patient.Post("discharge", new { occurredAt = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(-24).AddSeconds(2)), to = "own-home" });
        var history = await patient.HistoryOnce(history => history["version"]!.GetValue<long>() > left.Expect(HttpStatusCode.OK).Version);
        Assert.That(history["entries"]!.AsArray()[^1]!["by"]!.GetValue<string>(), Is.EqualTo("clock-watch"));

        var visit = await patient.Post("home-visit", new { occurredAt = Patient.Ago(1), by = "nurse" }, ifMatch: left.ETag);

        Assert.That(visit.Expect(HttpStatusCode.OK).Recorded, Does.Contain("discharge-case.home-visit-made.v1"));
    }

    [TestCase("*")]
    [TestCase("1")]
    [TestCase("\"\"")]
    [TestCase("\"one\"")]
    [TestCase("W/\"1.c41f\"")]
    [TestCase("\"1.a\", \"2.b\"")]
    [TestCase("\"99999999999999999999\"")]
    public async Task What_names_no_version_is_refused_and_named(string tag)
    {
        var patient = await Patient.AdmittedAsync();

        var answer = (await patient.Post(Reviews, Patient.Review(70), ifMatch: tag)).Expect(HttpStatusCode.BadRequest);

        Assert.That(answer.Body["errors"]!["If-Match"], Is.Not.Null);
        Assert.That(await patient.Names(), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_version_the_case_has_not_reached_is_stale()
    {
        var patient = await Patient.AdmittedAsync();

        var answer = (await patient.Post(Reviews, Patient.Review(70), ifMatch: "\"7\"")).Expect(HttpStatusCode.PreconditionFailed);

        Assert.That(answer.Body["since"]!.AsArray(), Is.Empty);
    }
}
