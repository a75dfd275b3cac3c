namespace Discharge.Domain.DischargeCases;

/// <summary>On whose side somebody was who assessed a person for a care home.</summary>
public enum HomeAssessor
{
    /// <summary>The home itself.</summary>
    Home,

    /// <summary>A trusted assessor, whose word the home takes in place of its own.</summary>
    TrustedAssessor,
}

/// <summary>Why a care home declined somebody. A list of our own; no national list is in force for it.</summary>
public enum HomeDeclineReason
{
    /// <summary>It has no vacancy.</summary>
    NoVacancy,

    /// <summary>It cannot meet their needs.</summary>
    NeedsCannotBeMet,

    /// <summary>It is closed to new residents.</summary>
    ClosedToAdmissions,

    /// <summary>It cannot admit them soon enough.</summary>
    NotSoonEnough,

    /// <summary>What is funded does not cover what it costs.</summary>
    FundingNotAgreed,

    /// <summary>The referral did not say enough.</summary>
    MoreInformationNeeded,
}

/// <summary>Whose choice of a care home it was.</summary>
public enum HomeChooser
{
    /// <summary>The person's own.</summary>
    Person,

    /// <summary>That of an attorney or deputy who may decide where they live.</summary>
    AttorneyOrDeputy,

    /// <summary>It was decided in their best interests.</summary>
    BestInterests,

    /// <summary>Nobody chose: the care transfer hub settled on it.</summary>
    CareTransferHub,
}

/// <summary>What somebody who pays a top-up is to the person. A list of our own.</summary>
public enum TopUpPayer
{
    /// <summary>Family.</summary>
    Family,

    /// <summary>A friend.</summary>
    Friend,

    /// <summary>A charity.</summary>
    Charity,

    /// <summary>The person themselves.</summary>
    Person,
}

/// <summary>Why a referral to a care home was taken back. A list of our own.</summary>
public enum HomeReferralEnd
{
    /// <summary>Another home was chosen.</summary>
    AnotherHomeChosen,

    /// <summary>The person does not want this home.</summary>
    PersonDoesNotWantIt,

    /// <summary>No care home is needed any more.</summary>
    NoLongerNeeded,
}

/// <summary>How far a referral to a care home has come.</summary>
public enum HomeReferralStatus
{
    /// <summary>Sent, and nobody has assessed the person for the home.</summary>
    Sent,

    /// <summary>The person is assessed, and the home has not answered.</summary>
    Assessed,

    /// <summary>The home accepted the person.</summary>
    Accepted,

    /// <summary>The home declined the person.</summary>
    Declined,

    /// <summary>Taken back.</summary>
    TakenBack,
}
