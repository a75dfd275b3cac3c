namespace Discharge.Domain.DischargeCases;

/// <summary>What may go wrong. A list of our own; no national list is in force for it.</summary>
public enum Hazard
{
    /// <summary>Falling.</summary>
    Falls,

    /// <summary>Neglecting themselves, or hoarding.</summary>
    SelfNeglect,

    /// <summary>Medicines taken wrongly or not at all.</summary>
    Medicines,

    /// <summary>Not eating or drinking enough.</summary>
    Nutrition,

    /// <summary>Pressure damage to the skin.</summary>
    SkinDamage,

    /// <summary>Leaving home and not finding back.</summary>
    Wandering,

    /// <summary>Fire.</summary>
    Fire,

    /// <summary>The carer no longer able to care.</summary>
    CarerBreakdown,

    /// <summary>Being alone.</summary>
    Isolation,

    /// <summary>Being moved or handled.</summary>
    Moving,
}

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
