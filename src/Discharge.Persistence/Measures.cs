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

    private static readonly Counter<long> Tries = Meter.CreateCounter<long>("discharge.messages.tries", description: "Messages tried, by recipient and by what came of it.");

    private static readonly Gauge<long> Away = Meter.CreateGauge<long>("discharge.recipients.away", description: "Recipients of notices that have not been reached for a quarter of an hour, or refuse a message.");

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Begins the trace of a piece of work, such as "command" or "watch".</summary>
    internal static Activity? Begin(string work) => Source.StartActivity(work);

    /// <summary>Counts a command by what came of it.</summary>
    internal static void Command(string type, string outcome) => Commands.Add(1, new("case.type", type), new("outcome", outcome));

    /// <summary>Counts the cases of one look.</summary>
    internal static void Looked(int cases) => Looks.Add(cases);

    /// <summary>Counts a message that was tried.</summary>
    internal static void Tried(string recipient, string receipt) => Tries.Add(1, new("recipient", recipient), new("outcome", receipt));

    /// <summary>Notes how many recipients are away.</summary>
    internal static void RecipientsAway(long recipients) => Away.Record(recipients);
}
