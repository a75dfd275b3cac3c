namespace Discharge.Domain.Reablement;

/// <summary>What the person said to reablement.</summary>
public enum ReablementConsent
{
    /// <summary>They want it.</summary>
    Given,

    /// <summary>They do not want it, or no longer.</summary>
    Declined,
}

/// <summary>How a request for a functional assessment was responded to. A list of our own.</summary>
public enum AssessmentAnswer
{
    /// <summary>The assessment is booked.</summary>
    Booked,

    /// <summary>Advice or simple equipment was given meanwhile.</summary>
    AdviceGiven,

    /// <summary>It is for another service, which was asked.</summary>
    PassedOn,

    /// <summary>It is not needed.</summary>
    NotNeeded,
}

/// <summary>What a goal is about. A list of our own.</summary>
public enum GoalArea
{
    /// <summary>Washing and dressing.</summary>
    PersonalCare,

    /// <summary>Moving about at home, stairs and transfers.</summary>
    Mobility,

    /// <summary>Meals and drinks.</summary>
    Meals,

    /// <summary>Taking medicines.</summary>
    Medication,

    /// <summary>The household and shopping.</summary>
    Household,

    /// <summary>Going out and being with others.</summary>
    Community,
}

/// <summary>What came of a review.</summary>
public enum ReviewOutcome
{
    /// <summary>It goes on as it is.</summary>
    GoOn,

    /// <summary>Goals or visits change.</summary>
    Change,

    /// <summary>The end is planned.</summary>
    PlanTheEnd,
}

/// <summary>What somebody needs at home beside visits. A list of our own.</summary>
public enum HomeNeed
{
    /// <summary>Equipment.</summary>
    Equipment,

    /// <summary>A minor adaptation, such as a rail.</summary>
    MinorAdaptation,

    /// <summary>A major adaptation.</summary>
    MajorAdaptation,

    /// <summary>A way in for those who come, such as a key safe.</summary>
    Access,

    /// <summary>Assistive technology.</summary>
    AssistiveTechnology,
}
