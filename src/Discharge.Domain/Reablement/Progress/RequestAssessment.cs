using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>A functional assessment by the reablement therapists is requested; it is responded to within 48 hours (A7).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RequestAssessment(Instant OccurredAt, NoteRef? Note = null) : ReablementRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new AssessmentRequested(OccurredAt, Note);
}
