using System.Collections.Immutable;

namespace Discharge.Domain.Deciding;

/// <summary>A fact about to be recorded whatever rule it breaks, collecting what it departs from.</summary>
/// <param name="Fact">What happened.</param>
/// <typeparam name="TFact">The kind of fact that makes up the stream.</typeparam>
public sealed record Recording<TFact>(TFact Fact)
    where TFact : Fact
{
    private ImmutableArray<Departure> Departures { get; init; } = [];

    /// <summary>This recording, departing from a rule unless the rule was kept.</summary>
    public Recording<TFact> Departing(Departure departure, bool unless) =>
        unless ? this : this with { Departures = Departures.Add(departure) };

    internal Decision<TFact> ToDecision() =>
        new Decision<TFact>.Accepted([Fact with { Departures = [.. Departures.Select(departure => departure.Code)] }], Departures);
}
