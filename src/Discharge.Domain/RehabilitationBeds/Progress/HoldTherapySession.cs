using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A therapy session was held with the person.</summary>
/// <param name="OccurredAt">When it began.</param>
/// <param name="By">Who held it, as their tokens have it; never a name.</param>
/// <param name="Discipline">Their profession.</param>
/// <param name="Minutes">How many minutes it took.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HoldTherapySession(Instant OccurredAt, Subject By, RehabilitationRole Discipline, int Minutes, NoteRef? Note = null) : RehabilitationRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new TherapySessionHeld(OccurredAt, By, Discipline, Minutes, Note);
}
