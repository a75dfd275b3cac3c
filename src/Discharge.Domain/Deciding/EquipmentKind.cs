namespace Discharge.Domain.Deciding;

/// <summary>A kind of equipment, as an assessment finds it needed and as it is put in place. A list of our own; what it does not have is "other", in words.</summary>
public enum EquipmentKind
{
    /// <summary>A hoist.</summary>
    Hoist,

    /// <summary>A hospital bed.</summary>
    HospitalBed,

    /// <summary>A mattress or cushion that relieves pressure.</summary>
    PressureRelief,

    /// <summary>A commode.</summary>
    Commode,

    /// <summary>A walking aid.</summary>
    WalkingAid,

    /// <summary>A wheelchair.</summary>
    Wheelchair,

    /// <summary>An aid for the toilet, such as a raised seat.</summary>
    ToiletAid,

    /// <summary>An aid for the bath or shower.</summary>
    BathAid,

    /// <summary>Rails.</summary>
    Rails,

    /// <summary>Oxygen.</summary>
    Oxygen,

    /// <summary>A key safe.</summary>
    KeySafe,

    /// <summary>An alarm to call for help.</summary>
    Alarm,

    /// <summary>Something else, said in words.</summary>
    Other,
}
