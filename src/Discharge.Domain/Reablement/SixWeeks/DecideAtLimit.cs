using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To decide why reablement goes on past six weeks: what it waits for, who has to bring that about, and whether the person is charged meanwhile. Visits go on whatever is decided.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="WaitingFor">What it waits for.</param>
/// <param name="Owner">The organisation that has to bring that about.</param>
/// <param name="Charge">Whether the person is charged meanwhile.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="FinanciallyAssessed">Whether what the person can pay was assessed, without which nobody decides that they are charged.</param>
public sealed record DecideAtLimit(Instant OccurredAt, WaitingFor WaitingFor, OdsCode Owner, ChargePosition Charge, NoteRef? Note = null, bool FinanciallyAssessed = false) : ReablementDecision(OccurredAt)
{
    /// <summary>The limit is not near.</summary>
    public static readonly Refusal TooEarly = new(
        "reablement.limit-not-near", "The six weeks were not near their end by then, so what comes past them is not decided yet.", "A moment from day 28 after the first contact on.");

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new LimitDecided(OccurredAt, WaitingFor, Owner, Charge, Note);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> DecideOn(ReablementCase then) => then switch
    {
        { FirstContact: null } => StartCharging.NotStarted,
        _ when !NearTheLimit.Is(then, OccurredAt) => TooEarly,
        _ when Charge is ChargePosition.Charged && !FinanciallyAssessed && !then.Facts.Any<ChargingStarted>() => StartCharging.NotAssessed,
        _ => Fact,
    };
}
