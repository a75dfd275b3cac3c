using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What has to be on record before an interim stay is decided (A2). The same list refuses the decision and marks an arrival that went without one.</summary>
public static class WhatInterimStayNeeds
{
    /// <summary>The need for care and supervision through all 24 hours.</summary>
    public static readonly Missing Need = new(
        "discharge.need-for-24-hour-care-not-assessed", "The last assessment, at the hospital or in the community, does not say that care and supervision are needed through all 24 hours.");

    /// <summary>Why home is not possible.</summary>
    public static readonly Missing WhyNotHome = new("discharge.home-not-found-impossible", "Nothing says why home is not possible.");

    /// <summary>The involvement of the person.</summary>
    public static readonly Missing Involvement = new(
        "discharge.interim-stay-without-involvement",
        "Nothing says that the person was involved; where they lack capacity to decide where to live and have nobody, that it was decided in their best interests and an advocate was instructed.");

    /// <summary>Everything that may be missing.</summary>
    public static IReadOnlyList<Missing> All { get; } = [Need, WhyNotHome, Involvement];

    /// <summary>What is missing in this case as it stands.</summary>
    public static IEnumerable<Missing> MissingFrom(DischargeCase discharge)
    {
        if (!NeedIsAssessed(discharge))
        {
            yield return Need;
        }

        if (!discharge.Facts.Any<HomeFoundNotPossible>())
        {
            yield return WhyNotHome;
        }

        if (!IsInvolved(discharge))
        {
            yield return Involvement;
        }
    }

    // The last assessment counts, wherever it was made.
    private static bool NeedIsAssessed(DischargeCase discharge) =>
        discharge.Facts.All<DischargeCaseEvent>().LastOrDefault(fact => fact is FunctionalAssessmentMade or CommunityAssessmentMade) switch
        {
            FunctionalAssessmentMade assessed => assessed.Needs.Contains(FunctionalNeed.TwentyFourHourCare),
            CommunityAssessmentMade assessed => assessed.Needs.Contains(FunctionalNeed.TwentyFourHourCare),
            _ => false,
        };

    private static bool IsInvolved(DischargeCase discharge) =>
        discharge.Facts.All<PartyInvolved>().Any(involved => involved.Who is Party.Person)
        || (Unbefriended.Is(discharge)
            && discharge.Facts.All<BestInterestsDecided>().Any(decided => decided.For is DecisionInQuestion.WhereToLive)
            && discharge.Facts.Any<AdvocateInstructed>());
}
