using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>Something that happened or was decided, as it is on record. What is stored is this record; who recorded it and when is kept beside it.</summary>
public abstract record Fact
{
    private protected Fact(Instant occurredAt) => OccurredAt = occurredAt;

    /// <summary>When it happened in the world, to the microsecond; often earlier than when it was recorded.</summary>
    public Instant OccurredAt { get; init; }

    /// <summary>Codes of the rules this fact departs from, judged on what had happened by its own moment.</summary>
    public Listed<string> Departures { get; init; } = [];

    /// <summary>Whether another fact says the same: the same kind, moment and content. What either departs from is a judgement, not content.</summary>
    public bool SaysTheSameAs(Fact other) => (this with { Departures = [] }).Equals(other with { Departures = [] });
}
