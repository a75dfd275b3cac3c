using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Derives what is next from what stands on record; nothing of it is stored.</summary>
public static class NextSteps
{
    private static readonly NextStep CloseTheCase = new("close-case", "Close the case with its outcome.", Owner.CareTransferHub);

    /// <summary>The next steps of a case, the first the most pressing. Steps that a clock waits for come with its due moment.</summary>
    public static IReadOnlyList<NextStep> Of(DischargeCase discharge, IReadOnlyCollection<Clock> clocks) =>
        discharge switch
        {
            { Opening: null } => [],
            { Closing: not null } => [.. Awaited(Contradictions.StillOwed(discharge, clocks))],
            { Death: not null } or { IsBackInHospital: true } => [CloseTheCase],
            { Left: null } => InOrder([.. BeforeLeaving(discharge), .. StaySteps.Of(discharge), .. DelaySteps.Of(discharge)], discharge),
            _ => InOrder(AfterLeaving(discharge, clocks), discharge),
        };

    // What is due comes first, so that what is overdue stands on top.
    private static IReadOnlyList<NextStep> InOrder(IEnumerable<NextStep> steps, DischargeCase discharge) =>
    [
        .. steps
            .Concat(PersonSteps.Of(discharge))
            .Concat(ReferralSteps.Of(discharge))
            .Concat(TransferSteps.Of(discharge))
            .OrderBy(step => step.Due ?? Instant.MaxValue),
    ];

    private static IEnumerable<NextStep> BeforeLeaving(DischargeCase discharge)
    {
        if (discharge is not { NoLongerMeetsCriteriaToReside: true, LastReview.MedicallyStable: true })
        {
            yield return new("review-criteria-to-reside", "Review the criteria to reside.", Owner.Ward);
            if (discharge.DischargeDecision is null)
            {
                yield break;
            }
        }

        if (discharge.FunctionalAssessment is null && discharge.PathwayDecision?.Pathway is null or Pathway.Pathway1)
        {
            yield return new("assess-function", "Assess what the person can do, and what they will need.", Owner.TherapyTeam);
        }

        if (discharge.PathwayDecision is null)
        {
            yield return new("decide-pathway", "Decide the pathway.", Owner.CareTransferHub);
        }

        if (discharge.DischargeDecision is null)
        {
            yield return new("decide-discharge", "Decide to discharge the person.", Owner.Ward);
        }
        else
        {
            yield return new("record-leaving", "Record when the person leaves, and where to.", Owner.Ward);
        }

        if (discharge.PathwayDecision?.Pathway is Pathway.Pathway1 && !discharge.Facts.Any<HomeVisitBooked>())
        {
            yield return new("book-home-visit", "Book the visit at which the person is seen at home.", Owner.CareTransferHub);
        }
    }

    private static IEnumerable<NextStep> AfterLeaving(DischargeCase discharge, IReadOnlyCollection<Clock> clocks)
    {
        foreach (var step in Awaited(clocks.Where(clock => clock.IsOpen)))
        {
            yield return step;
        }

        if (discharge is { MustBeSeenAtHome: false } or { IsAwayFromHome: true } or { SeenAtHome: not null, WelfareCheck: not null })
        {
            yield return CloseTheCase;
        }
    }

    private static IEnumerable<NextStep> Awaited(IEnumerable<Clock> clocks) => clocks.Select(clock => clock.Awaits with { Due = clock.PausedSince is null ? clock.Due.DueAt : null });
}
