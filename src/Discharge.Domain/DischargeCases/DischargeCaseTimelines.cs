using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.DischargeCases;

/// <summary>The timelines of a discharge case: the rule book's words bound to what is on record.</summary>
public static class DischargeCaseTimelines
{
    /// <summary>T01: seen face to face within 24 hours of leaving the hospital, by somebody who assesses.</summary>
    public static readonly ClockBinding<DischargeCase> SeenAtHome = new(
        "T01",
        Starts: Leaving,
        Stop: (discharge, left) => After<HomeVisitMade>(discharge, left, visit => visit.By.Assesses()),
        IsVoid: OpenedInError)
    {
        Endings = CaseEndings.After,
        Conditions = new Dictionary<string, Func<DischargeCase, Due, NodaTime.Instant, bool>>
        {
            ["no visit is booked inside 24 hours"] = (discharge, due, moment) =>
                discharge.At(moment).Facts.Last<HomeVisitBooked>() is not { } booked || !booked.By.Assesses() || booked.VisitAt < due.StartedAt || booked.VisitAt > due.DueAt,
        },
    };

    /// <summary>T25: checked to be safe and well on the day of leaving.</summary>
    public static readonly ClockBinding<DischargeCase> WelfareCheck = new(
        "T25",
        Starts: Leaving,
        Stop: (discharge, left) => After<WelfareCheckCompleted>(discharge, left, _ => true),
        IsVoid: OpenedInError)
    {
        Endings = CaseEndings.After,
    };

    /// <summary>The clocks of a case, in the order of the rule book.</summary>
    public static IReadOnlyList<Clock> ClocksOf(DischargeCase discharge) => [.. SeenAtHome.ClocksOf(discharge), .. WelfareCheck.ClocksOf(discharge)];

    private static IEnumerable<Entry> Leaving(DischargeCase discharge) =>
        discharge.MustBeSeenAtHome ? discharge.Facts.EntriesOf<DischargedFromHospital>().Take(1) : [];

    private static bool OpenedInError(DischargeCase discharge) => discharge.Opening is null;

    private static Entry? After<T>(DischargeCase discharge, Entry start, Func<T, bool> counts)
        where T : DischargeCaseEvent =>
        discharge.Facts.EntriesOf<T>().FirstOrDefault(entry => entry.Fact.OccurredAt >= start.Fact.OccurredAt && counts((T)entry.Fact));
}
