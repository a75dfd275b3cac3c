using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The first care call after leaving: whether the person needs one, for when it is planned, and whether it came.</summary>
/// <param name="IsNeeded">Whether somebody has to come: personal care is needed or a call is planned, and where the person goes nobody is there to give care.</param>
/// <param name="Planned">The last plan on record, where there is one.</param>
/// <param name="CameAt">When care came: the call was made, or a package of care started.</param>
/// <param name="Missed">That the planned call was not made, or will not be because the package was handed back, until another is planned.</param>
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

    /// <summary>The plan by which somebody is to come: the last, unless it was said since that nobody will, or did.</summary>
    public FirstCareCallPlanned? Standing => Missed is null ? Planned : null;

    /// <summary>Whether the time of the planned call has come after leaving without the call's being made or known to be missed.</summary>
    public bool IsOverdueAt(Instant moment) => this is { IsNeeded: true, CameAt: null, Standing: { } plan } && moment >= plan.CallAt;

    /// <summary>What is wrong with it for somebody who is to leave for a place, or for where their pathway leads while the place is not known.</summary>
    internal static TransferGap? GapIn(DischargeCase discharge, ExpectedLeaving? leaving, Destination? to) => Of(discharge) switch
    {
        { CameAt: not null } => null,
        _ when !IsNeededIn(discharge, to) => null,
        { Standing: null } => TransferGap.NoFirstCareCall,
        { Standing: { } plan } when plan.CallAt < leaving?.Earliest => TransferGap.NoFirstCareCall,
        // By the earliest moment they may be home: whoever may go in the morning is not told of it in the evening.
        { Standing: { } plan } when leaving is not null && plan.CallAt > LatestFor(discharge, leaving.Earliest) => TransferGap.LateFirstCareCall,
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
