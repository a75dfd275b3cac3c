using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What is next for somebody who is at home and needs somebody at once: until anybody is known to have come to them.</summary>
internal static class AtHomeSteps
{
    /// <summary>The steps of a case in which the person has left.</summary>
    public static IEnumerable<NextStep> Of(DischargeCase discharge)
    {
        if (discharge.Facts.Last<WelfareCheckCompleted>() is { Outcome: WelfareOutcome.UrgentHelpNeeded } check && !SomebodyCameAfter(discharge, check.OccurredAt))
        {
            yield return new("send-help-now", "The welfare check found that the person needs somebody now: see to it that somebody goes to them.", CheckWelfare.UrgentHelp.Owner, check.OccurredAt);
        }

        if (discharge.Facts.Last<ArrivedAtDestination>() is { } arrival && ArriveAtDestination.WasAlone(arrival, discharge.At(arrival.OccurredAt)) && !SomebodyCameAfter(discharge, arrival.OccurredAt))
        {
            yield return new("go-to-person-alone", "Nobody was there when the person arrived: see to it that somebody goes to them.", ArriveAtDestination.NobodyThere.Owner, arrival.OccurredAt);
        }
    }

    private static bool SomebodyCameAfter(DischargeCase discharge, Instant moment) => discharge.Facts.All<DischargeCaseEvent>().Any(fact => fact.OccurredAt > moment
        && (fact is HomeVisitMade or FirstCareCallMade or PackageOfCareStarted or WelfareCheckCompleted { Outcome: not WelfareOutcome.UrgentHelpNeeded }));
}
