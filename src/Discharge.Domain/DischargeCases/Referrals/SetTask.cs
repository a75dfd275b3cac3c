using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Something is to be done by somebody. Each task has an id of its own, made by the server.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Task">The task's id, made by the server.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Owner">The organisation that owns it.</param>
/// <param name="By">The role of whoever sets it.</param>
/// <param name="Due">By when; it may lie ahead.</param>
/// <param name="Note">What is to be done, in words.</param>
public sealed record SetTask(Instant OccurredAt, Guid Task, TaskKind What, OdsCode Owner, StaffRole By, Instant? Due = null, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new TaskSet(OccurredAt, Task, What, Owner, By, Due, Note);

    // The server makes a new id each time it is asked; the same task said twice is still one.
    private bool IsOnRecord(DischargeCase discharge) => discharge.Facts.All<TaskSet>().Any(set => (set with { Task = Task }).SaysTheSameAs(Fact));

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => IsOnRecord(discharge) ? [] : discharge.Record(Fact);
}
