using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>An entry was withdrawn as entered in error. It stays in the history and no longer stands.</summary>
/// <param name="OccurredAt">When it was withdrawn.</param>
/// <param name="Entry">The version of the entry withdrawn.</param>
/// <param name="Reason">Why it should not have been there.</param>
/// <param name="Note">What was added in words.</param>
public sealed record EntryWithdrawn(Instant OccurredAt, long Entry, WithdrawalReason Reason, NoteRef? Note = null) : Fact(OccurredAt);

/// <summary>Why an entry was entered in error. A list of our own; no national list is in force for it.</summary>
public enum WithdrawalReason
{
    /// <summary>It concerns somebody else.</summary>
    WrongPerson,

    /// <summary>The moment given was wrong.</summary>
    WrongTime,

    /// <summary>What was said was wrong.</summary>
    WrongContent,

    /// <summary>It never happened.</summary>
    DidNotHappen,

    /// <summary>It was recorded twice.</summary>
    RecordedTwice,
}
