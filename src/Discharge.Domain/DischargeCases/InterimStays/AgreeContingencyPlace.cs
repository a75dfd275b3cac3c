using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// To agree, before the person leaves the hospital, on a place in a care home whose manager assessed them there, for the case that the risks at home become unmanageable, together with
/// the plan for their rehabilitation (A6). A registered place is kept for them by it, so that nobody else is given it meanwhile. It may be agreed anew: each agreement stands for itself, and the
/// place kept last is the one that is kept.
/// </summary>
/// <param name="OccurredAt">When it was agreed.</param>
/// <param name="Kind">The kind of bed.</param>
/// <param name="Provider">The care home.</param>
/// <param name="AssessedAt">When its manager assessed the person in hospital.</param>
/// <param name="Manager">Who the manager is.</param>
/// <param name="RehabilitationPlan">The plan agreed with the home.</param>
/// <param name="By">The role of whoever agreed it.</param>
/// <param name="Bed">The place in the registry of beds, where a certain one is agreed.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="KeptUntil">The first moment at which that place is no longer kept for the person.</param>
public sealed record AgreeContingencyPlace(
    Instant OccurredAt,
    InterimBedKind Kind,
    OdsCode Provider,
    Instant AssessedAt,
    NoteRef Manager,
    NoteRef RehabilitationPlan,
    StaffRole By,
    Guid? Bed = null,
    NoteRef? Note = null,
    Instant? KeptUntil = null) : DischargeCaseDecision(OccurredAt)
{
    /// <summary>The person had left the hospital.</summary>
    public static readonly Refusal AfterLeaving = new(
        "discharge.contingency-after-leaving",
        "The person had left the hospital by then, and a contingency place is agreed before.",
        "An agreement dated before they left; or, where they have to move, an unplanned move into a care home.");

    /// <summary>The home's manager had not assessed the person in hospital.</summary>
    public static readonly Refusal NotAssessedInHospital = new(
        "discharge.contingency-not-assessed-in-hospital",
        "The home's manager has to have assessed the person in hospital before a contingency place is agreed.",
        "The moment of that assessment: after the person was admitted or first heard of, and not after the agreement.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ContingencyPlaceAgreed(OccurredAt, Kind, Provider, AssessedAt, Manager, RehabilitationPlan, By, Bed, Note, KeptUntil);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => discharge switch
    {
        _ when discharge.HadLeftBy(OccurredAt) => AfterLeaving.Naming(discharge.VersionOf<DischargedFromHospital>()),
        { Opening: { } opening } when AssessedAt > OccurredAt || AssessedAt < Instant.Min(discharge.AdmittedAt ?? opening.OccurredAt, opening.OccurredAt) => NotAssessedInHospital,
        _ => Contingency.GivingUp(discharge.Record(Fact), discharge, OccurredAt, but: Bed),
    };
}
