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

/// <summary>How a person came into hospital. A list of our own, of the words in general use.</summary>
public enum AdmissionMethod
{
    /// <summary>As an emergency.</summary>
    Emergency,

    /// <summary>As planned.</summary>
    Planned,

    /// <summary>From another hospital.</summary>
    TransferFromAnotherHospital,

    /// <summary>Not known.</summary>
    NotKnown,
}

/// <summary>Why an expected date of discharge changed. A list of our own; no national list is in force for it.</summary>
public enum ExpectedDateReason
{
    /// <summary>The person is less well than was expected, or has a new need.</summary>
    ConditionChanged,

    /// <summary>The person recovers sooner than was expected.</summary>
    RecoveringSooner,

    /// <summary>An investigation, treatment or decision is waited for.</summary>
    AwaitingHospital,

    /// <summary>Care, equipment or a bed outside the hospital is waited for.</summary>
    AwaitingServices,

    /// <summary>The person or those close to them asked for another date.</summary>
    WishOfPersonOrFamily,

    /// <summary>The date was estimated wrongly.</summary>
    EstimateCorrected,
}

/// <summary>Whose people attended a ward round (A20).</summary>
public enum WardRoundAttendance
{
    /// <summary>Health: the ward's own staff, doctors, therapists.</summary>
    Health,

    /// <summary>Adult social care.</summary>
    SocialCare,

    /// <summary>Housing.</summary>
    Housing,

    /// <summary>The voluntary sector.</summary>
    VoluntarySector,

    /// <summary>The person, or somebody close to them.</summary>
    PersonOrCarer,
}
