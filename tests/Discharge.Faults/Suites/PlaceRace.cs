using System.Collections.Concurrent;
using System.Text.Json;
using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;
using Discharge.Persistence;
using Discharge.Persistence.Access;
using Discharge.Persistence.Beds;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;

namespace Discharge.Faults.Suites;

/// <summary>
/// A thousand people want eight places at one moment, on two nodes of which one is killed in the middle. Every place has one winner, every winner who was told so has it, everybody else is told
/// who has it, and no place and no case ever disagree.
/// </summary>
internal static class PlaceRace
{
    private const int Places = 8;

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        return await Cycles.RunAsync(plan, one => RunOnceAsync(house, one));
    }

    /// <summary>After how many answers one of the nodes is killed.</summary>
    public static int KillAfter(Plan plan) => Draws.Of(plan.Seed).Next(plan.Cases / 20, plan.Cases / 2);

    private static async Task<CycleResult> RunOnceAsync(House house, Plan plan)
    {
        using var ward = await Ward.OpenAsync(house.Database);
        var since = await Cycle.SinceAsync(house.Database);
        var ids = await ward.AdmitAsync(_ => house.Any(), plan.Cases);
        var places = await RegisterAsync(ward, house, plan.Seed);
        var told = await RaceAsync(ward, house, places, ids, KillAfter(plan));
        var won = told.Where(one => one.Answer.IsAck).ToArray();
        var refused = told.Where(one => one is { Answer.Status: 409, Code: "bed.reserved" }).ToArray();
        await using var pool = Connections.Open(house.Database.Application);
        using var known = new KnownHistories(TimeProvider.System);
        var disagreements = await new Reconciliation(pool, new CaseHistories(pool, new PersonSeals(new byte[32]), known)).FindAsync(Reach.Everything, CancellationToken.None);
        var found = new Findings()
            .Count("cycles", 1)
            .Tell(ward.Ledger)
            .Equal("winners", won.Length, Places)
            .Equal("refusals that say who has the place", refused.Count(one => won.Any(winner => winner.Place == one.Place && winner.Person == one.Holder)), plan.Cases - Places)
            .None("places with two winners", won.GroupBy(winner => winner.Place).Count(of => of.Count() > 1))
            .Equal("reservations on record in places", await OnRecordAsync(house.Database, since.Sequence, "bed.reserved.v1"), Places)
            .Equal("reservations on record in cases", await OnRecordAsync(house.Database, since.Sequence, "discharge-case.place-reserved.v1"), Places)
            .None("disagreements between places and cases", disagreements.Count)
            .None("gaps in the versions of a case or a place", await house.Database.AskAsync<long>("select count(*) from (select stream_id from cases.mt_events group by 1 having max(version) <> count(*)) gaps"));
        return new(found, [], []);
    }

    private static async Task<Told[]> RaceAsync(Ward ward, House house, Guid[] places, Guid[] people, int killAfter)
    {
        var (told, victim) = (new ConcurrentBag<Told>(), house.At(1));
        var at = DateTimeOffset.UtcNow;
        var racing = Parallel.ForAsync(0, people.Length, new ParallelOptions { MaxDegreeOfParallelism = 48 }, async (number, _) =>
        {
            var place = places[number % Places];
            told.Add(ToldBy(place, people[number], await ward.SendAsync(
                house.Any, $"/v1/beds/{place}/reservations", new { occurredAt = Node.Say(at), @case = people[number], until = Node.Say(at.AddDays(1)) })));
        });
        while (told.Count < killAfter && !racing.IsCompleted)
        {
            await Task.Delay(1);
        }

        await victim.KillAsync();
        house.IsAway(victim);
        await racing;
        await house.ReplaceAsync(victim);
        return [.. told];
    }

    private static async Task<Guid[]> RegisterAsync(Ward ward, House house, int seed)
    {
        var places = new Guid[Places];
        for (var number = 0; number < Places; number++)
        {
            places[number] = await ward.RegisterPlaceAsync(house.Any, $"Race {seed}, room {number}");
        }

        return places;
    }

    private static Told ToldBy(Guid place, Guid person, Answered answer)
    {
        using var body = JsonDocument.Parse(answer.Body);
        return new(
            place,
            person,
            answer,
            body.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null,
            body.RootElement.TryGetProperty("caseId", out var holder) ? holder.GetGuid() : null);
    }

    private static Task<long> OnRecordAsync(FaultyDatabase database, long since, string name) =>
        database.AskAsync<long>($"select count(*) from cases.mt_events where type = '{name}' and seq_id > {since}");

    private sealed record Told(Guid Place, Guid Person, Answered Answer, string? Code, Guid? Holder);
}
