using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>How the person gets on was reviewed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Role">The profession that led the review.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReviewReablement(Instant OccurredAt, ReablementRole Role, ReviewOutcome Outcome, NoteRef? Note = null) : ReablementRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new ReablementReviewed(OccurredAt, Role, Outcome, Note);
}
