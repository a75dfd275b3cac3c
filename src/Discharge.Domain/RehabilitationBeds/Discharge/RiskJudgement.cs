using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>Who is confident that the risks at home can be managed, and why.</summary>
/// <param name="By">Who, as their tokens have it; never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RiskJudgement(Subject By, RehabilitationRole Role, ConfidenceGround Ground, NoteRef? Note = null)
{
    /// <summary>What is on record of it as the outcome of a visit.</summary>
    internal RisksJudgedManageable After(long visit, Instant at) => new(at, By, Role, Ground, visit, Note: Note, Follows: true);
}
