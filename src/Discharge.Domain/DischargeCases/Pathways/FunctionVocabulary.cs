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
