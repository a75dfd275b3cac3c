using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The person says whether they want reablement, at whatever point. Where they do not, they are no longer owed what had not happened yet.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Answer">What they say.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AnswerReablementConsent(Instant OccurredAt, ReablementConsent Answer, NoteRef? Note = null) : ReablementRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new ReablementConsentAnswered(OccurredAt, Answer, Note);
}
