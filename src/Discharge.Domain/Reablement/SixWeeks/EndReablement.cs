using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>Reablement ends, with what comes after it in the national terms.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Sequel">What comes after it.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="HadLongTermSupport">Whether they had long-term support before reablement.</param>
public sealed record EndReablement(Instant OccurredAt, ReablementSequel Sequel, NoteRef? Note = null, bool HadLongTermSupport = false) : ReablementRecord(OccurredAt)
{
    /// <summary>Another ending is on record.</summary>
    public static readonly Refusal EndedAlready = new(
        "reablement.ended-already", "The end of reablement is on record already, at another moment or with another sequel.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>It ends with a sequel of reablement that never started.</summary>
    public static readonly Departure WithoutStart = new(
        "reablement.ended-without-start", "Reablement ended and no contact is on record: record the first contact, or say that the person declined, died or was readmitted.", Owner.ReablementTeam);

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new ReablementEnded(OccurredAt, Sequel, Note, HadLongTermSupport);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement) => reablement.Facts.EntriesOf<ReablementEnded>().FirstOrDefault() is { } ended
        ? EndedAlready.Naming(ended.Version)
        : Happened(reablement, Fact)
            .Departing(WithoutStart, unless: reablement.At(OccurredAt).FirstContact is not null || Sequel is ReablementSequel.Declined or ReablementSequel.Died or ReablementSequel.Readmitted)
            .Departing(AfterEnding, unless: !reablement.Facts.All<ContactMade>().Any(contact => contact.OccurredAt > OccurredAt));
}
