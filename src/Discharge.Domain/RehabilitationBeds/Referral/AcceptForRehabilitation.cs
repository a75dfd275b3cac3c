using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The team takes the person; a bed can be reserved for them.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AcceptForRehabilitation(Instant OccurredAt, NoteRef? Note = null) : RehabilitationDecision(OccurredAt)
{
    /// <summary>The referral was declined, and the person may have been referred anew since.</summary>
    public static readonly Refusal DeclinedAlready = new(
        "rehabilitation.declined-already", "This referral was declined, which ended it.", "Refer the person anew; or withdraw the decline where it was entered in error.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationAccepted(OccurredAt, Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        { IsDeclined: true } then => DeclinedAlready.Naming(then.Facts.EntriesOf<RehabilitationDeclined>().First().Version),
        { IsAccepted: true } => [],
        _ => Fact,
    };
}
