using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Beds;

/// <summary>A registered place, driven over HTTP.</summary>
public sealed class Place(Client client, Guid id, string provider)
{
    private static int _registered;

    public Guid Id => id;

    public string Provider => provider;

    public string Path => $"/v1/beds/{id}";

    /// <summary>A code of a home that no other test uses.</summary>
    public static string NewProvider() => $"V{Guid.NewGuid():N}"[..10].ToUpperInvariant();

    public static object Registration(string provider, string? name = null, string kind = "nursing", int weeklyCost = 119_500, double hoursAgo = 200, params string[] features) => new
    {
        occurredAt = Patient.Ago(hoursAgo),
        provider,
        name = name ?? $"Room {Interlocked.Increment(ref _registered)}",
        kind,
        area = "713",
        features,
        weeklyCost,
        funders = new[] { "joint" },
    };

    public static async Task<Place> RegisteredAsync(Client? client = null, string? provider = null, string kind = "nursing", int weeklyCost = 119_500, double hoursAgo = 200, params string[] features)
    {
        client ??= new Client(await SharedService.RunningAsync());
        provider ??= NewProvider();
        var answer = (await client.Post("/v1/beds", Registration(provider, kind: kind, weeklyCost: weeklyCost, hoursAgo: hoursAgo, features: features))).Expect(HttpStatusCode.Created);
        return new Place(client, answer.Body["id"]!.GetValue<Guid>(), provider);
    }

    public static object ReservationFor(Guid @case, double hoursAgo = 3, double untilHoursAgo = -24) => new { occurredAt = Patient.Ago(hoursAgo), @case, until = Patient.Ago(untilHoursAgo) };

    public Task<Answer> Post(string what, object body, string? key = null) => client.Post($"{Path}/{what}", body, key);

    public Task<Answer> ReserveFor(Guid @case, double hoursAgo = 3, double untilHoursAgo = -24) => Post("reservations", ReservationFor(@case, hoursAgo, untilHoursAgo));

    public async Task<JsonNode> Shown() => (await client.Get(Path)).Expect(HttpStatusCode.OK).Body;

    public async Task<string> Status() => (string)(await Shown())["status"]!;

    public async Task<Guid[]> Found(string query) =>
        [.. (await client.Get($"/v1/beds?provider={provider}&{query}")).Expect(HttpStatusCode.OK).Body["beds"]!.AsArray().Select(bed => bed!["id"]!.GetValue<Guid>())];
}
