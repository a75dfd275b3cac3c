using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>
/// To withdraw an entry of any case as entered in error. Everything that followed from it is worked out again. A correction is not turned away for its own moment,
/// so one dated before there was anything to find out is accepted and flagged.
/// </summary>
/// <param name="OccurredAt">When it is withdrawn.</param>
/// <param name="Entry">The version of the entry.</param>
/// <param name="Reason">Why it should not have been there.</param>
/// <param name="Note">What is added in words.</param>
public sealed record WithdrawEntry(Instant OccurredAt, long Entry, WithdrawalReason Reason, NoteRef? Note = null)
{
    /// <summary>The case has no entry of that number.</summary>
    public static readonly Refusal NoSuchEntry = new("entry.not-found", "There is no entry of that number in this case.", "The number of an entry as the case's history shows it.");

    /// <summary>The entry was withdrawn before.</summary>
    public static readonly Refusal AlreadyWithdrawn = new("entry.already-withdrawn", "That entry has been withdrawn already.", "An entry that still stands.");

    /// <summary>A breach, or its withdrawal, follows from facts; only they can be wrong.</summary>
    public static readonly Refusal FollowsFromFacts = new(
        "entry.follows-from-facts",
        "A breach follows from what is on record about the person, so it cannot be withdrawn by itself.",
        "Withdraw or record the fact behind it; the breach is then worked out again.");

    /// <summary>It was handed over from another case, and only what it follows from there can be wrong.</summary>
    public static readonly Refusal HandedOver = new(
        "entry.handed-over",
        "This was handed over from another case of the person and stands with what is on record there, so it cannot be withdrawn by itself.",
        "Withdraw or record the fact behind it in that case; what was handed over is then taken back or put right.");

    /// <summary>The withdrawal is dated before the entry was recorded.</summary>
    public static readonly Departure BeforeRecorded = new(
        "entry.withdrawn-before-recorded",
        "The withdrawal is dated before its entry was recorded, when nobody could have found it to be wrong: withdraw it and date it when the error was found.",
        Owner.CareTransferHub);

    // Moments are often given to the minute only.
    private static readonly Duration Rounding = Duration.FromMinutes(1);

    /// <summary>The withdrawal to record, with those of what followed from the entry, nothing where the same withdrawal is on record, or why it is refused.</summary>
    public Decision<EntryWithdrawn> Decide(History history)
    {
        var withdrawal = new EntryWithdrawn(OccurredAt, Entry, Reason, Note);
        return history.Entries.FirstOrDefault(entry => entry.Version == Entry) switch
        {
            null => NoSuchEntry,
            { Fact: ClockBreached or BreachWithdrawn } => FollowsFromFacts,
            var entry when entry.RecordedBy == Actor.HandOvers => HandedOver,
            _ when history.Standing.Any(entry => entry.Fact.SaysTheSameAs(withdrawal)) => [],
            _ when !history.Stands(Entry) => AlreadyWithdrawn,
            var entry => AndWhatFollowed(history, new Recording<EntryWithdrawn>(withdrawal).Departing(BeforeRecorded, unless: OccurredAt > entry.RecordedAt - Rounding)),
        };
    }

    private static Decision<EntryWithdrawn> AndWhatFollowed(History history, Decision<EntryWithdrawn> decision) => decision is Decision<EntryWithdrawn>.Accepted { Facts: [var withdrawal] } accepted
        ? accepted with { Facts = [withdrawal, .. Consequences.Of(history, withdrawal)] }
        : decision;
}
