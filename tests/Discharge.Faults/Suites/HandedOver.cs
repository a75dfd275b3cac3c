using Discharge.Faults.Cycling;
using Discharge.Faults.Load;
using Discharge.Persistence.Handovers;

namespace Discharge.Faults.Suites;

/// <summary>R1: somebody leaves into reablement and the only node is killed within the second in which their reablement case is opened; the next node goes on. In the end each discharge has one case.</summary>
internal static class HandedOver
{
    private static readonly string[] Reablement = ["reablement"];

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        return await Cycles.RunAsync(plan, one => RunOnceAsync(house, one.Seed));
    }

    private static async Task<CycleResult> RunOnceAsync(House house, int seed)
    {
        using var ward = await Ward.OpenAsync(house.Database);
        var discharge = (await ward.AdmitAsync(_ => house.Any(), people: 1))[0];
        await LeaveAsync(ward, house, discharge);
        await Task.Delay(Killing.Of(seed).After);
        await house.At(0).KillAsync();
        var wasOpened = await CasesOfAsync(house.Database, discharge) is not [];
        await house.ReplaceAsync(house.At(0));
        for (var until = DateTime.UtcNow + Longest; await LeftAsync(house.Database) > 0 && DateTime.UtcNow < until;)
        {
            await Task.Delay(20);
        }

        var (cases, left) = (await CasesOfAsync(house.Database, discharge), await LeftAsync(house.Database));
        var result = ward.Judge(await ward.EvidenceAsync(), house.Said);
        result.Found
            .Tally("nodes killed", [("before the case was opened", wasOpened ? 0 : 1), ("after", wasOpened ? 1 : 0)])
            .Equal("reablement cases of the discharges", cases.Count, 1)
            .None("reablement cases of another id than the discharge gives", cases.Count(id => id != HandOvers.CaseOf(discharge)))
            .None("hand-overs left", left);
        return result;
    }

    private static async Task LeaveAsync(Ward ward, House house, Guid discharge)
    {
        var at = Node.Say(DateTimeOffset.UtcNow.AddHours(-1));
        foreach (var (what, body) in ((string, object)[])
            [
                ("functional-assessment", new { occurredAt = at, by = "occupational-therapist", needs = Reablement }),
                ("pathway-decision", new { occurredAt = at, pathway = "pathway-1", reason = "home-first", by = "discharge-coordinator" }),
                ("discharge", new { occurredAt = at, to = "own-home" }),
            ])
        {
            if (await ward.SendAsync(house.Any, $"/v1/discharge-cases/{discharge}/{what}", body) is not { IsAck: true })
            {
                throw new InvalidOperationException($"{what} was refused.");
            }
        }
    }

    private static Task<List<Guid>> CasesOfAsync(FaultyDatabase database, Guid discharge) => database.ListAsync(
        $"select stream_id from cases.mt_events where type = 'reablement-case.referred.v1' and data ->> 'dischargeCase' = '{discharge}'", row => row.GetGuid(0));

    private static Task<long> LeftAsync(FaultyDatabase database) => database.AskAsync<long>("select count(*) from discharge.hand_overs");

    /// <summary>When the node is killed: the hand-over comes within a second, so early in one cycle, most likely before it, and late in the next, in it or after.</summary>
    /// <param name="After">How many milliseconds after the leaving is acknowledged.</param>
    internal sealed record Killing(int After)
    {
        /// <summary>Of a seed.</summary>
        public static Killing Of(int seed) => new(Draws.Of(seed).Next(550) + (seed % 2 == 0 ? 0 : 550));
    }
}
