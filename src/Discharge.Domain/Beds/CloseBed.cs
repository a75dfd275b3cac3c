using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>A place is closed, for an infection or works. Nobody new is given it; whoever has it keeps it.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="ExpectedUntil">The date on which it is expected to be open again, where anybody knows.</param>
public sealed record CloseBed(Instant OccurredAt, ClosureReason Reason, LocalDate? ExpectedUntil = null) : BedCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override BedEvent Fact => new BedClosed(OccurredAt, Reason, ExpectedUntil);

    /// <inheritdoc/>
    protected override Decision<BedEvent> Judge(Bed bed) => Fact;
}
