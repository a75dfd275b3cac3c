using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// What the lead of the hub is told at once: that somebody left without something a discharge needs (A1) or with something of a safe transfer open, that a visit
/// did not reach them, that the first care call was missed. It follows from the facts, so it is told also where it comes to be known later.
/// </summary>
public static class ToldToTheHub
{
    /// <summary>What is to be told of a case as it stands.</summary>
    public static IEnumerable<ToldAtOnce> Of(DischargeCase discharge) => discharge.Opening is null
        ? []
        : discharge.Facts.Entries.SelectMany(entry => DeparturesOf(entry, discharge.At(entry.Fact.OccurredAt))
            .Select(departure => new ToldAtOnce(departure.Code, entry.Version, departure.Sentence, LadderLevel.L3, entry.Fact.OccurredAt)));

    private static IEnumerable<Departure> DeparturesOf(Entry entry, DischargeCase then) => entry.Fact switch
    {
        DischargedFromHospital left => LeaveHospital.WithWhatMissing(left, then),
        HomeVisitFailed when then.SeenAtHome is null => [ReportFailedVisit.NotSeen],
        FirstCareCallMissed when FirstCareCall.Of(then).CameAt is null => [ReportMissedCareCall.NoCareCame],
        _ => [],
    };
}
