using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// What the lead of the hub is told at once: that somebody left without something a discharge needs (A1) or with something of a safe transfer open, that a visit
/// did not reach them, that the first care call was missed or is past its time, that they arrived where nobody was, or need somebody now, or that they came into an
/// interim bed without a decision or straight from home unplanned. It follows from the
/// facts, so it is told also where it comes to be known later.
/// </summary>
public static class ToldToTheHub
{
    /// <summary>What is to be told of a case as it stands, the first care call's coming to its time also while that lies ahead.</summary>
    public static IEnumerable<ToldAtOnce> Of(DischargeCase discharge) => discharge.Opening is null
        ? []
        : discharge.Facts.Entries.SelectMany(entry => DeparturesOf(entry, discharge.At(entry.Fact.OccurredAt))
            .Select(departure => Told(departure, entry, entry.Fact.OccurredAt)))
            .Concat(CareCallPastItsTime(discharge))
            .Concat(Unbefriended.Told(discharge));

    private static IEnumerable<ToldAtOnce> CareCallPastItsTime(DischargeCase discharge) =>
        discharge is { Phase: DischargePhase.LeftHospital or DischargePhase.SeenAtHome, Left: { } left }
        && discharge.Facts.EntriesOf<FirstCareCallPlanned>().LastOrDefault() is { Fact: FirstCareCallPlanned plan } entry
        && plan.CallAt >= left.OccurredAt
        && FirstCareCall.Of(discharge).IsOverdueAt(plan.CallAt)
            ? [Told(TransferWarnings.FirstCareCallOverdue, entry, plan.CallAt)]
            : [];

    private static ToldAtOnce Told(Departure departure, Entry entry, Instant moment) => new(departure.Code, entry.Version, departure.Sentence, LadderLevel.L3, moment);

    private static IEnumerable<Departure> DeparturesOf(Entry entry, DischargeCase then) => entry.Fact switch
    {
        DischargedFromHospital left => LeaveHospital.WithWhatMissing(left, then),
        WelfareCheckCompleted { Outcome: WelfareOutcome.UrgentHelpNeeded } => [CheckWelfare.UrgentHelp],
        ArrivedAtDestination arrival when ArriveAtDestination.WasAlone(arrival, then) => [ArriveAtDestination.NobodyThere],
        HomeVisitFailed when then.SeenAtHome is null => [ReportFailedVisit.NotSeen],
        FirstCareCallMissed missed when FirstCareCall.Of(then).CameAt is null && !ReportMissedCareCall.IsHandedBackAhead(missed.Reason, then) => [ReportMissedCareCall.NoCareCame],
        InterimBedOccupied { Direct: { Agreement: null } } => [MoveUnplanned.NotAgreedBefore],
        InterimBedOccupied { Direct: null } when !then.Facts.Any<InterimStayDecided>() => [OccupyInterimBed.WithoutDecision],
        _ => [],
    };
}
