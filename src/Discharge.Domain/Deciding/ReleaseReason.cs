namespace Discharge.Domain.Deciding;

/// <summary>Why a place is no longer somebody's. A list of our own.</summary>
public enum ReleaseReason
{
    /// <summary>They went home.</summary>
    WentHome,

    /// <summary>They moved to another place.</summary>
    Moved,

    /// <summary>They are back in hospital and the place is not kept.</summary>
    BackInHospital,

    /// <summary>They died.</summary>
    Died,

    /// <summary>It is no longer needed, or another was chosen.</summary>
    NoLongerNeeded,

    /// <summary>The provider took it back.</summary>
    TakenBack,

    /// <summary>It was reserved for them and somebody else arrived in it.</summary>
    SomebodyElseArrived,
}
