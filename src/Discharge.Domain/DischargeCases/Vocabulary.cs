using Discharge.Domain.People;

namespace Discharge.Domain.DischargeCases;

/// <summary>Why a person has no NHS number on record. Never a reason to refuse anything.</summary>
public enum NhsNumberMissing
{
    /// <summary>A number is expected and has not been traced yet.</summary>
    NotYetTraced,

    /// <summary>Nobody knows who the person is.</summary>
    Unidentified,

    /// <summary>A visitor from overseas who has none.</summary>
    OverseasVisitor,

    /// <summary>The person asked not to be identified.</summary>
    Withheld,
}

/// <summary>The kind of place a person usually lives in.</summary>
public enum UsualResidence
{
    /// <summary>A home of their own.</summary>
    OwnHome,

    /// <summary>With family or friends.</summary>
    WithFamilyOrFriends,

    /// <summary>Extra care or sheltered housing.</summary>
    ExtraCareHousing,

    /// <summary>A care home.</summary>
    CareHome,

    /// <summary>A hotel, hostel or other temporary accommodation.</summary>
    TemporaryAccommodation,

    /// <summary>No fixed abode.</summary>
    NoFixedAbode,

    /// <summary>Not known yet.</summary>
    NotKnown,
}

/// <summary>The local authority that answers for a person's care: known, not known yet, or disputed between authorities.</summary>
/// <param name="Standing">Whether it is known.</param>
/// <param name="Code">Which authority, where it is known.</param>
public sealed record ResponsibleAuthority(AuthorityStanding Standing, OdsCode? Code = null);

/// <summary>Whether the responsible authority is known.</summary>
public enum AuthorityStanding
{
    /// <summary>It is.</summary>
    Known,

    /// <summary>Not yet.</summary>
    Unknown,

    /// <summary>Authorities disagree.</summary>
    Disputed,
}

/// <summary>A clinical criterion for needing an acute bed, as the 2020-22 hospital discharge text lists them.</summary>
public enum CriterionToReside
{
    /// <summary>Requiring intensive or high dependency care.</summary>
    IntensiveOrHighDependencyCare,

    /// <summary>Requiring oxygen therapy or non-invasive ventilation.</summary>
    OxygenOrNonInvasiveVentilation,

    /// <summary>Requiring intravenous fluids.</summary>
    IntravenousFluids,

    /// <summary>NEWS2 above 3.</summary>
    NewsAboveThree,

    /// <summary>Diminished consciousness where recovery is realistic.</summary>
    DiminishedConsciousness,

    /// <summary>Acute functional impairment beyond what home or the community can provide for.</summary>
    AcuteFunctionalImpairment,

    /// <summary>Last hours of life.</summary>
    LastHoursOfLife,

    /// <summary>Intravenous medication more than twice a day.</summary>
    IntravenousMedicationMoreThanTwiceDaily,

    /// <summary>Lower limb surgery within 48 hours.</summary>
    LowerLimbSurgeryWithin48Hours,

    /// <summary>Thoracic, abdominal or pelvic surgery within 72 hours.</summary>
    ThoracicAbdominalOrPelvicSurgeryWithin72Hours,

    /// <summary>An invasive procedure within 24 hours.</summary>
    InvasiveProcedureWithin24Hours,
}

/// <summary>What a person will need after discharge, as a functional assessment names it.</summary>
public enum FunctionalNeed
{
    /// <summary>Reablement.</summary>
    Reablement,

    /// <summary>Help with personal care.</summary>
    PersonalCare,

    /// <summary>Help with moving and handling.</summary>
    MovingAndHandling,

    /// <summary>Equipment at home.</summary>
    Equipment,

    /// <summary>Support with memory or thinking.</summary>
    CognitiveSupport,

    /// <summary>Care and supervision through all 24 hours.</summary>
    TwentyFourHourCare,

    /// <summary>Nothing new.</summary>
    NoNewNeeds,
}

/// <summary>A national discharge pathway.</summary>
public enum Pathway
{
    /// <summary>Home, no new or additional needs.</summary>
    Pathway0,

    /// <summary>Home with new or additional health or social care.</summary>
    Pathway1,

    /// <summary>A community bed with short-term recovery support.</summary>
    Pathway2,

    /// <summary>A care home place, also while long-term needs are assessed.</summary>
    Pathway3,
}

/// <summary>Why a pathway was decided.</summary>
public enum PathwayReason
{
    /// <summary>Home first: home with support meets the needs assessed.</summary>
    HomeFirst,

    /// <summary>No new or additional needs.</summary>
    NoNewNeeds,

    /// <summary>Recovery needs a bed for a while.</summary>
    BeddedRecovery,

    /// <summary>Care and supervision are needed through all 24 hours.</summary>
    TwentyFourHourNeed,

    /// <summary>The person's condition or circumstances changed.</summary>
    Changed,

    /// <summary>The person chose it.</summary>
    PersonsChoice,
}

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

/// <summary>What a welfare check found.</summary>
public enum WelfareOutcome
{
    /// <summary>Safe and well.</summary>
    SafeAndWell,

    /// <summary>Something is needed; action was taken.</summary>
    ActionTaken,

    /// <summary>The person needs somebody now.</summary>
    UrgentHelpNeeded,
}

/// <summary>Why a person was not seen at a visit.</summary>
public enum FailedVisitReason
{
    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>There was no way in.</summary>
    NoAccess,

    /// <summary>The person declined to be seen.</summary>
    Declined,

    /// <summary>The address was wrong.</summary>
    WrongAddress,

    /// <summary>The person was back in hospital.</summary>
    InHospital,
}

/// <summary>How a discharge case ended.</summary>
public enum CaseOutcome
{
    /// <summary>At home without further support.</summary>
    HomeWithoutSupport,

    /// <summary>At home with support that goes on.</summary>
    HomeWithSupport,

    /// <summary>In a bed elsewhere, with a case of its own.</summary>
    MovedToABed,

    /// <summary>No longer the hub's to follow.</summary>
    Transferred,
}
