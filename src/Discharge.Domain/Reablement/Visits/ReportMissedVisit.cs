using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>A planned visit was missed, and why.</summary>
/// <param name="OccurredAt">When that was found.</param>
/// <param name="Visit">The entry that planned it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReportMissedVisit(Instant OccurredAt, long Visit, MissedVisitReason Reason, NoteRef? Note = null) : ReablementRecord(OccurredAt)
{
    /// <summary>No such visit was planned.</summary>
    public static readonly Refusal NoSuchVisit = new("reablement.no-such-visit", "No entry of that number planned a visit in this case.", "The number of a planned visit as the case shows it.");

    /// <summary>It is on record as made.</summary>
    public static readonly Departure WasMade = new("reablement.missed-and-made", "This visit is on record as made and as missed: withdraw what is wrong of the two.", Owner.ReablementTeam);

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new VisitMissed(OccurredAt, Visit, Reason, Note);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement) => reablement.Facts.EntriesOf<VisitPlanned>().Any(entry => entry.Version == Visit)
        ? Happened(reablement, Fact).Departing(WasMade, unless: !reablement.Facts.All<ContactMade>().Any(made => made.Visit == Visit))
        : NoSuchVisit;
}
