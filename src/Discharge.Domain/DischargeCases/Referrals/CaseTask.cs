using System.Collections.Immutable;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>One task as what stands on record makes it.</summary>
/// <param name="Entry">The number of the entry that set it.</param>
/// <param name="Set">What was set.</param>
/// <param name="Ended">The entry that ended it, or null while it is open.</param>
public sealed record CaseTask(long Entry, TaskSet Set, Entry? Ended)
{
    /// <summary>How it ended, or null while it is open.</summary>
    public TaskEnded? End => Ended?.Fact as TaskEnded;
}

/// <summary>The tasks of a case.</summary>
public static class CaseTasks
{
    /// <summary>All that stand, in the order they were set.</summary>
    public static ImmutableArray<CaseTask> Of(DischargeCase discharge) => [.. discharge.Facts.EntriesOf<TaskSet>().Select(entry => Of(discharge, entry))];

    /// <summary>The task of this id, or null where none that stands sets it.</summary>
    public static CaseTask? Find(DischargeCase discharge, Guid id) => Of(discharge).FirstOrDefault(task => task.Set.Task == id);

    private static CaseTask Of(DischargeCase discharge, Entry entry) =>
        entry.Fact is TaskSet set
            ? new(entry.Version, set, discharge.Facts.EntriesOf<TaskEnded>().FirstOrDefault(ending => ending.Fact is TaskEnded ended && ended.Task == set.Task))
            : throw new ArgumentException("The entry sets no task.", nameof(entry));
}
