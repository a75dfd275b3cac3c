using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The urgent community response is asked to see to the person within two hours (T27), as after the team has closed for the day.</summary>
/// <param name="OccurredAt">When it received the referral.</param>
/// <param name="Service">The service that is asked.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RequestCrisisResponse(Instant OccurredAt, OdsCode Service, NoteRef? Note = null) : ReablementRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new CrisisResponseRequested(OccurredAt, Service, Note);
}
