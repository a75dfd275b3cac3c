using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Tests.OpenApi;

namespace Discharge.Api.Tests.Cases;

[Parallelizable(ParallelScope.All)]
public sealed class RepeatsTests
{
    // From the ward to home, each with words where it takes words; the hours are before now.
    private static readonly (string What, double HoursAgo, string Body)[] Walk =
    [
        ("criteria-to-reside-reviews", 70, """{ "criteriaMet": [], "medicallyStable": true, "by": "consultant", "note": "Walks with one stick." }"""),
        ("involvement", 65, """{ "who": "person", "by": "nurse", "note": "Wants her own bed." }"""),
        ("functional-assessment", 60, """{ "by": "occupational-therapist", "needs": ["reablement", "equipment"], "note": "Stairs with help." }"""),
        ("pathway-decision", 50, """{ "pathway": "pathway-1", "reason": "home-first", "by": "discharge-coordinator", "note": "Keen to be home." }"""),
        ("discharge-decision", 40, """{ "by": "consultant" }"""),
        ("home-visit-bookings", 39, """{ "visitAt": "2026-01-02T10:00:00Z", "by": "occupational-therapist" }"""),
        ("discharge", 30, """{ "to": "own-home", "note": "Her daughter drove." }"""),
        ("welfare-check", 29, """{ "by": "nurse", "outcome": "safe-and-well", "note": "Kettle on." }"""),
        ("failed-home-visits", 20, """{ "by": "occupational-therapist", "reason": "no-answer", "note": "Curtains drawn." }"""),
        ("home-visit", 10, """{ "by": "occupational-therapist", "note": "Managed the stairs." }"""),
        ("closure", 1, """{ "outcome": "home-without-support", "note": "All well." }"""),
    ];

    private static readonly string[] OneOff = ["discharge-decision", "discharge", "closure"];

    [Test]
    public async Task Every_command_of_the_contract_sent_twice_is_recorded_once()
    {
        var client = new Client(await SharedService.RunningAsync());
        var contract = new OpenApi.Contract((await client.Get("/openapi/v1.json")).Body);
        var opening = contract.Operation("POST", "/v1/discharge-cases").Request!["example"]!.DeepClone();
        opening["person"] = new JsonObject { ["nhsNumberMissing"] = "not-yet-traced" };
        var references = await References.Of((await client.Post("/v1/discharge-cases", opening)).Expect(HttpStatusCode.Created).Body["id"]!, contract, client);
        foreach (var command in contract.CommandsInOrder)
        {
            var (path, body) = (references.Path(command.Path), references.Body(command.Request!["example"]!));
            var first = (await client.Post(path, body)).Expect(HttpStatusCode.OK);
            var again = (await client.Post(path, body)).Expect(HttpStatusCode.OK);
            Assert.That(first.Recorded, Is.Not.Empty, path);
            Assert.That((again.Version, again.Recorded), Is.EqualTo((first.Version, Array.Empty<string>())), path);
            references.Learn(command.Path, first.Body);
        }
    }

    [Test]
    public async Task A_command_with_words_sent_twice_is_recorded_once()
    {
        var patient = await Patient.AdmittedAsync();
        foreach (var (what, hoursAgo, body) in Walk)
        {
            var said = Said(body, hoursAgo);
            var first = (await patient.Post(what, said)).Expect(HttpStatusCode.OK);
            var again = (await patient.Post(what, said)).Expect(HttpStatusCode.OK);

            Assert.That((again.Version, again.Recorded), Is.EqualTo((first.Version, Array.Empty<string>())), what);
            Assert.That(first.Recorded, Is.Not.Empty, what);
        }

        var reviewed = new { occurredAt = Patient.Ago(0.5), reason = "wrong-time", note = "It was the day before." };
        var withdrawal = $"/v1/cases/{patient.Id}/entries/2/withdrawal";
        Assert.That((await patient.Client.Post(withdrawal, reviewed)).Expect(HttpStatusCode.OK).Recorded, Does.Contain("case.entry-withdrawn.v1"));
        Assert.That((await patient.Client.Post(withdrawal, reviewed)).Expect(HttpStatusCode.OK).Recorded, Is.Empty);
    }

    [Test]
    public async Task An_early_command_sent_again_at_the_end_is_still_known()
    {
        var patient = await Walked();

        foreach (var (what, hoursAgo, body) in Walk)
        {
            Assert.That((await patient.Post(what, Said(body, hoursAgo))).Expect(HttpStatusCode.OK).Recorded, Is.Empty, what);
        }
    }

    [Test]
    public async Task A_repeatable_fact_at_another_moment_or_in_other_words_is_a_new_fact()
    {
        var patient = await Patient.PreparedAsync();
        await patient.Left(30);
        // The person is assessed already at that moment, and another assessment of one moment contradicts the first.
        foreach (var (what, hoursAgo, body) in Walk.Where(step => !OneOff.Contains(step.What) && step.What is not "functional-assessment"))
        {
            var name = (await patient.Post(what, Said(body, hoursAgo))).Expect(HttpStatusCode.OK).Recorded[0];
            Assert.That((await patient.Post(what, Said(body, hoursAgo - 0.25))).Expect(HttpStatusCode.OK).Recorded, Does.Contain(name), what);
            if (body.Contains("note", StringComparison.Ordinal))
            {
                Assert.That((await patient.Post(what, Said(body, hoursAgo, note: "Said otherwise."))).Expect(HttpStatusCode.OK).Recorded, Does.Contain(name), what);
            }
        }
    }

    [Test]
    public async Task A_one_off_at_another_moment_names_the_one_on_record_and_how_to_correct_it()
    {
        var patient = await Patient.AdmittedAsync();
        foreach (var (what, hoursAgo, body) in Walk)
        {
            var first = (await patient.Post(what, Said(body, hoursAgo))).Expect(HttpStatusCode.OK);
            if (!OneOff.Contains(what))
            {
                continue;
            }

            var other = (await patient.Post(what, Said(body, hoursAgo + 0.25))).Expect(HttpStatusCode.UnprocessableEntity);
            Assert.Multiple(() =>
            {
                Assert.That((long?)other.Body["onRecord"], Is.EqualTo(first.Body["recorded"]![0]!["version"]!.GetValue<long>()), what);
                Assert.That((string?)other.Body["accepted"], Does.StartWith("Withdraw").And.Contain("entered in error"), what);
            });
        }
    }

    [Test]
    public async Task The_same_criteria_to_reside_in_another_order_are_the_same_review()
    {
        var patient = await Patient.AdmittedAsync();
        object Met(params string[] criteria) => new { occurredAt = Patient.Ago(70), criteriaMet = criteria, medicallyStable = false, by = "consultant" };
        var first = (await patient.Post("criteria-to-reside-reviews", Met("news-above-three", "last-hours-of-life"))).Expect(HttpStatusCode.OK);

        foreach (var again in new[] { Met("last-hours-of-life", "news-above-three"), Met("news-above-three", "last-hours-of-life", "news-above-three") })
        {
            var repeated = (await patient.Post("criteria-to-reside-reviews", again)).Expect(HttpStatusCode.OK);
            Assert.That((repeated.Version, repeated.Recorded), Is.EqualTo((first.Version, Array.Empty<string>())));
        }
    }

    private static async Task<Patient> Walked()
    {
        var patient = await Patient.AdmittedAsync();
        foreach (var (what, hoursAgo, body) in Walk)
        {
            (await patient.Post(what, Said(body, hoursAgo))).Expect(HttpStatusCode.OK);
        }

        return patient;
    }

    private static JsonObject Said(string body, double hoursAgo, string? note = null)
    {
        var said = JsonNode.Parse(body)!.AsObject();
        said["occurredAt"] = Patient.Ago(hoursAgo);
        if (note is not null)
        {
            said["note"] = note;
        }

        return said;
    }
}
