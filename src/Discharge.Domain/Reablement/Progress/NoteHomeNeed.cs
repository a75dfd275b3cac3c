using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>A need of equipment or of a way into or about the home is noted.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Need">What.</param>
/// <param name="Note">What is added in words.</param>
public sealed record NoteHomeNeed(Instant OccurredAt, HomeNeed Need, NoteRef? Note = null) : ReablementRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new HomeNeedNoted(OccurredAt, Need, Note);
}
