using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Planted;

namespace Discharge.Faults.Suites;

/// <summary>R21: defects are planted, and the checker has to see each of them; in the same history without any it has to see nothing.</summary>
internal static class PlantedDefects
{
    /// <summary>What the work of each misbehaviour is drawn from.</summary>
    public static IReadOnlyList<int> Choose(Plan plan) => Misbehaviours.SeedsOf(plan.Seed);

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        await using var second = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        await using var third = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        var scene = await Scene.PlayAsync(house);
        var sound = Invariant.Check(await scene.WithAsync(new Defect("None", string.Empty)));
        var unseen = new List<string>();
        foreach (var defect in Defects.All)
        {
            var against = Invariant.Check(await scene.WithAsync(defect));
            var seen = against.FirstOrDefault(violation => violation.Code == defect.Code);
            Console.WriteLine($"   {(seen is null ? "!!" : "  ")} {defect.Name,-60} {(seen is null ? $"not seen by {defect.Code}, only by {string.Join(", ", against.Select(violation => violation.Code).Distinct())}" : seen.Code)}");
            if (seen is null)
            {
                unseen.Add(defect.Name);
            }
        }

        var misbehaviours = await Misbehaviours.UnseenAsync([house, second, third], plan.Seed);
        foreach (var one in (House[])[house, second, third])
        {
            sound = [.. sound, .. await Misbehaviours.AgainstAsync(one, Misbehaviours.None, plan.Seed)];
        }

        var findings = new Findings()
            .None("defects seen where there are none, in a history that is sound and by a service that does nothing wrong", sound.Count)
            .Equal("defects in what is stored, told or answered that were seen", Defects.All.Count - unseen.Count, Defects.All.Count)
            .Equal("misbehaviours of the service that were seen", Misbehaviours.All.Count - misbehaviours.Count, Misbehaviours.All.Count);
        return sound is [] && unseen is [] && misbehaviours is []
            ? findings
            : findings.Failed(plan.Seed, [.. sound.Select(violation => $"{violation.Code}: {violation.What}"), .. unseen.Concat(misbehaviours).Select(name => $"not seen: {name}")]);
    }
}
