using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The person came back to the bed that was held for them after a visit had ended without it: from a night at home, or while equipment is ordered.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReturnToRehabilitationBed(Instant OccurredAt, NoteRef? Note = null) : RehabilitationRecord(OccurredAt)
{
    /// <summary>No bed was held for them.</summary>
    public static readonly Refusal NothingHeld = new(
        "rehabilitation.no-bed-held", "No bed was held for this person then that they could come back to.", "An admission to a bed; or the moment at which one was held.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new ReturnedToRehabilitationBed(OccurredAt, Note: Note);

    /// <inheritdoc/>
    private protected override RehabilitationEvent Said(RehabilitationEvent there) => there is ReturnedToRehabilitationBed returned ? returned with { Bed = null } : there;

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        { OpenVisit: { } visit } => VisitOpen.Naming(visit.Start.Version),
        { Phase: RehabilitationPhase.AtHomeWithBedHeld, Place: { } bed } => Happened(rehabilitation, new ReturnedToRehabilitationBed(OccurredAt, bed, Note)),
        _ => NothingHeld,
    };
}
