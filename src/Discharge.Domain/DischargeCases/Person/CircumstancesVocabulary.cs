namespace Discharge.Domain.DischargeCases;

/// <summary>What a carer is to the person.</summary>
public enum CarerRelationship
{
    /// <summary>Husband, wife or partner.</summary>
    Partner,

    /// <summary>Son or daughter.</summary>
    Child,

    /// <summary>Mother or father.</summary>
    Parent,

    /// <summary>Another relative.</summary>
    OtherRelative,

    /// <summary>A friend.</summary>
    Friend,

    /// <summary>A neighbour.</summary>
    Neighbour,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>What was offered to a carer in their own right (A18). The first three are the assessment's; the rest is a list of our own.</summary>
public enum CarerOffer
{
    /// <summary>Funding for respite.</summary>
    RespiteFunding,

    /// <summary>Therapy.</summary>
    Therapy,

    /// <summary>Arts activities.</summary>
    Arts,

    /// <summary>A carer's assessment.</summary>
    CarersAssessment,

    /// <summary>Information and advice.</summary>
    Information,

    /// <summary>Training, such as in moving and handling.</summary>
    Training,

    /// <summary>A plan for when the carer cannot care.</summary>
    EmergencyPlan,
}

/// <summary>What came of it for a carer. A list of our own; no national list is in force for it.</summary>
public enum CarerOutcome
{
    /// <summary>Support of their own started.</summary>
    SupportStarted,

    /// <summary>They are able and willing to go on caring.</summary>
    AbleAndWillingToContinue,

    /// <summary>They cannot go on caring as before.</summary>
    CannotContinue,

    /// <summary>They no longer care for the person.</summary>
    StoppedCaring,

    /// <summary>They found the information helpful.</summary>
    InformationHelpful,

    /// <summary>They did not find the information helpful.</summary>
    InformationNotHelpful,
}

/// <summary>How information has to reach somebody (Accessible Information Standard).</summary>
public enum InformationFormat
{
    /// <summary>Easy read.</summary>
    EasyRead,

    /// <summary>Large print.</summary>
    LargePrint,

    /// <summary>Braille.</summary>
    Braille,

    /// <summary>British Sign Language.</summary>
    BritishSignLanguage,

    /// <summary>Audio.</summary>
    Audio,

    /// <summary>Electronic text, such as for a screen reader.</summary>
    Electronic,

    /// <summary>Spoken, face to face or by telephone.</summary>
    Spoken,

    /// <summary>Makaton or another system of signs and symbols.</summary>
    Makaton,
}

/// <summary>Whom a contact is.</summary>
public enum ContactKind
{
    /// <summary>At the local authority: full name with telephone or e-mail.</summary>
    LocalAuthority,

    /// <summary>The case manager.</summary>
    CaseManager,

    /// <summary>The manager of a care home.</summary>
    CareHomeManager,

    /// <summary>The landlord.</summary>
    Landlord,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>In which way somebody has no home to go to. Never a reason to refuse anything (A19). A list of our own; no national list is in force for it.</summary>
public enum Homelessness
{
    /// <summary>Sleeping rough.</summary>
    SleepingRough,

    /// <summary>In a hostel or night shelter.</summary>
    Hostel,

    /// <summary>Staying with others for want of a home.</summary>
    StayingWithOthers,

    /// <summary>Has a home that cannot be returned to.</summary>
    CannotReturnHome,

    /// <summary>About to lose their home.</summary>
    AtRisk,
}

/// <summary>Whether somebody has recourse to public funds. Never a reason to refuse anything.</summary>
public enum PublicFunds
{
    /// <summary>They have none.</summary>
    NoRecourse,

    /// <summary>It is suspected that they have none.</summary>
    Suspected,

    /// <summary>They have, it was found.</summary>
    Recourse,
}

/// <summary>What was given of a contact; the words themselves lie beside the events, erasable.</summary>
public enum ContactDetail
{
    /// <summary>The full name.</summary>
    Name,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,
}

/// <summary>Why another hub answers for a case. A list of our own; no national list is in force for it.</summary>
public enum HubChangeReason
{
    /// <summary>The person was moved to where another hub answers.</summary>
    PersonMoved,

    /// <summary>Another authority answers for the person, or they go home to another area.</summary>
    AnotherArea,

    /// <summary>The hubs agreed that the other takes the case over.</summary>
    TakenOver,

    /// <summary>The hub was entered wrongly.</summary>
    EnteredWrongly,

    /// <summary>Something else, said in words.</summary>
    Other,
}
