using Akka.Actor;
using Akka.Persistence;

namespace Discharge.Benchmarks.Peers;

/// <summary>A case as a persistent actor: what it records is its state, held in memory.</summary>
internal sealed class CaseActor : ReceivePersistentActor
{
    private long _entries;

    public CaseActor(string id)
    {
        PersistenceId = id;
        Recover<Left>(_ => _entries++);
        Command<Leave>(leave =>
        {
            var asks = Sender;
            Persist(new Left(leave.Said), _ => asks.Tell(++_entries));
        });
    }

    public override string PersistenceId { get; }

    /// <summary>To record that somebody left, in the words of the request.</summary>
    public sealed record Leave(string Said);

    /// <summary>Somebody left.</summary>
    public sealed record Left(string Said);
}
