using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A task was done, or is no longer needed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Task">The task.</param>
/// <param name="As">How it ended.</param>
/// <param name="By">The role of whoever ended it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record EndTask(Instant OccurredAt, Guid Task, TaskEnd As, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>There is no such task.</summary>
    public static readonly Refusal NoSuchTask = new(
        "discharge.no-such-task", "No standing entry of this case sets a task of that id.", "The id of a task as the case shows it.");

    /// <summary>The task ended already.</summary>
    public static readonly Refusal AlreadyEnded = new(
        "discharge.task-already-ended", "That this task ended is on record already.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>The task ended before it was set.</summary>
    public static readonly Departure BeforeSet = new(
        "discharge.task-ended-before-set", "A task ended before the moment at which it was set.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new TaskEnded(OccurredAt, Task, As, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => CaseTasks.Find(discharge, Task) switch
    {
        null => NoSuchTask,
        { Ended: { } ended } => AlreadyEnded.Naming(ended.Version),
        var task => discharge.Record(Fact).Departing(BeforeSet, unless: OccurredAt >= task.Set.OccurredAt),
    };
}
