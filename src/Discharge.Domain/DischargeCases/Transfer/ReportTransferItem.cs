using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To say how something needed for a safe transfer stands: needed, arranged, in place or not needed.</summary>
/// <param name="OccurredAt">When it stood so.</param>
/// <param name="Item">What is needed.</param>
/// <param name="State">How it stands.</param>
/// <param name="For">When it is to be in place, where it is arranged; for transport, when the person is to leave. It may lie ahead.</param>
/// <param name="Equipment">Which equipment, where it is equipment; each kind stands for itself.</param>
/// <param name="Receiver">Who receives the person, where it is that.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReportTransferItem(
    Instant OccurredAt,
    TransferItem Item,
    TransferItemState State,
    Instant? For = null,
    EquipmentKind? Equipment = null,
    ReceiverRole? Receiver = null,
    NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new TransferItemReported(OccurredAt, Item, State, For, Equipment, Receiver, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
