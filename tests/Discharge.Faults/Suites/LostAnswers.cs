using Discharge.Faults.Cycling;
using Discharge.Persistence.Tests.Cases;

namespace Discharge.Faults.Suites;

/// <summary>R4: the database commits and its answer is lost on the way, or the commit is, or both sides are cut off in the midst of it.</summary>
internal static class LostAnswers
{
    private const int Commits = 1_000;

    private static readonly Shape Shape = new(Clients: 12, Cases: 6, For: TimeSpan.FromSeconds(1.5));

    public static async Task<Findings> RunAsync(Plan plan)
    {
        var database = await FaultyDatabase.NewAsync();
        using var proxy = new DatabaseProxy(database.Application);
        await using var house = await new House(database) { Through = proxy.Port }.WithAsync(1);
        var findings = await Cycles.RunAsync(plan, one => Cycle.RunAsync(house, one.Seed, Shape, async client =>
        {
            var (fates, commit) = (FatesOf(one.Seed), 0);
            proxy.EachCommit = () => commit < fates.Count ? fates[commit++] : CommitFate.Arrives;
            await client.InTheMidstAsync(120);
            proxy.EachCommit = null;
        }));
        return findings.Some("commits lost on the way, or their answers", proxy.Lost);
    }

    /// <summary>What becomes of each commit, in the order in which they arrive.</summary>
    public static IReadOnlyList<CommitFate> FatesOf(int seed)
    {
        var random = Draws.Of(seed);
        return
        [
            .. Enumerable.Range(0, Commits).Select(_ => random.Next(100) switch
            {
                < 8 => CommitFate.AnswerIsLost,
                < 10 => CommitFate.NeverArrives,
                < 12 => CommitFate.IsCutOffUnanswered,
                < 13 => CommitFate.IsSwallowed,
                _ => CommitFate.Arrives,
            }),
        ];
    }
}
