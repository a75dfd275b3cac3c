using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To decide which pathway the person takes. It may be decided again when things change; the last decision counts.</summary>
/// <param name="OccurredAt">When it was decided.</param>
/// <param name="Pathway">Which.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Difference">Why it is not the pathway recommended, where it is not.</param>
public sealed record DecidePathway(Instant OccurredAt, Pathway Pathway, PathwayReason Reason, StaffRole By, NoteRef? Note = null, ReasonForDifference? Difference = null)
    : DischargeCaseDecision(OccurredAt)
{
    /// <summary>Pathway 1 without a functional assessment at the hospital (A1), or after leaving one in the community.</summary>
    public static readonly Refusal NotAssessed = new(
        "discharge.pathway-not-assessed",
        "Pathway 1 cannot be decided before the person's function has been assessed at the hospital.",
        "Record the functional assessment, or the assessment in the community for somebody who has left, then decide.");

    /// <summary>It is not the pathway last recommended, and nobody says why.</summary>
    public static readonly Departure DiffersWithoutReason = new(
        "discharge.pathway-differs-without-reason", "The pathway decided is not the one last recommended, and no reason was given.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PathwayDecided(OccurredAt, Pathway, Reason, By, Note, Difference);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) =>
        Pathway is Pathway.Pathway1 && discharge.At(OccurredAt) is var then && then.FunctionalAssessment is null && !then.AssessmentsInCommunity.Any()
            ? NotAssessed.For(WhatDischargeNeeds.Assessment)
            : discharge.Record(Fact).Departing(DiffersWithoutReason, unless: Difference is not null || IsAsRecommended(discharge.At(OccurredAt)));

    private bool IsAsRecommended(DischargeCase then) => then.Facts.Last<PathwayRecommended>() is not { } recommended || recommended.Pathway == Pathway;
}
