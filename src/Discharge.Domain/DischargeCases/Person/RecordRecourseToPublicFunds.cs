using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Whether the person has recourse to public funds. Never a reason to refuse anything.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordRecourseToPublicFunds(Instant OccurredAt, PublicFunds Standing, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PublicFundsRecorded(OccurredAt, Standing, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
