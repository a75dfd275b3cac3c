using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Persistence;
using NodaTime;

namespace Discharge.Api.Demo;

/// <summary>A place in a home near the demonstration ward.</summary>
/// <param name="Provider">The home.</param>
/// <param name="Name">What the home calls it.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="WeeklyCost">What a week costs, in pence.</param>
internal sealed record DemoRoom(string Provider, string Name, string Kind, int WeeklyCost);

/// <summary>The places of two homes near the demonstration ward: those that its people on Pathway 3 are in, and some that are free.</summary>
internal static class DemoHomes
{
    private const string Rosewood = "VDEMO1";

    private const string Larchfield = "VDEMO2";

    private static readonly Duration RegisteredAgo = Duration.FromDays(100);

    /// <summary>In a nursing home.</summary>
    public static DemoRoom RosewoodFour { get; } = new(Rosewood, "Room 4", "nursing", 124_600);

    /// <summary>In the same nursing home, with more care.</summary>
    public static DemoRoom RosewoodNine { get; } = new(Rosewood, "Room 9", "nursing", 131_000);

    /// <summary>In a residential home.</summary>
    public static DemoRoom LarchfieldTwo { get; } = new(Larchfield, "Room 2", "residential", 81_900);

    /// <summary>In the nursing home, agreed for somebody of the rehabilitation ward.</summary>
    public static DemoRoom RosewoodEleven { get; } = new(Rosewood, "Room 11", "nursing", 124_600);

    private static IReadOnlyList<DemoRoom> Rooms { get; } =
        [RosewoodFour, RosewoodNine, LarchfieldTwo, RosewoodEleven, new(Rosewood, "Room 12", "nursing", 124_600), new(Larchfield, "Room 5", "residential", 81_900), new(Larchfield, "Room 6", "residential", 84_000)];

    /// <summary>Registers the places that are not registered yet, and says which is which by its id.</summary>
    public static Task<IReadOnlyDictionary<DemoRoom, string>> RegisterAsync(DemoCaller caller, Instant now, CancellationToken cancellation) => RegisterAsync(caller, Rooms, now, cancellation);

    /// <summary>The same, of some places.</summary>
    public static async Task<IReadOnlyDictionary<DemoRoom, string>> RegisterAsync(DemoCaller caller, IEnumerable<DemoRoom> rooms, Instant now, CancellationToken cancellation)
    {
        var registered = new Dictionary<DemoRoom, string>();
        foreach (var home in rooms.GroupBy(room => room.Provider))
        {
            var there = (await caller.GetAsync($"/v1/beds?provider={home.Key}&limit=200", cancellation))["beds"]!.AsArray().ToDictionary(bed => bed!["name"]!.ToString(), bed => bed!["id"]!.ToString());
            foreach (var room in home)
            {
                registered[room] = there.GetValueOrDefault(room.Name) ?? await RegisterAsync(caller, room, now, cancellation);
            }
        }

        return registered;
    }

    private static async Task<string> RegisterAsync(DemoCaller caller, DemoRoom room, Instant now, CancellationToken cancellation)
    {
        var registration = new JsonObject
        {
            ["occurredAt"] = PublicJson.Spell(now - RegisteredAgo),
            ["provider"] = room.Provider,
            ["name"] = room.Name,
            ["kind"] = room.Kind,
            ["area"] = "713",
            ["features"] = new JsonArray("twenty-four-hour-care"),
            ["weeklyCost"] = room.WeeklyCost,
            ["funders"] = new JsonArray("joint", "self-funder"),
        };
        var answer = await caller.PostAsync(Role.DischargeCoordinator, "/v1/beds", $"demo {room.Provider} {room.Name}", registration, cancellation)
            ?? throw new HttpRequestException($"The demonstration cannot be loaded: {room.Name} of {room.Provider} stands against what is on record.");
        return answer["id"]!.ToString();
    }
}
