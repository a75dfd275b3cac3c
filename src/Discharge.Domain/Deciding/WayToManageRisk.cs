namespace Discharge.Domain.Deciding;

/// <summary>A way to manage a risk, from the least intrusive to the most. The order is a proposal of our own.</summary>
public enum WayToManageRisk
{
    /// <summary>The person takes the risk, knowing it.</summary>
    AcceptTheRisk,

    /// <summary>Information and advice.</summary>
    Information,

    /// <summary>Assistive technology, such as an alarm.</summary>
    AssistiveTechnology,

    /// <summary>Equipment or small repairs.</summary>
    Equipment,

    /// <summary>A carer shadows the person and steps in only where needed.</summary>
    CarerShadows,

    /// <summary>Calls or visits to see how they are.</summary>
    WelfareCalls,

    /// <summary>Care visits through the day.</summary>
    CareVisits,

    /// <summary>Somebody there through the night.</summary>
    NightCare,

    /// <summary>Somebody there day and night.</summary>
    LiveInCare,

    /// <summary>A bed for recovery.</summary>
    BeddedRecovery,

    /// <summary>A care home.</summary>
    CareHome,

    /// <summary>Staying in hospital.</summary>
    StayInHospital,
}
