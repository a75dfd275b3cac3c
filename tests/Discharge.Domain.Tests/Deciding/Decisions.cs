using Discharge.Domain.Deciding;

namespace Discharge.Domain.Tests.Deciding;

/// <summary>Facts in, facts or a refusal out: how the decisions about one kind of stream are told. A type of case derives from it once and says how it is folded.</summary>
/// <typeparam name="TState">What the decisions are made on.</typeparam>
/// <typeparam name="TFact">The kind of fact that makes up the stream.</typeparam>
public abstract class Decisions<TState, TFact>
    where TFact : Fact
{
    protected abstract TState StateOf(History history);

    /// <summary>What is on record, in order of recording.</summary>
    protected Given<TState, TFact> Given(params Recorded[] recorded) => new(Histories.HistoryOf(recorded), StateOf);
}

/// <summary>What is on record before something is decided.</summary>
public sealed class Given<TState, TFact>(History history, Func<History, TState> stateOf)
    where TFact : Fact
{
    public Decided<TFact> When(Func<TState, Decision<TFact>> decide) => new(decide(stateOf(history)));

    public Decided<EntryWithdrawn> When(Func<History, Decision<EntryWithdrawn>> decide) => new(decide(history));
}

/// <summary>What came of it.</summary>
public sealed class Decided<TFact>(Decision<TFact> decision)
    where TFact : Fact
{
    /// <summary>Exactly these facts, departing from nothing.</summary>
    public void ThenRecorded(params TFact[] facts) =>
        Assert.Multiple(() =>
        {
            Assert.That(Accepted.Facts, Is.EqualTo(facts));
            Assert.That(Accepted.Departures, Is.Empty);
        });

    /// <summary>It was so already.</summary>
    public void ThenRecordedNothing() => Assert.That(Accepted.Facts, Is.Empty);

    /// <summary>One fact, carrying exactly the codes of these departures.</summary>
    public void ThenDeparting(params Departure[] departures) =>
        Assert.Multiple(() =>
        {
            Assert.That(Accepted.Facts, Has.Length.EqualTo(1));
            Assert.That(Accepted.Departures, Is.EquivalentTo(departures));
            Assert.That(Accepted.Facts[0].Departures, Is.EqualTo(Accepted.Departures.Select(departure => departure.Code)));
        });

    /// <summary>Exactly these facts, departing from one rule.</summary>
    public void ThenRecordedWith(Departure departure, params TFact[] facts) =>
        Assert.Multiple(() =>
        {
            Assert.That(Accepted.Facts, Is.EqualTo(facts));
            Assert.That(Accepted.Departures, Is.EqualTo(new[] { departure }));
        });

    /// <summary>This refusal, with what it names.</summary>
    public void ThenRefused(Refusal refusal) =>
        Assert.That(decision, Is.InstanceOf<Decision<TFact>.Refused>().With.Property(nameof(Decision<>.Refused.Refusal)).EqualTo(refusal));

    private Decision<TFact>.Accepted Accepted => decision switch
    {
        Decision<TFact>.Accepted accepted => accepted,
        Decision<TFact>.Refused refused => throw new AssertionException($"Refused: {refused.Refusal}"),
        _ => throw new AssertionException("A decision is either accepted or refused."),
    };
}
