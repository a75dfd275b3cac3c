using Discharge.Faults.Cycling;
using Discharge.Persistence.Tests.Cases;

namespace Discharge.Faults.Suites;

/// <summary>R4: the database commits and its answer is lost on the way, or the commit is, or both sides are cut off in the midst of it.</summary>
internal static class LostAnswers
{
    private static readonly Shape Shape = new(Clients: 12, Cases: 6, For: TimeSpan.FromSeconds(1.5));

    public static async Task<Findings> RunAsync(Plan plan)
    {
        var database = await FaultyDatabase.NewAsync();
        using var proxy = new DatabaseProxy(database.Application);
        await using var house = await new House(database) { Through = proxy.Port }.WithAsync(1);
        var findings = await Cycles.RunAsync(plan, new Findings(), seed => Cycle.RunAsync(house, seed, Shape, async (_, random, client) =>
        {
            var drawing = new Lock();
            proxy.EachCommit = () =>
            {
                lock (drawing)
                {
                    return random.Next(100) switch
                    {
                        < 8 => CommitFate.AnswerIsLost,
                        < 10 => CommitFate.NeverArrives,
                        < 12 => CommitFate.IsCutOffUnanswered,
                        _ => CommitFate.Arrives,
                    };
                }
            };
            await client.InTheMidstAsync(120);
            proxy.EachCommit = null;
        }));
        return findings.Note("commits lost on the way, or their answers", $"{proxy.Lost}");
    }
}
