namespace Discharge.Domain.DischargeCases;

/// <summary>Where a person went when they left the hospital.</summary>
public enum Destination
{
    /// <summary>Their own home.</summary>
    OwnHome,

    /// <summary>The home of family or friends.</summary>
    FamilyOrFriends,

    /// <summary>Extra care or sheltered housing.</summary>
    ExtraCareHousing,

    /// <summary>A hotel, hostel or other temporary accommodation.</summary>
    TemporaryAccommodation,

    /// <summary>No fixed abode.</summary>
    NoFixedAbode,

    /// <summary>The care home they live in.</summary>
    OwnCareHome,

    /// <summary>A care home new to them.</summary>
    CareHome,

    /// <summary>A community bed for rehabilitation.</summary>
    CommunityBed,

    /// <summary>A hospice.</summary>
    Hospice,

    /// <summary>Another hospital.</summary>
    AnotherHospital,

    /// <summary>Nobody knows; to be found out at once.</summary>
    NotKnown,
}
