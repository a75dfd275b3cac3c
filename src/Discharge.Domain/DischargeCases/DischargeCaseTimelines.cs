using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The timelines of a discharge case: the rule book's words bound to what is on record.</summary>
public static class DischargeCaseTimelines
{
    /// <summary>T01: seen face to face within 24 hours of leaving the hospital, by somebody who assesses.</summary>
    public static readonly ClockBinding<DischargeCase> SeenAtHome = new(
        "T01",
        Awaits: new("see-at-home", "See the person where they are staying.", Owner.ReablementTeam),
        Starts: Leaving,
        Stops: (discharge, _) => discharge.Facts.EntriesOf<HomeVisitMade>().Where(entry => ((HomeVisitMade)entry.Fact).By.Assesses()),
        IsVoid: OpenedInError)
    {
        Endings = CaseEndings.After,
        Conditions = new Dictionary<Condition, Func<DischargeCase, Due, Instant, bool>>
        {
            [Condition.NoVisitBooked] = (discharge, due, moment) =>
                discharge.At(moment).Facts.Last<HomeVisitBooked>() is not { } booked || !booked.By.Assesses() || booked.VisitAt < due.StartedAt || booked.VisitAt > due.DueAt,
        },
    };

    /// <summary>T25: checked to be safe and well on the day of leaving.</summary>
    public static readonly ClockBinding<DischargeCase> WelfareCheck = new(
        "T25",
        Awaits: new("check-welfare", "Check that the person is safe and well.", Owner.CareTransferHub),
        Starts: Leaving,
        Stops: (discharge, _) => discharge.Facts.EntriesOf<WelfareCheckCompleted>(),
        IsVoid: OpenedInError)
    {
        Endings = CaseEndings.After,
    };

    /// <summary>The clocks of a case, in the order of the rule book.</summary>
    public static IReadOnlyList<Clock> ClocksOf(DischargeCase discharge, ClockTerms terms) => [.. SeenAtHome.ClocksOf(discharge, terms), .. WelfareCheck.ClocksOf(discharge, terms)];

    private static IEnumerable<Entry> Leaving(DischargeCase discharge) =>
        discharge.MustBeSeenAtHome ? discharge.Facts.EntriesOf<DischargedFromHospital>().Take(1) : [];

    private static bool OpenedInError(DischargeCase discharge) => discharge.Opening is null;
}
