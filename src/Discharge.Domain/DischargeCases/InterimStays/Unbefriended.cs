using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// Somebody who lacks capacity to decide where to live and has nobody to be consulted: no carer, no attorney or deputy for their welfare. They are owed an independent mental capacity
/// advocate where more than eight weeks in a care home are likely, judged on the expected total of their interim stays (Mental Capacity Act 2005 sections 38 and 39, as generally known; T32).
/// </summary>
public static class Unbefriended
{
    /// <summary>They are likely to stay so long, and none is instructed.</summary>
    public static readonly Departure WithoutAdvocate = new(
        "discharge.no-mental-capacity-advocate",
        "The person lacks capacity to decide where to live, has nobody, and is likely to be in a care home for more than eight weeks: an independent mental capacity advocate has to be instructed.",
        Owner.CareTransferHub);

    // The book's own, since a duty by law is not shortened or lengthened by an authority.
    private static readonly WhenLongStayExpected Likely = (WhenLongStayExpected)RuleBook.Standard.Version("T32", 1)!.Length;

    /// <summary>Whether the person lacks capacity to decide where to live, by the last assessment of it.</summary>
    public static bool LacksCapacity(DischargeCase discharge) =>
        discharge.Facts.All<CapacityAssessed>().LastOrDefault(assessed => assessed.For is DecisionInQuestion.WhereToLive) is { Found: Capacity.Lacks };

    /// <summary>Whether they lack it and have nobody.</summary>
    public static bool Is(DischargeCase discharge) => LacksCapacity(discharge)
        && !discharge.Facts.Any<CarerNamed>()
        && !discharge.Facts.All<AttorneyRecorded>().Any(attorney => attorney.Power is PowerToAct.LastingPowerHealthAndWelfare or PowerToAct.DeputyHealthAndWelfare);

    /// <summary>Whether they are owed an advocate whom nobody has instructed.</summary>
    public static bool IsOwedAdvocate(DischargeCase discharge) => discharge.Facts.Any<InterimStayEvent>()
        && Is(discharge)
        && !discharge.Facts.All<AdvocateInstructed>().Any(instructed => instructed.Kind is AdvocateKind.IndependentMentalCapacityAdvocate)
        && IsLikelyToStayLong(discharge);

    /// <summary>That they are owed one, as the lead of the team is told of it: once, by the entry with which it came to be so (T32).</summary>
    public static IEnumerable<ToldAtOnce> Told(DischargeCase discharge) => IsOwedAdvocate(discharge)
        ? discharge.Facts.Entries
            .Where(entry => entry.Fact is InterimStayDecided or InterimStayExtended or InterimBedOccupied or CapacityAssessed && IsOwedAdvocate(discharge.At(entry.Fact.OccurredAt)))
            .Take(1)
            .Select(entry => new ToldAtOnce(WithoutAdvocate.Code, entry.Version, WithoutAdvocate.Sentence, LadderLevel.L2, entry.Fact.OccurredAt))
        : [];

    private static bool IsLikelyToStayLong(DischargeCase discharge)
    {
        var (stays, decided) = (InterimStay.Of(discharge), discharge.Facts.Last<InterimStayDecided>());
        Instant? from = stays is [var first, ..] ? first.From : decided?.OccurredAt;
        LocalDate?[] until = [decided?.ExpectedUntil, discharge.Facts.Last<InterimStayExtended>()?.Until, stays is [.., { Until: { } ended }] ? LocalCalendar.DateOf(ended) : null];
        return from is { } begun && until.Max() is { } last && Period.DaysBetween(LocalCalendar.DateOf(begun), last) > Likely.CareHomeWeeks * 7;
    }
}
