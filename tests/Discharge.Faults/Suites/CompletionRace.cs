using Discharge.Domain.Timelines;
using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Load;

namespace Discharge.Faults.Suites;

/// <summary>A visit in time is told in the very moment in which its clock falls due: whichever commits first, no breach stands in the end.</summary>
internal static class CompletionRace
{
    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        return await Cycles.RunAsync(plan, one => RaceAsync(house, one));
    }

    /// <summary>How many milliseconds after each clock falls due its visit is told, or before: so near that the watch and the command meet on the case's row.</summary>
    public static IReadOnlyList<int> MomentsOf(Plan plan)
    {
        var random = Draws.Of(plan.Seed);
        return [.. Enumerable.Range(0, plan.Cases).Select(_ => random.Next(-100, 100))];
    }

    private static async Task<CycleResult> RaceAsync(House house, Plan plan)
    {
        using var ward = await Ward.OpenAsync(house.Database);
        var ids = await ward.AdmitAsync(number => house.At(number % 2), plan.Cases);
        var due = DateTimeOffset.UtcNow.AddSeconds(3);
        await ward.LeaveAsync(number => house.At(number % 2), ids, _ => due);
        var moments = MomentsOf(plan);
        await Task.WhenAll(ids.Select(async (id, number) =>
        {
            await Task.Delay(TimeSpan.FromTicks(Math.Max(0, (due.AddMilliseconds(moments[number]) - DateTimeOffset.UtcNow).Ticks)));
            await ward.SeeAsync(() => house.At(number % 2), id, due.AddSeconds(-5));
        }));

        var evidence = await ward.EvidenceAsync();
        var ended = evidence.Cases.Values.Select(HowItEnded).ToArray();
        var result = ward.Judge(evidence, house.Said);
        result.Found
            .Tally("completions committed", ended.OfType<string>().Select(how => (how, 1L)))
            .None("cases in which it ended otherwise", ended.Count(how => how is null))
            .None("deadlocks", await house.Database.NewDeadlocksAsync());
        return result;
    }

    // What a case has of its clock of 24 hours: nothing, or one breach and its withdrawal because it was met in time.
    private static string? HowItEnded(StoredCase one)
    {
        var breaches = one.Events.Where(entry => entry.Entry?.Fact is ClockBreached { Rule: "T01" }).Select(entry => entry.Version).ToArray();
        var withdrawn = one.Events.Select(entry => entry.Entry?.Fact).OfType<BreachWithdrawn>().Where(taken => taken.Cause is BreachWithdrawalCause.MetInTime).Select(taken => taken.Breach).ToArray();
        return breaches switch
        {
            [] => "first, without a breach",
            [var breach] when withdrawn.Contains(breach) => "second, the breach withdrawn",
            _ => null,
        };
    }
}
