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

/// <summary>Where people are looked after, and where they have to be.</summary>
public static class Destinations
{
    /// <summary>Whether there is somebody to give care at any hour, so that no care call has to come.</summary>
    public static bool HasCareOfItsOwn(this Destination to) => to is
        Destination.OwnCareHome or Destination.CareHome or Destination.CommunityBed or Destination.Hospice or Destination.AnotherHospital;

    /// <summary>Whether somebody who went there is home, or may be: where they live, where they stay as at home, or nobody knows where.</summary>
    public static bool MayBeHome(this Destination to) => to is not (Destination.CareHome or Destination.CommunityBed or Destination.Hospice or Destination.AnotherHospital);
}

/// <summary>What a person may need so that they leave safely. A list of our own; the home visit and the first care call have entries of their own.</summary>
public enum TransferItem
{
    /// <summary>The medicines to take out (TTO).</summary>
    Medicines,

    /// <summary>Transport.</summary>
    Transport,

    /// <summary>Equipment where they are going.</summary>
    Equipment,

    /// <summary>A way in: keys, a key safe, somebody to open.</summary>
    KeyAccess,

    /// <summary>Somebody who receives the person.</summary>
    Receiver,

    /// <summary>The discharge summary, sent to those who look after them next.</summary>
    DischargeSummary,
}

/// <summary>How something needed for a safe transfer stands.</summary>
public enum TransferItemState
{
    /// <summary>Needed, and nothing is arranged.</summary>
    Needed,

    /// <summary>Arranged, and not there yet.</summary>
    Arranged,

    /// <summary>There: in the person's hands, in the home, confirmed.</summary>
    InPlace,

    /// <summary>Not needed.</summary>
    NotNeeded,
}

/// <summary>In what role somebody receives a person where they are going.</summary>
public enum ReceiverRole
{
    /// <summary>Family or a friend.</summary>
    FamilyOrFriend,

    /// <summary>An unpaid carer.</summary>
    UnpaidCarer,

    /// <summary>A neighbour.</summary>
    Neighbour,

    /// <summary>A care worker.</summary>
    CareWorker,

    /// <summary>The reablement team.</summary>
    ReablementTeam,

    /// <summary>The staff of a care home, hospice or community bed.</summary>
    StaffOfThePlace,

    /// <summary>A warden or housing officer.</summary>
    HousingStaff,

    /// <summary>Nobody.</summary>
    Nobody,
}

/// <summary>Why a first care call was not made.</summary>
public enum MissedCallReason
{
    /// <summary>The provider did not come.</summary>
    ProviderDidNotCome,

    /// <summary>The provider handed the package back.</summary>
    PackageHandedBack,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>There was no way in.</summary>
    NoAccess,

    /// <summary>The person declined it.</summary>
    Declined,

    /// <summary>The person was not there.</summary>
    NotAtHome,
}
