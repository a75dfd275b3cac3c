using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What has to be on record before somebody is discharged, by pathway (A1). The same list refuses the decision and marks a departure that went without.</summary>
public static class WhatDischargeNeeds
{
    /// <summary>A review that found the person no longer meeting criteria to reside.</summary>
    public static readonly Missing NotReady = new("discharge.meets-criteria-to-reside", "The last review does not say that criteria to reside are no longer met.");

    /// <summary>A review that found the person medically stable.</summary>
    public static readonly Missing Stability = new("discharge.not-medically-stable", "The last review does not say that the person is medically stable.");

    /// <summary>A functional assessment at the hospital.</summary>
    public static readonly Missing Assessment = new("discharge.not-assessed", "There is no functional assessment made at the hospital.");

    /// <summary>A pathway.</summary>
    public static readonly Missing DecidedPathway = new("discharge.no-pathway", "No pathway has been decided.");

    /// <summary>Everything that may be missing.</summary>
    public static IReadOnlyList<Missing> All { get; } = [NotReady, Stability, DecidedPathway, Assessment];

    /// <summary>What is missing in this case as it stands, in the order it is usually done.</summary>
    public static IEnumerable<Missing> MissingFrom(DischargeCase discharge)
    {
        if (!discharge.NoLongerMeetsCriteriaToReside)
        {
            yield return NotReady;
        }

        if (discharge.LastReview is not { MedicallyStable: true })
        {
            yield return Stability;
        }

        if (discharge.PathwayDecision is null)
        {
            yield return DecidedPathway;
        }

        if (discharge.FunctionalAssessment is null && discharge.PathwayDecision?.Pathway is null or Pathway.Pathway1)
        {
            yield return Assessment;
        }
    }
}
