using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>Who answers for a case: one named worker, for whom a named colleague may stand in. From allocation on there is always one, and never two.</summary>
/// <param name="Worker">The named worker, or the lead who holds the case.</param>
/// <param name="Since">Since when.</param>
/// <param name="Entry">The entry that says so.</param>
/// <param name="Covering">Who stands in while the worker is sick.</param>
public sealed record Responsibility(Subject Worker, Instant Since, long Entry, Subject? Covering = null)
{
    /// <summary>Whether the team lead holds it, because the worker has left.</summary>
    public bool HeldByLead { get; init; }

    /// <summary>Who had it and left, where the lead holds it.</summary>
    public Subject? Left { get; init; }

    /// <summary>Whether the team was full and the worker on duty was given it.</summary>
    public bool OverCapacity { get; init; }

    /// <summary>Who is to be turned to.</summary>
    public Subject InCharge => Covering ?? Worker;

    /// <summary>Who answers by these facts; null before anybody was allocated.</summary>
    public static Responsibility? In(Facts<ReablementEvent> facts) =>
        facts.Entries.Aggregate((Responsibility?)null, (before, entry) => After(before, (ReablementEvent)entry.Fact, entry.Version));

    /// <summary>Whether every hand-over among these facts, which come in order of occurrence, is from whoever had the case by then.</summary>
    public static bool Follows(IEnumerable<ReablementEvent> facts)
    {
        var there = (Responsibility?)null;
        foreach (var fact in facts)
        {
            if (fact is WorkerHandedOver handed && there?.Worker != handed.From)
            {
                return false;
            }

            there = After(there, fact, entry: 0);
        }

        return true;
    }

    private static Responsibility? After(Responsibility? before, ReablementEvent fact, long entry) => fact switch
    {
        WorkerAllocated allocated => new(allocated.Worker, allocated.OccurredAt, entry) { OverCapacity = allocated.OverCapacity },
        WorkerHandedOver handed => new(handed.To, handed.OccurredAt, entry),
        WorkerLeft left => new(left.Lead, left.OccurredAt, entry) { HeldByLead = true, Left = left.Worker },
        WorkerCovered covered when before is not null => before with { Covering = covered.By },
        CoverEnded when before is not null => before with { Covering = null },
        _ => before,
    };
}
