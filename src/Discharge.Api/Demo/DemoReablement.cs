using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Domain.Timelines;
using Discharge.Persistence;
using Discharge.Persistence.Handovers;
using NodaTime;

namespace Discharge.Api.Demo;

/// <summary>
/// The reablement team of the demonstration: those of the ward who left into reablement and were handed over, and two more whom others referred. It is loaded after the ward, and the team is registered last, so
/// whether it is there says whether all of it is.
/// </summary>
internal sealed class DemoReablement(DemoCaller caller, Instant began)
{
    /// <summary>The team, which is the hub's own.</summary>
    public const string Team = DemoWard.Hub;

    private const string Cases = "/v1/reablement-cases";

    private const string Olu = "w-118";

    private const string Petra = "w-204";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly (string Person, Step[] Steps)[] HandedOver =
    [
        ("Harold Pemberton", [Allocated(Hours(19), Olu), Dated(Hours(18))]),
        ("Iris Nakamura", [Allocated(Hours(31), Petra), Called(Hours(28), Petra), Goal(Hours(28))]),
        ("Joseph Quillfeather", [Allocated(Hours(51), Olu), Called(Hours(50), Olu), Asked(Hours(40)), Covered(Hours(10), Petra)]),
        ("Ruth Castellane", [Dated(Hours(5))]),
        ("Beatrix Adeyemi", [Allocated(Hours(191), Olu), Called(Hours(190), Olu), Ended(Days(2))]),
    ];

    private static readonly (string Person, string Referrer, string Source, Duration Ago, Step[] Steps)[] Referred =
    [
        ("Amos Tindall", "QDEMO1", "gp-liaison", Hours(31), []),
        ("Wilhelmina Stroud", "QDEMO2", "home-first-team", Days(56),
            [Answered(Days(56)), Allocated(Days(56), Olu), Called(Days(55), Olu), Called(Days(3), Olu), Over(Days(12))]),
    ];

    /// <summary>Whether all of it is there.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellation) =>
        (await caller.GetAsync("/v1/reablement-teams", cancellation))["teams"]!.AsArray().Any(team => (string?)team!["team"] == Team);

    /// <summary>Loads what is not there yet. Every command has a key of its own, so what was loaded before is not loaded again.</summary>
    /// <param name="casesByName">The discharge cases of the ward, by the names of their people.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task LoadAsync(ILookup<string, string> casesByName, CancellationToken cancellation)
    {
        foreach (var (person, steps) in HandedOver)
        {
            var path = $"{Cases}/{HandOvers.CaseOf(Guid.Parse(casesByName[person].First()))}";
            await UntilThereAsync(path, cancellation);
            await TakeAsync(person, path, steps, cancellation);
        }

        foreach (var (person, referrer, source, ago, steps) in Referred)
        {
            await TakeAsync(person, $"{Cases}/{await ReferAsync(person, referrer, source, ago, cancellation)}", steps, cancellation);
        }

        await RegisterAsync(cancellation);
    }

    private async Task RegisterAsync(CancellationToken cancellation)
    {
        var registration = new JsonObject { ["occurredAt"] = Spelled(Days(100)), ["team"] = Team, ["lead"] = "w-100" };
        if (await caller.PostAsync(Role.ReablementTeam, "/v1/reablement-teams", "demo reablement team", registration, cancellation) is not { } team)
        {
            return;
        }

        var (from, until) = (PublicJson.Spell(LocalCalendar.DateOf(began)), PublicJson.Spell(LocalCalendar.DateOf(began).PlusDays(6)));
        await caller.PostAsync(
            Role.ReablementTeam, $"/v1/reablement-teams/{team["id"]}/capacities", "demo reablement room",
            new() { ["occurredAt"] = Spelled(Hours(1)), ["role"] = "occupational-therapist", ["from"] = from, ["until"] = until, ["newPeople"] = 2 }, cancellation);
        await caller.PostAsync(
            Role.ReablementTeam, $"/v1/reablement-teams/{team["id"]}/duty-workers", "demo reablement duty",
            new() { ["occurredAt"] = Spelled(Hours(1)), ["worker"] = "w-140", ["role"] = "social-worker", ["from"] = from, ["until"] = until }, cancellation);
    }

    private async Task<string> ReferAsync(string person, string referrer, string source, Duration ago, CancellationToken cancellation)
    {
        var referral = new JsonObject
        {
            ["occurredAt"] = Spelled(ago),
            ["person"] = new JsonObject { ["name"] = person },
            ["source"] = source,
            ["referrer"] = referrer,
            ["team"] = Team,
        };
        return (await caller.PostAsync(Role.ReablementTeam, Cases, $"demo {person}", referral, cancellation))?["id"]!.ToString()
            ?? (await caller.GetAsync($"{Cases}?team={Team}&limit=200", cancellation))["cases"]!.AsArray().First(one => (string?)one!["referrer"] == referrer)!["id"]!.ToString();
    }

    // Whoever left is handed over within a second or two.
    private async Task UntilThereAsync(string path, CancellationToken cancellation)
    {
        while (!await caller.IsThereAsync(path, cancellation))
        {
            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task TakeAsync(string person, string path, Step[] steps, CancellationToken cancellation)
    {
        foreach (var (number, step) in steps.Index())
        {
            var body = step.Body.DeepClone().AsObject();
            body["occurredAt"] = Spelled(step.Ago);
            if (step.Tomorrow is { } field)
            {
                body[field] = PublicJson.Spell(LocalCalendar.DateOf(began).PlusDays(1));
            }

            await caller.PostAsync(Role.ReablementTeam, $"{path}/{step.What}", $"demo {person} reablement {number}", body, cancellation);
        }
    }

    private string Spelled(Duration ago) => PublicJson.Spell(began - ago);

    private static Duration Hours(int hours) => Duration.FromHours(hours);

    private static Duration Days(int days) => Duration.FromDays(days);

    private static Step Answered(Duration ago) => new("answers", ago, new() { ["answer"] = "accepted", ["referrerTold"] = true });

    private static Step Allocated(Duration ago, string worker) => new("allocations", ago, new() { ["worker"] = worker, ["role"] = "occupational-therapist" });

    private static Step Called(Duration ago, string by) => new("contacts", ago, new() { ["by"] = by, ["role"] = "occupational-therapist", ["how"] = "telephone" });

    private static Step Dated(Duration ago) => new("start-dates", ago, new() { ["confirmed"] = true }, Tomorrow: "on");

    private static Step Goal(Duration ago) => new("goals", ago, new() { ["area"] = "personal-care", ["baseline"] = 3, ["target"] = 8, ["note"] = "To wash without help." });

    private static Step Asked(Duration ago) => new("assessment-requests", ago, []);

    private static Step Covered(Duration ago, string by) => new("covers", ago, new() { ["by"] = by, ["role"] = "physiotherapist" });

    private static Step Over(Duration ago) => new("limit-decisions", ago, new() { ["waitingFor"] = "package-of-care", ["owner"] = "713", ["charge"] = "undecided" });

    private static Step Ended(Duration ago) => new("ending", ago, new() { ["sequel"] = "ongoing-low-level-support" });

    private sealed record Step(string What, Duration Ago, JsonObject Body, string? Tomorrow = null);
}
