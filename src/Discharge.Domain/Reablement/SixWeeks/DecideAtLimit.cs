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
public sealed record DecideAtLimit(Instant OccurredAt, WaitingFor WaitingFor, OdsCode Owner, ChargePosition Charge, NoteRef? Note = null) : ReablementDecision(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new LimitDecided(OccurredAt, WaitingFor, Owner, Charge, Note);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> DecideOn(ReablementCase then) => then.FirstContact is null ? StartCharging.NotStarted : Fact;
}
