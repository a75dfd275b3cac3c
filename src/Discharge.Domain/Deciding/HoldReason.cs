namespace Discharge.Domain.Deciding;

/// <summary>Why somebody is away from a place that is kept for them. A list of our own.</summary>
public enum HoldReason
{
    /// <summary>They are back in hospital.</summary>
    BackInHospital,

    /// <summary>They are at home on an access visit.</summary>
    HomeAccessVisit,

    /// <summary>They are away with family or friends.</summary>
    Leave,

    /// <summary>They stay the night at home, to try it.</summary>
    TrialNight,

    /// <summary>They stay at home after an access visit, and are not discharged yet.</summary>
    AwaitingDischarge,
}
