using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The person moved straight into a care home, and nobody had agreed on that before. It is recorded and starts its limit, and is never counted as a contingency place (A6).</summary>
/// <param name="OccurredAt">When they arrived there.</param>
/// <param name="Place">The place they came into.</param>
/// <param name="Reason">Why.</param>
/// <param name="AgreedBy">The profession of whoever agreed to it.</param>
/// <param name="Hazards">The risks that could not be managed, where that was why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record MoveUnplannedIntoCareHome(
    Instant OccurredAt, CareHomePlace Place, DirectMoveReason Reason, RehabilitationRole AgreedBy, Listed<Hazard>? Hazards = null, NoteRef? Note = null)
    : MoveIntoCareHome(OccurredAt, Place, AgreedBy, Note)
{
    /// <summary>Nobody had agreed on it beforehand.</summary>
    public static readonly Departure NotAgreedBefore = new(
        "rehabilitation.unplanned-care-home-move", "The person moved straight into a care home, which nobody had agreed on before.", Owner.RehabilitationTeam);

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new MovedIntoCareHome(OccurredAt, Place, Reason, [.. (Hazards ?? []).Distinct().Order()], AgreedBy, Note: Note);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => Moved(rehabilitation, recording => recording.Departing(NotAgreedBefore, unless: false));
}
