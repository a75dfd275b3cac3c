using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person was found to pay for their care home themselves, or not to. It is marked, and nothing is refused to them for it.</summary>
/// <param name="OccurredAt">When it was found.</param>
/// <param name="PaysAlone">Whether they do.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record MarkSelfFunder(Instant OccurredAt, bool PaysAlone, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new SelfFunderMarked(OccurredAt, PaysAlone, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(AgreeTopUp.OfSelfFunder, unless: !PaysAlone || HomeReferrals.Chosen(discharge.At(OccurredAt))?.TopUp is null);
}
