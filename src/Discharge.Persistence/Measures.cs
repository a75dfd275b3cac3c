using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Discharge.Persistence;

/// <summary>What the service says of its own work: traces and metrics without anything personal in them.</summary>
public static class Measures
{
    /// <summary>The name they are found under.</summary>
    public const string Name = "Discharge";

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Commands = Meter.CreateCounter<long>("discharge.commands", description: "Commands, by type of case and by what came of them.");

    private static readonly Counter<long> Looks = Meter.CreateCounter<long>("discharge.watch.cases", description: "Cases whose clocks the watch dealt with.");

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins the trace of a piece of work, such as "command" or "watch".</summary>
    internal static Activity? Begin(string work) => Source.StartActivity(work);

    /// <summary>Counts a command by what came of it.</summary>
    internal static void Command(string type, string outcome) => Commands.Add(1, new("case.type", type), new("outcome", outcome));

    /// <summary>Counts the cases of one look.</summary>
    internal static void Looked(int cases) => Looks.Add(cases);
}
