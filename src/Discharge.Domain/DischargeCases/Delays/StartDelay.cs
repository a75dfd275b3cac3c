using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Something began to keep the person in hospital. Several delays may run at once.</summary>
/// <param name="OccurredAt">When it began.</param>
/// <param name="Reason">What, as a code of a dated list.</param>
/// <param name="ActsNext">Who has to act next.</param>
/// <param name="Attributable">The organisation the delay is attributable to, where known.</param>
/// <param name="Note">What is added in words.</param>
public sealed record StartDelay(Instant OccurredAt, DelayReason Reason, Owner ActsNext, OdsCode? Attributable = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The person was not ready to leave by then.</summary>
    public static readonly Departure NotReady = new(
        "discharge.delayed-before-ready", "The delay began when no review said that criteria to reside were no longer met; it counts from when one did.", Owner.Ward);

    /// <summary>The person had left by then.</summary>
    public static readonly Departure AfterLeaving = new("discharge.delayed-after-leaving", "The delay is dated after the person left the hospital.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new DelayStarted(OccurredAt, Reason, ActsNext, Attributable, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge)
    {
        var then = discharge.At(OccurredAt);
        return discharge.Record(Fact)
            .Departing(NotReady, unless: then.ReadySince is not null || then.Left is not null)
            .Departing(AfterLeaving, unless: then.Left is null);
    }
}
