using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Home was found not to be possible for now. It may be found again; the last finding counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reasons">Why.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record FindHomeNotPossible(Instant OccurredAt, Listed<ReasonHomeNotPossible> Reasons, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new HomeFoundNotPossible(OccurredAt, [.. Reasons.Distinct().Order()], By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
