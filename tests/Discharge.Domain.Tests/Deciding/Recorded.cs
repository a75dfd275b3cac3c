using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Tests.Deciding;

/// <summary>A fact as it was recorded: said otherwise, at once and by the discharge coordinator.</summary>
public sealed record Recorded(Fact Fact)
{
    public static readonly Actor Coordinator = new("coordinator-7", "discharge-coordinator", OdsCode.Parse("NGT01"));

    public Instant? At { get; init; }

    public Actor By { get; init; } = Coordinator;

    public static implicit operator Recorded(Fact fact) => new(fact);
}

/// <summary>Histories as tests write them: what was recorded, in order of recording, which need not be the order in which it happened.</summary>
public static class Histories
{
    public static Recorded RecordedAt(this Fact fact, Instant at) => new(fact) { At = at };

    public static Recorded RecordedBy(this Fact fact, Actor actor) => new(fact) { By = actor };

    public static Recorded RecordedBy(this Recorded recorded, Actor actor) => recorded with { By = actor };

    public static History HistoryOf(params IEnumerable<Recorded> recorded) => History.Empty.Then(recorded);

    public static Recorded AtOnce(Fact fact) => fact;

    public static History HistoryOfAll(IEnumerable<Fact> facts) => HistoryOf(facts.Select(AtOnce));

    /// <summary>The history with more recorded in it, no earlier than it happened and than what was recorded before it.</summary>
    public static History Then(this History history, params IEnumerable<Recorded> recorded) =>
        recorded.Aggregate(history, (before, next) => before.With(new Entry(before.Version + 1, next.Fact, next.At ?? NoEarlier(before, next.Fact), next.By)));

    private static Instant NoEarlier(History before, Fact fact) =>
        before.Entries is [.., var last] ? Instant.Max(last.RecordedAt, fact.OccurredAt) : fact.OccurredAt;
}
