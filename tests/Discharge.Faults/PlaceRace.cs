using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Discharge.Persistence;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;

namespace Discharge.Faults;

/// <summary>
/// A thousand people want eight places at one moment, on two nodes of which one is killed in the middle. Every place has one winner, every winner who was told so has it, everybody else is told
/// who has it, and no place and no case ever disagree.
/// </summary>
internal static class PlaceRace
{
    private const int Places = 8;

    private static readonly string[] Features = ["twenty-four-hour-care"];

    private static readonly string[] Funders = ["joint"];

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var database = await FaultyDatabase.NewAsync();
        await using var survivor = await Node.StartAsync(database);
        var (findings, random, people) = (new Findings(), new Random(plan.Seed), plan.IsQuick ? 120 : 1_000);
        var (winners, refused, unclear, wrong) = (0, 0, 0, 0);
        for (var race = 0; race < plan.Cycles; race++)
        {
            await using var victim = await Node.StartAsync(database);
            var ids = await Ward.AdmitAsync(_ => survivor, people);
            var places = await RegisterAsync(survivor, race);
            var told = await RaceAsync(survivor, victim, places, ids, random.Next(people / 20, people / 2));
            var won = told.Where(answer => answer.Status is HttpStatusCode.OK).ToArray();
            winners += won.Length;
            refused += told.Count(answer => answer is { Status: HttpStatusCode.Conflict, Code: "bed.reserved" });
            unclear += told.Count(answer => answer.Status is not HttpStatusCode.OK && !(answer.Code == "bed.reserved" && won.Any(winner => winner.Place == answer.Place && winner.Person == answer.Holder)));
            wrong += won.GroupBy(winner => winner.Place).Count(of => of.Count() > 1);
        }

        await using var pool = Connections.Open(database.Application);
        var disagreements = await new Reconciliation(pool, new CaseHistories(pool)).FindAsync(CancellationToken.None);
        return findings
            .Equal("winners", winners, Places * plan.Cycles)
            .Equal("refusals", refused, (people - Places) * plan.Cycles)
            .None("refusals that do not say who has the place", unclear)
            .None("places with two winners", wrong)
            .Equal("reservations on record in places", await OnRecordAsync(database, "bed.reserved.v1"), Places * plan.Cycles)
            .Equal("reservations on record in cases", await OnRecordAsync(database, "discharge-case.place-reserved.v1"), Places * plan.Cycles)
            .None("disagreements between places and cases", disagreements.Count);
    }

    private static async Task<Told[]> RaceAsync(Node survivor, Node victim, Guid[] places, Guid[] people, int killAfter)
    {
        var (told, living) = (new ConcurrentBag<Told>(), new[] { survivor, victim });
        var at = DateTimeOffset.UtcNow;
        var racing = Parallel.ForAsync(0, people.Length, new ParallelOptions { MaxDegreeOfParallelism = 48 }, async (number, _) =>
        {
            var place = places[number % Places];
            using var answer = await Node.CommandAsync(
                () => living[number % 2], $"/v1/beds/{place}/reservations", new { occurredAt = Node.Say(at), @case = people[number], until = Node.Say(at.AddDays(1)) });
            told.Add(await ToldAsync(place, people[number], answer));
        });
        while (told.Count < killAfter && !racing.IsCompleted)
        {
            await Task.Delay(1);
        }

        await victim.KillAsync();
        living[1] = survivor;
        await racing;
        return [.. told];
    }

    private static async Task<Guid[]> RegisterAsync(Node node, int race)
    {
        var places = new Guid[Places];
        for (var number = 0; number < Places; number++)
        {
            using var answer = await Node.CommandAsync(() => node, "/v1/beds", new
            {
                occurredAt = Node.Say(DateTimeOffset.UtcNow.AddHours(-1)),
                provider = "VRACE",
                name = $"Race {race}, room {number}",
                kind = "nursing",
                area = "713",
                features = Features,
                weeklyCost = 119_500,
                funders = Funders,
            });
            places[number] = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        }

        return places;
    }

    private static async Task<Told> ToldAsync(Guid place, Guid person, HttpResponseMessage answer)
    {
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return new(
            place,
            person,
            answer.StatusCode,
            body.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null,
            body.RootElement.TryGetProperty("caseId", out var holder) ? holder.GetGuid() : null);
    }

    private static Task<long> OnRecordAsync(FaultyDatabase database, string name) => database.AskAsync<long>($"select count(*) from cases.mt_events where type = '{name}'");

    private sealed record Told(Guid Place, Guid Person, HttpStatusCode Status, string? Code, Guid? Holder);
}
