using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Persistence;
using NodaTime;

namespace Discharge.Api.Demo;

/// <summary>
/// The rehabilitation ward of the demonstration: one person out on a home access visit with the bed held, one on a trial night at home, one whose discharge home is decided, one who moved from home straight into the
/// care home agreed for it, and one who is awaited. It is loaded after the others, and its last bed is registered last, so whether it is there says whether all of it is.
/// </summary>
internal sealed class DemoRehabilitation(DemoCaller caller, Instant began)
{
    /// <summary>The team, and the ward its beds are on.</summary>
    public const string Team = "RHDEMO";

    private const string Cases = "/v1/rehabilitation-bed-cases";

    private static readonly DemoRoom[] Beds = [.. Enumerable.Range(1, 6).Select(number => new DemoRoom(Team, $"Bay 1, bed {number}", "rehabilitation", 151_000))];

    private static readonly DemoRoom LastBed = new(Team, "Side room", "rehabilitation", 163_000);

    private static readonly (string Person, Duration Ago, Step[] Steps)[] People =
    [
        ("Winifred Ashdown", Days(10),
            [Accepted(Days(10)), Admitted(Days(9), 0), Goal(Days(9)), Therapy(Days(7)), Out(Hours(50)), Tested(Hours(49), "hoist", "failed"), Ended(Hours(48), "return-to-bed"), Out(Hours(2)), Tested(Hours(1), "hoist", "passed")]),
        ("Cyril Ottaway", Days(15),
            [Accepted(Days(15)), Admitted(Days(14), 1), Out(Hours(20)), Tested(Hours(19), "rails", "passed"), Risk(Hours(19)), Ended(Hours(18), "trial-night")]),
        ("Mabel Threlkeld", Days(21),
            [Accepted(Days(21)), Admitted(Days(20), 2), Therapy(Days(12)), Out(Days(2)), Tested(Hours(47), "commode", "passed"), Risk(Hours(47)), Confident(Hours(46)), Decided(Hours(26))]),
        ("Edmund Farrow", Days(30),
            [Accepted(Days(30)), Admitted(Days(29), 3), Agreed(Days(20)), Out(Days(18)), Tested(Hours(431), "walking-aid", "passed"), Risk(Hours(431)), Confident(Hours(430)), Decided(Days(17)), Left(Days(16)), Moved(Days(2))]),
        ("Nora Killick", Hours(30), [Accepted(Hours(28))]),
    ];

    /// <summary>Whether all of it is there.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellation) =>
        (await caller.GetAsync($"/v1/beds?provider={Team}&limit=200", cancellation))["beds"]!.AsArray().Any(bed => (string?)bed!["name"] == LastBed.Name);

    /// <summary>Loads what is not there yet. Every command has a key of its own, so what was loaded before is not loaded again.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        var rooms = await DemoHomes.RegisterAsync(caller, [.. Beds, DemoHomes.RosewoodEleven], began, cancellation);
        foreach (var (person, ago, steps) in People)
        {
            var path = $"{Cases}/{await ReferAsync(person, ago, cancellation)}";
            foreach (var (number, step) in steps.Index())
            {
                await TakeAsync($"demo {person} rehabilitation {number}", path, step, rooms, cancellation);
            }

            if (person == People[^1].Person)
            {
                await ReserveAsync(path.Split('/')[^1], rooms[Beds[4]], cancellation);
            }
        }

        await DemoHomes.RegisterAsync(caller, [LastBed], began, cancellation);
    }

    private async Task ReserveAsync(string @case, string bed, CancellationToken cancellation) => await caller.PostAsync(
        Role.RehabilitationTeam, $"/v1/beds/{bed}/reservations", "demo rehabilitation reservation",
        new() { ["occurredAt"] = Spelled(Hours(27)), ["case"] = @case, ["until"] = PublicJson.Spell(began + Days(1)) }, cancellation);

    private async Task<string> ReferAsync(string person, Duration ago, CancellationToken cancellation)
    {
        var referral = new JsonObject { ["occurredAt"] = Spelled(ago), ["route"] = "step-up", ["referrer"] = DemoWard.Hub, ["team"] = Team, ["person"] = new JsonObject { ["name"] = person } };
        return (await caller.PostAsync(Role.RehabilitationTeam, Cases, $"demo {person} rehabilitation", referral, cancellation))?["id"]!.ToString()
            ?? (await caller.GetAsync($"{Cases}?team={Team}&limit=200", cancellation))["cases"]!.AsArray().First(one => (string?)one!["person"]?["name"] == person)!["id"]!.ToString();
    }

    private async Task TakeAsync(string key, string path, Step step, IReadOnlyDictionary<DemoRoom, string> rooms, CancellationToken cancellation)
    {
        var body = step.Body.DeepClone().AsObject();
        body["occurredAt"] = Spelled(step.Ago);
        if (step.Bed is { } bed)
        {
            body["bed"] = rooms[Beds[bed]];
        }

        if (step.What is "contingency-places")
        {
            (body["bed"], body["assessedAt"], body["keptUntil"]) = (rooms[DemoHomes.RosewoodEleven], Spelled(step.Ago + Hours(2)), PublicJson.Spell(began + Days(10)));
        }

        await caller.PostAsync(Role.RehabilitationTeam, $"{path}/{await NumberedAsync(step.What, path, cancellation)}", key, body, cancellation);
    }

    // The last visit and the agreement are addressed by the numbers of their entries, which the case shows.
    private async Task<string> NumberedAsync(string what, string path, CancellationToken cancellation)
    {
        if (!what.Contains('{', StringComparison.Ordinal))
        {
            return what;
        }

        var shown = await caller.GetAsync(path, cancellation);
        return what
            .Replace("{visit}", shown["homeAccessVisits"]!.AsArray().LastOrDefault()?["visit"]!.ToString(), StringComparison.Ordinal)
            .Replace("{agreement}", shown["contingencyPlaces"]!.AsArray().LastOrDefault()?["agreement"]!.ToString(), StringComparison.Ordinal);
    }

    private string Spelled(Duration ago) => PublicJson.Spell(began - ago);

    private static Duration Hours(int hours) => Duration.FromHours(hours);

    private static Duration Days(int days) => Duration.FromDays(days);

    private static Step Accepted(Duration ago) => new("answers", ago, new() { ["accepted"] = true });

    private static Step Admitted(Duration ago, int bed) => new("admissions", ago, [], bed);

    private static Step Goal(Duration ago) => new("goals", ago, new() { ["area"] = "transfers", ["baseline"] = 2, ["target"] = 7, ["note"] = "To get out of my chair." });

    private static Step Therapy(Duration ago) => new("therapy-sessions", ago, new() { ["by"] = "w-204", ["discipline"] = "physiotherapist", ["minutes"] = 45 });

    private static Step Out(Duration ago) => new("home-access-visits", ago, new() { ["staff"] = new JsonArray(new JsonObject { ["who"] = "w-118", ["role"] = "occupational-therapist" }), ["others"] = new JsonArray("family-or-friend") });

    private static Step Tested(Duration ago, string item, string result) => new("home-access-visits/{visit}/equipment-tests", ago, new() { ["item"] = item, ["result"] = result });

    private static Step Risk(Duration ago) => new("home-access-visits/{visit}/risk-decisions", ago, new()
    {
        ["by"] = "w-118",
        ["role"] = "occupational-therapist",
        ["hazards"] = new JsonArray("falls"),
        ["options"] = new JsonArray("carer-shadows", "care-visits"),
        ["chosen"] = "carer-shadows",
    });

    private static Step Ended(Duration ago, string outcome) => new("home-access-visits/{visit}/outcome", ago, new() { ["outcome"] = outcome });

    private static Step Confident(Duration ago) => new("home-access-visits/{visit}/outcome", ago, new()
    {
        ["outcome"] = "confident-to-discharge",
        ["judgement"] = new JsonObject { ["by"] = "w-118", ["role"] = "occupational-therapist", ["ground"] = "managed-at-visit" },
    });

    private static Step Decided(Duration ago) => new("discharge-home-decisions", ago, new() { ["by"] = "w-118", ["role"] = "occupational-therapist" });

    private static Step Agreed(Duration ago) => new("contingency-places", ago, new() { ["manager"] = "Tom Adeyemi", ["rehabilitationPlan"] = "Stairs with one person twice a day.", ["by"] = "social-worker" });

    private static Step Left(Duration ago) => new("departures", ago, new() { ["for"] = "home" });

    private static Step Moved(Duration ago) => new("contingency-places/{agreement}/moves", ago, new() { ["hazards"] = new JsonArray("falls"), ["agreedBy"] = "occupational-therapist" });

    private sealed record Step(string What, Duration Ago, JsonObject Body, int? Bed = null);
}
