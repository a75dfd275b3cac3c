using System.Net;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Cases;

[Parallelizable(ParallelScope.All)]
public sealed class ETagTests
{
    [Test]
    public async Task What_has_not_changed_is_not_sent_again_and_what_has_is()
    {
        var patient = await Patient.PreparedAsync();
        foreach (var path in new[] { patient.Path, patient.BoardPath, patient.HistoryPath })
        {
            var first = (await patient.Client.Get(path)).Expect(HttpStatusCode.OK);
            (await patient.Client.Get(path, "*")).Expect(HttpStatusCode.NotModified);
            var known = (await patient.Client.Get(path, $"\"0.0\", {first.ETag}")).Expect(HttpStatusCode.NotModified);
            Assert.That((known.ETag, known.Text), Is.EqualTo((first.ETag, string.Empty)), path);

            await patient.Reviewed(hoursAgo: 20 + path.Length);
            var changed = (await patient.Client.Get(path, first.ETag)).Expect(HttpStatusCode.OK);
            Assert.That(changed.ETag, Is.Not.EqualTo(first.ETag), path);
        }
    }

    [Test]
    public async Task An_answer_changes_when_a_clock_comes_to_its_moment_although_nothing_is_recorded()
    {
        var patient = await Patient.PreparedAsync();
        var booked = new { occurredAt = Patient.Ago(49), visitAt = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(2)), by = "nurse" };
        (await patient.Post("home-visit-bookings", booked)).Expect(HttpStatusCode.OK);
        (await patient.Post("discharge", new { occurredAt = Patient.Spelled(DateTimeOffset.UtcNow.AddHours(-18).AddSeconds(3)), to = "own-home" })).Expect(HttpStatusCode.OK);
        // Somebody checked on them, so that the 24 hours are what is due first.
        (await patient.Post("welfare-check", new { occurredAt = Patient.Ago(17), by = "nurse", outcome = "safe-and-well" })).Expect(HttpStatusCode.OK);
        string[] paths = [patient.Path, patient.BoardPath, patient.HistoryPath];
        var before = await Task.WhenAll(paths.Select(path => patient.Client.Get(path)));
        Assert.That((await patient.Clock("T01"))["status"]!.GetValue<string>(), Is.EqualTo("running"));

        foreach (var (path, known) in paths.Zip(before.Select(answer => answer.ETag!)))
        {
            Answer now = null!;
            await Stored.Once(async () => (now = await patient.Client.Get(path, known)).Status is HttpStatusCode.OK, $"{path} changes");
            Assert.That(VersionIn(now.ETag!), Is.EqualTo(VersionIn(known)), path);
        }

        Assert.That((await patient.Clock("T01"))["status"]!.GetValue<string>(), Is.EqualTo("warned"));
    }

    private static string VersionIn(string tag) => tag.Split('.')[0];
}
