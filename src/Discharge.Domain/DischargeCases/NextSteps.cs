using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Derives what is next from what stands on record; nothing of it is stored.</summary>
public static class NextSteps
{
    private static readonly NextStep CloseTheCase = new("close-case", "Close the case with its outcome.", Owner.CareTransferHub);

    /// <summary>The next steps of a case, the first the most pressing. Steps that a clock waits for come with its due moment.</summary>
    /// <param name="discharge">The case.</param>
    /// <param name="clocks">Its clocks.</param>
    /// <param name="at">The moment, which decides what lies ahead; left out, that of the last fact on record.</param>
    public static IReadOnlyList<NextStep> Of(DischargeCase discharge, IReadOnlyCollection<Clock> clocks, Instant? at = null) =>
        discharge switch
        {
            { Opening: null } => [],
            { Closing: not null } => [.. Awaited(Contradictions.StillOwed(discharge, clocks))],
            { Death: not null } or { IsBackInHospital: true } => [.. InterimStaySteps.ToGiveBack(discharge), CloseTheCase],
            { Left: null } => InOrder([.. BeforeLeaving(discharge), .. InterimStaySteps.BeforeLeaving(discharge), .. StaySteps.Of(discharge, MomentOf(discharge, at)), .. DelaySteps.Of(discharge)], discharge, at),
            _ => InOrder([.. AfterLeaving(discharge, clocks), .. AtHomeSteps.Of(discharge), .. InterimStaySteps.AfterLeaving(discharge, clocks, MomentOf(discharge, at))], discharge, at),
        };

    /// <summary>
    /// When what is next changes although nothing is recorded by then: another day of several delays begins, the expected date has gone by, somebody who has nobody has been in hospital for long,
    /// the transport's time has come, or another day of an interim stay begins.
    /// </summary>
    public static IEnumerable<Instant> TurnsIn(DischargeCase discharge, Instant at) =>
        new[] { DelaySteps.NextDayAfter(discharge, at), StaySteps.GoneByFrom(discharge), Unbefriended.LongInHospitalFrom(discharge), TransferSteps.TransportAt(discharge), InterimStay.NextDayAfter(discharge, at) }.OfType<Instant>();

    // What is due comes first, so that what is overdue stands on top.
    private static IReadOnlyList<NextStep> InOrder(IEnumerable<NextStep> steps, DischargeCase discharge, Instant? at)
    {
        var moment = MomentOf(discharge, at);
        return
        [
            .. steps
                .Concat(PersonSteps.Of(discharge))
                .Concat(ReferralSteps.Of(discharge))
                .Concat(HomeReferralSteps.Of(discharge))
                .Concat(TransferSteps.Of(discharge, moment))
                .Concat(DelaySteps.ToName(discharge, moment))
                .OrderBy(step => step.Due ?? Instant.MaxValue),
        ];
    }

    private static Instant MomentOf(DischargeCase discharge, Instant? at) => at ?? discharge.Facts.Entries[^1].Fact.OccurredAt;

    private static IEnumerable<NextStep> BeforeLeaving(DischargeCase discharge)
    {
        if (discharge is not { NoLongerMeetsCriteriaToReside: true, LastReview.MedicallyStable: true })
        {
            yield return new("review-criteria-to-reside", "Review the criteria to reside.", Owner.Ward, discharge.LastReview?.NextReview);
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

        if (SafeTransfer.GapsIn(discharge).Contains(TransferGap.HomeVisit))
        {
            yield return TransferSteps.BookHomeVisit;
        }
    }

    private static IEnumerable<NextStep> AfterLeaving(DischargeCase discharge, IReadOnlyCollection<Clock> clocks)
    {
        foreach (var step in Awaited(clocks.Where(clock => clock.IsOpen && !InterimStaySteps.SpeakFor(clock))))
        {
            yield return step;
        }

        // Care or equipment that never came is brought before anybody thinks of closing.
        if ((discharge is { MustBeSeenAtHome: false } or { IsAwayFromHome: true } or { SeenAtHome: not null, WelfareCheck: not null })
            && InterimStay.NotVacated(discharge) is null
            && !ClosedWith.OpenIn(discharge).Any(open => open == ClosedWith.CareNotCome || open == ClosedWith.EquipmentOpen))
        {
            yield return CloseTheCase;
        }
    }

    private static IEnumerable<NextStep> Awaited(IEnumerable<Clock> clocks) => clocks.Select(clock => clock.Awaits with { Due = clock.PausedSince is null ? clock.Due.DueAt : null });
}
