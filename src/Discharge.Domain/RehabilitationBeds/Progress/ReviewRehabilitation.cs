using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>How the person gets on was reviewed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Role">The profession that led the review.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReviewRehabilitation(Instant OccurredAt, RehabilitationRole Role, RehabilitationReviewOutcome Outcome, NoteRef? Note = null) : RehabilitationRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationReviewed(OccurredAt, Role, Outcome, Note);
}
