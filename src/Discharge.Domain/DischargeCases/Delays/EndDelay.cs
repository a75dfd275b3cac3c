using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A delay ended.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Delay">The entry with which it started.</param>
/// <param name="Note">What is added in words.</param>
public sealed record EndDelay(Instant OccurredAt, long Delay, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The case has no such delay.</summary>
    public static readonly Refusal NoSuchDelay = new(
        "discharge.no-such-delay", "No delay that stands on record in this case began with that entry.", "The number of a delay as the case shows it.");

    /// <summary>The delay ended at another moment.</summary>
    public static readonly Refusal AlreadyEnded = new(
        "discharge.delay-ended-already", "The end of this delay is on record already, at another moment.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>The end is dated before the beginning.</summary>
    public static readonly Departure BeforeItBegan = new(
        "discharge.delay-ended-before-it-began", "The end of the delay is dated before its beginning, so it counts for no time.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new DelayEnded(OccurredAt, Delay, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) =>
        (discharge.Facts.EntriesOf<DelayStarted>().FirstOrDefault(entry => entry.Version == Delay), discharge.Facts.EntriesOf<DelayEnded>().FirstOrDefault(entry => ((DelayEnded)entry.Fact).Delay == Delay)) switch
        {
            (null, _) => NoSuchDelay,
            (_, { } ended) => AlreadyEnded.Naming(ended.Version),
            var (started, _) => discharge.Record(Fact).Departing(BeforeItBegan, unless: OccurredAt >= started.Fact.OccurredAt),
        };
}
