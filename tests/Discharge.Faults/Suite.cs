using System.Text.Json;
using Discharge.Faults.Suites;

namespace Discharge.Faults;

/// <summary>How much of a suite is run.</summary>
/// <param name="Cycles">How many cycles, each with a seed of its own.</param>
/// <param name="Cases">How many cases there are in a cycle, where the suite does not draw as many as the work goes on.</param>
internal sealed record Size(int Cycles, int Cases = 0);

/// <summary>What is to be done to the service, how often, and from which seed.</summary>
/// <param name="Size">How much.</param>
/// <param name="Seed">What the random choices of the first cycle start from; the next cycle has the next seed.</param>
/// <param name="IsQuick">Whether it is the short form, in which nothing is waited for longer than it takes to show.</param>
internal sealed record Plan(Size Size, int Seed, bool IsQuick = false)
{
    /// <summary>How many cycles.</summary>
    public int Cycles => Size.Cycles;

    /// <summary>How many cases in a cycle.</summary>
    public int Cases => Size.Cases;
}

/// <summary>One kind of fault.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="What">What is done, in a sentence.</param>
/// <param name="Full">How much in the long form.</param>
/// <param name="Quick">How much in the short one.</param>
/// <param name="Run">Does it.</param>
/// <param name="Choose">What a cycle of the plan chooses, by its seed alone.</param>
internal sealed record Suite(string Name, string What, Size Full, Size Quick, Func<Plan, Task<Findings>> Run, Func<Plan, object> Choose)
{
    /// <summary>The suite that needs a library that is not everywhere.</summary>
    public const string SteppedClocksName = "stepped-clocks";

    /// <summary>All there are.</summary>
    public static IReadOnlyList<Suite> All { get; } =
    [
        new("planted", "R21: defects are planted in what is stored, told and answered, and the service is made to misbehave; the checker has to see each.", new(1), new(1), PlantedDefects.RunAsync, PlantedDefects.Choose),
        new("killed-node", "R1: the node is killed while sixteen people work, and started again.", new(40), new(3), KilledNode.RunAsync, plan => KilledNode.Killing.Of(plan.Seed)),
        new("one-of-two", "R2: one of two nodes is killed, or frozen and continued, while people work.", new(40), new(2), OneOfTwo.RunAsync, plan => OneOfTwo.Blow.Of(plan)),
        new("database-stopped", "R3: the database is stopped at once, its main process killed, or one of its sessions.", new(50), new(3), DatabaseStopped.RunAsync, plan => DatabaseStopped.Stop.Of(plan)),
        new("lost-answers", "R4: the database commits and its answer is lost on the way, or the commit is.", new(60), new(2), LostAnswers.RunAsync, plan => LostAnswers.FatesOf(plan.Seed)),
        new("lost-connections", "R5: connections are reset, go silent, are left half open, drip or are ended, under a pool that is too small.", new(40), new(5), LostConnections.RunAsync, plan => LostConnections.Disturbance.Of(plan)),
        new("repeats", "R8: every command comes one to three times at once, and some come again later; what is handed over is asked for again and again.", new(60), new(3), Repeats.RunAsync, plan => Repeats.OftenOf(plan.Seed)),
        new("poison", "R9: a case that cannot be read has a clock that is due, and somebody sends ten megabytes.", new(20), new(2), Poison.RunAsync, plan => Poison.LargeOf(plan.Seed)),
        new("conflicts", "R10: sixteen people write to one case, much of it in each other's way, while its clock falls due.", new(60), new(3), Conflicts.RunAsync, plan => Conflicts.KindsOf(plan.Seed)),
        new("corruption", "R12: entries in the store are unknown or broken.", new(1), new(1), Corruption.RunAsync, _ => Corruption.Choices),
        new("shutdown", "R15: nodes are asked to end, one after the other, while people work.", new(20), new(2), Shutdown.RunAsync, plan => Shutdown.Ending.Of(plan.Seed)),
        new("two-nodes", "R2: clocks fall due on two nodes: one is killed and started again, the other frozen and continued.", new(1, Cases: 10_000), new(1, Cases: 400), TwoNodes.RunAsync, plan => TwoNodes.Course.Of(plan)),
        new("completion-race", "R10: a visit is recorded in the very moment in which its clock falls due.", new(40, Cases: 250), new(1, Cases: 250), CompletionRace.RunAsync, plan => CompletionRace.MomentsOf(plan)),
        new("place-race", "R10: a thousand people want eight places at one moment, and one of two nodes is killed in the middle.", new(20, Cases: 1_000), new(1, Cases: 120), PlaceRace.RunAsync, plan => PlaceRace.KillAfter(plan)),
        new("handed-over", "R1: the node is killed between a discharge into reablement and the opening of its reablement case.", new(200), new(2), HandedOver.RunAsync, plan => HandedOver.Killing.Of(plan.Seed)),
        new(SteppedClocksName, "R7: nodes whose wall clocks are ten minutes and a day off, either way.", new(4, Cases: 200), new(1, Cases: 40), SteppedClocks.RunAsync, plan => SteppedClocks.OffOf(plan.Seed)),
    ];

    /// <summary>What a cycle chooses by its seed, in words, so that two can be compared.</summary>
    public string Chosen(Plan plan) => JsonSerializer.Serialize(Choose(plan));
}
