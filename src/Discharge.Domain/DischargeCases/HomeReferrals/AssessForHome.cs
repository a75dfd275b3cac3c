using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person was assessed for a care home: by the home, or by a trusted assessor whose word it takes.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The number of the entry that sent the referral.</param>
/// <param name="Assessor">On whose side the assessor was.</param>
/// <param name="NeedsCanBeMet">Whether the home was found able to meet their needs.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AssessForHome(Instant OccurredAt, long Referral, HomeAssessor Assessor, bool NeedsCanBeMet, NoteRef? Note = null) : HomeReferralCommand(OccurredAt, Referral)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new AssessedForHome(OccurredAt, Referral, Assessor, NeedsCanBeMet, Note);
}
