using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The first care call after leaving: whether the person needs one, for when it is planned, and whether it came.</summary>
/// <param name="IsNeeded">Whether somebody has to come: personal care is needed or a call is planned, and where the person goes nobody is there to give care.</param>
/// <param name="Planned">The plan that stands, where there is one.</param>
/// <param name="CameAt">When care came: the call was made, or a package of care started.</param>
/// <param name="Missed">That the planned call was not made, until another is planned.</param>
public sealed record FirstCareCall(bool IsNeeded, FirstCareCallPlanned? Planned, Instant? CameAt, FirstCareCallMissed? Missed)
{
    /// <summary>
    /// How long after leaving a person who needs care may be without it. A proposal of this service: it keeps apart somebody home in the
    /// morning whose first call is in the evening, and no source sets it.
    /// </summary>
    public static readonly Duration LongestWait = Duration.FromHours(4);

    /// <summary>The call as it stands in a case.</summary>
    public static FirstCareCall Of(DischargeCase discharge)
    {
        var planned = discharge.Facts.Last<FirstCareCallPlanned>();
        var cameAt = discharge.Left is { } left
            ? discharge.Facts.All<DischargeCaseEvent>().FirstOrDefault(fact => fact is FirstCareCallMade or PackageOfCareStarted && fact.OccurredAt >= left.OccurredAt)?.OccurredAt
            : null;
        var missed = discharge.Facts.Last<FirstCareCallMissed>() is { } last && !(planned?.OccurredAt > last.OccurredAt) ? last : null;
        return new(IsNeededIn(discharge, discharge.Left?.To), planned, cameAt, cameAt is null ? missed : null);
    }

    /// <summary>Whether the time of the planned call has come after leaving without the call's being made or known to be missed.</summary>
    public bool IsOverdueAt(Instant moment) => this is { IsNeeded: true, CameAt: null, Missed: null, Planned: { } plan } && moment >= plan.CallAt;

    /// <summary>What is wrong with it for somebody who is to leave for a place, or for where their pathway leads while the place is not known.</summary>
    internal static TransferGap? GapIn(DischargeCase discharge, ExpectedLeaving? leaving, Destination? to) => discharge.Facts.Last<FirstCareCallPlanned>() switch
    {
        _ when !IsNeededIn(discharge, to) || Of(discharge).CameAt is not null => null,
        null => TransferGap.NoFirstCareCall,
        var plan when plan.CallAt < leaving?.Earliest => TransferGap.NoFirstCareCall,
        var plan when (leaving?.Latest ?? leaving?.Earliest) is { } left && plan.CallAt > LatestFor(discharge, left) => TransferGap.LateFirstCareCall,
        _ => null,
    };

    // A need found only after leaving is met late only from when it was found.
    /// <summary>The latest moment of a first care call that does not leave the person long without care, for somebody who leaves at a moment.</summary>
    internal static Instant LatestFor(DischargeCase discharge, Instant leaving) => Instant.Max(leaving, FoundAt(discharge) ?? leaving) + LongestWait;

    // Whoever planned a call knows of a need, be it assessed or from before, as where a package starts again.
    private static bool IsNeededIn(DischargeCase discharge, Destination? to) =>
        to?.HasCareOfItsOwn() is not true && (discharge.Facts.Any<FirstCareCallPlanned>() || (FoundAt(discharge) is not null && !(to is null && LeadsToCare(discharge))));

    // When it was first found that personal care is needed: at the hospital, or after leaving in the community.
    private static Instant? FoundAt(DischargeCase discharge) => discharge.FunctionalAssessment is { } assessed && assessed.Needs.Any(IsPersonalCare)
        ? assessed.OccurredAt
        : discharge.AssessmentsInCommunity.FirstOrDefault(assessment => assessment.Needs.Any(IsPersonalCare))?.OccurredAt;

    private static bool LeadsToCare(DischargeCase discharge) => discharge.PathwayDecision?.Pathway is Pathway.Pathway2 or Pathway.Pathway3;

    private static bool IsPersonalCare(FunctionalNeed need) => need is FunctionalNeed.PersonalCare or FunctionalNeed.MovingAndHandling or FunctionalNeed.TwentyFourHourCare;
}
