using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The urgent community response was in contact with the person. It is no contact of the team, so neither reablement nor its free days start with it.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Request">The entry that requested it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordCrisisContact(Instant OccurredAt, long Request, NoteRef? Note = null) : ReablementRecord(OccurredAt)
{
    /// <summary>There is no such request.</summary>
    public static readonly Refusal NoSuchRequest = new(
        "reablement.no-such-crisis-request", "No entry of that number requested the urgent community response in this case.", "The number of a request as the history of the case shows it.");

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new CrisisContactMade(OccurredAt, Request, Note);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement) =>
        reablement.Facts.EntriesOf<CrisisResponseRequested>().Any(entry => entry.Version == Request) ? Happened(reablement, Fact) : NoSuchRequest;
}
