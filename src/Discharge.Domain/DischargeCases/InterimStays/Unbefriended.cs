using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// Somebody who lacks capacity to decide where to live and has nobody to be consulted: no carer, no attorney or deputy for their welfare. They are owed an independent mental capacity
/// advocate where more than 28 days in hospital are likely, or more than eight weeks in a care home, judged on the expected total of their interim stays (Mental Capacity Act 2005
/// sections 38 and 39, as generally known; T32).
/// </summary>
public static class Unbefriended
{
    /// <summary>They are likely to stay so long, and none is instructed.</summary>
    public static readonly Departure WithoutAdvocate = new(
        "discharge.no-mental-capacity-advocate",
        "The person lacks capacity to decide where to live, has nobody, and is likely to be in a care home for more than eight weeks: an independent mental capacity advocate has to be instructed.",
        Owner.CareTransferHub);

    /// <summary>They are in hospital, have been or are likely to be there for so long, and none is instructed.</summary>
    public static readonly Departure WithoutAdvocateInHospital = new(
        "discharge.no-mental-capacity-advocate-in-hospital",
        "The person lacks capacity to decide where to live, has nobody, and has been or is likely to be in hospital for more than 28 days: an independent mental capacity advocate has to be instructed.",
        Owner.CareTransferHub);

    /// <summary>What is next where one is owed.</summary>
    internal static readonly NextStep InstructAdvocate = new("instruct-mental-capacity-advocate", "Instruct an independent mental capacity advocate.", Owner.CareTransferHub);

    // The book's own, since a duty by law is not shortened or lengthened by an authority.
    private static readonly WhenLongStayExpected Likely = (WhenLongStayExpected)RuleBook.Standard.Version("T32", 1)!.Length;

    /// <summary>Whether the person lacks capacity to decide where to live, by the last assessment of it.</summary>
    public static bool LacksCapacity(DischargeCase discharge) =>
        discharge.Facts.All<CapacityAssessed>().LastOrDefault(assessed => assessed.For is DecisionInQuestion.WhereToLive) is { Found: Capacity.Lacks };

    /// <summary>Whether they lack it and have nobody.</summary>
    public static bool Is(DischargeCase discharge) => LacksCapacity(discharge)
        && !discharge.Facts.Any<CarerNamed>()
        && !discharge.Facts.All<AttorneyRecorded>().Any(attorney => attorney.Power is PowerToAct.LastingPowerHealthAndWelfare or PowerToAct.DeputyHealthAndWelfare);

    /// <summary>Whether they are owed an advocate whom nobody has instructed, because of their time in a care home.</summary>
    public static bool IsOwedAdvocate(DischargeCase discharge) => discharge.Facts.Any<InterimStayEvent>() && IsWithoutAdvocate(discharge) && IsLikelyToStayLong(discharge);

    /// <summary>Whether they are owed an advocate whom nobody has instructed, because of their time in hospital, where they are at a moment.</summary>
    public static bool IsOwedAdvocateInHospital(DischargeCase discharge, Instant moment) =>
        discharge is { GoneAt: null } && IsWithoutAdvocate(discharge) && IsLikelyToBeLongInHospital(discharge, LocalCalendar.DateOf(moment));

    /// <summary>That they are owed one in hospital, as a warning of an open case at a moment.</summary>
    public static IEnumerable<Departure> WarningsInHospital(DischargeCase discharge, Instant moment) =>
        discharge is { Opening: not null, Closing: null } && IsOwedAdvocateInHospital(discharge, moment) ? [WithoutAdvocateInHospital] : [];

    /// <summary>The local midnight from which somebody in hospital without an advocate has been there for too long, whatever was expected; null where they have one, need none, or are gone.</summary>
    public static Instant? LongInHospitalFrom(DischargeCase discharge) => discharge is { GoneAt: null, AdmittedAt: { } admitted } && IsWithoutAdvocate(discharge)
        ? LocalCalendar.StartOf(LocalCalendar.DateOf(admitted).PlusDays(Likely.HospitalDays + 1))
        : null;

    /// <summary>That they are owed one, as the lead of the team is told of it: once for the hospital and once for care homes, when it comes to be so (T32).</summary>
    public static IEnumerable<ToldAtOnce> Told(DischargeCase discharge) => [.. ToldInCareHome(discharge), .. ToldInHospital(discharge)];

    private static IEnumerable<ToldAtOnce> ToldInCareHome(DischargeCase discharge) => IsOwedAdvocate(discharge)
        ? discharge.Facts.Entries
            .Where(entry => entry.Fact is InterimStayDecided or InterimStayExtended or InterimBedOccupied or CapacityAssessed && IsOwedAdvocate(discharge.At(entry.Fact.OccurredAt)))
            .Take(1)
            .Select(entry => Tell(WithoutAdvocate, entry, entry.Fact.OccurredAt))
        : [];

    // By what was expected, or by the days going by, whichever comes first; the days may still lie ahead.
    private static IEnumerable<ToldAtOnce> ToldInHospital(DischargeCase discharge)
    {
        if (LongInHospitalFrom(discharge) is not { } longFrom)
        {
            return [];
        }

        var saidSo = discharge.Facts.Entries.Where(entry => entry.Fact is CaseOpened or PersonAdmitted or DischargeExpected or CapacityAssessed).ToArray();
        return saidSo.Select(entry => (Entry: entry, At: entry.Fact.OccurredAt))
            .Append((Entry: saidSo[0], At: longFrom))
            .OrderBy(may => may.At)
            .Where(may => IsOwedAdvocateInHospital(discharge.At(may.At), may.At))
            .Take(1)
            .Select(may => Tell(WithoutAdvocateInHospital, may.Entry, may.At));
    }

    private static ToldAtOnce Tell(Departure departure, Entry entry, Instant moment) => new(departure.Code, entry.Version, departure.Sentence, LadderLevel.L2, moment);

    private static bool IsWithoutAdvocate(DischargeCase discharge) =>
        Is(discharge) && !discharge.Facts.All<AdvocateInstructed>().Any(instructed => instructed.Kind is AdvocateKind.IndependentMentalCapacityAdvocate);

    private static bool IsLikelyToBeLongInHospital(DischargeCase discharge, LocalDate today) => discharge.AdmittedAt is { } admitted
        && new[] { today, ExpectedDischarge.Of(discharge)?.Current }.Max() is { } last
        && Period.DaysBetween(LocalCalendar.DateOf(admitted), last) > Likely.HospitalDays;

    private static bool IsLikelyToStayLong(DischargeCase discharge)
    {
        var (stays, decided) = (InterimStay.Of(discharge), discharge.Facts.Last<InterimStayDecided>());
        Instant? from = stays is [var first, ..] ? first.From : decided?.OccurredAt;
        LocalDate?[] until = [decided?.ExpectedUntil, discharge.Facts.Last<InterimStayExtended>()?.Until, stays is [.., { Until: { } ended }] ? LocalCalendar.DateOf(ended) : null];
        return from is { } begun && until.Max() is { } last && Period.DaysBetween(LocalCalendar.DateOf(begun), last) > Likely.CareHomeWeeks * 7;
    }
}
