using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>
/// To agree, before the person is discharged, on a place in a care home whose manager assessed them, for the case that the risks at home become unmanageable, together with the plan for their rehabilitation there (A6). It
/// may be agreed anew: each agreement stands for itself, and the place kept last is the one that is kept.
/// </summary>
/// <param name="OccurredAt">When it was agreed.</param>
/// <param name="Place">The place.</param>
/// <param name="AssessedAt">When its manager assessed the person.</param>
/// <param name="Manager">Who the manager is.</param>
/// <param name="RehabilitationPlan">The plan agreed with the home.</param>
/// <param name="By">The profession of whoever agrees it.</param>
/// <param name="KeptUntil">The first moment at which a registered place is no longer kept for the person.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AgreeCareHomePlace(
    Instant OccurredAt, CareHomePlace Place, Instant AssessedAt, NoteRef Manager, NoteRef RehabilitationPlan, RehabilitationRole By, Instant? KeptUntil = null, NoteRef? Note = null)
    : RehabilitationDecision(OccurredAt)
{
    /// <summary>The person had left.</summary>
    public static readonly Refusal AfterLeaving = new(
        "rehabilitation.contingency-after-leaving",
        "The person had been discharged or had left by then, and a contingency place is agreed before.",
        "An agreement dated before they left; or, where they have to move, an unplanned move into a care home.");

    /// <summary>The home's manager had not assessed the person.</summary>
    public static readonly Refusal NotAssessed = new(
        "rehabilitation.contingency-not-assessed", "The home's manager has to have assessed the person before a contingency place is agreed.", "The moment of that assessment, not after the agreement.");

    /// <summary>The place is not in a care home.</summary>
    public static readonly Refusal NotACareHome = new(
        "rehabilitation.not-a-care-home", "This place is a bed for rehabilitation, and neither a nursing bed nor in a residential home.", "A nursing bed, or a place in a residential home.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new CareHomePlaceAgreed(OccurredAt, Place.Kind, Place.Provider, AssessedAt, Manager, RehabilitationPlan, By, Place.Bed, Note, KeptUntil);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> DecideOn(RehabilitationCase rehabilitation) => rehabilitation.At(OccurredAt) switch
    {
        _ when Place.Kind is PlaceKind.Rehabilitation => NotACareHome,
        { Left: not null } or { Phase: RehabilitationPhase.InCareHome } => AfterLeaving,
        _ when AssessedAt > OccurredAt => NotAssessed,
        _ => With(Fact, Agreements.KeptBy(rehabilitation, OccurredAt).Where(bed => bed != Place.Bed)
            .Select(bed => new RehabilitationReservationEnded(OccurredAt, bed, ReservationEnd.NoLongerNeeded, Follows: true))),
    };
}
