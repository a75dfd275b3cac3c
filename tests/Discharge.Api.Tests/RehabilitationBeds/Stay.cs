using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.Beds;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.RehabilitationBeds;

/// <summary>One invented person's stay in a rehabilitation bed, driven over HTTP by the rehabilitation team.</summary>
public sealed class Stay(Client client, string path, string team)
{
    public const string Cases = "/v1/rehabilitation-bed-cases";

    public Client Client => client;

    public string Path => path;

    public string Team => team;

    public Guid Id => Guid.Parse(path.Split('/')[^1]);

    public static object Referral(string team, double hoursAgo, object? person = null) => new
    {
        occurredAt = Patient.Ago(hoursAgo),
        route = "step-up",
        referrer = "QMJ01",
        team,
        person = person ?? new { name = "Winifred Ashdown" },
    };

    public static async Task<Stay> AcceptedAsync(double hoursAgo = 200, string? team = null)
    {
        team ??= NewTeam();
        var client = new Client(await SharedService.RunningAsync(), Role.RehabilitationTeam);
        var stay = new Stay(client, (await client.Post(Cases, Referral(team, hoursAgo))).Expect(HttpStatusCode.Created).Location!, team);
        await stay.Do("answers", new { occurredAt = Patient.Ago(hoursAgo - 1), accepted = true });
        return stay;
    }

    public static async Task<(Stay Stay, Place Bed)> InBedAsync(double hoursAgo = 190)
    {
        var (stay, bed) = (await AcceptedAsync(hoursAgo + 10), await Place.RegisteredAsync(kind: "rehabilitation", hoursAgo: 400));
        await stay.Do("admissions", new { occurredAt = Patient.Ago(hoursAgo), bed = bed.Id });
        return (stay, bed);
    }

    public static string NewTeam() => $"R{Guid.NewGuid():N}"[..8].ToUpperInvariant();

    public static object Going(double hoursAgo) => new { occurredAt = Patient.Ago(hoursAgo), staff = new[] { new { who = "w-118", role = "occupational-therapist" } }, others = new[] { "unpaid-carer" } };

    public Task<Answer> Post(string what, object body, string? key = null) => client.Post($"{path}/{what}", body, key);

    public async Task<Answer> Do(string what, object body) => (await Post(what, body)).Expect(HttpStatusCode.OK);

    /// <summary>Out on a home access visit; the number by which it is addressed.</summary>
    public async Task<long> Out(double hoursAgo) => EntryOf(await Do("home-access-visits", Going(hoursAgo)));

    public Task<Answer> Concluded(long visit, double hoursAgo, string outcome, object? judgement = null) =>
        Do($"home-access-visits/{visit}/outcome", new { occurredAt = Patient.Ago(hoursAgo), outcome, judgement });

    public async Task<JsonNode> Shown() => (await client.Get(path)).Expect(HttpStatusCode.OK).Body;

    public static long EntryOf(Answer answer) => answer.Body["recorded"]![0]!["version"]!.GetValue<long>();
}
