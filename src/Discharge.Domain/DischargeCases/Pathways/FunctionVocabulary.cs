namespace Discharge.Domain.DischargeCases;

/// <summary>How somebody moves, and what handling takes.</summary>
public enum MovingAndHandling
{
    /// <summary>Moves alone.</summary>
    Independent,

    /// <summary>Moves alone with an aid.</summary>
    WithAid,

    /// <summary>With the help of one.</summary>
    WithOnePerson,

    /// <summary>With the help of two.</summary>
    WithTwoPeople,

    /// <summary>With a hoist.</summary>
    WithHoist,

    /// <summary>Is cared for in bed.</summary>
    CaredForInBed,
}

/// <summary>How somebody's memory and thinking were found.</summary>
public enum Cognition
{
    /// <summary>No concern.</summary>
    NoConcern,

    /// <summary>Mildly impaired.</summary>
    MildImpairment,

    /// <summary>Moderately impaired.</summary>
    ModerateImpairment,

    /// <summary>Severely impaired.</summary>
    SevereImpairment,

    /// <summary>Delirium, so to be assessed again.</summary>
    Delirium,
}

/// <summary>Equipment found to be needed. A list of our own; no national list is in force for it.</summary>
public enum EquipmentNeed
{
    /// <summary>A walking aid.</summary>
    WalkingAid,

    /// <summary>A wheelchair.</summary>
    Wheelchair,

    /// <summary>A hoist.</summary>
    Hoist,

    /// <summary>A profiling bed.</summary>
    HospitalBed,

    /// <summary>A pressure-relieving mattress.</summary>
    PressureMattress,

    /// <summary>A commode.</summary>
    Commode,

    /// <summary>A raised seat or frame for the toilet.</summary>
    ToiletAid,

    /// <summary>A bath or shower aid.</summary>
    BathAid,

    /// <summary>Grab rails or banisters.</summary>
    Rails,

    /// <summary>A key safe.</summary>
    KeySafe,

    /// <summary>A pendant alarm.</summary>
    Alarm,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>A scale that function is scored on.</summary>
public enum OutcomeMeasure
{
    /// <summary>The Barthel index, 0 to 100.</summary>
    BarthelIndex,

    /// <summary>The modified Rankin scale, 0 to 6.</summary>
    ModifiedRankin,

    /// <summary>The elderly mobility scale, 0 to 20.</summary>
    ElderlyMobility,

    /// <summary>The clinical frailty scale, 1 to 9.</summary>
    ClinicalFrailty,

    /// <summary>A therapy outcome measure.</summary>
    TherapyOutcome,
}
