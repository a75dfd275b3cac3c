using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;

namespace Discharge.Faults.Cycling;

/// <summary>How hard a house is worked during a cycle.</summary>
/// <param name="Clients">How many people send commands at once.</param>
/// <param name="Cases">About how many cases they open.</param>
/// <param name="For">For how long they begin new commands, at the least.</param>
internal sealed record Shape(int Clients, int Cases, TimeSpan For)
{
    /// <summary>Within how long the clocks of those who leave fall due.</summary>
    public TimeSpan DueWithin { get; init; } = TimeSpan.FromSeconds(0.8);

    /// <summary>For how long a command is sent again, and for how long it is waited that nothing moves any more.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How a command is sent: once until it is known what became of it, unless said otherwise.</summary>
    public Func<LedgerClient, Command, Random, Task<Answered?>> Send { get; init; } = (client, command, _) => client.SendAsync(command);

    /// <summary>What is done next: what the work gives, unless said otherwise.</summary>
    public Func<Work, Random, Command> Next { get; init; } = (work, random) => work.Next(random);

    /// <summary>What is done to each request after it has been written down as it was meant.</summary>
    public Action<HttpRequestMessage> OnTheWay { get; init; } = _ => { };

    /// <summary>What is done to each answer before it is written down.</summary>
    public Func<Answered, Answered> OnTheWayBack { get; init; } = answered => answered;

    /// <summary>What lateness is measured beside: nothing, unless the service is to keep its time through what is done to it.</summary>
    public Goal Lateness { get; init; } = Goals.Only(Goals.Lateness);

    /// <summary>What the longest wait for an answer is measured beside, likewise.</summary>
    public Goal Answered { get; init; } = Goals.Only(Goals.Answered);
}
