using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>One invented person's case, driven over HTTP. Times are hours before now, because the service refuses the future.</summary>
public sealed class Patient(Client client, Guid id, string ward)
{
    public static DateTimeOffset Now { get; } = DateTimeOffset.UtcNow;

    public Client Client => client;

    public Guid Id => id;

    public string Ward => ward;

    public string Path => $"/v1/discharge-cases/{id}";

    public static string Ago(double hours) => Spelled(Now.AddHours(-hours));

    public static string Spelled(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    public static object Opening(string ward, double hoursAgo = 96, object? person = null) => new
    {
        occurredAt = Ago(hoursAgo),
        admittedAt = Ago(hoursAgo),
        person = person ?? new { name = "Ada Marlowe", nhsNumberMissing = "not-yet-traced" },
        site = "RTEST",
        ward,
        hub = "QTEST",
        residence = "own-home",
    };

    public static async Task<Patient> AdmittedAsync(double hoursAgo = 96, object? person = null) =>
        await AdmittedAsync(new Client(await SharedService.RunningAsync(), Role.HubLead), hoursAgo, person);

    public static async Task<Patient> AdmittedAsync(Client client, double hoursAgo = 96, object? person = null)
    {
        var ward = $"Ward {Guid.NewGuid():N}";
        var opened = (await client.Post("/v1/discharge-cases", Opening(ward, hoursAgo, person))).Expect(HttpStatusCode.Created);
        return new Patient(client, opened.Body["id"]!.GetValue<Guid>(), ward);
    }

    /// <summary>Involved, ready, assessed, on Pathway 1 and decided to be discharged.</summary>
    public static async Task<Patient> PreparedAsync()
    {
        var patient = await AdmittedAsync();
        await patient.Involved(72);
        await patient.Reviewed(70);
        await patient.Assessed(60);
        await patient.OnPathway1(55);
        await patient.Decided(50);
        return patient;
    }

    public Task<Answer> Post(string what, object body, string? key = null, string? ifMatch = null) => client.Post($"{Path}/{what}", body, key, ifMatch);

    public static object Review(double hoursAgo, string by = "consultant") =>
        new { occurredAt = Ago(hoursAgo), criteriaMet = Array.Empty<string>(), medicallyStable = true, by };

    public Task<Answer> Involved(double hoursAgo) => Done("involvement", new { occurredAt = Ago(hoursAgo), who = "person", by = "nurse" });

    public Task<Answer> Reviewed(double hoursAgo) => Done("criteria-to-reside-reviews", Review(hoursAgo));

    public Task<Answer> Assessed(double hoursAgo) =>
        Done("functional-assessment", new { occurredAt = Ago(hoursAgo), by = "occupational-therapist", needs = new[] { "reablement" } });

    public Task<Answer> OnPathway1(double hoursAgo) =>
        Done("pathway-decision", new { occurredAt = Ago(hoursAgo), pathway = "pathway-1", reason = "home-first", by = "discharge-coordinator" });

    public Task<Answer> Decided(double hoursAgo) => Done("discharge-decision", new { occurredAt = Ago(hoursAgo), by = "consultant" });

    public Task<Answer> Left(double hoursAgo) => Done("discharge", new { occurredAt = Ago(hoursAgo), to = "own-home" });

    public Task<Answer> CheckedOn(double hoursAgo) => Done("welfare-check", new { occurredAt = Ago(hoursAgo), by = "nurse", outcome = "safe-and-well" });

    public Task<Answer> Seen(double hoursAgo) => Done("home-visit", new { occurredAt = Ago(hoursAgo), by = "occupational-therapist" });

    public async Task<JsonNode> Case() => (await client.Get(Path)).Expect(HttpStatusCode.OK).Body;

    public async Task<JsonNode> Clock(string rule) => (await Case())["clocks"]!.AsArray().Single(clock => clock!["rule"]!.GetValue<string>() == rule)!;

    public async Task<JsonNode> History(string query = "") => (await client.Get($"/v1/cases/{id}/history{query}")).Expect(HttpStatusCode.OK).Body;

    public string BoardPath => $"/v1/wards/RTEST/{Uri.EscapeDataString(ward)}/board";

    public string HistoryPath => $"/v1/cases/{id}/history";

    public async Task<string[]> Names() => [.. (await History())["entries"]!.AsArray().Select(entry => entry!["name"]!.GetValue<string>())];

    public async Task<Answer> Withdraw(long version) =>
        (await client.Post($"/v1/cases/{id}/entries/{version}/withdrawal", new { occurredAt = Ago(0), reason = "wrong-time" })).Expect(HttpStatusCode.OK);

    /// <summary>The history once it holds what the watch is to record; fails when that takes longer than the watch may.</summary>
    public async Task<JsonNode> HistoryOnce(Func<JsonNode, bool> holds)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (true)
        {
            var history = await History();
            if (holds(history))
            {
                return history;
            }

            Assert.That(DateTime.UtcNow, Is.LessThan(deadline), $"The watch has not recorded it: {history}");
        }
    }

    /// <summary>Records what is not refused.</summary>
    public async Task<Answer> Done(string what, object body) => (await Post(what, body)).Expect(HttpStatusCode.OK);
}
