using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The team takes the person; a bed can be reserved for them.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AcceptForRehabilitation(Instant OccurredAt, NoteRef? Note = null) : RehabilitationDecision(OccurredAt)
{
    /// <summary>The team has accepted them, at another moment.</summary>
    public static readonly Refusal AcceptedAlready = new(
        "rehabilitation.accepted-already", "That the team takes this person is on record already, at another moment.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationAccepted(OccurredAt, Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) =>
        rehabilitation.Facts.EntriesOf<RehabilitationAccepted>().FirstOrDefault() is { } accepted ? AcceptedAlready.Naming(accepted.Version) : Fact;
}
