using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person or their carer was informed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">Who was informed.</param>
/// <param name="On">About what.</param>
/// <param name="By">The role of whoever informed them.</param>
/// <param name="Format">In which format, where it was a special one.</param>
/// <param name="Note">What is added in words.</param>
public sealed record GiveInformation(Instant OccurredAt, Party To, InformationOn On, StaffRole By, InformationFormat? Format = null, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new InformationGiven(OccurredAt, To, On, By, Format, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
