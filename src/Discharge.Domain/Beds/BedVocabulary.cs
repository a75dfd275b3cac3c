namespace Discharge.Domain.Beds;

/// <summary>What a place can serve.</summary>
public enum BedFeature
{
    /// <summary>Care and supervision around the clock.</summary>
    TwentyFourHourCare,

    /// <summary>Care for people with dementia.</summary>
    Dementia,

    /// <summary>Care and equipment for very heavy people.</summary>
    Bariatric,

    /// <summary>A hoist.</summary>
    Hoist,

    /// <summary>On the ground floor.</summary>
    GroundFloor,
}

/// <summary>Whose money a place may be paid with.</summary>
public enum Funder
{
    /// <summary>The NHS alone.</summary>
    Health,

    /// <summary>Social care alone.</summary>
    SocialCare,

    /// <summary>Health and social care together.</summary>
    Joint,

    /// <summary>The person themselves.</summary>
    SelfFunder,
}

/// <summary>Why a place is closed. A list of our own; no national list is in force for it.</summary>
public enum ClosureReason
{
    /// <summary>An infection in the home.</summary>
    Infection,

    /// <summary>Building works or repairs.</summary>
    Works,

    /// <summary>Too few staff to care for one more.</summary>
    Staffing,

    /// <summary>The regulator or the authority lets nobody be placed there.</summary>
    PlacementsSuspended,
}

/// <summary>How a place stands.</summary>
public enum BedStatus
{
    /// <summary>Nobody has it.</summary>
    Free,

    /// <summary>It is reserved for somebody until a moment.</summary>
    Reserved,

    /// <summary>Somebody is in it.</summary>
    Occupied,

    /// <summary>Somebody is away and it is kept for them.</summary>
    Held,

    /// <summary>Nobody has it and it is closed.</summary>
    Closed,

    /// <summary>The provider says that it is taken, by somebody this service does not know of.</summary>
    TakenElsewhere,

    /// <summary>Its registration was withdrawn.</summary>
    RegisteredInError,
}
