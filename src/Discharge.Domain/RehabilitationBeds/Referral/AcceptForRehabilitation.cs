using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The team takes the person; a bed can be reserved for them.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AcceptForRehabilitation(Instant OccurredAt, NoteRef? Note = null) : RehabilitationDecision(OccurredAt)
{
    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationAccepted(OccurredAt, Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt).IsAccepted ? [] : Fact;
}
