namespace Discharge.Domain.Deciding;

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
