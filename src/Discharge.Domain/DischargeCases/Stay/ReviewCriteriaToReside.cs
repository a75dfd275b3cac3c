using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The criteria to reside were reviewed, as they are for everybody in a bed at least twice a day.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Met">The criteria met; none when the person no longer meets criteria to reside.</param>
/// <param name="MedicallyStable">Whether they are medically stable.</param>
/// <param name="By">The role of whoever reviewed.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="NextReview">When the next review is due, where it was said; it may lie ahead.</param>
public sealed record ReviewCriteriaToReside(Instant OccurredAt, Listed<CriterionToReside> Met, bool MedicallyStable, StaffRole By, NoteRef? Note = null, Instant? NextReview = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <summary>A review is dated after the person left.</summary>
    public static readonly Departure AfterLeaving = new("discharge.reviewed-after-leaving", "The review is dated after the person left the hospital.", Owner.Ward);

    /// <summary>A review recorded late finds the person not ready at a moment at which they were taken to be.</summary>
    public static readonly Departure ContradictsDischarge = new(
        "discharge.review-contradicts-discharge",
        "By this review the person was not ready when it was decided to discharge them, or when they left.",
        Owner.CareTransferHub);

    private bool FindsReady => Met.Count == 0 && MedicallyStable;

    // In the list's own order and each once, so that the same criteria said in another order are the same fact.
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CriteriaToResideReviewed(OccurredAt, [.. Met.Distinct().Order()], MedicallyStable, By, Note, NextReview);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) =>
        discharge.Record(Fact)
            .Departing(AfterLeaving, unless: discharge.At(OccurredAt).Left is null)
            .Departing(ContradictsDischarge, unless: FindsReady || !discharge.Facts.All<DischargeCaseEvent>().Any(fact => fact is DischargeDecided or DischargedFromHospital && Overtakes(discharge, fact)));

    // Whether this would have been the last review by the moment of a fact on record, in place of one that found the person ready.
    private bool Overtakes(DischargeCase discharge, DischargeCaseEvent recorded) =>
        OccurredAt <= recorded.OccurredAt
        && discharge.At(recorded.OccurredAt).LastReview is { Met.Count: 0, MedicallyStable: true } last
        && last.OccurredAt <= OccurredAt;
}
