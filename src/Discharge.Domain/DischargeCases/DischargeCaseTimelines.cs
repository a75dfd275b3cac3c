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

    /// <summary>T07: 28 days in a nursing bed.</summary>
    public static readonly ClockBinding<DischargeCase> NursingBed = InterimBed("T07", InterimBedKind.Nursing);

    /// <summary>T08: six weeks in a residential home.</summary>
    public static readonly ClockBinding<DischargeCase> ResidentialHome = InterimBed("T08", InterimBedKind.Residential);

    /// <summary>T29: NHS continuing healthcare decided within 28 days of a positive Checklist.</summary>
    public static readonly ClockBinding<DischargeCase> ContinuingHealthcare = new(
        "T29",
        Awaits: new("decide-continuing-healthcare", "Have it decided whether the person is eligible for NHS continuing healthcare.", Owner.CareTransferHub),
        Starts: discharge => discharge.Facts.EntriesOf<ChecklistReceived>().Where(entry => ((ChecklistReceived)entry.Fact).Positive),
        Stops: (discharge, _) => discharge.Facts.EntriesOf<ContinuingHealthcareDecided>(),
        IsVoid: OpenedInError)
    {
        Endings = CaseEndings.After,
    };

    private static readonly ClockBinding<DischargeCase>[] OfInterimStays = [NursingBed, ResidentialHome, ContinuingHealthcare];

    /// <summary>The clocks of a case: those of leaving, and those of an interim stay where there is anything of one.</summary>
    public static IReadOnlyList<Clock> ClocksOf(DischargeCase discharge, ClockTerms terms) =>
    [
        .. SeenAtHome.ClocksOf(discharge, terms),
        .. WelfareCheck.ClocksOf(discharge, terms),
        .. discharge.Facts.Any<InterimStayEvent>() ? OfInterimStays.SelectMany(binding => binding.ClocksOf(discharge, terms)) : [],
    ];

    // Whoever goes home from an interim bed does so by the rules of Pathway 1.
    private static IEnumerable<Entry> Leaving(DischargeCase discharge) =>
    [
        .. discharge.MustBeSeenAfterHospital ? discharge.Facts.EntriesOf<DischargedFromHospital>().Take(1) : [],
        .. discharge.Facts.EntriesOf<InterimBedVacated>().Where(entry => ((InterimBedVacated)entry.Fact).For.IsHome()),
    ];

    // Bed days: a stay in hospital with the bed held goes on being counted, so only what ends the stay stops it.
    private static ClockBinding<DischargeCase> InterimBed(string rule, InterimBedKind kind) => new(
        rule,
        Awaits: InterimStaySteps.DecideAtLimit,
        Starts: discharge => InterimStay.Of(discharge).Where(stay => stay.Kind == kind).Select(stay => stay.Start),
        Stops: (discharge, start) => EndOf(discharge, start).Where(end => !IsDeath(end)),
        IsVoid: OpenedInError)
    {
        Endings = (discharge, start) => [.. CaseEndings.After(discharge, start), .. EndOf(discharge, start).Where(IsDeath).Select(end => new Ending(Voiding.PersonDied, end.Fact.OccurredAt))],
    };

    private static IEnumerable<Entry> EndOf(DischargeCase discharge, Entry start) => InterimStay.Of(discharge).Where(stay => stay.Start.Version == start.Version).Select(stay => stay.End).OfType<Entry>();

    // Whoever died there has not left in time, also where only the bed that was given back says so.
    private static bool IsDeath(Entry end) => end.Fact is InterimBedVacated { For: LeavingInterimBedFor.Died };

    private static bool OpenedInError(DischargeCase discharge) => discharge.Opening is null;
}
