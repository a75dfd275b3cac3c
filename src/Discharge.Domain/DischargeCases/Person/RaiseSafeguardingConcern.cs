using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A safeguarding concern is raised. Who may see it is limited (<see cref="SensitiveFacts"/>); it stops nothing by itself.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever raises it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RaiseSafeguardingConcern(Instant OccurredAt, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new SafeguardingConcernRaised(OccurredAt, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
