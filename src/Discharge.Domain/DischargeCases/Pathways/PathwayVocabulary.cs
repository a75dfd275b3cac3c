namespace Discharge.Domain.DischargeCases;

/// <summary>What a person will need after discharge, as a functional assessment names it.</summary>
public enum FunctionalNeed
{
    /// <summary>Reablement.</summary>
    Reablement,

    /// <summary>Help with personal care.</summary>
    PersonalCare,

    /// <summary>Help with moving and handling.</summary>
    MovingAndHandling,

    /// <summary>Equipment at home.</summary>
    Equipment,

    /// <summary>Support with memory or thinking.</summary>
    CognitiveSupport,

    /// <summary>Care and supervision through all 24 hours.</summary>
    TwentyFourHourCare,

    /// <summary>Nothing new.</summary>
    NoNewNeeds,
}

/// <summary>A national discharge pathway.</summary>
public enum Pathway
{
    /// <summary>Home, no new or additional needs.</summary>
    Pathway0,

    /// <summary>Home with new or additional health or social care.</summary>
    Pathway1,

    /// <summary>A community bed with short-term recovery support.</summary>
    Pathway2,

    /// <summary>A care home place, also while long-term needs are assessed.</summary>
    Pathway3,
}

/// <summary>Why a pathway was decided.</summary>
public enum PathwayReason
{
    /// <summary>Home first: home with support meets the needs assessed.</summary>
    HomeFirst,

    /// <summary>No new or additional needs.</summary>
    NoNewNeeds,

    /// <summary>Recovery needs a bed for a while.</summary>
    BeddedRecovery,

    /// <summary>Care and supervision are needed through all 24 hours.</summary>
    TwentyFourHourNeed,

    /// <summary>The person's condition or circumstances changed.</summary>
    Changed,

    /// <summary>The person chose it.</summary>
    PersonsChoice,
}
